"""What is offered after each step: what a check can end in, what follows from it, what ends with something done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.asking_again import AT_REVIEW, review_day
from bcst_tui.plan.follow_ups import NOT_REACHED, TRIES, tries
from bcst_tui.plan.levels import stands
from bcst_tui.plan.model import (
    Action,
    DeliveryExtent,
    FollowUpOutcome,
    Need,
    Plan,
    Referral,
    ReferralStatus,
    Signpost,
)
from bcst_tui.plan.referrals import ANSWERED, GOES_ON_TO, needs_caseload_check
from bcst_tui.reference.reference import Reference

Way = Literal["ask_again", "another_service", "at_review", "own_words", "nothing"]
MEET = "Meet instead: choose the day"
IS_IT_SAFE = "Is it safe to ring or write?"
DO_THEY_KNOW = "Do they know the person already? Asked with the person's yes"
TIER_WORDS = (
    "1: general services, advice and screening",
    "2: open access, no care plan needed",
    "3: treatment in the community, with a care plan",
    "4: living in while treated",
)
"""The four tiers of drug treatment (R59)."""
OUTCOMES: tuple[FollowUpOutcome, ...] = get_args(FollowUpOutcome)


@dataclass(frozen=True)
class WayOn:
    """One way to go on from what was heard; `day`, if one is known for it, as it is typed."""

    way: Way
    words: str
    day: str = ""


@dataclass(frozen=True)
class Ends:
    """What something done in full ends: the action, its need too, or neither."""

    words: str
    closes: bool = False
    meets: bool = False


def outcomes_of(signpost: Signpost) -> tuple[FollowUpOutcome, ...]:
    """What can have come of it; where nobody rings or writes, nobody is "not reached"."""
    safe = signpost.safe_to_contact != "no"
    return tuple(one for one in OUTCOMES if safe or one != NOT_REACHED)


def ways_on(plan: Plan, signpost: Signpost, outcome: FollowUpOutcome, next_day: str, today: date) -> tuple[WayOn, ...]:
    """The next steps that are offered after this outcome; none where it simply closes."""
    another = WayOn("another_service", "Point to another service for this")
    own_words = WayOn("own_words", "Close it, and say what happens next")
    match outcome:
        case "not_yet":
            return (WayOn("ask_again", "Ask again on another day", next_day), own_words)
        case "not_reached":
            this_try = tries(signpost) + 1
            again = WayOn("ask_again", f"Try {this_try} of {TRIES} written down; try again on another day", next_day)
            return (again,) if this_try < TRIES else (another, own_words)
        case "service_refused":
            return (another, own_words)
        case "declined" | "changed_mind":
            return (WayOn("nothing", "Nothing more"), _at_review(plan, today))
        case _:
            return ()


def steps_of(plan: Plan, referral: Referral, reference: Reference) -> tuple[ReferralStatus, ...]:
    """Where a referral can go from here; a second one outside is not sent before it is asked about."""
    waits = needs_caseload_check(plan, referral, reference) and referral.caseload not in ANSWERED
    return tuple(one for one in GOES_ON_TO[referral.status] if not (waits and one == "sent"))


def ends_of(extent: DeliveryExtent, need: Need | None) -> tuple[Ends, ...]:
    """What can be said to end with something done; nothing if it was not done in full."""
    if extent != "full":
        return ()
    met = (Ends("The action is done, and the need is met", closes=True, meets=True),) if need else ()
    return (
        *met,
        Ends("The action is done" + ("; the need is still open" if need else ""), closes=True),
        Ends("Not yet"),
    )


def needs_of(plan: Plan, action: Action) -> tuple[Need, ...]:
    """The needs something done of an action can be for."""
    return tuple(one for one in plan.needs if one.code in action.needs and stands(one))


def _at_review(plan: Plan, today: date) -> WayOn:
    day = review_day(plan.deadlines, today)
    return WayOn("at_review", f"{AT_REVIEW[:-1]}, from {day_words(day.on)} on" if day and day.on else AT_REVIEW)

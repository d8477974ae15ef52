"""What the private part keeps of what was planned: safety plan, referrals, follow-ups, what was taken up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bcst_tui.disclosure.safe_contact import SafeContact

Part = Literal[
    "inside",
    "release_day",
    "where",
    "contact",
    "orders",
    "money_and_id",
    "children",
    "relationships",
    "work",
    "health",
    "people_and_signs",
    "words_that_help",
]
LONGEST_PART = 120
LONGEST_OWN_WORDS = 280
MOST_RANKED = 3
MEETING = "resettlement_appointment"
"""The label of every meeting, on every slip, letter and calendar."""
Purpose = Literal["resettlement_appointment", "look_again", "plan_review", "referral", "signpost", "keep_in_touch"]
Place = Literal["", "in_here", "outside", "they_contact_us"]
Outcome = Literal["", "met", "not_yet", "declined", "changed_mind", "unsafe_to_contact"]
ReferralStatus = Literal["drafted", "consented", "sent", "waiting", "accepted", "rejected", "done", "withdrawn"]
CaseloadCheck = Literal["not_needed", "asked", "known", "not_known", "no_answer"]
Answer = Literal["agreed", "declined", "delivered"]


@dataclass(frozen=True, repr=False)
class SafetyPart:
    """One part of the safety plan: codes of what is chosen, the person's words (at most 120), and a rank of up to 3."""

    part: Part
    words: str
    rank: int | None = None
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class PrivateFollowUp:
    """A meeting or a check that belongs here; its label is the same as that of every other meeting (section 8).

    `may_deliver`: in custody, which role may bring word of it; never called out, never under the door. `contact`:
    outside, the person's terms, nothing of them taken for granted; read again before each use.
    """

    purpose: str
    owner: str
    due: date
    outcome: Outcome = ""
    label: str = MEETING
    place: Place = ""
    may_deliver: str = ""
    contact: SafeContact | None = None
    recheck_each_time: bool = True
    agency: str = ""
    outcome_on: date | None = None


@dataclass(frozen=True, repr=False)
class PrivateReferral:
    """A referral that belongs here: to which agency, for what, where it stands, and whether they know the person."""

    agency: str
    status: ReferralStatus
    on: date
    activity: str = ""
    check: CaseloadCheck = "not_needed"
    why: str = ""


@dataclass(frozen=True, repr=False)
class TakenUp:
    """What the person said to one activity of levels 2 and 3, by its code."""

    activity: str
    answer: Answer
    on: date

"""What plans owe: every line of a plan that can fall due, the plans of a case, and the case itself.

Nothing of the private part is in a plan, so nothing of it can be here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bcst_tui.plan.deadlines import is_part_one_done
from bcst_tui.plan.model import Group, Plan
from bcst_tui.plan.referrals import ASKED_ABOUT
from bcst_tui.script.model import SittingKind

Thing = Literal["action", "follow_up", "clock", "interview", "meeting", "attempt", "request"]
SITTINGS: Mapping[SittingKind, str] = {
    "first_screening": "First screening",
    "need_found_later": "A need found later",
    "review": "Review",
    "follow_up": "Follow-up",
}
MEETING_ONLY = " (meet: do not ring or write)"
ACTIVE = ("proposed", "agreed", "in_progress")
SETTLED_NEEDS = ("dropped", "met")
SAYS_NO_DAY = ("back_within_6_months",)


@dataclass(frozen=True)
class Owed:
    """One line of a plan that can fall due; one that is settled stands for what an earlier plan said of it."""

    thing: Thing
    code: str
    title: str = field(repr=False)
    on: date | None
    is_open: bool = True


@dataclass(frozen=True)
class PlanInShort:
    """What lists show of a plan: what it owes, the groups with a need that is not settled, the highest level."""

    owed: tuple[Owed, ...] = ()
    groups: tuple[Group, ...] = ()
    level: int = 1


@dataclass(frozen=True)
class SittingOwes:
    """What the plan of one interview owes; `goes_on` marks the one of its case that would be carried on.

    `is_review`: it is the review of the last 12 weeks, or stands for it as well (R08).
    """

    sitting_id: int
    kind: SittingKind
    on: date
    is_unfinished: bool
    goes_on: bool
    owed: tuple[Owed, ...] = ()
    is_review: bool = False


@dataclass(frozen=True)
class CaseOwes:
    """What all plans of one open case owe, the oldest interview first.

    `meeting`: the day agreed for the next one (K08). `attempt`: the day one that was not held is tried again.
    `consents`: when what was agreed runs out, where there is no plan to tell it.
    """

    case_id: int
    reference: str
    name_used: str = field(repr=False)
    sittings: tuple[SittingOwes, ...] = ()
    meeting: date | None = None
    attempt: date | None = None
    consents: tuple[Owed, ...] = ()


def plan_in_short(plan: Plan) -> PlanInShort:
    """A plan as lists show it."""
    return in_short(owed_by(plan), ((one.group, one.status) for one in plan.needs), (one.level for one in plan.levels))


def in_short(owed: tuple[Owed, ...], needs: Iterable[tuple[Group, str]], levels: Iterable[int]) -> PlanInShort:
    groups = {group for group, status in needs if status not in SETTLED_NEEDS}
    return PlanInShort(owed, tuple(sorted(groups)), max(levels, default=1))


def owed_by(plan: Plan) -> tuple[Owed, ...]:
    """Everything in a plan that can fall due."""
    return (
        *(owed_action(one.activity, one.title, one.due.on, one.status) for one in plan.actions),
        *(
            owed_follow_up(
                one.service,
                one.activity,
                one.service_name,
                one.follow_up.due.on,
                one.follow_up.status,
                one.safe_to_contact,
            )
            for one in plan.signposts
        ),
        *(
            owed_referral(one.service, one.activity, one.number, one.service_name, one.check.on, one.status)
            for one in plan.referrals
        ),
        *(owed_clock(one.clock, one.title, one.due, one.note) for one in plan.deadlines),
    )


def owed_action(activity: str, title: str, on: date | None, status: str) -> Owed:
    return Owed("action", activity, title, on, status in ACTIVE)


def owed_follow_up(
    service: str, activity: str, service_name: str, on: date | None, status: str, safe_to_contact: str
) -> Owed:
    how = MEETING_ONLY if safe_to_contact == "no" else ""
    return Owed("follow_up", f"{service}/{activity}", f"Follow up: {service_name}{how}", on, status == "open")


def owed_referral(service: str, activity: str, number: int, service_name: str, on: date | None, status: str) -> Owed:
    """What came of a referral is asked about in the same list as what came of a signpost."""
    code = f"{service}/{activity}/{number}"
    return Owed("follow_up", code, f"Referral: {service_name}", on, status in ASKED_ABOUT)


def owed_clock(clock: str, title: str, on: date | None, note: str) -> Owed:
    is_over = clock in SAYS_NO_DAY or (clock == "part_1" and is_part_one_done(note))
    return Owed("clock", clock, title, on, not is_over)

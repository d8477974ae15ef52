"""One plan from the first screening to release: which plan a sitting goes on from, and what is logged of a change."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bcst_tui.casebook.values import Sitting
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.comparing import Change, Changes, compare
from bcst_tui.plan.deriving import NOTHING_BEFORE
from bcst_tui.plan.model import Plan
from bcst_tui.plan.signing_off import lacks_review_date
from bcst_tui.vault import values as kept
from bcst_tui.vault.edit_values import stay_of
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import Profile

THE_ANSWERS = "the answers"
PLAN, AGREED = "plan", "agreed"
REVIEW_DATE = "k08c_review_date"


class PlanMovedOn(NotSaved):
    """The plan is held by a later interview by now, so this earlier form of it is read and not changed."""

    title = "The plan has gone on"


class NoReviewDate(NotSaved):
    """There is neither a release date nor a review date, and one of them is needed before a plan is agreed (R09)."""

    title = "A day to look again comes first"


@dataclass(frozen=True)
class Logged:
    """One change, who made it, and why."""

    by: str = dataclasses.field(repr=False)
    role: str
    why: str = dataclasses.field(repr=False)
    change: Change = dataclasses.field(repr=False)


def same_stay(records: Records, sitting: Sitting) -> list[kept.Sitting]:
    """All sittings of the time in prison this one belongs to, the oldest first."""
    stays = records.stays.of(sitting.case_id)
    wanted = stay_of(stays, sitting.sitting_id)
    return [one for one in records.sittings.of(sitting.case_id) if stay_of(stays, one.id) == wanted]


def latest_plan(records: Records, sitting: Sitting) -> Plan:
    """The plan a sitting goes on from: its own as last kept, else the newest of the sittings before it in this stay.

    A draft counts as the version agreed before it; what another sitting agreed is a draft in this one.
    """
    latest = records.plans.latest(sitting.sitting_id)
    if latest is None:
        before = [one.id for one in same_stay(records, sitting) if one.id < sitting.sitting_id]
        latest = records.plans.newest_among(before) if before else None
        if latest is not None and latest.agreed_on is not None:
            return replace(latest, agreed_on=None)
    latest = latest or NOTHING_BEFORE
    return latest if latest.agreed_on is not None else replace(latest, version=max(latest.version - 1, 0))


def has_moved_on(records: Records, sitting: Sitting) -> Rejection | None:
    """Why the plan is no longer changed here: a later sitting holds it. One not ended may still change its own."""
    if sitting.status != "completed":
        return None
    later = [one for one in same_stay(records, sitting) if one.id > sitting.sitting_id]
    holder = next((one for one in reversed(later) if records.plans.latest(one.id) is not None), None)
    if holder is None:
        return None
    on = day_words(holder.today)
    return Rejection(f"The plan has gone on since: change it in the interview of {on}. This one stays as it was.")


def refuse_moved_on(records: Records, sitting: Sitting) -> None:
    """Raises PlanMovedOn where a later sitting holds the plan."""
    if (later := has_moved_on(records, sitting)) is not None:
        raise PlanMovedOn(later.reason, "Open the case: it shows the interview that holds the plan.")


def refuse_without_review_date(sitting: Sitting, plan: Plan) -> None:
    """Raises NoReviewDate where none is known and this interview asks for one."""
    if REVIEW_DATE in sitting.interview.path.by_id and lacks_review_date(plan):
        raise NoReviewDate(
            "There is no release date and no day to go through the plan again, so it is not agreed yet.",
            "Choose that day with the person: it is the question near the end of the interview. Then agree the plan.",
        )


def is_two_assessments(plan: Plan) -> bool:
    """Whether one interview is both assessments: reception lies inside the last 12 weeks (R08)."""
    return any(one.clock == "both_at_once" for one in plan.deadlines)


def agreement(plan: Plan) -> Change:
    """That a version was agreed, as a change."""
    return Change("changed", PLAN, PLAN, f"Version {plan.version}", AGREED, "", str(plan.version))


def logged(before: Plan, now: Plan, by_worker: Changes, profile: Profile) -> Iterator[Logged]:
    """What the log says of a change: the worker's own part of it, then what followed from the answers."""
    why = next((one.after for one in by_worker if one.field == "reason" and one.after), "")
    for change in by_worker:
        yield Logged(profile.name, profile.role, why, change)
    if before == NOTHING_BEFORE or any(one.part == PLAN for one in by_worker):
        return
    places = {one.place for one in by_worker}
    for change in compare(before, now):
        if change.place not in places:
            yield Logged(THE_ANSWERS, "", "", change)

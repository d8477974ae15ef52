"""Actions in the worker's own words, without an activity of the specification (R27).

They stand in the plan as `own_1`, `own_2` …; the rules neither make nor take them away.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.due_dates import due_date
from bcst_tui.plan.evidence import unique
from bcst_tui.plan.levels import stands
from bcst_tui.plan.model import Action, Group, Level, Need, NeedOrigin, Plan
from bcst_tui.reference.reference import Reference
from bcst_tui.text import one_line

OWN = "own_"
ROWS = ("actions", "worker_notes")
"""Who may read words that only the worker has seen; the rows of the need come on top."""
PROVIDER = "HOST"
WITHOUT_A_NEED: Group = "SUP"
LONGEST = 200
OwnClock = Literal["new_need", "next_working_day"]
"""Five working days, or the next one for what can't wait (R11)."""
FOUND_BY = "Who says so?"
FOUND_WAYS: tuple[tuple[str, NeedOrigin, bool], ...] = (
    ("The person", "person", True),
    ("The person, and it can't wait", "person", False),
    ("You noticed it", "worker", True),
    ("You noticed it, and it can't wait", "worker", False),
)
"""Whose word a need is that no rule found, and whether five working days are soon enough."""
WHAT_FIRST = "What is done first? Enter alone: that is still to be decided."


def first_step(need: Need) -> str:
    """What is done first about a need of which nobody has said so yet."""
    return f"Decide what is done first: {need.title}"[:LONGEST]


def is_own(activity: str) -> bool:
    """Whether an action is one the worker worded."""
    return activity.startswith(OWN)


def group_of(plan: Plan, activity: str) -> Group:
    """The part of the plan an own action belongs to: that of its need, else support."""
    codes = {code for one in plan.actions if one.activity == activity for code in one.needs}
    return next((need.group for need in plan.needs if need.code in codes), WITHOUT_A_NEED)


def add_action(
    plan: Plan,
    reference: Reference,
    dates: CaseDates,
    words: str,
    need_code: str | None,
    today: date,
    clock: OwnClock = "new_need",
) -> Plan | Rejection:
    """The plan with one more action, for a need of it or for none; its first date is that of a new need.

    The first for a need that no rule found counts from the day that need was found (R11).
    """
    words = one_line(words)
    need = next((one for one in plan.needs if one.code == need_code), None)
    if not words:
        return Rejection("Say what is to be done.")
    if len(words) > LONGEST:
        return Rejection(f"Say what is to be done in {LONGEST} letters or fewer.")
    if need_code is not None and (need is None or not stands(need)):
        return Rejection("That need is not in this plan.")
    taken = {one.activity for one in plan.actions}
    number = next(number for number in range(1, len(taken) + 2) if f"{OWN}{number}" not in taken)
    group = need.group if need else WITHOUT_A_NEED
    own = Action(
        activity=f"{OWN}{number}",
        title=words,
        said=words,
        neutral=_neutral(reference, group),
        provider=PROVIDER,
        owner=reference.provider_labels[PROVIDER],
        level=_level(plan, need),
        needs=(need.code,) if need else (),
        due=due_date(clock, _since(plan, need) or today, dates, reference.clocks),
        audiences=unique([*ROWS, *_rows_of(need)]),
        source="R27",
    )
    return replace(plan, actions=(*plan.actions, own))


def remove_action(plan: Plan, activity: str) -> Plan | Rejection:
    """The plan without an own action that nobody has agreed to yet."""
    found = next((one for one in plan.actions if one.activity == activity), None)
    if found is None or not is_own(activity):
        return Rejection("Only an action you added can be taken out. Say how this one stands instead.")
    if found.status != "proposed":
        return Rejection("This was decided already, so it stays in the plan. Say how it stands instead.")
    if any(one.activity == activity for one in plan.signposts):
        return Rejection("A service is named for this, so it stays in the plan. Say how it stands instead.")
    return replace(plan, actions=tuple(one for one in plan.actions if one is not found))


def _since(plan: Plan, need: Need | None) -> date | None:
    if need is None or need.origin == "rule" or any(need.code in one.needs for one in plan.actions):
        return None
    return need.found_on


def _rows_of(need: Need | None) -> tuple[str, ...]:
    return (*need.audiences, *(one.audience for one in need.evidence)) if need else ()


def _level(plan: Plan, need: Need | None) -> Level:
    return next((one.level for one in plan.levels if need is not None and one.group == need.group), 1)


def _neutral(reference: Reference, group: Group) -> str:
    return next(reference.neutral_labels[one.label] for one in reference.activities.values() if one.group == group)

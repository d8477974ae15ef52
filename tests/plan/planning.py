"""Plans as tests speak of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from bcst_tui.config import read_folder, shipped
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.deriving import NOTHING_BEFORE, derive
from bcst_tui.plan.model import Action, Deadline, Group, GroupLevel, Marker, Need, Plan
from bcst_tui.plan.model import NeedStatus as NeedStatus
from bcst_tui.reference.loading import load_reference
from bcst_tui.reference.reference import Reference
from tests.vocabulary import Interviewing

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)


@cache
def reference() -> Reference:
    """The reference data that comes with bcst."""
    return load_reference(read_folder(shipped("data")))


def plan_of(told: Interviewing, previous: Plan = NOTHING_BEFORE, facts: Mapping[str, str] | None = None) -> Plan:
    """What follows from what was told."""
    return derive(told.interview, reference(), facts, previous)


def again(told: Interviewing, edited: Plan | Rejection) -> Plan:
    """The plan derived again after the worker decided something."""
    return plan_of(told, taken(edited))


def taken(edited: Plan | Rejection) -> Plan:
    assert isinstance(edited, Plan), edited
    return edited


def refused(edited: object, words: str) -> None:
    """It was not taken, and the reason holds these words."""
    assert isinstance(edited, Rejection), "it was taken"
    assert words.lower() in edited.reason.lower(), edited.reason


def need(group: Group = "ACC", status: NeedStatus = "confirmed", code: str = "a_home") -> Need:
    return Need(code, group, "A home", "You need a home.", (), "R21", ("housing_plan",), status)


def marker(*counts_for: Group, code: str = "homeless") -> Marker:
    return Marker(code, "Nowhere to stay", counts_for, (), "R22", "markers_evidence")


def action_in(plan: Plan, activity: str) -> Action:
    found = [one for one in plan.actions if one.activity == activity]
    assert len(found) == 1, f"{activity} stands {len(found)} times"
    return found[0]


def need_in(plan: Plan, code: str) -> Need:
    return next(one for one in plan.needs if one.code == code)


def level_in(plan: Plan, group: Group) -> GroupLevel:
    return next(one for one in plan.levels if one.group == group)


def deadline_in(plan: Plan, clock: str) -> Deadline:
    return next(one for one in plan.deadlines if one.clock == clock)


def activities(plan: Plan) -> set[str]:
    return {one.activity for one in plan.actions}


def codes(plan: Plan) -> set[str]:
    return {one.code for one in plan.needs}

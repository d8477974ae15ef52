"""What the worker decides about a plan, and how it survives deriving the plan again.

Each function gives back the plan with one decision in it; `derive(..., previous=that plan)` then draws the
consequences: levels, actions, dates.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.due_dates import AGREED, DELIVERED, agreed_day
from bcst_tui.plan.levels import ANY_NEED_COUNTS, GROUPS, SAME_TASKS_AT_3, counting, is_confirmed
from bcst_tui.plan.model import (
    Action,
    ActionStatus,
    DueDate,
    Group,
    GroupLevel,
    Need,
    NeedOrigin,
    NeedStatus,
    PersonsView,
    Plan,
    SaidBy,
    Stamp,
)
from bcst_tui.plan.own_actions import is_own
from bcst_tui.text import one_line

NEEDS_A_REASON: tuple[ActionStatus, ...] = ("not_possible", "not_needed", "held")
PASSED_ON: ActionStatus = "transferred"
NOT_WHILE_LOCKED: tuple[ActionStatus, ...] = ("agreed", "in_progress", "delivered", "transferred")
LONGEST = 200


def edit_need(
    plan: Plan,
    code: str,
    *,
    status: NeedStatus | None = None,
    persons_view: PersonsView | None = None,
    reason: str = "",
) -> Plan | Rejection:
    """Confirm a need, drop it with a reason, or write down the person's view of it."""
    need = next((one for one in plan.needs if one.code == code), None)
    if need is None:
        return Rejection("That need is not in this plan.")
    if (status or "proposed") not in get_args(NeedStatus) or (persons_view or "agreed") not in get_args(PersonsView):
        return Rejection("That cannot be said of a need.")
    if status == "dropped" and not one_line(reason):
        return Rejection("Say why it is dropped, so that the next worker knows.")
    if need.status == "dropped" and status not in (None, "dropped", "proposed", "confirmed"):
        return Rejection("This need was dropped. Confirm it first.")
    edited = replace(
        need,
        status=status or need.status,
        persons_view=persons_view or need.persons_view,
        reason=one_line(reason) or ("" if status and status != "dropped" else need.reason),
    )
    return replace(plan, needs=tuple(edited if one is need else one for one in plan.needs))


def add_need(
    plan: Plan, group: str, title: str, reason: str, today: date, origin: NeedOrigin = "worker"
) -> Plan | Rejection:
    """Add a need that no rule found; it is confirmed by being added (R11)."""
    known = next((one for one in GROUPS if one == group), None)
    title, reason = one_line(title), one_line(reason)
    if known is None:
        return Rejection(f"A need belongs to one of: {', '.join(GROUPS)}.")
    if not title or not reason:
        return Rejection("Say what is needed, and how you know.")
    if len(title) > LONGEST:
        return Rejection(f"Say what is needed in {LONGEST} letters or fewer.")
    taken = {one.code for one in plan.needs}
    number = next(number for number in range(1, len(taken) + 2) if f"added_{number}" not in taken)
    need = Need(
        code=f"added_{number}",
        group=known,
        title=title,
        said=title,
        evidence=(),
        source="R11",
        audiences=("needs_status", "worker_notes"),
        status="confirmed",
        origin=origin,
        reason=reason,
        found_on=today,
    )
    return replace(plan, needs=(*plan.needs, need))


def agree_level(plan: Plan, group: str, agrees: bool, reason: str = "") -> Plan | Rejection:
    """Say yes or no to level 3 of a group; a no, and a yes without a marker, needs a reason (R22)."""
    level = next((one for one in plan.levels if one.group == group), None)
    reason = one_line(reason)
    if level is None:
        return Rejection(f"A level belongs to one of: {', '.join(GROUPS)}.")
    if not any(is_confirmed(one) for one in plan.needs if group in (one.group, *ANY_NEED_COUNTS)):
        return Rejection("Level 3 needs a need. Confirm one here first.")
    if not reason and not agrees:
        return Rejection("Say why level 3 does not fit, so that the next worker knows.")
    if not reason and not counting(plan.markers, level.group):
        return Rejection("No marker speaks for level 3 here. Say what makes it more complex.")
    agreed: GroupLevel = replace(level, worker_agrees=agrees, reason=reason)
    return replace(plan, levels=tuple(agreed if one is level else one for one in plan.levels))


def supposing_level_3(plan: Plan, group: Group) -> Plan:
    """The plan as if the needs of a group were confirmed and level 3 agreed; for looking, not for keeping."""
    needs = tuple(replace(one, status="confirmed") if one.status == "proposed" else one for one in plan.needs)
    levels = tuple(replace(one, worker_agrees=True) if one.group == group else one for one in plan.levels)
    return replace(plan, needs=needs, levels=levels)


def added_by_level_3(plan: Plan, at_level_3: Plan, group: Group) -> tuple[str, ...]:
    """The titles of what stands in the second plan and not in the first; more time, where that is what it brings."""
    before = {one.activity for one in plan.actions}
    more = tuple(one.title for one in at_level_3.actions if one.activity not in before)
    return more or (("more time for the same tasks, with a check in between",) if group in SAME_TASKS_AT_3 else ())


def edit_action(
    plan: Plan,
    activity: str,
    today: date,
    *,
    status: ActionStatus | None = None,
    said_by: SaidBy | None = None,
    owner: str | None = None,
    due: str | None = None,
    reason: str = "",
    passed_to: str = "",
    by: str = "",
) -> Plan | Rejection:
    """Change how an action stands, who does it and by when; what cannot be is refused.

    How it stands keeps the day and who said so (`by`, a role); passing it on names to whom.
    """
    action = next((one for one in plan.actions if one.activity == activity), None)
    if action is None:
        return Rejection("That action is not in this plan.")
    if (status or "agreed") not in get_args(ActionStatus) or (said_by or "i_will") not in get_args(SaidBy):
        return Rejection("That cannot be said of an action.")
    edited = with_status(action, status, Stamp(today, by), one_line(reason), one_line(passed_to))
    if not isinstance(edited, Rejection):
        edited = _with_owner(edited, owner)
    if not isinstance(edited, Rejection):
        edited = _with_due(edited, due, today)
    if isinstance(edited, Rejection):
        return edited
    edited = replace(edited, said_by=said_by or edited.said_by)
    return replace(plan, actions=tuple(edited if one is action else one for one in plan.actions))


def agree(plan: Plan, today: date, by: str = "") -> Plan:
    """A numbered, dated version: needs not dropped are confirmed, actions proposed are agreed."""
    needs = tuple(replace(one, status="confirmed") if one.status == "proposed" else one for one in plan.needs)
    actions = tuple(
        replace(one, status="agreed", status_on=today, status_by=by) if one.status == "proposed" else one
        for one in plan.actions
    )
    return replace(plan, needs=needs, actions=actions, version=plan.version + 1, agreed_on=today)


def with_status(
    action: Action, status: ActionStatus | None, stamp: Stamp, reason: str = "", passed_to: str = ""
) -> Action | Rejection:
    """The action as it stands from now on, or why it can't stand so."""
    if status is None:
        return replace(action, reason=reason or action.reason)
    if refused := _why_not(action, status, reason, passed_to):
        return Rejection(refused)
    due = action.due
    if status == "delivered":
        due = DueDate(DELIVERED, stamp.on)
    elif due.clock == DELIVERED:
        due = DueDate("none_yet", None)
    to_whom = passed_to if status == PASSED_ON else ""
    return replace(
        action, status=status, reason=reason, due=due, status_on=stamp.on, status_by=stamp.by, passed_to=to_whom
    )


def _why_not(action: Action, status: ActionStatus, reason: str, passed_to: str) -> str:
    if action.locked_because and status in NOT_WHILE_LOCKED:
        return f"This has to wait. {action.locked_because}"
    if status == "not_needed" and action.level == 1 and not is_own(action.activity):
        return "Everyone is offered this. Say it was declined, or why it has to wait."
    if status in NEEDS_A_REASON and not reason:
        return "Say why, so that the next worker knows."
    if status == PASSED_ON and not passed_to:
        return "Say to whom it is passed on."
    if len(passed_to) > LONGEST:
        return f"Say to whom in {LONGEST} letters or fewer."
    return ""


def _with_owner(action: Action, owner: str | None) -> Action | Rejection:
    if owner is None:
        return action
    named = one_line(owner)
    if not named:
        return Rejection("Somebody has to own it. Say who.")
    if len(named) > LONGEST:
        return Rejection(f"Say who in {LONGEST} letters or fewer.")
    return replace(action, owner=named)


def _with_due(action: Action, due: str | None, today: date) -> Action | Rejection:
    if due is None:
        return action
    day = agreed_day(due, today)
    if isinstance(day, Rejection):
        return day
    if action.status == "delivered":
        return Rejection("This is done, so nothing is due. Change how it stands first.")
    return replace(action, due=DueDate(AGREED, day))

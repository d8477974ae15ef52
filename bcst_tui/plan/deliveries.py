"""What was done of an action, when, by whom and for which need: "done" has a day (R31)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.dates import read_date
from bcst_tui.plan.edits import LONGEST, edit_need, with_status
from bcst_tui.plan.levels import stands
from bcst_tui.plan.model import Action, ActionStatus, Delivery, DeliveryExtent, Plan, Stamp
from bcst_tui.text import one_line

STAYS: tuple[ActionStatus, ...] = ("delivered", "transferred")


def deliver(
    plan: Plan,
    activity: str,
    what: str,
    extent: DeliveryExtent,
    stamp: Stamp,
    need: str = "",
    *,
    closes: bool = False,
    meets: bool = False,
) -> Plan | Rejection:
    """The plan with one more thing done; done in full it may close the action, and meet the need.

    What is done in part, or only tried, keeps the action under way.
    """
    action = next((one for one in plan.actions if one.activity == activity), None)
    what = one_line(what)
    if action is None:
        return Rejection("That action is not in this plan.")
    if refused := _why_not(plan, what, extent, need, closes or meets):
        return Rejection(refused)
    status: ActionStatus = "delivered" if closes else action.status if action.status in STAYS else "in_progress"
    stood = _stood(action, status, stamp)
    if isinstance(stood, Rejection):
        return stood
    done = Delivery(activity, need, stamp.on, stamp.by, what, extent)
    actions = tuple(stood if one is action else one for one in plan.actions)
    delivered = replace(plan, actions=actions, deliveries=(*plan.deliveries, done))
    return edit_need(delivered, need, status="met") if meets and need else delivered


def deliveries_of(plan: Plan, activity: str) -> tuple[Delivery, ...]:
    """What was done of an action, the earliest first."""
    return tuple(sorted((one for one in plan.deliveries if one.activity == activity), key=lambda one: one.on))


def day_done(typed: str, today: date) -> date | Rejection:
    """The day somebody typed for something done; nothing typed is today."""
    if not typed.strip():
        return today
    day = read_date(typed)
    if day is None:
        return Rejection("That is not a date. Write it like 12/3/2027.")
    if day > today:
        return Rejection("That day is still to come. Done needs a day that has been.")
    return day


def _stood(action: Action, status: ActionStatus, stamp: Stamp) -> Action | Rejection:
    is_as_before = status == action.status
    return action if is_as_before and not action.locked_because else with_status(action, status, stamp)


def _why_not(plan: Plan, what: str, extent: DeliveryExtent, need: str, ends: bool) -> str:
    if extent not in get_args(DeliveryExtent):
        return f"Say how far it was done, with one of: {', '.join(get_args(DeliveryExtent))}."
    if not what:
        return "Say what was done."
    if len(what) > LONGEST:
        return f"Say what was done in {LONGEST} letters or fewer."
    if need and not any(one.code == need and stands(one) for one in plan.needs):
        return "That need is not in this plan."
    if ends and extent != "full":
        return "Only what was done in full closes an action or meets a need."
    return ""

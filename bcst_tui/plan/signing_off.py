"""What is still open before a plan is agreed, in sentences for the worker (K09; R09, R26, R73)."""

from __future__ import annotations

from collections.abc import Iterator

from bcst_tui.plan.follow_ups import only_signposted, without_action
from bcst_tui.plan.levels import stands
from bcst_tui.plan.model import Plan
from bcst_tui.reference.reference import Reference

NOT_CLOSED = ("proposed", "in_progress", "held")


def still_open(plan: Plan, reference: Reference) -> tuple[str, ...]:
    """Everything worth a look before signing off; none of it forbids to."""
    return tuple(_sentences(plan, reference))


def _sentences(plan: Plan, reference: Reference) -> Iterator[str]:
    for action in plan.actions:
        activity = reference.activities.get(action.activity)
        if activity is not None and activity.asterisk and action.status in NOT_CLOSED:
            yield f"{action.activity} belongs in the screening and is open: {action.title}."
    for need in plan.needs:
        if need.status == "proposed":
            yield f"Not confirmed or dropped yet: {need.title}."
        if stands(need) and need.persons_view == "not_read_back":
            yield f"Not read back to the person yet: {need.title}."
    for need in only_signposted(plan):
        yield f"Only pointed to a service: {need.title}. Add a step such as ringing together or going along."
    for need in without_action(plan):
        yield f"Nothing is planned for this yet: {need.title}."
    if any(one.clock == "review" and one.due is None for one in plan.deadlines):
        yield "There is no release date and no review date. Choose a review date."

"""The audience rows that a part of a plan would give something away of: its own, and all it is derived from."""

from __future__ import annotations

from collections.abc import Iterable

from bcst_tui.errors import ExportRefused
from bcst_tui.plan.model import Evidence, GroupLevel, Need, Plan
from bcst_tui.plan.own_actions import group_of, is_own
from bcst_tui.reference.reference import Reference


def rows_of_need(need: Need) -> tuple[str, ...]:
    return other_than("needs_status", [*need.audiences, *rows_of_evidence(need.evidence)])


def rows_of_evidence(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(one.audience for one in evidence)


def rows_of_markers(group_level: GroupLevel) -> tuple[str, ...]:
    found = [row for marker in group_level.markers for row in (marker.audience, *rows_of_evidence(marker.evidence))]
    return other_than("levels", found)


def rows_of_level(plan: Plan, group_level: GroupLevel) -> tuple[str, ...]:
    """Level 2 tells of the group's needs, level 3 of its markers too."""
    needs = [need for need in plan.needs if need.group == group_level.group and need.status != "dropped"]
    from_needs = [row for need in needs for row in rows_of_need(need)] if group_level.level > 1 else []
    from_markers = rows_of_markers(group_level) if group_level.level == 3 else ()
    return other_than("levels", [*from_needs, *from_markers])


def rows_of_activity(
    plan: Plan, reference: Reference, activity_id: str, named: Iterable[str], needs: Iterable[str] = ()
) -> tuple[str, ...]:
    """A mention of an activity tells of its own row, of its needs and of what they rest on.

    Raises ExportRefused for an activity nobody has decided on.
    """
    own_row = "worker_notes" if is_own(activity_id) else ""
    if not own_row and activity_id not in reference.activities:
        raise ExportRefused(
            f"`{activity_id}` is not an activity, so nobody has decided who may read of it.",
            "Add it to data/activities.yaml, with its audience row.",
        )
    codes = set(needs)
    from_needs = [row for need in plan.needs if need.code in codes for row in rows_of_need(need)]
    row = own_row or reference.activities[activity_id].row
    return other_than("actions", [row, *named, *from_needs])


def part_of_plan(plan: Plan, reference: Reference, activity_id: str) -> str:
    """What the part an activity belongs to is called; an action of the worker's own belongs where its need does."""
    group = group_of(plan, activity_id) if is_own(activity_id) else reference.activities[activity_id].group
    return reference.group_labels[group]


def other_than(own: str, rows: Iterable[str]) -> tuple[str, ...]:
    """Each row once, without a line's own."""
    return tuple(dict.fromkeys(row for row in rows if row != own))

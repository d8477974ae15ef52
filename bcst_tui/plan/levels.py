"""The one level rule: 2 follows need, 3 is need, a marker that counts, and the worker's yes (R20–R24, R75)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from bcst_tui.plan.model import Group, GroupLevel, Level, Marker, Need

GROUPS: tuple[Group, ...] = get_args(Group)
ANY_NEED_COUNTS: tuple[Group, ...] = ("SUP",)
SAME_TASKS_AT_3: tuple[Group, ...] = ("ETE", "FIN")
WORKERS_VIEW = "worker_view"


def level_by_rule(need: bool, marker: bool, agrees: bool | None) -> Level:
    """The level of one person in one group."""
    if not need:
        return 1
    return 3 if marker and agrees is True else 2


def group_levels(
    needs: Iterable[Need], markers: Iterable[Marker], before: Iterable[GroupLevel] = ()
) -> tuple[GroupLevel, ...]:
    """The level of every group, with what the worker said before to level 3; a dropped need takes its level along."""
    standing = [need for need in needs if stands(need)]
    held = tuple(markers)
    said = {level.group: level for level in before}
    return tuple(_group_level(group, standing, held, said.get(group)) for group in GROUPS)


def stands(need: Need) -> bool:
    """Whether a need counts: proposed or confirmed, until it is dropped."""
    return need.status != "dropped"


def is_confirmed(need: Need) -> bool:
    """Whether the worker has said that it is a need."""
    return need.status not in ("proposed", "dropped")


def counting(markers: Iterable[Marker], group: Group) -> tuple[Marker, ...]:
    """The markers that count for a group."""
    return tuple(marker for marker in markers if group in marker.counts_for)


def _group_level(group: Group, standing: list[Need], held: tuple[Marker, ...], said: GroupLevel | None) -> GroupLevel:
    agrees, reason = (said.worker_agrees, said.reason) if said else (None, "")
    markers = counting(held, group)
    if agrees and reason and not markers:
        markers = (_workers_view(group),)
    own = any(need.group == group for need in standing)
    need = own or (group in ANY_NEED_COUNTS and bool(standing) and bool(markers))
    confirmed = any(is_confirmed(one) for one in standing if group in (one.group, *ANY_NEED_COUNTS))
    level = level_by_rule(need, bool(markers), agrees if confirmed else None)
    return GroupLevel(
        group=group,
        level=level,
        offered_3=level == 2 and bool(markers),
        markers=markers,
        worker_agrees=agrees,
        reason=reason,
    )


def _workers_view(group: Group) -> Marker:
    return Marker(WORKERS_VIEW, "The worker's own view", (group,), (), "R22", "markers_evidence")

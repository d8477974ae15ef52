"""What falls due in all plans together: a few queries, whatever the number of cases."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bcst_tui.plan.todays import Owed, owed_action, owed_clock, owed_follow_up
from bcst_tui.script.model import SittingKind
from bcst_tui.vault.plan_tables import ActionRow, DeadlineRow, FollowUpRow, PlanRow, SignpostRow
from bcst_tui.vault.tables import MoveRow, SittingRow
from bcst_tui.vault.values import SittingStatus

MOST_NAMED = 500
"""Sittings that a query names one by one; for more, all are read."""
_LATER = aliased(PlanRow)
_NEWEST = ~sa.exists().where(
    col(_LATER.sitting_id) == col(PlanRow.sitting_id), col(_LATER.version) > col(PlanRow.version)
)
_LAST_MOVE = aliased(MoveRow)
_LAST_SEQ = (
    sa.select(sa.func.max(col(_LAST_MOVE.seq)))
    .where(col(_LAST_MOVE.sitting_id) == col(SittingRow.id))
    .correlate(SittingRow)
    .scalar_subquery()
)
_STANDINGS = (
    sa.select(
        col(SittingRow.id),
        col(SittingRow.person_id),
        col(SittingRow.kind),
        col(SittingRow.status),
        col(SittingRow.today),
        col(SittingRow.last_saved_at),
        col(MoveRow.seq),
        col(MoveRow.at),
        col(PlanRow.made_at),
    )
    .select_from(SittingRow)
    .join(MoveRow, (col(MoveRow.sitting_id) == col(SittingRow.id)) & (col(MoveRow.seq) == _LAST_SEQ), isouter=True)
    .join(PlanRow, (col(PlanRow.sitting_id) == col(SittingRow.id)) & _NEWEST, isouter=True)
    .order_by(col(SittingRow.id))
)
_ACTIONS = (
    sa.select(
        col(PlanRow.sitting_id),
        col(ActionRow.activity),
        col(ActionRow.title),
        col(ActionRow.due_on),
        col(ActionRow.status),
    )
    .select_from(PlanRow)
    .join(ActionRow, col(ActionRow.plan_id) == col(PlanRow.id))
    .where(_NEWEST)
    .order_by(col(PlanRow.id), col(ActionRow.position))
)
_FOLLOW_UPS = (
    sa.select(
        col(PlanRow.sitting_id),
        col(SignpostRow.service),
        col(ActionRow.activity),
        col(SignpostRow.service_name),
        col(FollowUpRow.due_on),
        col(FollowUpRow.status),
    )
    .select_from(PlanRow)
    .join(FollowUpRow, col(FollowUpRow.plan_id) == col(PlanRow.id))
    .join(SignpostRow, col(SignpostRow.follow_up_id) == col(FollowUpRow.id))
    .join(ActionRow, col(ActionRow.id) == col(SignpostRow.action_id))
    .where(_NEWEST)
    .order_by(col(PlanRow.id), col(SignpostRow.position))
)
_CLOCKS = (
    sa.select(
        col(PlanRow.sitting_id),
        col(DeadlineRow.clock),
        col(DeadlineRow.title),
        col(DeadlineRow.due),
        col(DeadlineRow.note),
    )
    .select_from(PlanRow)
    .join(DeadlineRow, col(DeadlineRow.plan_id) == col(PlanRow.id))
    .where(_NEWEST)
    .order_by(col(PlanRow.id), col(DeadlineRow.position))
)
_OWED: tuple[tuple[Any, Callable[..., Owed]], ...] = (
    (_ACTIONS, owed_action),
    (_FOLLOW_UPS, owed_follow_up),
    (_CLOCKS, owed_clock),
)


@dataclass(frozen=True)
class Standing:
    """One sitting, how far it has come, and when its newest plan was made."""

    id: int
    person_id: int
    kind: SittingKind
    status: SittingStatus
    on: date
    last_saved_at: datetime
    moves: int
    moved_at: datetime | None
    plan_made_at: datetime | None


@dataclass(frozen=True)
class DueRecords:
    _session: Session = field(repr=False)

    def standings(self, person_id: int | None = None) -> list[Standing]:
        """Every sitting of everybody, or of one person; the oldest first."""
        wanted = _STANDINGS if person_id is None else _STANDINGS.where(col(SittingRow.person_id) == person_id)
        return [_standing(*row) for row in self._rows(wanted)]

    def owed(self, sitting_ids: Collection[int]) -> Mapping[int, tuple[Owed, ...]]:
        """What the newest plan of each of these sittings owes; the same as `owed_by` that plan."""
        found: dict[int, list[Owed]] = {sitting_id: [] for sitting_id in sitting_ids}
        for query, as_owed in _OWED:
            few = len(found) <= MOST_NAMED
            wanted = query.where(col(PlanRow.sitting_id).in_(found)) if few else query
            for sitting_id, *told in self._rows(wanted):
                if sitting_id in found:
                    found[sitting_id].append(as_owed(*told))
        return {sitting_id: tuple(owed) for sitting_id, owed in found.items()}

    def _rows(self, query: Any) -> Any:
        return self._session.connection().execute(query)


def _standing(
    sitting_id: int,
    person_id: int,
    kind: str,
    status: str,
    on: date,
    last_saved_at: datetime,
    moves: int | None,
    moved_at: datetime | None,
    plan_made_at: datetime | None,
) -> Standing:
    return Standing(
        sitting_id,
        person_id,
        cast(SittingKind, kind),
        cast(SittingStatus, status),
        on,
        last_saved_at,
        moves or 0,
        moved_at,
        plan_made_at,
    )

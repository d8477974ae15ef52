"""What falls due in all plans together: a few queries, whatever the number of cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
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


@dataclass(frozen=True)
class Standing:
    """One sitting, how far it has come, and whether its newest plan was drawn from all that has been said in it."""

    id: int
    person_id: int
    kind: SittingKind
    status: SittingStatus
    on: date
    last_saved_at: datetime
    moves: int
    plan_is_current: bool


@dataclass(frozen=True)
class DueRecords:
    _session: Session = field(repr=False)

    def standings(self, person_id: int | None = None) -> list[Standing]:
        """Every sitting of everybody, or of one person; the oldest first."""
        of = col(SittingRow.person_id)
        return [_standing(*row) for row in self._rows(_STANDINGS, of, person_id)]

    def owed(self, person_id: int | None = None) -> Mapping[int, tuple[Owed, ...]]:
        """What the newest plan of each sitting owes, by sitting; the same as `owed_by` that plan."""
        found: dict[int, list[Owed]] = defaultdict(list)
        of = col(PlanRow.person_id)
        for sitting_id, *action in self._rows(_ACTIONS, of, person_id):
            found[sitting_id].append(owed_action(*action))
        for sitting_id, *follow_up in self._rows(_FOLLOW_UPS, of, person_id):
            found[sitting_id].append(owed_follow_up(*follow_up))
        for sitting_id, *clock in self._rows(_CLOCKS, of, person_id):
            found[sitting_id].append(owed_clock(*clock))
        return {sitting_id: tuple(owed) for sitting_id, owed in found.items()}

    def _rows(self, query: Any, of: Any, person_id: int | None) -> Any:
        wanted = query if person_id is None else query.where(of == person_id)
        return self._session.connection().execute(wanted)


def _standing(
    sitting_id: int,
    person_id: int,
    kind: str,
    status: str,
    on: date,
    last_saved_at: datetime,
    moves: int | None,
    moved_at: datetime | None,
    drawn_at: datetime | None,
) -> Standing:
    is_current = drawn_at is not None and (moved_at is None or drawn_at > moved_at)
    return Standing(
        sitting_id,
        person_id,
        cast(SittingKind, kind),
        cast(SittingStatus, status),
        on,
        last_saved_at,
        moves or 0,
        is_current,
    )

"""What falls due in all plans together: a few queries, whatever the number of cases."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bcst_tui.plan.model import Group
from bcst_tui.plan.owed import (
    Owed,
    PlanInShort,
    in_short,
    owed_action,
    owed_clock,
    owed_follow_up,
    owed_referral,
)
from bcst_tui.script.model import SittingKind
from bcst_tui.vault.closed import of_this_stay
from bcst_tui.vault.plan_life_tables import ReferralRow
from bcst_tui.vault.plan_tables import (
    ActionRow,
    DeadlineRow,
    FollowUpRow,
    GroupLevelRow,
    NeedRow,
    PlanRow,
    SignpostRow,
)
from bcst_tui.vault.tables import MoveRow, SittingRow
from bcst_tui.vault.values import SittingStatus

MOST_NAMED = 500
"""Sittings that a query names one by one; for more, all are read."""
_LATER = aliased(PlanRow)
_NEWEST = ~sa.exists().where(
    col(_LATER.sitting_id) == col(PlanRow.sitting_id), col(_LATER.version) > col(PlanRow.version)
)
_SITTING_OF_PLAN = col(PlanRow.sitting_id)
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
    .where(of_this_stay())
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
        col(SignpostRow.safe_to_contact),
    )
    .select_from(PlanRow)
    .join(FollowUpRow, col(FollowUpRow.plan_id) == col(PlanRow.id))
    .join(SignpostRow, col(SignpostRow.follow_up_id) == col(FollowUpRow.id))
    .join(ActionRow, col(ActionRow.id) == col(SignpostRow.action_id))
    .where(_NEWEST)
    .order_by(col(PlanRow.id), col(SignpostRow.position))
)
_REFERRALS = (
    sa.select(
        col(PlanRow.sitting_id),
        col(ReferralRow.service),
        col(ActionRow.activity),
        col(ReferralRow.number),
        col(ReferralRow.service_name),
        col(ReferralRow.check_on),
        col(ReferralRow.status),
    )
    .select_from(PlanRow)
    .join(ActionRow, col(ActionRow.plan_id) == col(PlanRow.id))
    .join(ReferralRow, col(ReferralRow.action_id) == col(ActionRow.id))
    .where(_NEWEST)
    .order_by(col(PlanRow.id), col(ReferralRow.position))
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
_NEEDS = (
    sa.select(col(PlanRow.sitting_id), col(NeedRow.group), col(NeedRow.status))
    .select_from(PlanRow)
    .join(NeedRow, col(NeedRow.plan_id) == col(PlanRow.id))
    .where(_NEWEST)
)
_LEVELS = (
    sa.select(col(PlanRow.sitting_id), col(GroupLevelRow.level))
    .select_from(PlanRow)
    .join(GroupLevelRow, col(GroupLevelRow.plan_id) == col(PlanRow.id))
    .where(_NEWEST)
)
_OWED: tuple[tuple[Any, Callable[..., Owed]], ...] = (
    (_ACTIONS, owed_action),
    (_FOLLOW_UPS, owed_follow_up),
    (_REFERRALS, owed_referral),
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

    def standings(self, person_ids: Collection[int] | None = None) -> list[Standing]:
        """Every sitting of everybody, or of these people; the oldest first."""
        if person_ids is None or len(person_ids) > MOST_NAMED:
            wanted = None if person_ids is None else set(person_ids)
            return [one for one in map(_of_row, self._rows(_STANDINGS)) if wanted is None or one.person_id in wanted]
        return [_of_row(row) for row in self._rows(_STANDINGS.where(col(SittingRow.person_id).in_(person_ids)))]

    def owed(self, sitting_ids: Collection[int]) -> Mapping[int, tuple[Owed, ...]]:
        """What the newest plan of each of these sittings owes; the same as `owed_by` that plan."""
        found: dict[int, list[Owed]] = {sitting_id: [] for sitting_id in sitting_ids}
        for query, as_owed in _OWED:
            for sitting_id, *told in self._of(query, found):
                found[sitting_id].append(as_owed(*told))
        return {sitting_id: tuple(owed) for sitting_id, owed in found.items()}

    def in_short(self, sitting_ids: Collection[int]) -> Mapping[int, PlanInShort]:
        """The newest plan of each of these sittings, as lists show it; the same as `plan_in_short` of it."""
        owed = self.owed(sitting_ids)
        needs: dict[int, list[tuple[Group, str]]] = {sitting_id: [] for sitting_id in owed}
        levels: dict[int, list[int]] = {sitting_id: [] for sitting_id in owed}
        for sitting_id, group, status in self._of(_NEEDS, owed):
            needs[sitting_id].append((group, status))
        for sitting_id, level in self._of(_LEVELS, owed):
            levels[sitting_id].append(level)
        return {one: in_short(owed[one], needs[one], levels[one]) for one in owed}

    def with_answer_to(self, question_id: str, sitting_ids: Collection[int]) -> set[int]:
        """Those of these sittings in which something was said to this question at some time."""
        query = sa.select(col(MoveRow.sitting_id)).where(col(MoveRow.question_id) == question_id).distinct()
        return {sitting_id for (sitting_id,) in self._of(query, sitting_ids, col(MoveRow.sitting_id))}

    def _of(self, query: Any, sitting_ids: Collection[int], column: Any = _SITTING_OF_PLAN) -> Any:
        """The rows of these sittings, each beginning with its sitting's number."""
        few = len(sitting_ids) <= MOST_NAMED
        rows = self._rows(query.where(column.in_(sitting_ids)) if few else query)
        wanted = set(sitting_ids)
        return rows if few else [row for row in rows if row[0] in wanted]

    def _rows(self, query: Any) -> Any:
        return self._session.connection().execute(query)


def _of_row(row: Any) -> Standing:
    return _standing(*row)


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

"""What figures are counted from: a few queries over whole tables, whatever the number of cases; and figures kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from bcst_tui.plan.figures import REVIEW_CLOCKS, Figure, Figures, ReviewAsked
from bcst_tui.plan.quarters import Quarter
from bcst_tui.vault.plan_tables import (
    ActionRow,
    DeadlineRow,
    FollowUpRow,
    GroupLevelRow,
    NeedRow,
    PlanRow,
)
from bcst_tui.vault.statement_tables import KeptFigure
from bcst_tui.vault.tables import MoveRow, PersonRow, SittingRow

_LATER = aliased(PlanRow)
_NEWEST = ~sa.exists().where(
    col(_LATER.sitting_id) == col(PlanRow.sitting_id), col(_LATER.version) > col(PlanRow.version)
)
_OPEN_NEEDS = ("proposed", "confirmed", "being_met", "unmet")


@dataclass(frozen=True)
class Held:
    """The newest interview of a person that was held in a quarter, and the number of its plan, if one was kept."""

    person_id: int
    sitting_id: int
    kind: str
    on: date
    born: date | None = field(repr=False)
    plan_id: int | None
    private_part: str = "not_opened"


@dataclass(frozen=True)
class InPlans:
    """What the plans of these interviews hold, by the number of the plan."""

    levels: dict[int, dict[str, int]] = field(repr=False)
    open_in: dict[int, set[str]] = field(repr=False)
    actions: dict[int, dict[str, str]] = field(repr=False)
    outcomes: dict[int, set[str]] = field(repr=False)
    clocks: dict[int, dict[str, tuple[str, date | None]]] = field(repr=False)


@dataclass(frozen=True)
class FigureRecords:
    _session: Session = field(repr=False)

    def held(self, quarter: Quarter) -> list[Held]:
        """Everybody once, by the newest of their completed interviews of the quarter."""
        newest = (
            sa.select(sa.func.max(col(SittingRow.id)))
            .where(col(SittingRow.status) == "completed", col(SittingRow.today).between(quarter.first, quarter.last))
            .group_by(col(SittingRow.person_id))
        )
        found = (
            sa.select(
                col(SittingRow.person_id),
                col(SittingRow.id),
                col(SittingRow.kind),
                col(SittingRow.today),
                col(PersonRow.birth_date),
                col(PlanRow.id),
                col(SittingRow.private_part),
            )
            .select_from(SittingRow)
            .join(PersonRow, col(PersonRow.id) == col(SittingRow.person_id))
            .join(PlanRow, (col(PlanRow.sitting_id) == col(SittingRow.id)) & _NEWEST, isouter=True)
            .where(col(SittingRow.id).in_(newest))
        )
        return [Held(*row) for row in self._rows(found)]

    def in_plans(self, plan_ids: Iterable[int]) -> InPlans:
        """What is counted of these plans."""
        wanted = frozenset(plan_ids)
        plans = InPlans(defaultdict(dict), defaultdict(set), defaultdict(dict), defaultdict(set), defaultdict(dict))
        for plan_id, group, level in self._of(wanted, GroupLevelRow, GroupLevelRow.group, GroupLevelRow.level):
            plans.levels[plan_id][group] = level
        for plan_id, group, status in self._of(wanted, NeedRow, NeedRow.group, NeedRow.status):
            if status in _OPEN_NEEDS:
                plans.open_in[plan_id].add(group)
        for plan_id, activity, status in self._of(wanted, ActionRow, ActionRow.activity, ActionRow.status):
            plans.actions[plan_id][activity] = status
        for plan_id, status, outcome in self._of(wanted, FollowUpRow, FollowUpRow.status, FollowUpRow.outcome):
            plans.outcomes[plan_id].add(outcome or status)
        for plan_id, clock, state, due in self._of(
            wanted, DeadlineRow, DeadlineRow.clock, DeadlineRow.state, DeadlineRow.due
        ):
            plans.clocks[plan_id][clock] = (state, due)
        return plans

    def not_finished(self, quarter: Quarter) -> int:
        """How many people have an interview that was begun in the quarter and is not ended."""
        found = sa.select(sa.func.count(sa.distinct(col(SittingRow.person_id)))).where(
            col(SittingRow.status).in_(("open", "paused")),
            col(SittingRow.today).between(quarter.first, quarter.last),
        )
        return int(self._session.connection().execute(found).scalar_one())

    def reviews(self) -> dict[int, list[ReviewAsked]]:
        """What the newest plan of every interview that was held asks for, by person, in the order of interviews."""
        found = (
            sa.select(
                col(SittingRow.person_id),
                col(SittingRow.id),
                col(SittingRow.kind),
                col(SittingRow.today),
                col(DeadlineRow.clock),
                col(DeadlineRow.due),
            )
            .select_from(SittingRow)
            .join(PlanRow, (col(PlanRow.sitting_id) == col(SittingRow.id)) & _NEWEST)
            .join(DeadlineRow, col(DeadlineRow.plan_id) == col(PlanRow.id))
            .where(col(SittingRow.status) == "completed", col(DeadlineRow.clock).in_(REVIEW_CLOCKS))
            .order_by(col(SittingRow.id))
        )
        clocks: dict[tuple[int, int, bool, date], dict[str, date | None]] = defaultdict(dict)
        for person_id, sitting_id, kind, on, clock, due in self._rows(found):
            clocks[person_id, sitting_id, kind == "review", on][clock] = due
        asked: dict[int, list[ReviewAsked]] = defaultdict(list)
        for (person_id, _, is_review, on), of_plan in clocks.items():
            asked[person_id].append(ReviewAsked(is_review, on, of_plan))
        return asked

    def asked_twice(self, question_ids: Sequence[str]) -> set[int]:
        """Everybody with an answer to one of these in more than one interview."""
        found = (
            sa.select(col(SittingRow.person_id))
            .select_from(SittingRow)
            .join(MoveRow, col(MoveRow.sitting_id) == col(SittingRow.id))
            .where(col(MoveRow.question_id).in_(question_ids), col(MoveRow.value).is_not(None))
            .group_by(col(SittingRow.person_id))
            .having(sa.func.count(sa.distinct(col(SittingRow.id))) > 1)
        )
        return {person_id for (person_id,) in self._rows(found)}

    def first_day(self) -> date | None:
        """The day of the first interview of all."""
        found = sa.select(col(SittingRow.today)).order_by(col(SittingRow.today)).limit(1)
        return next((day for (day,) in self._rows(found)), None)

    def keep(self, figures: Figures, on: date) -> None:
        """Settle the figures of a quarter: from now on these are the ones told of it."""
        for position, one in enumerate(figures.lines):
            self._session.add(
                KeptFigure(
                    quarter=figures.quarter.code,
                    position=position,
                    part=one.part,
                    line=one.line,
                    told=one.told,
                    made_on=on,
                )
            )
        self._session.flush()

    def kept(self, quarter: Quarter) -> Figures | None:
        """The figures of a quarter as they were first written to a file, if they were."""
        found = select(KeptFigure).where(col(KeptFigure.quarter) == quarter.code).order_by(col(KeptFigure.position))
        rows = self._session.exec(found).all()
        if not rows:
            return None
        return Figures(quarter, tuple(Figure(row.part, row.line, row.told) for row in rows), rows[0].made_on)

    def _of(self, wanted: frozenset[int], table: Any, *columns: Any) -> Any:
        """These columns of every plan that is wanted: past a few hundred, all are read and most passed over."""
        found = sa.select(col(table.plan_id), *map(col, columns))
        few = found.where(col(table.plan_id).in_(wanted)) if len(wanted) <= 500 else found
        return (row for row in self._rows(few) if row[0] in wanted)

    def _rows(self, query: Any) -> Any:
        return self._session.connection().execute(query)

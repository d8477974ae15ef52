"""The log of a plan's edits, which only grows; the times somebody came back; interviews that are two assessments."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from sqlalchemy import func
from sqlmodel import Session, col, select

from bcst_tui.plan.comparing import Change, ChangeKind
from bcst_tui.script.model import SittingKind
from bcst_tui.vault.closed import refuse_closed_sitting
from bcst_tui.vault.edit_tables import PlanEditRow, SittingAlsoRow, StayRow
from bcst_tui.vault.edit_values import PlanEdit, Stay
from bcst_tui.vault.records_people import NotInVault
from bcst_tui.vault.tables import SittingRow


@dataclass(frozen=True)
class EditRecords:
    _session: Session = dataclasses.field(repr=False)

    def add(self, edits: Iterable[PlanEdit]) -> None:
        """Write these into the log, in the transaction of the edit itself."""
        for edit in edits:
            sitting = self._session.get(SittingRow, edit.sitting_id)
            if sitting is None:
                raise NotInVault(f"no sitting {edit.sitting_id}")
            self._session.add(_row(sitting.person_id, edit))
        self._session.flush()

    def of(self, person_id: int) -> list[PlanEdit]:
        """All of one person's, oldest first."""
        found = select(PlanEditRow).where(col(PlanEditRow.person_id) == person_id).order_by(col(PlanEditRow.id))
        return [_edit(row) for row in self._session.exec(found)]

    def stands_for(self, sitting_id: int, kind: SittingKind, held_on: date) -> None:
        """Note that an interview is another dated assessment as well (R08). Raises CaseClosed."""
        refuse_closed_sitting(self._session, sitting_id)
        if self._session.get(SittingAlsoRow, (sitting_id, kind)) is None:
            self._session.add(SittingAlsoRow(sitting_id=sitting_id, kind=kind, held_on=held_on))
            self._session.flush()

    def also(self, sitting_id: int) -> list[tuple[SittingKind, date]]:
        """What other assessments an interview is, and on which day each was held."""
        found = select(SittingAlsoRow).where(col(SittingAlsoRow.sitting_id) == sitting_id)
        return [(cast(SittingKind, row.kind), row.held_on) for row in self._session.exec(found)]

    def all_also(self) -> dict[int, tuple[SittingKind, ...]]:
        """What other assessments interviews are, by sitting; none that is only what it is."""
        told: dict[int, tuple[SittingKind, ...]] = {}
        for row in self._session.exec(select(SittingAlsoRow)):
            told[row.sitting_id] = (*told.get(row.sitting_id, ()), cast(SittingKind, row.kind))
        return told


@dataclass(frozen=True)
class StayRecords:
    _session: Session = dataclasses.field(repr=False)

    def begin(self, person_id: int, began_on: date, released_on: date, within: bool, at: datetime) -> Stay:
        """Somebody came back; every sitting from now on belongs to this time in prison."""
        last = select(func.max(col(SittingRow.id))).where(col(SittingRow.person_id) == person_id)
        row = StayRow(
            person_id=person_id,
            began_on=began_on,
            released_on=released_on,
            is_within_six_months=within,
            after_sitting=self._session.exec(last).one() or 0,
            noted_at=at,
        )
        self._session.add(row)
        self._session.flush()
        return _stay(row)

    def of(self, person_id: int) -> list[Stay]:
        """Each time this person came back, the first one first."""
        found = select(StayRow).where(col(StayRow.person_id) == person_id).order_by(col(StayRow.after_sitting))
        return [_stay(row) for row in self._session.exec(found)]

    def all(self) -> dict[int, list[Stay]]:
        """Everybody's, by the number of the person; nobody who has not come back."""
        told: dict[int, list[Stay]] = {}
        for row in self._session.exec(select(StayRow).order_by(col(StayRow.after_sitting))):
            told.setdefault(row.person_id, []).append(_stay(row))
        return told


def _row(person_id: int, edit: PlanEdit) -> PlanEditRow:
    change = edit.change
    return PlanEditRow(
        person_id=person_id,
        sitting_id=edit.sitting_id,
        version=edit.version,
        at=edit.at,
        on_day=edit.on,
        done_by=edit.by,
        role=edit.role,
        why=edit.why,
        kind=change.kind,
        part=change.part,
        code=change.code,
        title=change.title,
        field=change.field,
        before=change.before,
        after=change.after,
    )


def _edit(row: PlanEditRow) -> PlanEdit:
    change = Change(cast(ChangeKind, row.kind), row.part, row.code, row.title, row.field, row.before, row.after)
    return PlanEdit(row.sitting_id, row.version, row.at, row.on_day, row.done_by, row.role, row.why, change)


def _stay(row: StayRow) -> Stay:
    return Stay(row.person_id, row.began_on, row.released_on, row.is_within_six_months, row.after_sitting)

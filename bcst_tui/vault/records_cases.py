"""What happens to a case as a whole: closing, reopening, merging; its notes, and the references it had."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Column, Table
from sqlmodel import Session, SQLModel, col, delete, func, select, update

from bcst_tui.vault.case_tables import CaseEventRow, CaseNoteRow, FormerReference
from bcst_tui.vault.closed import STANDING, refuse_closed
from bcst_tui.vault.plan_tables import PlanRow
from bcst_tui.vault.private_tables import PrivatePart
from bcst_tui.vault.records_lists import MADE_ANEW, MOST_NAMED, forget_lines
from bcst_tui.vault.records_people import NotInVault
from bcst_tui.vault.tables import PersonRow
from bcst_tui.vault.values import CLOSING, CaseEvent, CaseEventKind, CaseNote

NEVER_COUNTED = (*MADE_ANEW, SQLModel.metadata.tables[PrivatePart.__tablename__])
"""What says nothing the others don't, and the private part, of which there is one for everybody."""


@dataclass(frozen=True)
class CaseRecords:
    _session: Session = field(repr=False)

    def add_event(self, event: CaseEvent) -> None:
        self._session.add(
            CaseEventRow(
                person_id=event.person_id,
                at=event.at,
                on_day=event.on,
                what=event.what,
                done_by=event.by,
                words=event.words,
            )
        )
        self._session.flush()

    def events(self, person_id: int) -> list[CaseEvent]:
        """All of one case's, oldest first."""
        found = select(CaseEventRow).where(col(CaseEventRow.person_id) == person_id).order_by(col(CaseEventRow.id))
        return [_event(row) for row in self._session.exec(found)]

    def closings(self, person_ids: Collection[int]) -> dict[int, CaseEvent]:
        """How each closed one of these cases was closed, by its person's number."""
        found = select(CaseEventRow).where(col(CaseEventRow.what).in_(STANDING)).order_by(col(CaseEventRow.id))
        last = {row.person_id: _event(row) for row in self._among(found, CaseEventRow.person_id, person_ids)}
        return {person_id: event for person_id, event in last.items() if event.what in CLOSING}

    def closing(self, person_id: int) -> CaseEvent | None:
        """How this case was closed; None while it is open."""
        standing = (
            select(CaseEventRow)
            .where(col(CaseEventRow.person_id) == person_id, col(CaseEventRow.what).in_(STANDING))
            .order_by(col(CaseEventRow.id).desc())
        )
        row = self._session.exec(standing).first()
        return _event(row) if row is not None and row.what in CLOSING else None

    def refuse_closed(self, person_id: int) -> None:
        """Raises CaseClosed if this person's case is."""
        refuse_closed(self._session, person_id)

    def add_note(
        self,
        person_id: int,
        words: str,
        audience: str,
        by: str,
        on: date,
        at: datetime,
        sitting_id: int | None = None,
    ) -> CaseNote:
        """Keep a note; from now on it can only be struck. Raises CaseClosed."""
        refuse_closed(self._session, person_id)
        row = CaseNoteRow(
            person_id=person_id,
            sitting_id=sitting_id,
            written_at=at,
            written_on=on,
            written_by=by,
            audience=audience,
            words=words,
        )
        self._session.add(row)
        self._session.flush()
        return _note(row)

    def notes(self, person_id: int) -> list[CaseNote]:
        """All of one case's, struck ones too, oldest first."""
        found = select(CaseNoteRow).where(col(CaseNoteRow.person_id) == person_id).order_by(col(CaseNoteRow.id))
        return [_note(row) for row in self._session.exec(found)]

    def note(self, note_id: int) -> CaseNote:
        return _note(self._note_row(note_id))

    def strike_note(self, note_id: int, by: str, at: datetime) -> CaseNote:
        """Strike a note through; its words stay. Raises CaseClosed."""
        row = self._note_row(note_id)
        refuse_closed(self._session, row.person_id)
        row.struck_at, row.struck_by = at, by
        self._session.flush()
        return _note(row)

    def has_agreed_plan(self, person_id: int) -> bool:
        found = select(PlanRow.id).where(col(PlanRow.person_id) == person_id, col(PlanRow.status) == "agreed")
        return self._session.exec(found).first() is not None

    def former_references(self, person_id: int) -> list[str]:
        """The references of cases that were merged into this one."""
        found = select(FormerReference.reference).where(col(FormerReference.person_id) == person_id)
        return sorted(self._session.exec(found))

    def merged_at(self, person_id: int) -> datetime | None:
        """When another case was last made one with this one, if any was."""
        found = select(func.max(col(FormerReference.since))).where(col(FormerReference.person_id) == person_id)
        return self._session.exec(found).one()

    def former_references_among(self, person_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
        """Those of these people, by the number of the person; nobody who has none."""
        found: dict[int, tuple[str, ...]] = {}
        ordered = select(FormerReference).order_by(col(FormerReference.reference))
        for row in self._among(ordered, FormerReference.person_id, person_ids):
            found[row.person_id] = (*found.get(row.person_id, ()), row.reference)
        return found

    def counts(self, person_id: int) -> dict[str, int]:
        """How many rows of each table that may be counted are this person's."""
        self._session.flush()
        counted = {
            table.name: self._session.connection().execute(select(func.count()).where(column == person_id)).scalar_one()
            for table, column in _naming_a_person()
            if table not in NEVER_COUNTED
        }
        return {name: count for name, count in counted.items() if count}

    def merge(self, stays_id: int, goes_id: int, at: datetime) -> None:
        """Carry all of one person's records to another and let the emptied one go; its reference leads on.

        Raises CaseClosed if either is.
        """
        for person_id in (stays_id, goes_id):
            refuse_closed(self._session, person_id)
        goes = self._session.get(PersonRow, goes_id)
        if goes is None or stays_id == goes_id or self._session.get(PersonRow, stays_id) is None:
            raise NotInVault(f"no two people {stays_id} and {goes_id}")
        forget_lines(self._session, (stays_id, goes_id))
        for table, column in _naming_a_person():
            moved = update(table).where(column == goes_id).values({column.name: stays_id})
            self._session.connection().execute(moved)
        self._session.add(FormerReference(reference=goes.reference, person_id=stays_id, since=at))
        self._erase_row(goes_id)

    def erase(self, person_id: int) -> None:
        """Take a person out with everything of theirs."""
        self._erase_row(person_id)

    def _among(self, query: Any, column: Any, person_ids: Collection[int]) -> Iterator[Any]:
        """The rows of these people: named where they are few, else looked through."""
        few = len(person_ids) <= MOST_NAMED
        wanted = set(person_ids)
        found = self._session.exec(query.where(col(column).in_(person_ids)) if few else query)
        yield from (row for row in found if few or row.person_id in wanted)

    def _erase_row(self, person_id: int) -> None:
        """Past the session: it must not think of the rows it knows as still there."""
        self._session.flush()
        self._session.connection().execute(delete(PersonRow).where(col(PersonRow.id) == person_id))
        self._session.expire_all()

    def _note_row(self, note_id: int) -> CaseNoteRow:
        row = self._session.get(CaseNoteRow, note_id)
        if row is None:
            raise NotInVault(f"no note {note_id}")
        return row


def _naming_a_person() -> Iterator[tuple[Table, Column[Any]]]:
    """Every table that says whose its rows are, those added later too."""
    for table in SQLModel.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column.table.name == PersonRow.__tablename__ for key in column.foreign_keys):
                yield table, column


def _event(row: CaseEventRow) -> CaseEvent:
    return CaseEvent(row.person_id, row.at, row.on_day, cast(CaseEventKind, row.what), row.done_by, row.words)


def _note(row: CaseNoteRow) -> CaseNote:
    assert row.id is not None
    return CaseNote(
        id=row.id,
        person_id=row.person_id,
        written_at=row.written_at,
        written_on=row.written_on,
        by=row.written_by,
        audience=row.audience,
        words=row.words,
        sitting_id=row.sitting_id,
        struck_at=row.struck_at,
        struck_by=row.struck_by or "",
    )

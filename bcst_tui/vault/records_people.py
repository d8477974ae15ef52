"""The people whose cases are kept here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session, col, func, or_, select

from bcst_tui.vault.case_tables import FormerReference
from bcst_tui.vault.closed import refuse_closed
from bcst_tui.vault.invented_only import INVENTED_ONLY
from bcst_tui.vault.tables import PersonRow, VaultState
from bcst_tui.vault.values import Person


class NotInVault(LookupError):
    """A bug: a record was asked for by a number that isn't there."""


@dataclass(frozen=True)
class PeopleRecords:
    _session: Session = field(repr=False)

    def all(self) -> list[Person]:
        """Everybody, the newest case last."""
        rows = self._session.exec(select(PersonRow).order_by(col(PersonRow.id)))
        return [_person(row) for row in rows]

    def some(self, person_ids: Collection[int]) -> list[Person]:
        """These people, in the order they are named; a number nobody has is left out."""
        rows = self._session.exec(select(PersonRow).where(col(PersonRow.id).in_(person_ids)))
        found = {row.id: _person(row) for row in rows}
        return [found[number] for number in person_ids if number in found]

    def alike(self, prison_number: str | None, birth_date: date | None) -> list[Person]:
        """Everybody with this prison number, or born on this day; closed cases too."""
        same = []
        if prison_number:
            same.append(col(PersonRow.prison_number) == prison_number)
        if birth_date is not None:
            same.append(col(PersonRow.birth_date) == birth_date)
        rows = self._session.exec(select(PersonRow).where(or_(*same)).order_by(col(PersonRow.id))) if same else ()
        return [_person(row) for row in rows]

    def count(self) -> int:
        return self._session.exec(select(func.count()).select_from(PersonRow)).one()

    def get(self, person_id: int) -> Person:
        return _person(self._row(person_id))

    def by_reference(self, reference: str) -> Person | None:
        """The person with this reference (`BC-0001`), or one merged into theirs; in any case of letters."""
        written = reference.strip().upper()
        now_under = select(FormerReference.person_id).where(col(FormerReference.reference) == written)
        found = select(PersonRow).where((col(PersonRow.reference) == written) | col(PersonRow.id).in_(now_under))
        row = self._session.exec(found).first()
        return None if row is None else _person(row)

    def add(
        self,
        name_used: str,
        at: datetime,
        *,
        legal_name: str = "",
        prison_number: str | None = None,
        birth_date: date | None = None,
        opened_by: str = "",
    ) -> Person:
        """A new case under the next neutral reference; a number is never given twice."""
        state = self._session.exec(select(VaultState)).one()
        state.people_counted += 1
        row = PersonRow(
            reference=f"{self._series}-{state.people_counted:04}",
            name_used=name_used,
            legal_name=legal_name,
            prison_number=prison_number,
            birth_date=birth_date,
            opened_by=opened_by,
            created_at=at,
        )
        self._session.add(row)
        self._session.flush()
        return _person(row)

    def correct(
        self,
        person_id: int,
        *,
        name_used: str,
        legal_name: str = "",
        prison_number: str | None = None,
        birth_date: date | None = None,
    ) -> Person:
        """Put names, number or birth date right; the reference stays. Raises CaseClosed."""
        refuse_closed(self._session, person_id)
        row = self._row(person_id)
        row.name_used, row.legal_name = name_used, legal_name
        row.prison_number, row.birth_date = prison_number, birth_date
        return _person(row)

    @property
    def _series(self) -> str:
        return "TRAINING" if self._session.info.get(INVENTED_ONLY) else "BC"

    def _row(self, person_id: int) -> PersonRow:
        row = self._session.get(PersonRow, person_id)
        if row is None:
            raise NotInVault(f"no person {person_id}")
        return row


def _person(row: PersonRow) -> Person:
    assert row.id is not None
    return Person(
        id=row.id,
        reference=row.reference,
        name_used=row.name_used,
        created_at=row.created_at,
        legal_name=row.legal_name,
        prison_number=row.prison_number,
        birth_date=row.birth_date,
        opened_by=row.opened_by,
    )

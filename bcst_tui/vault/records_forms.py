"""Forms that were begun and are not saved yet: the newest of each form about each thing is the one gone on with.

After a merge two may stand of one form; the older one is found again once the newer one is saved or let go.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, col, delete, select

from bcst_tui.vault.closed import refuse_closed
from bcst_tui.vault.form_tables import FormDraftRow


@dataclass(frozen=True)
class FormDraft:
    """What stood in the fields of a form when it was last kept."""

    number: int
    words: Mapping[str, str] = field(repr=False)
    at: datetime


@dataclass(frozen=True)
class FormRecords:
    _session: Session = field(repr=False)

    def keep(
        self, person_id: int | None, form: str, subject: str, words: Mapping[str, str], at: datetime, number: int | None
    ) -> int:
        """Keep this in the place of the draft of this number, or as a new one; its number. Raises CaseClosed."""
        if person_id is not None:
            refuse_closed(self._session, person_id)
        row = self._session.get(FormDraftRow, number) if number is not None else None
        if row is None:
            row = FormDraftRow(person_id=person_id, form=form, subject=subject, words="", at=at)
        row.words, row.at = json.dumps(words, ensure_ascii=False), at
        self._session.add(row)
        self._session.flush()
        assert row.id is not None
        return row.id

    def newest(self, person_id: int | None, form: str, subject: str) -> FormDraft | None:
        found = (
            select(FormDraftRow)
            .where(
                col(FormDraftRow.person_id).is_not_distinct_from(person_id),
                col(FormDraftRow.form) == form,
                col(FormDraftRow.subject) == subject,
            )
            .order_by(col(FormDraftRow.at).desc(), col(FormDraftRow.id).desc())
        )
        row = self._session.exec(found).first()
        return None if row is None or row.id is None else FormDraft(row.id, json.loads(row.words), row.at)

    def begun(self, person_id: int) -> list[tuple[str, datetime]]:
        """Which forms of this person were begun, and when they were last written in, oldest first."""
        found = select(FormDraftRow).where(col(FormDraftRow.person_id) == person_id).order_by(col(FormDraftRow.at))
        return [(row.form, row.at) for row in self._session.exec(found)]

    def drop(self, number: int) -> None:
        """Let go of one; a number that is gone already is no matter."""
        self._session.connection().execute(delete(FormDraftRow).where(col(FormDraftRow.id) == number))

    def drop_all(self, person_id: int, forms: frozenset[str]) -> None:
        """Let go of all of these forms of one person."""
        theirs = col(FormDraftRow.person_id) == person_id, col(FormDraftRow.form).in_(forms)
        self._session.connection().execute(delete(FormDraftRow).where(*theirs))

"""What people wrote about their convictions, version by version."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast

from sqlmodel import Session, col, select

from bcst_tui.plan.statement import Purpose, Statement
from bcst_tui.vault.closed import refuse_closed
from bcst_tui.vault.statement_tables import StatementRow


@dataclass(frozen=True)
class StatementRecords:
    _session: Session = field(repr=False)

    def add(self, person_id: int, purpose: Purpose, words: str, by: str, on: date, at: datetime) -> None:
        """Keep one more version; no words take it back. Raises CaseClosed."""
        refuse_closed(self._session, person_id)
        self._session.add(
            StatementRow(person_id=person_id, purpose=purpose, words=words, written_by=by, written_on=on, written_at=at)
        )
        self._session.flush()

    def of(self, person_id: int) -> list[Statement]:
        """Every version of every statement of one person, in the order of writing.

        After a merge two people's versions stand in one row of numbers, by when they were written.
        """
        found = (
            select(StatementRow)
            .where(col(StatementRow.person_id) == person_id)
            .order_by(col(StatementRow.written_at), col(StatementRow.id))
        )
        count: Counter[str] = Counter()
        told = []
        for row in self._session.exec(found):
            count[row.purpose] += 1
            told.append(Statement(cast(Purpose, row.purpose), count[row.purpose], row.written_on, row.words))
        return told

"""Feedback, kept so that nobody can tell who gave it: by month, under random keys, in the order of the keys.

A table's rows lie in its pages in the order they were written, whatever its key. So all of them are written anew
whenever one is added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from sqlmodel import Session, col, delete, select

from bcst_tui.disclosure.how_was_that import HowWas
from bcst_tui.vault.case_tables import FeedbackRow, HowWasThatRow
from bcst_tui.vault.values import Feedback

_COLUMNS = ("id", "month", "dealt_with", "listened", "again", "words")


@dataclass(frozen=True)
class FeedbackRecords:
    _session: Session = field(repr=False)

    def add(self, key: str, month: str, given: Feedback) -> None:
        """Keep one among the others; `month` is a year and a month, and `key` says nothing."""
        kept = [{name: getattr(row, name) for name in _COLUMNS} for row in self._rows()]
        kept.append({"id": key, "month": month, **vars(given)})
        connection = self._session.connection()
        connection.execute(delete(FeedbackRow))
        for row in sorted(kept, key=lambda one: one["id"]):
            connection.execute(FeedbackRow.__table__.insert().values(**row))  # type: ignore[attr-defined]
        self._session.expire_all()

    def of_month(self, month: str) -> list[Feedback]:
        """What was said in a month, in no order of time."""
        return [
            Feedback(row.dealt_with, row.listened, row.again, row.words) for row in self._rows() if row.month == month
        ]

    def add_how_was(self, month: str, how: HowWas) -> None:
        """One more who said so of the private part in this month; who, and on which day, is kept nowhere."""
        row = self._session.get(HowWasThatRow, (month, how)) or HowWasThatRow(month=month, how=how, people=0)
        row.people += 1
        self._session.add(row)

    def how_was(self, months: Collection[str]) -> Counter[str]:
        """How many said each, in these months together."""
        rows = self._session.exec(select(HowWasThatRow).where(col(HowWasThatRow.month).in_(months)))
        told: Counter[str] = Counter()
        for row in rows:
            told[row.how] += row.people
        return told

    def _rows(self) -> list[FeedbackRow]:
        return list(self._session.exec(select(FeedbackRow).order_by(col(FeedbackRow.id))))

"""Entries that were begun and are no answers yet: one in a sitting, gone once its question is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, func, or_
from sqlmodel import Session, col, delete

from bcst_tui.interview.draft import Draft
from bcst_tui.interview.state import Move
from bcst_tui.vault.closed import refuse_closed_sitting
from bcst_tui.vault.tables import DraftRow

_SETTLED = delete(DraftRow).where(
    col(DraftRow.sitting_id) == bindparam("sitting"),
    or_(
        col(DraftRow.question_id) == bindparam("question"),
        func.substr(col(DraftRow.question_id), 1, func.length(bindparam("row"))) == bindparam("row"),
    ),
)
NO_ROW = "\n"
"""Begins no question's id."""


@dataclass(frozen=True)
class DraftRecords:
    _session: Session = field(repr=False)

    def keep(self, sitting_id: int, draft: Draft, at: datetime) -> None:
        """Keep this in the place of what was kept before. Raises CaseClosed."""
        refuse_closed_sitting(self._session, sitting_id)
        row = DraftRow(sitting_id=sitting_id, question_id=draft.question_id, words=draft.words, at=at)
        self._session.merge(row)

    def of(self, sitting_id: int) -> Draft | None:
        row = self._session.get(DraftRow, sitting_id)
        return Draft(row.question_id, row.words) if row else None

    def drop(self, sitting_id: int) -> None:
        row = self._session.get(DraftRow, sitting_id)
        if row is not None:
            self._session.delete(row)

    def settle(self, sitting_id: int, moves: Sequence[Move]) -> None:
        """Let go of a draft whose question these moves answer, or whose row they take out."""
        for move in moves:
            if move.act in ("answer", "remove_row"):
                row = f"{move.question}." if move.act == "remove_row" else NO_ROW
                given = {"sitting": sitting_id, "question": move.question, "row": row}
                self._session.connection().execute(_SETTLED, given)

"""The tables of case keeping: what happened to a case, its notes, the references it had, and nobody's feedback.

Like `tables`, without `from __future__ import annotations`.
"""

from datetime import date, datetime
from typing import get_args

import sqlalchemy as sa

from bcst_tui.disclosure.how_was_that import HOW_WAS
from bcst_tui.vault.columns import day, key, moment, number, one_of, part_of, score, text
from bcst_tui.vault.tables import STRICT, Row
from bcst_tui.vault.values import CaseEventKind


class CaseEventRow(Row, table=True):
    """One thing that happened to a case; only ever added. A merge may carry it to another person."""

    __tablename__ = "case_event"
    id: int | None = key()
    person_id: int = part_of("person")
    at: datetime = moment()
    on_day: date = day()
    what: str = one_of("what", get_args(CaseEventKind))
    done_by: str = text()
    words: str = text()


class FormerReference(Row, table=True):
    """A reference that was merged into a case, so that old papers are still found by it."""

    __tablename__ = "former_reference"
    reference: str = text(primary=True)
    person_id: int = part_of("person")
    since: datetime = moment()


class CaseNoteRow(Row, table=True):
    """A worker's words; never edited, only struck through."""

    __tablename__ = "case_note"
    __table_args__ = (sa.CheckConstraint("(struck_at IS NULL) = (struck_by IS NULL)"), STRICT)
    id: int | None = key()
    person_id: int = part_of("person")
    sitting_id: int | None = part_of("sitting", optional=True)
    written_at: datetime = moment()
    written_on: date = day()
    written_by: str = text()
    audience: str = text()
    words: str = text()
    struck_at: datetime | None = moment(optional=True)
    struck_by: str | None = text(optional=True)


class FeedbackRow(Row, table=True):
    """What somebody thought, by month. Its key is random, and the rows lie in the key's order, not in time's."""

    __tablename__ = "feedback"
    __table_args__ = (
        sa.CheckConstraint("month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'"),
        {**STRICT, "sqlite_with_rowid": False},
    )
    id: str = text(primary=True)
    month: str = text()
    dealt_with: int | None = score("dealt_with")
    listened: int | None = score("listened")
    again: int | None = score("again")
    words: str = text()


class HowWasThatRow(Row, table=True):
    """How many said so of the private part in a month; a count, and no row of anybody's."""

    __tablename__ = "how_was_that"
    __table_args__ = (sa.CheckConstraint("month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'"), STRICT)
    month: str = text(primary=True)
    how: str = one_of("how", HOW_WAS, primary=True)
    people: int = number()

"""The tables the lists are read from, and the interviews that were not held.

Like `tables`, without `from __future__ import annotations`. All but `not_held` can be made anew from the others.
"""

from datetime import date, datetime
from typing import get_args

import sqlalchemy as sa

from bcst_tui.vault.columns import day, flag, key, moment, number, one_of, only_row, part_of, text
from bcst_tui.vault.tables import STRICT, Row
from bcst_tui.vault.values import NotHeldReason


class NotHeldRow(Row, table=True):
    """A meeting that did not happen; only ever added. A merge may carry it to another person."""

    __tablename__ = "not_held"
    __table_args__ = (sa.CheckConstraint("reason != 'other' OR words != ''"), STRICT)
    id: int | None = key()
    person_id: int = part_of("person")
    on_day: date = day()
    reason: str = one_of("reason", get_args(NotHeldReason))
    words: str = text()
    next_attempt: date | None = day(optional=True)
    noted_at: datetime = moment()
    noted_by: str = text()


class ListState(Row, table=True):
    """By which program and which clocks the lines were made."""

    __tablename__ = "list_state"
    id: int | None = only_row()
    stamp: str = text()


class StaleRow(Row, table=True):
    """A case that has changed since its lines were made: triggers put it here."""

    __tablename__ = "case_stale"
    person_id: int = part_of("person", primary=True)


class CaseLineRow(Row, table=True):
    """What a case can be found by; `worked_out_on` is a day where part of it was derived for that day alone."""

    __tablename__ = "case_line"
    __table_args__ = (
        sa.Index("ix_case_line_worked_out_on", "worked_out_on"),
        sa.Index("ix_case_line_unfinished", "is_unfinished", "saved_at"),
        STRICT,
    )
    person_id: int = part_of("person", primary=True)
    sought: str = text()
    is_closed: bool = flag("is_closed")
    is_unfinished: bool = flag("is_unfinished")
    late_from: date | None = day(optional=True)
    release_on: date | None = day(optional=True)
    pathways: str = text()
    level: int = number()
    worked_out_on: date | None = day(optional=True)
    sitting_kind: str | None = text(optional=True)
    sitting_status: str | None = text(optional=True)
    saved_at: datetime | None = moment(optional=True)


class OwedLineRow(Row, table=True):
    """What a case owes on one day, of one sort."""

    __tablename__ = "owed_line"
    __table_args__ = (sa.Index("ix_owed_line_due", "sort", "due_on", "person_id", "until"), STRICT)
    person_id: int = part_of("person", primary=True)
    place: int = number(primary=True)
    sort: str = text()
    thing: str = text()
    due_on: date | None = day(optional=True)
    until: date | None = day(optional=True)
    sitting_id: int | None = number(optional=True)
    sitting_kind: str | None = text(optional=True)
    sitting_on: date | None = day(optional=True)
    codes: str = text()
    titles: str = text()

"""The tables of what a person writes about convictions, and of figures that were written down, which are nobody's.

Like `tables`, without `from __future__ import annotations`.
"""

from datetime import date, datetime
from typing import get_args

from bcst_tui.plan.statement import Purpose
from bcst_tui.vault.columns import day, key, moment, number, one_of, part_of, text
from bcst_tui.vault.tables import Row


class StatementRow(Row, table=True):
    """One version of a statement; only ever added. A merge may carry it to another person. Empty: taken back."""

    __tablename__ = "statement"
    id: int | None = key()
    person_id: int = part_of("person")
    purpose: str = one_of("purpose", get_args(Purpose))
    written_at: datetime = moment()
    written_on: date = day()
    written_by: str = text()
    words: str = text()


class KeptFigure(Row, table=True):
    """One figure as it was first written to a file: a quarter is told once, and the same for ever."""

    __tablename__ = "kept_figure"
    quarter: str = text(primary=True)
    position: int = number(primary=True)
    part: str = text()
    line: str = text()
    told: str = text()
    made_on: date = day()

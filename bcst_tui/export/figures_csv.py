"""Management figures as CSV that spreadsheets open: every cell quoted, none of them a formula."""

from __future__ import annotations

from collections.abc import Iterable

from bcst_tui.plan.figures import Figures
from bcst_tui.text import one_line

HEAD = ("quarter", "made_on", "part", "line", "people")
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def figures_csv(figures: Figures) -> str:
    """One line a figure, under a head; with the day the figures were settled."""
    made_on = figures.kept_on.isoformat() if figures.kept_on else ""
    rows = [HEAD, *((figures.quarter.code, made_on, one.part, one.line, one.told) for one in figures.lines)]
    return "".join(f"{_row(row)}\r\n" for row in rows)


def _row(cells: Iterable[str]) -> str:
    return ",".join(map(cell, cells))


def cell(words: str) -> str:
    """One cell: in quotes, on one line, and with an apostrophe before what a spreadsheet would work out."""
    line = one_line(words)
    safe = f"'{line}" if line.startswith(_BEGINS_A_FORMULA) else line
    return '"' + safe.replace('"', '""') + '"'

"""Marks on whatever leaves a training vault: on copies, on the names of files, and in files that are no copies."""

from __future__ import annotations

from dataclasses import replace

from bcst_tui.casebook.values import Surroundings
from bcst_tui.export.calendar import named_calendar
from bcst_tui.export.document import Copy
from bcst_tui.export.figures_csv import cell
from bcst_tui.training.invented import WATERMARK, marked_name


def marked_copy(copy: Copy, around: Surroundings) -> Copy:
    """The copy, with the watermark first and last where this is training."""
    return replace(copy, banner=WATERMARK) if around.is_training else copy


def copy_name(copy: Copy, file_name: str) -> str:
    """The name of the copy's file, which says that nobody is real where the copy does."""
    return marked_name(file_name) if copy.banner else file_name


def marked_file(name: str, around: Surroundings) -> str:
    """The name of a file that is no copy: a calendar, figures."""
    return marked_name(name) if around.is_training else name


def marked_rows(csv: str, around: Surroundings) -> str:
    """Rows for a spreadsheet, between two that say what they are."""
    row = f"{cell(WATERMARK)}\r\n"
    return f"{row}{csv}{row}" if around.is_training else csv


def marked_calendar(text: str, around: Surroundings) -> str:
    """A calendar that calendars show under the watermark's name."""
    return named_calendar(text, WATERMARK) if around.is_training else text

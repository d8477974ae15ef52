"""Dates and times as people in Britain write them: the day first, the month in figures or in words."""

from __future__ import annotations

import re
from datetime import date, datetime

from bcst_tui.interview.values import PartOfDate

_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)


def read_partial_date(text: str) -> PartOfDate | None:
    """A year, a month and year, or a whole date; None if it is not a date there can be."""
    numbers = _parts(text)
    if numbers is None or not 1900 <= numbers[0] <= 2199:
        return None
    try:
        date(numbers[0], *(numbers[1:] + [1, 1])[:2])
    except ValueError:
        return None
    return PartOfDate(*numbers)


def read_date(text: str) -> date | None:
    """A whole date; None if it is not one."""
    part = read_partial_date(text)
    return date(part.year, part.month, part.day) if part and part.month and part.day else None


def read_date_time(text: str) -> datetime | None:
    """A whole date and a time on the clock, such as `12/3/2027 14:30`."""
    found = re.fullmatch(r"(.+?)[ ,T]+(?:at )?([01]?\d|2[0-3])[:.]([0-5]\d)", text.strip())
    day = read_date(found[1]) if found else None
    return datetime(day.year, day.month, day.day, int(found[2]), int(found[3])) if day and found else None


def _parts(text: str) -> list[int] | None:
    """Year, month and day as far as given."""
    words = re.split(r"[\s/.,-]+", text.strip().lower())
    if re.fullmatch(r"\d{4}(-\d{1,2}){0,2}", text.strip()):
        return [int(word) for word in words]
    numbers = [_number(word) for word in reversed(words)]
    known = [number for number in numbers if number is not None]
    if len(known) != len(words) or not 1 <= len(known) <= 3 or not re.fullmatch(r"\d{4}", words[-1]):
        return None
    return known


def _number(word: str) -> int | None:
    if found := re.fullmatch(r"([0-9]{1,4})(st|nd|rd|th)?", word):
        return int(found[1])
    return next((month for month, names in enumerate(_MONTHS, 1) if word in names), None)

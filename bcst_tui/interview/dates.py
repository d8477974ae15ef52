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
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}


def month_name(month: int) -> str:
    """January for 1, the same on every system and in every locale."""
    return _MONTHS[month - 1][0].capitalize()


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
    found = re.fullmatch(r"(.+?)[ ,T]+(?:at )?([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", text.strip())
    day = read_date(found[1]) if found else None
    return datetime(day.year, day.month, day.day, int(found[2]), int(found[3])) if day and found else None


def _parts(text: str) -> list[int] | None:
    """Year, month and day as far as given; a month in words may stand before its day."""
    told = text.strip().lower()
    if re.fullmatch(r"[0-9]{4}(-[0-9]{1,2}){0,2}", told):
        return [int(part) for part in told.split("-")]
    *words, year = re.split(r"[\s/.,-]+", told)
    if not re.fullmatch(r"[0-9]{4}", year) or not 1 <= len(words) <= 2:
        return None
    if len(words) == 2 and words[0] in _MONTH_NUMBERS:
        words.reverse()
    month = _month(words[-1])
    if month is None or len(words) == 1:
        return [int(year), month] if month else None
    day = re.fullmatch(r"([0-9]{1,2})(st|nd|rd|th)?", words[0])
    return [int(year), month, int(day[1])] if day else None


def _month(word: str) -> int | None:
    return int(word) if re.fullmatch(r"[0-9]{1,2}", word) else _MONTH_NUMBERS.get(word)

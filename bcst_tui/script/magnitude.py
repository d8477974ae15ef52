"""What can be more or less: numbers, sums of money, dates, lengths of time.

A bound in a script is text; it is read here once, into the same sizes that answers have.
"""

from __future__ import annotations

import re
from datetime import date

Magnitude = int | float | date

DAYS_IN = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}


def magnitude(text: str) -> Magnitude | None:
    """The size this text stands for (`3`, `£2.50`, `2027-03-12`, `3 months`), or None.

    Money counts in pence, lengths of time in days.
    """
    text = text.strip().lower()
    if re.fullmatch(r"-?[0-9]{1,12}", text):
        return int(text)
    if match := re.fullmatch(r"£([0-9]{1,12})(?:\.([0-9]{2}))?", text):
        return int(match[1]) * 100 + int(match[2] or 0)
    if match := re.fullmatch(r"([0-9]{1,6}) (day|week|month|year)s?", text):
        return int(match[1]) * DAYS_IN[match[2]]
    return _as_date(text)


def compare(left: Magnitude, right: Magnitude) -> int | None:
    """-1, 0 or 1; None where the two are of different kinds."""
    if isinstance(left, date) and isinstance(right, date):
        return (left > right) - (left < right)
    if isinstance(left, date) or isinstance(right, date):
        return None
    return (left > right) - (left < right)


def _as_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None

"""Days in the words people use; no locale and no time zone of the machine comes into it."""

from __future__ import annotations

from datetime import date

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SOON = 7


def day(when: date) -> str:
    """Sat 21 Nov."""
    return f"{_DAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]}"


def how_soon(when: date, today: date) -> str:
    """How far off it is, and the day: `today`, `in 3 days`, `2 days late`."""
    left = (when - today).days
    if left < 0:
        return f"! {-left} {'day' if left == -1 else 'days'} late"
    if left == 0:
        return "! today"
    if left == 1:
        return "tomorrow"
    if left <= _SOON:
        return f"in {left} days"
    return day(when) if when.year == today.year else f"{day(when)} {when.year}"

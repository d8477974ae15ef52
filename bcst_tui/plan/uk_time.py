"""Time on the clock in the United Kingdom, without the system's time-zone data.

Clocks go forward on the last Sunday of March and back on the last Sunday of October, both at 01:00 UTC.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

ONE_HOUR = timedelta(hours=1)
MARCH, OCTOBER = 3, 10


def hours_after(moment: datetime, hours: int) -> datetime:
    """The local time so many elapsed hours after this local time, across clock changes.

    The hour that comes twice in October is taken as its first, so a due time is never too late.
    """
    return _local(_utc(moment) + timedelta(hours=hours))


def summer_begins(year: int) -> datetime:
    """When clocks go forward, in UTC."""
    return _last_sunday(year, MARCH)


def summer_ends(year: int) -> datetime:
    """When clocks go back, in UTC."""
    return _last_sunday(year, OCTOBER)


def _last_sunday(year: int, month: int) -> datetime:
    last = date(year, month, monthrange(year, month)[1])
    sunday = last - timedelta(days=(last.weekday() + 1) % 7)
    return datetime(sunday.year, sunday.month, sunday.day, 1)


def _utc(local: datetime) -> datetime:
    in_summer = local - ONE_HOUR
    return in_summer if _is_summer(in_summer) else local


def _local(utc: datetime) -> datetime:
    return utc + ONE_HOUR if _is_summer(utc) else utc


def _is_summer(utc: datetime) -> bool:
    return summer_begins(utc.year) <= utc < summer_ends(utc.year)

"""Working days: Monday to Friday less the bank holidays of England and Wales, worked out offline."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

ONE_DAY = timedelta(days=1)
FRIDAY = 4


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of one year; the calendar library is loaded only when a date is first counted."""
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    return day.weekday() <= FRIDAY and day not in bank_holidays(day.year)


def working_days_after(day: date, count: int) -> date:
    """The day that many working days later; the day itself is day 0, whatever day it is."""
    for _ in range(count):
        day = next_working_day(day)
    return day


def working_days_before(day: date, count: int) -> date:
    """The day that many working days earlier; the day itself is day 0."""
    for _ in range(count):
        day = last_working_day_before(day)
    return day


def next_working_day(day: date) -> date:
    """The first working day after this one."""
    day += ONE_DAY
    while not is_working_day(day):
        day += ONE_DAY
    return day


def last_working_day_before(day: date) -> date:
    return working_day_on_or_before(day - ONE_DAY)


def working_day_on_or_before(day: date) -> date:
    """The day itself, or the working day before it: how a due date before release moves."""
    while not is_working_day(day):
        day -= ONE_DAY
    return day

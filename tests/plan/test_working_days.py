"""Working days with the bank holidays of England and Wales."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.plan.working_days import (
    bank_holidays,
    is_working_day,
    last_working_day_before,
    next_working_day,
    working_day_on_or_before,
    working_days_after,
    working_days_before,
)

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
counts = st.integers(0, 30)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 4, 3),  # Good Friday
        date(2026, 4, 6),  # Easter Monday
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 28),  # in place of Saturday 26
        date(2027, 12, 27),  # in place of Saturday 25
        date(2027, 12, 28),  # in place of Sunday 26
        date(2022, 1, 3),  # in place of Saturday 1
        date(2020, 5, 8),  # moved from the Monday
        date(2022, 9, 19),  # state funeral
        date(2023, 5, 8),  # coronation
    ],
)
def test_bank_holidays_of_england_and_wales(day: date) -> None:
    assert day in bank_holidays(day.year)
    assert not is_working_day(day)


@pytest.mark.parametrize("day", [date(2026, 1, 2), date(2026, 8, 3), date(2026, 3, 17), date(2020, 5, 4)])
def test_holidays_of_other_nations_are_working_days_here(day: date) -> None:
    assert is_working_day(day)


def test_five_working_days_across_christmas() -> None:
    assert working_days_after(date(2026, 12, 22), 5) == date(2026, 12, 31)


def test_five_working_days_across_easter() -> None:
    assert working_days_after(date(2026, 4, 1), 5) == date(2026, 4, 10)


def test_five_working_days_across_a_leap_day() -> None:
    assert working_days_after(date(2028, 2, 25), 5) == date(2028, 3, 3)


def test_counting_from_a_saturday_begins_on_monday() -> None:
    assert working_days_after(date(2026, 11, 21), 1) == date(2026, 11, 23)


def test_a_due_date_on_a_bank_holiday_moves_back() -> None:
    assert working_day_on_or_before(date(2026, 4, 6)) == date(2026, 4, 2)


@given(days, counts)
def test_counting_forward_passes_exactly_that_many_working_days(day: date, count: int) -> None:
    end = working_days_after(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(is_working_day(one) for one in passed) == count
    assert count == 0 or is_working_day(end)


@given(days, counts)
def test_counting_back_undoes_counting_forward_from_a_working_day(day: date, count: int) -> None:
    start = next_working_day(day)
    assert working_days_before(working_days_after(start, count), count) == start


@given(days)
def test_the_working_day_before_is_earlier_and_nothing_lies_between(day: date) -> None:
    before = last_working_day_before(day)
    between = [before + timedelta(days=n) for n in range(1, (day - before).days)]
    assert before < day and is_working_day(before) and not any(map(is_working_day, between))

"""Elapsed hours across the change of the clocks, without the system's time zones."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.plan.uk_time import hours_after, summer_begins, summer_ends


@pytest.mark.parametrize(
    ("year", "begins", "ends"),
    [
        (2024, (3, 31), (10, 27)),
        (2025, (3, 30), (10, 26)),
        (2026, (3, 29), (10, 25)),
        (2027, (3, 28), (10, 31)),
        (2028, (3, 26), (10, 29)),
        (2030, (3, 31), (10, 27)),
    ],
)
def test_summer_time_runs_from_the_last_sunday_of_march_to_that_of_october(
    year: int, begins: tuple[int, int], ends: tuple[int, int]
) -> None:
    assert summer_begins(year) == datetime(year, *begins, 1)
    assert summer_ends(year) == datetime(year, *ends, 1)


def test_72_hours_on_ordinary_days_end_at_the_same_hour() -> None:
    assert hours_after(datetime(2026, 11, 20, 14, 30), 72) == datetime(2026, 11, 23, 14, 30)


def test_72_hours_over_the_lost_hour_of_march_end_an_hour_later() -> None:
    assert hours_after(datetime(2026, 3, 27, 14, 30), 72) == datetime(2026, 3, 30, 15, 30)


def test_72_hours_over_the_hour_won_in_october_end_an_hour_earlier() -> None:
    assert hours_after(datetime(2026, 10, 23, 14, 30), 72) == datetime(2026, 10, 26, 13, 30)


def test_the_change_can_carry_the_end_into_the_day_before() -> None:
    assert hours_after(datetime(2026, 10, 23, 0, 30), 72) == datetime(2026, 10, 25, 23, 30)


def test_the_hour_that_comes_twice_is_taken_as_its_first() -> None:
    assert hours_after(datetime(2026, 10, 25, 1, 30), 1) == datetime(2026, 10, 25, 1, 30)
    assert hours_after(datetime(2026, 10, 25, 1, 30), 2) == datetime(2026, 10, 25, 2, 30)


def test_an_hour_that_never_came_is_taken_as_winter_time() -> None:
    assert hours_after(datetime(2026, 3, 29, 1, 30), 0) == datetime(2026, 3, 29, 2, 30)


def test_the_clock_jumps_at_one_and_not_before() -> None:
    assert hours_after(datetime(2026, 3, 28, 23, 59), 1) == datetime(2026, 3, 29, 0, 59)
    assert hours_after(datetime(2026, 3, 29, 0, 0), 1) == datetime(2026, 3, 29, 2, 0)


def test_72_hours_across_a_leap_day() -> None:
    assert hours_after(datetime(2028, 2, 28, 9), 72) == datetime(2028, 3, 2, 9)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)), st.integers(1, 200))
def test_elapsed_hours_differ_from_the_clock_by_one_hour_at_most(moment: datetime, hours: int) -> None:
    assert abs(hours_after(moment, hours) - moment - timedelta(hours=hours)) <= timedelta(hours=1)

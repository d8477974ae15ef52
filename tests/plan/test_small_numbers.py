"""No number under ten can be read, nor worked out from what is told."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.plan.quarters import Quarter, over_by, quarter_of, read_quarter
from bcst_tui.plan.small_numbers import FEWER, NOT_SHOWN, alone, shielded, told

PARTS = st.lists(st.one_of(st.integers(0, 14), st.integers(0, 200)), min_size=1, max_size=6)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def could_be(parts: list[int], place: int) -> set[int]:
    """All a reader who also knows the whole, and the numbers told to the last one, can say of a part under ten."""
    shown = shielded(parts)
    left = sum(parts) - sum(count for count, words in zip(parts, shown, strict=True) if words not in (FEWER, NOT_SHOWN))
    others = [words for at, words in enumerate(shown) if words in (FEWER, NOT_SHOWN) and at != place]
    is_whole_known_small = all(words == FEWER for words in shown)
    least = sum(10 for words in others if words == NOT_SHOWN and FEWER in shown)
    most = sum(9 if words == FEWER else left for words in others)
    top = min(9, left - least) if shown[place] == FEWER else left
    if is_whole_known_small and sum(parts) < 10:
        return set(range(10))  # the whole is under ten, so it is not told
    return {value for value in range(top + 1) if least <= left - value <= most}


@given(PARTS)
def test_a_number_under_ten_is_never_told(parts: list[int]) -> None:
    for count, words in zip(parts, shielded(parts), strict=True):
        assert count >= 10 or not words.isdigit()
        assert words != FEWER or count < 10, "nothing untrue is told"


@given(PARTS)
def test_a_number_under_ten_could_still_be_any(parts: list[int]) -> None:
    for place, count in enumerate(parts):
        if count < 10:
            assert could_be(parts, place) >= set(range(10))


@given(st.lists(st.integers(0, 13), min_size=2, max_size=3))
@settings(max_examples=40)
def test_no_sum_or_difference_of_what_is_told_gives_one_away(parts: list[int]) -> None:
    """By trying every table there could be: each that would be told so, with the same whole, is a possible truth."""
    shown = shielded(parts)
    possible = [
        table
        for table in product(range(28), repeat=len(parts))
        if sum(table) == sum(parts)
        and all(
            (words == FEWER and count < 10)
            or (words == NOT_SHOWN and (count >= 10 or FEWER not in shown))
            or (words.isdigit() and count == part)
            for count, words, part in zip(table, shown, parts, strict=True)
        )
    ]
    for place, count in enumerate(parts):
        if count < 10 and len(parts) > 1 and sum(parts) >= 10:
            assert len({table[place] for table in possible}) >= 10


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ((30, 20, 12), ("30", "20", "10")),
        ((30, 4, 0), (NOT_SHOWN, FEWER, FEWER)),
        ((30, 20, 3), ("30", NOT_SHOWN, FEWER)),
        ((30, 12, 3), (NOT_SHOWN, "10", FEWER)),
        ((14, 12, 15, 0), (NOT_SHOWN, "10", NOT_SHOWN, FEWER)),
        ((13, 12, 12, 0), (NOT_SHOWN,) * 4),
        ((9, 9), (NOT_SHOWN, NOT_SHOWN)),
        ((0, 10), (NOT_SHOWN, NOT_SHOWN)),
        ((3, 4), (FEWER, FEWER)),
        ((0,), (FEWER,)),
        ((13,), ("15",)),
    ],
)
def test_what_is_told_of_some_tables(parts: tuple[int, ...], shown: tuple[str, ...]) -> None:
    assert shielded(parts) == shown


def test_nothing_and_nine_are_told_alike_and_the_rest_to_the_nearest_five() -> None:
    assert [alone(count) for count in (0, 1, 9, 10, 12, 13)] == [FEWER, FEWER, FEWER, "10", "10", "15"]
    assert told(22) == "20"


@given(DAYS)
def test_every_day_is_in_one_quarter_and_quarters_follow_on(day: date) -> None:
    quarter = quarter_of(day)
    assert quarter.first <= day <= quarter.last
    assert quarter.last + timedelta(days=1) == quarter.after.first
    assert read_quarter(quarter.code) == quarter
    assert f"{day:%Y-%m}" in quarter.months


def test_only_quarters_that_are_over_are_told() -> None:
    assert list(over_by(date(2027, 1, 1), date(2026, 8, 1))) == [Quarter(2026, 4), Quarter(2026, 3)]
    assert list(over_by(date(2026, 12, 31), date(2026, 10, 1))) == []
    assert Quarter(2026, 4).words == "October to December 2026"


@pytest.mark.parametrize("typed", ["", "2026", "2026-Q5", "2026-10", "0000-Q1", "Q4"])
def test_what_is_no_quarter_is_not_read_as_one(typed: str) -> None:
    assert read_quarter(typed) is None

"""Named formats and sizes: what they take, and in which one form they keep it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.script.formats import MESSAGES, formatted
from bcst_tui.script.magnitude import Magnitude, compare, magnitude
from bcst_tui.script.model import FormatName


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("ni_number", "ab 12 34 56 c", "AB123456C"),
        ("ni_number", "BG123456C", None),
        ("ni_number", "AB123456E", None),
        ("ni_number", "AB12345٦C", None),
        ("prison_number", "a1234bc", "A1234BC"),
        ("prison_number", "TRN-007", "TRN-007"),
        ("prison_number", "A123BC", None),
        ("postcode", "ls14ap", "LS1 4AP"),
        ("postcode", "EC1A 1BB", "EC1A 1BB"),
        ("postcode", "Leeds", None),
        ("clock_time", "9.05", "09:05"),
        ("clock_time", "23:59", "23:59"),
        ("clock_time", "24:00", None),
        ("clock_time", "1٣:00", None),
        ("positive_whole_number", "007", "7"),
        ("positive_whole_number", "0", None),
        ("positive_whole_number", "9" * 5000, None),
        ("name", "Łukasz O’Neil", "Łukasz O’Neil"),
        ("name", "--", None),
        ("name", "x" * 101, None),
    ],
)
def test_a_named_format_keeps_one_form_or_refuses(name: FormatName, text: str, kept: str | None) -> None:
    assert formatted(name, text) == kept


@given(st.sampled_from(sorted(MESSAGES)), st.text(max_size=30))
def test_a_format_takes_what_it_keeps(name: FormatName, text: str) -> None:
    kept = formatted(name, text)
    assert kept is None or formatted(name, kept) == kept


def test_every_format_says_what_it_looks_like() -> None:
    assert all(message.endswith(".") for message in MESSAGES.values())


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("3", 3),
        ("-3", -3),
        ("£2.50", 250),
        ("£10", 1000),
        ("2 weeks", 14.0),
        ("1 Month", 30.4375),
        ("2027-03-12", date(2027, 3, 12)),
        ("2027-02-30", None),
        ("£2.5", None),
        ("3.5", None),
        ("soon", None),
        ("", None),
        ("٣", None),
        ("9" * 5000, None),
        ("9" * 400 + " years", None),
    ],
)
def test_a_bound_is_a_number_a_sum_a_length_or_a_date(text: str, size: Magnitude | None) -> None:
    assert magnitude(text) == size


def test_sizes_compare_only_with_their_like() -> None:
    assert compare(3, 4) == -1
    assert compare(4.0, 4) == 0
    assert compare(date(2027, 1, 2), date(2027, 1, 1)) == 1
    assert compare(3, date(2027, 1, 1)) is None

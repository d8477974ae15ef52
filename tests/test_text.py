from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.text import clean, is_blank, one_line, words_in


@pytest.mark.parametrize(
    "unsafe",
    [
        "\x1b[2J",
        "\x00",
        "\x07",
        "\x9b31m",
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\ud800",
        "\u2028",
        "\x7f",
        "\U000e0041",
    ],
)
def test_what_a_terminal_would_obey_or_nobody_would_see_is_taken_out(unsafe: str) -> None:
    assert unsafe[0] not in clean(f"a{unsafe}b")
    assert clean(f"a{unsafe}b").startswith("a")


@pytest.mark.parametrize("name", ["Zoë", "Łukasz", "Nguyễn", "محمد", "O’Neil", "क्‍ष", "李", "👩‍👧"])
def test_names_of_every_script_stay_as_they_are(name: str) -> None:
    assert clean(name) == one_line(name) == name


def test_lines_end_in_one_way() -> None:
    assert clean("a\r\nb\rc\td") == "a\nb\nc\td"


def test_one_line_has_single_spaces_and_none_at_its_ends() -> None:
    assert one_line(" a\n b\t\u3000c ") == "a b c"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


@pytest.mark.parametrize("nothing", ["", " ", "\n\t", "\u200d", "\u200c", "\u3000"])
def test_what_nobody_can_see_is_blank(nothing: str) -> None:
    assert is_blank(nothing)
    assert not is_blank(f"{nothing}x")


@pytest.mark.parametrize(
    ("line", "number"),
    [("", 0), ("Where do you live?", 4), ("You don't pay £5 - ever.", 5), ("low-cost homes", 2), ("...", 0)],
)
def test_words_are_counted_as_they_are_said(line: str, number: int) -> None:
    assert words_in(line) == number

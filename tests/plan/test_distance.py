"""Distance travelled: each part of life by its own marks, in words, in a drawing, and never as a total."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.interview import engine
from bcst_tui.plan.distance import (
    AREAS,
    ASK_LOW,
    ASK_MIDDLE,
    MOVED_WORDS,
    SAY_STRONG,
    SCALE,
    Area,
    Mark,
    Moved,
    marks_in,
    to_ask,
)
from bcst_tui.plan.distance_drawing import DRAWN, TYPED, distance_lines, dots, moved_words, scale
from tests.script.bcst2 import bcst2, every_question

DAYS = (date(2027, 3, 1), date(2027, 6, 1), date(2027, 9, 1))


def area(*scores: int, code: str = "housing") -> Area:
    return Area(code, AREAS[code], tuple(Mark(on, score) for on, score in zip(DAYS, scores, strict=False)))


@pytest.mark.parametrize(
    ("scores", "moved", "told"),
    [
        ((2, 3), "up", "2 → 3, better"),
        ((4, 1), "down", "4 → 1, lower"),
        ((3, 5, 3), "same", "3 → 5 → 3, the same"),
        ((2,), None, "2"),
    ],
)
def test_it_goes_from_the_first_mark_to_the_latest(scores: tuple[int, ...], moved: Moved | None, told: str) -> None:
    assert area(*scores).moved == moved
    assert moved_words(area(*scores)) == told


def test_a_low_mark_is_asked_about_and_a_high_one_is_a_strength() -> None:
    found = (area(1), area(2, code="family"), area(3, code="friends"), area(4, code="mental"), area(5, code="agencies"))
    assert to_ask(found) == {
        ASK_LOW: ("Home", "Family"),
        ASK_MIDDLE: ("Friends",),
        SAY_STRONG: ("Health of the mind", "Offices and services"),
    }
    assert to_ask(()) == {}


def test_the_drawing_goes_from_the_first_mark_to_the_latest() -> None:
    assert scale(area(2, 4)) == "·   ○───────●   ·"
    assert scale(area(4, 2)) == "·   ●───────○   ·"
    assert scale(area(3, 3)) == "·   ·   ●   ·   ·"
    assert scale(area(2, 4), TYPED) == ".   o-------#   ."
    assert dots(2) == "●●○○○"


@given(st.lists(st.integers(1, 5), min_size=1, max_size=3), st.sampled_from(list(AREAS)))
def test_every_drawing_fits_a_small_screen_and_a_plain_one_is_ascii(scores: list[int], code: str) -> None:
    found = (area(*scores, code=code),)
    assert all(len(line) <= 74 for line in distance_lines(found, DRAWN))
    assert "".join(distance_lines(found, TYPED)).isascii()
    drawn = scale(found[0])
    assert [place // 4 + 1 for place, sign in enumerate(drawn) if sign == "●"] == [scores[-1]]


def test_the_parts_and_the_scale_are_those_the_script_asks_for() -> None:
    asked = [question for question in every_question() if "K01" in question.covers]
    rows = {row.id for question in asked for row in question.each}
    scales = {tuple(option.id for option in question.options) for question in asked if question.each}
    assert rows == set(AREAS)
    assert scales == {SCALE}
    assert set(MOVED_WORDS) == {"up", "same", "down"}


def test_nothing_marked_is_nothing_told() -> None:
    assert marks_in(engine.begin(bcst2(), "review", DAYS[0], {})) == {}

"""Hand-in strings find a slip of the pen; a group sees where it is split."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.interview.answer import Rejection
from bcst_tui.training.agreement import fleiss_kappa, group_result
from bcst_tui.training.coding import MOST_OPTIONS, CodeBook, HandIn, handed_in, model_codes, read_hand_in
from tests.training.attempts import book_of, people, rehearsed

BOOK = book_of()
EVERYTHING = string.ascii_lowercase + string.digits + "-:+ _"


@st.composite
def codings(draw: st.DrawFn) -> HandIn:
    codes = {one: draw(st.sampled_from([None, *options])) for one, options in BOOK.options.items()}
    return HandIn(BOOK.persona_id, draw(st.integers(0, 9999)), {one: code for one, code in codes.items() if code})


def written(coding: HandIn, book: CodeBook = BOOK) -> str:
    return handed_in(book, coding.seed, coding.codes)


@given(codings())
def test_what_is_handed_in_is_read_as_it_was_coded(coding: HandIn) -> None:
    assert read_hand_in(BOOK, written(coding)) == coding
    assert read_hand_in(BOOK, f" {written(coding).upper()} ") == coding


@given(codings(), st.data())
def test_any_one_wrong_character_is_found(coding: HandIn, data: st.DataObject) -> None:
    text = written(coding).lower()
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from([one for one in EVERYTHING if one != text[place] and not one.isspace()]))
    assert isinstance(read_hand_in(BOOK, text[:place] + other + text[place + 1 :]), Rejection)


def test_every_wrong_character_in_every_place_of_one_string_is_found() -> None:
    text = handed_in(BOOK, 41, model_codes(rehearsed().attempt))
    accepted = [
        (place, other)
        for place in range(len(text))
        for other in EVERYTHING.replace(" ", "")
        if other != text[place].lower()
        and not isinstance(read_hand_in(BOOK, text[:place] + other + text[place + 1 :]), Rejection)
    ]
    assert accepted == []


@given(codings(), st.data())
def test_two_figures_that_changed_places_are_found(coding: HandIn, data: st.DataObject) -> None:
    text = written(coding)
    digits = [place for place in range(len(text)) if text[place].isdigit()]
    first = data.draw(st.sampled_from(range(len(digits) - 1)))
    one, other = digits[first], digits[first + 1]
    swapped = list(text)
    swapped[one], swapped[other] = swapped[other], swapped[one]
    if text[one] != text[other]:
        assert isinstance(read_hand_in(BOOK, "".join(swapped)), Rejection)


@pytest.mark.parametrize("persona_id", sorted(people()))
def test_every_persona_can_be_coded_by_a_group(persona_id: str) -> None:
    book, model = book_of(persona_id), model_codes(rehearsed(persona_id).attempt)
    assert all(1 < len(options) <= MOST_OPTIONS for options in book.options.values())
    assert all(model[one] in options for one, options in book.options.items() if one in model)


def test_a_string_about_somebody_else_is_not_taken() -> None:
    other = book_of("TRN-001")
    refused = read_hand_in(BOOK, handed_in(other, 1, {}))
    assert isinstance(refused, Rejection) and "TRN-001" in refused.reason


def coders(*codes: str) -> list[HandIn]:
    return [HandIn("TRN-007", 41, {"q1.ask": code, "q1.offer": "yes"}) for code in codes]


def test_the_most_split_question_comes_first_with_the_share_that_has_the_model() -> None:
    group = group_result(coders("applies_now", "applies_now", "no", "rather_not"), {"q1.offer": "yes", "q1.ask": "no"})
    assert [one.question for one in group.questions] == ["q1.ask", "q1.offer"]
    assert group.questions[0].counts == (("applies_now", 2), ("no", 1), ("rather_not", 1))
    assert [one.with_model for one in group.questions] == [25, 100]


def test_kappa_is_told_from_five_coders_up() -> None:
    model = {"q1.offer": "yes", "q1.ask": "no"}
    assert group_result(coders(*["no"] * 4), model).kappa is None
    assert group_result(coders(*["no"] * 5), model).kappa == 1


WORKED_EXAMPLE = "02642 00356 03920 22811 77000 32630 25322 65210 02237"
"""Fourteen raters, five categories; the first of ten subjects, on which all agree, is written out below."""


def test_kappa_is_that_of_the_worked_example_of_fleiss() -> None:
    rows = [[0, 0, 0, 0, 14], *([int(one) for one in row] for row in WORKED_EXAMPLE.split())]
    subjects = [{str(place): count for place, count in enumerate(row)} for row in rows]
    assert all(sum(row) == 14 for row in rows)
    found = fleiss_kappa(subjects)
    assert found is not None and round(found, 3) == 0.210


def test_where_all_chose_one_code_everywhere_there_is_no_kappa_to_tell() -> None:
    assert fleiss_kappa([{"yes": 5}, {"yes": 5}]) is None


def test_a_step_of_the_private_part_is_coded_with_what_stands_on_its_screen() -> None:
    book = book_of("TRN-007").options
    assert book["q1.when"] == ("before_release", "i_will_say", "next_time")
    assert "declined" not in {
        code for step, codes in book.items() if step.startswith(("q.", "q1.", "q2.")) for code in codes
    }

"""What is half entered outlives everything but its own answer."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.drafts import LONGEST
from bcst_tui.casebook.values import Sitting
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.draft import Draft
from tests.casebook.conftest import Opener, add_case

GROUP = """
section: home
title: Home
rail: Home
questions:
  - id: owed
    kind: group
    row_named: debt
    said: {standard: Is there anything you owe?}
    audience: debts
    questions:
      - {id: to_whom, kind: short_text, said: {standard: To whom?}, audience: debts}
      - {id: since, kind: short_text, said: {standard: Since when?}, audience: debts}
"""


def moved(sitting: Sitting | Rejection) -> Sitting:
    assert isinstance(sitting, Sitting), sitting
    return sitting


@pytest.fixture
def sitting(casebook: Casebook) -> Sitting:
    return casebook.begin(add_case(casebook).case_id)


def test_nothing_is_half_entered_at_first(casebook: Casebook, sitting: Sitting) -> None:
    assert casebook.draft(sitting) is None


def test_what_was_half_entered_is_there_after_locking(open_casebook: Opener) -> None:
    casebook = open_casebook()
    sitting = casebook.begin(add_case(casebook).case_id)
    casebook.keep_draft(sitting, "c01_before", "A room ab")
    casebook.keep_draft(sitting, "c01_before", "A room above the shop")
    casebook.close()
    assert open_casebook().draft(sitting) == Draft("c01_before", "A room above the shop")


def test_answering_the_question_lets_go_of_it(casebook: Casebook, sitting: Sitting) -> None:
    casebook.keep_draft(sitting, "c01_before", "I ren")
    moved(casebook.answer(sitting, "rented"))
    assert casebook.draft(sitting) is None


def test_skipping_the_question_lets_go_of_it(casebook: Casebook, sitting: Sitting) -> None:
    casebook.keep_draft(sitting, "c01_before", "I ren")
    moved(casebook.skip(sitting, "declined"))
    assert casebook.draft(sitting) is None


def test_answering_another_question_keeps_it(casebook: Casebook, sitting: Sitting) -> None:
    casebook.keep_draft(sitting, "c02_back", "perh")
    answered = moved(casebook.answer(sitting, "rented"))
    assert casebook.draft(answered) == Draft("c02_back", "perh")


def test_an_emptied_field_lets_go_of_its_own_and_of_no_other(casebook: Casebook, sitting: Sitting) -> None:
    casebook.keep_draft(sitting, "c01_before", "I ren")
    casebook.keep_draft(sitting, "c02_back", " ")
    assert casebook.draft(sitting) == Draft("c01_before", "I ren")
    casebook.keep_draft(sitting, "c01_before", "")
    assert casebook.draft(sitting) is None


def test_taking_out_a_row_takes_what_was_half_entered_in_it(open_casebook: Opener) -> None:
    casebook = open_casebook(GROUP)
    sitting = moved(casebook.add_row(casebook.begin(add_case(casebook).case_id), "owed"))
    casebook.keep_draft(sitting, "owed[1].since", "last wint")
    other = moved(casebook.remove_row(moved(casebook.add_row(sitting, "owed")), "owed[2]"))
    assert casebook.draft(other) is not None
    moved(casebook.remove_row(other, "owed[1]"))
    assert casebook.draft(sitting) is None


def test_completing_the_sitting_leaves_nothing_half_entered(casebook: Casebook, sitting: Sitting) -> None:
    whole = moved(casebook.answer(sitting, "street"))
    casebook.keep_draft(whole, "c01_before", "I ren")
    casebook.complete(whole)
    assert casebook.draft(whole) is None


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters()))
def test_any_text_is_kept_without_what_could_steer_a_terminal(casebook: Casebook, sitting: Sitting, text: str) -> None:
    casebook.keep_draft(sitting, "c01_before", f"x{text}")
    draft = casebook.draft(sitting)
    assert draft is not None and draft.words[0] == "x"
    assert "\x1b" not in draft.words and "\x00" not in draft.words


def test_only_the_beginning_of_a_very_long_entry_is_kept(casebook: Casebook, sitting: Sitting) -> None:
    casebook.keep_draft(sitting, "c01_before", "x" * LONGEST * 9)
    draft = casebook.draft(sitting)
    assert draft is not None and len(draft.words) == LONGEST


def test_a_draft_shows_no_words_where_it_is_printed() -> None:
    assert "shop" not in repr(Draft("c01_before", "above the shop"))

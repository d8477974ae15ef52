"""What an interview tells of the case: in few words, with its times, and of nobody else in the person's own copy."""

from __future__ import annotations

import pytest

from bcst_tui.export.told import answers, hand_offs, key_dates
from bcst_tui.interview.values import Json
from tests.script.bcst2 import telling

HOME: dict[str, Json] = {"c01_before_prison": "private_tenant", "c02_back_there": "yes", "c05_whose_name": "mine"}


def test_what_was_asked_stands_in_few_words_under_its_part() -> None:
    told = {one.question_id: one for one in answers(telling(**HOME).interview, ())}
    assert (told["c02_back_there"].question, told["c02_back_there"].words) == ("Going back to that home", "Yes")
    assert told["c02_back_there"].part == "Housing"


def test_what_is_told_of_one_of_several_says_of_which() -> None:
    of_two = telling(f10_has_children="yes").adds_row("f10_children").answer("6")
    told = answers(of_two.adds_row("f10_children").answer("9").interview, ())
    ages = [(one.question, one.words) for one in told if one.question_id.endswith(".age")]
    assert ages == [("Child 1, age", "6"), ("Child 2, age", "9")]


def test_the_persons_own_address_is_theirs_and_a_landlord_is_somebody_else() -> None:
    typed: dict[str, Json] = {"c05c_landlord": "Mr Crane", "c05e_address": ["2 Invented Street", "Nowhere"]}
    told = {one.question_id: one for one in answers(telling(**HOME, **typed).interview, ("addresses",))}
    assert told["c05c_landlord"].names_others
    assert not told["c05e_address"].names_others


@pytest.mark.parametrize(
    ("question", "said", "nothing"),
    [
        ("c04_safe_there", "yes", True),
        ("c04_safe_there", "no", False),
        ("c04_safe_there", "unsure", False),
        ("c04b_rather_not_near", "no", True),
        ("c04b_rather_not_near", "yes", False),
        ("c04b_rather_not_near", "unsure", False),
        ("e05_money_only_to_me", "not_now", True),
        ("e05_money_only_to_me", "already", True),
        ("e05_money_only_to_me", "yes", False),
    ],
)
def test_a_wish_is_what_somebody_has_to_keep_to(question: str, said: str, nothing: bool) -> None:
    given: dict[str, Json] = {question: said}
    [told] = [one for one in answers(telling(**HOME, **given).interview, ()) if one.question_id == question]
    assert told.keeps_to_nothing == nothing


def test_a_moment_is_told_with_its_time() -> None:
    worry: dict[str, Json] = {"e03b_that_sort": "yes", "e03d_worry_in_here": "yes", "e03e_handed_to": ["safer_custody"]}
    interview = telling(a02_came_in="2026-11-18 09:20", e03f_handed_at="2026-11-21 11:30", **worry).interview
    assert [one.at for one in key_dates(interview) if one.title == "Came in"] == ["09:20"]
    assert [one.at for one in hand_offs(interview)] == ["11:30"]


def test_one_sum_is_told_without_saying_how_often() -> None:
    owed: dict[str, Json] = {"c08_home_problems": ["rent_owed"], "c08c_amount_owed": "640"}
    told = {one.question_id: one.words for one in answers(telling(**HOME, **owed).interview, ())}
    assert told["c08c_amount_owed"] == "£640.00"

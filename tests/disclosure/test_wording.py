"""The words of the private part: whole, sayable in easy lines, and the same for everyone."""

from __future__ import annotations

import pytest

from bcst_tui.config import read_folder, shipped
from bcst_tui.disclosure.ledger import ITEMS
from bcst_tui.disclosure.loading_words import load_words
from bcst_tui.disclosure.table import TABLE
from bcst_tui.disclosure.wording import BY_THE_CHECKS, LIMITS, SPOKEN, PrivateWords
from bcst_tui.errors import ScriptError
from bcst_tui.text import words_in

TEXT = read_folder(shipped("interview_scripts") / "bcst2")["q.yaml"]
NEVER_SAID = ("victim", "abuse", "prostitut", "offender", "custody", "accommodation", "why did", "are you sure")


def words() -> PrivateWords:
    return load_words(TEXT)


def every_line(given: PrivateWords) -> list[str]:
    """All that may be said aloud or shown to the person."""
    return [
        line
        for step in given.steps
        for line in (
            step.title,
            *(one for telling in step.said for one in (telling.standard, *telling.easy)),
            *(one for answer in step.answers for one in (answer.said, answer.easy)),
            *(one for check in step.checks for one in (check.said, *(option.said for option in check.options))),
            *(one for want in step.wants for one in (want.said, want.easy)),
        )
    ]


def test_every_line_has_room_for_welsh_and_nobody_has_made_any_up() -> None:
    assert [said.standard for step in words().steps for said in step.said if said.languages] == []


def test_every_screen_has_words_and_every_event_an_answer() -> None:
    for state in SPOKEN:
        events = {one.event for one in words().of(state, "q1").answers}
        assert events == set(TABLE[state].events) - set(BY_THE_CHECKS), state


def test_17_29_easy_lines_are_short_and_every_limit_is_in_both_forms() -> None:
    limits = words().of("LIMITS")
    assert {telling.id for telling in limits.said} >= set(LIMITS)
    lines = [line for step in words().steps for telling in step.said for line in telling.easy]
    assert max(words_in(line) for line in lines) <= 15


def test_17_29_understanding_is_never_checked_with_a_yes_or_no() -> None:
    answers = {one.said.casefold() for one in words().of("LIMITS").answers}
    assert not {"yes", "no"} & answers


def test_nothing_that_is_said_blames_labels_or_doubts() -> None:
    said = " ".join(every_line(words())).casefold()
    assert not [word for word in NEVER_SAID if word in said]


def test_the_menu_of_support_is_in_the_order_of_its_words_with_help_to_stop_in_one_item_only() -> None:
    first, second = (words().wants((item,)) for item in ITEMS)
    assert [one.said for one in first] == sorted((one.said for one in first), key=str.casefold)
    assert {one.id for one in second} - {one.id for one in first} == {"stop_selling"}
    assert words().wants(ITEMS) == second and words().wants(()) == first


def test_17_12_what_only_a_record_says_is_in_no_words() -> None:
    assert "record_only" not in TEXT.partition("\nsteps:")[2]


def test_17_13_confirming_has_room_for_a_role_and_a_month_and_for_no_words_of_the_persons() -> None:
    said = " ".join(telling.standard for telling in words().of("CONFIRM").said)
    assert "{told_role}" in said and "{told_month}" in said and "own_words" not in said


def test_the_checks_are_the_same_five_for_everyone_and_only_some_answers_pass() -> None:
    checks = words().of("PRIVACY").checks
    assert [check.id for check in checks] == ["room", "overheard", "language", "who_with", "time"]
    assert all(any(one.passes for one in check.options) for check in checks)
    passing = {one.id for check in checks for one in check.options if one.passes}
    assert not passing & {"officer", "other_prisoner", "family", "other", "known", "none", "yes"}


def test_the_words_wait_for_their_review_and_say_so() -> None:
    assert words().reviewed_by == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('  - {event: urgent, said: "Yes, today", easy: "Yes, today"}\n', "", "TODAY has no answer for `urgent`"),
        ("event: fine", "event: fined", "TODAY has no answer for `fine`"),
        ("  - id: court_order\n", "  - id: a_court\n", "the limit `court_order` is not said"),
        ("{told_month}.", "{the_month}.", "names {the_month}"),
        ("- id: DISPUTE", "- id: HEARD", "DISPUTE has no words"),
        ("easy: [Thank you for telling me.]", f"easy: [{'very ' * 16}]", "more than 15 words"),
    ],
)
def test_a_mistake_in_the_words_is_told_with_its_line(old: str, new: str, told: str) -> None:
    assert old in TEXT
    with pytest.raises(ScriptError, match=r"q\.yaml:\d+") as refused:
        load_words(TEXT.replace(old, new, 1))
    assert told in str(refused.value)

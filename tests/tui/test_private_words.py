"""How a page of the private part is drawn: what stands there at once, what only after a key, and how much of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcst_tui.disclosure.run import Run, Screen
from bcst_tui.disclosure.table import State
from bcst_tui.disclosure.talk import Aside, Happens, Option, Page, Saying, Talk
from bcst_tui.reference.guidance import Contact, ContactCard
from bcst_tui.tui.widgets.keyed_list import Line
from bcst_tui.tui.widgets.private_words import (
    DOTS,
    FOR_YOU_ALONE,
    MANY,
    NEXT_LINE,
    NOT_FILLED_IN,
    TO_CHOOSE,
    TO_READ_OUT,
    TO_SAY,
    is_long,
    is_same_page,
    needs_a_key,
    notice_of,
    option_lines,
    progress,
    words_of,
)
from tests.disclosure.test_talk import DESK, talk_at

TALK = talk_at(Run())
EASY = replace(TALK, easy=True)
TELLING = DESK.covered[0]
ASKED = Saying("Shall we go on?", ("Shall we?", "Or stop?"))
PLAIN = Page("A page", (ASKED,))
GO_ON = Happens("skip")


def drawn(page: Page, is_shown: bool = False, talk: Talk = TALK, easy_lines: int = 99) -> str:
    return words_of(talk, page, is_shown, easy_lines).plain


@pytest.mark.parametrize(("state", "dots"), [("ENTRY", "● ○ ○"), ("ASK", "● ● ○"), ("CLOSE", "● ● ●")])
def test_how_far_it_has_come_is_one_to_three_dots(state: State, dots: str) -> None:
    assert progress(talk_at(Run(Screen(state, ("q1",))))) == dots


def test_what_is_said_stands_there_and_easy_words_come_a_line_at_a_time() -> None:
    two = replace(PLAIN, said=(ASKED, Saying("There is time.", ("Take your time.",))))
    assert drawn(two) == drawn(two, easy_lines=1) == "Shall we go on?\n\nThere is time."
    assert drawn(two, talk=EASY) == "Shall we?\nOr stop?\nTake your time."
    assert drawn(two, talk=EASY, easy_lines=2) == f"Shall we?\nOr stop?\n\n{NEXT_LINE}"
    kept = replace(PLAIN, kept=("A line.",))
    assert drawn(kept, talk=EASY, easy_lines=1) == f"Shall we?\n\n{NEXT_LINE}", "what is kept comes after the last line"


@pytest.mark.parametrize(
    "telling",
    [
        replace(PLAIN, tells=True),
        replace(PLAIN, said=(Saying(f"About {TELLING}.", ("Easy.",)),)),
        replace(PLAIN, said=(Saying("Easy.", (f"About {TELLING}.",)),)),
    ],
)
def test_what_would_tell_in_either_wording_waits_for_a_key_in_both(telling: Page) -> None:
    for talk in (TALK, EASY):
        assert needs_a_key(talk, telling) and drawn(telling, talk=talk) == TO_SAY
        assert drawn(telling, True, talk) == "\n".join(telling.lines(talk.easy))


def test_what_is_kept_and_how_it_stands_wait_for_a_key_under_one_hint() -> None:
    kept, ledger = replace(PLAIN, kept=("One.", "Two.")), replace(PLAIN, ledger=("Q1: told here", "Q2: -"))
    both = replace(kept, ledger=ledger.ledger)
    said = "Shall we go on?\n\n"
    assert not needs_a_key(TALK, PLAIN) and all(needs_a_key(TALK, one) for one in (kept, ledger, both))
    assert [drawn(one) for one in (kept, ledger, both)] == [
        said + TO_READ_OUT,
        said + FOR_YOU_ALONE,
        said + FOR_YOU_ALONE,
    ]
    assert drawn(kept, True) == f"{said}One.\nTwo."
    assert drawn(ledger, True) == f"{said}Q1: told here\nQ2: -"
    assert drawn(both, True) == f"{said}One.\nTwo.\n\nQ1: told here\nQ2: -"


def test_an_answer_that_would_tell_is_dots_and_one_hint_says_how_to_see_them() -> None:
    told, ticked, open_one = Option("Quiet", GO_ON, tells=True), Option("Food", GO_ON, ticked=True), Option("On", GO_ON)
    covered, not_ticked = Option(TELLING, GO_ON), Option("Drink", GO_ON, "Water", ticked=False)
    page = replace(PLAIN, options=(told, ticked, not_ticked, covered, open_one))
    dots = [Line(DOTS)] * 4
    assert option_lines(TALK, page, False) == [*dots, Line("On")]
    assert option_lines(EASY, page, True) == [
        Line("Quiet"),
        Line("Food", "[x]"),
        Line("Water", "[ ]"),
        Line(TELLING),
        Line("On"),
    ]
    assert drawn(page) == f"Shall we go on?\n\n{TO_CHOOSE}" and drawn(page, True) == "Shall we go on?"
    for hinted in (
        replace(page, kept=("A line.",)),
        replace(page, ledger=("Q1: -",)),
        replace(page, options=(open_one,)),
    ):
        assert TO_CHOOSE not in drawn(hinted)


def test_a_page_longer_than_leaves_room_for_the_answers_is_read_on() -> None:
    fits, longer = (replace(PLAIN, said=(ASKED,) * lines) for lines in (MANY, MANY + 1))
    assert not is_long(TALK, fits) and is_long(TALK, longer) and is_long(EASY, fits)
    assert is_long(TALK, replace(PLAIN, shows_cards=True))
    read_out = replace(PLAIN, kept=("A line.",) * MANY)
    assert is_long(TALK, read_out, True) and not is_long(TALK, read_out), "read out, it counts"
    assert "\n\n" not in drawn(longer), "and takes no more room than it needs"


def test_a_tick_or_a_line_changes_no_page_and_another_place_does() -> None:
    here = replace(talk_at(Run(Screen("PLAN", ("q1",)))), aside=Aside("folder"))
    assert is_same_page(here, replace(here, ticked=("food",)))
    assert is_same_page(here, replace(here, aside=Aside("folder", words="half a wor")))
    assert not is_same_page(here, replace(here, aside=None)) and is_same_page(TALK, TALK)
    assert not is_same_page(TALK, talk_at(Run(Screen("PLAN", ("q1",)))))
    for other in (Aside("check"), Aside("folder", place=1), Aside("folder", code="x"), Aside("folder", line="3")):
        assert not is_same_page(here, replace(here, aside=other)), other


def test_what_to_notice_waits_for_the_key_only_where_the_page_tells() -> None:
    page = replace(PLAIN, notice="Who is near.")
    assert notice_of(page, False) == notice_of(replace(page, tells=True), True) == "Notice: Who is near."
    assert notice_of(replace(page, tells=True), False) == notice_of(PLAIN, True) == ""


def test_who_to_call_stands_there_openly_and_what_nobody_filled_in_says_so() -> None:
    cards = tuple(
        ContactCard.model_construct(
            title=title,
            first="Stay.",
            contacts=(
                Contact.model_construct(role="Lead", name="A. Wren", phone="01"),
                Contact.model_construct(role="Desk", name="B. Crow", phone="02"),
            ),
            dummy=dummy,
        )
        for title, dummy in (("First", False), ("Second", True))
    )
    page = replace(PLAIN, shows_cards=True, tells=True)
    shown = drawn(page, talk=replace(EASY, desk=replace(DESK, cards=cards)), easy_lines=1)
    who = ["   Stay.", "   Lead: A. Wren, 01; Desk: B. Crow, 02"]
    first, second = ["· First", *who], ["· Second", *who, f"   {NOT_FILLED_IN}"]
    assert shown.splitlines() == ["Shall we?", "Or stop?", *first, *second]

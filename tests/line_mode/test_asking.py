"""An interview in lines: every kind of entry, every word that steers, and the end of input."""

from __future__ import annotations

import pytest

from tests.line_mode.conftest import Holding

KINDS = {
    "choice": "options: [{id: rented, said: I rented}, {id: street, said: Outdoors}]",
    "choices": "options: [{id: rent, said: Rent}, {id: bills, said: Bills}, {id: other, said: More, other: yes}]",
    "ranking": "options: [{id: work, said: Work}, {id: home, said: A home}]",
    "each": "each: [{id: sleep, said: Sleep}, {id: food, said: Food}]\n"
    "    options: [{id: good, said: Good}, {id: bad, said: Bad}]",
    "scale": "scale: [Very badly, Badly, So so, Well, Very well]",
}


def question(kind: str, name: str = "q01_one", more: str = "") -> str:
    return f"""\
  - id: {name}
    kind: {kind}
    said: {{standard: "How is it, {{worker_name}} asks?", easy: ["How is it?"]}}
    why: So that we know.
    audience: housing_plan
    {KINDS.get(kind, "")}
    {more}
"""


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("choice", ["2"], ["street"]),
        ("choices", ["1 2"], ["rent", "bills"]),
        ("choices", ["2, 1"], ["rent", "bills"]),
        ("choices", ["1 3", "A fine"], {"chosen": ["rent", "other"], "other": "A fine"}),
        ("ranking", ["2 1"], ["home", "work"]),
        ("each", ["1", "2"], {"sleep": "good", "food": "bad"}),
        ("scale", ["4"], "4"),
        ("yes_no", ["3"], ["unsure"]),
        ("yes_no", ["yes"], ["yes"]),
        ("short_text", ["On the coast"], "On the coast"),
        ("short_text", ['"stop"'], "stop"),
        ("long_text", ['He said "no"'], 'He said "no"'),
        ("whole_number", ["3"], "3"),
        ("money", ["85.50 a week"], {"amount": "85.50", "per": "week"}),
        ("date", ["12/3/2027"], "2027-03-12"),
        ("partial_date", ["March 2027"], "2027-03"),
        ("date_time", ["12/3/2027 14:30"], "2027-03-12 14:30"),
        ("length_of_time", ["3 months"], "3 months"),
        ("phone", ["01632 960 001"], "01632 960 001"),
        ("address", ["1 Invented Street, Nowhere"], ["1 Invented Street", "Nowhere"]),
        ("note", ["done"], "done"),
        ("acknowledgement", ["done"], "done"),
    ],
)
def test_every_kind_is_answered_in_lines(holding: Holding, kind: str, typed: list[str], kept: object) -> None:
    assert holding(question(kind), *typed).kept == {"q01_one": kept}


@pytest.mark.parametrize("kind", ["choice", "choices", "yes_no", "short_text", "date", "note", "scale", "each"])
def test_enter_alone_is_never_an_answer(holding: Holding, kind: str) -> None:
    held = holding(question(kind), "", "", "")
    assert held.kept == {}
    assert held.asked_now == "q01_one"


def test_a_number_that_is_not_there_is_refused_in_the_engines_words(holding: Holding) -> None:
    held = holding(question("choice"), "9")
    assert "! '9' is not one of the answers. Pick from the list." in held.terminal.told
    assert held.kept == {}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (["skip", "1"], {"declined": "true"}),
        (["skip", "2", "2"], {"not_asked": "not_private"}),
        (["SKIP", "3"], {"not_known": "true"}),
        (["skip", "4"], {"not_applicable": "true"}),
    ],
)
def test_each_way_to_leave_a_question_stays_itself(holding: Holding, typed: list[str], kept: object) -> None:
    assert holding(question("date"), *typed).kept == {"q01_one": kept}


def test_skipping_can_be_thought_better_of(holding: Holding) -> None:
    held = holding(question("choice"), "skip", "5", "1")
    assert held.kept == {"q01_one": ["rented"]}


def test_the_end_of_input_pauses_and_loses_nothing(holding: Holding) -> None:
    held = holding(question("choice") + question("date", "q02_two"), "1")
    assert held.kept == {"q01_one": ["rented"]}
    unfinished = held.asking._casebook.unfinished()
    assert unfinished is not None and unfinished.case.sitting_status == "paused"


def test_stop_pauses_and_asks_no_more(holding: Holding) -> None:
    held = holding(question("choice"), "stop", "1")
    assert held.asking.sitting.status == "paused"
    assert held.terminal.waiting == ["1"]


def test_back_shows_the_answer_so_far_and_on_keeps_it(holding: Holding) -> None:
    held = holding(question("choice") + question("date", "q02_two"), "1", "back", "on")
    assert "Answer so far: I rented. Type on to keep it." in held.terminal.told
    assert (held.kept, held.asked_now) == ({"q01_one": ["rented"]}, "q02_two")


def test_undo_takes_the_last_answer_back(holding: Holding) -> None:
    held = holding(question("choice") + question("date", "q02_two"), "1", "undo")
    assert (held.kept, held.asked_now) == ({}, "q01_one")


def test_easy_words_and_why_change_nothing_but_words(holding: Holding) -> None:
    held = holding(question("choice"), "why", "easy", "1")
    assert "So that we know." in held.terminal.told
    assert "How is it, Wren Invented asks?" in held.terminal.told
    assert "How is it?" in held.terminal.told
    assert held.kept == {"q01_one": ["rented"]}


@pytest.mark.parametrize("word", ["hide", "pause", " Hide "])
def test_hiding_covers_until_enter_and_asks_again(holding: Holding, word: str) -> None:
    held = holding(question("choice"), word, "", "1")
    assert held.terminal.covered == 2
    assert held.kept == {"q01_one": ["rented"]}


def test_hiding_works_in_the_middle_of_skipping(holding: Holding) -> None:
    held = holding(question("choice"), "skip", "hide", "", "1")
    assert held.terminal.covered == 2
    assert held.kept == {"q01_one": {"declined": "true"}}


def test_a_word_in_the_middle_of_several_lines_leaves_the_question_unanswered(holding: Holding) -> None:
    assert holding(question("each"), "1", "help").kept == {}


@pytest.mark.parametrize(("word", "told"), [("help", "these words"), ("now", "EXAMPLE ONLY"), ("heard", "Listen.")])
def test_help_is_told_and_the_question_asked_again(holding: Holding, word: str, told: str) -> None:
    held = holding(question("choice"), word, "1")
    assert told in held.terminal.all_told
    assert held.kept == {"q01_one": ["rented"]}


GROUP = """\
  - id: q01_debts
    kind: group
    said: {standard: Which debts?}
    row_named: debt
    audience: housing_plan
    questions:
      - {id: kind, kind: short_text, said: {standard: What is it?}, audience: housing_plan}
"""


def test_rows_are_added_named_and_taken_out(holding: Holding) -> None:
    held = holding(GROUP, "add", "Rent", "add", "A fine", "remove 1", "1", "remove 7", "done")
    assert held.kept == {"q01_debts[2].kind": "A fine", "q01_debts": "done"}
    assert "Debt 2" in held.terminal.told
    assert "! There is no such row." in held.terminal.told


def test_reading_through_changes_an_answer_and_ending_is_for_good(holding: Holding) -> None:
    held = holding(question("choice"), "1", "1", "1", "2", "done", "3")
    assert held.kept == {"q01_one": ["street"]}
    assert held.asking.sitting.status == "completed"

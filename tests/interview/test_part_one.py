"""Part 1 out of a file: the same parse as typed answers, all of it or nothing, and told line by line."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.interview import engine
from bcst_tui.interview.carried import told_before_words
from bcst_tui.interview.earlier import NOTHING_TOLD, Earlier
from bcst_tui.interview.part_one import PartOne, Refused, read_part_one, with_part_one
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.reference.part_one import PartOneField
from bcst_tui.script.script import Script
from tests.vocabulary import SATURDAY, script_of

SCRIPT = script_of("""
section: home
title: Home
rail: Home
questions:
  - id: b01_best_language
    kind: choice
    said: {standard: Which language?}
    in_short: Language
    audience: language_access
    options:
      - {id: english, said: English}
      - {id: bsl, said: British Sign Language}
      - {id: another, said: Another, other: true}
  - id: f02_body
    kind: choices
    sensitivity: sensitive
    said: {standard: Your health?}
    in_short: Health
    audience: health
    options: [{id: medicines, said: Medicines}, {id: teeth, said: Teeth}, {id: nothing, said: Nothing, exclusive: true}]
  - id: f04_self_harm
    kind: yes_no
    carry: fresh
    said: {standard: I ask everyone?}
    audience: self_harm
  - id: g03_armed_forces
    kind: yes_no
    said: {standard: Forces?}
    audience: armed_service
""")
FIELDS = {
    one.name: one
    for one in (
        PartOneField(name="first_language", question="b01_best_language", also={"sign": "bsl"}),
        PartOneField(name="health", question="f02_body"),
        PartOneField(name="low", question="f04_self_harm"),
        PartOneField(name="armed_forces", question="g03_armed_forces"),
    )
}
FINISHED = {"finished_on": "2026-11-20"}


def read(text: str, is_csv: bool = False, script: Script = SCRIPT) -> PartOne | Refused:
    return read_part_one(text, is_csv, FIELDS, script, SATURDAY)


def of_json(**fields: object) -> PartOne | Refused:
    return read(json.dumps({**FINISHED, **fields}, indent=1))


def of_csv(*lines: str) -> PartOne | Refused:
    return read("\n".join(["field,value", "finished_on,2026-11-20", *lines]), is_csv=True)


def told(read_as: PartOne | Refused) -> dict[str, object]:
    assert isinstance(read_as, PartOne), read_as
    return dict(read_as.answers)


def mistake(read_as: PartOne | Refused) -> str:
    assert isinstance(read_as, Refused), read_as
    return " / ".join(read_as.mistakes)


def test_json_and_csv_say_the_same() -> None:
    expected = {"b01_best_language": ["bsl"], "f02_body": ["medicines", "teeth"], "g03_armed_forces": ["yes"]}
    assert told(of_json(first_language="Sign", health=["teeth", "medicines"], armed_forces=True)) == expected
    assert (
        told(of_csv("first_language,British Sign Language", "health,Teeth; Medicines", "g03_armed_forces,y"))
        == expected
    )


def test_what_is_left_blank_is_not_said() -> None:
    assert told(of_json(first_language="english", health="", armed_forces=None)) == {"b01_best_language": ["english"]}
    assert told(of_csv("first_language,english", "health,")) == {"b01_best_language": ["english"]}


def test_fields_that_stand_for_nothing_are_listed_and_do_no_harm() -> None:
    read_as = of_json(first_language="english", wing="B", shoe_size=9)
    assert isinstance(read_as, PartOne)
    assert read_as.unknown == ("wing", "shoe_size")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"finished_on": "2026-11-20",\n "health": "gout"}', "Line 2, health: 'gout' is not one of the answers"),
        ('{"finished_on": "2026-11-22", "health": "teeth"}', "Line 1, finished_on: that day is still to come"),
        ('{"finished_on": "soon", "health": "teeth"}', "write it as a day"),
        ('{"health": "teeth"}', "does not say when part 1 was finished"),
        ('{"finished_on": "2026-11-20"}', "nothing in it that is asked"),
        ('{"finished_on": "2026-11-20", "wing": "B"}', "nothing in it that is asked"),
        ('{"finished_on": "2026-11-20",\n"health": {"declined": "true"}}', "Line 2, health: write words"),
        ('{"finished_on": "2026-11-20", "health": "teeth", "health": "teeth"}', "stands here twice"),
        ('{"finished_on": "2026-11-20", "health": "teeth", "f02_body": "medicines"}', "under another name"),
        ('{"finished_on": "2026-11-20"\n "health": "teeth"}', "Line 2: this is not JSON"),
        ("[" * 100_000, "not JSON"),
        ('["finished_on"]', "one pair of curly brackets"),
        ("", "Line 1: this is not JSON"),
    ],
)
def test_a_wrong_json_file_is_told_with_line_and_what_to_do(text: str, words: str) -> None:
    assert words in mistake(read(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("health,teeth", "The first line has to be: field,value"),
        ("field;value\nfinished_on;2026-11-20\nhealth;gout", "Line 3, health: 'gout'"),
        ("field,value\nfinished_on,2026-11-20\nhealth,=1+1", "Line 3, health: this is a formula"),
        ('field,value\nfinished_on,2026-11-20\nhealth,"teeth', "Line 3: the quotes"),
        ("field,value\n" + "health,teeth\n" * 600, "at most 500 lines"),
        ("", "The first line has to be"),
    ],
)
def test_a_wrong_csv_file_is_told_with_line_and_what_to_do(text: str, words: str) -> None:
    assert words in mistake(read(text, is_csv=True))


def test_one_wrong_line_keeps_out_all_the_others() -> None:
    assert "Line" in mistake(of_csv("first_language,english", "health,gout"))


@given(st.text(max_size=200), st.booleans())
def test_whatever_a_file_holds_it_is_read_or_refused(text: str, is_csv: bool) -> None:
    assert isinstance(read(text, is_csv), PartOne | Refused)


def begun(earlier: Earlier) -> Interview:
    return engine.begin(SCRIPT, "first_screening", SATURDAY, earlier=earlier)


SAID: tuple[tuple[str, Json, date], ...] = (
    ("b01_best_language", ["bsl"], date(2026, 11, 20)),
    ("f04_self_harm", ["no"], date(2026, 11, 20)),
)


def test_part_1_is_shown_to_be_confirmed_and_is_no_answer_before() -> None:
    interview = begun(with_part_one(NOTHING_TOLD, SCRIPT, SAID))
    asked = interview.current
    assert asked is not None
    words = told_before_words(interview, asked, covered=False)
    assert words == "Part 1 says, 20 November 2026: British Sign Language. Still right?"
    assert interview.progress().answered == 0
    assert interview.known.question("b01_best_language") is None
    confirmed = engine.confirm(interview)
    assert isinstance(confirmed, Interview)
    assert confirmed.answer_to("b01_best_language") is not None


def test_what_is_asked_afresh_each_time_is_not_shown_from_part_1() -> None:
    assert begun(with_part_one(NOTHING_TOLD, SCRIPT, SAID)).told_before("f04_self_harm") is None


def test_what_somebody_has_been_asked_since_counts_before_part_1() -> None:
    asked = with_part_one(Earlier(settled=frozenset({"b01_best_language"})), SCRIPT, SAID)
    assert begun(asked).told_before("b01_best_language") is None


def test_part_1_of_an_earlier_time_in_prison_is_not_shown() -> None:
    assert with_part_one(NOTHING_TOLD, SCRIPT, SAID, since=date(2026, 11, 21)) == NOTHING_TOLD


def test_a_value_that_no_longer_fits_the_question_is_not_shown() -> None:
    on = date(2026, 11, 20)
    gone: tuple[tuple[str, Json, date], ...] = (("b01_best_language", ["klingon"], on), ("x99_gone", ["yes"], on))
    assert with_part_one(NOTHING_TOLD, SCRIPT, gone) == NOTHING_TOLD

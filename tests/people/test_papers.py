"""What stands on the papers of fifteen invented people, and what never may."""

from __future__ import annotations

import re
from calendar import month_name

import pytest

from tests.people.conftest import Deciding, Playing
from tests.people.replaying import PEOPLE, answers, expected

WIDEST = 120
EASY_WORDS = "learning_disability"
"""Asked for a copy in easy words."""


@pytest.mark.parametrize("person", PEOPLE)
def test_the_workers_copy_reads_raw(person: str, playing: Playing) -> None:
    lines = playing(person).worker.splitlines()
    assert [line for line in lines if len(line) > WIDEST] == []


@pytest.mark.parametrize("person", PEOPLE)
def test_the_workers_copy_says_of_every_action_by_when_and_who(person: str, playing: Playing) -> None:
    told = playing(person)
    for action in told.plan["actions"]:
        assert action["title"] in told.worker and action["owner"]


def test_the_workers_copy_begins_with_what_the_person_wants_in_their_words(playing: Playing) -> None:
    told = playing("learning_disability").worker
    assert "A dog" in told.partition("## What the person wants")[2].partition("##")[0]
    assert "A dog" not in playing("learning_disability").own


@pytest.mark.parametrize("person", PEOPLE)
def test_the_own_copy_holds_nothing_that_was_told(person: str, playing: Playing, deciding: Deciding) -> None:
    for copy in (playing(person).own, deciding(person).papers["CELL"]):
        told = [word for word in expected(person)["own_copy_never"] if re.search(rf"\b{re.escape(word)}", copy, re.I)]
        assert told == []


@pytest.mark.parametrize("person", PEOPLE)
def test_the_responsible_officer_reads_what_the_rows_open_and_no_more(person: str, deciding: Deciding) -> None:
    copy, officer = deciding(person).papers["RO"], expected(person)["officer"]
    assert [words for words in officer["reads"] if words not in copy] == []
    assert [words for words in officer["never"] if re.search(rf"\b{re.escape(words)}(?!\w)", copy, re.I)] == []


def test_a_cell_mate_reads_a_name_a_day_and_no_more(playing: Playing) -> None:
    copies = set()
    for person in sorted(set(PEOPLE) - {EASY_WORDS}):
        text = playing(person).own.replace(answers(person).name, "NAME")
        dated = re.sub(r"\d+ (?:%s) \d{4}" % "|".join(month_name[1:]), "DAY", text)
        copies.add(re.sub(r"(?:Next: )?Resettlement appointment, DAY|…+", "SLOT", dated))
    assert len(copies) == 1
    easy, usual = playing(EASY_WORDS).own, copies.copy().pop()
    assert [line[:2] for line in easy.splitlines()] == [line[:2] for line in usual.splitlines()]
    assert "Invented" not in copies.pop().replace("Wren Invented", "")

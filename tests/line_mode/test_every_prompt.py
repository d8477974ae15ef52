"""At every prompt of line mode the input may end, or be nonsense: it ends, or asks again, and is never a bug."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.line_mode.cases import Cases
from bcst_tui.line_mode.prompts import choose
from tests.line_mode.conftest import PICKS, Typed
from tests.tui.kept import homeless

CASE, MORE, PLAN = "> BC-0001", "> More about", ("> BC-0001", "> Plan")
NONSENSE = (" ", "99", "☃ [red]\x1b[31m{0}", "~nobody/\0", "\u202e" * 300, "hide", "")
NO_NUMBERS = ("", " ", "0", "-1", "3", "99", "1.0", "1e1", "٣", "²", "1 2", "☃", "\x1b[31m1", "one")
TALKS: dict[str, tuple[str, ...]] = {
    "new case": ("> New case", "Robin", "", "", "2/5/1994"),
    "find": ("> Find cases", "", "> Overdue", "> Overdue", "> Show them"),
    "today": ("> What is due", "> Write the meetings", "/nowhere"),
    "figures": ("> Figures",),
    "interview": (CASE, "> Go on", "> Read the answers", "1", "skip", "> Back"),
    "copy": (CASE, "> Write a copy", "1", "> Plain", "/nowhere"),
    "slip": (CASE, MORE, "> A slip", "27/11/2026", "9:30", "A room", "Sam", "/nowhere"),
    "not held": (CASE, MORE, "> The interview could", "> Another", "No room", "", ""),
    "interviews": (CASE, MORE, "> All its", "2"),
    "consents": (CASE, MORE, "> Who may", "2", "1", "1", "> Yes, as", "1"),
    "told nothing": (CASE, MORE, "> Who may", "> Who is to be", "> An agency is never"),
    "safe contact": (CASE, MORE, "> Who may", "> A safe way", "1", "1"),
    "record": (CASE, MORE, "> Who may", "> They ask to see", "> They ask today"),
    "gateway": (CASE, MORE, "> Who may", "> Shared", "> Write one", "1", "Police", "Facts", "Lead", "1", "> Yes"),
    "statement": (CASE, MORE, "> A statement", "2", "> Write it", "My words", ""),
    "distance": (CASE, MORE, "> How things"),
    "staff": (CASE, MORE, "> Tell prison", "2", "2", "now"),
    "passed on": (CASE, MORE, "> What was passed", "> A kind of", "2", "> Not suitable", "Too dear"),
    "part 1": (CASE, MORE, "> Part 1", "> Read it", "/nowhere", "> Type it", "20/11/2026"),
    "services": (CASE, MORE, "> The directory", "> Write a new", "Alder House", "beds", "Ring", "4", "Alder"),
    "notes": (CASE, MORE, "> Notes", "> Write a note", "Prefers mornings", "1"),
    "versions": (CASE, MORE, "> Versions"),
    "close": (CASE, MORE, "> Close it", "> Moved", "HMP Elsewhere", "1/1/2030", "Here", ""),
    "merge": (CASE, MORE, "> Merge it", "BC-0002"),
    "delete": (CASE, MORE, "> Delete it"),
    "read back": (*PLAN, "> Read the needs", "> Changed", "A flat"),
    "need": (*PLAN, "> A need", "1", "> Drop it", "Has a place"),
    "added need": (*PLAN, "> Add a need", "1", "A bed", "Said so"),
    "action": (*PLAN, "> An action", "1", "> How it stands", "> Passed on", "Why", "To whom"),
    "done": (*PLAN, "> An action", "1", "> Write down", "A form", "1"),
    "referral": (*PLAN, "> An action", "1", "> Refer", "1"),
    "pointed to": (*PLAN, "> Point to", "1", "1", "1", "1"),
    "service": (*PLAN, "> A service", "1", "> What came", "1", "1"),
    "level 3": (*PLAN, "> Level 3", "1", "> Level 3 does not", "No"),
    "agree": (*PLAN, "> Agree the plan"),
    "feedback": (*PLAN, "> Ask the person", "1", "1", "1"),
}


BEFORE = {"service": TALKS["pointed to"]}
"""What must have been said for a talk to go all its way."""


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    with homeless(tmp_path) as (opened, _):
        yield opened


def new_places(name: str) -> list[int]:
    """How far in this talk a prompt stands that no talk before it has come to, and that is no list to pick from."""
    talk, before = TALKS[name], list(TALKS.values())[: list(TALKS).index(name)]
    places = [place for place in range(len(talk) + 1) if not any(one[:place] == talk[:place] for one in before)]
    return [place for place in places if not "".join(talk[place : place + 1]).startswith(PICKS)]


@pytest.mark.parametrize("nonsense", NO_NUMBERS)
def test_a_list_is_asked_again_after_all_that_is_no_number_of_it(nonsense: str) -> None:
    terminal = Typed([nonsense, " 2 "])
    assert choose(terminal, ("One", "Two")) == 1 and "! Type a number from 1 to 2, or hide." in terminal.told
    with pytest.raises(EOFError):
        choose(Typed([nonsense]), ("One", "Two"))


def talks(casebook: Casebook, *typed: str) -> Typed:
    terminal = Typed([*typed])
    with pytest.raises(EOFError):
        Cases(casebook, terminal, ()).go_round()
    return terminal


@pytest.mark.parametrize("name", TALKS)
def test_nonsense_and_the_end_of_input_are_taken_at_every_prompt(casebook: Casebook, name: str) -> None:
    talk = TALKS[name]
    talks(casebook, *BEFORE.get(name, ()))
    for place in new_places(name):
        with casebook._vault.session() as records:
            records._session.connection().exec_driver_sql("DELETE FROM form_draft")
        assert talks(casebook, *talk[:place], *NONSENSE).waiting == []

"""At every prompt of line mode the input may end, or be nonsense: it ends, or asks again, and is never a bug."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.line_mode.cases import Cases
from tests.line_mode.conftest import Typed
from tests.tui.kept import homeless

CASE, MORE, PLAN = "> BC-0001", "> More about", ("> BC-0001", "> Plan")
NONSENSE = ("", " ", "99", "-1", "☃ [red]", "\x1b[31m{0}", "٣", "~nobody/\0", "\u202e" * 300, "0", "hide", "")
MENUS = {CASE: 2}
"""Where the talk itself begins: the menus before it are gone through by every other one."""
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


def talks(casebook: Casebook, *typed: str) -> Typed:
    terminal = Typed([*typed])
    with pytest.raises(EOFError):
        Cases(casebook, terminal, ()).go_round()
    return terminal


@pytest.mark.parametrize("name", TALKS)
def test_nonsense_and_the_end_of_input_are_taken_at_every_prompt(casebook: Casebook, name: str) -> None:
    talk = TALKS[name]
    talks(casebook, *BEFORE.get(name, ()))
    for place in range(MENUS.get(talk[0], 1), len(talk) + 1):
        with casebook._vault.session() as records:
            records._session.connection().exec_driver_sql("DELETE FROM form_draft")
        assert talks(casebook, *talk[:place], *NONSENSE).waiting == []

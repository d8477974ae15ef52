"""Notes, slips, closing and reopening in numbered lines, over the same casebook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import NewCase, Surroundings
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.cases import CASE_WISHES, CLOSED_WISHES, Cases
from bcst_tui.vault.opening import new_vault
from tests.line_mode.conftest import HEAD, MAIN, MONDAY, PROFILE, Typed
from tests.reference.shipped import shipped_reference

QUESTIONS = "  - {id: told, kind: yes_no, said: {standard: Is it dry?}, audience: housing_plan}\n"
ONE, LEAVE_WITH_ONE, LEAVE_WITH_NONE, CLOSED_WITH_NONE = "1", "3", "2", "3"
BACK, NOTES, SLIP, CLOSE = (
    str(CASE_WISHES.index(wish) + 1)
    for wish in ("Back to the cases", "Notes", "A slip with the next appointment", "Close this case")
)
Goes = Callable[..., Typed]


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    files = {"script.yaml": MAIN, "home.yaml": HEAD + QUESTIONS}
    around = Surroundings(files, shipped_reference(), lambda: MONDAY, lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    opened = Casebook(new_vault(tmp_path / "vault", bytes(32), PROFILE), around)
    assert not isinstance(opened.add_case(NewCase("Ash Invented")), Rejection)
    yield opened
    opened.close()


@pytest.fixture
def goes(casebook: Casebook) -> Goes:
    """The cases, with these lines typed; all of them are used."""

    def go(*typed: str) -> Typed:
        terminal = Typed(list(typed))
        Cases(casebook, terminal, ()).go_round()
        assert terminal.waiting == []
        return terminal

    return go


def test_a_case_is_closed_read_and_reopened(casebook: Casebook, goes: Goes) -> None:
    told = goes(ONE, CLOSE, "1", "20/11/2026", "2", LEAVE_WITH_NONE).all_told
    assert "Still open: The interview of 23 November 2026 is not finished." in told
    assert "Closed on 20 November 2026: released." in told
    reopen = str(CLOSED_WISHES.index("Open it again") + 1)
    told = goes(CLOSED_WITH_NONE, "2", reopen, "", reopen, "Recalled", LEAVE_WITH_ONE).all_told
    assert "! Write why" in told and "BC-0001 is open again." in told
    assert [line.closed for line in casebook.cases()] == [""]


def test_a_case_can_be_left_open_at_every_step(casebook: Casebook, goes: Goes) -> None:
    goes(ONE, CLOSE, "5", BACK, ONE, CLOSE, "4", "by mistake", "", "1", BACK, LEAVE_WITH_ONE)
    assert "is still to come" in goes(ONE, CLOSE, "3", "1/1/2030", "2", BACK, LEAVE_WITH_ONE).all_told
    assert casebook.closed_cases() == ()


def test_a_note_is_written_and_struck_through(casebook: Casebook, goes: Goes) -> None:
    told = goes(ONE, NOTES, "2", "Prefers mornings", "1", NOTES, "3", "1", NOTES, "1", BACK, LEAVE_WITH_ONE).all_told
    assert "No notes yet." in told and "struck through by Wren Invented" in told
    (note,) = casebook.notes(1)
    assert (note.words, note.audience, note.struck_by) == ("Prefers mornings", "worker_notes", "Wren Invented")


def test_a_slip_is_seen_and_written(goes: Goes, tmp_path: Path) -> None:
    told = goes(ONE, SLIP, "27/11/2026", "9:30", "", "", str(tmp_path), BACK, LEAVE_WITH_ONE).all_told
    (slip,) = tmp_path.glob("*.txt")
    assert slip.read_text("utf-8") in told and "Time: 9:30" in told
    assert "! No meeting to come" in goes(ONE, SLIP, "", "", "", "", BACK, LEAVE_WITH_ONE).all_told

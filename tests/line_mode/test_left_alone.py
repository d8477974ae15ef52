"""Line mode that nobody is at: the private part covers itself, and all of it locks."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pytest

from bcst_tui.disclosure.cover import timetable
from bcst_tui.errors import NotSaved
from bcst_tui.line_mode.left_alone import LeftAlone, Patience
from bcst_tui.line_mode.private import FOR_YOU_ALONE, Private
from bcst_tui.line_mode.session import LOCKED, run
from bcst_tui.line_mode.short_word import ShortWord
from tests.line_mode.conftest import NOBODY, Typed
from tests.line_mode.typing import MONDAY, NEW_CASE, SET_UP
from tests.tui.private_rooms import CHECKS, TO_THE_OFFER, open_room, sitting_of, view_of
from tests.tui.rooms import WORD
from tests.vault.ready import let_go

ON_A_TERMINAL = """
import sys
from bcst_tui.line_mode.left_alone import LeftAlone
from bcst_tui.line_mode.prompts import EditedLines, PlainLines
for lines in (PlainLines(), EditedLines()):
    for read in (lines.line, lines.unseen):
        with lines.patience.of(0.05):
            try:
                read("Anybody there")
            except LeftAlone:
                print("left alone")
with lines.patience.of(60):
    print("typed " + lines.line("Now"))
"""


def left_alone(folder: Path, *typed: str) -> tuple[str, Typed]:
    """The state on the disk after these lines, with nobody there where the lines say so."""
    casebook = open_room(folder)
    terminal = Typed([*typed])
    terminal.patience = Patience(120, 300)
    try:
        Private(casebook, sitting_of(casebook), terminal, ShortWord(WORD)).open()
    except EOFError:
        pass
    state = view_of(casebook).run.state
    let_go(casebook._vault)
    return state, terminal


def test_left_alone_it_covers_itself_and_later_locks(tmp_path: Path) -> None:
    """P44: after 90 seconds the cover, 300 after the last key the lock; while somebody is heard, 120 and 600."""
    state, terminal = left_alone(tmp_path / "a", *TO_THE_OFFER, NOBODY, WORD, *CHECKS, "hide", NOBODY, "1")
    assert state == "LOCKED" and terminal.waiting == ["1"]
    assert terminal.told.count(timetable()) == 2
    assert terminal.waits == [*[90.0] * 8, 210.0, *[90.0] * 6, 300.0]
    state, terminal = left_alone(tmp_path / "b", *TO_THE_OFFER, "1", "1", NOBODY, NOBODY)
    assert state == "LOCKED" and terminal.waits[-2:] == [120.0, 480.0]


def test_left_alone_after_a_pause_it_locks_and_is_not_covered_again(tmp_path: Path) -> None:
    state, terminal = left_alone(tmp_path / "vault", *TO_THE_OFFER, "pause", WORD, NOBODY)
    assert state == "LOCKED" and terminal.waits[-1] == 300.0 and terminal.told.count(timetable()) == 1


def test_how_it_stands_is_shown_for_the_worker_alone_and_cleared_away(tmp_path: Path) -> None:
    _, terminal = left_alone(tmp_path / "vault", "show", "", "1", "show")
    shown = terminal.told.index(FOR_YOU_ALONE)
    assert "not offered yet" in terminal.told[shown - 1] and terminal.covered >= 1
    assert FOR_YOU_ALONE not in terminal.told[shown + 1 :]


def test_a_cover_goes_up_even_where_the_disk_refuses_and_the_checks_come_first_all_the_same(tmp_path: Path) -> None:
    """P6, P20."""
    casebook = open_room(tmp_path / "vault")
    terminal, step, refusing = Typed([*TO_THE_OFFER, "hide", WORD, "", ""]), casebook.private_step, [True, True]

    def refused(sitting: object, event: str, *said: object) -> object:
        if event == "hide" and refusing and refusing.pop():
            raise NotSaved("The disk is full.", "Make room.")
        return step(sitting, event, *said)  # type: ignore[arg-type]

    casebook.private_step = refused  # type: ignore[assignment, method-assign]
    with pytest.raises(EOFError):
        Private(casebook, sitting_of(casebook), terminal, ShortWord(WORD)).open()
    after = terminal.told[terminal.told.index(timetable()) :]
    assert after[1] == "" and [told for told in after if told.startswith("! NOT saved")]
    assert "Before we go on, 1 of 5" in after and "frightened" not in "\n".join(after)
    let_go(casebook._vault)


def test_left_alone_at_the_cases_it_locks(passphrases_soon_tried: None, tmp_path: Path) -> None:
    terminal = Typed([*SET_UP, *NEW_CASE, "1", NOBODY, "1"])
    assert run(tmp_path / "vault", {"BCST_CONFIG": str(tmp_path)}, MONDAY, terminal) == 0
    assert terminal.told[-1] == LOCKED and terminal.covered == 1 and terminal.waiting == ["1"]
    assert 120 in terminal.waits and 300 in terminal.waits


def test_being_left_alone_is_an_end_of_input() -> None:
    assert issubclass(LeftAlone, EOFError)


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_on_a_terminal_lines_are_broken_off_plain_or_edited_and_what_is_typed_in_time_is_taken() -> None:
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
    terminal = pexpect.spawn(
        sys.executable, ["-c", ON_A_TERMINAL], env=kept | {"TERM": "xterm"}, encoding="utf-8", timeout=60
    )
    for _ in range(4):
        terminal.expect("left alone")
    terminal.expect("Now")
    terminal.send("here\r")
    terminal.expect("typed here")
    terminal.expect(pexpect.EOF)

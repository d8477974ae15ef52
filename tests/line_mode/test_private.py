"""The private part in lines: the same ledger as on the screen for the same keys; nothing typed is nothing answered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bcst_tui.casebook.private import PrivateView
from bcst_tui.disclosure.cover import timetable
from bcst_tui.line_mode.private import Private, ShortWord
from tests.line_mode.conftest import Typed
from tests.tui.driving import driving, played
from tests.tui.private_rooms import CHECKS, TO_THE_OFFER, PrivateDoors, into_the_part, open_room, sitting_of, view_of
from tests.tui.rooms import WORD, app_of
from tests.vault.ready import let_go

FUNCTION_KEYS = {"skip": "f2", "stop": "f4", "easy": "f5", "heard": "f6", "why": "f7", "now": "f8"}
SCRIPTS: tuple[tuple[str, ...], ...] = (
    (*TO_THE_OFFER, "2", "2", "1", "3", "1", "1", "1"),
    (*TO_THE_OFFER, "1", "2", "1", "2", "1", "4", "enter", "2", "3", "1", "1", "2", "2", "2", "easy", "1", "stop", "1"),
    ("1", "1", "3", "heard", "1", "1", "now", "3", "3", "1", "1", "2", "1", "2", "1", "why", "skip", "skip", "stop"),
    (*TO_THE_OFFER, "3", "4", "1", "1", "1", "4", "heard", "4", "2", "skip", "1"),
)


def typed_in_lines(folder: Path, typed: Sequence[str]) -> tuple[PrivateView, Typed]:
    """The part opened by its own door, with these lines typed and then no more."""
    casebook = open_room(folder)
    terminal = Typed([*typed])
    try:
        Private(casebook, sitting_of(casebook), terminal, ShortWord(WORD)).open()
    except EOFError:
        pass
    view = view_of(casebook)
    let_go(casebook._vault)
    return view, terminal


@pytest.mark.parametrize("script", SCRIPTS)
@played
async def test_17_35_equal_keys_end_in_equal_ledgers_on_the_screen_and_in_lines(
    tmp_path: Path, script: tuple[str, ...]
) -> None:
    doors = PrivateDoors(tmp_path / "screen")
    doors.folder.mkdir()
    async with driving(app_of(doors)) as at:
        await into_the_part(at)
        for key in script:
            await at.press(FUNCTION_KEYS.get(key, key))
        on_screen = doors.view
    in_lines, _ = typed_in_lines(tmp_path / "lines", ["" if key == "enter" else key for key in script])
    assert in_lines.record == on_screen.record


def test_17_10_enter_alone_and_the_end_of_input_write_no_answer(tmp_path: Path) -> None:
    view, _ = typed_in_lines(tmp_path / "vault", (*TO_THE_OFFER, "", "", "nonsense", "99"))
    assert view.record.ledger("q1").status == "none" and view.record.ledger("q1").offers == 1
    assert view.run.state == "LOCKED"


def test_hiding_shows_the_cover_and_waits_for_the_word(tmp_path: Path) -> None:
    view, terminal = typed_in_lines(
        tmp_path / "vault", (*TO_THE_OFFER, "1", "hide", "wrong", WORD.upper(), *CHECKS, "4")
    )
    assert terminal.covered == 2 and timetable() in terminal.told
    assert terminal.told[terminal.told.index(timetable()) + 1] == ""
    assert view.record.ledger("q1").status == "no"


def test_three_wrong_words_lock_and_end_the_session(tmp_path: Path) -> None:
    view, terminal = typed_in_lines(tmp_path / "vault", (*TO_THE_OFFER, "pause", "a", "b", "c", WORD, "1"))
    assert view.run.state == "LOCKED" and terminal.waiting == [WORD, "1"]


def test_after_the_end_of_input_and_the_passphrase_it_goes_on_by_way_of_the_checks(tmp_path: Path) -> None:
    typed_in_lines(tmp_path / "vault", (*TO_THE_OFFER, "1", "1"))
    casebook = open_room(tmp_path / "vault")
    terminal = Typed([*CHECKS])
    with pytest.raises(EOFError):
        Private(casebook, sitting_of(casebook), terminal, ShortWord()).go_on()
    assert "Thank you for telling me." in terminal.told
    held = view_of(casebook).run.held
    assert held is not None and held.state == "RESPOND"
    let_go(casebook._vault)


def test_17_45_the_short_word_is_in_no_file(tmp_path: Path) -> None:
    casebook = open_room(tmp_path / "vault")
    terminal = Typed(["kestrelword", *TO_THE_OFFER, "hide"])
    with pytest.raises(EOFError):
        Private(casebook, sitting_of(casebook), terminal, ShortWord()).open()
    let_go(casebook._vault)
    for file in (tmp_path / "vault").rglob("*"):
        assert not file.is_file() or b"kestrelword" not in file.read_bytes()
    assert "kestrelword" not in repr(ShortWord("kestrelword"))

"""The private part in lines: the same ledger as on the screen for the same keys; nothing typed is nothing answered."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.private import PrivateView
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.cover import timetable
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.run import Run
from bcst_tui.disclosure.talk import OPTION_KEYS, Box, Happens, Letter
from bcst_tui.line_mode.private import Private
from bcst_tui.line_mode.short_word import ShortWord
from tests.disclosure.test_talk import moved, talk_at
from tests.effort import tries
from tests.line_mode.conftest import Typed
from tests.training.at_the_desk import keys
from tests.tui.driving import Driver, driving, played
from tests.tui.private_rooms import CHECKS, TO_THE_OFFER, PrivateDoors, open_room, sitting_of, view_of
from tests.tui.rooms import WORD, app_of
from tests.vault.ready import let_go

FUNCTION_KEYS = {"skip": "f2", "stop": "f4", "easy": "f5", "heard": "f6", "why": "f7", "now": "f8"} | {
    "hide": "f9",
    "pause": "f3",
}
COVERING = ("hide", "pause")
IN_LINES = {"enter": ("",), "hide": ("hide", WORD), "pause": ("pause", WORD)}
SCRIPTS: tuple[tuple[str, ...], ...] = (
    keys("TRN-011"),
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


@played
async def test_17_35_equal_keys_end_in_equal_ledgers_on_the_screen_and_in_lines(tmp_path: Path) -> None:
    """Scripts, then keys as chance will have them, each with a person of its own; some are no keys here at all."""
    names = tuple(f"Robin Example {number}" for number in range(len(SCRIPTS) + tries(1, 40)))
    doors = PrivateDoors(tmp_path / "screen", names=names)
    doors.folder.mkdir()
    written: list[tuple[list[str], Record]] = []
    async with driving(app_of(doors)) as at:
        await at.until_on("CasesScreen")
        for number, sitting in enumerate(sittings_of(doors.casebook)):
            at.app.enter_private(sitting, "q")  # type: ignore[attr-defined]
            await at.until_on("PrivateScreen")
            script = SCRIPTS[number] if number < len(SCRIPTS) else _by_chance(number)
            await _press(at, script)
            assert doors.casebook is not None
            lines = [line for key in script for line in IN_LINES.get(key, (key,))]
            written.append((lines, doors.casebook.private_view(sitting).record))
            while type(at.screen).__name__ != "CasesScreen":
                at.app.pop_screen()
            await at.settled()
    casebook = open_room(tmp_path / "lines", names=names)
    for sitting, (lines, on_screen) in zip(sittings_of(casebook), written, strict=True):
        with suppress(EOFError):
            Private(casebook, sitting, Typed([*lines]), ShortWord(WORD)).open()
        assert casebook.private_view(sitting).record == on_screen, lines
    let_go(casebook._vault)


def sittings_of(casebook: Casebook | None) -> list[Sitting]:
    """One of everybody, in the order in which they came."""
    assert casebook is not None
    return [casebook.begin(case_id) for case_id in sorted(case.case_id for case in casebook.cases())]


async def _press(at: Driver, script: Sequence[str]) -> None:
    """One after another, and on from behind each cover."""
    for key in script:
        await at.press(FUNCTION_KEYS.get(key, key))
        if key in COVERING:
            for typed in ("space", *WORD, "enter") if type(at.screen).__name__ == "CoverScreen" else ():
                at.send(typed)
            await at.settled()


def _by_chance(seed: int) -> list[str]:
    """Keys as chance will have them: mostly an answer that is there, some of the program's, some that mean nothing."""
    chance, keys = Random(seed), list[str]()
    talk = moved(talk_at(Run()), Happens("q"))
    while len(keys) < 20 and not talk.is_over:
        talk = moved(talk, Happens("unlock")) if talk.state == "HIDDEN" else talk
        options = page_of(talk).options
        places = [place for place, one in enumerate(options) if not isinstance(one.leads, Box | Letter)]
        first = talk.state in ("ENTRY", "PRIVACY", "LIMITS", "OFFER") and chance.random() < 0.9
        if chance.random() < 0.15:
            keys.append(chance.choice((*FUNCTION_KEYS, "z")))
            talk = moved(talk, talk.pressed(keys[-1]) or talk)
        else:
            place = places[0] if first else chance.choice(places)
            keys.append(OPTION_KEYS[place])
            talk = moved(talk, options[place].leads)
    return keys


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

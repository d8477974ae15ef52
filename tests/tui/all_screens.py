"""A program for a pseudo-terminal that goes through every screen: crashing on each, or pasting hostile text into each.

Run as `python -m tests.tui.all_screens crashes|hostile FOLDER`.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import NewCase, Surroundings
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.app import BcstApp
from bcst_tui.tui.idle import Clocks
from bcst_tui.tui.safety import keep_python_quiet
from tests.effort import TORTURE
from tests.tui.driving import Driver
from tests.tui.hostile import CANARY, PAYLOADS
from tests.tui.interviews import asked_now
from tests.tui.misbehaving import Crashing
from tests.tui.private_rooms import TO_THE_OFFER, filled_in
from tests.tui.rooms import MORNING, PASSPHRASE, TODAY, WORD, OpenDoors, script_files
from tests.tui.sparing import frames_left_out, styles_parsed_once
from tests.vault.ready import ready_vault
from tests.vocabulary import MAIN

SCREENS: dict[str, tuple[str, ...]] = {
    "HelpScreen": ("v", "f1"),
    "WriteNote": ("m", "a", "a", CANARY),
    "SlipScreen": ("m", "1", CANARY),
    "NewCaseScreen": ("n", CANARY),
    "SkipChooser": ("enter", "o", CANARY, "f2"),
    "ChangeAnswer": ("enter", "o", CANARY, "enter", "escape", "escape", "c", "enter", CANARY),
    "SayInALine": ("enter", "p", "a", "1", CANARY),
    "PlanScreen": ("enter", "p", "2", "e", CANARY),
    "ExportScreen": ("enter", "x", "1"),
    "PrivateScreen": ("enter", "end", "enter", *TO_THE_OFFER, "space"),
}
"""The screen on top, and the way there from the cases: between them, all others lie below with the canary on them."""
GONE_TO = SCREENS if TORTURE else ("WriteNote", "ChangeAnswer", "PlanScreen", "PrivateScreen")
"""Between them: a window over the cases and one over the answers, a line half written, and the private part."""

PASTES = ("".join(one for one in PAYLOADS if len(one.splitlines()) < 2), *(one for one in PAYLOADS if "\r" in one))
"""All payloads; a field of one line takes the first line of what is pasted."""

QUESTIONS = """
section: home
title: Home
rail: Home
questions:
  - {id: short, kind: short_text, said: {standard: A line?}, audience: addresses}
  - {id: long, kind: long_text, said: {standard: More lines?}, audience: addresses}
  - id: pick
    kind: choice
    said: {standard: Which?}
    audience: addresses
    options: [{id: one, said: One}, {id: other, said: Something else, other: true}]
  - {id: where, kind: address, said: {standard: Where?}, audience: addresses}
  - {id: much, kind: money, said: {standard: How much?}, audience: addresses}
  - {id: when, kind: partial_date, said: {standard: When?}, audience: addresses}
  - {id: who, kind: phone, said: {standard: Which number?}, audience: addresses}
"""


class Rooms(OpenDoors):
    """Doors to a vault in which one person is asked a few questions, most of them typed."""

    def _open(self) -> Casebook:
        files = {"script.yaml": MAIN, "home.yaml": QUESTIONS, "q.yaml": script_files()["q.yaml"]}
        around = Surroundings(files, filled_in(), lambda: TODAY, lambda: MORNING, trained_to_ask=True)
        self.casebook = Casebook(ready_vault(self.folder / "vault", b"k" * 32, self.profile), around)
        assert not isinstance(self.casebook.add_case(NewCase(CANARY)), Rejection)
        return self.casebook


def crash_on_every_screen(folder: Path) -> None:
    """One app for each screen: the way there, and then a bug."""
    kinds = cycle(("handler", "worker", "thread"))
    for screen, keys in ((one, SCREENS[one]) for one in GONE_TO):
        doors = Rooms(folder / screen)
        doors.folder.mkdir()
        app = Crashing(next(kinds), doors)
        app.run(auto_pilot=_crash_on(screen, keys))
        print(f"\nleft {screen} with {app.return_code}")
        if doors.casebook is not None:
            doors.casebook.close()


def _crash_on(screen: str, keys: tuple[str, ...]) -> Any:
    async def drive(pilot: Pilot[object]) -> None:
        at = Driver(pilot.app)
        with pytest.MonkeyPatch.context() as patch:
            frames_left_out(patch)
            await at.until_on("CasesScreen")
            for key in keys:
                await (at.type(key) if key == CANARY else at.press(key))
            await at.until_on(screen)
        at.screen.refresh()
        await at.settled()
        at.send("f8")
        while pilot.app.return_code is None:
            await asyncio.sleep(0.005)

    return drive


class PastedInto(BcstApp):
    """The whole app, set up and used by somebody who pastes every payload into every field."""

    def __init__(self, folder: Path) -> None:
        super().__init__(Rooms(folder, set_up=False), clocks=Clocks())


async def paste_everywhere(pilot: Pilot[object]) -> None:
    """Into every field of every screen, and Enter; then what was kept is shown in every list."""
    at = Driver(pilot.app)
    await at.until_on("SetupScreen")
    for _ in _fields(at):
        await _paste(at)
    pilot.app.post_message(BcstApp.Opened(pilot.app._doors.unlock(PASSPHRASE), WORD))  # type: ignore[attr-defined]
    await at.until_on("CasesScreen")
    await at.press("n")
    await at.until_on("NewCaseScreen")
    for _ in range(4):
        await _paste(at)
    await at.press("escape", "v", "enter", "o")
    await at.until_on("InterviewScreen")
    while asked := asked_now(at):
        await at.press("2") if asked == "pick" else None
        await _paste(at)
        if asked_now(at) == asked:
            await at.press("f2", "3")
    await at.press("3")
    await at.until_on("SectionsScreen")
    await at.press("c", "down", "enter")
    await at.until_on("ChangeAnswer")
    await _paste(at)
    if type(at.screen).__name__ == "ChangeAnswer":
        await at.press("escape")
    await at.until_on("CheckAnswersScreen")
    await at.press("escape", "p")
    await at.until_on("PlanScreen")
    await at.press("a", "1")
    await at.until_on("SayInALine")
    await _paste(at)
    await at.until_on("SayInALine")
    await _paste(at)
    await at.until_on("ChooseOne")
    await at.press("1")
    await at.until_on("SayInALine")
    await _paste(at)
    await at.until_on("PlanScreen")
    for key in "12345":
        await at.press(key)
    await at.press("g", "escape", "x", "1", "1")
    await at.until(lambda: isinstance(at.screen.focused, Input))
    await _paste(at)
    await at.press("escape", "escape", "2", "escape", "escape", "f1", "escape", "ctrl+p")
    await _paste(at, "escape")
    await at.press("ctrl+q")


def _fields(at: Driver) -> Iterator[Input]:
    yield from at.screen.query(Input)


async def _paste(at: Driver, then: str = "enter") -> None:
    """Paste every payload and type some harmless letters, into whatever has the keyboard."""
    for pasted_text in PASTES:
        pasted = events.Paste(pasted_text)
        assert at.app._driver is not None
        pasted.set_sender(at.app)
        at.app._driver.send_message(pasted)
    if isinstance(at.screen.focused, Input | TextArea):
        await at.type("ab")
    await at.press(then)


def main() -> None:
    what, folder = sys.argv[1:3]
    keep_python_quiet()
    if what == "crashes":
        with pytest.MonkeyPatch.context() as patch:
            styles_parsed_once(patch)
            crash_on_every_screen(Path(folder))
    else:
        app = PastedInto(Path(folder))
        app.run(auto_pilot=paste_everywhere)
        print("went everywhere")


if __name__ == "__main__":
    main()

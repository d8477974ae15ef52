"""Hiding, from wherever one is: the next frame is the cover alone, and only its own keys do anything."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest
from textual import events
from textual.widget import Widget
from textual.widgets import Input, TextArea

import bcst_tui.tui.screens
import bcst_tui.tui.widgets
from bcst_tui.disclosure.cover import timetable
from bcst_tui.disclosure.talk import OPTION_KEYS
from bcst_tui.tui.commands import Palette
from bcst_tui.tui.keys import TABLE
from bcst_tui.tui.safety import LOCK_EXIT
from tests.effort import TORTURE
from tests.tui.driving import Driver, driving, played
from tests.tui.hostile import CANARY
from tests.tui.private_rooms import CHECKS, PrivateDoors, into_the_part
from tests.tui.rooms import WORD, Wristwatch, app_of

ROUTES: dict[str, tuple[str, ...]] = {
    "m 1": ("SlipScreen",),
    "m 4": ("ConsentsScreen",),
    "m 4 end enter": ("ReadFirst",),
    "m 5 1": ("StatementScreen",),
    "m 6": ("DistanceScreen",),
    "m 8 2": ("SayInALine",),
    "m 9": ("ServicesScreen",),
    "m a a": ("NotesScreen", "WriteNote"),
    "m c": ("VersionsScreen",),
    "m": ("ChooseInGroups",),
    "n": ("NewCaseScreen",),
    "f1": ("HelpScreen",),
    "f6": ("JustToldScreen",),
    "f8": ("HelpNowScreen",),
    "ctrl+t": ("TodayScreen",),
    "ctrl+p": ("Palette",),
    "enter o": ("SectionsScreen", "InterviewScreen"),
    "enter o f2": ("SkipChooser",),
    "enter o ctrl+o": ("OwnCopyScreen",),
    "enter c enter": ("CheckAnswersScreen", "ChangeAnswer"),
    "enter p 2 e": ("PlanScreen",),
    "enter p a": ("ChooseOne",),
    "enter x 1": ("ExportScreen",),
    "enter b": ("BearInMind",),
    "f": ("CasesScreen",),
}
"""The keys from the list of cases, and the screens that come with them, the last one on top."""
A_FEW = ("m 5 1", "m 8 2", "ctrl+p", "enter o f2", "f")
"""A text of many lines, a window with a line to type, the palette, a list over a question, a box in a list."""
BUTS_OWN = ("f1", "f2", "f4", "f6", "f8", "f9", "ctrl+l", "ctrl+p", "ctrl+q", "ctrl+t", "escape", "enter", "tab")


async def bring_back(at: Driver) -> None:
    await at.press("space")
    await at.type(WORD)
    await at.press("enter")


async def hits(at: Driver, *keys: str) -> None:
    """These keys at once, one after another."""
    for key in keys:
        at.send(key)
    await at.settled()


async def is_the_cover(at: Driver) -> None:
    """One key, and nothing but the timetable is on the screen."""
    await at.press("f9")
    await at.until_on("CoverScreen")
    assert at.seen().split() == timetable().split()


@played
async def test_hiding_from_every_screen_of_the_program_leaves_the_cover_alone(tmp_path: Path) -> None:
    """P20: lists, windows, focused boxes with words in them; `make torture ALL=1` goes to every one of them."""
    async with driving(app_of(PrivateDoors(tmp_path, names=(CANARY, f"{CANARY} Two")))) as at:
        await at.until_on("CasesScreen")
        for route in ROUTES if TORTURE else A_FEW:
            await at.press(*route.split())
            if isinstance(at.screen.focused, Input | TextArea):
                await at.type(CANARY)
            stood = at.screen
            assert type(stood).__name__ == ROUTES[route][-1], route
            await is_the_cover(at)
            await hits(at, "escape", "enter", "1", "backspace")
            at.app.post_message(events.MouseDown(None, 5, 5, 0, 0, 1, False, False, False))
            await at.settled()
            assert at.seen().split() == timetable().split(), route
            await bring_back(at)
            assert at.screen is stood, route
            while type(at.screen).__name__ != "CasesScreen":
                at.screen.dismiss() if isinstance(at.screen, Palette) else at.app.pop_screen()
            await at.settled()


def test_no_screen_window_or_field_takes_a_key_that_hides() -> None:
    """P20: whatever stands there, the keys of the whole program come before its own."""
    for package in (bcst_tui.tui.screens, bcst_tui.tui.widgets):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    everywhere = {key for one in TABLE if one.priority for key in one.keys}
    for kind in _below(Widget):
        bound = kind._merge_bindings().key_to_bindings if kind.__module__.startswith("bcst_tui.") else {}
        assert not [key for key in everywhere for one in bound.get(key, ()) if one.priority], kind


def _below(kind: type[Widget]) -> list[type[Widget]]:
    return [kind, *(one for sub in kind.__subclasses__() for one in _below(sub))]


GOES_ON = {
    **{"ENTRY": "1", "LIMITS": "1", "OFFER": "1", "ASK": "1", "RESPOND": "1", "TODAY": "2", "NEEDS": "enter"},
    **{"RECORD": "1", "SHARE": "f2", "PLAN": "f2", "LEAFLET": "2", "GROUND": "1"},
}
"""The key that goes on from each state of a run in which something is told."""


@played
async def test_under_every_cover_all_but_its_own_keys_is_refused_and_here_there_is_no_palette(tmp_path: Path) -> None:
    """P20, P43: in each state of a whole run, hidden and paused; afterwards the five checks come first."""
    doors = PrivateDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await into_the_part(at)
        for number, (state, key) in enumerate(GOES_ON.items()):
            assert doors.stands_at() == state
            await hits(at, "ctrl+p", "ctrl+t", "escape", "space")
            assert type(at.screen).__name__ == "PrivateScreen" and doors.stands_at() == state
            await at.press("f3" if number % 3 == 0 else "f9")
            await at.until_on("CoverScreen")
            await hits(at, *BUTS_OWN, "1")
            assert at.seen().split() == timetable().split() and doors.stands_at() in ("PAUSED", "HIDDEN")
            await bring_back(at)
            await at.until_on("PrivateScreen")
            await at.press(*(["1"] if number % 3 == 0 else []))
            assert doors.stands_at() == "PRIVACY"
            await at.press(*CHECKS, key, *(CHECKS if state == "ENTRY" else ()))
        assert doors.stands_at() == "CLOSE"


def test_the_keys_of_the_cover_are_nobody_elses() -> None:
    """P46: what hides is bound before all else, and no answer of a page is a key of the program."""
    hiding = [key for key in TABLE if key.id in ("hide", "pause", "heard", "now")]
    assert all(key.priority and key.scope == "everywhere" for key in hiding)
    assert not {name for key in hiding for name in key.keys} & set(OPTION_KEYS)


@played
async def test_the_short_word_is_in_memory_only_and_gone_after_a_lock(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """P45: in no file and no output, not in what a crash would tell, and let go of when bcst locks."""
    app = app_of(PrivateDoors(tmp_path), Wristwatch())
    async with driving(app) as at:
        await into_the_part(at)
        await is_the_cover(at)
        assert WORD not in repr(app) and WORD not in repr(at.screen)
        app.action_lock()
        await at.until(lambda: not app.is_running)
    assert app.return_code == LOCK_EXIT and app._word == ""
    said = capfd.readouterr()
    assert WORD not in said.out + said.err
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and WORD.encode() in file.read_bytes()]

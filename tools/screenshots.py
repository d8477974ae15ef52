"""Pictures of the running app, as a worker sees it: `make screenshots` draws docs/screens/*.png.

The person in them is the invented one of `bcst demo`. Nothing is staged: keys are pressed, screens are drawn.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import cairosvg  # type: ignore[import-untyped]
from PIL import Image
from textual.screen import Screen

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.config import Settings
from bcst_tui.tui.app import BcstApp
from bcst_tui.tui.opening import VaultDoors
from bcst_tui.tui.widgets.keyed_list import KeyedList
from tests.casebook.training_rooms import Room
from tests.tui.driving import Driver
from tests.tui.driving import watched as driving
from tests.tui.private_rooms import CHECKS, into_the_part, open_room
from tests.tui.test_rehearsals import app_in, begin, say
from tools.pictured import casebook, casebook_at_review, casebook_of_a_quarter

OUT = Path(__file__).parent.parent / "docs" / "screens"
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
COLOURS = 128
WIDE = 1200
CELL = 20 * 0.61
FITS = CELL / 0.60205
"""A letter of this size is as wide as the cell Textual draws it in; whole pixels, since the drawing rounds to them."""
SOMEBODYS_HOME = "/home/sam"
PRIVATE = {
    "private-checks": ("1",),
    "private-limits": CHECKS,
    "private-offer": ("1",),
    "private-listen": ("1", "1"),
    "private-record": ("1", "2", "1", "3", "enter", "space"),
}
"""Pictures of the private part, and the keys from each to the next."""
STOPS_BEFORE = "c02_back_there"


class PicturedApp(BcstApp):
    """The app as it is right after the passphrase."""

    def __init__(self, casebook: Casebook, settings: Settings) -> None:
        super().__init__(VaultDoors(Path("nowhere"), {}), settings)
        self._pictured = casebook

    def get_default_screen(self) -> Screen[Any]:
        return Screen()

    def _first_screen_stands(self) -> None:
        super()._first_screen_stands()
        self.post_message(self.Opened(self._pictured, "sunny"))


def main() -> None:
    """Draw every screen at both sizes; with names of walks after it, those alone."""
    OUT.mkdir(parents=True, exist_ok=True)
    os.environ |= {name: SOMEBODYS_HOME for name in ("HOME", "USERPROFILE")}
    for name, walk in WALKS.items():
        if name in (sys.argv[1:] or WALKS):
            walk()


def _draw_first_run() -> None:
    for name, size in SIZES.items():
        asyncio.run(_first_run(name, size))


def _draw_interview() -> None:
    for name, size in SIZES.items():
        with casebook(STOPS_BEFORE) as held:
            asyncio.run(_interview(name, size, held, Settings()))


def _draw_plan() -> None:
    for name, size in SIZES.items():
        with casebook() as held:
            asyncio.run(_plan(name, size, held))


def _draw_review() -> None:
    for name, size in SIZES.items():
        with casebook_at_review() as held:
            for walk in (_under_way, _case, _consents):
                asyncio.run(walk(name, size, held))


def _draw_private() -> None:
    """The private part, with cards that say they are to be filled in."""
    for name, size in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            held = open_room(Path(folder) / "vault")
            asyncio.run(_private(name, size, held))
            held.close()


async def _private(name: str, size: tuple[int, int], held: Casebook) -> None:
    async with driving(PicturedApp(held, Settings()), size) as worker:
        await into_the_part(worker)
        for picture, keys in PRIVATE.items():
            await worker.press(*keys)
            _draw(worker, f"{picture}-{name}")


def _draw_rehearsal() -> None:
    """What a trainee chooses among, and the answer under the real question."""
    for name, size in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            room = Room(Path(folder) / "vault")
            asyncio.run(_rehearsal(name, size, room))
            room.close()


async def _rehearsal(name: str, size: tuple[int, int], room: Room) -> None:
    async with driving(app_in(room), size) as trainee:
        await begin(trainee)
        await trainee.press("escape", "f10")
        _draw(trainee, f"rehearsal-{name}")
        await say(trainee, "As things stand")
        await trainee.until_seen("Callum: “")
        _draw(trainee, f"rehearsal-answer-{name}")


def _draw_figures() -> None:
    with casebook_of_a_quarter() as held:
        for name, size in SIZES.items():
            asyncio.run(_figures(name, size, held))


def _draw_themes() -> None:
    for theme in ("light", "high-contrast"):
        settings = replace(Settings(), theme=theme)
        with casebook(STOPS_BEFORE) as held:
            asyncio.run(_one_question(f"question-{theme}-80x24", held, settings))
        with casebook() as held:
            asyncio.run(_dates(f"dates-{theme}-80x24", held, settings))


async def _first_run(name: str, size: tuple[int, int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with driving(BcstApp(VaultDoors(Path(folder) / "vault", {}), Settings()), size) as worker:
            await worker.settled()
            _draw(worker, f"set-up-{name}")
        (Path(folder) / "vault").mkdir(exist_ok=True)
        (Path(folder) / "vault" / "vault.db").touch()
        async with driving(BcstApp(VaultDoors(Path(folder) / "vault", {}), Settings()), size) as worker:
            await worker.until_on("UnlockScreen")
            _draw(worker, f"unlock-{name}")


async def _interview(name: str, size: tuple[int, int], casebook: Casebook, settings: Settings) -> None:
    async with driving(PicturedApp(casebook, settings), size) as worker:
        await worker.until_on("CasesScreen")
        _draw(worker, f"cases-{name}")
        await worker.press("n")
        await worker.until_on("NewCaseScreen")
        _draw(worker, f"new-case-{name}")
        await worker.press("escape", "ctrl+t")
        await worker.until_on("TodayScreen")
        _draw(worker, f"today-{name}")
        await worker.press("escape", "enter")
        await worker.until_on("SectionsScreen")
        _draw(worker, f"sections-{name}")
        await worker.press("b")
        _draw(worker, f"bear-in-mind-{name}")
        await worker.press("escape", "f1")
        _draw(worker, f"help-{name}")
        await worker.press("escape", "c")
        await worker.until_on("CheckAnswersScreen")
        _draw(worker, f"check-answers-{name}")
        await worker.press("escape", "o")
        await worker.until_on("InterviewScreen")
        _draw(worker, f"question-{name}")
        await worker.press("f5", "f7")
        _draw(worker, f"easy-and-why-{name}")
        await worker.press("f5", "f7", "f2")
        _draw(worker, f"skip-{name}")
        await worker.press("escape", "f9")
        _draw(worker, f"cover-{name}")


async def _one_question(name: str, casebook: Casebook, settings: Settings) -> None:
    async with driving(PicturedApp(casebook, settings), SIZES["80x24"]) as worker:
        await worker.until_on("CasesScreen")
        await worker.press("enter", "o")
        await worker.until_on("InterviewScreen")
        _draw(worker, name)


async def _dates(name: str, casebook: Casebook, settings: Settings) -> None:
    async with driving(PicturedApp(casebook, settings), SIZES["80x24"]) as worker:
        await worker.until_on("CasesScreen")
        await worker.press("enter")
        await worker.until_on("SectionsScreen")
        await worker.press("p")
        await worker.until_on("PlanScreen")
        await worker.press("4", "down", "down")
        _draw(worker, name)


async def _plan(name: str, size: tuple[int, int], casebook: Casebook) -> None:
    async with driving(PicturedApp(casebook, Settings()), size) as worker:
        await worker.until_on("CasesScreen")
        await worker.press("enter")
        await worker.until_on("SectionsScreen")
        await worker.press("p")
        await worker.until_on("PlanScreen")
        _draw(worker, f"plan-{name}")
        await worker.press("k")
        await worker.until_on("ReadBackScreen")
        _draw(worker, f"read-back-{name}")
        await worker.press("escape")
        await worker.until_on("PlanScreen")
        await worker.press("2")
        _draw(worker, f"actions-{name}")
        await worker.press("4")
        _draw(worker, f"dates-{name}")
        await worker.press("x")
        await worker.until_on("ExportScreen")
        await worker.press("1")
        _draw(worker, f"export-{name}")


async def _under_way(name: str, size: tuple[int, int], held: Casebook) -> None:
    """Three weeks into a plan: what was done, pointed to and referred, and the windows it is written in."""
    async with driving(PicturedApp(held, Settings()), size) as worker:
        await _to_plan(worker)
        await worker.press("3")
        _draw(worker, f"signposts-{name}")
        await worker.press("enter")
        _draw(worker, f"follow-up-{name}")
        await worker.press("escape", "2", "down", "down", "down", "enter")
        _draw(worker, f"one-action-{name}")
        await worker.press("7")
        _draw(worker, f"referral-{name}")
        await worker.press("escape", "enter", "6")
        await worker.type("Filled in the form together")
        await worker.press("enter")
        _draw(worker, f"done-{name}")


async def _consents(name: str, size: tuple[int, int], held: Casebook) -> None:
    async with driving(PicturedApp(held, Settings()), size) as worker:
        await worker.until_on("CasesScreen")
        await worker.press("enter")
        await worker.until_on("SectionsScreen")
        await worker.press("ctrl+g")
        await worker.until_on("ConsentsScreen")
        _draw(worker, f"consents-{name}")
        await _light(worker, "debt")
        await worker.press("enter")
        await worker.until_on("AgencyConsentScreen")
        _draw(worker, f"one-agency-{name}")
        await worker.press("s")
        await worker.until_seen("It has stopped.")
        _draw(worker, f"stopped-{name}")
        await worker.press("escape")
        await worker.until_on("ConsentsScreen")
        for key, picture in {
            "n": "told-nothing",
            "s": "safe-contact",
            "r": "see-record",
            "w": "without-consent",
        }.items():
            await worker.press(key)
            _draw(worker, f"{picture}-{name}")
            await worker.press("escape")
            await worker.until_on("ConsentsScreen")


async def _case(name: str, size: tuple[int, int], held: Casebook) -> None:
    """What the case menu leads to."""
    async with driving(PicturedApp(held, Settings()), size) as worker:
        await worker.until_on("CasesScreen")
        await worker.press("h")
        _draw(worker, f"which-ones-{name}")
        await worker.press("escape", "m")
        _draw(worker, f"case-menu-{name}")
        await worker.press("escape")
        for words, picture in {
            "have moved": "distance",
            "Versions": "versions",
            "directory": "services",
            "could not be held": "not-held",
            "Tell prison staff": "tell-staff",
            "passed on": "passed-on",
            "Part 1": "part-1",
        }.items():
            await _choose(worker, words)
            _draw(worker, f"{picture}-{name}")
            await worker.press("escape")
            await worker.until_on("CasesScreen")
        await _choose(worker, "convictions")
        await worker.press("1", "1")
        await worker.until_on("StatementScreen")
        _draw(worker, f"statement-{name}")


async def _figures(name: str, size: tuple[int, int], held: Casebook) -> None:
    async with driving(PicturedApp(held, Settings()), size) as worker:
        await worker.until_on("CasesScreen")
        await worker.press("u", "1")
        await worker.until_on("FiguresScreen")
        _draw(worker, f"figures-{name}")


async def _to_plan(worker: Driver) -> None:
    await worker.until_on("CasesScreen")
    await worker.press("enter")
    await worker.until_on("SectionsScreen")
    await worker.press("p")
    await worker.until_on("PlanScreen")


async def _choose(worker: Driver, words: str) -> None:
    """The line of the case menu with these words."""
    await worker.press("m")
    await _light(worker, words)
    await worker.press("enter")


async def _light(worker: Driver, words: str) -> None:
    lines = worker.screen.query_one(KeyedList)
    lines.highlighted = next(place for place, line in enumerate(lines.lines) if words in line.label)
    await worker.settled()


def _draw(worker: Driver, name: str) -> None:
    svg = worker.app.export_screenshot(title="bcst").replace("Fira Code", "DejaVu Sans Mono")
    svg = re.sub(r' textLength="[^"]*"', "", svg).replace("font-size: 20px", f"font-size: {FITS}px")
    drawn = cairosvg.svg2png(bytestring=svg.encode(), scale=round(WIDE / worker.app.size.width) / CELL)
    few = Image.open(BytesIO(drawn)).convert("RGB").quantize(COLOURS)  # a fifth of the size, and looks the same
    few.save(OUT / f"{name}.png", optimize=True)


WALKS = {
    "first-run": _draw_first_run,
    "interview": _draw_interview,
    "plan": _draw_plan,
    "review": _draw_review,
    "figures": _draw_figures,
    "private": _draw_private,
    "rehearsal": _draw_rehearsal,
    "themes": _draw_themes,
}


if __name__ == "__main__":
    main()

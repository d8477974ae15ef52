"""Pictures of the running app, as a worker sees it: `make screenshots` draws docs/screens/*.png.

The person in them is the invented one of `bcst demo`. Nothing is staged: keys are pressed, screens are drawn.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import cairosvg  # type: ignore[import-untyped]
from PIL import Image
from textual.screen import Screen

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.opening import surroundings
from bcst_tui.casebook.playing import play, played_casebook
from bcst_tui.config import Settings, read_folder, shipped
from bcst_tui.interview.answers_file import AnswersFile, read_answers
from bcst_tui.script.loading import load_script
from bcst_tui.tui.app import BcstApp
from bcst_tui.tui.opening import VaultDoors
from bcst_tui.yaml_text import read_yaml
from tests.tui.driving import Driver, driving

OUT = Path(__file__).parent.parent / "docs" / "screens"
DEMO = "demo_answers.yaml"
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
COLOURS = 128
SOMEBODYS_HOME = "/home/sam"
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
    """Draw every screen at both sizes."""
    OUT.mkdir(parents=True, exist_ok=True)
    os.environ |= {name: SOMEBODYS_HOME for name in ("HOME", "USERPROFILE")}
    for name, size in SIZES.items():
        asyncio.run(_first_run(name, size))
        with _casebook(stops_before=STOPS_BEFORE) as casebook:
            asyncio.run(_interview(name, size, casebook, Settings()))
        with _casebook(stops_before="") as casebook:
            asyncio.run(_plan(name, size, casebook))
    for theme in ("light", "high-contrast"):
        settings = replace(Settings(), theme=theme)
        with _casebook(stops_before=STOPS_BEFORE) as casebook:
            asyncio.run(_one_question(f"question-{theme}-80x24", casebook, settings))
        with _casebook(stops_before="") as casebook:
            asyncio.run(_dates(f"dates-{theme}-80x24", casebook, settings))


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


@contextmanager
def _casebook(stops_before: str) -> Iterator[Casebook]:
    """A casebook with the invented person's interview in it, stopped before one question or whole."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {"BCST_CONFIG": folder}
        around = surroundings(environ, date(2026, 11, 23))
        file = _demo_answers(dict(around.script_files), stops_before)
        with played_casebook(Path(folder) / "vault", file, around) as casebook:
            play(casebook, file)
            yield casebook


def _demo_answers(script_files: dict[str, str], stops_before: str) -> AnswersFile:
    script = load_script(script_files)
    file = read_answers(read_yaml(read_folder(shipped("data"))[DEMO], DEMO), script)
    order = [placed.id for placed in script.order]
    kept = set(order[: order.index(stops_before)] if stops_before else order)
    return replace(file, answers={name: raw for name, raw in file.answers.items() if name in kept})


def _draw(worker: Driver, name: str) -> None:
    svg = worker.app.export_screenshot(title="bcst").replace("Fira Code", "DejaVu Sans Mono")
    drawn = cairosvg.svg2png(bytestring=svg.encode(), output_width=1200)
    few = Image.open(BytesIO(drawn)).convert("RGB").quantize(COLOURS)  # a fifth of the size, and looks the same
    few.save(OUT / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()

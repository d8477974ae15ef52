"""Figures from the list of cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bcst_tui.tui.screens.figures import FiguresScreen
from tests.tui.driving import driving, played
from tests.tui.rooms import OpenDoors, app_of, unlock


@played
async def test_a_quarter_is_chosen_read_and_written_once(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=("Robin Example",))
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await at.press("u")
        await at.until_seen("there are no")
        await at.press("enter")
        assert doors.casebook is not None
        doors.casebook.begin(1)
        doors.casebook.today = lambda: date(2027, 1, 4)  # type: ignore[method-assign]
        await at.press("u")
        await at.until_seen("October to December 2026")
        await at.press("1")
        await at.until_on(FiguresScreen)
        assert "Interviewed: fewer than 10" in at.seen() and "Robin" not in at.seen()
        await at.press("x")
        await at.until_on("SayInALine")
        await at.type(str(tmp_path))
        await at.press("enter")
        await at.until(lambda: (tmp_path / "bcst-figures-2026-Q4.csv").exists())
        await at.until_seen("written to a file on 4 January 2027")

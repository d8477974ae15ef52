"""A statement on convictions, written from the case menu."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.tui.screens.statement import StatementScreen
from bcst_tui.tui.widgets.keyed_list import KeyedList
from tests.tui.driving import Driver, driving, played
from tests.tui.rooms import OpenDoors, app_of, unlock


async def statement_menu(at: Driver) -> None:
    """Through the case menu, whatever else stands in it."""
    await at.press("m")
    await at.until_seen("A statement on convictions")
    ways = at.screen.query_one(KeyedList)
    ways.highlighted = next(at for at, line in enumerate(ways.lines) if line.label.startswith("A statement"))
    await at.press("enter")
    await at.until_seen("For a landlord or a council")


def book(doors: OpenDoors) -> Casebook:
    assert doors.casebook is not None
    return doors.casebook


@played
async def test_it_is_written_kept_read_and_put_on_paper_by_itself(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=("Robin Example",))
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await statement_menu(at)
        await at.press("1")
        await at.until_on(StatementScreen)
        await at.press("enter")
        await at.until_seen("Nothing is written yet.")
        await at.type("I lay bricks.")
        await at.press("escape")
        await at.until_seen("is no version yet")
        await at.press("escape")
        await at.until_on(StatementScreen)
        await at.press("enter")
        await at.until_on("CasesScreen")
        (kept,) = book(doors).statements(1)
        assert (kept.words, kept.version, kept.purpose) == ("I lay bricks.", 1, "employer")
        await statement_menu(at)
        await at.press("1", "3")
        await at.until_seen("is paper safe for them")
        await at.press("2")
        await at.until_on("SayInALine")
        await at.type(str(tmp_path))
        await at.press("enter")
        await at.until(lambda: list(tmp_path.glob("BC-0001-statement-*.txt")))
        await statement_menu(at)
        await at.press("1", "4", "2")
        await at.until(lambda: book(doors).statement(1, "employer") is None)

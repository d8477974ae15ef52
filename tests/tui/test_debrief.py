"""The debrief on the screen: folded until a line of one's own stands there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bcst_tui.training.invented import WATERMARK
from bcst_tui.training.model_path import model
from tests.casebook.training_rooms import Room
from tests.tui.driving import driving, played
from tests.tui.test_rehearsals import app_in


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "vault")
    yield made
    made.close()


@played
async def test_results_open_when_something_of_ones_own_is_written(room: Room) -> None:
    casebook = room.open()
    casebook._cut = lambda: None
    begun = casebook.rehearse("TRN-007", 41)
    casebook.end_rehearsal(casebook.choose(begun, *model(begun.persona, 41).choices), "done")
    room.lose_power()
    async with driving(app_in(room)) as at:
        await at.until_on("PersonasScreen")
        await at.press("y")
        await at.until_on("ChooseOne")
        await at.press("1")
        await at.until_on("DebriefScreen")
        assert "Flow" not in at.seen()
        await at.press("enter", *"hm", "enter")
        await at.settled()
        lines = at.seen().splitlines()
        assert WATERMARK in lines[0] and WATERMARK in lines[-1]
        assert "> hm" in at.seen() and "What happened" in at.seen()
        await at.press("pagedown", "escape")
        await at.until_on("PersonasScreen")

"""How things have moved, from the case menu."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.tui.screens.distance import DistanceScreen
from bcst_tui.tui.widgets.keyed_list import KeyedList
from tests.plan.test_distance import area
from tests.tui.driving import driving, played
from tests.tui.rooms import OpenDoors, app_of, unlock


@played
async def test_marks_are_drawn_told_in_words_and_asked_about(
    tmp_path: Path,
) -> None:
    doors = OpenDoors(tmp_path, names=("Robin Example",))
    async with driving(app_of(doors)) as at:
        await unlock(at)
        assert isinstance(doors.casebook, Casebook)
        found = (area(2, 3), area(1, code="family"))
        doors.casebook.distance = lambda case_id, upto=None: found  # type: ignore[method-assign]
        await at.press("m")
        ways = at.screen.query_one(KeyedList)
        ways.highlighted = next(place for place, line in enumerate(ways.lines) if "have moved" in line.label)
        await at.press("enter")
        await at.until_on(DistanceScreen)
        for words in ("2 → 3, better", "○───●", "Asked on 1 March 2027, 1 June 2027", "what would make it one better?"):
            assert words in at.seen()

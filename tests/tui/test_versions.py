"""The versions of a plan on the screen: beside the one before, and who changed what."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.screens.versions import VersionsScreen
from tests.tui.driving import driving, played
from tests.tui.interviews import Around
from tests.tui.kept import homeless


@played
async def test_versions_stand_beside_the_one_before_and_every_change_names_who_made_it(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        casebook.agree_plan(sitting)
        assert not isinstance(casebook.edit_need(sitting, "somewhere", status="met"), Rejection)
        casebook.agree_plan(sitting)
        async with driving(Around(VersionsScreen(casebook, casebook.case(sitting.case_id)))) as at:
            await at.until_seen("Somewhere to live: confirmed → met.")
            await at.press("down", "down")
            await at.until_seen("Wren Invented, Resettlement worker")

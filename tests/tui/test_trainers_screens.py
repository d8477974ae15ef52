"""The trainer's screens: the dashboard, and a rehearsal shown to a group with nothing hidden behind it."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.training.model_path import Slip, model
from bcst_tui.training.results import RESULTS
from tests.casebook.training_rooms import Room
from tests.tui.driving import driving, played
from tests.tui.test_rehearsals import app_in, is_marked

NEVER_PROJECTED = ("trust", "strain", "T05", "22/22", "13/16", "critical", "leading", *RESULTS)


@played
async def test_a_trainer_reads_the_dashboard_and_shows_a_group_a_rehearsal_turn_by_turn(tmp_path: Path) -> None:
    room = Room(tmp_path / "vault")
    casebook = room.open()
    begun = casebook.rehearse("TRN-007", 41, trainee="T05")
    choices = model(begun.persona, 41, Slip("ticked", "q.privacy")).choices
    casebook.end_rehearsal(casebook.choose(begun, *choices), "done")
    room.lose_power()
    async with driving(app_in(room)) as at:
        await at.until_on("PersonasScreen")
        await at.press("d")
        await at.until_seen("T05   1  TRN-007 21 Nov")
        assert is_marked(at) and "Callum" not in at.seen()
        await at.press("p")
        assert is_marked(at) and "T05" not in at.seen().split("Which one?")[1].splitlines()[2]
        await at.press("1")
        await at.until_on("PresentScreen")
        for _ in range(4):
            words = at.seen()
            assert is_marked(at) and not [one for one in NEVER_PROJECTED if one in words]
            await at.press("enter")
        await at.press("f4")
        await at.until_on("DashboardScreen")
    room.close()

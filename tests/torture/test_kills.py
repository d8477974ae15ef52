"""The long versions; `make torture` runs them, with `ALL=1` at twenty points of each deed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.casebook.killed_casebook import DEEDS
from tests.casebook.killing import Wreck, killed_at_points
from tests.effort import tries
from tests.vault.killing import Toll, killed_again_and_again

KILLS = int(os.environ.get("BCST_KILLS", "100"))
POINTS = tries(3, 20)


def test_a_hundred_kills_lose_and_tear_nothing(tmp_path: Path) -> None:
    toll = killed_again_and_again(tmp_path / "vault", KILLS)
    assert toll == Toll(acknowledged=toll.acknowledged, lost=0, torn=0, kills=KILLS)


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_killed_at_points_from_its_start_to_its_end_is_whole_or_not_there(tmp_path: Path, deed: str) -> None:
    wreck = killed_at_points(tmp_path, deed, POINTS)
    assert wreck == Wreck(kills=POINTS, acknowledged=wreck.acknowledged)
    assert wreck.acknowledged < wreck.kills, "some died before they had done it"

"""Killed in the middle of what it does: what was acknowledged is there, and nothing is there by half."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.casebook.killing import Wreck, killed_at_points

KILLS = 3


@pytest.mark.parametrize("deed", ["agree it again", "withdraw consent", "return to custody"])
def test_a_kill_leaves_all_of_it_or_nothing(tmp_path: Path, deed: str) -> None:
    wreck = killed_at_points(tmp_path, deed, KILLS)
    assert wreck == Wreck(kills=KILLS, acknowledged=wreck.acknowledged)

"""Killed in the middle of what it does: what was acknowledged is there, and nothing is there by half.

Every other deed is killed in tests/torture."""

from __future__ import annotations

from pathlib import Path

from tests.casebook.killing import Wreck, killed_at_points

KILLS = 3


def test_a_kill_while_a_plan_is_agreed_again_leaves_all_of_it_or_nothing(tmp_path: Path) -> None:
    wreck = killed_at_points(tmp_path, "agree it again", KILLS)
    assert wreck == Wreck(kills=KILLS, acknowledged=wreck.acknowledged)

"""The power goes, at any moment: what was said to be saved is there, and at most the current answer is lost.

Thousands of cuts, and each change of keys, are in tests/torture."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bcst_tui.vault import cipher
from tests.vault.key_changes import prepared
from tests.vault.keys_cut_short import Cuts, cut_short, turning_points, whole
from tests.vault.powerless import Blackouts, answers_cut_short

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there is it seen what is asked of the disk")
IMAGES = 8
LAX = ("synchronous", "OFF", "0")


def test_power_cuts_lose_and_tear_nothing(tmp_path: Path) -> None:
    cut = answers_cut_short(tmp_path, IMAGES)
    assert cut == Blackouts(IMAGES, saved_at_all=cut.saved_at_all) and cut.saved_at_all > 0


def test_without_a_sync_these_cuts_would_lose_something(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tuple(LAX if one[0] == "synchronous" else one for one in cipher.SETTINGS)
    monkeypatch.setattr(cipher, "SETTINGS", settings)
    cut = answers_cut_short(tmp_path, IMAGES)
    assert cut.lost + cut.unopened > 0


@pytest.mark.usefixtures("passphrases_tried_at_once")
def test_a_kill_while_keys_are_renewed_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    known = prepared(tmp_path / "made")
    change = whole(tmp_path / "whole", tmp_path / "made", known, "new keys")
    cuts = cut_short(tmp_path, change, turning_points(change.recording, "vault.db"), images=0)
    assert cuts == Cuts(cuts.before, cuts.after) and cuts.before and cuts.after

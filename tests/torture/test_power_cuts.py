"""Power cuts by the thousand, and every change of keys killed and cut short from its start to its end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bcst_tui.vault import cipher
from tests.conftest import try_at_once
from tests.effort import tries
from tests.vault.key_changes import CHANGES, Secrets, prepared
from tests.vault.keys_cut_short import Cuts, cut_short, really_killed, spread, turning_points, whole
from tests.vault.powerless import Blackouts, answers_cut_short

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there is it seen what is asked of the disk")
IMAGES = tries(100, 2000)
CUTS = tries(5, 200)
KILLS = tries(4, 80)
Made = tuple[Path, Secrets]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """A vault with a lead's key and a code, for as long as a guess at its passphrase costs nothing."""
    with pytest.MonkeyPatch.context() as patch:
        try_at_once(patch)
        folder = tmp_path_factory.mktemp("made") / "vault"
        yield folder, prepared(folder)


def test_power_cuts_lose_and_tear_nothing(tmp_path: Path) -> None:
    cut = answers_cut_short(tmp_path, IMAGES)
    assert cut == Blackouts(IMAGES, saved_at_all=cut.saved_at_all)


@pytest.mark.parametrize("lax", [("synchronous", "NORMAL", "1"), ("synchronous", "OFF", "0")], ids="-".join)
def test_with_fewer_syncs_these_cuts_lose_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lax: tuple[str, str, str]
) -> None:
    settings = tuple(lax if one[0] == "synchronous" else one for one in cipher.SETTINGS)
    monkeypatch.setattr(cipher, "SETTINGS", settings)
    cut = answers_cut_short(tmp_path, 30)
    assert cut.lost + cut.unopened > 0


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_keys_cut_short_leaves_the_old_or_the_new(tmp_path: Path, made: Made, name: str) -> None:
    change = whole(tmp_path / "whole", *made, name)
    points = sorted({*turning_points(change.recording), *spread(change.recording, CUTS)})
    cuts = cut_short(tmp_path, change, points, CUTS)
    assert cuts == Cuts(cuts.before, cuts.after) and cuts.before and cuts.after


def test_new_keys_killed_on_the_way_open_with_the_old_or_the_new(tmp_path: Path, made: Made) -> None:
    change = whole(tmp_path / "whole", *made, "new keys")
    cuts = really_killed(tmp_path, made[0], change, "new keys", spread(change.recording, KILLS))
    assert cuts == Cuts(cuts.before, cuts.after) and cuts.before

"""The long versions; `make torture` runs them."""

from __future__ import annotations

import os
from pathlib import Path

from tests.vault.killing import Toll, killed_again_and_again

KILLS = int(os.environ.get("BCST_KILLS", "100"))


def test_a_hundred_kills_lose_and_tear_nothing(tmp_path: Path) -> None:
    toll = killed_again_and_again(tmp_path / "vault", KILLS)
    assert toll == Toll(acknowledged=toll.acknowledged, lost=0, torn=0, kills=KILLS)

"""Answers being saved while the power goes again and again, and what each vault holds afterwards."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bcst_tui.errors import BcstError
from bcst_tui.vault.live_files import release
from bcst_tui.vault.opening import open_vault
from tests.vault.invented import KEY, NOON, WORKER, begun, said
from tests.vault.power_cuts import lay_out, recorded
from tests.vault.ready import let_go, ready_vault

OPENINGS, SAVES = 2, 6
PAGES_IN_THE_LOG = 30


@dataclass
class Blackouts:
    """What the cuts cost; all but the first and the last should stay nothing."""

    images: int = 0
    lost: int = 0
    torn: int = 0
    unopened: int = 0
    saved_at_all: int = 0


def answers_cut_short(folder: Path, images: int) -> Blackouts:
    """So many images of what the disk may hold, of one afternoon's saves."""
    vault = ready_vault(folder / "vault", KEY, WORKER)
    with vault.session() as records:
        begun(records)
    vault.close()
    recording = recorded(vault.folder.path, lambda tell: _afternoon(vault.folder.path, tell))
    dice, cost = random.Random(images), Blackouts()
    for number in range(images):
        cut = dice.randint(0, len(recording.events))
        laid_out = lay_out(recording.image(cut, dice), folder / f"{number}")
        _look(laid_out, recording.told(cut), cost)
        shutil.rmtree(laid_out)
    return cost


def _afternoon(folder: Path, tell: Callable[[int], None]) -> None:
    """Pairs of moves, over several openings; the log is brought home now and then meanwhile."""
    for _ in range(OPENINGS):
        vault = open_vault(folder, KEY)
        with vault._driven() as connection:
            connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_IN_THE_LOG}")
        with vault.session() as records:
            sitting = records.sittings.unfinished()[0]
        for _ in range(SAVES):
            with vault.session() as records:
                moves = records.sittings.append_moves(sitting.id, [said("one " * 40), said("two " * 40)], NOON)
            tell(moves)
        vault.close()


def _look(folder: Path, acknowledged: int, cost: Blackouts) -> None:
    """Moves are saved in pairs: an odd number is a torn save, fewer than acknowledged are lost ones."""
    cost.images += 1
    try:
        vault = open_vault(folder, KEY)
    except BcstError:
        release(folder / "vault.db")
        cost.unopened += 1
        return
    with vault.session() as records:
        there = records.sittings.unfinished()[0].moves
    let_go(vault)
    cost.lost += there < acknowledged
    cost.torn += there % 2 or there > acknowledged + 2
    cost.saved_at_all += there > 0

"""Killing a writer again and again, and counting what was lost or torn."""

from __future__ import annotations

import multiprocessing
import random
import sys
from dataclasses import dataclass
from pathlib import Path

from bcst_tui.vault.opening import new_vault, open_vault
from tests.vault.invented import KEY, WORKER, begun
from tests.vault.killed_writer import write_for_ever

if sys.platform == "win32":
    PROCESSES = multiprocessing.get_context("spawn")
else:
    PROCESSES = multiprocessing.get_context("forkserver")
    PROCESSES.set_forkserver_preload(
        ["tests.vault.killed_writer", "tests.casebook.killed_casebook", "tests.casebook.killed_private"]
    )
MOST_SAVES_BEFORE_A_KILL = 40


@dataclass
class Toll:
    """What the kills cost."""

    acknowledged: int = 0
    lost: int = 0
    torn: int = 0
    kills: int = 0


def killed_again_and_again(folder: Path, kills: int) -> Toll:
    """Kill a writer in the middle of its saves this many times; the next one opens what the last one left."""
    vault = new_vault(folder, KEY, WORKER)
    with vault.session() as records:
        begun(records)
    vault.close()
    toll = Toll()
    dice = random.Random(kills)
    for _ in range(kills):
        _one_kill(folder, toll, saves=dice.randint(1, MOST_SAVES_BEFORE_A_KILL))
    vault = open_vault(folder, KEY)
    with vault.session() as records:
        _count(records.sittings.unfinished()[0].moves, toll)
    vault.close()
    return toll


def _one_kill(folder: Path, toll: Toll, saves: int) -> None:
    told, tell = PROCESSES.Pipe(duplex=False)
    writer = PROCESSES.Process(target=write_for_ever, args=(folder, tell))
    writer.start()
    tell.close()
    _count(told.recv(), toll)
    for _ in range(saves):
        toll.acknowledged = told.recv()
    writer.kill()
    writer.join()
    try:
        while True:
            toll.acknowledged = told.recv()
    except (EOFError, OSError):
        told.close()
    toll.kills += 1


def _count(there: int, toll: Toll) -> None:
    """Moves are saved in pairs: an odd number is a torn save, fewer than acknowledged are lost ones."""
    toll.lost += max(0, toll.acknowledged - there)
    toll.torn += there % 2

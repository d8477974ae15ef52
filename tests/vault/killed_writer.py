"""A writer to be killed: opens the vault, says how much is there, then saves pairs of moves and says so, for ever."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from bcst_tui.vault.opening import open_vault
from tests.vault.invented import KEY, NOON, said


def write_for_ever(folder: Path, tell: Connection) -> None:
    """Tell a number only when the session that saved so many has ended."""
    vault = open_vault(folder, KEY)
    with vault.session() as records:
        sitting = records.sittings.unfinished()[0]
    tell.send(sitting.moves)
    while True:
        with vault.session() as records:
            moves = records.sittings.append_moves(sitting.id, [said("one " * 40), said("two " * 40)], NOON)
        tell.send(moves)

"""A change of keys to be killed: it dies before the thing it is told, of all it asks of the disk."""

from __future__ import annotations

import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.conftest import try_at_once
from tests.vault.key_changes import CHANGES, Secrets
from tests.vault.watched_disk import Event, watched

KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


def change_until(folder: Path, name: str, known: Secrets, point: int, tell: Connection) -> None:
    """Do the change and say so, unless death comes first."""
    try_at_once(pytest.MonkeyPatch())
    asked = 0

    def die_there(_: Event) -> None:
        nonlocal asked
        if asked == point:
            os.kill(os.getpid(), KILL)
        asked += 1

    with watched(folder, die_there):
        CHANGES[name].done(folder, known)
    tell.send(name)
    os.kill(os.getpid(), KILL)

"""New keys for a vault: it is copied under them, proved, and copied once more for its backup."""

from __future__ import annotations

import secrets
import tempfile
import time
from contextlib import closing
from pathlib import Path

from bcst_tui.vault.backup import unproved_copy
from bcst_tui.vault.durable import sync_file
from bcst_tui.vault.folder import VaultFolder
from bcst_tui.vault.opening import unlock_vault
from bcst_tui.vault.who_opens import renew
from tests.bench.ratios import compared
from tests.bench.vaults import PASSPHRASE, set_up_vault

MEGABYTES = 20
ROUNDS = 3
_FILLED = f"""
WITH RECURSIVE times(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM times WHERE k < {MEGABYTES * 1024})
INSERT INTO filler SELECT k, hex(randomblob(480)) FROM times
"""


def measure() -> None:
    """What each megabyte costs: a large vault less an empty one, against one copy of the large one on the disk."""
    with tempfile.TemporaryDirectory() as folder:
        empty, large = Path(folder) / "empty", Path(folder) / "large"
        set_up_vault(empty)
        set_up_vault(large)
        _fill(large)
        title = f"new keys for {MEGABYTES} MB, less those for an empty vault, against one copy under another key"
        compared(title, lambda: _renewed(large) - _renewed(empty), lambda: _copied(large), ROUNDS, "≤ 10")


def _fill(folder: Path) -> None:
    with closing(unlock_vault(folder, PASSPHRASE)) as vault, vault._driven() as connection:
        connection.execute("CREATE TABLE filler (id INTEGER PRIMARY KEY, words TEXT)")
        connection.execute(_FILLED)


def _renewed(folder: Path) -> float:
    start = time.perf_counter()
    renew(folder, PASSPHRASE)
    return time.perf_counter() - start


def _copied(folder: Path) -> float:
    copy = VaultFolder(folder).unfinished
    with closing(unlock_vault(folder, PASSPHRASE)) as vault, vault._driven() as connection:
        start = time.perf_counter()
        unproved_copy(connection, copy, secrets.token_bytes(32))
        sync_file(copy)
        return time.perf_counter() - start

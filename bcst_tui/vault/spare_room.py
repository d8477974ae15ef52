"""Room kept on the disk, so that a disk that has filled up still takes what is written next.

A file of nothing beside the vault. It goes when the disk refuses a save, and is there again once the vault was next
opened.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from bcst_tui.vault.cipher import DiskFull
from bcst_tui.vault.durable import create_private
from bcst_tui.vault.folder import VaultFolder

BYTES = 8 * 1024 * 1024
"""Some hundreds of answers, or the backup of a vault of a usual size."""
LET_GO = (
    "bcst kept some room for this and has just let it go: do the same again now, and it will be saved. Then make room"
    " on the disk before you go on."
)


def keep(folder: VaultFolder) -> None:
    """Keep the room, where it is not kept already; without an error where there is none to keep."""
    try:
        if folder.spare.exists() and folder.spare.stat().st_size == BYTES:
            return
        with open(folder.spare, "wb", opener=create_private) as file:
            file.write(secrets.token_bytes(BYTES))  # nothing that a disk could press together
    except OSError:
        folder.spare.unlink(missing_ok=True)


def let_go(folder: VaultFolder) -> bool:
    """Give the room back to the disk; whether there was any."""
    try:
        folder.spare.unlink()
    except OSError:
        return False
    return True


@contextmanager
def told_of(folder: VaultFolder) -> Iterator[None]:
    """Where the disk is full, let the room go and say that it is worth trying again."""
    try:
        yield
    except DiskFull as refused:
        if let_go(folder):
            raise DiskFull(refused.message, LET_GO) from None
        raise

"""One bcst at a time: a lock on a file of its own, never on the database."""

from __future__ import annotations

from filelock import FileLock, Timeout

from bcst_tui.errors import NotSaved, VaultInUse
from bcst_tui.vault.folder import VaultFolder


def take_lock(folder: VaultFolder) -> FileLock:
    """The held lock, or VaultInUse at once."""
    lock = FileLock(folder.lock, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise VaultInUse(
            f"The vault in {folder.path} is already open in another bcst.", "Use that one, or close it first."
        ) from None
    except OSError as error:
        raise NotSaved(
            f"The folder {folder.path} can't be written to ({error.strerror}).",
            "Look at who may write to it, or choose another with --vault.",
        ) from None
    return lock

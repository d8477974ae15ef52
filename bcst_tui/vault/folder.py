"""The vault's folder: what lies where, and what can be said of it before anything is opened.

Light to import: the first screen asks `vault_exists` before any database library is there.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bcst_tui.errors import BcstError, NotSaved, VaultDamaged
from bcst_tui.vault.purpose import Purpose

NEEDED_BYTES = 50 * 1024 * 1024
SALT_BYTES = 16
PAGE_BYTES = 4096
SET_ASIDE = "set-aside-"
"""What the names of folders begin with that hold what a backup took the place of."""
_PLAIN_HEADER = b"SQLite format 3\0"
RESTORE = (
    "Nothing has been changed. To go back to the last backup, leave bcst and run: bcst restore, with --vault and this"
    " folder where it is not the usual one. It takes the newest of the backups that is sound, and keeps what is here."
)


class NoVault(BcstError):
    """There is nothing to unlock here."""

    title = "No vault here"
    exit_code = 6


class DiskNearlyFull(NotSaved):
    """Too little room to begin work that must not be lost."""

    title = "The disk is nearly full"


@dataclass(frozen=True)
class VaultFolder:
    """Neutral names only: nothing in a folder listing tells whom it is about."""

    path: Path
    purpose: Purpose = "live"

    @property
    def database(self) -> Path:
        return self.path / "vault.db"

    @property
    def log(self) -> Path:
        """What SQLite has written and not yet brought home; gone once the vault was closed."""
        return self.path / "vault.db-wal"

    @property
    def keys(self) -> Path:
        return self.path / "vault.keys"

    @property
    def keys_copy(self) -> Path:
        return self.path / "vault.keys.copy"

    @property
    def lock(self) -> Path:
        return self.path / "vault.lock"

    @property
    def backups(self) -> Path:
        return self.path / "backups"

    @property
    def unfinished(self) -> Path:
        """The database of a vault whose making has not ended; nobody has ever used it."""
        return self.path / "vault.db.new"

    @property
    def renewed(self) -> Path:
        """The database under other keys, while it is made: nothing until it has taken the other's place."""
        return self.path / "vault.db.renewed"

    @property
    def spare(self) -> Path:
        """Room kept for when the disk is full; there is nothing in it."""
        return self.path / "vault.room"

    @property
    def has_keys(self) -> bool:
        return self.keys.exists() or self.keys_copy.exists()

    @property
    def has_backups(self) -> bool:
        return any(self.backups.glob("vault-*.db"))

    def make(self) -> None:
        """Create the folder for its owner alone; on Windows the user's own folder has its own access list."""
        self.path.mkdir(parents=True, exist_ok=True)
        if sys.platform != "win32":
            os.chmod(self.path, 0o700)


def vault_exists(path: Path) -> bool:
    """Whether there is a vault to unlock, sound or not, or to restore; a making that was cut short is none."""
    folder = VaultFolder(path)
    return folder.database.exists() or (folder.has_keys and not folder.unfinished.exists()) or folder.has_backups


def check_room(folder: VaultFolder, needed: int = NEEDED_BYTES) -> None:
    """Refuse to begin with less room than the day's work and a backup may need."""
    free = shutil.disk_usage(folder.path).free
    if free < needed:
        raise DiskNearlyFull(
            f"The disk that holds {folder.path} has {free // 2**20} MB left; bcst needs {needed // 2**20} MB.",
            "Make some room on it, then start again.",
        )


def check_files(folder: VaultFolder, *, with_keys: bool = True) -> bytes:
    """Refuse what can't be the vault it was; the database's salt, which its key file knows too.

    Reads the first bytes of the database, so call it under the lock and before anything opens it.
    """
    name = folder.database.name
    if not vault_exists(folder.path):
        raise NoVault(f"There is no vault in {folder.path}.", "Check the folder, or set up a new vault.")
    if not folder.database.exists():
        raise VaultDamaged(f"{name} is missing from {folder.path}, where there was a vault.", RESTORE)
    if folder.database.stat().st_size == 0:
        raise VaultDamaged(f"{name} in {folder.path} is empty.", RESTORE)
    with open(folder.database, "rb") as database:
        start = database.read(SALT_BYTES)
    if start == _PLAIN_HEADER:
        raise VaultDamaged(f"{name} in {folder.path} is not encrypted: it is not the file bcst made.", RESTORE)
    if folder.database.stat().st_size < PAGE_BYTES:
        raise VaultDamaged(f"{name} in {folder.path} has been cut short.", RESTORE)
    if with_keys and not folder.has_keys:
        raise VaultDamaged(
            f"{folder.keys.name} is missing from {folder.path}; without it no passphrase opens the vault.",
            RESTORE,
        )
    return start

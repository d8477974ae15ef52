"""Copies that have been proved: made by SQLite's own backup, opened again, checked and counted before they count."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bcst_tui.vault.cipher import Connection, connect, pragma, told_by_driver
from bcst_tui.vault.durable import put_in_place, sync_file, write_durably
from bcst_tui.vault.folder import SET_ASIDE, VaultFolder
from bcst_tui.vault.keys import SlotFile, to_text
from bcst_tui.vault.migrations.runner import row_counts
from bcst_tui.vault.purpose import Purpose
from bcst_tui.vault.soundness import check_sound, damaged

KEPT = 7
_NAME = "vault-%Y%m%dT%H%M%S%fZ"


def back_up(connection: Connection, folder: VaultFolder, data_key: bytes, slots: SlotFile | None) -> Path:
    """A verified copy of the open vault, with the key file that opens it beside; the oldest beyond seven go."""
    folder.backups.mkdir(exist_ok=True)
    unproved = folder.backups / "unproved.db"
    try:
        salt = proved_copy(connection, unproved, data_key, folder.purpose)
        made = folder.backups / f"{datetime.now(UTC):{_NAME}}.db"
        if slots is not None:
            write_durably(made.with_suffix(".keys"), to_text(replace(slots, file_salt=salt)).encode())
        put_in_place(unproved, made)
    finally:
        discard(unproved)
    _forget_oldest(folder)
    return made


def proved_copy(connection: Connection, copy: Path, data_key: bytes, purpose: Purpose) -> bytes:
    """Copy, open again, check, count; the copy's own salt."""
    salt = unproved_copy(connection, copy, data_key)
    check_sound(copy, data_key, purpose)
    check_complete(connection, copy, data_key)
    sync_file(copy)
    return salt


def unproved_copy(connection: Connection, copy: Path, data_key: bytes) -> bytes:
    """Copy; the copy's own salt."""
    discard(copy)
    with closing(connect(copy, data_key, create=True)) as target:
        connection.backup(target)
        return bytes.fromhex(pragma(target, "cipher_salt"))


def check_complete(connection: Connection, copy: Path, data_key: bytes) -> None:
    """Open the copy and count. Raises VaultDamaged."""
    held = row_counts(connection)
    with told_by_driver(copy), closing(connect(copy, data_key)) as copied:
        if row_counts(copied) != held:
            raise damaged(copy, "it does not hold all that the vault holds")


def kept_backups(folder: VaultFolder) -> list[Path]:
    """The proved copies, oldest first."""
    return sorted(folder.backups.glob("vault-*.db"))


def made_at(backup: Path) -> datetime:
    """When this copy was made, by its name."""
    return datetime.strptime(backup.stem, _NAME).replace(tzinfo=UTC)


def forget_before(folder: VaultFolder, made: Path) -> None:
    """Delete every copy older than this one, with its key file, and what a backup once took the place of."""
    for old in kept_backups(folder):
        if old.name < made.name:
            _forget(old)
    for aside in folder.path.glob(f"{SET_ASIDE}*"):
        shutil.rmtree(aside)


def discard(database: Path) -> None:
    """Remove a database that nobody relies on, with its log."""
    for ending in ("", "-wal", "-journal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)


def _forget_oldest(folder: VaultFolder) -> None:
    for old in kept_backups(folder)[:-KEPT]:
        _forget(old)


def _forget(backup: Path) -> None:
    backup.unlink()
    backup.with_suffix(".keys").unlink(missing_ok=True)

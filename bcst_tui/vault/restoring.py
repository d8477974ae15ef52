"""The last backup in the place of a vault that is damaged or gone; what was there is kept beside it.

A cut on the way leaves the backups as they are, so that it can be done again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bcst_tui.errors import BcstError, VaultDamaged
from bcst_tui.vault.backup import discard, kept_backups, made_at
from bcst_tui.vault.durable import put_in_place, sync_folder, write_durably
from bcst_tui.vault.folder import SET_ASIDE, NoVault, VaultFolder, check_files
from bcst_tui.vault.keys import SlotFile, opened
from bcst_tui.vault.opening import held
from bcst_tui.vault.purpose import Purpose, file_key
from bcst_tui.vault.slot_store import latest_commits, read_slots, slots_in, write_slots
from bcst_tui.vault.soundness import check_sound

PURPOSES: tuple[Purpose, ...] = ("live", "training")


class NothingToRestore(BcstError):
    """There is no backup that would do, or nothing that needs one."""

    title = "No backup was put back"
    exit_code = 6


@dataclass(frozen=True)
class Restored:
    """When the backup was made, and the folder that holds what was there before; empty where nothing was."""

    made_at: datetime
    kept_in: Path | None
    purpose: Purpose


def restore(path: Path, passphrase: str) -> Restored:
    """Put the newest backup that is sound, and that this passphrase opens, in the vault's place.

    Refused where the vault itself is sound. Raises WrongPassphrase, NothingToRestore.
    """
    with held(VaultFolder(path)) as (folder, lock):
        if _is_sound(folder, passphrase):
            raise NothingToRestore(f"The vault in {folder.path} is sound and opens with this passphrase: nothing done.")
        backup, slots, purpose = _newest(folder, passphrase)
        last = latest_commits(folder, slots.database_id)  # so that unlocking says where something is missing
        kept_in = _set_aside(folder)
        write_slots(folder, replace(slots, commits=max(slots.commits, last)))
        put_in_place(folder.renewed, folder.database)
        lock.release()
        return Restored(made_at(backup), kept_in, purpose)


def _is_sound(folder: VaultFolder, passphrase: str) -> bool:
    """Whether there is nothing to put back. Raises WrongPassphrase: an older one may open an older backup."""
    try:
        slots = read_slots(folder, check_files(folder))
    except (VaultDamaged, NoVault):
        return False
    return _purpose_of(folder.database, slots, passphrase) is not None


def _newest(folder: VaultFolder, passphrase: str) -> tuple[Path, SlotFile, Purpose]:
    """The backup and its key file; a proved copy of it lies ready beside the vault. Raises WrongPassphrase."""
    for backup in reversed(kept_backups(folder)):
        slots = slots_in(backup.with_suffix(".keys"))
        if slots is None:
            continue
        discard(folder.renewed)
        write_durably(folder.renewed, backup.read_bytes())
        purpose = _purpose_of(folder.renewed, slots, passphrase)
        if purpose is not None:
            return backup, slots, purpose
    discard(folder.renewed)
    raise NothingToRestore(f"There is no sound backup in {folder.backups}. Nothing has been changed.")


def _purpose_of(database: Path, slots: SlotFile, passphrase: str) -> Purpose | None:
    """What a sound file is for, None for one that is not. Raises WrongPassphrase."""
    data_key = opened(slots, passphrase).data_key
    for purpose in PURPOSES:
        try:
            check_sound(database, file_key(data_key, purpose), purpose)
        except BcstError:
            continue
        return purpose
    return None


def _set_aside(folder: VaultFolder) -> Path | None:
    """Everything of the vault that is there, into a folder of its own; nothing of it is deleted."""
    there = [one for one in (folder.log, folder.keys, folder.keys_copy, folder.database) if one.exists()]
    if not there:
        return None
    aside = folder.path / f"{SET_ASIDE}{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    aside.mkdir(mode=0o700)
    for file in there:
        put_in_place(file, aside / file.name)
    sync_folder(folder.path)
    return aside

"""The doors: making a vault, unlocking it, and opening one with a raw key.

`new_vault` and `open_vault` know nothing of passphrases; `create_vault` and `unlock_vault` add the key-slot file.
Every check comes before the first write, and a refusal leaves the folder as it was.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock
from sqlmodel import Session

from bcst_tui.errors import BcstError
from bcst_tui.vault import spare_room
from bcst_tui.vault.backup import back_up, discard
from bcst_tui.vault.cipher import Connection, connect, pragma, told_by_driver
from bcst_tui.vault.durable import put_in_place
from bcst_tui.vault.engine import engine_for, told_plainly
from bcst_tui.vault.folder import NoVault, VaultFolder, check_files, check_room, vault_exists
from bcst_tui.vault.invented_only import keep_invented_only
from bcst_tui.vault.keys import (
    Cost,
    SlotFile,
    VaultKeys,
    calibrated,
    new_data_key,
    opened,
    without_slots,
    wrap,
    wrapping_key,
)
from bcst_tui.vault.lead_slot import checked_public, for_lead
from bcst_tui.vault.little_room import only_read, told_little_room
from bcst_tui.vault.live_files import guard, release
from bcst_tui.vault.lock import take_lock
from bcst_tui.vault.migrations.runner import migrate
from bcst_tui.vault.migrations.steps import STEPS
from bcst_tui.vault.private_key import with_private_key
from bcst_tui.vault.purpose import APPLICATION_IDS, Purpose, file_key
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_attempts import TABLES
from bcst_tui.vault.slot_store import read_slots, write_slots
from bcst_tui.vault.soundness import bring_home, check_sound, damaged, refuse_other_purpose
from bcst_tui.vault.values import Profile
from bcst_tui.vault.vault import Vault


class VaultThere(BcstError):
    """A new vault would stand where one is."""

    title = "There is a vault already"
    exit_code = 2


def create_vault(path: Path, passphrase: str, profile: Profile, lead: str = "", purpose: Purpose = "live") -> Vault:
    """A new vault in this folder, opened by the passphrase; takes a few seconds to find a fitting cost.

    `lead`: the safeguarding lead's public key, for the private part; without one a forgotten passphrase loses it.
    """
    public = checked_public(lead) if lead else ""
    _refuse_second(VaultFolder(path))
    data_key, database_id = new_data_key(), secrets.token_hex(16)
    slot = wrap(data_key, passphrase, "worker", database_id, calibrated(seconds_taken))
    key = file_key(data_key, purpose)
    with held(VaultFolder(path, purpose), make=True) as (folder, lock):
        salt = _make_database(folder, key, database_id, profile)
        slots = SlotFile(database_id, salt, (slot,))
        slots, private_key = with_private_key(slots, opened(slots, passphrase))
        if public and private_key is not None:
            slots = replace(slots, lead=for_lead(private_key, public, database_id))
        write_slots(folder, slots)
        return _newly_opened(folder, lock, VaultKeys(key, private_key), slots)


def unlock_vault(path: Path, passphrase: str, purpose: Purpose = "live") -> Vault:
    """The vault in this folder; WrongPassphrase, VaultInUse or VaultDamaged say plainly which it was."""
    with held(VaultFolder(path, purpose), to_read=purpose == "live") as (folder, lock):
        slots = read_slots(folder, check_files(folder))
        got = opened(slots, passphrase)
        refuse_other_purpose(folder.database, got.data_key, purpose)
        slots, private_key = with_private_key(slots, got)
        return opened_vault(folder, lock, VaultKeys(file_key(got.data_key, purpose), private_key), slots)


def new_vault(path: Path, data_key: bytes, profile: Profile, purpose: Purpose = "live") -> Vault:
    """A new vault without a key-slot file, for whoever holds the raw key: rehearsals and tests."""
    keys = without_slots(file_key(data_key, purpose))
    with held(VaultFolder(path, purpose), make=True) as (folder, lock):
        _make_database(folder, keys.data, secrets.token_hex(16), profile)
        return _newly_opened(folder, lock, keys, None)


def open_vault(path: Path, data_key: bytes, purpose: Purpose = "live") -> Vault:
    """The vault in this folder by its raw key."""
    with held(VaultFolder(path, purpose), to_read=purpose == "live") as (folder, lock):
        check_files(folder, with_keys=False)
        refuse_other_purpose(folder.database, data_key, purpose)
        return opened_vault(folder, lock, without_slots(file_key(data_key, purpose)), None)


def seconds_taken(cost: Cost) -> float:
    """How long one guess takes on this machine: the better of two, since other work can only slow it."""
    return min(_seconds_once(cost), _seconds_once(cost))


def _seconds_once(cost: Cost) -> float:
    start = time.perf_counter()
    wrapping_key("a few words to measure by", bytes(16), cost)
    return time.perf_counter() - start


@contextmanager
def held(folder: VaultFolder, *, make: bool = False, to_read: bool = False) -> Iterator[tuple[VaultFolder, FileLock]]:
    """The folder under its lock, which an open vault keeps and a refusal lets go.

    `to_read`: also where there is too little room to save anything.
    """
    with spare_room.told_of(folder), told_by_driver(folder.database), told_plainly(folder.database):
        if make:
            _refuse_second(folder)
            folder.make()
        elif not vault_exists(folder.path):
            raise NoVault(f"There is no vault in {folder.path}.", "Check the folder, or set up a new vault.")
        lock = take_lock(folder)
        try:
            if make:
                _refuse_second(folder)
            if not to_read:
                check_room(folder)
            yield folder, lock
        except BaseException:
            release(folder.database)
            lock.release()
            raise


def _refuse_second(folder: VaultFolder) -> None:
    if vault_exists(folder.path):
        raise VaultThere(f"There is already a vault in {folder.path}.", "Unlock it, or choose another folder.")


def _make_database(folder: VaultFolder, data_key: bytes, database_id: str, profile: Profile) -> bytes:
    """A whole database under a name that counts for nothing until it is renamed; its salt."""
    made = folder.unfinished
    discard(made)
    for leftover in (folder.keys, folder.keys_copy):
        leftover.unlink(missing_ok=True)
    with closing(connect(made, data_key, create=True)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_IDS[folder.purpose]}")
        migrate(connection, STEPS, made, lambda _: None)
        _make_room_for_rehearsals(connection, folder)
        salt = bytes.fromhex(pragma(connection, "cipher_salt"))
    engine = engine_for(made, data_key)
    try:
        with Session(engine) as session:
            Records(session, None).set_up(database_id, profile, datetime.now(UTC))
            session.commit()
    finally:
        engine.dispose()
    return salt


def opened_vault(folder: VaultFolder, lock: FileLock, keys: VaultKeys, slots: SlotFile | None) -> Vault:
    """Check, bring up to date, open."""
    guard(folder.database)
    bring_up_to_date(folder, keys, slots)
    return opened_as_proved(folder, lock, keys, slots)


def bring_up_to_date(folder: VaultFolder, keys: VaultKeys, slots: SlotFile | None) -> None:
    """Check it, and take the steps it has not taken; what a change of keys left half made goes."""
    discard(folder.renewed)
    check_sound(folder.database, keys.data, folder.purpose)
    with closing(connect(folder.database, keys.data)) as connection:
        migrate(connection, STEPS, folder.database, lambda old: _before_a_step(old, folder, keys, slots))
        _make_room_for_rehearsals(connection, folder)
        bring_home(connection)


def _before_a_step(connection: Connection, folder: VaultFolder, keys: VaultKeys, slots: SlotFile | None) -> None:
    """A copy of it as it was. Raises DiskNearlyFull where there is no room for one, and for the step."""
    check_room(folder)
    back_up(connection, folder, keys.data, slots)


def _newly_opened(folder: VaultFolder, lock: FileLock, keys: VaultKeys, slots: SlotFile | None) -> Vault:
    """Give the finished database its name and open it; there is nothing older to bring up to date."""
    put_in_place(folder.unfinished, folder.database)
    return opened_as_proved(folder, lock, keys, slots)


def opened_as_proved(folder: VaultFolder, lock: FileLock, keys: VaultKeys, slots: SlotFile | None) -> Vault:
    """Open a database that was looked through, and is up to date, since the lock was taken."""
    guard(folder.database)
    return _vault(folder, lock, keys, slots)


def _make_room_for_rehearsals(connection: Connection, folder: VaultFolder) -> None:
    for table in TABLES if folder.purpose == "training" else ():
        connection.execute(table)


def _vault(folder: VaultFolder, lock: FileLock, keys: VaultKeys, slots: SlotFile | None) -> Vault:
    engine = engine_for(folder.database, keys.data)
    if folder.purpose == "training":
        keep_invented_only(engine)
    little_room = told_little_room(folder)
    if little_room:
        only_read(engine, folder)
    try:
        with Session(engine) as session:
            database_id = Records(session, keys.private).database_id()
        if slots is not None and database_id != slots.database_id:
            raise damaged(folder.database, "vault.keys names another vault")
        vault = Vault(folder, engine, lock, keys, slots, little_room)
        if little_room:
            return vault
        if slots is not None:
            spare_room.keep(folder)
        with vault.session() as records:
            records.private.begin_missing()
        return vault
    except BaseException:
        engine.dispose()
        raise

"""A vault under other keys: a proved copy is made beside it, and only then put in its place.

A cut leaves either the old file or the new, whole. Until the end there is a key file for each, and which belongs to
which is told by the salt that both know.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session

from bcst_tui.vault.backup import back_up, check_complete, discard, unproved_copy
from bcst_tui.vault.cipher import connect
from bcst_tui.vault.durable import put_in_place, sync_file, write_durably
from bcst_tui.vault.engine import engine_for, told_plainly
from bcst_tui.vault.folder import NEEDED_BYTES, VaultFolder, check_room
from bcst_tui.vault.keys import SlotFile, VaultKeys, to_text
from bcst_tui.vault.records import Records
from bcst_tui.vault.slot_store import write_slots
from bcst_tui.vault.soundness import bring_home, check_sound

Told = TypeVar("Told")


def put_under(
    folder: VaultFolder, keys: VaultKeys, data_key: bytes, slots: SlotFile, change: Callable[[Records], Told]
) -> Told:
    """Put the database, with this change, under another key, and these slots beside it; what the change tells.

    The vault is closed and up to date, and its lock is held. `keys` open what is there now. Raises NotSaved.
    """
    check_room(folder, NEEDED_BYTES + 2 * folder.database.stat().st_size)
    try:
        salt = _copied(folder, keys.data, data_key)
        said = _changed(folder.renewed, data_key, keys.private, change)
        check_sound(folder.renewed, data_key, folder.purpose)
        sync_file(folder.renewed)
        slots = replace(slots, file_salt=salt)
        write_durably(folder.keys_copy, to_text(slots).encode())
        put_in_place(folder.renewed, folder.database)
    finally:
        discard(folder.renewed)
    write_slots(folder, slots)
    return said


def keep_backup(folder: VaultFolder, data_key: bytes, slots: SlotFile) -> None:
    """A proved copy of a closed vault, before something that can't be undone."""
    with closing(connect(folder.database, data_key)) as connection:
        back_up(connection, folder, data_key, slots)


def _copied(folder: VaultFolder, old: bytes, new: bytes) -> bytes:
    """The copy, complete and still to be proved, and its salt.

    No log stays beside the old file: it would be read as the new one's.
    """
    with closing(connect(folder.database, old)) as connection:
        bring_home(connection)
        salt = unproved_copy(connection, folder.renewed, new)
        check_complete(connection, folder.renewed, new)
    folder.log.unlink(missing_ok=True)
    return salt


def _changed(database: Path, data_key: bytes, private: bytes | None, change: Callable[[Records], Told]) -> Told:
    engine = engine_for(database, data_key)
    try:
        with told_plainly(database), Session(engine) as session:
            records = Records(session, private)
            said = change(records)
            session.flush()
            records.count_commit()
            session.commit()
            return said
    finally:
        engine.dispose()

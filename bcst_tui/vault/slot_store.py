"""The two copies of the key-slot file on disk: written one after the other, read with each other's help."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.errors import VaultDamaged
from bcst_tui.vault.durable import write_durably
from bcst_tui.vault.folder import RESTORE, VaultFolder
from bcst_tui.vault.keys import SlotFile, UnreadableSlots, from_text, to_text

_LARGEST = 64 * 1024


def write_slots(folder: VaultFolder, slots: SlotFile) -> None:
    """Both copies; a cut between them leaves two that open the same database."""
    content = to_text(slots).encode()
    write_durably(folder.keys, content)
    write_durably(folder.keys_copy, content)


def read_slots(folder: VaultFolder, file_salt: bytes) -> SlotFile:
    """The newest readable copy that belongs to the database with this salt."""
    readable = [slots for path in (folder.keys, folder.keys_copy) if (slots := slots_in(path)) is not None]
    if not readable:
        raise VaultDamaged(f"Both copies of the key file in {folder.path} are damaged.", RESTORE)
    fitting = [slots for slots in readable if slots.file_salt == file_salt]
    if not fitting:
        raise VaultDamaged(
            f"vault.keys and vault.db in {folder.path} do not belong together:"
            " one of them is damaged or comes from another vault.",
            RESTORE,
        )
    return max(fitting, key=lambda slots: slots.commits)


def latest_commits(folder: VaultFolder, database_id: str) -> int:
    """How far this vault had come by whichever copy tells most, also one that an older database was put beside."""
    readable = (slots for path in (folder.keys, folder.keys_copy) if (slots := slots_in(path)) is not None)
    return max((one.commits for one in readable if one.database_id == database_id), default=0)


def lead_of(folder: VaultFolder) -> str | None:
    """The safeguarding lead's public key as the newest readable copy has it, empty without one; None without a copy."""
    readable = [slots for path in (folder.keys, folder.keys_copy) if (slots := slots_in(path)) is not None]
    newest = max(readable, key=lambda slots: slots.commits, default=None)
    if newest is None:
        return None
    return newest.lead.public if newest.lead is not None else ""


def slots_in(path: Path) -> SlotFile | None:
    """One key file, None where it can't be read."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        return from_text(path.read_text("utf-8"))
    except (FileNotFoundError, UnicodeDecodeError, UnreadableSlots):
        return None

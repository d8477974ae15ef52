"""A vault opened where the disk is nearly full: what it holds can be read, and nothing new is kept until there is room.

Its own upkeep is small and goes on: the count of what was written, the log of who looked, and the lists made anew.
"""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy
from sqlalchemy import event

from bcst_tui.vault.folder import DiskNearlyFull, VaultFolder, check_room

_CHANGES = re.compile(r"\s*(?:INSERT(?: OR \w+)? INTO|UPDATE(?: OR \w+)?|DELETE FROM|REPLACE INTO)\s+\"?(\w+)", re.I)
_UPKEEP = frozenset({"vault_state", "access_event", "list_state", "case_stale", "case_line", "owed_line"})
TO_READ = "All that was saved can be read; nothing new is saved until there is more room."
AGAIN = "Make some room on it, then do this again. All that was saved before is safe."


def told_little_room(folder: VaultFolder) -> str:
    """That there is too little room to save anything, in a sentence; nothing where there is enough."""
    try:
        check_room(folder)
    except DiskNearlyFull as little:
        return f"{little.message} {TO_READ}"
    return ""


def refuse_without_room(folder: VaultFolder) -> None:
    """Raises DiskNearlyFull for as long as there is too little."""
    try:
        check_room(folder)
    except DiskNearlyFull as little:
        raise DiskNearlyFull(f"{little.message} So nothing was saved.", AGAIN) from None


def only_read(engine: sqlalchemy.Engine, folder: VaultFolder) -> None:
    """From now on nothing but upkeep is written to this database unless there is room by then."""

    def look(_: Any, __: Any, statement: str, *___: Any) -> None:
        changed = _CHANGES.match(statement)
        if changed is not None and changed.group(1).lower() not in _UPKEEP:
            refuse_without_room(folder)

    event.listen(engine, "before_cursor_execute", look)

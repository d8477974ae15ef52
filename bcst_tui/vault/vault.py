"""An open vault: sessions over it, and closing it so that one file is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

import sqlalchemy
from filelock import FileLock
from sqlmodel import Session

from bcst_tui.vault import spare_room
from bcst_tui.vault.backup import back_up, forget_before, kept_backups
from bcst_tui.vault.cipher import Connection, DiskFull, told_by_driver, vacuum
from bcst_tui.vault.engine import told_plainly
from bcst_tui.vault.folder import VaultFolder
from bcst_tui.vault.invented_only import INVENTED_ONLY
from bcst_tui.vault.keys import SlotFile, VaultKeys
from bcst_tui.vault.little_room import refuse_without_room, told_little_room
from bcst_tui.vault.live_files import release
from bcst_tui.vault.records import Records
from bcst_tui.vault.slot_store import latest_commits, write_slots
from bcst_tui.vault.soundness import bring_home


class VaultClosed(RuntimeError):
    """A bug: a call came after the vault was locked. Nothing is opened again for it."""


class Vault:
    """One worker's open file. `warning` is a sentence to show once, or empty.

    `little_room`: that nothing can be saved, in a sentence; empty where there is room on the disk.
    """

    def __init__(
        self,
        folder: VaultFolder,
        engine: sqlalchemy.Engine,
        lock: FileLock,
        keys: VaultKeys,
        slots: SlotFile | None,
        little_room: str = "",
    ) -> None:
        self.folder = folder
        self._little_room = little_room
        self.warning = ""
        self._engine = engine
        self._lock = lock
        self._keys = keys
        self._slots = slots
        self._is_open = True
        self._known = {INVENTED_ONLY: folder.purpose == "training"}
        self._commits_at_opening = self._compare_with_keys()
        self.warning = f"{self.warning} {little_room}".strip()

    @contextmanager
    def session(self) -> Iterator[Records]:
        """One call's worth of reading and writing: all of it is on the disk when this ends, or none.

        Never held open while somebody thinks. NotSaved if the disk refuses; nothing before it is lost.
        """
        self._refuse_closed()
        with (
            spare_room.told_of(self.folder),
            told_plainly(self.folder.database),
            Session(self._engine, info=self._known) as session,
        ):
            changes = _driver(session).total_changes
            records = Records(session, self._keys.private)
            yield records
            session.flush()
            if _driver(session).total_changes != changes:
                records.count_commit()
            session.commit()

    def back_up(self) -> Path:
        """A proved copy as of now, before something that can't be undone. Raises NotSaved."""
        self._refuse_closed()
        self._refuse_without_room()
        with told_by_driver(self.folder.database), self._driven() as connection:
            bring_home(connection)
            return back_up(connection, self.folder, self._keys.data, self._slots)

    @property
    def is_private_shut(self) -> bool:
        """Whether nobody here has the key of the private part, until the lead wraps it again."""
        return self._keys.private is None

    @property
    def lead_key(self) -> str:
        """The safeguarding lead's public key that the private part is wrapped for, or empty."""
        return self._slots.lead.public if self._slots is not None and self._slots.lead is not None else ""

    @property
    def hand_over_seed(self) -> bytes | None:
        """What this vault's key for hand-over files is made from: as private as the private part."""
        return self._keys.private

    def keep_slots(self, change: Callable[[SlotFile], SlotFile]) -> None:
        """The key file with this change, on the disk. Raises NotSaved."""
        assert self._slots is not None
        self._refuse_without_room()
        self._slots = change(self._slots)
        write_slots(self.folder, self._slots)

    def backups(self) -> int:
        """How many earlier copies are kept beside it."""
        return len(kept_backups(self.folder))

    def clear_traces(self) -> None:
        """Leave nothing of deleted rows, neither in the file nor in its log. Raises NotSaved."""
        self._refuse_closed()
        with told_by_driver(self.folder.database), self._driven() as connection:
            bring_home(connection)
            vacuum(connection)
            bring_home(connection)

    def forget_in_backups(self) -> None:
        """Put a proved copy as of now in place of all earlier ones; these go only once it stands. Raises NotSaved."""
        if self.backups():
            forget_before(self.folder, self.back_up())

    def close(self) -> None:
        """Lock or quit: bring the log home, make a backup if anything changed, leave one file, let go."""
        if not self._is_open:
            return
        self._is_open = False
        try:
            with told_by_driver(self.folder.database):
                self._rest_or_make_room()
        finally:
            self._engine.dispose()
            release(self.folder.database)
            self._lock.release()

    def _rest_or_make_room(self) -> None:
        """Once more, into the room that is kept, where the disk is full: nobody is asked to close it again."""
        try:
            with told_by_driver(self.folder.database):
                self._come_to_rest()
        except DiskFull:
            if not spare_room.let_go(self.folder):
                raise
            self._come_to_rest()

    def _come_to_rest(self) -> None:
        commits = self._commits()
        with self._driven() as connection:
            bring_home(connection)
            if self._slots is not None and self._slots.commits != commits:
                self._slots = replace(self._slots, commits=commits)
                write_slots(self.folder, self._slots)
            if commits != self._commits_at_opening and self._has_room():
                back_up(connection, self.folder, self._keys.data, self._slots)

    @contextmanager
    def _driven(self) -> Iterator[Connection]:
        """The one connection itself, outside any session."""
        pooled = self._engine.raw_connection()
        try:
            yield cast(Connection, pooled.driver_connection)
        finally:
            pooled.close()

    def _has_room(self) -> bool:
        """Whether a backup may be made: where there was little room at opening, only once there is enough."""
        return not self._little_room or not told_little_room(self.folder)

    def _refuse_without_room(self) -> None:
        if self._little_room:
            refuse_without_room(self.folder)

    def _refuse_closed(self) -> None:
        if not self._is_open:
            raise VaultClosed("the vault has been closed")

    def _compare_with_keys(self) -> int:
        """Page checks can't see an older copy put back; the key file's count can. Counts this opening in both."""
        if self._slots is None:
            return self._commits()
        with self.session() as records:
            records.count_commit()
        commits = self._commits()
        if commits <= max(self._slots.commits, latest_commits(self.folder, self._slots.database_id)):
            self.warning = (
                "This vault is older than the one last used here: somebody may have put an earlier copy back. "
                "Look whether your latest entries are there. In the private part, ask nothing that somebody says they "
                "have answered."
            )
        self._slots = replace(self._slots, commits=commits)
        write_slots(self.folder, self._slots)
        return commits

    def _commits(self) -> int:
        with told_plainly(self.folder.database), Session(self._engine) as session:
            return Records(session, self._keys.private).commits()


def _driver(session: Session) -> Connection:
    return cast(Connection, session.connection().connection.driver_connection)

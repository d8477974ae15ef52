"""One connection to the encrypted file, set up in one order, every setting read back.

Everything that touches sqlcipher3 itself passes through here.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlcipher3 import dbapi2 as driver  # type: ignore[import-untyped]

from bcst_tui.errors import BcstError, NotSaved, VaultDamaged, VaultInUse
from bcst_tui.vault.folder import RESTORE
from bcst_tui.vault.keys import KEY_BYTES

WAIT_SECONDS = 0.2
_SQLITE_FLOOR = (3, 51, 3)
_SQLCIPHER_MAJOR = 4
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26

NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)

GUARDS: tuple[tuple[str, str, str], ...] = (
    ("cipher_log_level", "NONE", "NONE"),
    ("cipher_memory_security", "ON", "1"),
)
"""As SETTINGS, but before the key: memory is locked and wiped from then on, and for the whole process."""

SETTINGS: tuple[tuple[str, str, str], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),  # again, so that it is read back with the rest
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", "2"),
    ("foreign_keys", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("secure_delete", "ON", "1"),
    ("temp_store", "MEMORY", "2"),
    ("mmap_size", "0", "0"),
)
"""Name, value set, value that must be read back; set in this order once the key is known to fit."""


class Cursor(Protocol):
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...


class Connection(Protocol):
    """What the vault uses of a sqlcipher3 connection."""

    total_changes: int
    in_transaction: bool

    def execute(self, sql: str, parameters: tuple[object, ...] = ...) -> Cursor: ...
    def backup(self, target: Connection) -> None: ...
    def close(self) -> None: ...


class DiskFull(NotSaved):
    """The disk takes nothing more, or will not be written to."""


class UnfitSqlite(BcstError):
    """The SQLite that came with this installation lacks what the vault rests on."""

    title = "This installation can't keep a vault"
    exit_code = 6


def connect(database: Path, data_key: bytes, *, create: bool = False) -> Connection:
    """Open the file with the raw key; whatever is not as it must be is refused before anything is written.

    One that is created is its owner's alone, whatever the process around allows; so is all the library puts beside it.
    """
    if len(data_key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    mode = "rwc" if create else "rw"
    with told_by_driver(database):
        if create:
            database.touch(mode=0o600)
        connection = driver.connect(
            f"{database.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=WAIT_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _set_up(connection, data_key)
        except BaseException:
            connection.close()
            raise
    opened: Connection = connection
    return opened


@contextmanager
def told_by_driver(database: Path) -> Iterator[None]:
    """Turn the driver's and the disk's own errors into mishaps with a remedy; bugs pass as they are."""
    try:
        yield
    except driver.Error as error:
        raise told(error, database) or error from None
    except OSError as error:
        raise (DiskFull if error.errno in NO_ROOM else NotSaved)(
            f"The disk refused a file beside {database}: {error.strerror or 'no reason given'}.",
            "What was saved is safe. Look at the room on the disk, then try again.",
        ) from None


def vacuum(connection: Connection) -> None:
    """Write the file anew, without what deleted rows left: the one time SQLite may attach, and nothing with a name."""
    driven: Any = connection
    driven.set_authorizer(_deny_attach_by_name)
    try:
        connection.execute("VACUUM")
    finally:
        driven.set_authorizer(_deny_attach)


def pragma(connection: Connection, name: str) -> str:
    """One setting as text, "" where it says nothing."""
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return "" if row is None else str(row[0])


def told(error: Exception, database: Path) -> BcstError | None:
    """The mishap behind a database error, in plain words; None if it is a bug."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    where = f"{database.name} in {database.parent}"
    if code in (_BUSY, _LOCKED):
        return VaultInUse(f"{where} is open in another program.", "Close it there, then try again.")
    if code in (_CORRUPT, _NOTADB):
        return VaultDamaged(
            f"{where} is damaged, or its keys belong to another vault.",
            RESTORE,
        )
    if code in (_FULL, _IOERR):
        return DiskFull(
            "The disk is full or can't be written to: the last entry is NOT saved. All before it is safe.",
            "Make some room on the disk, then try again.",
        )
    if code in (_READONLY, _CANTOPEN):
        return NotSaved(f"{where} can't be written to.", "Look at who may write to the folder, then try again.")
    return None


def _set_up(connection: Any, data_key: bytes) -> None:
    """The order matters: EXCLUSIVE must stand before the first read of a file that is in WAL already, or SQLite
    makes a -shm file, which a full disk refuses, and lets another process read until the first write."""
    for name, value, _ in GUARDS:
        connection.execute(f"PRAGMA {name} = {value}")
    connection.execute(f"PRAGMA key = \"x'{_raw(data_key)}'\"")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    _meet_floors(connection)
    for name, value, _ in SETTINGS:
        connection.execute(f"PRAGMA {name} = {value}")
    differing = [name for name, _, expected in (*GUARDS, *SETTINGS) if pragma(connection, name) != expected]
    if differing:
        raise UnfitSqlite(f"The vault can't be opened safely: {', '.join(differing)} could not be set.")
    connection.set_authorizer(_deny_attach)


def _raw(data_key: bytes) -> str:
    """The key as SQLCipher's raw form; any other text would silently be taken for a passphrase."""
    key = data_key.hex()
    if re.fullmatch(r"[0-9a-f]{64}", key) is None:
        raise ValueError("a raw key is 64 hexadecimal digits")
    return key


def _meet_floors(connection: Any) -> None:
    cipher = pragma(connection, "cipher_version")
    full_text = connection.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()[0]
    met = {
        f"SQLite {driver.sqlite_version}": driver.sqlite_version_info >= _SQLITE_FLOOR,
        f"SQLCipher {cipher or 'missing'}": cipher.split(".")[0] == str(_SQLCIPHER_MAJOR),
        "encryption": pragma(connection, "cipher_status") == "1",
        "full-text search": full_text == 1,
    }
    unmet = [name for name, is_met in met.items() if not is_met]
    if unmet:
        raise UnfitSqlite(
            f"This installation's database library does not do: {', '.join(unmet)}.",
            "Install bcst again from its locked list of packages.",
        )


def library() -> tuple[tuple[str, str, str, bool], ...]:
    """SQLite and SQLCipher: name, version found, version needed, whether it will do."""
    connection = driver.connect(":memory:")
    try:
        cipher = pragma(connection, "cipher_version")
    finally:
        connection.close()
    needed = ".".join(map(str, _SQLITE_FLOOR))
    fits = driver.sqlite_version_info >= _SQLITE_FLOOR
    return (
        ("SQLite", driver.sqlite_version, f"{needed} or later", fits),
        ("SQLCipher", cipher or "missing", f"{_SQLCIPHER_MAJOR}", cipher.split(".")[0] == str(_SQLCIPHER_MAJOR)),
    )


def _deny_attach(action: int, *_: object) -> int:
    """ATTACH could write a copy without encryption; nothing here needs it."""
    return int(driver.SQLITE_DENY) if action == driver.SQLITE_ATTACH else int(driver.SQLITE_OK)


def _deny_attach_by_name(action: int, name: str | None, *_: object) -> int:
    """VACUUM attaches a file without a name, which is encrypted like the rest."""
    return int(driver.SQLITE_DENY) if action == driver.SQLITE_ATTACH and name else int(driver.SQLITE_OK)

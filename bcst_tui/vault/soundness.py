"""Is this file whole, and is it ours? Asked before anything is written to it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as driver  # type: ignore[import-untyped]

from bcst_tui.errors import VaultDamaged
from bcst_tui.vault.cipher import Connection, connect, pragma, told
from bcst_tui.vault.folder import RESTORE
from bcst_tui.vault.purpose import APPLICATION_IDS, AnotherFile, Purpose, file_key, other, refusal

_CHECKS = ("cipher_integrity_check", "integrity_check")


def refuse_other_purpose(database: Path, data_key: bytes, purpose: Purpose) -> None:
    """Say so plainly where this is a vault for the other purpose: asked before a key that can't fit is tried."""
    try:
        with closing(connect(database, file_key(data_key, other(purpose)))) as connection:
            is_other = pragma(connection, "application_id") == str(APPLICATION_IDS[other(purpose)])
    except VaultDamaged:
        return
    if is_other:
        raise refusal(purpose, f"{database.name} in {database.parent}")


def check_sound(database: Path, data_key: bytes, purpose: Purpose = "live") -> None:
    """Refuse a file that is damaged, cut short or another program's.

    What a crash left in the log is brought home first; each check has a connection of its own, because one looks at
    the pages on the disk and the other at what SQLite makes of them.
    """
    with closing(connect(database, data_key)) as connection:
        _refuse_other_programs(connection, database, purpose)
        bring_home(connection)
        pages = int(pragma(connection, "page_count")) * int(pragma(connection, "page_size"))
    if database.stat().st_size < pages:
        raise damaged(database, "it has been cut short")
    for check in _CHECKS:
        with closing(connect(database, data_key)) as connection:
            if not is_clean(connection, check, database):
                raise damaged(database, "some of its pages have been changed")


def bring_home(connection: Connection) -> None:
    """Write the log back into the one file."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def is_clean(connection: Connection, check: str, database: Path) -> bool:
    """Whether the check finds nothing; one that can't even finish has found something."""
    try:
        found = connection.execute(f"PRAGMA {check}").fetchall()
    except driver.Error as error:
        if isinstance(mishap := told(error, database), VaultDamaged):
            return False
        raise mishap or error from None
    return found in ([], [("ok",)])


def damaged(database: Path, how: str) -> VaultDamaged:
    return VaultDamaged(
        f"{database.name} in {database.parent} is damaged: {how}.",
        RESTORE,
    )


def _refuse_other_programs(connection: Connection, database: Path, purpose: Purpose) -> None:
    found = pragma(connection, "application_id")
    if found == str(APPLICATION_IDS[other(purpose)]):
        raise refusal(purpose, f"{database.name} in {database.parent}")
    if found != str(APPLICATION_IDS[purpose]):
        raise AnotherFile(
            f"{database.name} in {database.parent} opened, but it is not a vault made by bcst.",
            "Nothing has been changed. Check that you chose the right folder.",
        )

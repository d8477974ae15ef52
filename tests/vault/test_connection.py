"""The one connection: every setting as it must be, and nothing more allowed."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy
from sqlalchemy.exc import DatabaseError
from sqlalchemy.exc import TimeoutError as WaitedInVain
from sqlcipher3 import dbapi2 as driver  # type: ignore[import-untyped]

from bcst_tui.errors import BcstError, VaultDamaged, VaultInUse
from bcst_tui.vault import cipher
from bcst_tui.vault.cipher import SETTINGS, UnfitSqlite, connect, pragma
from bcst_tui.vault.engine import engine_for
from bcst_tui.vault.vault import Vault
from tests.vault.invented import KEY

ROOT = Path(__file__).resolve().parents[2]
AS_TOLD = {
    "cipher_log_level": "NONE",
    "cipher_memory_security": "1",
    "cipher_status": "1",
    "locking_mode": "exclusive",
    "journal_mode": "wal",
    "synchronous": "2",
    "foreign_keys": "1",
    "trusted_schema": "0",
    "cell_size_check": "1",
    "secure_delete": "1",
    "temp_store": "2",
    "mmap_size": "0",
}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "vault.db"
    with closing(connect(path, KEY, create=True)) as connection:
        connection.execute("CREATE TABLE kept (word TEXT)")
    return path


def settings(path: str) -> dict[str, str]:
    """What reads back from a new file in this process, over the bare connection and inside a session."""
    with closing(connect(Path(path), KEY, create=True)) as connection:
        told = {name: pragma(connection, name) for name in AS_TOLD}
    engine = engine_for(Path(path), KEY)
    with engine.connect() as inside:
        told |= {f"session {name}": str(inside.exec_driver_sql(f"PRAGMA {name}").scalar()) for name in AS_TOLD}
    engine.dispose()
    return told


def test_every_setting_reads_back_as_it_must_in_a_process_of_its_own_and_in_a_session_too(tmp_path: Path) -> None:
    code = f"import tests.vault.test_connection as t, json; print(json.dumps(t.settings({str(tmp_path / 'own.db')!r})))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == AS_TOLD | {f"session {name}": told for name, told in AS_TOLD.items()}


@pytest.mark.parametrize("name", [name for name, _, _ in SETTINGS])
def test_a_setting_that_does_not_take_is_refused(name: str, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stubborn = tuple((each, value, "otherwise" if each == name else read) for each, value, read in SETTINGS)
    monkeypatch.setattr(cipher, "SETTINGS", stubborn)
    with pytest.raises(UnfitSqlite, match=name):
        connect(database, KEY)


@pytest.mark.parametrize(("name", "value"), [("cipher_log_level", "NONE"), ("cipher_memory_security", "OFF")])
def test_a_guard_that_does_not_take_is_refused(
    name: str, value: str, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cipher, "GUARDS", ((name, value, "otherwise"),))
    with pytest.raises(UnfitSqlite, match=name):
        connect(database, KEY)


def test_an_older_sqlite_is_refused(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cipher, "_SQLITE_FLOOR", (99, 0, 0))
    with pytest.raises(UnfitSqlite, match="SQLite"):
        connect(database, KEY)


def test_attach_is_denied_so_that_no_plain_copy_can_be_made(database: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.db"
    with closing(connect(database, KEY)) as connection:
        with pytest.raises(driver.DatabaseError, match="not authorized"):
            connection.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
    assert not plain.exists()


def test_the_database_refuses_a_second_opener_even_without_the_lock_file(database: Path) -> None:
    with closing(connect(database, KEY)) as first:
        assert [path.name for path in database.parent.glob("*-shm")] == [], "no file that a full disk would refuse"
        with pytest.raises(VaultInUse):
            connect(database, KEY)
        first.execute("SELECT * FROM kept").fetchall()
        with pytest.raises(VaultInUse):
            connect(database, KEY)


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(BcstError):
        connect(tmp_path / "none.db", KEY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", [b"", b"short", bytes(31), bytes(33)])
def test_a_key_of_another_length_never_becomes_a_passphrase(database: Path, key: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connect(database, key)


def test_another_key_is_damage_and_prints_nothing_over_the_screen(database: Path) -> None:
    code = (
        "import pathlib, bcst_tui.vault.cipher as c\n"
        "from bcst_tui.errors import VaultDamaged\n"
        f"try: c.connect(pathlib.Path({str(database)!r}), bytes(32))\n"
        "except VaultDamaged: print('told')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("told\n", "")


def test_a_name_with_odd_letters_is_just_a_name(tmp_path: Path) -> None:
    path = tmp_path / "it's 100% ü?#&mode=ro.db"
    connect(path, KEY, create=True).close()
    assert path.exists()


def test_a_session_inside_a_session_fails_as_the_bug_it_is(vault: Vault) -> None:
    with vault.session(), pytest.raises(WaitedInVain), vault.session():
        pass


def test_an_error_holds_no_value_that_was_being_saved(vault: Vault) -> None:
    engine = vault._engine
    with engine.connect() as connection, pytest.raises(DatabaseError) as refused:
        connection.execute(
            sqlalchemy.text("INSERT INTO person (id, reference) VALUES (1, :reference)"),
            {"reference": "ZARKOVIA"},
        )
    assert "ZARKOVIA" not in str(refused.value)


def test_a_damaged_page_met_while_reading_is_told_plainly(vault: Vault) -> None:
    class Corrupt(driver.DatabaseError):  # type: ignore[misc]
        sqlite_errorcode = 11

    with pytest.raises(VaultDamaged), vault.session():
        raise DatabaseError("SELECT", None, Corrupt())

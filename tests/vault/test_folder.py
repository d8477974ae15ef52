"""What is refused before anything is opened, and how it is told."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from collections import namedtuple
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcst_tui.casebook.cut_off import was_cut_off
from bcst_tui.errors import NotSaved, VaultDamaged
from bcst_tui.vault.backup import kept_backups
from bcst_tui.vault.folder import NoVault, VaultFolder, vault_exists
from bcst_tui.vault.opening import VaultThere, create_vault, new_vault, open_vault, unlock_vault
from bcst_tui.vault.purpose import APPLICATION_IDS, Purpose
from bcst_tui.vault.vault import Vault
from tests.vault.invented import KEY, NOON, PASSPHRASE, WORKER, begun, files_of, said

Usage = namedtuple("Usage", "total used free")


def test_asking_whether_there_is_a_vault_loads_no_database_library() -> None:
    code = (
        "import sys, pathlib, bcst_tui.vault.folder as f, bcst_tui.vault.values;"
        "assert not f.vault_exists(pathlib.Path('nowhere'));"
        "print(sorted({'sqlmodel', 'sqlalchemy', 'sqlcipher3', 'argon2', 'cryptography'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"


def test_there_is_no_vault_before_one_is_made(folder: Path) -> None:
    assert not vault_exists(folder)
    with pytest.raises(NoVault):
        unlock_vault(folder, PASSPHRASE)
    assert not folder.exists(), "looking for a vault makes nothing"
    folder.mkdir()
    with pytest.raises(NoVault):
        unlock_vault(folder, PASSPHRASE)
    assert [*folder.iterdir()] == [], "and leaves nothing behind in another folder"


def test_a_vault_that_was_made_is_there(vault: Vault, folder: Path) -> None:
    assert vault_exists(folder)


def test_a_second_vault_is_not_made_over_the_first(vault: Vault, folder: Path) -> None:
    with pytest.raises(VaultThere):
        create_vault(folder, PASSPHRASE, WORKER)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead of modes")
def test_the_folder_and_its_files_are_the_owners_alone(vault: Vault, folder: Path) -> None:
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_making_that_was_cut_short_counts_for_nothing(folder: Path) -> None:
    folder.mkdir()
    files = VaultFolder(folder)
    files.unfinished.write_bytes(b"half a database")
    files.keys.write_text("keys of it")
    assert not vault_exists(folder)
    with pytest.raises(NoVault):
        open_vault(folder, KEY)
    new_vault(folder, KEY, WORKER).close()
    open_vault(folder, KEY).close()
    assert not files.unfinished.exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"SQLite format 3\0" + bytes(8000), "not encrypted"),
        (b"\x07" * 900, "cut short"),
    ],
)
def test_a_file_that_cant_be_a_vault_is_refused_as_it_is(vault: Vault, folder: Path, content: bytes, told: str) -> None:
    vault.close()
    VaultFolder(folder).database.write_bytes(content)
    before = files_of(folder)
    with pytest.raises(VaultDamaged, match=told):
        open_vault(folder, KEY)
    assert files_of(folder) == before


def test_keys_without_a_database_are_no_reason_to_begin_afresh(folder: Path) -> None:
    folder.mkdir()
    VaultFolder(folder).keys_copy.write_text("keys")
    assert vault_exists(folder)
    with pytest.raises(VaultDamaged, match="vault.db is missing"):
        unlock_vault(folder, PASSPHRASE)
    with pytest.raises(VaultThere):
        new_vault(folder, KEY, WORKER)


def test_a_database_without_keys_is_refused(vault: Vault, folder: Path) -> None:
    vault.close()
    with pytest.raises(VaultDamaged, match="vault.keys is missing"):
        unlock_vault(folder, PASSPHRASE)


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A disk with room for a little more, until this is undone."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9, 30 * 2**20))
    return monkeypatch


def test_on_a_nearly_full_disk_everything_is_read_and_nothing_saved_until_there_is_room(
    vault: Vault, folder: Path, full: pytest.MonkeyPatch
) -> None:
    with vault.session() as records:
        sitting = begun(records).id
    vault.close()
    opened = open_vault(folder, KEY)
    assert "30 MB left; bcst needs 50 MB. All that was saved can be read" in opened.warning
    with opened.session() as records:
        records.log("unlocked", "", NOON)
        assert [one.reference for one in records.people.all()] == ["BC-0001"]
    with pytest.raises(NotSaved, match="So nothing was saved"), opened.session() as records:
        records.sittings.pause(sitting, NOON)
    with pytest.raises(NotSaved, match="Make some room"), opened.session() as records:
        records.sittings.append_move(sitting, said("street"), NOON)
    with pytest.raises(NotSaved):
        opened.back_up()
    full.undo()
    with opened.session() as records:
        records.sittings.append_move(sitting, said("street"), NOON)
    opened.close()


def test_a_vault_opened_to_be_read_is_closed_without_a_backup_for_which_there_is_no_room(
    vault: Vault, folder: Path, full: pytest.MonkeyPatch
) -> None:
    vault.close()
    before = len(kept_backups(VaultFolder(folder)))
    opened = open_vault(folder, KEY)
    with opened.session() as records:
        records.log("unlocked", "", NOON)
    opened.close()
    assert len(kept_backups(VaultFolder(folder))) == before


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("purpose", APPLICATION_IDS)
def test_no_vault_is_made_on_a_nearly_full_disk(folder: Path, purpose: Purpose) -> None:
    with pytest.raises(NotSaved, match="30 MB left; bcst needs 50 MB"):
        new_vault(folder, KEY, WORKER, purpose)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead of modes")
def test_a_folder_that_cant_be_written_to_is_told(vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.close()
    VaultFolder(folder).lock.unlink(missing_ok=True)
    VaultFolder(folder).lock.mkdir()
    with pytest.raises(NotSaved, match="can't be written to"):
        open_vault(folder, KEY)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead of modes")
def test_a_place_where_no_folder_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("")
    with pytest.raises(NotSaved, match="Not a directory"):
        new_vault(tmp_path / "a-file" / "vault", KEY, WORKER)


def test_a_vault_that_was_not_closed_is_known_by_its_log(vault: Vault, folder: Path) -> None:
    with vault.session() as records:
        records.log("unlocked", "", datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert was_cut_off(folder)
    vault.close()
    assert not was_cut_off(folder)

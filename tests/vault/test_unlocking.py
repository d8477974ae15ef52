"""From passphrase to open vault and back: the whole way, but for Argon2id's work (`test_keys`)."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from bcst_tui.errors import BcstError, NotSaved, VaultDamaged, VaultInUse, WrongPassphrase
from bcst_tui.vault import opening, spare_room
from bcst_tui.vault.backup import kept_backups
from bcst_tui.vault.folder import VaultFolder
from bcst_tui.vault.keys import FLOOR, from_text
from bcst_tui.vault.opening import create_vault, open_vault, unlock_vault
from tests.vault.invented import KEY, NOON, PASSPHRASE, WORKER, files_of

pytestmark = pytest.mark.usefixtures("passphrases_tried_at_once")
OTHER = "another passphrase entirely"


def test_a_vault_opens_again_with_its_passphrase(closed: Path) -> None:
    vault = unlock_vault(closed, PASSPHRASE)
    with vault.session() as records:
        assert records.profile() == WORKER
        assert [person.reference for person in records.people.all()] == ["BC-0001"]
    assert vault.warning == ""
    vault.close()


def test_it_opens_day_after_day_without_a_warning(closed: Path) -> None:
    for _ in range(3):
        vault = unlock_vault(closed, PASSPHRASE)
        with vault.session() as records:
            records.log("unlocked", "vault", NOON)
        vault.close()
        assert vault.warning == ""


def test_room_is_kept_on_the_disk_from_the_first_day_and_again_after_it_was_let_go(closed: Path) -> None:
    room = VaultFolder(closed).spare
    assert room.stat().st_size == spare_room.BYTES
    room.unlink()
    unlock_vault(closed, PASSPHRASE).close()
    assert room.stat().st_size == spare_room.BYTES


def test_on_a_nearly_full_disk_it_opens_to_be_read_and_takes_no_room(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    VaultFolder(closed).spare.unlink()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=30 * 2**20))
    vault = unlock_vault(closed, PASSPHRASE)
    assert "All that was saved can be read" in vault.warning
    with pytest.raises(NotSaved), vault.session() as records:
        records.people.add("Zarkovia Blum", NOON)
    vault.close()
    assert not VaultFolder(closed).spare.exists()


def test_a_wrong_passphrase_changes_nothing_and_leaves_the_vault_free(closed: Path) -> None:
    before = files_of(closed)
    with pytest.raises(WrongPassphrase):
        unlock_vault(closed, OTHER)
    assert files_of(closed) == before
    unlock_vault(closed, PASSPHRASE).close()


def test_a_vault_in_use_is_told_before_any_passphrase_is_tried(closed: Path) -> None:
    vault = unlock_vault(closed, PASSPHRASE)
    with pytest.raises(VaultInUse):
        unlock_vault(closed, OTHER)
    vault.close()


def test_neither_key_nor_passphrase_is_on_the_disk(closed: Path) -> None:
    vault = unlock_vault(closed, PASSPHRASE)
    key = vault._keys.data
    vault.close()
    for content in files_of(closed).values():
        for form in (key, key.hex().encode(), PASSPHRASE.encode(), PASSPHRASE.encode("utf-16-le")):
            assert form not in content


def test_nothing_printed_of_a_vault_tells_its_key(closed: Path) -> None:
    vault = unlock_vault(closed, PASSPHRASE)
    told = repr(vault) + str(vault) + repr(vault._slots)
    assert vault._keys.data.hex() not in told and repr(vault._keys.data) not in told
    vault.close()


def test_key_files_of_another_vault_are_told_as_that(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    create_vault(other, OTHER, WORKER).close()
    for name in ("vault.keys", "vault.keys.copy"):
        shutil.copy(other / name, closed / name)
    before = files_of(closed)
    for passphrase in (PASSPHRASE, OTHER):
        with pytest.raises(VaultDamaged, match="do not belong together"):
            unlock_vault(closed, passphrase)
    assert files_of(closed) == before


def test_an_older_copy_put_back_is_noticed(closed: Path) -> None:
    older = (closed / "vault.db").read_bytes()
    vault = unlock_vault(closed, PASSPHRASE)
    with vault.session() as records:
        records.log("unlocked", "vault", NOON)
    vault.close()
    (closed / "vault.db").write_bytes(older)
    vault = unlock_vault(closed, PASSPHRASE)
    assert "older than the one last used" in vault.warning
    vault.close()


def test_an_older_copy_is_noticed_even_if_the_last_session_never_closed(closed: Path) -> None:
    older = (closed / "vault.db").read_bytes()
    vault = unlock_vault(closed, PASSPHRASE)
    keys = (closed / "vault.keys").read_bytes()
    vault.close()
    for name in ("vault.keys", "vault.keys.copy"):
        (closed / name).write_bytes(keys)
    (closed / "vault.db").write_bytes(older)
    vault = unlock_vault(closed, PASSPHRASE)
    assert vault.warning
    vault.close()


def test_the_last_backup_can_also_be_put_back_by_hand(closed: Path) -> None:
    (closed / "vault.db").write_bytes(b"")
    with pytest.raises(VaultDamaged) as refused:
        unlock_vault(closed, PASSPHRASE)
    assert "bcst restore" in refused.value.remedy
    backup = kept_backups(VaultFolder(closed))[-1]
    shutil.copy(backup, closed / "vault.db")
    shutil.copy(backup.with_suffix(".keys"), closed / "vault.keys")
    vault = unlock_vault(closed, PASSPHRASE)
    with vault.session() as records:
        assert [sitting.moves for sitting in records.sittings.unfinished()] == [1]
    assert vault.warning == ""
    vault.close()


def test_going_back_further_than_the_last_closing_is_told_though_both_files_are_of_one_age(closed: Path) -> None:
    """What was asked since may not be in it, so nobody is asked unawares a second time (P3)."""
    earlier = kept_backups(VaultFolder(closed))[-1]
    vault = unlock_vault(closed, PASSPHRASE)
    with vault.session() as records:
        records.people.add("Dunlin Invented", NOON)
    vault.close()
    shutil.copy(earlier, closed / "vault.db")
    shutil.copy(earlier.with_suffix(".keys"), closed / "vault.keys")
    vault = unlock_vault(closed, PASSPHRASE)
    assert "ask nothing that somebody says they have answered" in vault.warning
    vault.close()


def test_the_database_must_be_the_one_the_key_file_names(closed: Path) -> None:
    vault = unlock_vault(closed, PASSPHRASE)
    with vault.session() as records:
        records._state().database_id = "somebody else's"
    vault.close()
    with pytest.raises(VaultDamaged, match="names another vault"):
        unlock_vault(closed, PASSPHRASE)


def test_a_making_cut_short_at_any_point_can_be_begun_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Cut(Exception):
        pass

    def cut(*_: object) -> None:
        raise Cut

    for step in ("write_slots", "put_in_place"):
        with monkeypatch.context() as patch:
            patch.setattr(opening, step, cut)
            with pytest.raises(Cut):
                create_vault(folder, PASSPHRASE, WORKER)
    vault = create_vault(folder, PASSPHRASE, WORKER)
    assert from_text((folder / "vault.keys").read_text()).slots[0].cost == FLOOR
    vault.close()


def test_the_wrong_raw_key_is_refused(closed: Path) -> None:
    with pytest.raises(BcstError):
        open_vault(closed, KEY)

"""Backups: made when something changed, proved before they count, seven of them."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bcst_tui.errors import VaultDamaged
from bcst_tui.vault import backup
from bcst_tui.vault.backup import KEPT, kept_backups
from bcst_tui.vault.cipher import connect
from bcst_tui.vault.folder import VaultFolder
from bcst_tui.vault.migrations.runner import row_counts
from bcst_tui.vault.opening import open_vault
from bcst_tui.vault.soundness import check_sound
from bcst_tui.vault.vault import Vault
from tests.vault.invented import KEY, NOON, begun, said


def changed(vault: Vault) -> None:
    with vault.session() as records:
        begun(records)


def test_closing_after_a_change_leaves_a_proved_copy(vault: Vault, folder: Path) -> None:
    changed(vault)
    vault.close()
    (copy,) = kept_backups(VaultFolder(folder))
    check_sound(copy, KEY)
    with closing(connect(copy, KEY)) as copied, closing(connect(folder / "vault.db", KEY)) as original:
        assert row_counts(copied) == row_counts(original)
        assert row_counts(copied)["person"] == 1


@pytest.mark.parametrize("mask", [0o022, 0o000])
def test_what_is_written_is_its_owners_alone_whatever_the_process_around_allows(
    tmp_path: Path, mask: int, vault: Vault, folder: Path
) -> None:
    before = os.umask(mask)
    try:
        connect(tmp_path / "new.db", KEY, create=True).close()
        changed(vault)
        vault.close()
    finally:
        os.umask(before)
    (copy,) = kept_backups(VaultFolder(folder))
    for written in (tmp_path / "new.db", copy):
        assert sys.platform == "win32" or stat.S_IMODE(written.stat().st_mode) == 0o600, written.name


def test_closing_without_a_change_leaves_none(vault: Vault, folder: Path) -> None:
    vault.close()
    open_vault(folder, KEY).close()
    assert kept_backups(VaultFolder(folder)) == []


def test_seven_are_kept(vault: Vault, folder: Path) -> None:
    vault.close()
    made = []
    for _ in range(KEPT + 2):
        opened = open_vault(folder, KEY)
        changed(opened)
        opened.close()
        made.append(kept_backups(VaultFolder(folder))[-1])
    assert kept_backups(VaultFolder(folder)) == made[-KEPT:]
    assert sorted(path.suffix for path in (folder / "backups").iterdir()) == [".db"] * KEPT


def test_a_copy_that_can_not_be_proved_never_counts_and_the_vault_still_closes(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(vault)
    with monkeypatch.context() as patch:
        patch.setattr(backup, "row_counts", lambda connection: {"person": id(connection)})
        with pytest.raises(VaultDamaged):
            vault.close()
    assert kept_backups(VaultFolder(folder)) == []
    again = open_vault(folder, KEY)
    with again.session() as records:
        assert len(records.people.all()) == 1
    again.close()


def test_what_was_said_is_in_no_file_in_plain_sight(vault: Vault, folder: Path) -> None:
    marker = "Zarkovia-7f3b sleeps at Quibble House"
    forms = (marker.encode(), marker.encode("utf-16-le"), marker.encode("utf-16-be"))

    def seen() -> list[str]:
        open_files = [path for path in folder.rglob("*") if path.is_file() and path.name != "vault.db"]
        closed = [] if vault._is_open else [folder / "vault.db"]
        return [path.name for path in open_files + closed if any(form in path.read_bytes() for form in forms)]

    with vault.session() as records:
        sitting = begun(records, marker)
        for _ in range(50):
            records.sittings.append_move(sitting.id, said(marker), NOON)
        assert seen() == []
    assert (folder / "vault.db-wal").stat().st_size > 0, "the log is there to be looked through"
    assert seen() == []
    vault.close()
    assert seen() == []
    assert len(list(folder.rglob("*.db"))) == 2

"""Back to the last backup: whole or not at all, with what was there kept, and never over a vault that is sound."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bcst_tui.errors import BcstError, WrongPassphrase
from bcst_tui.vault import restoring
from bcst_tui.vault.backup import kept_backups
from bcst_tui.vault.folder import VaultFolder
from bcst_tui.vault.opening import create_vault, unlock_vault
from bcst_tui.vault.restoring import NothingToRestore, restore
from bcst_tui.vault.who_opens import change_passphrase
from tests.vault.invented import PASSPHRASE, WORKER, begun, files_of, flipped

pytestmark = pytest.mark.usefixtures("passphrases_tried_at_once")
OTHER = "another passphrase entirely"


def people(folder: Path, *, is_older: bool = False) -> list[str]:
    vault = unlock_vault(folder, PASSPHRASE)
    with vault.session() as records:
        names = [person.name_used for person in records.people.all()]
    vault.close()
    assert bool(vault.warning) == is_older
    return names


def damage_first_page(folder: Path) -> None:
    flipped(folder / "vault.db", 7)


def damage_last_page(folder: Path) -> None:
    flipped(folder / "vault.db", (folder / "vault.db").stat().st_size * 8 - 9)


def lose_database(folder: Path) -> None:
    (folder / "vault.db").unlink()


def lose_keys(folder: Path) -> None:
    for name in ("vault.keys", "vault.keys.copy"):
        (folder / name).unlink()


def lose_all(folder: Path) -> None:
    lose_database(folder)
    lose_keys(folder)


@pytest.mark.parametrize("mishap", [damage_first_page, damage_last_page, lose_database, lose_keys, lose_all])
def test_the_last_backup_takes_the_place_and_what_was_there_is_kept(
    closed: Path, mishap: Callable[[Path], None]
) -> None:
    mishap(closed)
    before = {name: content for name, content in files_of(closed).items() if name.startswith(("vault.db", "vault.k"))}
    restored = restore(closed, PASSPHRASE)
    assert (files_of(restored.kept_in) if restored.kept_in else {}) == before
    assert f"vault-{restored.made_at:%Y%m%dT%H%M%S%fZ}" == kept_backups(VaultFolder(closed))[0].stem
    assert people(closed) == ["Zarkovia Blum"]


def test_what_was_set_aside_goes_with_the_backups_when_something_is_to_be_forgotten(closed: Path) -> None:
    damage_last_page(closed)
    aside = restore(closed, PASSPHRASE).kept_in
    assert aside is not None and aside.exists()
    vault = unlock_vault(closed, PASSPHRASE)
    vault.forget_in_backups()
    vault.close()
    assert not aside.exists()


def test_a_damaged_backup_is_passed_over_and_that_something_is_missing_is_told(closed: Path) -> None:
    vault = unlock_vault(closed, PASSPHRASE)
    with vault.session() as records:
        begun(records, "Dunlin Invented")
    vault.close()
    flipped(kept_backups(VaultFolder(closed))[-1], 100_000)
    lose_database(closed)
    restore(closed, PASSPHRASE)
    assert people(closed, is_older=True) == ["Zarkovia Blum"]


def test_a_sound_vault_is_left_alone_also_where_an_old_passphrase_opens_an_old_backup(closed: Path) -> None:
    before = files_of(closed)
    with pytest.raises(NothingToRestore, match="sound"):
        restore(closed, PASSPHRASE)
    assert files_of(closed) == before
    change_passphrase(closed, PASSPHRASE, OTHER)
    before = files_of(closed)
    with pytest.raises(WrongPassphrase):
        restore(closed, PASSPHRASE)
    assert files_of(closed) == before


def test_without_a_backup_that_will_do_nothing_is_changed(closed: Path) -> None:
    damage_last_page(closed)
    before = files_of(closed)
    with pytest.raises(WrongPassphrase):
        restore(closed, OTHER)
    assert files_of(closed) == before
    flipped(kept_backups(VaultFolder(closed))[0], 100_000)
    before = files_of(closed)
    with pytest.raises(NothingToRestore, match="no sound backup"):
        restore(closed, PASSPHRASE)
    assert files_of(closed) == before


def test_cut_off_on_the_way_it_can_be_done_again(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Cut(Exception):
        pass

    def cut(*_: object) -> None:
        raise Cut

    damage_last_page(closed)
    before = (closed / "vault.db").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(restoring, "write_slots", cut)
        with pytest.raises(Cut):
            restore(closed, PASSPHRASE)
    with pytest.raises(BcstError):
        unlock_vault(closed, PASSPHRASE)
    restore(closed, PASSPHRASE)
    assert people(closed) == ["Zarkovia Blum"]
    assert before in files_of(closed).values(), "what was damaged is kept all the same"


def test_a_vault_for_training_comes_back_as_one(tmp_path: Path) -> None:
    vault = create_vault(tmp_path / "vault", PASSPHRASE, WORKER, purpose="training")
    vault.back_up()
    vault.close()
    lose_database(tmp_path / "vault")
    assert restore(tmp_path / "vault", PASSPHRASE).purpose == "training"
    unlock_vault(tmp_path / "vault", PASSPHRASE, "training").close()

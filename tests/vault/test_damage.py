"""Damaged files are refused, told plainly, and left as they were found (by raw key; slots are tested elsewhere)."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from bcst_tui.errors import BcstError, VaultDamaged
from bcst_tui.vault.backup import kept_backups
from bcst_tui.vault.cipher import connect
from bcst_tui.vault.folder import PAGE_BYTES, VaultFolder
from bcst_tui.vault.opening import new_vault, open_vault
from bcst_tui.vault.purpose import AnotherFile
from bcst_tui.vault.soundness import check_sound
from tests.effort import tries
from tests.vault.invented import KEY, NOON, WORKER, begun, flipped, said

FLIPS = tries(60, 200)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault of some fifty pages."""
    folder = tmp_path_factory.mktemp("full") / "vault"
    vault = new_vault(folder, KEY, WORKER)
    with vault.session() as records:
        for number in range(20):
            sitting = begun(records, f"Person {number}")
            records.sittings.append_moves(sitting.id, [said("word " * 60)] * 10, NOON)
    vault.close()
    return folder


@pytest.fixture
def spoiled(full: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(full, tmp_path / "vault"))


def test_a_whole_vault_is_found_whole(spoiled: Path) -> None:
    check_sound(spoiled / "vault.db", KEY)
    assert (spoiled / "vault.db").stat().st_size > 40 * PAGE_BYTES


def test_every_flipped_bit_is_found_and_the_file_left_alone(spoiled: Path) -> None:
    database = spoiled / "vault.db"
    dice = random.Random(20270301)
    sound = database.read_bytes()
    for _ in range(FLIPS):
        restore = flipped(database, dice.randrange(len(sound) * 8))
        damaged = database.read_bytes()
        with pytest.raises(VaultDamaged, match="damaged"):
            check_sound(database, KEY)
        assert database.read_bytes() == damaged
        assert [path.name for path in spoiled.glob("vault.db*")] == ["vault.db"]
        restore()
    assert database.read_bytes() == sound


@pytest.mark.parametrize("kept", [0.99, 0.5, 0.1])
def test_a_cut_file_is_found(spoiled: Path, kept: float) -> None:
    database = spoiled / "vault.db"
    whole = database.read_bytes()
    cut = whole[: int(len(whole) * kept) // PAGE_BYTES * PAGE_BYTES]
    database.write_bytes(cut)
    with pytest.raises(VaultDamaged):
        open_vault(spoiled, KEY)
    assert database.read_bytes() == cut


def test_a_file_cut_within_a_page_is_found(spoiled: Path) -> None:
    database = spoiled / "vault.db"
    cut = database.read_bytes()[:-1000]
    database.write_bytes(cut)
    with pytest.raises(VaultDamaged):
        open_vault(spoiled, KEY)
    assert database.read_bytes() == cut


def test_swapped_pages_are_found(spoiled: Path) -> None:
    database = spoiled / "vault.db"
    pages = database.read_bytes()
    third, fourth = (pages[at * PAGE_BYTES : (at + 1) * PAGE_BYTES] for at in (3, 4))
    database.write_bytes(pages[: 3 * PAGE_BYTES] + fourth + third + pages[5 * PAGE_BYTES :])
    with pytest.raises(VaultDamaged):
        open_vault(spoiled, KEY)


def test_a_refused_vault_is_left_unlocked(spoiled: Path) -> None:
    database = spoiled / "vault.db"
    restore = flipped(database, 8 * 5 * PAGE_BYTES)
    with pytest.raises(VaultDamaged):
        open_vault(spoiled, KEY)
    restore()
    open_vault(spoiled, KEY).close()


def test_the_latest_backup_takes_a_damaged_files_place(spoiled: Path) -> None:
    database = spoiled / "vault.db"
    database.write_bytes(b"")
    shutil.copy(kept_backups(VaultFolder(spoiled))[-1], database)
    vault = open_vault(spoiled, KEY)
    with vault.session() as records:
        assert len(records.people.all()) == 20
    vault.close()


def test_another_programs_encrypted_file_is_not_ours(tmp_path: Path) -> None:
    database = tmp_path / "vault.db"
    with closing(connect(database, KEY, create=True)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(AnotherFile):
        open_vault(tmp_path, KEY)


def test_every_refusal_says_what_to_do(spoiled: Path) -> None:
    flipped(spoiled / "vault.db", 8 * 9 * PAGE_BYTES)
    with pytest.raises(BcstError) as refused:
        open_vault(spoiled, KEY)
    assert "backups" in refused.value.remedy and "Nothing has been changed" in refused.value.remedy

"""Kills, full disks: what was acknowledged is there, and what was not is said not to be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bcst_tui.errors import NotSaved
from bcst_tui.vault import spare_room
from bcst_tui.vault.backup import kept_backups
from bcst_tui.vault.opening import open_vault
from bcst_tui.vault.vault import Vault
from tests.vault.invented import KEY, NOON, begun, said
from tests.vault.killing import Toll, killed_again_and_again

ROOT = Path(__file__).parents[2]
KILLS = 10


def test_ten_kills_lose_and_tear_nothing(folder: Path) -> None:
    toll = killed_again_and_again(folder, KILLS)
    assert toll == Toll(acknowledged=toll.acknowledged, lost=0, torn=0, kills=KILLS)
    assert toll.acknowledged >= 2 * KILLS


def limit_pages(vault: Vault, pages: int) -> None:
    pooled = vault._engine.raw_connection()
    pooled.cursor().execute(f"PRAGMA max_page_count = {pages}")
    pooled.close()


def test_a_full_disk_is_told_loses_nothing_and_passes(vault: Vault, folder: Path) -> None:
    with vault.session() as records:
        sitting = begun(records)
        records.sittings.append_move(sitting.id, said("kept"), NOON)
    limit_pages(vault, 1)
    with pytest.raises(NotSaved, match="NOT saved") as told, vault.session() as records:
        records.sittings.append_move(sitting.id, said("Zarkovia " * 40_000), NOON)
    assert "Zarkovia" not in str(told.value) and told.value.__suppress_context__
    with vault.session() as records:
        assert records.sittings.get(sitting.id).moves == 1, "what was saved can still be read"
    limit_pages(vault, 1_000_000)
    with vault.session() as records:
        assert records.sittings.append_move(sitting.id, said("again"), NOON) == 2


def test_room_that_was_kept_is_let_go_when_the_disk_is_full_and_the_next_try_is_saved(
    vault: Vault, folder: Path
) -> None:
    spare_room.keep(vault.folder)
    limit_pages(vault, 1)
    with pytest.raises(NotSaved, match="NOT saved.*let it go: do the same again"), vault.session() as records:
        begun(records, "Zarkovia " * 40_000)
    assert not vault.folder.spare.exists()
    with pytest.raises(NotSaved, match="NOT saved.*Make some room"), vault.session() as records:
        begun(records, "Zarkovia " * 40_000)
    limit_pages(vault, 1_000_000)
    with vault.session() as records:
        begun(records, "Zarkovia " * 40_000)


def test_a_disk_that_is_full_at_the_end_takes_the_backup_in_the_room_that_was_kept(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_while_room_is_kept(_: Path) -> None:
        if vault.folder.spare.exists():
            raise OSError(28, "No space left on device")

    spare_room.keep(vault.folder)
    with vault.session() as records:
        begun(records)
    with monkeypatch.context() as patch:
        patch.setattr("bcst_tui.vault.backup.sync_file", full_while_room_is_kept)
        vault.close()
    assert len(kept_backups(vault.folder)) == 1 and not vault.folder.spare.exists()


FILLS_THE_DISK = """
import resource, sys
from pathlib import Path
from bcst_tui.errors import NotSaved
from bcst_tui.vault.opening import open_vault
from tests.vault.invented import KEY, NOON, begun, said

folder = Path(sys.argv[1])
vault = open_vault(folder, KEY)
with vault.session() as records:
    sitting = begun(records)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
saved = 0
try:
    while True:
        with vault.session() as records:
            last = records.sittings.append_move(sitting.id, said("word " * 200), NOON)
        saved = last
except NotSaved:
    with vault.session() as records:
        assert records.sittings.get(sitting.id).moves == saved
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
with vault.session() as records:
    assert records.sittings.append_move(sitting.id, said("again"), NOON) == saved + 1
vault.close()
print(saved + 1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_disk_that_fills_up_while_saving_costs_no_saved_answer(vault: Vault, folder: Path) -> None:
    vault.close()
    done = subprocess.run(
        [sys.executable, "-c", FILLS_THE_DISK, str(folder)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    saved = int(done.stdout)
    assert saved > 10
    again = open_vault(folder, KEY)
    with again.session() as records:
        assert records.sittings.unfinished()[0].moves == saved
    again.close()


def test_a_backup_that_finds_no_room_is_told_and_the_vault_is_closed_all_the_same(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with vault.session() as records:
        begun(records)
    with monkeypatch.context() as patch:
        patch.setattr("bcst_tui.vault.backup.sync_file", full)
        with pytest.raises(NotSaved, match="No space left"):
            vault.close()
    assert list((folder / "backups").iterdir()) == [], "a copy that can't be finished takes no room"
    again = open_vault(folder, KEY)
    with again.session() as records:
        assert len(records.people.all()) == 1
    again.close()

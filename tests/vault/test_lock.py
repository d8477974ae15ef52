"""One bcst at a time, and nobody near the open file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bcst_tui.errors import VaultInUse
from bcst_tui.vault.live_files import LiveFileTouched
from bcst_tui.vault.opening import new_vault, open_vault
from bcst_tui.vault.vault import Vault, VaultClosed
from tests.vault.invented import KEY, NOON, WORKER, begun, said


def test_a_second_bcst_is_refused_at_once_in_one_sentence(vault: Vault, folder: Path) -> None:
    code = (
        "import pathlib, bcst_tui.vault.opening as o\n"
        "from bcst_tui.errors import VaultInUse\n"
        f"try: o.open_vault(pathlib.Path({str(folder)!r}), {KEY!r})\n"
        "except VaultInUse as refused: print(refused.message)\n"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told == f"The vault in {folder} is already open in another bcst.\n"


def test_a_second_opening_in_the_same_process_is_refused_too(vault: Vault, folder: Path) -> None:
    with pytest.raises(VaultInUse):
        open_vault(folder, KEY)
    with vault.session() as records:
        assert records.commits() == 1, "the first is none the worse"


def test_a_closed_vault_can_be_opened_again(vault: Vault, folder: Path) -> None:
    vault.close()
    vault.close()
    open_vault(folder, KEY).close()


@pytest.mark.parametrize(
    "touch",
    [
        lambda path: open(path, "rb"),
        lambda path: path.read_bytes(),
        lambda path: os.open(path, os.O_RDONLY),
        lambda path: shutil.copy(path, path.with_suffix(".copy")),
        lambda path: os.replace(path, path.with_suffix(".moved")),
        lambda path: path.unlink(),
        lambda path: (path.parent / ".." / path.parent.name / path.name).read_bytes(),
    ],
)
def test_the_open_file_can_be_touched_by_nobody_else(
    vault: Vault, folder: Path, touch: Callable[[Path], object]
) -> None:
    with pytest.raises(LiveFileTouched):
        touch(folder / "vault.db")


def test_the_file_is_a_file_again_once_closed(vault: Vault, folder: Path) -> None:
    vault.close()
    assert (folder / "vault.db").read_bytes()


def test_closing_leaves_one_file(vault: Vault, folder: Path) -> None:
    vault.close()
    assert [path.name for path in folder.glob("vault.db*")] == ["vault.db"]


def test_after_closing_no_session_opens_the_file_again(vault: Vault, folder: Path) -> None:
    vault.close()
    with pytest.raises(VaultClosed), vault.session():
        pass
    assert [path.name for path in folder.glob("vault.db*")] == ["vault.db"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux lists a process's open files")
def test_closing_leaves_no_open_file(vault: Vault, folder: Path) -> None:
    def open_here() -> list[str]:
        links = [Path("/proc/self/fd") / name for name in os.listdir("/proc/self/fd")]
        named = [os.readlink(link) for link in links if os.path.islink(link)]
        return [name for name in named if name.startswith(str(folder))]

    with vault.session() as records:
        begun(records)
    assert open_here()
    vault.close()
    assert open_here() == []


def test_a_vault_unlocked_in_one_thread_serves_another(folder: Path) -> None:
    with ThreadPoolExecutor(1) as elsewhere:
        vault = elsewhere.submit(new_vault, folder, KEY, WORKER).result()
    with vault.session() as records:
        begun(records)
    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(vault.close).result()
    open_vault(folder, KEY).close()


def test_savers_in_many_threads_all_get_their_turn(vault: Vault) -> None:
    with vault.session() as records:
        sitting = begun(records)

    def save(_: int) -> None:
        with vault.session() as records:
            records.sittings.append_move(sitting.id, said("x"), NOON)

    with ThreadPoolExecutor(4) as savers:
        list(savers.map(save, range(40)))
    with vault.session() as records:
        assert records.sittings.get(sitting.id).moves == 40

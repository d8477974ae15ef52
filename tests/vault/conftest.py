from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bcst_tui.vault.opening import create_vault
from bcst_tui.vault.vault import Vault
from tests.vault.invented import KEY, NOON, PASSPHRASE, WORKER, begun, said
from tests.vault.ready import let_go, ready_vault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    """A fresh vault with a raw key."""
    opened = ready_vault(folder, KEY, WORKER)
    yield opened
    let_go(opened)


@pytest.fixture(scope="module")
def made(passphrases_tried_at_once: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with one sitting in it and in its backup."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    vault = create_vault(folder, PASSPHRASE, WORKER)
    with vault.session() as records:
        sitting = begun(records)
        records.sittings.append_move(sitting.id, said("a hostel"), NOON)
    vault.close()
    return folder


@pytest.fixture
def closed(made: Path, tmp_path: Path) -> Path:
    """A copy of its own for a test to spoil."""
    return Path(shutil.copytree(made, tmp_path / "vault"))

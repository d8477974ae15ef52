from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bcst_tui.vault.vault import Vault
from tests.vault.invented import KEY, WORKER
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

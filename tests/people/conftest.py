"""Each person is played once a session, and many things are read off that."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

import pytest

from bcst_tui.casebook import playing as as_played
from bcst_tui.vault.values import Profile
from bcst_tui.vault.vault import Vault
from tests.people.replaying import Decided, Replayed, decided, replayed, written
from tests.vault.ready import let_go, ready_vault

Playing = Callable[[str], Replayed]
Deciding = Callable[[str], Decided]
Made = TypeVar("Made")


def shared(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], Made]) -> Made:
    """What one process of this run has made; the others read it from the folder they share."""
    own = folders.getbasetemp()
    kept = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / f"{name}.pickle"
    if kept.exists():
        made: Made = pickle.loads(kept.read_bytes())
        return made
    made = make(folder := folders.mktemp(name))
    (folder / kept.name).write_bytes(pickle.dumps(made))
    (folder / kept.name).replace(kept)
    return made


@pytest.fixture(scope="session", autouse=True)
def vaults_stand_ready() -> Iterator[None]:
    """Nobody is played into a vault made for them alone, or backed up at the end; tests of the commands do both."""

    def ready(folder: Path, _: bytes, profile: Profile) -> Vault:
        return ready_vault(folder, bytes(as_played.KEY_BYTES), profile)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(as_played, "new_vault", ready)
        patch.setattr(as_played.PlayedCasebook, "close", lambda casebook: let_go(casebook._vault))
        yield


@pytest.fixture(scope="session")
def playing(tmp_path_factory: pytest.TempPathFactory) -> Playing:
    """What `bcst replay` gives of a person."""
    return cache(lambda person: shared(tmp_path_factory, f"replayed-{person}", partial(replayed, written(person))))


@pytest.fixture(scope="session")
def deciding(tmp_path_factory: pytest.TempPathFactory) -> Deciding:
    """How the plan of a person stands once the worker has decided."""
    return cache(lambda person: shared(tmp_path_factory, f"decided-{person}", partial(decided, person)))

"""Each person is played once a session, and many things are read off that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from bcst_tui.casebook import playing as as_played
from bcst_tui.vault.values import Profile
from bcst_tui.vault.vault import Vault
from tests.people.replaying import Decided, Replayed, decided, replayed, written
from tests.vault.ready import let_go, ready_vault

Playing = Callable[[str], Replayed]
Deciding = Callable[[str], Decided]


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
    return cache(lambda person: replayed(written(person), tmp_path_factory.mktemp(person)))


@pytest.fixture(scope="session")
def deciding(tmp_path_factory: pytest.TempPathFactory) -> Deciding:
    """How the plan of a person stands once the worker has decided."""
    return cache(lambda person: decided(person, tmp_path_factory.mktemp(person)))

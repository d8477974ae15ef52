"""Each person is played once a session, and many things are read off that."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from tests.people.replaying import Decided, Replayed, decided, replayed, written

Playing = Callable[[str], Replayed]
Deciding = Callable[[str], Decided]


@pytest.fixture(scope="session")
def playing(tmp_path_factory: pytest.TempPathFactory) -> Playing:
    """What `bcst replay` gives of a person."""
    return cache(lambda person: replayed(written(person), tmp_path_factory.mktemp(person)))


@pytest.fixture(scope="session")
def deciding(tmp_path_factory: pytest.TempPathFactory) -> Deciding:
    """How the plan of a person stands once the worker has decided."""
    return cache(lambda person: decided(person, tmp_path_factory.mktemp(person)))

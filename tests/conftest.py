"""What holds for every test: no real user's folders, nothing timed, nothing written but in pytest's own folder."""

from __future__ import annotations

import gc
import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from hypothesis import settings

collect_ignore = [] if os.environ.get("BCST_TORTURE") else ["torture"]

settings.register_profile("bcst", deadline=None, database=None)
settings.load_profile("bcst")

HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
CHOICES = ("BCST_VAULT", "BCST_CONFIG", "NO_COLOR")


SLOW = ("test_wheel.py", "test_damage.py", "test_safety.py", "test_parity.py", "test_hostile_scripts.py")
"""Files whose single tests, or what they build first, take seconds: begun last, they would leave one process alone."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest."""
    items.sort(key=lambda item: item.path.name not in SLOW)


def pytest_configure() -> None:
    """Reading the tests makes hardly any rubbish to look for."""
    gc.set_threshold(1_000_000)


def pytest_collection_finish() -> None:
    """What was imported stays to the end: looking through it for rubbish again and again took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


@pytest.fixture(scope="session", autouse=True)
def an_empty_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whoever runs the tests, they find no settings and no vault."""
    home = str(tmp_path_factory.mktemp("home"))
    with pytest.MonkeyPatch.context() as environment:
        for name in HOMES:
            environment.setenv(name, home)
        for name in CHOICES:
            environment.delenv(name, raising=False)
        yield


OUTSIDE = ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")


@pytest.fixture(scope="session", autouse=True)
def no_network() -> None:
    """bcst reaches out to nobody: where a test would, it fails. A process of a test's own is not heard here."""

    def heard(event: str, given: tuple[Any, ...]) -> None:
        is_within = event == "socket.connect" and isinstance(given[-1], str | bytes)  # another process of these tests
        if event in OUTSIDE and not is_within and "127.0.0.1" not in str(given):
            raise AssertionError(f"{event} was asked for, and bcst works offline")

    sys.addaudithook(heard)


@pytest.fixture(scope="session", autouse=True)
def memory_not_locked() -> Iterator[None]:
    """Vaults of this process leave their memory to the system: locking and wiping each piece of it took a third of the
    time. Processes that tests start lock it, as bcst does; `tests/vault/test_connection.py` looks in one of them.
    """
    from bcst_tui.vault import cipher

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cipher, "GUARDS", tuple(one for one in cipher.GUARDS if one[0] != "cipher_memory_security"))
        yield


@pytest.fixture(scope="session", autouse=True)
def little_spare_room() -> Iterator[None]:
    """Hundreds of vaults need no eight megabytes each."""
    from bcst_tui.vault import spare_room

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spare_room, "BYTES", 64 * 1024)
        yield


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """SQLAlchemy compiles each statement once for every engine; with one dialect for all vaults, once in all."""
    from bcst_tui.vault import engine, opening

    made: list[sqlalchemy.Engine] = []

    def sharing(database: Path, data_key: bytes) -> sqlalchemy.Engine:
        one = engine.engine_for(database, data_key)
        if made:
            one.dialect = one.pool._dialect = made[0].dialect
            one._compiled_cache = made[0]._compiled_cache
        else:
            with one.connect():
                made.append(one)
        return one

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "engine_for", sharing)
        yield


@pytest.fixture(scope="module")
def passphrases_soon_tried() -> Iterator[None]:
    """Vaults made meanwhile have the cost a slow machine would choose, the floor; a guess is worked out once."""
    from bcst_tui.vault import keys, opening

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "calibrated", lambda _: keys.FLOOR)
        patch.setattr(keys, "wrapping_key", cache(keys.wrapping_key))
        yield


@pytest.fixture(scope="module")
def passphrases_tried_at_once() -> Iterator[None]:
    """Vaults made meanwhile are for this process alone: a guess costs nothing in them, whatever their key file says."""
    with pytest.MonkeyPatch.context() as patch:
        try_at_once(patch)
        yield


def try_at_once(patch: pytest.MonkeyPatch) -> None:
    """One digest in the place of Argon2id."""
    from bcst_tui.vault import keys, opening

    def digest(passphrase: str, salt: bytes, cost: keys.Cost) -> bytes:
        return hashlib.sha256(repr((passphrase, salt, cost)).encode()).digest()

    patch.setattr(opening, "calibrated", lambda _: keys.FLOOR)
    patch.setattr(keys, "wrapping_key", digest)

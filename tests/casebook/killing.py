"""Killing a casebook at one point after another of what it does: all of a deed is on the disk, or nothing of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.interview.answer import Rejection
from tests.casebook.conftest import KEY, PROFILE, around
from tests.casebook.killed_casebook import DEEDS, HOMES, count, do_until, opened, prepare
from tests.casebook.listed import as_listed, worked_out
from tests.vault.killing import PROCESSES
from tests.vault.ready import let_go, ready_vault

State = dict[str, list[tuple[Any, ...]]]


@dataclass
class Wreck:
    """What the kills of one deed left behind; all but the count should stay empty."""

    kills: int = 0
    acknowledged: int = 0
    halves: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    wrong_lists: list[int] = field(default_factory=list)


def killed_at_points(folder: Path, name: str, kills: int) -> Wreck:
    """Kill it this many times while it does this deed, from the first statement to after the last commit."""
    ready = folder / "ready" / "vault"
    casebook = Casebook(ready_vault(ready, KEY, PROFILE), around(HOMES))
    prepare(casebook, DEEDS[name])
    casebook.close()
    before, after, points = _done_whole(folder / "whole", ready, name)
    assert before != after, "it would not be seen whether it was done"
    wreck = Wreck()
    for kill in range(kills):
        point = 1 + round(kill * points / max(1, kills - 1))
        _kill_once(_copied(ready, folder / str(kill)), name, point, (before, after), wreck)
    return wreck


def _done_whole(folder: Path, ready: Path, name: str) -> tuple[State, State, int]:
    """What there is before and after, when nobody kills it, and how many points there are to kill it at."""
    points = 0

    def reached(number: int) -> None:
        nonlocal points
        points = number

    with _left(_copied(ready, folder)) as casebook:
        before = state(casebook)
        count(casebook, reached)
        done = DEEDS[name].done(casebook)
        assert not isinstance(done, Rejection), done
        last = points
        return before, state(casebook), last


def _kill_once(vault: Path, name: str, point: int, states: tuple[State, State], wreck: Wreck) -> None:
    told, tell = PROCESSES.Pipe(duplex=False)
    doer = PROCESSES.Process(target=do_until, args=(vault, name, point, tell))
    doer.start()
    tell.close()
    try:
        acknowledged = told.recv() == name
    except EOFError:
        acknowledged = False
    doer.join()
    wreck.kills += 1
    wreck.acknowledged += acknowledged
    with _left(vault) as casebook:
        there = state(casebook)
        if there not in states:
            wreck.halves.append(point)
        elif acknowledged and there != states[1]:
            wreck.lost.append(point)
        if as_listed(casebook) != worked_out(casebook):
            wreck.wrong_lists.append(point)


SEALED = ("private_part", "private_diary")


def state(casebook: Casebook) -> State:
    """Every row there is, but for the count of commits; of what is sealed afresh each time, what it holds."""
    with casebook._vault.session() as records:
        read = records._session.connection().exec_driver_sql
        plain: State = {
            name: sorted(map(tuple, read(f'SELECT * FROM "{name}"').all()), key=repr)
            for name in SQLModel.metadata.tables
            if name not in ("vault_state", *SEALED)
        }
        parts = [(person.id, records.private.of(person.id)) for person in records.people.all()]
        return plain | dict(zip(SEALED, (parts, sorted(records.private.days())), strict=True))


@contextmanager
def _left(vault: Path) -> Iterator[Casebook]:
    casebook = opened(vault)
    yield casebook
    let_go(casebook._vault)


def _copied(ready: Path, folder: Path) -> Path:
    shutil.copytree(ready.parent, folder)
    return folder / ready.name

"""Killed in the middle of the private part: at most the current answer is lost, and nothing is asked again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.private import PrivateView
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.ledger import ITEMS
from bcst_tui.disclosure.sealing import Sealed
from bcst_tui.disclosure.table import TABLE
from tests.casebook.conftest import KEY, PROFILE, add_case, around
from tests.casebook.killed_casebook import count
from tests.casebook.killed_private import PASSED_ON, SAID, Event, opened, play_until, ways
from tests.effort import TORTURE
from tests.vault.killing import PROCESSES
from tests.vault.ready import let_go, ready_vault

WAYS = ways()
A_FEW: tuple[Event, ...] = (
    ("ASK", "applies"),
    ("RECORD", "agree"),
)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with one person, of whom one item was passed on, in a sitting under way."""
    folder = tmp_path_factory.mktemp("ready") / "vault"
    casebook = Casebook(ready_vault(folder, KEY, PROFILE), around())
    case_id = add_case(casebook).case_id
    casebook.begin(case_id)
    with casebook._vault.session() as records:
        records.private.keep(case_id, Sealed(PASSED_ON))
    casebook.close()
    return folder


def test_every_event_of_every_screen_is_reached() -> None:
    decided_alone = {("LEDGER", event) for event in TABLE["LEDGER"].events} | {
        ("ITEM", event) for event in TABLE["ITEM"].events
    }
    assert {(state, event) for state, row in TABLE.items() for event in row.events} - set(WAYS) == decided_alone


@pytest.mark.parametrize("event", list(WAYS) if TORTURE else A_FEW, ids="-".join)
def test_killed_at_a_step_it_is_as_before_it_or_after_it(tmp_path: Path, ready: Path, event: Event) -> None:
    """P22: killed at its commit and after it; an open question is `unsaid` and is asked no more."""
    before, after, points = _played(tmp_path / "whole", ready, event)
    for point in sorted({1, points - 1, points} if TORTURE else {points - 1, points}):
        vault = _copied(ready, tmp_path / str(point))
        was_done = _killed(vault, event, point)
        with _left(vault) as (casebook, sitting):
            there = casebook.private_view(sitting)
            assert there == after or (there == before and not was_done)
            _nothing_is_asked_again(casebook, sitting, there)


def _played(folder: Path, ready: Path, event: Event) -> tuple[PrivateView, PrivateView, int]:
    """How it stands before and after, and at how many points it can be killed."""
    points = [0]
    with _left(_copied(ready, folder)) as (casebook, sitting):
        for earlier in WAYS[event]:
            casebook.private_step(sitting, earlier, SAID)
        before = casebook.private_view(sitting)
        count(casebook, lambda reached: points.append(reached))
        casebook.private_step(sitting, event[1], SAID)
        last = points[-1]
        return before, casebook.private_view(sitting), last


def _nothing_is_asked_again(casebook: Casebook, sitting: Sitting, there: PrivateView) -> None:
    view = casebook.private_resume(sitting)
    assert view.run.state in ("SECTION", "END", "PRIVACY") and view.record == there.record
    assert view.run.screen.draft is None or view.run.state == "PRIVACY"
    for item in ITEMS:
        if there.run.state == "ASK" and there.run.screen.items == (item,):
            assert view.record.ledger(item).status == "unsaid"
        assert view.record.ledger(item).asks <= 1
    asked = {item for item in ITEMS if view.record.ledger(item).asks}
    if view.run.state != "PRIVACY":
        for earlier in ("q", "start", "ok", "understood"):
            view = casebook.private_step(sitting, earlier) if earlier in view.events or earlier == "q" else view
        assert view.run.state != "OFFER" or not asked & set(view.run.screen.items)


def _killed(vault: Path, event: Event, point: int) -> bool:
    """Whether it had said that it was done."""
    told, tell = PROCESSES.Pipe(duplex=False)
    player = PROCESSES.Process(target=play_until, args=(vault, WAYS[event], event[1], point, tell))
    player.start()
    tell.close()
    said: list[str] = []
    try:
        while True:
            said.append(told.recv())
    except EOFError:
        player.join()
    assert said[:1] == ["began"]
    return "done" in said


@contextmanager
def _left(vault: Path) -> Iterator[tuple[Casebook, Sitting]]:
    casebook = opened(vault)
    (case,) = casebook.cases()
    sitting = casebook.open_sitting(case.case_id)
    assert sitting is not None
    yield casebook, sitting
    let_go(casebook._vault)


def _copied(ready: Path, folder: Path) -> Path:
    shutil.copytree(ready.parent, folder)
    return folder / ready.name

"""What is killed in the private part: one event after another, each at a point of its own."""

from __future__ import annotations

import os
from collections import deque
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.disclosure.ledger import Ledger, Sitting
from bcst_tui.disclosure.record import NOTHING_KEPT, Draft, Record
from bcst_tui.disclosure.run import Moment, Run, events, step
from bcst_tui.disclosure.table import State
from bcst_tui.disclosure.writing import Said
from bcst_tui.vault.opening import open_vault
from tests.casebook.conftest import KEY, SATURDAY, around
from tests.casebook.killed_casebook import KILL, count

SAID = Said(draft=Draft(when="past", who=("ex",), wants=("safety_plan",)))
PASSED_ON = NOTHING_KEPT.with_ledger(Ledger("q2", "carried", source="self_elsewhere_agreed"))
"""Where everybody begins: of one item nothing is known, the other was passed on and is to be confirmed."""
Event = tuple[State, str]


def ways() -> dict[Event, tuple[str, ...]]:
    """For every event of every state that is reached, the shortest way there from an ordinary question."""
    found: dict[Event, tuple[str, ...]] = {}
    seen = set[object]()
    waiting: deque[tuple[Run, Record, tuple[str, ...]]] = deque([(Run(), PASSED_ON, ())])
    while waiting:
        run, record, way = waiting.popleft()
        for event in events(run):
            found.setdefault((run.state, event), way)
            after, kept = step(run, record, event, Moment(Sitting(1), SATURDAY, SAID))
            place = (after.state, after.screen.items, after.held and after.held.state, len(after.origins), after.base)
            if place not in seen and after.state != "END" and len(after.origins) < 2:
                seen.add(place)
                waiting.append((after, kept, (*way, event)))
    return found


def opened(folder: Path) -> Casebook:
    return Casebook(open_vault(folder, KEY), replace(around(), trained_to_ask=True))


def play_until(folder: Path, way: tuple[str, ...], event: str, point: int, tell: Connection) -> None:
    """Go this way, then do this event and say so, unless death comes first."""
    casebook = opened(folder)
    (case,) = casebook.cases()
    sitting = casebook.open_sitting(case.case_id)
    assert sitting is not None
    for before in way:
        casebook.private_step(sitting, before, SAID)
    tell.send("began")

    def die_there(reached: int) -> None:
        if reached == point:
            os.kill(os.getpid(), KILL)

    count(casebook, die_there)
    casebook.private_step(sitting, event, SAID)
    tell.send("done")
    os.kill(os.getpid(), KILL)

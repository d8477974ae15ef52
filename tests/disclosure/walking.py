"""Random walks through the private part, over many sittings, for the properties that must hold on every one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from bcst_tui.disclosure.ledger import Ledger, Sitting, Stage, is_due
from bcst_tui.disclosure.record import NOTHING_KEPT, Draft, Record
from bcst_tui.disclosure.run import Moment, Run, events, lost, step
from bcst_tui.disclosure.table import TABLE
from bcst_tui.disclosure.writing import Said

DAY = date(2026, 11, 23)
DRAFT = Draft(when="past", who=("ex",), children_around="no", wants=("housing", "safety_plan"))


def is_settled(ledger: Ledger, sitting: Sitting) -> bool:
    """Settled is all but `none`, a `carried` that is due, and a `later` that is due."""
    return ledger.status != "none" and not is_due(ledger, sitting)


@dataclass(frozen=True)
class Trace:
    """One event of a walk: before, the event, after. `lost` marks a power cut."""

    sitting: Sitting
    before: Run
    event: str
    after: Run
    was: Record
    record: Record


def walked(seed: int) -> list[Trace]:
    """The walk of this seed, over one to four meetings, some to go on with one interview.

    Most steps are answers, some are keys that work anywhere.
    """
    chance = Random(seed)
    record, traces = NOTHING_KEPT, []
    if chance.random() < 0.3:
        record = record.with_ledger(Ledger("q1", "carried", source="self_elsewhere_agreed"))
    number: int = 1
    for meeting in range(chance.randint(1, 4)):
        number += meeting and chance.random() < 0.7
        stage: Stage = chance.choice(("SCREEN", "REVIEW"))
        sitting = Sitting(number, stage, chance.random() < 0.85, DAY + timedelta(days=meeting))
        run, record = Run(), replace(record, q="not_opened")
        for _ in range(chance.randint(1, 60)):
            before, was = run, record
            event = _chosen(chance, run)
            if event == "lost":
                run, record = lost(run, record)
            elif event == "again":
                run = Run()
            else:
                run, record = step(run, record, event, Moment(sitting, sitting.day or DAY, Said(draft=DRAFT)))
            traces.append(Trace(sitting, before, event, run, was, record))
    return traces


def _chosen(chance: Random, run: Run) -> str:
    if run.state == "END":
        return "again"
    own = [one for one in TABLE[run.state].events if one in events(run)]
    return chance.choice([*events(run), "lost"]) if chance.random() < 0.15 else chance.choice(own)


WALKS = st.integers(0, 2**32).map(walked)

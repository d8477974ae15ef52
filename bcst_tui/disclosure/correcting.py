"""The "wrong key" line of LEAFLET: the code just written becomes another answer of the same screen.

Nothing is asked again and no counter moves; never to `disclosed`: what was told is told with F6.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bcst_tui.disclosure.ledger import Ledger
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.run import Moment, Run
from bcst_tui.disclosure.table import State
from bcst_tui.disclosure.writing import Writing

CORRECTIONS: Mapping[State, Mapping[str, str]] = {
    "OFFER": {"not_now": "status=later(i_will_say)", "never": "status=closed", "already_told": "status=told_elsewhere"},
    "WHEN": {
        "next_time": "status=later(next_time)",
        "before_release": "status=later(before_release)",
        "i_will_say": "status=later(i_will_say)",
    },
    "TOLD": {
        "leave_it": "status=told_elsewhere",
        "they_contact": "status=told_elsewhere",
        "bring_in": "status=carried",
    },
    "ASK": {"no": "status=no", "rather_not": "status=unsaid"},
    "CONFIRM": {"right": "status=confirmed", "not_ok": "status=disputed", "leave_it": "status=carried"},
}
"""For each asking screen, the answers a wrong key may be put right to, and what that writes."""


def corrections(run: Run) -> tuple[str, ...]:
    """The answers that may be put in place of the one just given; none if nothing was just answered."""
    if run.state != "LEAFLET" or run.answered is None or run.answered[2] != run.screen.items:
        return ()
    state, given, _ = run.answered
    return tuple(one for one in CORRECTIONS.get(state, {}) if one != given)


def correct(run: Run, record: Record, answer: str, moment: Moment) -> tuple[Run, Record]:
    """The other answer written in place of the one just given; the screen stays. Raises ValueError if it can't be."""
    if answer not in corrections(run) or run.answered is None:
        raise ValueError(f"{run.state} cannot be corrected to {answer}")
    state, _, items = run.answered
    counted = {item: record.ledger(item) for item in items}
    writing = Writing(record, items, moment.sitting, moment.today, moment.said, None, from_list=True)
    corrected = writing.all((CORRECTIONS[state][answer],)).record
    for item in items:
        corrected = corrected.with_ledger(_with_access(counted[item], corrected.ledger(item)))
        if corrected.ledger(item).status not in ("confirmed", "carried"):
            corrected = corrected.without_line(item)
    noted = corrected.noting(record, f"LEAFLET.{answer}", moment.sitting, moment.today)
    return replace(run, answered=(state, answer, items)), noted


def _with_access(before: Ledger, after: Ledger) -> Ledger:
    """Access follows the answer: cut where it is now disputed, given back where it no longer is."""
    if after.status == "disputed":
        return replace(after, may_see=())
    return replace(after, may_see=Ledger(after.item).may_see) if before.status == "disputed" else after

"""The plan handed over to the officer outside: as logged, and as said in an interview (L08, R35)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bcst_tui.export.told import day_of
from bcst_tui.interview.answer import Given
from bcst_tui.interview.state import Interview
from bcst_tui.plan.officer import HANDED_OVER
from bcst_tui.vault import values as kept
from bcst_tui.vault.record_values import HandOffLogged
from bcst_tui.vault.records import Records

ASKED, ON_DAY = "l08_handed_over", "l08b_handed_on"
IS_HANDED_OVER = "handed_over"


def passed_on(
    records: Records, case_id: int, read: Callable[[Records, kept.Sitting], Interview]
) -> tuple[HandOffLogged, ...]:
    """All that was passed on, the earliest first; what an interview says once more than the log is told once."""
    logged = tuple(records.hand_offs.of(case_id))
    days = {one.on for one in logged if one.what == HANDED_OVER}
    said = (one for one in _said(records, case_id, read) if one.on not in days)
    return tuple(sorted((*logged, *said), key=lambda one: (one.on, one.at_time)))


def _said(
    records: Records, case_id: int, read: Callable[[Records, kept.Sitting], Interview]
) -> Iterator[HandOffLogged]:
    held = {one.id: one for one in records.sittings.of(case_id)}
    for number in sorted(records.due.with_answer_to(ASKED, list(held))):
        interview = read(records, held[number])
        answer = interview.answer_to(ASKED)
        if isinstance(answer, Given) and answer.value.codes == (IS_HANDED_OVER,):
            on = day_of(interview, ON_DAY) or interview.today
            yield HandOffLogged(HANDED_OVER, "responsible_officer", on, "", interview.facts.get("worker_name", ""))

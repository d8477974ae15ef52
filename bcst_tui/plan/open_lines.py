"""What a case has open, whatever the day: each thing once, and what one day asks of one plan as one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.due_dates import Clocks
from bcst_tui.plan.owed import SITTINGS, CaseOwes, Owed, SittingOwes, Thing
from bcst_tui.script.model import SittingKind

Sort = Literal[
    "action",
    "follow_up",
    "part_one",
    "part_two",
    "window",
    "review",
    "check",
    "consent",
    "clock",
    "meeting",
    "attempt",
    "unfinished",
    "not_begun",
]
LATE: tuple[Sort, ...] = ("action", "follow_up", "part_two", "review", "check", "meeting", "attempt")
"""What something ends, so that it can be late; the others are over once their day is."""
MEETINGS: tuple[Sort, ...] = ("follow_up", "review", "meeting", "attempt")
PART_TWO = ("both_at_once", "part_2")
WINDOW, REVIEW = "last_12_weeks", "review"
SORT_OF_CLOCK: dict[str, Sort] = {
    "part_1": "part_one",
    "part_2": "part_two",
    "both_at_once": "part_two",
    WINDOW: "window",
    REVIEW: "review",
    "health_checks": "check",
    "consent": "consent",
}
MEET, TRY_AGAIN = "Resettlement appointment", "Try again: the interview could not be held"
NOT_BEGUN, NOT_FINISHED = "No interview yet", "Not finished"


@dataclass(frozen=True)
class FromSitting:
    """The interview a line comes from."""

    sitting_id: int
    kind: SittingKind
    on: date

    @property
    def words(self) -> str:
        """`First screening, 18 November 2026`."""
        return f"{SITTINGS[self.kind]}, {day_words(self.on)}"


@dataclass(frozen=True)
class OpenLine:
    """What a case owes on one day, of one sort; it is no longer told after `until`."""

    sort: Sort
    thing: Thing
    on: date | None
    sitting: FromSitting | None
    codes: tuple[str, ...]
    titles: tuple[str, ...] = field(repr=False)
    until: date | None = None


def open_lines(case: CaseOwes, clocks: Clocks) -> tuple[OpenLine, ...]:
    """All that is open in a case, by its day."""
    return tuple(sorted(_together(_lines(case, clocks)), key=lambda line: (line.on or date.max, line.sort, line.codes)))


def meeting_on(on: date, sitting: FromSitting | None) -> OpenLine:
    """A meeting agreed: all have the one label, whatever they are about."""
    return OpenLine("meeting", "meeting", on, sitting, ("meeting",), (MEET,))


def next_due(lines: Iterable[OpenLine], today: date) -> tuple[date | None, str]:
    """The first thing due and not done; of what can't be late, the first still to come."""
    dated = [
        (line.on, title)
        for line in lines
        if line.on is not None and line.thing != "interview" and (line.on >= today or _stays(line))
        for title in line.titles
    ]
    return min(dated, default=(None, ""))


def late_from(lines: Iterable[OpenLine]) -> date | None:
    """The day after which a case is overdue; None where nothing in it can be late."""
    return min((line.on for line in lines if line.sort in LATE and line.on is not None), default=None)


def release_of(case: CaseOwes, clocks: Clocks) -> date | None:
    """The release date the last 12 weeks are counted back from."""
    opens = [
        one.on
        for sitting in case.sittings
        for one in sitting.owed
        if sitting.goes_on and one.thing == "clock" and one.code == WINDOW and one.on is not None
    ]
    return _release(min(opens), clocks) if opens else None


def _stays(line: OpenLine) -> bool:
    return line.sort in LATE or line.sort == "part_one"


def _lines(case: CaseOwes, clocks: Clocks) -> Iterator[OpenLine]:
    for sitting, one in _open_things(case):
        if one.on is None:
            continue
        sort = _sort(case, one)
        until = _release(one.on, clocks) if sort == "window" else None
        yield OpenLine(sort, one.thing, one.on, _from(sitting), (one.code,), (one.title,), until)
    last = _from(case.sittings[-1]) if case.sittings else None
    if case.meeting is not None:
        yield meeting_on(case.meeting, last)
    if case.attempt is not None:
        yield OpenLine("attempt", "attempt", case.attempt, last, ("attempt",), (TRY_AGAIN,))
    for one in case.consents:
        yield OpenLine("consent", one.thing, one.on, last, (one.code,), (one.title,))
    if not case.sittings:
        yield OpenLine("not_begun", "interview", None, None, (), (NOT_BEGUN,))
    for sitting in case.sittings:
        if sitting.is_unfinished:
            yield OpenLine("unfinished", "interview", sitting.on, _from(sitting), (), (NOT_FINISHED,))


def _open_things(case: CaseOwes) -> Iterator[tuple[SittingOwes, Owed]]:
    """What is open in a case, once: a later plan speaks for an earlier one, and the clocks are those of the last."""
    settled: set[tuple[Thing, str]] = set()
    for sitting in reversed(case.sittings):
        for one in sitting.owed:
            if one.thing != "clock" and one.is_open and (one.thing, one.code) not in settled:
                yield sitting, one
        settled |= {(one.thing, one.code) for one in sitting.owed}
        if sitting.goes_on:
            yield from ((sitting, one) for one in _running(case, sitting))


def _running(case: CaseOwes, sitting: SittingOwes) -> Iterator[Owed]:
    """The clocks of this interview that still run; of the two for part 2, the earlier."""
    part_two = [one for one in sitting.owed if one.code in PART_TWO and one.thing == "clock" and one.on is not None]
    first = min(part_two, key=lambda one: (one.on, one.code), default=None)
    for one in sitting.owed:
        if one.thing != "clock" or not one.is_open or one.on is None:
            continue
        if one.code in PART_TWO and (one is not first or not sitting.is_unfinished):
            continue
        if one.code == WINDOW and not _window_matters(case, sitting):
            continue
        yield one


def _window_matters(case: CaseOwes, sitting: SittingOwes) -> bool:
    """Whether the last 12 weeks want a review: where no interview has been it, and both were not one."""
    is_one_interview = any(one.code == "both_at_once" for one in sitting.owed)
    return not is_one_interview and not any(one.is_review for one in case.sittings)


def _sort(case: CaseOwes, one: Owed) -> Sort:
    """Once the review has been held, the checks before release are reminders and no more late (R35, R37, R38)."""
    if one.thing == "action" or one.thing == "follow_up":
        return one.thing
    sort = SORT_OF_CLOCK.get(one.code, "clock")
    has_review = any(sitting.is_review and not sitting.is_unfinished for sitting in case.sittings)
    return "clock" if sort == "check" and has_review else sort


def _release(window_opens: date, clocks: Clocks) -> date:
    return window_opens + timedelta(days=clocks[WINDOW].days_before_release[0])


def _from(sitting: SittingOwes) -> FromSitting:
    return FromSitting(sitting.sitting_id, sitting.kind, sitting.on)


def _together(lines: Iterable[OpenLine]) -> Iterator[OpenLine]:
    """The actions, or the follow-ups, of one plan that fall on one day, as one line."""
    found: dict[object, list[OpenLine]] = {}
    for place, line in enumerate(lines):
        same = (line.sort, line.on, line.sitting) if line.sort in ("action", "follow_up") else place
        found.setdefault(same, []).append(line)
    for some in found.values():
        codes = tuple(code for line in some for code in line.codes)
        titles = tuple(title for line in some for title in line.titles)
        first = some[0]
        yield OpenLine(first.sort, first.thing, first.on, first.sitting, codes, titles, first.until)

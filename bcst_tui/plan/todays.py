"""The worker's list for one day, over all cases: which lines stand on it, and under which heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from bcst_tui.plan.open_lines import LATE, MEETINGS, FromSitting, OpenLine, Sort
from bcst_tui.plan.owed import Thing
from bcst_tui.plan.working_days import is_working_day

Band = Literal[
    "overdue",
    "today",
    "week",
    "part_one",
    "follow_ups",
    "meetings",
    "part_two",
    "windows",
    "reviews",
    "consents",
    "requests",
    "unfinished",
]
BANDS: Mapping[Band, str] = {
    "overdue": "Overdue",
    "today": "Due today",
    "week": "Due within a week",
    "part_one": "Part 1 to chase",
    "follow_ups": "Follow-ups to make",
    "meetings": "Meetings and next attempts",
    "part_two": "Part 2 clocks",
    "windows": "Last 12 weeks",
    "reviews": "Review dates",
    "consents": "Consents that end soon",
    "requests": "Requests to see a record",
    "unfinished": "Interviews not finished",
}
WEEK, FORTNIGHT, ONE_DAY = timedelta(days=7), timedelta(days=14), timedelta(days=1)
_WEEKLY: tuple[Sort, ...] = ("action", "check", "clock", "part_one")
_ON_THE_DAY: tuple[Sort, ...] = (*LATE, "part_one", "consent", "clock")


@dataclass(frozen=True)
class Whose:
    """The case a line is about."""

    case_id: int
    reference: str
    name_used: str = field(repr=False)


@dataclass(frozen=True)
class DueLine:
    """What one case owes on one day, of one sort; several actions of a day are one line."""

    band: Band
    case: Whose
    sitting: FromSitting | None
    thing: Thing
    on: date | None
    codes: tuple[str, ...]
    titles: tuple[str, ...] = field(repr=False)

    @property
    def title(self) -> str:
        """The first of them, and how many more."""
        more = len(self.titles) - 1
        return f"{self.titles[0]}, and {more} more" if more else self.titles[0]

    @property
    def sitting_words(self) -> str:
        """Which interview it comes from; empty where there was none."""
        return self.sitting.words if self.sitting else ""


@dataclass(frozen=True)
class Span:
    """Lines of one sort, from the first of these days to the last; None: however early, however late."""

    sort: Sort
    first: date | None = None
    last: date | None = None

    def holds(self, line: OpenLine) -> bool:
        if line.sort != self.sort:
            return False
        early = line.on is not None and self.first is not None and line.on < self.first
        late = line.on is not None and self.last is not None and line.on > self.last
        return not early and not late


def spans(today: date) -> dict[Band, tuple[Span, ...]]:
    """What stands under each heading today. No day of a sort is under two, and what is far off is under none.

    Part 1 that has not come is chased on working days alone (R14).
    """
    before, after = today - ONE_DAY, today + ONE_DAY
    chased = (Span("part_one", None, before),) if is_working_day(today) else ()
    return {
        "overdue": tuple(Span(sort, None, before) for sort in LATE),
        "today": tuple(Span(sort, today, today) for sort in _ON_THE_DAY),
        "week": tuple(Span(sort, after, today + WEEK) for sort in _WEEKLY),
        "part_one": chased,
        "follow_ups": (Span("follow_up", after, today + FORTNIGHT),),
        "meetings": (Span("meeting", after, today + FORTNIGHT), Span("attempt", after, today + FORTNIGHT)),
        "part_two": (Span("part_two", after, None),),
        "windows": (Span("window", None, today + FORTNIGHT),),
        "reviews": (Span("review", after, today + FORTNIGHT),),
        "consents": (Span("consent", after, today + FORTNIGHT),),
        "unfinished": (Span("unfinished"), Span("not_begun")),
    }


def todays(lines_of: Iterable[tuple[Whose, Iterable[OpenLine]]], today: date) -> dict[Band, tuple[DueLine, ...]]:
    """The list for today: every band that holds something, each in the order of the days."""
    found: dict[Band, list[DueLine]] = {band: [] for band in BANDS}
    under = spans(today)
    for whose, lines in lines_of:
        for line in lines:
            for band in _bands(line, today, under):
                found[band].append(due_line(band, whose, line))
    return {band: tuple(sorted(some, key=in_order)) for band, some in found.items() if some}


def due_line(band: Band, whose: Whose, line: OpenLine) -> DueLine:
    return DueLine(band, whose, line.sitting, line.thing, line.on, line.codes, line.titles)


def in_order(line: DueLine) -> tuple[date, int, str]:
    return (line.on or date.max, line.case.case_id, line.thing)


def meetings_of(lines: Iterable[OpenLine], today: date) -> tuple[date, ...]:
    """The days from today on that somebody is met on: follow-ups, reviews, meetings agreed, next attempts."""
    days = {line.on for line in lines if line.sort in MEETINGS and line.on is not None and line.on >= today}
    return tuple(sorted(days))


def _bands(line: OpenLine, today: date, under: Mapping[Band, tuple[Span, ...]]) -> Iterator[Band]:
    if line.until is None or line.until >= today:
        yield from (band for band, some in under.items() if any(span.holds(line) for span in some))

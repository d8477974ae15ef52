"""An axis of days across some columns: where a day stands on it, and which days are written above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from bcst_tui.interview.dates import month_name
from bcst_tui.plan.deadlines import months_after

SHOWN_BEFORE = timedelta(days=91)
SHOWN_AHEAD = timedelta(days=364)
FURTHEST_RELEASE = timedelta(days=730)
LEAST = timedelta(days=28)
GAP = 2
DAY_STEPS, MONTH_STEPS = (1, 7), (1, 2, 3, 6, 12, 24, 60, 120, 240)


@dataclass(frozen=True)
class Tick:
    """A day written above the axis."""

    column: int
    words: str


@dataclass(frozen=True)
class Axis:
    """Days on columns 1 to `columns` - 2; the first column is for all that was earlier, the last for all later."""

    begins: date
    ends: date
    columns: int

    def place(self, day: date) -> int:
        """The column of a day."""
        if day < self.begins:
            return 0
        if day > self.ends:
            return self.columns - 1
        return 1 + (day - self.begins).days * (self.columns - 3) // max((self.ends - self.begins).days, 1)

    def holds(self, day: date) -> bool:
        return self.begins <= day <= self.ends

    def ticks(self) -> tuple[Tick, ...]:
        """The closest days, months or years whose names stand apart from each other."""
        for days in self._steps():
            ticks = tuple(self._named(days))
            if all(one.column + len(one.words) + GAP <= two.column for one, two in zip(ticks, ticks[1:], strict=False)):
                return tuple(one for one in ticks if one.column + len(one.words) <= self.columns)
        return ()

    def _steps(self) -> Iterator[tuple[str, list[date]]]:
        length = (self.ends - self.begins).days
        for step in DAY_STEPS:
            if length // step < self.columns:
                yield "day", [self.begins + timedelta(days=days) for days in range(0, length + 1, step)]
        first = self.begins.replace(day=1)
        for step in MONTH_STEPS:
            if length // (step * 31) < self.columns:
                yield "month", list(self._months(first, step))

    def _months(self, first: date, step: int) -> Iterator[date]:
        """First days of months within the axis: every so many, counted from January."""
        month = date(first.year, 1, 1)
        while month <= self.ends:
            if month >= self.begins:
                yield month
            if month.year + (month.month - 1 + step) // 12 > MAXYEAR:
                return
            month = months_after(month, step)

    def _named(self, told: tuple[str, list[date]]) -> Iterator[Tick]:
        unit, days = told
        year = 0
        for day in days:
            words = month_name(day.month)[:3]
            words = f"{day.day} {words}" if unit == "day" else words
            yield Tick(self.place(day), words if day.year == year else f"{words} {day.year}")
            year = day.year


def axis_over(days: Iterable[date], today: date, release: date | None, columns: int) -> Axis:
    """From a quarter before today, at most, until release; where that is far off or unknown, a year ahead.

    Where release is over, until release, and today comes after it.
    """
    told = sorted((*days, today))
    near = min(today, release) if release is not None else today
    begins = max(told[0], _moved(near, -SHOWN_BEFORE))
    if release is not None and release <= _moved(today, FURTHEST_RELEASE):
        return Axis(min(begins, _moved(release, -LEAST)), release, columns)
    ends = min(told[-1], _moved(today, SHOWN_AHEAD))
    return Axis(begins, max(ends, _moved(begins, LEAST)), columns)


def _moved(day: date, by: timedelta) -> date:
    """So many days on, within what a calendar can hold."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min

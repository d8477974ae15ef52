"""Quarters of a year: the only stretches figures are told for.

They do not overlap and none lies in another, so that taking one set of figures from another leaves nobody standing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bcst_tui.interview.dates import month_name

_WRITTEN = re.compile(r"(\d{4})-?[Qq]([1-4])")


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a year; the first is January to March."""

    year: int
    number: int

    @property
    def code(self) -> str:
        """`2026-Q4`."""
        return f"{self.year:04}-Q{self.number}"

    @property
    def first(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        return self.after.first - timedelta(days=1)

    @property
    def after(self) -> Quarter:
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    @property
    def months(self) -> tuple[str, ...]:
        """`2026-10`, as months are written beside feedback."""
        return tuple(f"{self.year:04}-{month:02}" for month in range(3 * self.number - 2, 3 * self.number + 1))

    @property
    def words(self) -> str:
        """`October to December 2026`."""
        return f"{month_name(self.first.month)} to {month_name(self.last.month)} {self.year}"


def quarter_of(day: date) -> Quarter:
    """The one quarter a day is in."""
    return Quarter(day.year, (day.month + 2) // 3)


def read_quarter(typed: str) -> Quarter | None:
    """A quarter as written, `2026-Q4` or `2026q4`."""
    found = _WRITTEN.fullmatch(typed.strip())
    return Quarter(int(found[1]), int(found[2])) if found and int(found[1]) else None


def over_by(today: date, since: date) -> Iterator[Quarter]:
    """Every quarter from the one of `since` on that is over, the latest first."""
    first, quarter = quarter_of(since), quarter_of(today)
    while quarter > first:
        quarter = Quarter(quarter.year - 1, 4) if quarter.number == 1 else Quarter(quarter.year, quarter.number - 1)
        yield quarter

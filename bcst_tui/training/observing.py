"""What somebody who watched ticks, each tick with the words or the turn it rests on; and how far two of them agree.

Where two differ, the row is talked over. It is never averaged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bcst_tui.training.behaviours import CONVERSATION, MOST, OBSERVED, Mark, Score

ENOUGH_AGREEMENT = 80
"""Per cent; below it a rater is shown the rows that differ from the agreed ones."""


@dataclass(frozen=True)
class Tick:
    """What one row was ticked as, and why: a quoted phrase, or the turn."""

    row: int
    points: int
    quote: str = field(default="", repr=False)
    turn: int | None = None

    @property
    def has_evidence(self) -> bool:
        return bool(self.quote.strip()) or self.turn is not None


@dataclass(frozen=True)
class Sheet:
    """One observer's ticks. `observer`: a code, never a name."""

    observer: str
    ticks: tuple[Tick, ...] = ()

    def tick(self, row: int) -> Tick | None:
        """The last tick of this row that has evidence."""
        return next((one for one in reversed(self.ticks) if one.row == row and one.has_evidence), None)

    @property
    def without_evidence(self) -> tuple[int, ...]:
        """Rows ticked and not counted, because nothing is given that they rest on."""
        return tuple(row for row in OBSERVED if any(one.row == row for one in self.ticks) and self.tick(row) is None)


def ticked(row: int, points: int, quote: str = "", turn: int | None = None) -> Tick:
    """A tick; raises ValueError for a row nobody ticks, or points there are not."""
    if row not in OBSERVED:
        raise ValueError(f"row {row} is not for observers")
    if points not in range(MOST + 1):
        raise ValueError(f"a row has 0, 1 or 2, not {points}")
    return Tick(row, points, quote, turn)


def conversation_of(sheet: Sheet | None) -> Score:
    """The four rows of the conversation; with no evidence a row has no score."""
    return Score(tuple(_mark(row, sheet.tick(row) if sheet else None) for row in CONVERSATION))


def _mark(row: int, tick: Tick | None) -> Mark:
    if tick is None:
        return Mark(row, None)
    return Mark(row, tick.points, (tick.turn,) if tick.turn is not None else (), tick.quote)


@dataclass(frozen=True)
class RowAgreement:
    """One row as two people ticked it; None where one of them did not."""

    row: int
    first: int | None
    second: int | None

    @property
    def agree(self) -> bool:
        return self.first == self.second


@dataclass(frozen=True)
class TwoObservers:
    """Two sheets, row by row."""

    rows: tuple[RowAgreement, ...]

    @property
    def to_talk_over(self) -> tuple[RowAgreement, ...]:
        """The rows the two saw differently."""
        return tuple(one for one in self.rows if not one.agree)

    @property
    def per_cent(self) -> int | None:
        """How many of the rows that both ticked they agree on; None where there is none."""
        both = [one for one in self.rows if one.first is not None and one.second is not None]
        return 100 * sum(one.agree for one in both) // len(both) if both else None


def two_observers(first: Sheet, second: Sheet) -> TwoObservers:
    """How far two who watched the same agree; rows neither of them ticked are left out."""
    ticks = ((row, first.tick(row), second.tick(row)) for row in OBSERVED)
    return TwoObservers(
        tuple(
            RowAgreement(row, one.points if one else None, other.points if other else None)
            for row, one, other in ticks
            if one or other
        )
    )


@dataclass(frozen=True)
class Calibration:
    """A rater held against agreed points. `differ`: (row, agreed, ticked), shown where agreement is too low."""

    per_cent: int
    differ: tuple[tuple[int, int | None, int | None], ...]

    @property
    def is_enough(self) -> bool:
        return self.per_cent >= ENOUGH_AGREEMENT


def calibrated(agreed: Mapping[int, int | None], sheet: Sheet) -> Calibration:
    """How far a rater agrees with the points agreed for a recorded rehearsal.

    A row without evidence has no score; that is right where none was agreed, as the row did not come up.
    """
    ticks = {row: sheet.tick(row) for row in agreed}
    given = {row: tick.points if tick else None for row, tick in ticks.items()}
    differ = tuple((row, points, given[row]) for row, points in agreed.items() if given[row] != points)
    return Calibration(100 * (len(agreed) - len(differ)) // max(1, len(agreed)), differ)

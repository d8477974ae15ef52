"""Many pairs of trust and strain at once, so that a walk need not go through them one by one.

A whole number with a bit for each pair: a row of bits for every trust, a bit within it for every strain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

MOST = 100
SIDE = MOST + 1
WIDTH = 128
"""Bits in a row: more than there are strains, so that nothing runs over into the next."""
PROBES = (50, 25, 75, 10, 90, *range(SIDE))
"""Where to look first for a value that is neither raised to the floor nor held at the ceiling."""
Levels = int


def only(trust: int, strain: int) -> Levels:
    """This one pair."""
    return 1 << (trust * WIDTH + strain)


def pairs(levels: Levels) -> Iterator[tuple[int, int]]:
    """Every pair by itself."""
    return ((at // WIDTH, at % WIDTH) for at in range(levels.bit_length()) if levels >> at & 1)


def between(trusts: range, strains: range) -> Levels:
    """Every pair with one of these trusts and one of these strains."""
    row = ((1 << len(strains)) - 1) << strains.start if strains else 0
    return sum(row << (trust * WIDTH) for trust in trusts)


WHOLE = range(SIDE)
EVERY = between(WHOLE, WHOLE)
_ROW = between(range(1), WHOLE)
_COLUMN = between(WHOLE, range(1))


def rows(trusts: range) -> Levels:
    """Every pair with one of these trusts."""
    return between(trusts, WHOLE)


@cache
def columns(strains: range) -> Levels:
    """Every pair with one of these strains."""
    return between(WHOLE, strains)


def trusts(levels: Levels) -> int:
    """How many different trusts there are among them."""
    return sum(1 for trust in WHOLE if levels >> (trust * WIDTH) & _ROW)


def parted(levels: Levels, strain: int) -> tuple[Levels, Levels]:
    """Those below this strain, and those from there on."""
    below = levels & columns(range(min(strain, SIDE)))
    return below, levels ^ below


@dataclass(frozen=True)
class Shift:
    """What a move does to one of the two: so much more or less, but never below the floor or above the ceiling."""

    floor: int
    by: int
    ceiling: int

    @property
    def is_nothing(self) -> bool:
        return (self.floor, self.by, self.ceiling) == (0, 0, MOST)

    @property
    def kept(self) -> range:
        """Values that move by all of it; those below sink to the floor, those above stop at the ceiling."""
        first = max(0, self.floor - self.by)
        return range(first, max(first, min(SIDE, self.ceiling - self.by + 1)))

    @property
    def held(self) -> tuple[tuple[int, range], ...]:
        """The floor and the ceiling, each with the values that are held at it."""
        ends = ((self.floor, range(self.kept.start)), (self.ceiling, range(self.kept.stop, SIDE)))
        return tuple((to, held) for to, held in ends if held)


def shift_of(moved: Callable[[int], int]) -> Shift:
    """The shift that this function of one value is: steps up and down, each held between 0 and 100."""
    floor, ceiling = moved(0), moved(MOST)
    inside = next(((at, to) for at in PROBES if floor < (to := moved(at)) < ceiling), None)
    at, to = inside or (max(at for at in WHOLE if moved(at) == floor), floor)
    return Shift(floor, to - at, ceiling)


@dataclass(frozen=True)
class Change:
    """What a move does to both."""

    trust: Shift
    strain: Shift

    def made(self, levels: Levels) -> Levels:
        """All of them after the change."""
        for axis, step, line in self._axes:
            levels = axis.moved(levels, step, line)
        return levels

    @cached_property
    def _axes(self) -> tuple[tuple[_Axis, int, Levels], ...]:
        trust = (_Axis(self.trust, rows), WIDTH, _ROW)
        strain = (_Axis(self.strain, columns), 1, _COLUMN)
        return tuple(one for one in (trust, strain) if not one[0].shift.is_nothing)


class _Axis:
    """A shift along rows or columns, with the masks it needs."""

    def __init__(self, shift: Shift, lines: Callable[[range], Levels]) -> None:
        self.shift = shift
        self._kept = lines(shift.kept)
        self._held = [(to, values, lines(values)) for to, values in shift.held]

    def moved(self, levels: Levels, step: int, line: Levels) -> Levels:
        by, kept = self.shift.by * step, levels & self._kept
        moved = kept << by if by >= 0 else kept >> -by
        for to, values, there in self._held:
            if levels & there:
                for value in values:
                    moved |= (levels >> (value * step) & line) << (to * step)
        return moved


def where(holds: Callable[[int, int], bool], trust_cuts: Iterable[int], strain_cuts: Iterable[int]) -> Levels:
    """Every pair of which this holds, if nothing changes but at these values."""
    found = 0
    for trusts_alike in _alike(trust_cuts):
        for strains_alike in _alike(strain_cuts):
            if holds(trusts_alike.start, strains_alike.start):
                found |= between(trusts_alike, strains_alike)
    return found


def _alike(cuts: Iterable[int]) -> list[range]:
    starts = sorted({0, *(cut for cut in cuts if 0 < cut < SIDE)})
    return [range(start, stop) for start, stop in zip(starts, [*starts[1:], SIDE], strict=True)]

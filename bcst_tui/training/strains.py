"""Many strains at once, so that a walk need not go through them one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PROBES = (0, 50, 100)
"""Strains that tell what a move does to every other: its floor, its change and its ceiling."""
_ALL = (1 << 101) - 1


@dataclass(frozen=True)
class Change:
    """What a move does to strain: so much more or less, but never below the floor or above the ceiling."""

    floor: int
    by: int
    ceiling: int


@dataclass(frozen=True)
class Strains:
    """A set of strains from 0 to 100, a bit for each."""

    bits: int = 0

    @classmethod
    def of(cls, strain: int) -> Strains:
        """This one alone."""
        return cls(1 << strain)

    def __bool__(self) -> bool:
        return bool(self.bits)

    def __or__(self, other: Strains) -> Strains:
        return Strains(self.bits | other.bits)

    @property
    def only(self) -> int:
        """The strain, where there is one."""
        return self.bits.bit_length() - 1

    def each(self) -> Iterator[Strains]:
        """Every strain by itself."""
        return (Strains(1 << strain) for strain in range(101) if self.bits >> strain & 1)

    def changed(self, change: Change) -> Strains:
        """All of them after the change."""
        moved = self.bits << change.by if change.by >= 0 else self.bits >> -change.by
        if self.bits & ((1 << max(0, -change.by)) - 1):
            moved |= 1
        below, above = moved & ((1 << change.floor) - 1), moved >> (change.ceiling + 1)
        within = moved & (_ALL >> (100 - change.ceiling)) & ~((1 << change.floor) - 1)
        return Strains(within | (bool(below) << change.floor) | (bool(above) << change.ceiling))

    def parted(self, at: int) -> tuple[Strains, Strains]:
        """Those below, and those from there on."""
        below = (1 << at) - 1
        return Strains(self.bits & below), Strains(self.bits & ~below)

"""Many strains at once, so that a walk need not go through them one by one: a whole number with a bit for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

PROBES = (0, 50, 100)
"""Strains that tell what a move does to every other: its floor, its change and its ceiling."""
Strains = int


@dataclass(frozen=True)
class Change:
    """What a move does to strain: so much more or less, but never below the floor or above the ceiling."""

    floor: int
    by: int
    ceiling: int

    @cached_property
    def _below(self) -> int:
        return (1 << self.floor) - 1

    @cached_property
    def _within(self) -> int:
        return ((1 << (self.ceiling + 1)) - 1) & ~self._below

    def made(self, strains: Strains) -> Strains:
        """All of them after the change."""
        moved = strains << self.by if self.by >= 0 else strains >> -self.by
        kept = moved & self._within
        sinks = moved & self._below or (self.by < 0 and strains & ((1 << -self.by) - 1))
        if sinks:
            kept |= 1 << self.floor
        if moved >> (self.ceiling + 1):
            kept |= 1 << self.ceiling
        return kept


def only(strain: int) -> Strains:
    """This one alone."""
    return 1 << strain


def each(strains: Strains) -> Iterator[int]:
    """Every strain by itself."""
    return (strain for strain in range(101) if strains >> strain & 1)


def parted(strains: Strains, at: int) -> tuple[Strains, Strains]:
    """Those below, and those from there on."""
    below = strains & ((1 << at) - 1)
    return below, strains & ~below

"""Two things timed in turns, and how they compare."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median


def compared(title: str, ours: Callable[[], float], reference: Callable[[], float], rounds: int, aim: str) -> float:
    """Print and return the ratio of medians; ours and the reference take turns, so that load falls on both."""
    pairs = [(ours(), reference()) for _ in range(rounds)]
    mine, theirs = (median(column) for column in zip(*pairs, strict=True))
    ratio = mine / theirs
    print(f"{title}: {ratio:.2f} (aim {aim}; {mine * 1000:.1f} ms against {theirs * 1000:.1f} ms, {rounds} rounds)")
    return ratio

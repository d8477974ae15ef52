"""Two things timed in turns, and how they compare."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median


def compared(title: str, ours: Callable[[], float], reference: Callable[[], float], rounds: int, aim: str) -> None:
    """Print the ratio of medians; ours and the reference take turns, so that load falls on both."""
    pairs = [(ours(), reference()) for _ in range(rounds)]
    mine = median(pair[0] for pair in pairs)
    theirs = median(pair[1] for pair in pairs)
    told = f"{mine * 1000:.1f} ms against {theirs * 1000:.1f} ms, {rounds} rounds"
    print(f"{title}: {mine / theirs:.2f} (aim {aim}; {told})", flush=True)

"""Numbers that are too small to be told, and what else must be left out so that nobody can work them out.

The parts of a whole are shielded together, as if the whole were known, whether it is told or not:

- a part under ten is told as "fewer than 10", nothing and one alike;
- where the whole and the parts told would narrow it further, the smallest other part that is enough is left out too
  ("not shown"), or the largest ones, so that a part under ten could still be anything from 0 to 9;
- where that can't be reached, no part is told;
- what is told is told to the nearest five.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

FEWEST = 10
NEAREST = 5
FEWER, NOT_SHOWN = f"fewer than {FEWEST}", "not shown"


def shielded(parts: Sequence[int]) -> tuple[str, ...]:
    """What may be told of each of these parts of one whole, which leave no one out and count no one twice."""
    small = {place for place, count in enumerate(parts) if count < FEWEST}
    if sum(parts) < FEWEST:
        return (FEWER,) * len(parts)
    large = sorted(set(range(len(parts))) - small, key=lambda place: (parts[place], place))
    fewest = ({*small, *large[len(large) - count :]} for count in range(2, len(large) + 1))
    choices = chain([small], ({*small, place} for place in large), fewest)
    hidden = next((some for some in choices if _is_hidden_well(parts, small, some)), None)
    if hidden is None:
        return (NOT_SHOWN,) * len(parts)
    return tuple(
        FEWER if place in small else NOT_SHOWN if place in hidden else told(count) for place, count in enumerate(parts)
    )


def alone(count: int) -> str:
    """What may be told of a number that is part of nothing."""
    return told(count) if count >= FEWEST else FEWER


def told(count: int) -> str:
    """To the nearest five."""
    return str((count + NEAREST // 2) // NEAREST * NEAREST)


def _is_hidden_well(parts: Sequence[int], small: Collection[int], hidden: Collection[int]) -> bool:
    """Whether each small part could, for all that is known, be nothing and be nine."""
    if not small:
        return True
    others = len(hidden) - len(small)
    left = sum(parts[place] for place in hidden)
    could_be_nine = left - FEWEST * others >= FEWEST - 1
    could_be_nothing = others > 0 or left <= (FEWEST - 1) * (len(small) - 1)
    return could_be_nine and could_be_nothing

"""Distance travelled drawn in text: a line for each part of life, the first mark and the latest on a scale of five.

What the drawing shows stands beside it in figures and words, so that nothing rests on shape or colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bcst_tui.plan.distance import MOVED_WORDS, Area

TITLE, STEP = 31, 4
HIGHEST = 5


@dataclass(frozen=True)
class Strokes:
    """What a scale is drawn with."""

    first: str
    latest: str
    rule: str
    point: str
    then: str


DRAWN = Strokes("○", "●", "─", "·", "→")
TYPED = Strokes("o", "#", "-", ".", "->")
"""For consoles and papers that know no more than ASCII."""


def distance_lines(found: Iterable[Area], strokes: Strokes = DRAWN) -> Iterator[str]:
    """A head with the scale, and a line for each part."""
    yield f"{'':{TITLE}}{''.join(f'{score:<{STEP}}' for score in range(1, HIGHEST + 1))}".rstrip()
    for area in found:
        yield f"{area.title:{TITLE}}{scale(area, strokes)}  {moved_words(area, strokes)}"


def scale(area: Area, strokes: Strokes = DRAWN) -> str:
    """Five points, the first mark and the latest on them, and the way between."""
    cells = list((strokes.point + " " * (STEP - 1)) * (HIGHEST - 1) + strokes.point)
    first, latest = (STEP * (score - 1) for score in (area.marks[0].score, area.latest))
    low, high = min(first, latest), max(first, latest)
    cells[low:high] = strokes.rule * (high - low)
    cells[first] = strokes.first
    cells[latest] = strokes.latest
    return "".join(cells)


def moved_words(area: Area, strokes: Strokes = DRAWN) -> str:
    """`2 → 3, better`: every mark, and which way it went."""
    scores = f" {strokes.then} ".join(map(str, area.scores))
    return f"{scores}, {MOVED_WORDS[area.moved]}" if area.moved else scores


def key(strokes: Strokes = DRAWN) -> str:
    return f"{strokes.first} the first mark   {strokes.latest} the latest   1 very bad, 5 very good"


def dots(score: int) -> str:
    """A mark as five dots, for papers: `●●○○○`."""
    return "●" * score + "○" * (HIGHEST - score)

"""Management figures as text: each part with its lines, for a screen or a plain terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bcst_tui.export.dates import in_words
from bcst_tui.plan.figures import Figures
from bcst_tui.plan.small_numbers import FEWER, FEWEST, NEAREST, NOT_SHOWN

ABOUT = (
    f"Every number counts people, to the nearest {NEAREST}. “{FEWER.capitalize()}” may be nobody. "
    f"“{NOT_SHOWN.capitalize()}” is left out because a number under {FEWEST} could be worked out from it."
)
OPEN = "Not written to a file yet: until then the figures of this quarter may change."


def settled(figures: Figures) -> str:
    """Whether these may still change."""
    if figures.kept_on is None:
        return OPEN
    return f"As written to a file on {in_words(figures.kept_on)}. A quarter is told once, and then stays so."


def figure_lines(figures: Figures) -> Iterator[str]:
    """The quarter, how to read it, and every part under its name."""
    yield f"Figures, {figures.quarter.words}"
    yield ""
    yield ABOUT
    yield settled(figures)
    for part, lines in groupby(figures.lines, key=lambda one: one.part):
        yield ""
        yield part
        yield from (f"  {one.line}: {one.told}" for one in lines)

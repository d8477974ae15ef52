"""What the worker may bear in mind with somebody, line by line: for the worker alone, on no paper (R28, R75)."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.line_mode.prompts import Lines
from bcst_tui.plan.cohorts import NOT_NOW, NOTHING_IN_PARTICULAR, ways_of


def tell_bear_in_mind(casebook: Casebook, sitting: Sitting, lines: Lines) -> None:
    """What to ask, offer and avoid; that it has to wait while somebody else can see or hear."""
    lines.heading("Bear in mind. Only for you, and on no copy")
    prompts = casebook.to_bear_in_mind(sitting)
    if not prompts:
        lines.say(NOT_NOW if prompts is None else NOTHING_IN_PARTICULAR)
    for one in prompts or ():
        lines.say(one.heading)
        for way, words in ways_of(one):
            lines.say(f"  {way}: {'; '.join(words)}")

"""How things have moved, line by line."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import CaseLine
from bcst_tui.interview.showing import day_words
from bcst_tui.line_mode.prompts import Lines
from bcst_tui.plan.distance import MOVED_WORDS, to_ask

NOTHING = "No marks yet. Near the end of an interview it is offered: five minutes for how things are."


def tell_distance(casebook: Casebook, case: CaseLine, lines: Lines) -> None:
    """Each part of life in one sentence, for ears as well as eyes; then what to ask."""
    found = casebook.distance(case.case_id)
    lines.heading("How things have moved, by their own marks: 1 very bad, 5 very good")
    if not found:
        lines.say(NOTHING)
    for area in found:
        told = ", then ".join(f"{mark.score} on {day_words(mark.on)}" for mark in area.marks)
        lines.say(f"  {area.title}: {told}{f'; {MOVED_WORDS[area.moved]}' if area.moved else ''}.")
    for asked, titles in to_ask(found).items():
        lines.say(f"{asked} {'; '.join(titles)}.")

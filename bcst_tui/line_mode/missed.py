"""An interview that could not be held, in numbered lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bcst_tui.casebook.case_values import ClosedHow
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.forms import Writing
from bcst_tui.casebook.missed import CLOSES, REASONS, WHEN_AGAIN, WHEN_NOT_HELD, WHY_OTHER, Missed
from bcst_tui.casebook.values import CaseLine
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.line_mode.half_written import left, part_in_words
from bcst_tui.line_mode.prompts import Lines, choose, in_words, write_again


def note_missed(casebook: Casebook, case: CaseLine, lines: Lines) -> ClosedHow | None:
    """Why, when, and when again; then kept. How the case is to be closed next, where that is what follows."""
    for before in casebook.missed(case.case_id):
        lines.say(f"  {before}")
    lines.heading("Why was it not held?")
    place = choose(lines, [*REASONS.values(), "Back"])
    if place == len(REASONS):
        return None
    writing = casebook.writing(case.case_id, "not_held")
    missed = left(writing, _asked(casebook, Missed(list(REASONS)[place]), lines, writing))
    if missed is None:
        return None
    told = writing.settled(lambda: casebook.not_held(case.case_id, missed))
    if isinstance(told, Rejection):
        lines.say(f"! {told.reason} Nothing was noted.")
        return None
    for sentence in told:
        lines.say(sentence)
    return CLOSES.get(missed.reason)


def _asked(casebook: Casebook, missed: Missed, lines: Lines, writing: Writing) -> Missed | None:
    """The words and the days, each asked until it can be kept; None where it is left."""
    again = f"{WHEN_AGAIN} Enter alone: {day_words(casebook.suggested_attempt())}"
    asked: list[tuple[str, Callable[[Missed, str], Missed]]] = [
        *([(WHY_OTHER, lambda one, said: replace(one, words=said))] if missed.reason == "other" else []),
        (f"{WHEN_NOT_HELD} Enter alone: today", lambda one, said: replace(one, on=said)),
        *([(again, lambda one, said: replace(one, again=said))] if missed.reason not in CLOSES else []),
    ]
    for words, taken in asked:
        part = writing.part("words")
        missed = taken(missed, part_in_words(lines, part, words) if words == WHY_OTHER else in_words(lines, words))
        while refused := casebook.why_not_missed(missed):
            if not write_again(lines, refused, "Note nothing"):
                return None
            missed = taken(missed, in_words(lines, words))
    return missed

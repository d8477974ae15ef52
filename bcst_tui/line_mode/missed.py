"""An interview that could not be held, in numbered lines."""

from __future__ import annotations

from dataclasses import replace

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.missed import CLOSES, REASONS, WHEN_AGAIN, WHEN_NOT_HELD, WHY_OTHER, Missed
from bcst_tui.casebook.values import CaseLine
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.prompts import Lines, choose

CLOSE_NEXT = "Now close the case: it is the line “Close this case”."


def note_missed(casebook: Casebook, case: CaseLine, lines: Lines) -> None:
    """Why, when, and when again; then kept."""
    for before in casebook.missed(case.case_id):
        lines.say(f"  {before}")
    lines.heading("Why was it not held?")
    place = choose(lines, [*REASONS.values(), "Back"])
    if place == len(REASONS):
        return
    missed = Missed(list(REASONS)[place])
    if missed.reason == "other":
        missed = replace(missed, words=lines.line(WHY_OTHER))
    missed = replace(missed, on=lines.line(f"{WHEN_NOT_HELD} Enter alone: today"))
    if missed.reason not in CLOSES:
        missed = replace(missed, again=lines.line(f"{WHEN_AGAIN} Enter alone: the next working day"))
    told = casebook.not_held(case.case_id, missed)
    if isinstance(told, Rejection):
        lines.say(f"! {told.reason} Nothing was noted.")
        return
    for sentence in told:
        lines.say(sentence)
    if missed.reason in CLOSES:
        lines.say(CLOSE_NEXT)

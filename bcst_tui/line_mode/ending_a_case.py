"""Merging two cases of one person, and deleting one opened by mistake, in numbered lines; each is asked twice."""

from __future__ import annotations

from bcst_tui.casebook.case_values import CaseField, Merging, SideBySide
from bcst_tui.casebook.case_words import MERGE_WARNING, STAYS, said_of, side_heading, told_beside
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import CaseLine
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.prompts import Lines, choose, in_words

NOTHING_DONE = "Nothing was done."


def merge(casebook: Casebook, case: CaseLine, lines: Lines) -> bool:
    """Make one case of two, after both were told and everything is decided; whether it was done."""
    other = in_words(lines, "Which other case is the same person? Write its reference; Enter alone leaves it")
    beside = casebook.side_by_side(case.reference, other) if other.strip() else None
    if beside is None or isinstance(beside, Rejection):
        lines.say(f"! {beside.reason} {NOTHING_DONE}" if beside is not None else NOTHING_DONE)
        return False
    lines.heading("Is this one and the same person?")
    for name in told_beside(beside):
        left, right = (said_of(side, name) or "nothing" for side in beside.sides)
        lines.say(f"  {side_heading(name)}: {left}; {right}")
    merging = _decided(beside, lines)
    for sentence in MERGE_WARNING if merging else ():
        lines.say(sentence)
    if merging is None or choose(lines, ("Go back", "Merge them")) == 0:
        lines.say(NOTHING_DONE)
        return False
    merged = casebook.merge_cases(merging)
    if isinstance(merged, Rejection):
        lines.say(f"! {merged.reason} {NOTHING_DONE}")
        return False
    lines.say(f"Merged: {merged.reference} now holds both.")
    return True


def _decided(beside: SideBySide, lines: Lines) -> Merging | None:
    """Which stays, and whose word is right where the two differ; None for going back."""
    chosen: dict[str, int] = {}
    for name in (STAYS, *beside.differing):
        lines.heading(f"{side_heading(name)}?")
        place = choose(lines, [*(said_of(side, name) for side in beside.sides), "Go back"])
        if place == len(beside.sides):
            return None
        chosen[name] = place
    sides = beside.sides
    taken: dict[CaseField, int] = {name: sides[chosen[name]].case_id for name in beside.differing}
    return Merging(sides[chosen[STAYS]].case_id, sides[1 - chosen[STAYS]].case_id, taken)


def delete(casebook: Casebook, case: CaseLine, lines: Lines) -> bool:
    """Delete a case opened by mistake, after what goes was told and its reference typed; whether it was done."""
    before = casebook.before_deleting(case.case_id)
    if isinstance(before, Rejection):
        lines.say(f"! {before.reason}")
        return False
    lines.heading(f"Delete {before.reference}? This goes, and can't be brought back:")
    for sentence in (*before.goes, before.stays):
        lines.say(f"  {sentence}")
    if choose(lines, ("Leave it", "Delete it, after typing its reference")) == 0:
        return False
    told = casebook.delete_case(case.case_id, in_words(lines, f"Type {before.reference} to delete it for good"))
    lines.say(f"! {told.reason}" if isinstance(told, Rejection) else told)
    return not isinstance(told, Rejection)

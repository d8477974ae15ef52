"""Sharing without consent, in numbered lines: the lead decides, and this is the record of it (R83, R86)."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import NewGateway
from bcst_tui.casebook.consent_words import (
    GATEWAY_ASKED,
    GATEWAY_LEAD,
    GATEWAY_PARTS,
    LIMITS,
    LIMITS_ASKED,
    REVIEW_ASKED,
    ROWS_ASKED,
    TOLD_ASKED,
    WHY_NOT_ASKED,
    gateway_line,
)
from bcst_tui.casebook.forms import Writing
from bcst_tui.line_mode.half_written import part_in_words
from bcst_tui.line_mode.prompts import Lines, choose, in_words, numbered

BACK = "Back"


def new_gateway(casebook: Casebook, case_id: int, lines: Lines, writing: Writing) -> NewGateway | None:
    """Say what stands already; then what is written down of a new decision, if one is."""
    lines.say(GATEWAY_LEAD.format(role=casebook.profile.safeguarding_role))
    for one in casebook.gateways(case_id):
        lines.say(gateway_line(one))
    if choose(lines, (BACK, "Write one down")) == 0:
        return None
    lines.heading(LIMITS_ASKED)
    limit = choose(lines, (*LIMITS.values(), BACK))
    if limit == len(LIMITS):
        return None
    asked = zip(GATEWAY_PARTS, GATEWAY_ASKED, strict=True)
    told_to, facts, decided_by = [part_in_words(lines, writing.part(name), words) for name, words in asked]
    rows = _rows(casebook, lines)
    lines.heading(TOLD_ASKED)
    is_told = choose(lines, ("Yes", "No")) == 0
    why = "" if is_told else part_in_words(lines, writing.part("why"), WHY_NOT_ASKED)
    review = part_in_words(lines, writing.part("review"), REVIEW_ASKED)
    return NewGateway(tuple(LIMITS)[limit], told_to, facts, rows, decided_by, is_told, why, review)


def _rows(casebook: Casebook, lines: Lines) -> tuple[str, ...]:
    """The numbers typed, with spaces between them; nothing is ticked beforehand."""
    offered = casebook.rows_to_share()
    lines.heading(ROWS_ASKED)
    numbered(lines, [one.title for one in offered])
    typed = in_words(lines, "Numbers with spaces between them").split()
    places = [int(one) - 1 for one in typed if one.isascii() and one.isdecimal()]
    return tuple(offered[place].row for place in places if 0 <= place < len(offered))

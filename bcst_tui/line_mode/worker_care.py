"""Asking the worker in lines, back at the cases and alone, how heavy it was."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.disclosure.worker_care import (
    ANSWERS,
    ASKED,
    CHOICES,
    IN_THESE_WORDS,
    NOT_NOW,
    NOT_SENT,
    STRAINS,
    SUPERVISION,
    sentences,
)
from bcst_tui.line_mode.prompts import Lines, choose


def take_care(casebook: Casebook, lines: Lines) -> None:
    """Where the private part was open: one line; after many heavy ones the words to ask for help with."""
    was_open, was_told = casebook.owes_care()
    if not was_open:
        return
    for sentence in sentences(was_told):
        lines.say(sentence)
    lines.heading(ASKED)
    place = choose(lines, (*ANSWERS, NOT_NOW))
    if casebook.take_care(STRAINS[place] if place < len(STRAINS) else None):
        lines.say("\n".join((SUPERVISION, IN_THESE_WORDS, NOT_SENT)))
        choose(lines, CHOICES)

"""Asking the worker, back at the cases and alone, how heavy it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

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
from bcst_tui.errors import NotSaved
from bcst_tui.tui.widgets.read_first import ReadFirst

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook

TOLD_SECONDS = 60.0
ESC = "A key chooses · Esc leaves it"


async def take_care(app: App[Any], casebook: Casebook, was_told: bool) -> None:
    """One key, or Esc; after many heavy ones the words to ask for help with."""
    place = await app.push_screen_wait(ReadFirst(ASKED, sentences(was_told), (*ANSWERS, NOT_NOW), ESC))
    how = STRAINS[place] if place is not None and place < len(STRAINS) else None
    try:
        much = casebook.take_care(how)
    except NotSaved as refused:
        app.notify(f"NOT kept: {refused}", severity="error", timeout=TOLD_SECONDS)
        return
    if much:
        await app.push_screen_wait(ReadFirst(SUPERVISION, (IN_THESE_WORDS, NOT_SENT), CHOICES, ESC))

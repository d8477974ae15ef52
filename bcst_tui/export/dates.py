"""Dates in words, or other words where there is none."""

from __future__ import annotations

from datetime import date

from bcst_tui.interview.showing import day_words

NOT_SET = "not set"


def in_words(day: date | None, otherwise: str = NOT_SET) -> str:
    """`3 March 2026`, or other words where there is no date."""
    return otherwise if day is None else day_words(day)

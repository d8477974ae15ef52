"""Lines of a form: each is kept as soon as it is entered, and what was begun earlier is said and gone on with."""

from __future__ import annotations

from typing import TypeVar

from bcst_tui.casebook.forms import Part, Writing
from bcst_tui.errors import NotSaved
from bcst_tui.line_mode.prompts import Lines, choose, in_words

AS_IT_STANDS, MORE, ANEW = "Take it as it stands", "Write on after it", "Start again"
Told = TypeVar("Told")


def part_in_words(lines: Lines, part: Part, words: str) -> str:
    """One line of a form; EOFError at the end of input, and then what was entered before it is still there."""
    before = ""
    if part.begun and part.words.strip():
        lines.say(part.begun)
        lines.say(part.words)
        picked = choose(lines, (AS_IT_STANDS, MORE, ANEW))
        if picked == 0:
            return part.words
        before = f"{part.words} " if picked == 1 else ""
    typed = f"{before}{in_words(lines, words)}"
    keep(lines, part, typed)
    return typed


def keep(lines: Lines, part: Part, words: str) -> None:
    """Keep a line, or say that it is not kept."""
    try:
        part.keep(words)
    except NotSaved as refused:
        lines.say(f"! NOT saved: {refused} What you typed is kept nowhere yet.")


def left(writing: Writing, told: Told | None) -> Told | None:
    """What was told on the form; where it was left on purpose, nothing of it stays begun."""
    if told is None:
        writing.let_go()
    return told

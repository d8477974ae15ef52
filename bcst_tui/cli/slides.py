"""Turns shown one after another at a terminal: each fills it, and a key goes on. Without a terminal, all at once."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence

import click

from bcst_tui.cli.saying import in_lines, watermarked
from bcst_tui.training.invented import WATERMARK
from bcst_tui.training.presenting import WIDEST, Frame, slide

KEY = "Any key shows the next turn, Q leaves."
LEAVE = ("q", "Q", "\x1b")
_FIRST_AND_LAST = 3
"""Lines that are not the turn's: the mark above, and the key and the mark below."""


def show(about: str, turns: Sequence[Frame]) -> None:
    """Every turn, between the two marks; a terminal is cleared before each."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        for turn in turns:
            with watermarked():
                click.echo("\n".join((about, *slide(turn, WIDEST))))
        return
    for turn in turns:
        click.clear()
        room = shutil.get_terminal_size()
        click.echo("\n".join(filled(about, turn, room.columns, room.lines)), nl=False)
        if click.getchar() in LEAVE:
            break
    click.clear()


def filled(about: str, turn: Frame, columns: int, lines: int) -> Iterator[str]:
    """A whole screen: the mark at the top and at the bottom, the turn in the middle of it."""
    words = slide(turn, columns - 4)
    left = " " * ((columns - min(WIDEST, columns - 4)) // 2)
    room = max(0, lines - len(words) - _FIRST_AND_LAST - 1)
    yield WATERMARK.center(columns).rstrip()
    yield f"{left}{about}"
    yield from [""] * (room // 2)
    yield from (f"{left}{line}".rstrip() for line in words)
    yield from [""] * (room - room // 2)
    yield f"{left}{in_lines(KEY)}"
    yield WATERMARK.center(columns).rstrip()

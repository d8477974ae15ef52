"""Turning the pages of words that are longer than their place."""

from __future__ import annotations

from textual.widget import Widget


def turn(words: Widget, pages: int) -> None:
    """On by whole pages, or back; the last line of a page stays in sight as the first of the next.

    At once: a second key on the way would else count from where the first one did.
    """
    words.scroll_relative(y=pages * max(words.size.height - 1, 1), animate=False, immediate=True)

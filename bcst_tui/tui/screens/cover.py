"""The cover: a dull timetable that is always the same, and lifts with the short word chosen at unlock.

disclosure_flow 12. It gives no sign of what it is: no field, no dots, no message.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Static

from bcst_tui.disclosure.cover import timetable
from bcst_tui.tui.widgets.watermark import BaseScreen

MISSES_ALLOWED = 3
SECONDS_AFTER_A_MISS = 1.0
LONGEST_WORD = 64


class CoverScreen(BaseScreen[None]):
    """Over everything until the short word lifts it; it stays up while three wrong ones lock."""

    DEFAULT_CSS = """
    CoverScreen { background: $background; color: $foreground; overflow: hidden; }
    CoverScreen Static { width: auto; margin: 1 1; }
    """

    class Missed(Message):
        """Posted when no more wrong words are allowed."""

    def __init__(
        self,
        opens: Callable[[str], bool],
        misses_allowed: int = MISSES_ALLOWED,
        seconds: Callable[[], float] = time.monotonic,
        *,
        is_first: bool = False,
    ) -> None:
        """`is_first`: before any word is chosen, over the page that asks for the passphrase; Space, Enter lift it."""
        super().__init__()
        self._is_first = is_first
        self._opens = opens
        self._misses_allowed = misses_allowed
        self._seconds = seconds
        self._typed: list[str] | None = None
        self._misses = 0
        self._deaf_until = 0.0

    def compose(self) -> ComposeResult:
        yield Static(timetable(), markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The cover has keys of its own and no actions."""
        return False

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if self._seconds() < self._deaf_until:
            return
        if event.key == "space":
            self._typed = []
        elif self._typed is not None:
            self._word_key(self._typed, event)

    def _word_key(self, typed: list[str], event: events.Key) -> None:
        if event.key == "enter":
            if typed or self._is_first:
                self._try("".join(typed))
        elif event.key == "backspace":
            del typed[-1:]
        elif event.character and event.character.isalnum() and len(typed) < LONGEST_WORD:
            typed.append(event.character)

    def _try(self, word: str) -> None:
        self._typed = None
        if self._opens(word):
            self.dismiss()
            return
        self._misses += 1
        self._deaf_until = self._seconds() + SECONDS_AFTER_A_MISS * self._misses
        if self._misses >= self._misses_allowed:
            self._deaf_until = float("inf")
            self.post_message(self.Missed())

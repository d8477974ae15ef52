"""What of a private page stands there only after a key: for a moment, for the page, or until the next cover."""

from __future__ import annotations

from textual.timer import Timer

from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.talk import Page, Talk
from bcst_tui.tui.widgets import private_words
from bcst_tui.tui.widgets.ending import WholeScreen

LEDGER_SECONDS = 5.0
SECONDS_A_LINE = 3.0


class ShownByKey(WholeScreen[None]):
    """A screen of the private part, and how much of its page is shown now."""

    _talk: Talk
    _is_open = False
    _is_shown = False
    _easy_lines = 1
    _peek: Timer | None = None

    @property
    def _page(self) -> Page:
        return page_of(self._talk)

    @property
    def _shows(self) -> bool:
        return self._is_open or self._is_shown

    def _draw(self) -> None:
        raise NotImplementedError

    def key_space(self) -> None:
        """Show what is covered; in easy words, one line more."""
        if self._shows or not private_words.needs_a_key(self._talk, self._page):
            self._easy_lines += 1
        self._is_shown = True
        if self._page.ledger:
            seconds = max(LEDGER_SECONDS, SECONDS_A_LINE * len(self._page.ledger))
            self._peek = self.set_timer(seconds, self._end_the_peek)
        self._draw()

    def action_reveal(self) -> None:
        """Everything, for the worker alone; chosen in each sitting, and gone with the next cover."""
        self._is_open = not self._is_open
        self._is_shown = False
        self._draw()

    def _end_the_peek(self, draw: bool = True) -> None:
        if self._peek is not None:
            self._peek.stop()
            self._peek = None
        self._is_shown = False
        if draw:
            self._draw()

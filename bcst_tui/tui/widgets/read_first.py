"""A window with something to read before, or after, a step: sentences, and lines to choose from below them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from bcst_tui.tui import keys
from bcst_tui.tui.widgets.choosing import ChooseOne
from bcst_tui.tui.widgets.keyed_list import KeyedList
from bcst_tui.tui.widgets.turning import turn


class ReadFirst(ChooseOne):
    """The place of the line chosen, or None for Esc, which is always the way back."""

    DEFAULT_CSS = """
    ReadFirst > Vertical { width: 80; max-width: 100%; }
    ReadFirst VerticalScroll { height: auto; max-height: 50vh; scrollbar-size-vertical: 1; }
    ReadFirst VerticalScroll Static { height: auto; margin: 0 1 1 0; }
    ReadFirst KeyedList { height: auto; }
    """
    BINDINGS = [keys.binding("page_up", "turn(-1)"), keys.binding("page_down", "turn(1)")]

    def __init__(
        self, title: str, sentences: Sequence[str], choices: Sequence[str], hint: str = "A key chooses · Esc goes back"
    ) -> None:
        super().__init__(title, choices, hint)
        self._sentences = tuple(sentences)

    def between(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            for sentence in self._sentences:
                yield Static(sentence, markup=False)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        """Where there is one line only, Enter takes it unlit."""
        if event.index is None and len(self._lines) == 1:
            event.stop()
            self.dismiss(0)

    def action_turn(self, pages: int) -> None:
        turn(self.query_one(VerticalScroll), pages)

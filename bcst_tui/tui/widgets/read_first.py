"""A window with something to read before, or after, a step: sentences, and lines to choose from below them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from bcst_tui.tui import keys
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line


class ReadFirst(ModalScreen[int | None]):
    """The place of the line chosen, or None for Esc, which is always the way back."""

    DEFAULT_CSS = """
    ReadFirst { align: center middle; }
    ReadFirst > Vertical {
        width: 72; max-width: 96%; height: auto; max-height: 96%;
        border: round $border; background: $surface; padding: 1 2;
    }
    ReadFirst .title { text-style: bold; height: auto; margin: 0 0 1 0; }
    ReadFirst VerticalScroll { height: auto; max-height: 50vh; scrollbar-size-vertical: 1; }
    ReadFirst VerticalScroll Static { height: auto; margin: 0 1 1 0; }
    ReadFirst KeyedList { height: auto; }
    ReadFirst .hint { color: $quiet; height: auto; margin: 1 0 0 0; }
    """
    BINDINGS = [
        keys.binding("back", "leave"),
        keys.binding("page_up", "turn(-1)"),
        keys.binding("page_down", "turn(1)"),
    ]

    def __init__(
        self, title: str, sentences: Sequence[str], choices: Sequence[str], hint: str = "A key chooses · Esc goes back"
    ) -> None:
        super().__init__()
        self._title = title
        self._sentences = tuple(sentences)
        self._choices = tuple(choices)
        self._hint = hint

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._title, classes="title", markup=False)
            with VerticalScroll(can_focus=False):
                for sentence in self._sentences:
                    yield Static(sentence, markup=False)
            yield KeyedList([Line(choice) for choice in self._choices])
            yield Static(self._hint, classes="hint", markup=False)

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        self.dismiss(event.index)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self.dismiss(event.index)
        elif len(self._choices) == 1:
            self.dismiss(0)

    def action_turn(self, pages: int) -> None:
        words = self.query_one(VerticalScroll)
        words.scroll_relative(y=pages * max(words.size.height - 1, 1), animate=False)

    def action_leave(self) -> None:
        self.dismiss(None)

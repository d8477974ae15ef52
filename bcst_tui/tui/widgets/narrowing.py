"""The window in which it is chosen how a case must stand to be listed; the count is told with every choice."""

from __future__ import annotations

from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from bcst_tui.tui import keys
from bcst_tui.tui.widgets.ending import Window
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line

CHOSEN, NOT_CHOSEN = "●", "○"


class Narrowed(Protocol):
    """What is chosen so far."""

    @property
    def title(self) -> str:
        """The question, and how many are left."""

    @property
    def lines(self) -> tuple[tuple[str, bool], ...]:
        """Every way to narrow them down, and whether it is chosen."""

    def choose(self, place: int) -> None:
        """Choose the way in this place, or leave it again."""


class Narrowing(Window[bool]):
    """Which ones; a key chooses or leaves one way to narrow them down, Enter shows what is left."""

    DEFAULT_CSS = """
    Narrowing { align: center middle; }
    Narrowing > Vertical {
        width: 64; max-width: 96%; height: auto; max-height: 100%;
        border: round $border; background: $surface; padding: 0 2;
    }
    Narrowing .title { text-style: bold; height: auto; margin: 0 0 1 0; }
    Narrowing .hint { color: $quiet; height: auto; margin: 1 0 0 0; }
    Narrowing KeyedList { max-height: 15; }
    """
    BINDINGS = [keys.binding("back", "leave")]

    def __init__(self, narrowed: Narrowed) -> None:
        super().__init__()
        self._narrowed = narrowed

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._narrowed.title, classes="title", markup=False)
            yield KeyedList(self._lines())
            yield Static("A key chooses · Enter shows them · Esc leaves it as it was", classes="hint", markup=False)

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        self._narrowed.choose(event.index)
        self.query_one(KeyedList).say(self._lines())
        self.query_one(".title", Static).update(self._narrowed.title)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        self.dismiss(True)

    def action_leave(self) -> None:
        self.dismiss(False)

    def _lines(self) -> list[Line]:
        return [Line(words, mark=CHOSEN if is_chosen else NOT_CHOSEN) for words, is_chosen in self._narrowed.lines]

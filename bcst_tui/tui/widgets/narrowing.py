"""The window in which it is chosen how a case must stand to be listed; the count is told with every choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from bcst_tui.casebook.finding import EVERYTHING_OPEN, choices
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.ending import Window
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.finding import Wanted

CHOSEN, NOT_CHOSEN = "●", "○"
EVERY_ONE = "Every open case again"


class Narrowing(Window["Wanted | None"]):
    """Which cases; a key chooses or leaves one way to narrow them down, Enter shows what is left."""

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

    def __init__(self, casebook: Casebook, wanted: Wanted) -> None:
        super().__init__()
        self._casebook = casebook
        self._wanted = wanted

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._title(), classes="title", markup=False)
            yield KeyedList(self._lines())
            yield Static("A key chooses · Enter shows them · Esc leaves it as it was", classes="hint", markup=False)

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        ways = choices(self._wanted, self._casebook.labels)
        self._wanted = ways[event.index].chosen if event.index < len(ways) else EVERYTHING_OPEN
        self.query_one(KeyedList).say(self._lines())
        self.query_one(".title", Static).update(self._title())

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        self.dismiss(self._wanted)

    def action_leave(self) -> None:
        self.dismiss(None)

    def _title(self) -> str:
        return f"Which cases? {self._casebook.find_cases(self._wanted, most=0).count_words.capitalize()}."

    def _lines(self) -> list[Line]:
        ways = choices(self._wanted, self._casebook.labels)
        shown = [Line(one.words, mark=CHOSEN if one.is_chosen else NOT_CHOSEN) for one in ways]
        return [*shown, Line(EVERY_ONE, mark=" ")]

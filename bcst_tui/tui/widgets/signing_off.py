"""The last look before a plan is agreed: what is still open, none of which forbids it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from bcst_tui.tui import keys
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line


class SigningOff(ModalScreen[bool]):
    """Sentences to read, then yes or no."""

    DEFAULT_CSS = """
    SigningOff { align: center middle; }
    SigningOff > Vertical {
        width: 76; max-width: 96%; height: auto; max-height: 94%;
        border: round $border; background: $surface; padding: 1 2 0 2;
    }
    SigningOff .title { text-style: bold; height: auto; margin: 0 0 1 0; }
    SigningOff VerticalScroll { height: auto; max-height: 35vh; margin: 0 0 1 0; scrollbar-size-vertical: 1; }
    SigningOff VerticalScroll Static { height: auto; margin: 0 1 0 0; }
    SigningOff KeyedList { height: auto; }
    SigningOff .hint { color: $quiet; height: auto; margin: 1 0 0 0; }
    """
    BINDINGS = [
        keys.binding("back", "leave"),
        keys.binding("page_up", "turn(-1)"),
        keys.binding("page_down", "turn(1)"),
    ]

    def __init__(self, still_open: Sequence[str], proposed: int) -> None:
        super().__init__()
        self._still_open = tuple(still_open)
        self._proposed = proposed

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._title(), classes="title", markup=False)
            if self._still_open:
                with VerticalScroll(can_focus=False):
                    for sentence in self._still_open:
                        yield Static(f"○ {sentence}", markup=False)
            yield KeyedList([Line("Agree it"), Line("Not yet")])
            yield Static(self._hint(), classes="hint", markup=False)

    def _title(self) -> str:
        asked = "Agree the plan as it stands, as its next version?"
        confirms = {0: "", 1: " One need is still proposed; this confirms it."}.get(
            self._proposed, f" {self._proposed} needs are still proposed; this confirms them."
        )
        if not self._still_open:
            return f"{asked}{confirms} Nothing else is open."
        return f"{asked}{confirms} Worth a look first:"

    def _hint(self) -> str:
        reads = "PgUp and PgDn read on · " if self._still_open else ""
        return f"{reads}Nothing here forbids it · Esc goes back" if self._still_open else "Esc goes back"

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        self.dismiss(event.index == 0)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self.dismiss(event.index == 0)

    def action_turn(self, pages: int) -> None:
        for words in self.query(VerticalScroll):
            words.scroll_relative(y=pages * max(words.size.height - 1, 1), animate=False)

    def action_leave(self) -> None:
        self.dismiss(False)

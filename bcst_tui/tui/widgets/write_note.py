"""A window to write a few lines in; Enter goes on, and what is half written waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static, TextArea

from bcst_tui.interview.answer import LONG_TEXT
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.ending import Window
from bcst_tui.tui.widgets.keeps_writing import KeepsWriting
from bcst_tui.tui.widgets.text_entries import PlainTextArea, letters_left

if TYPE_CHECKING:
    from bcst_tui.casebook.forms import Part

HINT = "Enter goes on · Ctrl+J begins a new line · Esc leaves it for now"
NOT_HERE = "Not for what is told in private: that has a place of its own."


@dataclass(frozen=True)
class Written:
    """What stood in the window when it was left, and whether it was left to go on."""

    words: str = field(repr=False)
    goes_on: bool


class WriteNote(KeepsWriting, Window[Written]):
    """What was written, finished or not; `told` says above it why it was not taken."""

    DEFAULT_CSS = """
    WriteNote { align: center middle; }
    WriteNote > Vertical {
        width: 76; max-width: 96%; height: auto; max-height: 96%;
        border: round $border; background: $surface; padding: 1 2;
    }
    WriteNote .title { text-style: bold; height: auto; }
    WriteNote .told { color: $error; text-style: bold; height: auto; }
    WriteNote PlainTextArea { height: 8; margin: 1 0 0 0; }
    WriteNote .letters { height: auto; min-height: 1; color: $quiet; }
    WriteNote .hint, WriteNote .begun { color: $quiet; height: auto; }
    """
    BINDINGS = [keys.binding("back", "leave")]

    def __init__(self, part: Part, told: str = "") -> None:
        super().__init__()
        self._part = part
        self._told = told

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static("A note on this case", classes="title", markup=False)
            if self._told:
                yield Static(f"! {self._told}", classes="told", markup=False)
            yield PlainTextArea(self._part.words, show_line_numbers=False, tab_behavior="focus", soft_wrap=True)
            yield Static("", classes="letters", markup=False)
            if self._part.begun:
                yield Static(self._part.begun, classes="begun", markup=False)
            yield Static(NOT_HERE, classes="hint", markup=False)
            yield Static(HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        box = self.query_one(PlainTextArea)
        box.focus()
        box.move_cursor(box.document.end)

    def fields(self) -> Iterator[tuple[Part, str]]:
        yield self._part, self.query_one(PlainTextArea).text

    def tell_not_kept(self, words: str) -> None:
        self.query_one(".letters", Static).update(f"! {words}")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.query_one(".letters", Static).update(letters_left(len(event.text_area.text), LONG_TEXT))

    def on_plain_text_area_submitted(self, event: PlainTextArea.Submitted) -> None:
        event.stop()
        words = self.query_one(PlainTextArea).text
        if len(words) > LONG_TEXT:
            self.query_one(".letters", Static).update(f"! {letters_left(len(words), LONG_TEXT)}: two notes will do.")
        elif words.strip():
            self._leave(goes_on=True)

    def action_leave(self) -> None:
        self._leave(goes_on=False)

    def _leave(self, *, goes_on: bool) -> None:
        self.keep_writing()
        self.done_writing()
        self.dismiss(Written(self.query_one(PlainTextArea).text, goes_on))

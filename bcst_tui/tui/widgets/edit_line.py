"""One cell of the plan changed where it stands: a line to write in, under the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from bcst_tui.interview.answer import SHORT_TEXT
from bcst_tui.tui.widgets.line_input import LineInput


class EditLine(Vertical):
    """Closed until it is opened for something; Enter gives what was written, and whoever opened it closes it."""

    DEFAULT_CSS = """
    EditLine { display: none; height: auto; padding: 0 2; border-top: solid $accent; }
    EditLine.-open { display: block; }
    EditLine .label { height: auto; padding: 0 1; text-style: bold; }
    EditLine LineInput { margin: 0 1; background: $surface; }
    EditLine .hint { height: auto; padding: 0 1; color: $quiet; }
    """

    @dataclass
    class Written(Message):
        """Posted on Enter."""

        words: str = field(repr=False)

    def compose(self) -> ComposeResult:
        yield Static("", classes="label", markup=False)
        yield LineInput(max_length=SHORT_TEXT, select_on_focus=True, compact=True)
        yield Static("", classes="hint", markup=False)

    @property
    def is_open(self) -> bool:
        return self.has_class("-open")

    def open_for(self, label: str, words: str, hint: str, offered: Sequence[str] = ()) -> None:
        """Write here: what it is about, what stands there now, and what may be offered while typing."""
        self.query_one(".label", Static).update(label)
        self.query_one(".hint", Static).update(f"{hint} · Enter keeps it · Esc leaves it")
        line = self.query_one(LineInput)
        line.suggester = SuggestFromList(offered, case_sensitive=False) if offered else None
        line.value = words
        self.add_class("-open")
        line.focus()

    def close(self) -> None:
        """Put it away, with what was written."""
        self.query_one(LineInput).value = ""
        self.remove_class("-open")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Written(event.value.strip()))

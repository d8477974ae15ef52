"""A line to write on, under the words that say what for."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static


class Field(Vertical):
    """A label, a line to write on, and below it a hint, or why what was written can't be taken."""

    DEFAULT_CSS = """
    Field {
        height: auto;
        margin: 0 0 1 0;

        & > .label { text-style: bold; }
        & > .note { color: $quiet; height: auto; min-height: 1; }
        & > .note.-refused { color: $error; text-style: bold; }
        & > Input {
            height: 1;
            border: none;
            padding: 0 1;
            background: $field;
        }
        & > Input:focus { background: $field-focus; background-tint: $foreground 0%; }
    }
    """

    def __init__(self, name: str, label: str, hint: str = "", *, hidden: bool = False, value: str = "") -> None:
        super().__init__(id=name)
        self._label = label
        self._hint = hint
        self._hidden = hidden
        self._first_value = value

    def compose(self) -> ComposeResult:
        yield Static(self._label, classes="label", markup=False)
        yield Input(self._first_value, password=self._hidden, select_on_focus=False, compact=True)
        yield Static(self._hint, classes="note", markup=False)

    @property
    def line(self) -> Input:
        return self.query_one(Input)

    @property
    def text(self) -> str:
        """What is written on it."""
        return self.line.value

    def refuse(self, reason: str) -> None:
        """Say in place why it can't be taken, and put the cursor there."""
        self.say(f"! {reason}", refused=True)
        self.line.focus()

    def say(self, note: str, *, refused: bool = False) -> None:
        """Another line below; the hint again if there is nothing to say."""
        told = self.query_one(".note", Static)
        told.update(note or self._hint)
        told.set_class(refused, "-refused")

    def on_input_changed(self) -> None:
        self.say("")

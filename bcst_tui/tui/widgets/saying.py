"""Notes to read out and things to do: Enter says that it is done."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from bcst_tui.script.model import Question
from bcst_tui.tui.widgets.answer_field import AnswerField, Earlier
from bcst_tui.tui.widgets.wording import Wording


class DoneKey(Static, can_focus=True):
    """The line that waits for Enter."""

    DEFAULT_CSS = """
    DoneKey { width: auto; padding: 0 2; margin: 0 1; border: round $border-blurred; }
    DoneKey:focus { border: round $border; text-style: bold; }
    """

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            self.done()

    def on_click(self) -> None:
        self.done()

    def done(self) -> None:
        self.post_message(AnswerField.Entered("done"))


class Done(AnswerField):
    """Enter: it has been read out, or done."""

    hint = "Read it out · Enter goes on"

    def __init__(self, question: Question, earlier: Earlier, wording: Wording) -> None:
        super().__init__()
        self._words = "Enter — read out" if question.kind == "note" else "Enter — done"
        self._earlier = earlier.is_there

    def compose(self) -> ComposeResult:
        yield DoneKey(f"{self._words}{' (already)' if self._earlier else ''}", markup=False)

    def take_focus(self) -> None:
        self.query_one(DoneKey).focus()

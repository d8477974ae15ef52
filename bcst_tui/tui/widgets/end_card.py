"""What stands in the question's place when nothing is left to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from bcst_tui.tui.widgets.keyed_list import KeyedList, Line

Next = Literal["check", "plan", "end"]
NEXT: tuple[Next, ...] = ("check", "plan", "end")


class EndCard(Vertical):
    """All has been asked: read it through, go on to the plan, or end."""

    DEFAULT_CSS = """
    EndCard { height: 1fr; padding: 2 3; }
    EndCard Static { height: auto; max-width: 76; }
    EndCard .lead { text-style: bold; }
    EndCard .waiting { margin: 1 0 0 0; color: $accent; }
    EndCard KeyedList { margin: 1 0 0 0; }
    """

    @dataclass
    class Chosen(Message):
        """Posted when the worker says what comes next."""

        next: Next

    def __init__(self, waiting: int) -> None:
        super().__init__()
        self._waiting = waiting

    def compose(self) -> ComposeResult:
        if self._waiting:
            yield Static("That is all that can be asked here and now.", classes="lead", markup=False)
            yield Static(self._waiting_words(), classes="waiting", markup=False)
        else:
            yield Static("That was the last question. Everything is saved.", classes="lead", markup=False)
        last = "Stop for today; what waits can be asked another day" if self._waiting else "End the interview"
        yield KeyedList([Line("Read the answers through"), Line("Go to needs and plan"), Line(last)])

    def on_mount(self) -> None:
        self.query_one(KeyedList).focus()

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        self.post_message(self.Chosen(NEXT[event.index]))

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self.post_message(self.Chosen(NEXT[event.index]))

    def _waiting_words(self) -> str:
        questions = "1 question waits" if self._waiting == 1 else f"{self._waiting} questions wait"
        return (
            f"{questions} for a moment when nobody else can hear. When there is one, "
            "go to “Read the answers through” and change the answer about privacy: they come next then."
        )

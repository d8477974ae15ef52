"""The last look before a plan is agreed: the tasks of the screening, what is open, the private part's own day."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from bcst_tui.plan.signing_off import LastLook
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.ending import Window
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line
from bcst_tui.tui.widgets.turning import turn

HINT = "PgUp and PgDn read on · Nothing here forbids it · Esc goes back"


class SigningOff(Window[bool]):
    """Sentences to read, then yes or no; nothing in them forbids it."""

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

    def __init__(self, look: LastLook, proposed: int) -> None:
        super().__init__()
        self._look = look
        self._proposed = proposed

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._title(), classes="title", markup=False)
            with VerticalScroll(can_focus=False):
                for sentence in self._sentences():
                    yield Static(sentence, markup=False)
            yield KeyedList([Line("Agree it"), Line("Not yet")])
            yield Static(
                "PgUp and PgDn read on · Nothing here forbids it · Esc goes back", classes="hint", markup=False
            )

    def _title(self) -> str:
        asked = "Agree the plan as it stands, as its next version?"
        confirms = {0: "", 1: " One need is still proposed; this confirms it."}.get(
            self._proposed, f" {self._proposed} needs are still proposed; this confirms them."
        )
        rest = "Worth a look first:" if self._look.still_open else "Nothing else is open."
        return f"{asked}{confirms} {rest}"

    def _sentences(self) -> Iterator[str]:
        tasks = self._look.tasks
        closed = sum(task.is_closed for task in tasks)
        yield f"{'●' if closed == len(tasks) else '○'} Tasks of the screening closed: {closed} of {len(tasks)}."
        for sentence in self._look.still_open:
            yield f"○ {sentence}"
        private = self._look.private_part
        yield f"· The private part: {private[:1].lower()}{private[1:]}. It has its own day, and the plan need not wait."

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        self.dismiss(event.index == 0)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self.dismiss(event.index == 0)

    def action_turn(self, pages: int) -> None:
        for words in self.query(VerticalScroll):
            turn(words, pages)

    def action_leave(self) -> None:
        self.dismiss(False)

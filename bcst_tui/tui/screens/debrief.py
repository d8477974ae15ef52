"""The debrief of one rehearsal: a line or two of one's own first; what happened and the four results after that."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from bcst_tui.errors import BcstError
from bcst_tui.training.debrief import debrief_text
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.line_input import LineInput
from bcst_tui.tui.widgets.turning import turn

if TYPE_CHECKING:
    from bcst_tui.casebook.trainers import TrainersCasebook

ASKED = "Before you read: how was that? One line of your own, then Enter. Nothing is shown before."
MOST_CHARACTERS = 200


class DebriefScreen(WholeScreen[None]):
    """Folded until something of one's own is written; then a page to read."""

    HELP: ClassVar[str] = (
        "Write how it was, in a line of your own; **Enter** keeps it and opens the rest. **Esc** leaves.\n\n"
        "The four results stand side by side and are never added up. What somebody chose to tell is no mark.\n\n"
        "`bcst train debrief` prints the same page, or writes it."
    )
    BINDINGS = [
        binding("back", show=True),
        binding("page_down", show=True),
        binding("page_up", show=True),
    ]
    DEFAULT_CSS = """
    DebriefScreen VerticalScroll { padding: 1 3; height: 1fr; }
    DebriefScreen Static { height: auto; }
    DebriefScreen #asked { margin: 1 3 0 3; }
    DebriefScreen LineInput { margin: 0 3; }
    DebriefScreen.-open #asked, DebriefScreen.-open LineInput { display: none; }
    """

    def __init__(self, casebook: TrainersCasebook, number: int) -> None:
        super().__init__()
        self._casebook = casebook
        self._number = number

    def compose(self) -> ComposeResult:
        yield TitleLine("Debrief", f"rehearsal {self._number}")
        yield Static(ASKED, id="asked", markup=False)
        yield LineInput(max_length=MOST_CHARACTERS)
        with VerticalScroll(can_focus=False):
            yield Static("", id="page", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if not event.value.strip():
            return
        try:
            self._casebook.write_own_lines(self._number, event.value)
        except BcstError as refused:
            self.query_one("#page", Static).update(f"! {refused}")
            return
        self._draw()

    def action_back(self) -> None:
        self.dismiss(None)

    def action_page_down(self) -> None:
        turn(self.query_one(VerticalScroll), 1)

    def action_page_up(self) -> None:
        turn(self.query_one(VerticalScroll), -1)

    def _draw(self) -> None:
        debrief = self._casebook.debrief(self._number)
        self.set_class(debrief.is_open, "-open")
        self.query_one("#page", Static).update(debrief_text(debrief) if debrief.is_open else "")
        if not debrief.is_open:
            self.query_one(LineInput).focus()
        else:
            self.set_focus(None)

"""When somebody has just told something and the private part can't be opened here: stop and listen, write nothing."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.ending import Window

WORDS = "Stop. Listen. There is nothing to fill in, and nothing is kept of what you are hearing now."
NOT_HERE = "To keep something of it, if they wish, open their interview and press F6 there."
URGENT = "If something can't wait, press F8."


class JustToldScreen(Window[None]):
    """A quiet page over the question that was being asked; Esc goes back to it."""

    BINDINGS = [binding("back", "close", show=True, label="Back")]
    DEFAULT_CSS = """
    JustToldScreen { align: center middle; }
    """
    HELP: ClassVar[str] = ""

    def __init__(self, why_closed: str = "") -> None:
        super().__init__()
        self._words = "\n\n".join((WORDS, why_closed or NOT_HERE, URGENT))

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self._words, markup=False, classes="words")
            yield Static("Esc goes back to where you were", markup=False, classes="quiet")

    def action_close(self) -> None:
        self.dismiss(None)

"""When somebody has just told something: stop and listen. Nothing is asked and nothing is written down."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.ending import Window

WORDS = (
    "Stop. Listen. There is nothing to fill in.\n\n"
    "This comes in a part of its own, which isn't built yet. bcst keeps nothing of what you are hearing now.\n\n"
    "If something can't wait, press F8."
)


class JustToldScreen(Window[None]):
    """A quiet page over the question that was being asked; Esc goes back to it."""

    BINDINGS = [binding("back", "close", show=True, label="Back")]
    DEFAULT_CSS = """
    JustToldScreen { align: center middle; }
    """
    HELP: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(WORDS, markup=False, classes="words")
            yield Static("Esc goes back to where you were", markup=False, classes="quiet")

    def action_close(self) -> None:
        self.dismiss(None)

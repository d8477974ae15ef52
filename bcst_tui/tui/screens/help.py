"""Help: what the screen underneath is for, and every key that works on it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from bcst_tui.tui.keys import binding, shown
from bcst_tui.tui.widgets.ending import Window

HIDING = (
    "Hiding. F9 puts up a bus timetable at once. Press Space, type today's short word and press Enter to come back. "
    "It keeps out a glance. It doesn't keep out a camera, or somebody who has already read the screen."
)


class HelpScreen(Window[None]):
    """One page over the screen it explains; Esc or F1 closes it."""

    BINDINGS = [binding("back", "close", show=True, label="Close"), binding("help", "close")]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    """
    HELP: ClassVar[str] = ""

    def __init__(self, words: str, keys: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self._words = words
        self._keys = keys

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            with VerticalScroll():
                yield Markdown(self._words, open_links=False)
                yield Static("Keys that work here", markup=False, classes="heading")
                for key, label, tooltip in self._keys:
                    with Horizontal(classes="key-row"):
                        yield Static(Content.assemble((f"{key:<8}", "bold $primary"), label), classes="key")
                        yield Static(tooltip, classes="tooltip", markup=False)
                yield Static(HIDING, markup=False, classes="words")
            yield Static(f"{shown('escape')} closes this", markup=False, classes="quiet")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_close(self) -> None:
        self.dismiss(None)

"""What the worker may bear in mind with somebody: for the worker's eyes, opened by a key, on no paper (R28, R75)."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from bcst_tui.plan.cohorts import NOT_NOW, NOTHING_IN_PARTICULAR, CohortPrompts, ways_of
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.ending import Window
from bcst_tui.tui.widgets.row import Cell, Row

FOR_WHOM = "Only for you, and on no copy. Esc closes this."


class BearInMind(Window[None]):
    """What to ask, offer and avoid, one circumstance after another; None where somebody else can see."""

    BINDINGS = [binding("back", "close", show=True, label="Close"), binding("bear_in_mind", "close")]
    DEFAULT_CSS = """
    BearInMind { align: center middle; }
    BearInMind .for { text-style: bold; }
    BearInMind .way { height: auto; }
    BearInMind .way.-last { margin: 0 0 1 0; }
    """

    def __init__(self, prompts: Sequence[CohortPrompts] | None) -> None:
        super().__init__()
        self._prompts = prompts

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            with VerticalScroll():
                yield Static("Bear in mind", classes="heading", markup=False)
                if not self._prompts:
                    yield Static(NOT_NOW if self._prompts is None else NOTHING_IN_PARTICULAR, markup=False)
                for one in self._prompts or ():
                    yield Static(one.heading, classes="for", markup=False)
                    for way, words in ways_of(one):
                        line = Row([Cell(Content(way), width=5), Cell(Content("; ".join(words)))])
                        yield Static(line, classes="way -last" if way == "Avoid" else "way")
            yield Static(FOR_WHOM, classes="quiet", markup=False)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def put_away(self) -> None:
        """The cover goes up: the words don't come back with what is under it."""
        self.query_one(VerticalScroll).display = False

    def action_close(self) -> None:
        self.dismiss(None)

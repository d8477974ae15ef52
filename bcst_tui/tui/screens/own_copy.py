"""The person's own copy, to be looked at together before anybody asks if they want it (K05)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from bcst_tui.errors import ExportRefused
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.turning import turn

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import Sitting

ALL_OF_IT = "This is all your paper would say. Nothing is written by looking at it."


class OwnCopyScreen(WholeScreen[None]):
    """The own copy as plain text, word for word what would be written; nothing can be done here but read it."""

    HELP: ClassVar[str] = (
        "Turn the screen round and read it together. PgUp and PgDn turn its pages; Esc goes back.\n\n"
        "To write it, use **X** on the plan."
    )
    BINDINGS = [
        keys.binding("page_up", "turn(-1)", show=True),
        keys.binding("page_down", "turn(1)", show=True),
        keys.binding("back", show=True),
    ]
    DEFAULT_CSS = """
    OwnCopyScreen .all { height: auto; padding: 1 3 0 3; text-style: bold; color: $accent; }
    OwnCopyScreen VerticalScroll {
        height: 1fr; margin: 1 2 0 2; padding: 0 2; border: round $border-blurred; scrollbar-size-vertical: 1;
    }
    OwnCopyScreen VerticalScroll Static { height: auto; }
    """

    def __init__(self, casebook: Casebook, sitting: Sitting) -> None:
        super().__init__()
        self._reference = sitting.reference
        try:
            self._text = casebook.preview(sitting, "CELL", "txt").text
        except ExportRefused as refused:
            self._text = f"! {refused}"

    def compose(self) -> ComposeResult:
        yield TitleLine("Your copy", self._reference)
        yield Static(ALL_OF_IT, classes="all", markup=False)
        with VerticalScroll():
            yield Static(self._text, markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_turn(self, pages: int) -> None:
        turn(self.query_one(VerticalScroll), pages)

    def action_back(self) -> None:
        self.dismiss(None)

"""Management figures of one quarter: read here, and written as CSV, after which they stay as they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from bcst_tui.export.figures import figure_lines
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.folders import folder_named, written
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.choosing import SayInALine
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.read_first import ReadFirst
from bcst_tui.tui.widgets.turning import turn

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.plan.figures import Figures

FOLDER = "The folder to write the figures into"
ONCE = "Written once, the figures of this quarter stay as they are, whatever is put in afterwards."


class FiguresScreen(WholeScreen[None]):
    """Every number as it may be told; nothing here leads back to a case."""

    BINDINGS = [
        binding("export", show=True, label="Write as CSV"),
        binding("page_up", "turn(-1)", show=True),
        binding("page_down", "turn(1)", show=True),
        binding("back", show=True),
    ]
    HELP: ClassVar[str] = (
        "Numbers of people, to the nearest five. Under ten is not told, and neither is what would let somebody work "
        "it out. **X** writes a CSV file; from then on this quarter is told as it was written."
    )
    DEFAULT_CSS = """
    FiguresScreen VerticalScroll { height: 1fr; padding: 1 3; scrollbar-size-vertical: 1; }
    FiguresScreen VerticalScroll Static { height: auto; }
    """

    def __init__(self, casebook: Casebook, figures: Figures) -> None:
        super().__init__()
        self._casebook = casebook
        self._figures = figures

    def compose(self) -> ComposeResult:
        yield TitleLine("Figures", self._figures.quarter.words)
        with VerticalScroll():
            yield Static("\n".join(figure_lines(self._figures)), markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_turn(self, pages: int) -> None:
        turn(self.query_one(VerticalScroll), pages)

    def action_export(self) -> None:
        self.run_worker(self._write(), exclusive=True)

    async def _write(self) -> None:
        """Into a folder, under a name that is the quarter's."""
        typed = await self.app.push_screen_wait(SayInALine(FOLDER, f"{ONCE} Enter writes · Esc writes nothing"))
        if typed is None:
            return
        quarter = self._figures.quarter
        file = folder_named(typed) / self._casebook.figures_name(quarter)

        def write(overwrite: bool) -> Path:
            return self._casebook.write_figures(quarter, file, overwrite=overwrite)

        made = await written(self.app, file, write, "It is there already.")
        if isinstance(made, Rejection):
            await self.app.push_screen_wait(ReadFirst(made.reason, (), ("Back",)))
            return
        self._figures = self._casebook.figures(quarter)
        self.query_one(VerticalScroll).query_one(Static).update("\n".join(figure_lines(self._figures)))
        self.app.notify(f"Written: {made}")

    def action_back(self) -> None:
        self.dismiss(None)

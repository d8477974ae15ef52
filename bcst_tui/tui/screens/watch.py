"""Watching a rehearsal that was held, step by step: what was said and what came back, and no numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from bcst_tui.casebook.rehearsal_ways import step_in_words
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine

if TYPE_CHECKING:
    from bcst_tui.casebook.rehearsal_values import Rehearsal
    from bcst_tui.casebook.training import TrainingCasebook


class WatchScreen(WholeScreen[None]):
    """One step at a time; Enter shows the next."""

    HELP: ClassVar[str] = "**Enter** shows the next step, **Esc** goes back one; before the first it leaves."
    BINDINGS = [binding("open", "next_step", label="Next step", show=True), binding("back", show=True)]
    DEFAULT_CSS = """
    WatchScreen VerticalScroll { padding: 1 3; height: 1fr; }
    WatchScreen Static { height: auto; }
    """

    def __init__(self, casebook: TrainingCasebook, rehearsal: Rehearsal) -> None:
        super().__init__()
        self._rehearsal = rehearsal
        self._steps = [words for words in step_in_words(casebook, rehearsal) if words]
        self._shown = 1

    def compose(self) -> ComposeResult:
        yield TitleLine(self._rehearsal.persona.title, self._rehearsal.persona.id)
        with VerticalScroll(can_focus=False):
            yield Static("", id="steps", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._draw()

    def action_next_step(self) -> None:
        self._shown = min(self._shown + 1, max(len(self._steps), 1))
        self._draw()

    def action_back(self) -> None:
        if self._shown <= 1:
            self.dismiss(None)
        else:
            self._shown -= 1
            self._draw()

    def _draw(self) -> None:
        self.query_one("#steps", Static).update("\n\n".join(self._steps[: self._shown]) or "Nothing was said in it.")
        self.query_one(VerticalScroll).scroll_end(animate=False)

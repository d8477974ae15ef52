"""What is due: late first, then today, then what comes next. References only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from bcst_tui.casebook.values import CaseLine
from bcst_tui.text import one_line
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.row import Cell, Row
from bcst_tui.tui.widgets.saying_when import how_soon


class TodayScreen(ModalScreen[int | None]):
    """The next thing due in every case, the soonest first; gives back the case to open, or None."""

    BINDINGS = [binding("back", "close", show=True, label="Close")]
    DEFAULT_CSS = """
    TodayScreen { align: center middle; }
    """
    HELP: ClassVar[str] = ""

    def __init__(self, cases: Sequence[CaseLine], today: date) -> None:
        super().__init__()
        self._due = sorted((line.next_due, line.case_id, line) for line in cases if line.next_due is not None)
        self._today = today

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static("Due today and next", markup=False, classes="heading")
            if self._due:
                yield OptionList(*(self._option(when, line) for when, _, line in self._due), markup=False)
            else:
                yield Static("Nothing is due. Due days come out of the plans.", markup=False, classes="words")
            yield Static("Enter opens the case · Esc closes this", markup=False, classes="quiet")

    def _option(self, when: date, line: CaseLine) -> Option:
        soon = Content.styled(how_soon(when, self._today), "bold")
        cells = (
            Cell(soon, width=16),
            Cell(Content(line.reference), width=8),
            Cell(Content(one_line(line.next_due_title))),
        )
        return Option(Row(cells), id=str(line.case_id))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(int(event.option.id or 0))

    def action_close(self) -> None:
        self.dismiss(None)

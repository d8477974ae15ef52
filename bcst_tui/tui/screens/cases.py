"""The list of cases: reference and initials, how far each has come, and what is due next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import DataTable, Static

from bcst_tui.casebook.values import CaseLine
from bcst_tui.text import one_line
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.saying_when import day, how_soon

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook

ROOM_FOR_BOTH = 120
"""Columns from which the list stands whole beside what is told about the marked case."""

_STATUS = {
    None: "○ No interview yet",
    "planned": "○ Planned",
    "open": "◐ Open",
    "paused": "◐ Stopped, not finished",
    "completed": "● Completed",
    "not_held": "– Not held",
}


def initials(name: str) -> str:
    """The first letters of a name: all a list shows until somebody asks for more."""
    return " ".join(part[0].upper() for part in one_line(name).split())


class CasesScreen(Screen[None]):
    """Every case; Enter opens one, O carries on with the interview that was not finished."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (ROOM_FOR_BOTH, "-wide")]
    BINDINGS = [
        binding("new_case", show=True),
        binding("carry_on", show=True),
        binding("names", show=True),
        binding("lock", "app.lock"),
    ]
    HELP: ClassVar[str] = (
        "Each line is one case. The arrow keys move, Enter opens it.\n\n"
        "Names stay hidden until V shows them, and hide again when the cover has been up. "
        "What is due next comes out of the plan."
    )

    shows_names: reactive[bool] = reactive(False, init=False)

    @dataclass
    class Opened(Message):
        """Posted when a case is to be opened."""

        case_id: int

    @dataclass
    class CarriedOn(Message):
        """Posted when the unfinished interview is to go on."""

        case_id: int

    class NewWanted(Message):
        """Posted when a case is to be opened for somebody new."""

    def __init__(self, casebook: Casebook) -> None:
        super().__init__()
        self._casebook = casebook
        self._lines: tuple[CaseLine, ...] = ()
        self._unfinished_case: int | None = None

    def compose(self) -> ComposeResult:
        yield TitleLine("Cases", f"{one_line(self._casebook.profile.prison)} · {day(self._casebook.today())}")
        with Horizontal(classes="columns"):
            with Vertical(classes="main"):
                yield Static("", id="unfinished", markup=False)
                yield Static("No cases yet.\n\nPress N to open the first one.", id="none", markup=False)
                yield DataTable[Text](cursor_type="row", show_header=True, cell_padding=1)
            with Vertical(classes="side"):
                yield Static("", id="about", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        table = self._table
        for heading, width in (("Reference", 10), ("Who", 15), ("Interview", 24), ("Due next", 15)):
            table.add_column(heading, width=width, key=heading)

    def on_screen_suspend(self) -> None:
        self.shows_names = False

    def on_screen_resume(self) -> None:
        self.read_again()

    def read_again(self) -> None:
        """Show the cases as the vault has them now."""
        self._lines = self._casebook.cases()
        unfinished = self._casebook.unfinished()
        told = self.query_one("#unfinished", Static)
        told.display = unfinished is not None
        if unfinished is not None:
            told.update(f"Not finished: {unfinished.case.reference}, {unfinished.words}.\nPress O to carry on.")
        self._unfinished_case = unfinished.case.case_id if unfinished else None
        self._draw()
        self.refresh_bindings()

    def watch_shows_names(self) -> None:
        self._draw()

    def _draw(self) -> None:
        table = self._table
        at = table.cursor_row
        table.clear()
        today = self._casebook.today()
        for line in self._lines:
            due = how_soon(line.next_due, today) if line.next_due else "–"
            cells = (line.reference, self._who(line), _STATUS[line.sitting_status], due)
            table.add_row(*(Text(one_line(cell), no_wrap=True, overflow="ellipsis") for cell in cells))
        table.display = bool(self._lines)
        self.query_one("#none").display = not self._lines
        if self._lines:
            table.move_cursor(row=min(at, len(self._lines) - 1))
            table.focus()
        self._tell_about()

    def _who(self, line: CaseLine) -> str:
        return line.name_used if self.shows_names else initials(line.name_used)

    @on(DataTable.RowHighlighted)
    def _tell_about(self) -> None:
        about = self.query_one("#about", Static)
        if not self._lines or self._table.cursor_row >= len(self._lines):
            about.update("")
            return
        about.update(about_case(self._lines[self._table.cursor_row], self._casebook.today()))

    @on(DataTable.RowSelected)
    def _open(self, event: DataTable.RowSelected) -> None:
        self.post_message(self.Opened(self._lines[event.cursor_row].case_id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._unfinished_case is not None if action == "carry_on" else True

    def action_carry_on(self) -> None:
        if self._unfinished_case is not None:
            self.post_message(self.CarriedOn(self._unfinished_case))

    def action_new_case(self) -> None:
        self.post_message(self.NewWanted())

    def action_names(self) -> None:
        self.shows_names = not self.shows_names

    @property
    def _table(self) -> DataTable[Text]:
        return self.query_one(DataTable)


def about_case(line: CaseLine, today: date) -> str:
    """What the wide screen adds about the marked case, with no name in it."""
    told = [line.reference, "", _STATUS[line.sitting_status]]
    if line.asked:
        told.append(f"{line.answered} of about {line.asked} questions answered")
    if line.saved_at:
        told.append(f"Saved {day(line.saved_at.astimezone().date())}, {line.saved_at.astimezone():%H:%M}")
    if line.next_due:
        told += ["", f"Due {how_soon(line.next_due, today)}", one_line(line.next_due_title)]
    return "\n".join(told)

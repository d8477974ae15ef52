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
from textual.widgets import DataTable, Input, Static

from bcst_tui.casebook.values import CaseLine
from bcst_tui.text import one_line
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.line_input import LineInput
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


CLOSED = "– Closed"
WHAT_TO_FIND = "Reference, name, number, or: closed"
NO_CASES = "No cases yet.\n\nPress N to open the first one."
NONE_OPEN = "No case is open.\n\nPress N to open one for somebody, or F to find one that was closed."
NONE_FOUND = "No case holds these words. Esc shows the open ones again."


def initials(name: str) -> str:
    """The first letters of a name: all a list shows until somebody asks for more."""
    return " ".join(part[0].upper() for part in one_line(name).split())


class CasesScreen(Screen[None]):
    """Every case; Enter opens one, O carries on with the interview that was not finished."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (ROOM_FOR_BOTH, "-wide")]
    BINDINGS = [
        binding("new_case", show=True),
        binding("case_menu", show=True),
        binding("find", show=True),
        binding("carry_on"),
        binding("names", show=True),
        binding("back", "all_again"),
        binding("lock", "app.lock"),
    ]
    HELP: ClassVar[str] = (
        "Each line is one case. The arrow keys move, Enter opens it, M shows all that can be done with it.\n\n"
        "F finds by reference, name or prison number, among closed cases too; the word closed lists those alone. "
        "Esc shows the open ones again.\n\n"
        "Names stay hidden until V shows them, and hide again when the cover has been up. "
        "What is due next comes out of the plan."
    )

    DEFAULT_CSS = """
    CasesScreen #find { display: none; height: 1; margin: 0 0 1 0; background: $field; }
    CasesScreen #find.-open { display: block; }
    """

    shows_names: reactive[bool] = reactive(False, init=False)
    sought: reactive[str | None] = reactive(None, init=False)
    """The words to be found; None where nobody is looking for any."""

    @dataclass
    class Opened(Message):
        """Posted when a case is to be opened."""

        case_id: int

    @dataclass
    class CarriedOn(Message):
        """Posted when the unfinished interview is to go on."""

        case_id: int

    @dataclass
    class MenuWanted(Message):
        """Posted when something is to be done with the case as a whole."""

        case_id: int

    class NewWanted(Message):
        """Posted when a case is to be opened for somebody new."""

    def __init__(self, casebook: Casebook) -> None:
        super().__init__()
        self._casebook = casebook
        self._lines: tuple[CaseLine, ...] = ()
        self._shown: tuple[CaseLine, ...] = ()
        self._unfinished_case: int | None = None
        self._none_words = NO_CASES

    def compose(self) -> ComposeResult:
        yield TitleLine("Cases", f"{one_line(self._casebook.profile.prison)} · {day(self._casebook.today())}")
        with Horizontal(classes="columns"):
            with Vertical(classes="main"):
                yield Static("", id="unfinished", markup=False)
                yield LineInput(id="find", placeholder=WHAT_TO_FIND, compact=True, disabled=True)
                yield Static("", id="none", markup=False)
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
        self._read_lines()
        unfinished = self._casebook.unfinished()
        told = self.query_one("#unfinished", Static)
        told.display = unfinished is not None
        if unfinished is not None:
            told.update(f"Not finished: {unfinished.case.reference}, {unfinished.words}.\nPress O to carry on.")
        self._unfinished_case = unfinished.case.case_id if unfinished else None
        self._draw()
        self.refresh_bindings()

    def _read_lines(self) -> None:
        """The open cases; where somebody is looking for one, the closed ones after them."""
        closed = self._casebook.closed_cases() if self.sought is not None else ()
        self._lines = (*self._casebook.cases(), *closed)
        if not self._lines:
            self._none_words = NONE_OPEN if self._casebook.closed_cases() else NO_CASES

    def watch_shows_names(self) -> None:
        self._draw()

    def watch_sought(self, was: str | None, sought: str | None) -> None:
        """Open the line to write on, or close it and show the open cases again."""
        find = self.query_one("#find", LineInput)
        find.set_class(sought is not None, "-open")
        find.disabled = sought is None
        if (was is None) != (sought is None):
            find.value = ""
            self._read_lines()
        self._draw()
        if sought is not None:
            find.focus()

    @on(Input.Changed)
    def _seek(self, event: Input.Changed) -> None:
        event.stop()
        if self.sought is not None:
            self.sought = event.value

    @on(Input.Submitted)
    def _found(self, event: Input.Submitted) -> None:
        """On to what was found."""
        event.stop()
        if self._shown:
            self._table.focus()

    def _draw(self) -> None:
        table = self._table
        at = table.cursor_row
        table.clear()
        today = self._casebook.today()
        self._shown = tuple(line for line in self._lines if holds(line, self.sought or ""))
        for line in self._shown:
            due = how_soon(line.next_due, today) if line.next_due else "–"
            cells = (line.reference, self._who(line), standing(line), due)
            table.add_row(*(Text(one_line(cell), no_wrap=True, overflow="ellipsis") for cell in cells))
        table.display = bool(self._shown)
        none = self.query_one("#none", Static)
        none.display = not self._shown
        none.update(NONE_FOUND if self.sought is not None else self._none_words)
        if self._shown:
            table.move_cursor(row=min(at, len(self._shown) - 1))
            table.focus()
        self._tell_about()
        self.refresh_bindings()

    def _who(self, line: CaseLine) -> str:
        return line.name_used if self.shows_names else initials(line.name_used)

    @on(DataTable.RowHighlighted)
    def _tell_about(self) -> None:
        about = self.query_one("#about", Static)
        lit = self._lit
        about.update(about_case(lit, self._casebook.today()) if lit else "")

    @on(DataTable.RowSelected)
    def _open(self, event: DataTable.RowSelected) -> None:
        lit = self._shown[event.cursor_row]
        has_nothing_to_read = lit.closed and lit.sitting_status is None
        self.post_message(self.MenuWanted(lit.case_id) if has_nothing_to_read else self.Opened(lit.case_id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "carry_on":
                return self._unfinished_case is not None
            case "case_menu":
                return bool(self._shown)
            case "all_again":
                return self.sought is not None
        return True

    def action_carry_on(self) -> None:
        if self._unfinished_case is not None:
            self.post_message(self.CarriedOn(self._unfinished_case))

    def action_new_case(self) -> None:
        self.post_message(self.NewWanted())

    def action_case_menu(self) -> None:
        if (lit := self._lit) is not None:
            self.post_message(self.MenuWanted(lit.case_id))

    def action_find(self) -> None:
        self.sought = self.sought or ""

    def action_all_again(self) -> None:
        self.sought = None

    def action_names(self) -> None:
        self.shows_names = not self.shows_names

    @property
    def _lit(self) -> CaseLine | None:
        at = self._table.cursor_row
        return self._shown[at] if at < len(self._shown) else None

    @property
    def _table(self) -> DataTable[Text]:
        return self.query_one(DataTable)


def standing(line: CaseLine) -> str:
    """How far a case has come, in a few words; of a closed one only that it is."""
    return CLOSED if line.closed else _STATUS[line.sitting_status]


def holds(line: CaseLine, sought: str) -> bool:
    """Whether each of the words sought is somewhere in the line, whatever their case."""
    references = " ".join((line.reference, *line.formerly))
    told = f"{references} {line.name_used} {line.prison_number} {standing(line)}".casefold()
    return all(word in told for word in sought.casefold().split())


def about_case(line: CaseLine, today: date) -> str:
    """What the wide screen adds about the marked case, with no name in it."""
    also = [f"Took over {' and '.join(line.formerly)}"] if line.formerly else []
    told = [line.reference, *also, "", line.closed or _STATUS[line.sitting_status]]
    if line.asked:
        told.append(f"{line.answered} of about {line.asked} questions answered")
    if line.saved_at:
        told.append(f"Saved {day(line.saved_at.astimezone().date())}, {line.saved_at.astimezone():%H:%M}")
    if line.next_due:
        told += ["", f"Due {how_soon(line.next_due, today)}", one_line(line.next_due_title)]
    return "\n".join(told)

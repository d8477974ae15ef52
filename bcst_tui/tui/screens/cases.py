"""The list of cases: reference and initials, how far each has come, and what is due next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import DataTable, Input, Static

from bcst_tui.casebook.finding import EVERYTHING_OPEN, PAGE, Wanted, said, typed
from bcst_tui.casebook.values import CaseLine, initials
from bcst_tui.text import one_line
from bcst_tui.tui.keys import binding
from bcst_tui.tui.screens.case_in_words import about_case, standing
from bcst_tui.tui.screens.which_cases import WhichCases
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.line_input import LineInput
from bcst_tui.tui.widgets.narrowing import Narrowing
from bcst_tui.tui.widgets.saying_when import day, how_soon
from bcst_tui.tui.widgets.watermark import BaseScreen

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook

ROOM_FOR_BOTH = 120
"""Columns from which the list stands whole beside what is told about the marked case."""
WHAT_TO_FIND = "Reference, name, number, or: overdue, unfinished, release, closed"
AHEAD = 10
"""So near to the last line that was read, the next ones are."""
NO_CASES = "No cases yet.\n\nPress N to open the first one.\n\nPress Q to take one over from another worker."
NONE_OPEN = "No case is open.\n\nPress N to open one for somebody, or F to find one that was closed."
NONE_FOUND = "No case is like that. Esc shows the open ones again."


class CasesScreen(BaseScreen[None]):
    """Every case; Enter opens one, O carries on with the interview that was not finished."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (ROOM_FOR_BOTH, "-wide")]
    BINDINGS = [
        binding("new_case", show=True),
        binding("case_menu", show=True),
        binding("find", show=True),
        binding("narrow", show=True),
        binding("carry_on"),
        binding("names", show=True),
        binding("back", "all_again"),
        binding("figures", "app.figures"),
        binding("take_over", "app.take_over"),
        binding("lock", "app.lock"),
    ]
    HELP: ClassVar[str] = (
        "Each line is one case. The arrow keys move, Enter opens it, M shows all that can be done with it.\n\n"
        "**F** finds by reference, name or prison number, among closed cases too. "
        "**H** chooses which cases: overdue, not finished, release near or not known, a need in one part of life, "
        "level 2 or 3, closed; several at once. Above the list stands what it is narrowed to. "
        "Esc shows the open ones again. Further lines are read as you go down.\n\n"
        "Names stay hidden until V shows them, and hide again when the cover has been up. "
        "What is due next comes out of the plan.\n\n"
        "**Q** takes over a case that another worker handed to you in a file. To hand one on yourself: M, "
        "“Hand it over”."
    )

    DEFAULT_CSS = """
    CasesScreen #find { display: none; height: 1; margin: 0 0 1 0; background: $field; }
    CasesScreen #find.-open { display: block; }
    CasesScreen #narrowed { height: auto; max-height: 3; color: $quiet; }
    """

    shows_names: reactive[bool] = reactive(False, init=False)
    is_seeking: reactive[bool] = reactive(False, init=False)
    wanted: reactive[Wanted] = reactive(EVERYTHING_OPEN, init=False)

    class Returned(Message):
        """Posted when nothing of a case is open any more."""

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
        self._shown: tuple[CaseLine, ...] = ()
        self._count = 0
        self._chosen = EVERYTHING_OPEN
        self._unfinished_case: int | None = None

    def compose(self) -> ComposeResult:
        yield TitleLine("Cases", f"{one_line(self._casebook.profile.prison)} · {day(self._casebook.today())}")
        with Horizontal(classes="columns"):
            with Vertical(classes="main"):
                yield Static("", id="unfinished", markup=False)
                yield LineInput(id="find", placeholder=WHAT_TO_FIND, compact=True, disabled=True)
                yield Static("", id="narrowed", markup=False)
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
        self.post_message(self.Returned())

    def read_again(self) -> None:
        """Show the cases as the vault has them now."""
        unfinished = self._casebook.unfinished()
        told = self.query_one("#unfinished", Static)
        told.display = unfinished is not None
        if unfinished is not None:
            told.update(f"Not finished: {unfinished.case.reference}, {unfinished.words}.\nPress O to carry on.")
        self._unfinished_case = unfinished.case.case_id if unfinished else None
        self._read()

    def watch_shows_names(self) -> None:
        self._draw()

    def watch_wanted(self) -> None:
        self._read()

    def watch_is_seeking(self, _was: bool, is_seeking: bool) -> None:
        """Open the line to write on, or close it."""
        find = self.query_one("#find", LineInput)
        find.set_class(is_seeking, "-open")
        find.disabled = not is_seeking
        find.value = ""
        if is_seeking:
            find.focus()

    @on(Input.Changed)
    def _seek(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_seeking:
            self.wanted = typed(event.value, self._chosen)

    @on(Input.Submitted)
    def _found(self, event: Input.Submitted) -> None:
        """On to what was found."""
        event.stop()
        if self._shown:
            self._table.focus()

    def _read(self) -> None:
        """The first of the cases that are wanted, or as many as were read before."""
        page = self._casebook.find_cases(self.wanted, most=max(PAGE, self._table.cursor_row + AHEAD))
        self._shown, self._count = page.lines, page.count
        told = said(self.wanted, self._casebook.labels)
        narrowed = self.query_one("#narrowed", Static)
        narrowed.display = bool(told) or self._count > PAGE
        narrowed.update(f"{told}: {page.count_words}. Esc shows all." if told else f"{page.count_words.capitalize()}.")
        self._draw()

    def _draw(self) -> None:
        table = self._table
        at = table.cursor_row
        table.clear()
        self._add(self._shown)
        table.display = bool(self._shown)
        none = self.query_one("#none", Static)
        none.display = not self._shown
        none.update("" if self._shown else self._why_none())
        if self._shown:
            table.move_cursor(row=min(at, len(self._shown) - 1))
            if not self.is_seeking:
                table.focus()
        self._tell_about()
        self.refresh_bindings()

    def _add(self, lines: tuple[CaseLine, ...]) -> None:
        today = self._casebook.today()
        for line in lines:
            due = how_soon(line.next_due, today) if line.next_due else "–"
            cells = (line.reference, self._who(line), standing(line), due)
            self._table.add_row(*(Text(one_line(cell), no_wrap=True, overflow="ellipsis") for cell in cells))

    def _why_none(self) -> str:
        if self.wanted != EVERYTHING_OPEN:
            return NONE_FOUND
        return NONE_OPEN if self._casebook.find_cases(Wanted(is_closed=True), most=0).count else NO_CASES

    def _read_on(self) -> None:
        """Near the end of what was read, the next cases."""
        if self._table.cursor_row + AHEAD < len(self._shown) or len(self._shown) >= self._count:
            return
        page = self._casebook.find_cases(self.wanted, start=len(self._shown))
        self._shown, self._count = (*self._shown, *page.lines), page.count
        self._add(page.lines)

    def _who(self, line: CaseLine) -> str:
        return line.name_used if self.shows_names else initials(line.name_used)

    @on(DataTable.RowHighlighted)
    def _moved(self) -> None:
        self._read_on()
        self._tell_about()

    def _tell_about(self) -> None:
        """Beside the list, where there is room: reading how far one has come takes opening it."""
        lit = self._lit
        told = about_case(self._casebook.case(lit.case_id), self._casebook.today()) if lit and self._is_wide else ""
        self.query_one("#about", Static).update(told)

    def on_resize(self) -> None:
        self._tell_about()

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
                return self.is_seeking or self.wanted != EVERYTHING_OPEN
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
        self.is_seeking = True
        self.query_one("#find").focus()

    def action_narrow(self) -> None:
        self.run_worker(self._narrow(), exclusive=True)

    async def _narrow(self) -> None:
        choosing = WhichCases(self._casebook, self.wanted)
        if await self.app.push_screen_wait(Narrowing(choosing)):
            self._chosen = replace(choosing.wanted, words="")
            self.wanted = choosing.wanted

    def action_all_again(self) -> None:
        self._chosen = EVERYTHING_OPEN
        self.is_seeking = False
        self.wanted = EVERYTHING_OPEN

    def action_names(self) -> None:
        self.shows_names = not self.shows_names

    @property
    def _is_wide(self) -> bool:
        return self.size.width >= ROOM_FOR_BOTH

    @property
    def _lit(self) -> CaseLine | None:
        at = self._table.cursor_row
        return self._shown[at] if at < len(self._shown) else None

    @property
    def _table(self) -> DataTable[Text]:
        return self.query_one(DataTable)

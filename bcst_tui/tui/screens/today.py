"""What is due in every open case: late first, then today, then what comes next. References and initials only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from bcst_tui.casebook.days import MOST_SHOWN, BandPage
from bcst_tui.casebook.values import initials
from bcst_tui.errors import BcstError
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.todays import BANDS, Band, DueLine
from bcst_tui.text import one_line
from bcst_tui.tui.folders import folder_named
from bcst_tui.tui.keys import binding
from bcst_tui.tui.widgets.choosing import SayInALine
from bcst_tui.tui.widgets.ending import Window
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.row import Cell, Row
from bcst_tui.tui.widgets.saying_when import day, how_soon

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook

SHOWN: Mapping[str, tuple[Band, ...]] = {
    "All": tuple(BANDS),
    "Overdue": ("overdue",),
    "Today": ("today",),
    "Week": ("week",),
    "Meet": ("follow_ups", "meetings"),
    "Clocks": ("part_one", "part_two", "windows", "reviews", "consents", "requests"),
    "Unfinished": ("unfinished",),
}
"""What each digit shows."""
WHEN, REFERENCE, WHO = 15, 9, 16
NOTHING = "Nothing is due. Due days come out of the plans."
MORE = "There is more: Enter shows it."
NONE_HERE = "Nothing here today. 1 shows all there is."
WHERE_TO = "In which folder? The file holds days, references and one label: no names, nothing of a plan."


class TodayScreen(Window[None]):
    """The lines of today; Enter goes to the plan a line comes from, and Esc there comes back here."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS = [
        binding("names", show=True),
        binding("calendar", show=True),
        binding("back", "close", show=True),
    ]
    HELP: ClassVar[str] = (
        "Each line is what one case owes on one day. **Enter** goes to the plan, at that line; **Esc** comes back.\n\n"
        "**1** shows all, **2** to **7** one sort alone: overdue, today, this week, follow-ups and meetings, clocks, "
        "unfinished.\n\n"
        "Clocks are part 1 that has not come (on working days), part 2 (five working days), the last 12 weeks from two "
        "weeks before they open, review dates, and consents that end within two weeks. Where much stands under a "
        "heading, its last line shows the rest. "
        "Several actions of one day are one line; below the list they are told one by one; "
        "**Tab** goes there, where Up and Down read on.\n\n"
        "**V** shows names or hides them. **I** writes follow-ups and reviews to a file that calendars read."
    )
    DEFAULT_CSS = """
    TodayScreen .tabs { height: 1; padding: 0 3; margin: 1 0; }
    TodayScreen OptionList {
        height: 1fr; max-height: 1fr; border: none; padding: 0 2; background: transparent;
        scrollbar-gutter: stable; scrollbar-size-vertical: 1;
    }
    TodayScreen OptionList:focus { border: none; }
    TodayScreen OptionList > .option-list--option-disabled { color: $primary; text-style: bold; }
    TodayScreen .details { height: 6; padding: 0 3; border-top: solid $border-blurred; scrollbar-size-vertical: 1; }
    TodayScreen .details Static { height: auto; }
    TodayScreen.-wide .details { height: 12; }
    """

    shows_names: reactive[bool] = reactive(False, init=False)
    shown: reactive[str] = reactive("All", init=False)

    @dataclass
    class Opened(Message):
        """Posted when the plan, or the interview, behind a line is wanted."""

        line: DueLine

    def __init__(self, casebook: Casebook) -> None:
        super().__init__()
        self._casebook = casebook
        self._bands: Mapping[Band, BandPage] = {}
        self._most = MOST_SHOWN
        self._told: list[DueLine | None] = []

    def compose(self) -> ComposeResult:
        yield TitleLine("Today", day(self._casebook.today()))
        yield Static("", classes="tabs", markup=False)
        yield OptionList(markup=False)
        with VerticalScroll(classes="details"):
            yield Static("", markup=False)
        yield KeyLine()

    def on_screen_suspend(self) -> None:
        self.shows_names = False

    def on_screen_resume(self) -> None:
        """A plan may have been changed meanwhile."""
        self._read()

    def _read(self) -> None:
        self._bands = self._casebook.todays_first(self._most)
        self._draw()

    def watch_shows_names(self) -> None:
        self._draw()

    def watch_shown(self) -> None:
        self._draw()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "1234567":
            event.stop()
            self.shown = list(SHOWN)[int(event.character) - 1]

    def _draw(self) -> None:
        wanted = self.query_one(OptionList)
        at = wanted.highlighted or 0
        self._told = []
        options = list(self._options())
        nothing = NONE_HERE if self._bands else NOTHING
        wanted.set_options(options or [Option(Content(nothing), disabled=True)])
        places = [place for place, line in enumerate(self._told) if line is not None]
        wanted.highlighted = min(places, key=lambda place: abs(place - at), default=None)
        wanted.focus()
        self.query_one(".tabs", Static).update(self._tabs())
        self._tell_details()

    def _options(self) -> Iterator[Option]:
        for band in SHOWN[self.shown]:
            if (page := self._bands.get(band)) is None:
                continue
            self._told.append(None)
            over = "\n" if len(self._told) > 1 else ""
            count = f"more than {len(page.lines)}" if page.more else str(page.count)
            yield Option(Content.styled(f"{over}{BANDS[band]} · {count}", "bold"), disabled=True)
            for line in page.lines:
                self._told.append(line)
                yield Option(self._row(line))
            if page.more:
                self._told.append(None)
                yield Option(Content(MORE), id=f"more-{band}")

    def _row(self, line: DueLine) -> Row:
        today = self._casebook.today()
        when = "–" if line.on is None else day(line.on) if line.thing == "interview" else how_soon(line.on, today)
        cells = [
            Cell(Content.styled(when, "bold") if when.startswith("!") else Content(when), width=WHEN),
            Cell(Content(line.case.reference), width=REFERENCE),
            Cell(Content(self._who(line)), width=WHO if self.shows_names else 5, most_lines=1),
            Cell(Content(one_line(line.title)), most_lines=2),
        ]
        return Row(cells)

    def _who(self, line: DueLine) -> str:
        return one_line(line.case.name_used) if self.shows_names else initials(line.case.name_used)

    def _tabs(self) -> Content:
        told = [
            Content.assemble((f"{place} ", "$quiet"), (name, "bold underline" if name == self.shown else "$quiet"))
            for place, name in enumerate(SHOWN, 1)
        ]
        return Content("  ").join(told)

    @on(OptionList.OptionHighlighted)
    def _tell_details(self) -> None:
        line = self._lit
        told = details(line) if line else ("",)
        words = Content.assemble((told[0], "bold"), *(f"\n{one}" for one in told[1:]))
        self.query_one(".details Static", Static).update(words)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id is not None:
            self._most *= 4
            self._read()
        elif (line := self._lit) is not None:
            self.post_message(self.Opened(line))

    @property
    def _lit(self) -> DueLine | None:
        at = self.query_one(OptionList).highlighted
        return self._told[at] if at is not None and at < len(self._told) else None

    def action_names(self) -> None:
        self.shows_names = not self.shows_names

    def action_calendar(self) -> None:
        self.run_worker(self._write_calendar(), exclusive=True)

    async def _write_calendar(self) -> None:
        typed = await self.app.push_screen_wait(SayInALine(WHERE_TO, words=str(Path.home())))
        if typed is None:
            return
        try:
            written = self._casebook.write_calendar(folder_named(typed) / self._casebook.calendar_name())
        except BcstError as refused:
            self.app.notify(f"NOT written: {refused}", severity="error")
        else:
            self.app.notify(f"Written: {written}. Import it into a calendar only you can see.")

    def action_close(self) -> None:
        self.dismiss(None)


def details(line: DueLine) -> tuple[str, ...]:
    """All there is to say of a line: its case, its day, the plan it comes from, and each thing that falls on it."""
    due = f"due {day_words(line.on)}" if line.on and line.thing != "interview" else ""
    head = " · ".join(told for told in (line.case.reference, due, line.sitting_words) if told)
    return (head, *(one_line(title) for title in line.titles))

"""What is due, in numbered lines: each leads to the plan it comes from."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.day_list import NOTHING, spoken_line
from bcst_tui.casebook.days import MOST_SHOWN
from bcst_tui.line_mode.folders import write_into_a_folder
from bcst_tui.line_mode.planning import Planning
from bcst_tui.line_mode.prompts import Lines, choose
from bcst_tui.plan.todays import BANDS, DueLine

FIRST = ("Back", "Write the meetings ahead to a calendar file")
OF_THE_CASE = ("interview", "meeting", "attempt", "request")
"""What is due in a case as a whole, and not in its plan."""


class Day:
    """The list for today, until the worker goes back; gives back the case to open, if one is wanted."""

    def __init__(self, casebook: Casebook, lines: Lines) -> None:
        self._casebook = casebook
        self._lines = lines

    def go_round(self) -> int | None:
        most = MOST_SHOWN
        while True:
            self._lines.heading("Due today and next")
            pages = self._casebook.todays_first(most)
            due = [(band, line) for band, page in pages.items() for line in page.lines]
            if not due:
                self._lines.say(NOTHING)
            told = [f"{BANDS[band]}: {spoken_line(line)}" for band, line in due]
            more = ("More of them",) if any(page.more for page in pages.values()) else ()
            match choose(self._lines, [*FIRST, *told, *more]):
                case 0:
                    return None
                case 1:
                    self._write_calendar()
                case picked if picked == len(FIRST) + len(told):
                    most *= 4
                case picked:
                    line = due[picked - len(FIRST)][1]
                    if line.sitting is None or line.thing in OF_THE_CASE:
                        return line.case.case_id
                    self._plan(line)

    def _plan(self, line: DueLine) -> None:
        if line.sitting is not None:
            Planning(self._casebook, self._casebook.sitting(line.sitting.sitting_id), self._lines).go_round()

    def _write_calendar(self) -> None:
        name = self._casebook.calendar_name()
        written = write_into_a_folder(
            self._lines, lambda folder, over: self._casebook.write_calendar(folder / name, over)
        )
        if written:
            self._lines.say(f"Written: {written}. Import it into a calendar only you can see.")

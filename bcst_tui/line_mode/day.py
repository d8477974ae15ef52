"""What is due, in numbered lines: each leads to the plan it comes from."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.day_list import NOTHING, spoken_line
from bcst_tui.errors import BcstError
from bcst_tui.line_mode.planning import Planning
from bcst_tui.line_mode.prompts import Lines, choose
from bcst_tui.plan.todays import BANDS, DueLine

FIRST = ("Back", "Write the meetings ahead to a calendar file")


class Day:
    """The list for today, until the worker goes back; gives back the case to open, if one is wanted."""

    def __init__(self, casebook: Casebook, lines: Lines) -> None:
        self._casebook = casebook
        self._lines = lines

    def go_round(self) -> int | None:
        while True:
            self._lines.heading("Due today and next")
            due = [(band, line) for band, lines in self._casebook.todays().items() for line in lines]
            if not due:
                self._lines.say(NOTHING)
            told = [f"{BANDS[band]}: {spoken_line(line)}" for band, line in due]
            match choose(self._lines, [*FIRST, *told]):
                case 0:
                    return None
                case 1:
                    self._write_calendar()
                case picked:
                    line = due[picked - len(FIRST)][1]
                    if line.sitting is None or line.thing == "interview":
                        return line.case.case_id
                    self._plan(line)

    def _plan(self, line: DueLine) -> None:
        if line.sitting is not None:
            Planning(self._casebook, self._casebook.sitting(line.sitting.sitting_id), self._lines).go_round()

    def _write_calendar(self) -> None:
        folder = self._lines.line("The folder to write it into; Enter alone writes nothing").strip()
        if not folder:
            return
        try:
            file = Path(folder).expanduser() / self._casebook.calendar_name()
            self._lines.say(f"Written: {self._casebook.write_calendar(file)}. It holds days and references, no names.")
        except BcstError as refused:
            self._lines.say(f"! {refused}")

"""Part 1 in numbered lines: read from a file, or typed in field by field; nothing of it is an answer yet."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.part_one import field_words
from bcst_tui.casebook.values import CaseLine
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.part_one import Refused
from bcst_tui.interview.showing import day_words
from bcst_tui.line_mode.prompts import Lines, choose, in_words

WISHES = ("Back", "Read it from a file", "Type it in, field by field")
AFTER = "In the interview each of them is shown to be confirmed. Until then it counts as asked by nobody."
FINISHED = "Part 1 was finished on which day, such as 12/3/2027"


class PartOne:
    """What part 1 of one case says, until the worker goes back."""

    def __init__(self, casebook: Casebook, case: CaseLine, lines: Lines) -> None:
        self._casebook = casebook
        self._case = case
        self._lines = lines

    def go_round(self) -> None:
        while (wish := choose(self._lines, WISHES)) != 0:
            if wish == 1:
                self._from_file()
            else:
                self._typed()

    def _from_file(self) -> None:
        pasted = in_words(self._lines, "The path of the file; Enter alone reads nothing")
        if not pasted.strip():
            return
        read = self._casebook.read_part_one(self._case.case_id, pasted)
        if isinstance(read, Refused):
            self._lines.say("Nothing was taken over.")
            for mistake in read.mistakes:
                self._lines.say(f"! {mistake}")
            return
        self._lines.say(f"Taken over: {read.count} of part 1, finished on {day_words(read.finished_on)}. {AFTER}")
        if read.unknown:
            self._lines.say(f"Not asked in part 2, so left out: {', '.join(read.unknown)}.")

    def _typed(self) -> None:
        on = in_words(self._lines, FINISHED)
        while True:
            fields = self._casebook.part_one(self._case.case_id)
            place = self._picked("What does part 1 say?", [field_words(one) for one in fields])
            if place is None:
                return
            words = "; ".join(one.said for one in fields[place].question.options) or "yes; no; unsure"
            typed = in_words(self._lines, f"{words}. Several with semicolons between")
            kept = self._casebook.type_part_one(self._case.case_id, fields[place].entry.name, typed, on)
            if isinstance(kept, Rejection):
                self._lines.say(f"! {kept.reason}")
                return

    def _picked(self, heading: str, choices: list[str] | tuple[str, ...]) -> int | None:
        """The place of one choice, or None for going back."""
        self._lines.heading(heading)
        place = choose(self._lines, ["Back", *choices])
        return place - 1 if place else None

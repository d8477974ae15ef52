"""The cases, one case, and what can be done with it, in numbered lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import CaseLine, NewCase, Preview, Reader, Sitting
from bcst_tui.errors import BcstError
from bcst_tui.export.formats import FileFormat
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.line_mode.asking import Asking
from bcst_tui.line_mode.case_keeping import CaseKeeping
from bcst_tui.line_mode.day import Day
from bcst_tui.line_mode.distance import tell_distance
from bcst_tui.line_mode.planning import Planning
from bcst_tui.line_mode.prompts import Lines, choose
from bcst_tui.line_mode.statement import Statements
from bcst_tui.reference.guidance import ContactCard

CASE_WISHES = (
    "Go on with the interview",
    "Read the answers through",
    "Plan",
    "Write a copy",
    "Back to the cases",
    "Notes",
    "A slip with the next appointment",
    "Close this case",
    "A statement on convictions, in their own words",
    "How things have moved for them",
)
CLOSED_WISHES = ("Back", "Read the answers through", "Write a copy", "Notes", "Open it again")
FORMS: tuple[tuple[FileFormat, str], ...] = (("md", "Markdown"), ("txt", "Plain text"), ("html", "A web page"))
TICK = "Do they want it to say what they want, in their own words?"
PAPER = "Before you print it, ask: is paper safe for you to have in here? Others may read it."
SITTING_WORDS: Mapping[str, str] = {
    "planned": "interview planned",
    "open": "interview open",
    "paused": "interview stopped, not finished",
    "completed": "interview completed",
    "not_held": "interview not held",
}


class Cases:
    """The worker's cases, until they leave."""

    def __init__(self, casebook: Casebook, lines: Lines, cards: Sequence[ContactCard], easy: bool = False) -> None:
        self._casebook = casebook
        self._lines = lines
        self._cards = cards
        self._easy = easy

    def go_round(self) -> None:
        """List the cases, do what is picked, until leaving is picked."""
        if (unfinished := self._casebook.unfinished()) is not None:
            self._lines.say(f"Not finished: {unfinished.case.reference}, {unfinished.words}.")
        while True:
            cases, closed = self._casebook.cases(), self._casebook.closed_cases()
            self._lines.heading("Cases")
            others = ["New case", "Leave bcst", *(["Closed cases"] if closed else []), "What is due today and next"]
            picked = choose(self._lines, [*map(self._line, cases), *others])
            if picked < len(cases):
                self._open(cases[picked])
            elif picked == len(cases) + 1:
                return
            elif picked == len(cases) + len(others) - 1:
                self._today()
            elif picked == len(cases) + 2:
                self._read_closed(closed)
            elif (case := self._new_case()) is not None:
                self._open(case)

    def _today(self) -> None:
        if (case_id := Day(self._casebook, self._lines).go_round()) is not None:
            self._open(self._casebook.case(case_id))

    def _line(self, case: CaseLine) -> str:
        told = [case.reference, case.name_used]
        if case.sitting_status is not None:
            told.append(SITTING_WORDS[case.sitting_status])
        if case.next_due is not None:
            told.append(f"next: {case.next_due_title}, {day_words(case.next_due)}")
        return "; ".join(told)

    def _new_case(self) -> CaseLine | None:
        self._lines.heading("New case. Only the first of these is needed; Enter leaves the others out.")
        added = self._casebook.add_case(
            NewCase(
                self._lines.line("The name they use"),
                self._lines.line("Full name"),
                self._lines.line("Prison number"),
                self._lines.line("Birth date, such as 12/3/1987"),
            )
        )
        if isinstance(added, Rejection):
            self._lines.say(f"! {added.reason} Nothing was opened.")
            return None
        return added

    def _open(self, case: CaseLine) -> None:
        sitting = self._casebook.open_sitting(case.case_id) or self._casebook.begin(case.case_id)
        while True:
            self._lines.heading(f"{case.reference}, {case.name_used}")
            self._show_sections(sitting)
            asking = Asking(self._casebook, sitting, self._lines, self._cards, self._easy)
            match choose(self._lines, CASE_WISHES):
                case 0:
                    asking.ask_all()
                case 1:
                    asking.check()
                case 2:
                    Planning(self._casebook, sitting, self._lines).go_round()
                case 3:
                    self._write_copy(sitting)
                case 5:
                    CaseKeeping(self._casebook, case, self._lines).notes()
                case 6:
                    CaseKeeping(self._casebook, case, self._lines).slip()
                case 7:
                    if CaseKeeping(self._casebook, case, self._lines).close():
                        return
                case 8:
                    Statements(self._casebook, case, self._lines).go_round()
                case 9:
                    tell_distance(self._casebook, case, self._lines)
                case _:
                    return
            sitting = asking.sitting

    def _read_closed(self, cases: Sequence[CaseLine]) -> None:
        """A closed case: what can be read of it, and opening it again."""
        picked = choose(
            self._lines, ["Back", *(f"{case.reference}, {case.name_used}. {case.closed}" for case in cases)]
        )
        if picked == 0:
            return
        case = cases[picked - 1]
        keeping, sitting = CaseKeeping(self._casebook, case, self._lines), self._casebook.open_sitting(case.case_id)
        while (wish := choose(self._lines, CLOSED_WISHES)) != 0:
            if wish == 3:
                keeping.notes()
            elif wish == 4 and keeping.reopen():
                return
            elif wish < 3 and sitting is None:
                self._lines.say("There was no interview.")
            elif wish == 1 and sitting is not None:
                Asking(self._casebook, sitting, self._lines, self._cards, self._easy).check()
            elif wish == 2 and sitting is not None:
                self._write_copy(sitting)

    def _show_sections(self, sitting: Sitting) -> None:
        for section in sitting.interview.script.sections:
            progress = sitting.interview.progress(section.id)
            waiting = f", {progress.waiting} waiting for a private moment" if progress.waiting else ""
            self._lines.say(f"  {section.file.title}: {progress.answered} of {progress.asked}{waiting}")

    def _write_copy(self, sitting: Sitting) -> None:
        """Nothing is written before it has been seen."""
        readers = self._casebook.readers(sitting)
        reader = readers[choose(self._lines, [_reader_line(one) for one in readers])]
        try:
            shown = self._casebook.preview(sitting, reader.audience)
            self._lines.heading("As what?")
            form = FORMS[choose(self._lines, [words for _, words in FORMS])][0]
            shown = self._casebook.preview(sitting, reader.audience, form, self._ticked(shown))
            self._lines.say(shown.seen)
            if reader.audience == "CELL":
                self._lines.say(PAPER)
                if choose(self._lines, ("Yes", "No, or unsure: write nothing")) == 1:
                    return
            folder = self._lines.line("The folder to write it into; Enter alone writes nothing").strip()
            if folder:
                written = self._casebook.write(sitting, shown, Path(folder).expanduser())
                self._lines.say(f"Written: {written}. It is not encrypted: looking after it is up to you.")
        except BcstError as refused:
            self._lines.say(f"! {refused}")

    def _ticked(self, shown: Preview) -> frozenset[str]:
        """The rows the person wants in their own copy."""
        if not shown.may_tick:
            return frozenset()
        self._lines.say(TICK)
        return frozenset(shown.may_tick) if choose(self._lines, ("Yes", "No")) == 0 else frozenset()


def _reader_line(reader: Reader) -> str:
    return f"{reader.title}: {reader.for_whom}" if reader.is_possible else f"{reader.title} (not yet)"

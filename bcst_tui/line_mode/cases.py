"""The cases, one case, and what can be done with it, in numbered lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.finding import EVERYTHING_OPEN, CasePage, Wanted, choices, said, typed
from bcst_tui.casebook.values import CaseLine, NewCase, Preview, Reader, Sitting
from bcst_tui.errors import BcstError
from bcst_tui.export.formats import FileFormat
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.line_mode.asking import Asking
from bcst_tui.line_mode.case_keeping import CaseKeeping
from bcst_tui.line_mode.consents import Consents
from bcst_tui.line_mode.day import Day
from bcst_tui.line_mode.distance import tell_distance
from bcst_tui.line_mode.figures import tell_figures
from bcst_tui.line_mode.missed import note_missed
from bcst_tui.line_mode.passing_on import PassingOn
from bcst_tui.line_mode.planning import Planning
from bcst_tui.line_mode.private import Private, ShortWord
from bcst_tui.line_mode.prompts import Lines, choose
from bcst_tui.line_mode.statement import Statements
from bcst_tui.line_mode.versions import come_back, tell_versions
from bcst_tui.reference.audience import AudienceCode
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
    "Who may be told what",
    "Telling staff, landlords, part 1, services",
    "The interview could not be held",
    "Versions of the plan, and who changed what",
    "People and safety",
)
CLOSED_WISHES = (
    "Back",
    "Read the answers through",
    "Write a copy",
    "Notes",
    "Open it again",
    "Who may be told what",
    "Versions of the plan, and who changed what",
    "They are back in custody",
)
FORMS: tuple[tuple[FileFormat, str], ...] = (("md", "Markdown"), ("txt", "Plain text"), ("html", "A web page"))
TICK = "Do they want it to say what they want, in their own words?"
FIRST = 30
"""So many cases are numbered at a time."""
WHICH = "Which one is it for? Those the person agreed to, and no other."
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
        self._word = ShortWord()

    def go_round(self) -> None:
        """List the cases, do what is picked, until leaving is picked."""
        if (unfinished := self._casebook.unfinished()) is not None:
            self._lines.say(f"Not finished: {unfinished.case.reference}, {unfinished.words}.")
        wanted, most = EVERYTHING_OPEN, FIRST
        while True:
            page = self._casebook.find_cases(wanted, most=most)
            closed = self._casebook.find_cases(Wanted(is_closed=True), most=0).count
            self._lines.heading(self._heading(wanted, page))
            ways: dict[str, str] = {"new": "New case", "leave": "Leave bcst"}
            ways |= {"closed": "Closed cases"} if closed else {}
            ways |= {"today": "What is due today and next"}
            ways |= {"more": "More cases"} if page.count > len(page.lines) else {}
            ways |= {"find": "Find cases"} if page.lines or wanted != EVERYTHING_OPEN else {}
            ways |= {"figures": "Figures of a quarter"}
            picked = choose(self._lines, [*map(self._line, page.lines), *ways.values()])
            if picked < len(page.lines):
                self._open_or_read(page.lines[picked])
                continue
            match list(ways)[picked - len(page.lines)]:
                case "new":
                    if (case := self._new_case()) is not None:
                        self._open(case)
                case "closed":
                    self._read_closed(self._casebook.closed_cases())
                case "today":
                    self._today()
                case "figures":
                    tell_figures(self._casebook, self._lines)
                case "more":
                    most += FIRST
                case "find":
                    wanted, most = self._find(wanted), FIRST
                case _:
                    return

    def _heading(self, wanted: Wanted, page: CasePage) -> str:
        told = said(wanted, self._casebook.labels)
        return f"Cases: {told}. {page.count_words.capitalize()}" if told else "Cases"

    def _find(self, wanted: Wanted) -> Wanted:
        """Words, or one way after another to narrow the list."""
        typed_words = self._lines.line("Reference, name or prison number; Enter alone goes on to how cases stand")
        if typed_words.strip():
            return typed(typed_words, wanted)
        ways = choices(wanted, self._casebook.labels)
        marked = [f"{one.words}{' (chosen)' if one.is_chosen else ''}" for one in ways]
        picked = choose(self._lines, [*marked, "Every open case again"])
        return ways[picked].chosen if picked < len(ways) else EVERYTHING_OPEN

    def _open_or_read(self, case: CaseLine) -> None:
        if case.closed:
            self._read_closed([case])
        else:
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
        new = NewCase(
            self._lines.line("The name they use"),
            self._lines.line("Full name"),
            self._lines.line("Prison number"),
            self._lines.line("Birth date, such as 12/3/1987"),
        )
        if same := self._casebook.already_here(new):
            for one in same:
                self._lines.say(f"! {one.words}")
            named = [f"That is them: {one.case.reference}" for one in same]
            place = choose(self._lines, [*named, "Somebody else: open a new case", "Open nothing"])
            if place < len(same):
                return self._theirs(same[place].case)
            if place > len(same):
                return None
        added = self._casebook.add_case(new)
        if isinstance(added, Rejection):
            self._lines.say(f"! {added.reason} Nothing was opened.")
            return None
        return added

    def _theirs(self, case: CaseLine) -> CaseLine | None:
        """The case they have already; a closed one is opened again first, if that is right."""
        if not case.closed:
            return case
        keeping = CaseKeeping(self._casebook, case, self._lines)
        return self._casebook.case(case.case_id) if keeping.reopen() else None

    def _open(self, case: CaseLine) -> None:
        sitting = self._casebook.open_sitting(case.case_id) or self._casebook.begin(case.case_id)
        self._private(sitting).go_on()
        while True:
            self._lines.heading(f"{case.reference}, {case.name_used}")
            self._show_sections(sitting)
            asking = Asking(self._casebook, sitting, self._lines, self._cards, self._easy, self._word)
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
                case 10:
                    Consents(self._casebook, case, self._lines).go_round()
                case 11:
                    PassingOn(self._casebook, case, self._lines).go_round()
                case 12:
                    note_missed(self._casebook, case, self._lines)
                case 13:
                    tell_versions(self._casebook, case, self._lines)
                case 14:
                    self._private(sitting).open()
                case _:
                    return
            sitting = asking.sitting

    def _private(self, sitting: Sitting) -> Private:
        return Private(self._casebook, sitting, self._lines, self._word, self._easy)

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
            elif wish == 5:
                Consents(self._casebook, case, self._lines).go_round()
            elif wish == 6:
                tell_versions(self._casebook, case, self._lines)
            elif wish == 7 and come_back(self._casebook, case, self._lines):
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
            to = self._recipient(sitting, reader.audience)
            shown = self._casebook.preview(sitting, reader.audience, to=to)
            self._lines.heading("As what?")
            form = FORMS[choose(self._lines, [words for _, words in FORMS])][0]
            shown = self._casebook.preview(sitting, reader.audience, form, self._ticked(shown), to)
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

    def _recipient(self, sitting: Sitting, audience: AudienceCode) -> str:
        """For whom in particular, where there are many such readers."""
        people = self._casebook.recipients(sitting, audience)
        if not people:
            return ""
        self._lines.heading(WHICH)
        return people[choose(self._lines, [one.title for one in people])].to

    def _ticked(self, shown: Preview) -> frozenset[str]:
        """The rows the person wants in their own copy."""
        if not shown.may_tick:
            return frozenset()
        self._lines.say(TICK)
        return frozenset(shown.may_tick) if choose(self._lines, ("Yes", "No")) == 0 else frozenset()


def _reader_line(reader: Reader) -> str:
    return f"{reader.title}: {reader.for_whom}" if reader.is_possible else f"{reader.title} (not yet)"

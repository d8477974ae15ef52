"""One case in numbered lines: its interview and plan first, and everything else that can be done with it behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from bcst_tui.casebook.case_words import AGAIN, LATER_KINDS, NO_INTERVIEW, interview_words
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import CaseLine, Sitting
from bcst_tui.errors import BcstError
from bcst_tui.line_mode.asking import Asking
from bcst_tui.line_mode.bearing_in_mind import tell_bear_in_mind
from bcst_tui.line_mode.case_keeping import CaseKeeping
from bcst_tui.line_mode.consents import Consents
from bcst_tui.line_mode.copies import Copies
from bcst_tui.line_mode.distance import tell_distance
from bcst_tui.line_mode.ending_a_case import delete, merge
from bcst_tui.line_mode.missed import note_missed
from bcst_tui.line_mode.part_one import PartOne
from bcst_tui.line_mode.passing_on import PassingOn
from bcst_tui.line_mode.planning import Planning
from bcst_tui.line_mode.private import Private
from bcst_tui.line_mode.prompts import Lines, choose
from bcst_tui.line_mode.services import Services
from bcst_tui.line_mode.short_word import ShortWord
from bcst_tui.line_mode.statement import Statements
from bcst_tui.line_mode.versions import come_back, tell_versions
from bcst_tui.reference.guidance import ContactCard

BACK, MORE, PEOPLE = "Back to the cases", "More about this case", "People and safety"
AGREED = "People and safety: what was agreed there"
Way: TypeAlias = tuple[str, Callable[[], object]]


class OneCase:
    """What can be done with one case, until the worker goes back; a way that gives True leaves it."""

    def __init__(
        self,
        casebook: Casebook,
        case: CaseLine,
        lines: Lines,
        cards: Sequence[ContactCard],
        easy: bool = False,
        word: ShortWord | None = None,
    ) -> None:
        self._casebook = casebook
        self._case = case
        self._lines = lines
        self._cards = cards
        self._easy = easy
        self._word = word or lines.word
        self._sitting: Sitting | None = None

    def go_round(self) -> None:
        """An open case, on its latest interview or a new one; a closed one to be read."""
        self._sitting = self._casebook.open_sitting(self._case.case_id)
        if self._sitting is None and not self._case.closed:
            self._sitting = self._casebook.begin(self._case.case_id)
        if self._sitting is not None and not self._case.closed:
            self._private().go_on()
        while True:
            if self._sitting is not None:
                self._sitting = self._casebook.sitting(self._sitting.sitting_id)
            self._tell_head()
            ways = self.first_ways()
            picked = choose(self._lines, [words for words, _ in ways])
            if ways[picked][0] == BACK or self._done(ways[picked]):
                return

    def first_ways(self) -> list[Way]:
        """What is done most."""
        sitting = self._sitting
        if sitting is None:
            return [(BACK, self._nothing), (MORE, self._more)]
        go_on: list[Way] = [] if self._case.closed else [("Go on with the interview", self._asking().ask_all)]
        may_meet = sitting.status == "completed" and not self._case.closed
        again: list[Way] = [("Meet again", self._again)] if may_meet else []
        return [
            *go_on,
            ("Read the answers through", self._asking().check),
            ("Plan", lambda: Planning(self._casebook, self._held, self._lines).go_round()),
            ("Write a copy", lambda: Copies(self._casebook, self._held, self._lines).write()),
            (BACK, self._nothing),
            ("Bear in mind", lambda: tell_bear_in_mind(self._casebook, self._held, self._lines)),
            (MORE, self._more),
            *again,
            *([] if self._case.closed else [(PEOPLE, lambda: self._private().open())]),
            (AGREED, lambda: self._private().open_folder()),
        ]

    def more_ways(self) -> list[Way]:
        """The case menu of the screens, word for word."""
        casebook, case, lines = self._casebook, self._case, self._lines
        keeping, passing = CaseKeeping(casebook, case, lines), PassingOn(casebook, case, lines)
        person: list[Way] = [
            ("Who may be told what", Consents(casebook, case, lines).go_round),
            ("A statement on convictions, in their own words", Statements(casebook, case, lines).go_round),
            ("How things have moved for them", lambda: tell_distance(casebook, case, lines)),
        ]
        record: list[Way] = [
            ("Notes", keeping.notes),
            ("What was passed on, and landlords tried", passing.overview),
            ("Versions of the plan, and who changed what", lambda: tell_versions(casebook, case, lines)),
        ]
        interviews: Way = ("All its interviews", self._interviews)
        gone: Way = ("Delete it: it was opened by mistake", lambda: delete(casebook, case, lines))
        if case.closed:
            back: list[Way] = [("They are back in custody", lambda: come_back(casebook, case, lines))]
            may = back if casebook.may_come_back(case.case_id) else []
            return [*record, interviews, *person, ("Open it again", keeping.reopen), *may, gone]
        return [
            ("A slip with the next appointment", keeping.slip),
            ("The interview could not be held", self._not_held),
            interviews,
            *person,
            ("Tell prison staff or healthcare now", passing.tell_staff),
            ("Part 1: from a file, or typed in", PartOne(casebook, case, lines).go_round),
            ("The directory of services", Services(casebook, lines).go_round),
            *record,
            ("Close it", keeping.close),
            ("Merge it: the same person has another case", lambda: merge(casebook, case, lines)),
            gone,
        ]

    @property
    def _held(self) -> Sitting:
        assert self._sitting is not None
        return self._sitting

    def _nothing(self) -> None:
        """Nothing is done."""

    def _asking(self) -> Asking:
        return Asking(self._casebook, self._held, self._lines, self._cards, self._easy, self._word)

    def _private(self) -> Private:
        return Private(self._casebook, self._held, self._lines, self._word, self._easy)

    def _tell_head(self) -> None:
        self._lines.heading(f"{self._case.reference}, {self._case.name_used}")
        if self._case.closed:
            self._lines.say(self._case.closed)
        if self._sitting is None:
            self._lines.say(NO_INTERVIEW)
            return
        interview = self._sitting.interview
        for section in interview.script.sections:
            progress = interview.progress(section.id)
            waiting = f", {progress.waiting} waiting for a private moment" if progress.waiting else ""
            self._lines.say(f"  {section.file.title}: {progress.answered} of {progress.asked}{waiting}")

    def _done(self, way: Way) -> bool:
        """Do it, and say why if it could not be; whether it leads away from this case."""
        try:
            return way[1]() is True
        except BcstError as refused:
            self._lines.say(f"! NOT done: {refused}")
            return False

    def _more(self) -> bool:
        while True:
            self._lines.heading(f"{self._case.reference}: more about this case")
            ways = self.more_ways()
            picked = choose(self._lines, ["Back", *(words for words, _ in ways)])
            if picked == 0:
                return False
            if self._done(ways[picked - 1]):
                return True

    def _again(self) -> None:
        """Another interview with the same person, once this one is completed."""
        self._lines.heading(AGAIN)
        picked = choose(self._lines, [*(words for _, words in LATER_KINDS), "Back"])
        if picked < len(LATER_KINDS):
            self._sitting = self._casebook.begin(self._case.case_id, LATER_KINDS[picked][0])

    def _interviews(self) -> None:
        """Every one held and not held; the answers of one read through."""
        for words in self._casebook.missed(self._case.case_id):
            self._lines.say(f"  {words}")
        held = self._casebook.interviews(self._case.case_id)
        if not held:
            self._lines.say(NO_INTERVIEW)
            return
        self._lines.heading("Which interview?")
        picked = choose(self._lines, ["Back", *map(interview_words, held)])
        if picked:
            sitting = self._casebook.sitting(held[picked - 1].sitting_id)
            Asking(self._casebook, sitting, self._lines, self._cards, self._easy).check()

    def _not_held(self) -> bool:
        how = note_missed(self._casebook, self._case, self._lines)
        return how is not None and CaseKeeping(self._casebook, self._case, self._lines).close_as(how)

"""The cases in numbered lines: listed, found, opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.finding import EVERYTHING_OPEN, CasePage, Wanted, choices, said, typed
from bcst_tui.casebook.values import CaseLine, HasCase, NewCase
from bcst_tui.errors import BcstError
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.line_mode.day import Day
from bcst_tui.line_mode.figures import tell_figures
from bcst_tui.line_mode.one_case import OneCase
from bcst_tui.line_mode.prompts import Lines, choose, in_words, write_again
from bcst_tui.line_mode.worker_care import take_care
from bcst_tui.reference.guidance import ContactCard
from bcst_tui.text import one_line

FIRST = 30
"""So many cases are numbered at a time."""
CLOSED = Wanted(is_closed=True)
LEAVE = "Leave bcst"
ASKED = ("The name they use", "Full name", "Prison number", "Birth date, such as 12/3/1987")
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
        self._word = lines.word
        self._wanted, self._most = EVERYTHING_OPEN, FIRST

    def go_round(self) -> None:
        """List the cases, do what is picked, until leaving is picked."""
        if (unfinished := self._casebook.unfinished()) is not None:
            self._lines.say(f"Not finished: {unfinished.case.reference}, {unfinished.words}.")
        while True:
            page = self._casebook.find_cases(self._wanted, most=self._most)
            self._lines.heading(self._heading(page))
            ways = self._ways(page)
            picked = choose(self._lines, [*map(self._line, page.lines), *(words for words, _ in ways)])
            if picked < len(page.lines):
                self._go_to(page.lines[picked])
            elif ways[picked - len(page.lines)][0] == LEAVE:
                return
            else:
                self._do(ways[picked - len(page.lines)][1])

    def _ways(self, page: CasePage) -> list[tuple[str, Callable[[], None]]]:
        """What can be done besides going to a case; the first two are always there."""
        closed = self._casebook.find_cases(CLOSED, most=0).count
        ways: list[tuple[str, Callable[[], None]]] = [("New case", self._new_case), (LEAVE, self._leave)]
        if self._wanted != EVERYTHING_OPEN:
            ways.append(("Every open case again", lambda: self._want(EVERYTHING_OPEN)))
        if closed and not self._wanted.is_closed:
            ways.append(("Closed cases", lambda: self._want(CLOSED)))
        ways.append(("What is due today and next", self._today))
        if page.count > len(page.lines):
            ways.append(("More cases", self._more))
        if page.lines or self._wanted != EVERYTHING_OPEN:
            ways.append(("Find cases", self._find))
        return [*ways, ("Figures of a quarter", lambda: tell_figures(self._casebook, self._lines))]

    def _do(self, way: Callable[[], None]) -> None:
        try:
            way()
        except BcstError as refused:
            self._lines.say(f"! NOT done: {refused}")

    def _leave(self) -> None:
        """Nothing is left to do."""

    def _want(self, wanted: Wanted) -> None:
        self._wanted, self._most = wanted, FIRST

    def _more(self) -> None:
        self._most += FIRST

    def _heading(self, page: CasePage) -> str:
        told = said(self._wanted, self._casebook.labels)
        return f"Cases: {told}. {page.count_words.capitalize()}" if told else "Cases"

    def _find(self) -> None:
        """Words, or one way after another to narrow the list."""
        words = in_words(self._lines, "Reference, name or prison number; Enter alone goes on to how cases stand")
        if words.strip():
            self._want(typed(words, self._wanted))
            return
        while True:
            ways = choices(self._wanted, self._casebook.labels)
            marked = [f"{one.words}{' (chosen)' if one.is_chosen else ''}" for one in ways]
            self._lines.heading("Which ones? Several can be chosen, one after another")
            picked = choose(self._lines, [*marked, "Show them", "Every open case again"])
            if picked >= len(ways):
                self._want(self._wanted if picked == len(ways) else EVERYTHING_OPEN)
                return
            self._want(ways[picked].chosen)

    def _today(self) -> None:
        if (case_id := Day(self._casebook, self._lines).go_round()) is not None:
            self._go_to(self._casebook.case(case_id))

    def _go_to(self, case: CaseLine) -> None:
        self._do(OneCase(self._casebook, case, self._lines, self._cards, self._easy, self._word).go_round)
        self._do(lambda: take_care(self._casebook, self._lines))

    def _line(self, case: CaseLine) -> str:
        told = [case.reference, case.name_used]
        if case.sitting_status is not None:
            told.append(SITTING_WORDS[case.sitting_status])
        if case.next_due is not None:
            told.append(f"next: {case.next_due_title}, {day_words(case.next_due)}")
        return "; ".join(told)

    def _new_case(self) -> None:
        """Asked until it can be opened or is left; what was typed stands until it is typed anew."""
        self._lines.heading("New case. Only the first of these is needed; Enter leaves the others out.")
        new = self._asked(NewCase(""))
        while isinstance(case := self._opened(new), Rejection):
            if not write_again(self._lines, case.reason, "Open nothing"):
                return
            new = self._asked(new)
        if case is not None:
            self._go_to(case)

    def _asked(self, before: NewCase) -> NewCase:
        """The four lines; Enter alone keeps what was typed before."""
        told = (before.name_used, before.legal_name, before.prison_number, before.birth_date)
        given = []
        for asked, so_far in zip(ASKED, told, strict=True):
            words = f"{asked}; Enter alone keeps {one_line(so_far)}" if so_far else asked
            given.append(in_words(self._lines, words) or so_far)
        return NewCase(*given)

    def _opened(self, new: NewCase) -> CaseLine | Rejection | None:
        """The case; that of somebody who has one already, if that is them; None where none is wanted."""
        opened = self._casebook.add_case(new)
        if isinstance(opened, HasCase):
            same = opened.same
            for one in same:
                self._lines.say(f"! {one.words}")
            named = [f"That is them: {one.case.reference}" for one in same]
            place = choose(self._lines, [*named, "Somebody else: open a new case", "Open nothing"])
            if place < len(same):
                return same[place].case
            return self._casebook.add_case(new, is_another=True) if place == len(same) else None
        return opened

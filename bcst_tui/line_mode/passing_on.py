"""Telling staff at once, handing the plan over, and landlords tried, in numbered lines."""

from __future__ import annotations

from typing import cast

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.hand_offs import HandedOn, HandOffLogged, LandlordState, ToldRole
from bcst_tui.casebook.values import CaseLine
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.half_written import part_in_words
from bcst_tui.line_mode.planning import Planning
from bcst_tui.line_mode.prompts import Lines, choose, in_words, write_again
from bcst_tui.plan.officer import OFTEN_BOTH

WISHES = (
    "Back",
    "Staff were told something",
    "The plan was handed over",
    "A kind of landlord was tried, or does not suit",
)
ACT_FIRST = "First tell them, then write it down here. It is logged, and is no action of the plan."
BOTH = "It may be a need for the plan as well."
BOTH_WAYS = ("Back", "Add a need to the plan as well")
WHEN = "When were they told, such as 12/3/2027 14:30; Enter alone takes now"
TRIED: tuple[LandlordState, ...] = ("tried", "not_suitable")


class PassingOn:
    """What was passed on in one case, and what is added to it."""

    def __init__(self, casebook: Casebook, case: CaseLine, lines: Lines) -> None:
        self._casebook = casebook
        self._case = case
        self._lines = lines

    def overview(self) -> None:
        """What was passed on so far, the landlords tried, and what can be added."""
        while True:
            self.tell()
            if self._case.closed:
                return
            match choose(self._lines, WISHES):
                case 0:
                    return
                case 1:
                    self.tell_staff()
                case 2:
                    self._log(plan=True)
                case _:
                    self._landlord()

    def tell_staff(self) -> None:
        """What, to whom, when; then a word about the plan, where it is often both (R10)."""
        if (logged := self._log(plan=False)) is None or logged.what not in OFTEN_BOTH:
            return
        sitting = self._casebook.open_sitting(self._case.case_id)
        self._lines.say(BOTH)
        if sitting is not None and choose(self._lines, BOTH_WAYS) == 1:
            Planning(self._casebook, sitting, self._lines).add_need()

    def tell(self) -> None:
        """All that was passed on, and how it stands with each kind of landlord."""
        for logged in self._casebook.hand_offs(self._case.case_id):
            self._lines.say(f"  {self._casebook.hand_off_line(logged)}")
        for _, title, tried in self._casebook.landlords(self._case.case_id):
            self._lines.say(f"  {title}: {self._casebook.landlord_words(tried) if tried else 'not tried yet'}")

    def _log(self, *, plan: bool) -> HandOffLogged | None:
        whats, roles = self._casebook.may_hand_off(plan=plan)
        if not plan:
            self._lines.say(ACT_FIRST)
        what = 0 if plan else self._picked("What is it?", [words for _, words in whats])
        told_to = self._picked("Who was told?", [words for _, words in roles]) if what is not None else None
        if what is None or told_to is None:
            return None
        code, role = cast(HandedOn, whats[what][0]), cast(ToldRole, roles[told_to][0])
        while True:
            logged = self._casebook.hand_off(self._case.case_id, code, role, in_words(self._lines, WHEN))
            if not isinstance(logged, Rejection):
                self._lines.say("Logged.")
                return logged
            if not write_again(self._lines, logged.reason, "Log nothing"):
                return None

    def _landlord(self) -> None:
        kinds = self._casebook.landlords(self._case.case_id)
        kind = self._picked("Which kind?", [title for _, title, _ in kinds])
        state = self._picked("How does it stand?", ("Tried", "Not suitable")) if kind is not None else None
        if kind is None or state is None:
            return
        writing = self._casebook.writing(self._case.case_id, "landlord", kinds[kind][0])
        asked = writing.part("because")
        because = part_in_words(self._lines, asked, "Why does it not suit?") if state == 1 else ""
        told = writing.settled(
            lambda: self._casebook.try_landlord(self._case.case_id, kinds[kind][0], TRIED[state], because)
        )
        self._lines.say(f"! {told.reason} Nothing was written." if isinstance(told, Rejection) else "Kept.")

    def _picked(self, heading: str, choices: list[str] | tuple[str, ...]) -> int | None:
        """The place of one choice, or None for going back."""
        self._lines.heading(heading)
        place = choose(self._lines, ["Back", *choices])
        return place - 1 if place else None

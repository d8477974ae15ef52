"""Telling staff at once, handing the plan over, landlords tried, and part 1, in numbered lines."""

from __future__ import annotations

from typing import cast

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.hand_offs import HandedOn, LandlordState, ToldRole
from bcst_tui.casebook.part_one import field_words
from bcst_tui.casebook.values import CaseLine
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.part_one import Refused
from bcst_tui.interview.showing import day_words
from bcst_tui.line_mode.prompts import Lines, choose
from bcst_tui.line_mode.services import Services
from bcst_tui.plan.officer import OFTEN_BOTH

WISHES = (
    "Back",
    "Tell prison staff or healthcare now",
    "The plan was handed over",
    "A kind of landlord was tried, or does not suit",
    "Read part 1 from a file",
    "Type part 1 in",
    "The directory of services",
)
ACT_FIRST = "First tell them, then write it down here. It is logged, and is no action of the plan."
BOTH = "It may be a need for the plan as well: the plan is where a need is added."
AFTER = "In the interview each of them is shown to be confirmed. Until then it counts as asked by nobody."
WHEN = "When were they told, such as 12/3/2027 14:30; Enter alone takes now"
FINISHED = "Part 1 was finished on which day, such as 12/3/2027"
TRIED: tuple[LandlordState, ...] = ("tried", "not_suitable")


class PassingOn:
    """What was passed on in one case, and what is added to it."""

    def __init__(self, casebook: Casebook, case: CaseLine, lines: Lines) -> None:
        self._casebook = casebook
        self._case = case
        self._lines = lines

    def go_round(self) -> None:
        while True:
            self.tell()
            if self._case.closed:
                return
            match choose(self._lines, WISHES):
                case 0:
                    return
                case 1:
                    self._log(plan=False)
                case 2:
                    self._log(plan=True)
                case 3:
                    self._landlord()
                case 4:
                    self._from_file()
                case 5:
                    self._typed()
                case _:
                    Services(self._casebook, self._lines).go_round()

    def tell(self) -> None:
        """All that was passed on, and how it stands with each kind of landlord."""
        for logged in self._casebook.hand_offs(self._case.case_id):
            what, told_to = self._casebook.hand_off_words(logged)
            self._lines.say(f"  {day_words(logged.on)}, {logged.at_time}: {what}, told to {told_to}, by {logged.by}")
        for _, title, tried in self._casebook.landlords(self._case.case_id):
            self._lines.say(f"  {title}: {self._casebook.landlord_words(tried) if tried else 'not tried yet'}")

    def _log(self, *, plan: bool) -> None:
        whats, roles = self._casebook.may_hand_off(plan=plan)
        self._lines.say("" if plan else ACT_FIRST)
        what = 0 if plan else self._picked("What is it?", [words for _, words in whats])
        told_to = self._picked("Who was told?", [words for _, words in roles]) if what is not None else None
        if what is None or told_to is None:
            return
        code, role = cast(HandedOn, whats[what][0]), cast(ToldRole, roles[told_to][0])
        logged = self._casebook.hand_off(self._case.case_id, code, role, self._lines.line(WHEN))
        if isinstance(logged, Rejection):
            self._lines.say(f"! {logged.reason} Nothing was logged.")
        else:
            self._lines.say(f"Logged. {BOTH if logged.what in OFTEN_BOTH else ''}".strip())

    def _landlord(self) -> None:
        kinds = self._casebook.landlords(self._case.case_id)
        kind = self._picked("Which kind?", [title for _, title, _ in kinds])
        state = self._picked("How does it stand?", ("Tried", "Not suitable")) if kind is not None else None
        if kind is None or state is None:
            return
        because = self._lines.line("Why does it not suit?") if state == 1 else ""
        told = self._casebook.try_landlord(self._case.case_id, kinds[kind][0], TRIED[state], because)
        self._lines.say(f"! {told.reason} Nothing was written." if isinstance(told, Rejection) else "Kept.")

    def _from_file(self) -> None:
        pasted = self._lines.line("The path of the file; Enter alone reads nothing")
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
        on = self._lines.line(FINISHED)
        while True:
            fields = self._casebook.part_one(self._case.case_id)
            place = self._picked("What does part 1 say?", [field_words(one) for one in fields])
            if place is None:
                return
            words = "; ".join(one.said for one in fields[place].question.options) or "yes; no; unsure"
            typed = self._lines.line(f"{words}. Several with semicolons between")
            kept = self._casebook.type_part_one(self._case.case_id, fields[place].entry.name, typed, on)
            if isinstance(kept, Rejection):
                self._lines.say(f"! {kept.reason}")
                return

    def _picked(self, heading: str, choices: list[str] | tuple[str, ...]) -> int | None:
        """The place of one choice, or None for going back."""
        self._lines.heading(heading)
        place = choose(self._lines, ["Back", *choices])
        return place - 1 if place else None

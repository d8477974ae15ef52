"""What can be done with a whole case, window by window: the ways that begin at the list of cases."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from bcst_tui.casebook.case_values import ClosedHow, Closing
from bcst_tui.casebook.case_words import NO_INTERVIEW, interview_words
from bcst_tui.casebook.closing import AFTERWARDS, ASKED_FOR, HOW
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.hand_over_ways import HandOverWays
from bcst_tui.tui.missed_ways import MissedWays
from bcst_tui.tui.part_one_ways import PartOneWays
from bcst_tui.tui.passing_on_ways import PassingOnWays
from bcst_tui.tui.screens.consents import ConsentsScreen
from bcst_tui.tui.screens.distance import DistanceScreen
from bcst_tui.tui.screens.merging import MergingScreen
from bcst_tui.tui.screens.notes import NotesScreen
from bcst_tui.tui.screens.sections import SectionsScreen
from bcst_tui.tui.screens.services import ServicesScreen
from bcst_tui.tui.screens.slip import SlipScreen
from bcst_tui.tui.screens.versions import VersionsScreen
from bcst_tui.tui.statement_ways import StatementWays
from bcst_tui.tui.widgets.choosing import ChooseInGroups, ChooseOne, SayInALine
from bcst_tui.tui.widgets.keyed_list import Line
from bcst_tui.tui.widgets.read_first import ReadFirst
from bcst_tui.tui.widgets.trying_again import made
from bcst_tui.tui.widgets.window_by_window import WindowByWindow

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.forms import Writing
    from bcst_tui.casebook.values import CaseLine

WARNED_SECONDS = 60.0


@dataclass(frozen=True)
class Way:
    """One thing that can be done with a case; the first of a group names it."""

    label: str
    go: Callable[[], Awaitable[None]]
    group: str = ""


class CaseWays(WindowByWindow):
    """Asks in windows over the cases; each way ends where it began, or on a screen of its own."""

    BACK = "Back to the cases"

    def __init__(self, app: App[Any], casebook: Casebook, case_id: int) -> None:
        self._app = app
        self._casebook = casebook
        self._case: CaseLine = casebook.case(case_id)

    async def menu(self) -> None:
        """The case menu, and whatever is chosen in it."""
        ways = self._ways()
        title = f"{self._case.reference}. {self._case.closed or 'What would you like to do?'}"
        place = await self._show(ChooseInGroups(title, [Line(way.label, group=way.group) for way in ways]))
        if place is None:
            return
        try:
            await ways[place].go()
        except NotSaved as refused:
            self._app.notify(f"NOT done: {refused}", severity="error", timeout=WARNED_SECONDS)

    def _ways(self) -> list[Way]:
        """What can be done, group by group, what ends or removes a case last."""
        passing = PassingOnWays(self._app, self._casebook, self._case)
        person = [
            Way("Who may be told what", self._consents, "The person"),
            Way("A statement on convictions, in their own words", self._statement),
            Way("How things have moved for them", self._moved),
        ]
        record = [
            Way("Notes", self._notes, "On record"),
            Way("What was passed on, and landlords tried", passing.overview),
            Way("Versions of the plan, and who changed what", self._versions),
        ]
        interviews = Way("All its interviews", self._interviews)
        hand_over = Way("Hand it over to the worker who has them next", self._hand_over)
        delete = Way("Delete it: it was opened by mistake", self._delete)
        if self._case.closed:
            back = Way("They are back in custody", self._come_back)
            again = Way("Open it again", self._reopen, "The case")
            may = [back] if self._casebook.may_come_back(self._case.case_id) else []
            return [*record, interviews, *person, again, *may, hand_over, delete]
        return [
            Way("A slip with the next appointment", self._slip, "Meetings"),
            Way("The interview could not be held", self._not_held),
            interviews,
            *person,
            Way("Tell prison staff or healthcare now", passing.tell_staff, "Others"),
            Way("Part 1: from a file, or typed in", PartOneWays(self._app, self._casebook, self._case).choose),
            Way("The directory of services", self._services),
            *record,
            Way("Close it", self._close, "The case"),
            hand_over,
            Way("Merge it: the same person has another case", self._merge),
            delete,
        ]

    async def _notes(self) -> None:
        self._app.push_screen(NotesScreen(self._casebook, self._case))

    async def _slip(self) -> None:
        self._app.push_screen(SlipScreen(self._casebook, self._case))

    async def _versions(self) -> None:
        self._app.push_screen(VersionsScreen(self._casebook, self._case))

    async def _come_back(self) -> None:
        """The day, asked until it can be; then what is to be known of the time before."""
        today = self._casebook.today()
        typed, told = f"{today.day}/{today.month}/{today.year}", f"{self._case.reference}: on which day did they come?"
        while True:
            on = await self._show(SayInALine(told, words=typed))
            if on is None:
                return
            opened = self._casebook.come_back(self._case.case_id, on)
            if not isinstance(opened, Rejection):
                break
            typed, told = on, f"On which day? {opened.reason}"
        back = self._casebook.coming_back(self._case.case_id)
        sentences = (*back.sentences, *back.strengths) if back is not None else ()
        await self._tell(f"{opened.reference} is open again: a new time in prison.", sentences)

    async def _moved(self) -> None:
        self._app.push_screen(DistanceScreen(self._casebook, self._case))

    async def _statement(self) -> None:
        await StatementWays(self._app, self._casebook, self._case).choose()

    async def _consents(self) -> None:
        self._app.push_screen(ConsentsScreen(self._casebook, self._case))

    async def _services(self) -> None:
        self._app.push_screen(ServicesScreen(self._casebook))

    async def _not_held(self) -> None:
        if (how := await MissedWays(self._app, self._casebook, self._case).note()) is not None:
            await self._close_as(how)

    async def _interviews(self) -> None:
        held = self._casebook.interviews(self._case.case_id)
        missed = self._casebook.missed(self._case.case_id)
        if not held:
            await self._tell(NO_INTERVIEW, missed)
            return
        lines = [*(interview_words(one) for one in held), *missed]
        place = await self._show(ChooseOne(f"{self._case.reference}: which interview?", lines))
        if place is not None and place < len(held):
            sitting = self._casebook.sitting(held[place].sitting_id)
            self._app.push_screen(SectionsScreen(self._casebook, sitting))

    async def _hand_over(self) -> None:
        await HandOverWays(self._app, self._casebook).give(self._case)

    async def _close(self) -> None:
        """How it ended, when, what is left undone; then closed."""
        reference = self._case.reference
        codes = list(HOW)
        place = await self._show(ChooseOne(f"Close {reference}: how did it end?", list(HOW.values())))
        if place is not None:
            await self._close_as(codes[place])

    async def _close_as(self, how: ClosedHow) -> None:
        reference = self._case.reference
        writing = self._casebook.writing(self._case.case_id, "closing", how)
        if (closing := await self._asked(Closing(how), writing)) is None:
            writing.let_go()
            return
        left = self._casebook.open_before_closing(self._case.case_id, how)
        title = f"Close {reference} now?"
        if left:
            title = f"Before {reference} is closed, this is left open:"
        if await self._show(ReadFirst(title, left, ("Go back", "Close it anyway" if left else "Close it"))) != 1:
            writing.let_go()
            return
        close = partial(self._casebook.close_case, self._case.case_id, closing)
        closed = await made(self._app, lambda: writing.settled(close))
        if isinstance(closed, Rejection):
            await self._tell(closed.reason, ())
        elif closed is not None:
            await self._tell(f"{reference}. {closed.closed}", (AFTERWARDS[closing.how],))

    async def _asked(self, closing: Closing, writing: Writing) -> Closing | None:
        """The day, and the words some ways to end need."""
        today = self._casebook.today()
        typed, told = f"{today.day}/{today.month}/{today.year}", "On which day?"
        words = ""
        if closing.how in ASKED_FOR:
            said = await self._show(SayInALine(ASKED_FOR[closing.how], part=writing.part("words")))
            if said is None:
                return None
            words = said
        while True:
            on = await self._show(SayInALine(told, words=typed))
            if on is None:
                return None
            asked = Closing(closing.how, on, words)
            refused = self._casebook.why_not_closed(asked)
            if not refused:
                return asked
            typed, told = on, f"On which day? {refused}"

    async def _reopen(self) -> None:
        reason = await self._show(SayInALine(f"Why is {self._case.reference} opened again?"))
        if reason is None:
            return
        opened = await made(self._app, lambda: self._casebook.reopen_case(self._case.case_id, reason))
        if isinstance(opened, Rejection):
            await self._tell(opened.reason, ())
        elif opened is not None:
            self._app.notify(f"{opened.reference} is open again.")

    async def _merge(self) -> None:
        told = "Which other case is the same person? Write its reference."
        while True:
            other = await self._show(SayInALine(told, words="BC-"))
            if other is None:
                return
            beside = self._casebook.side_by_side(self._case.reference, other)
            if not isinstance(beside, Rejection):
                break
            told = f"{beside.reason} Write the other reference."
        merged = await self._show(MergingScreen(self._casebook, beside))
        if merged is not None:
            self._app.notify(f"Merged: {merged} now holds both.")

    async def _delete(self) -> None:
        before = self._casebook.before_deleting(self._case.case_id)
        if isinstance(before, Rejection):
            await self._tell(before.reason, ())
            return
        sentences = ("This goes, and can't be brought back:", *(f"·  {one}" for one in before.goes), before.stays)
        title = f"Delete {before.reference}?"
        if await self._show(ReadFirst(title, sentences, ("Leave it", "Delete it, after typing its reference"))) != 1:
            return
        typed = await self._show(SayInALine(f"Type {before.reference} to delete it for good."))
        if typed is None:
            return
        told = self._casebook.delete_case(self._case.case_id, typed)
        await self._tell(told.reason if isinstance(told, Rejection) else told, ())

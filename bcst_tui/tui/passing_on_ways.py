"""Telling staff at once, handing the plan over, and noting landlords tried, window by window from the case menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.app import App

from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.officer import OFTEN_BOTH
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine
from bcst_tui.tui.widgets.plan_windows import PlanWindows
from bcst_tui.tui.widgets.read_first import ReadFirst
from bcst_tui.tui.widgets.trying_again import made
from bcst_tui.tui.widgets.window_by_window import WindowByWindow

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.hand_offs import HandedOn, HandOffLogged, LandlordState, ToldRole
    from bcst_tui.casebook.values import CaseLine
    from bcst_tui.reference.service import LandlordKind

ACT_FIRST = "First tell them, then write it down here. It is logged with day and time, and is no action of the plan."
WHEN = "When were they told?"
NOW_HINT = "Enter goes on · Esc leaves it"
BOTH = "It may be a need for the plan as well."
BOTH_WAYS = ("Back", "Add a need to the plan as well")
TRIED: tuple[LandlordState, ...] = ("tried", "not_suitable")


class PassingOnWays(WindowByWindow):
    """Begins in the case menu; each way ends where it began."""

    def __init__(self, app: App[Any], casebook: Casebook, case: CaseLine) -> None:
        self._app = app
        self._casebook = casebook
        self._case = case

    async def tell_staff(self) -> None:
        """What, to whom, when; then a word about the plan, where it is often both (R10)."""
        logged = await self._log(plan=False)
        if logged is None:
            return
        title = f"Logged: {self._casebook.hand_off_line(logged)}."
        sitting = self._casebook.open_sitting(self._case.case_id) if logged.what in OFTEN_BOTH else None
        if sitting is None:
            await self._tell(title, ())
        elif await self._show(ReadFirst(title, (BOTH,), BOTH_WAYS)) == 1:
            edit = await PlanWindows(self._app, self._casebook, sitting).added_need()
            told = edit() if edit is not None else None
            if isinstance(told, Rejection):
                await self._tell(told.reason, ())

    async def overview(self) -> None:
        """What was passed on so far, the landlords tried, and what can be added."""
        while True:
            landlords = self._casebook.landlords(self._case.case_id)
            lines = [] if self._case.closed else ["Staff were told something", "The plan was handed over"]
            first = len(lines)
            for _, title, tried in landlords:
                lines.append(f"{title}: {self._casebook.landlord_words(tried) if tried else 'not tried yet'}")
            logged = [self._casebook.hand_off_line(one) for one in self._casebook.hand_offs(self._case.case_id)]
            window = ReadFirst("Passed on, and landlords tried", logged or ["Nothing was passed on yet."], lines)
            place = await self._show(window)
            if place is None or self._case.closed:
                return
            if place == 0:
                await self.tell_staff()
            elif place < first:
                await self._log(plan=True)
            else:
                await self._landlord(landlords[place - first][0])

    async def _log(self, *, plan: bool) -> HandOffLogged | None:
        whats, roles = self._casebook.may_hand_off(plan=plan)
        what = (
            0 if plan else await self._choose(f"Tell staff now. {ACT_FIRST} What is it?", [words for _, words in whats])
        )
        if what is None:
            return None
        told_to = await self._choose("Who was told?", [words for _, words in roles])
        if told_to is None:
            return None
        today = self._casebook.today()
        asked, typed = WHEN, f"{today.day}/{today.month}/{today.year} {self._casebook.time_of_day()}"
        while True:
            when = await self._show(SayInALine(asked, NOW_HINT, typed))
            if when is None:
                return None
            code, role = cast("HandedOn", whats[what][0]), cast("ToldRole", roles[told_to][0])
            logged = await made(self._app, partial(self._casebook.hand_off, self._case.case_id, code, role, when))
            if not isinstance(logged, Rejection):
                return logged
            asked, typed = f"{WHEN} {logged.reason}", when

    async def _landlord(self, kind: LandlordKind) -> None:
        place = await self._choose("How does it stand?", ("Tried", "Not suitable, because …"))
        if place is None:
            return
        writing = self._casebook.writing(self._case.case_id, "landlord", kind)
        window = SayInALine("Why does it not suit?", part=writing.part("because"))
        because = await self._show(window) if place == 1 else ""
        if because is None:
            return
        note = partial(self._casebook.try_landlord, self._case.case_id, kind, TRIED[place], because)
        told = await made(self._app, lambda: writing.settled(note) if place == 1 else note())
        if isinstance(told, Rejection):
            await self._tell(told.reason, ())

    async def _choose(self, title: str, lines: Sequence[str]) -> int | None:
        place: int | None = await self._show(ChooseOne(title, lines, "A key chooses · Esc goes back"))
        return place

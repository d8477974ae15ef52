"""From the case menu: an interview that could not be held, window by window."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from bcst_tui.casebook.case_values import ClosedHow
from bcst_tui.casebook.missed import CLOSES, REASONS, WHEN_AGAIN, WHEN_NOT_HELD, WHY_OTHER, Missed
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine
from bcst_tui.tui.widgets.read_first import ReadFirst
from bcst_tui.tui.widgets.trying_again import made
from bcst_tui.tui.widgets.window_by_window import WindowByWindow

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.forms import Writing
    from bcst_tui.casebook.values import CaseLine


class MissedWays(WindowByWindow):
    """Begins in the case menu; says how the case is to be closed next, where that is what follows."""

    def __init__(self, app: App[Any], casebook: Casebook, case: CaseLine) -> None:
        self._app = app
        self._casebook = casebook
        self._case = case

    async def note(self) -> ClosedHow | None:
        """Why, when, and when again; then kept."""
        title = f"{self._case.reference}: why was it not held?"
        place = await self._show(ChooseOne(title, list(REASONS.values())))
        if place is None:
            return None
        writing = self._casebook.writing(self._case.case_id, "not_held")
        missed = await self._asked(Missed(list(REASONS)[place]), writing)
        if missed is None:
            writing.let_go()
            return None
        note = partial(self._casebook.not_held, self._case.case_id, missed)
        told = await made(self._app, lambda: writing.settled(note))
        if told is None:
            return None
        if isinstance(told, Rejection):
            await self._show(ReadFirst(told.reason, (), ("Back to the cases",), "Enter goes back"))
            return None
        if missed.reason in CLOSES:
            return CLOSES[missed.reason]
        await self._show(ReadFirst(told[0], told[1:], ("Back to the cases",), "Enter goes back"))
        return None

    async def _asked(self, missed: Missed, writing: Writing) -> Missed | None:
        if missed.reason == "other":
            words = await self._show(SayInALine(WHY_OTHER, part=writing.part("words")))
            if words is None:
                return None
            missed = replace(missed, words=words)
        today, again = self._casebook.today(), self._casebook.suggested_attempt()
        on = await self._day(missed, "on", WHEN_NOT_HELD, f"{today.day}/{today.month}/{today.year}")
        if on is None or missed.reason in CLOSES:
            return on
        return await self._day(on, "again", WHEN_AGAIN, f"{again.day}/{again.month}/{again.year}")

    async def _day(self, missed: Missed, name: str, title: str, typed: str) -> Missed | None:
        told = title
        while True:
            said = await self._show(SayInALine(told, words=typed))
            if said is None:
                return None
            asked = replace(missed, on=said) if name == "on" else replace(missed, again=said)
            if not (refused := self._casebook.why_not_missed(asked)):
                return asked
            typed, told = said, f"{title} {refused}"

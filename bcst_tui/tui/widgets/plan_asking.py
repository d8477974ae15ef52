"""Asking the worker about a plan: one small window after another."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import App

from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.model import Plan
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.forms import FormName, Part, Writing
    from bcst_tui.casebook.values import Sitting

Edit = Callable[[], Plan | Rejection]
"""A change to the plan, not made yet."""


class PlanAsking:
    """What is asked of the worker about one sitting's plan."""

    def __init__(self, app: App[object], casebook: Casebook, sitting: Sitting) -> None:
        self._app = app
        self._casebook = casebook
        self._sitting = sitting
        self._labels = casebook.labels

    async def _form(
        self, form: FormName, subject: str, asking: Callable[[Writing], Awaitable[Edit | None]]
    ) -> Edit | None:
        """Windows with words in them: what is written waits until it is saved, or until the worker leaves."""
        writing = self._casebook.writing(self._sitting.case_id, form, subject)
        edit = await asking(writing)
        if edit is None:
            writing.let_go()
            return None
        return lambda: writing.settled(edit)

    async def _choose(self, title: str, lines: Sequence[str]) -> int | None:
        return await self._app.push_screen_wait(ChooseOne(title, lines))

    async def _say(
        self, title: str, words: str = "", *, may_be_empty: bool = False, part: Part | None = None
    ) -> str | None:
        return await self._app.push_screen_wait(SayInALine(title, words=words, may_be_empty=may_be_empty, part=part))

    async def _say_right(self, title: str, words: str, check: Callable[[str], object]) -> str | None:
        """A line, asked until it can be taken; why it can't be stands above it, and what was typed stays."""
        told = title
        while (said := await self._say(told, words)) is not None:
            checked = check(said)
            if not isinstance(checked, Rejection):
                break
            words, told = said, f"{title} {checked.reason}"
        return said

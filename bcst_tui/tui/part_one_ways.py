"""Part 1 from the case menu: read from a file, or typed in field by field; nothing of it is an answer yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from bcst_tui.casebook.part_one import field_words
from bcst_tui.interview.answer import YES_NO, Rejection
from bcst_tui.interview.part_one import Refused
from bcst_tui.interview.showing import day_words, in_short
from bcst_tui.tui.folders import LONGEST_PATH, PATH
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine
from bcst_tui.tui.widgets.read_first import ReadFirst
from bcst_tui.tui.widgets.trying_again import made
from bcst_tui.tui.widgets.window_by_window import WindowByWindow

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.part_one import PartOneKept, PartOneLine
    from bcst_tui.casebook.values import CaseLine

FILE, TYPE = "Read it from a file", "Type it in, field by field"
AFTER = "In the interview each of them is shown to be confirmed. Until then it counts as asked by nobody."
FINISHED = "Part 1 was finished on which day? Such as 12/3/2027."
SEVERAL = "Several: put a semicolon between them."


class PartOneWays(WindowByWindow):
    """Begins in the case menu and ends there."""

    def __init__(self, app: App[Any], casebook: Casebook, case: CaseLine) -> None:
        self._app = app
        self._casebook = casebook
        self._case = case

    async def choose(self) -> None:
        """From a file or typed, beneath what it says so far."""
        said = [one for one in self._casebook.part_one(self._case.case_id) if one.words]
        days = sorted({one.on for one in said if one.on})
        told = [f"It says {len(said)} things so far, of {day_words(days[-1])}."] if days else []
        place = await self._show(ReadFirst("Part 1", told, (FILE, TYPE)))
        if place == 0:
            await self._from_file()
        elif place == 1:
            await self._typed()

    async def _from_file(self) -> None:
        pasted, way = "", "Enter reads it · Esc reads nothing"
        while True:
            pasted = await self._show(SayInALine(PATH, way, longest=LONGEST_PATH, words=pasted))
            if pasted is None:
                return
            read = self._casebook.read_part_one(self._case.case_id, pasted)
            if not isinstance(read, Refused):
                await self._tell(_kept_words(read), (*_unknown_words(read), AFTER))
                return
            again = ("Try another file", "Leave it")
            if await self._show(ReadFirst("Nothing was taken over.", read.mistakes, again)) != 0:
                return

    async def _typed(self) -> None:
        """One field after another, until the list is left."""
        on = await self._show(SayInALine(FINISHED))
        while on is not None:
            lines = self._casebook.part_one(self._case.case_id)
            place = await self._show(ChooseOne("What does part 1 say?", [field_words(one) for one in lines]))
            if place is None:
                return
            typed = await self._value(lines[place])
            if typed is None:
                continue
            name = lines[place].entry.name
            kept = await made(self._app, partial(self._casebook.type_part_one, self._case.case_id, name, typed, on))
            if isinstance(kept, Rejection):
                await self._tell(kept.reason, ())
                if "day part 1" in kept.reason:
                    on = await self._show(SayInALine(FINISHED, words=on))

    async def _value(self, line: PartOneLine) -> str | None:
        question = line.question
        codes = [one.id for one in question.options] or (list(YES_NO) if question.kind == "yes_no" else [])
        if not codes or question.kind == "choices":
            hint = f" {SEVERAL}" if question.kind == "choices" else ""
            words = "; ".join(one.said for one in question.options)
            typed: str | None = await self._show(SayInALine(f"{in_short(question)}: {words}.{hint}"))
            return typed
        said = [one.said for one in question.options] or [code.capitalize() for code in codes]
        place = await self._show(ChooseOne(in_short(question), said))
        return None if place is None else codes[place]


def _kept_words(kept: PartOneKept) -> str:
    what = "1 answer" if kept.count == 1 else f"{kept.count} answers"
    return f"Taken over: {what} of part 1, finished on {day_words(kept.finished_on)}."


def _unknown_words(kept: PartOneKept) -> tuple[str, ...]:
    if not kept.unknown:
        return ()
    return (f"Not asked in part 2, so left out: {', '.join(kept.unknown)}.",)

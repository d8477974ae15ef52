"""What can be done with a person's statement on convictions, window by window."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App

from bcst_tui.errors import BcstError
from bcst_tui.export.plain_text import unwrapped
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.statement import CODES, PURPOSES, Purpose, Statement
from bcst_tui.tui.folders import FOLDER, folder_named, written
from bcst_tui.tui.screens.statement import StatementScreen
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine
from bcst_tui.tui.widgets.read_first import ReadFirst
from bcst_tui.tui.widgets.window_by_window import WindowByWindow

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import CaseLine

PAPER = "Ask first: is paper safe for them, and do they want it now? It is theirs to hand over, or not."
TAKEN_BACK = "No paper comes from it any more. Earlier versions stay in this case, and nobody else reads them."


class StatementWays(WindowByWindow):
    """Begins in the case menu, and ends on a window or on the screen it is written on."""

    def __init__(self, app: App[Any], casebook: Casebook, case: CaseLine) -> None:
        self._app = app
        self._casebook = casebook
        self._case = case

    async def choose(self) -> None:
        """For whom it is; then what to do with it."""
        wanted = self._casebook.statements_wanted(self._case.case_id)
        lines = [_line(self._latest(purpose), purpose, wanted) for purpose in CODES]
        place = await self._show(ChooseOne("A statement on convictions, in their own words", lines))
        if place is None:
            return
        if self._latest(CODES[place]) is None and not self._case.closed:
            await self._write(CODES[place])
            return
        await self._with(CODES[place])

    async def _with(self, purpose: Purpose) -> None:
        ways: list[tuple[str, Callable[[Purpose], Awaitable[None]]]] = [("Read it aloud", self._read)]
        latest = self._latest(purpose)
        if not self._case.closed:
            ways.insert(0, ("Write on: the next version", self._write))
        if latest is not None and not latest.is_taken_back:
            ways.append(("On paper, as a file of its own: they asked for it", self._paper))
            if not self._case.closed:
                ways.append(("They take it back", self._take_back))
        place = await self._show(ChooseOne(PURPOSES[purpose], [label for label, _ in ways]))
        if place is not None:
            await ways[place][1](purpose)

    async def _write(self, purpose: Purpose) -> None:
        if await self._show(StatementScreen(self._casebook, self._case, purpose)):
            latest = self._latest(purpose)
            assert latest is not None
            self._app.notify(f"Kept as version {latest.version}. It stands in no plan.")

    async def _read(self, purpose: Purpose) -> None:
        """The latest, then those before it."""
        versions = [one for one in self._casebook.statements(self._case.case_id) if one.purpose == purpose]
        sentences = [sentence for one in versions for sentence in (f"{_version(one)}:", one.words or "Taken back.")]
        await self._show(ReadFirst(PURPOSES[purpose], sentences or ["Nothing is written yet."], ("Back",)))

    async def _paper(self, purpose: Purpose) -> None:
        try:
            shown = self._casebook.statement_paper(self._case.case_id, purpose)
        except BcstError as refused:
            await self._show(ReadFirst(str(refused), (), ("Back",)))
            return
        words = unwrapped(shown.seen)
        if await self._show(ReadFirst("This is all it says.", (words, PAPER), ("Back", "Write it"))) != 1:
            return
        typed = await self._show(SayInALine(FOLDER, "Enter writes it · Esc writes nothing"))
        if typed is None:
            return
        folder = folder_named(typed)

        def write(overwrite: bool) -> Path:
            return self._casebook.write_statement_paper(self._case.case_id, purpose, shown, folder, overwrite)

        match await written(self._app, folder / shown.file_name, write):
            case Rejection(reason):
                await self._show(ReadFirst(reason, (), ("Back",)))
            case file:
                self._app.notify(f"Written: {file}. It is not encrypted.")

    async def _take_back(self, purpose: Purpose) -> None:
        if await self._show(ReadFirst("Do they take it back?", (TAKEN_BACK,), ("Leave it", "Take it back"))) == 1:
            self._casebook.take_back_statement(self._case.case_id, purpose)
            self._app.notify("Taken back.")

    def _latest(self, purpose: Purpose) -> Statement | None:
        found = (one for one in self._casebook.statements(self._case.case_id) if one.purpose == purpose)
        return next(found, None)


def _version(one: Statement) -> str:
    return f"Version {one.version}, {day_words(one.written_on)}"


def _line(latest: Statement | None, purpose: Purpose, wanted: tuple[Purpose, ...]) -> str:
    if latest is None:
        return f"{PURPOSES[purpose]}{': they wanted help with it' if purpose in wanted else ''}"
    return f"{PURPOSES[purpose]}: {'taken back' if latest.is_taken_back else _version(latest).lower()}"

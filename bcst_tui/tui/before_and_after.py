"""What comes before a rehearsal and after it, window by window: who, how, watching, the debrief, once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from bcst_tui.casebook.rehearsal_ways import AGAIN, NOT_AGAIN, same_family
from bcst_tui.errors import BcstError
from bcst_tui.tui.screens.beginning import before_beginning
from bcst_tui.tui.screens.debrief import DebriefScreen
from bcst_tui.tui.screens.watch import WatchScreen
from bcst_tui.tui.widgets.choosing import ChooseOne

if TYPE_CHECKING:
    from bcst_tui.casebook.rehearsal_values import KeptAttempt, Rehearsal
    from bcst_tui.casebook.trainers import TrainersCasebook

MOST_LISTED = 30
TOLD_SECONDS = 60.0


class BeforeAndAfter:
    """Asks over the list of people; each way ends where it began, or on a screen of its own."""

    def __init__(self, app: App[Any], casebook: TrainersCasebook) -> None:
        self._app = app
        self._casebook = casebook

    async def begin(self, persona_id: str, after: KeptAttempt | None = None) -> Rehearsal | None:
        """One rehearsal with this person, begun; None where somebody turned back. `after`: by the same trainee."""
        asked = await before_beginning(self._app, self._casebook, persona_id, after)
        if asked is None:
            return None
        try:
            return self._casebook.rehearse(persona_id, asked.seed, asked.mode, asked.trainee)
        except BcstError as refused:
            self._tell(f"NOT begun: {refused}")
            return None

    async def watch(self) -> None:
        """One that was held, step by step."""
        held = await self._one_that_was_held()
        if held is None:
            return
        try:
            await self._app.push_screen_wait(WatchScreen(self._casebook, self._casebook.rehearsal(held)))
        except BcstError as refused:
            self._tell(str(refused))

    async def debrief(self) -> None:
        """The debrief of one that was held."""
        held = await self._one_that_was_held()
        if held is not None:
            await self._read(held.id)

    async def after(self, rehearsal: Rehearsal) -> str | None:
        """Its debrief, and whom to go on with: somebody of the same family, or nobody now."""
        await self._read(rehearsal.id)
        family = same_family(self._casebook, rehearsal)
        if not family:
            return None
        lines = [*(f"{one.id}  {one.title}" for one in family), NOT_AGAIN]
        place = await self._app.push_screen_wait(ChooseOne(AGAIN, lines, "A key chooses · Esc goes back"))
        return family[place].id if place is not None and place < len(family) else None

    async def _read(self, number: int) -> None:
        try:
            await self._app.push_screen_wait(DebriefScreen(self._casebook, number))
        except BcstError as refused:
            self._tell(str(refused))

    async def _one_that_was_held(self) -> KeptAttempt | None:
        held = self._casebook.rehearsals()[-MOST_LISTED:]
        lines = [f"{one.persona}, draw {one.seed}, {one.begun_at.astimezone():%d %b %H:%M}" for one in held]
        place = await self._app.push_screen_wait(ChooseOne("Which one?", lines, "A key chooses · Esc goes back"))
        return None if place is None else held[place]

    def _tell(self, words: str) -> None:
        self._app.notify(words, severity="error", timeout=TOLD_SECONDS)

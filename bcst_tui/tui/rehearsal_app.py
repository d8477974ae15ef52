"""The app of `bcst train`: the real interview and the real private part, where an invented person answers.

It guides from one question they have something to say to, to the next, and puts the choice of words before each.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from bcst_tui.config import Settings
from bcst_tui.errors import NotSaved
from bcst_tui.training.attempt import Choice, Did, Said
from bcst_tui.training.known_codes import SAFE_CONTACT
from bcst_tui.tui.app import WARNED_SECONDS
from bcst_tui.tui.following import ASKED_FOR, FollowingApp
from bcst_tui.tui.keys import binding
from bcst_tui.tui.opening import TrainingDoors
from bcst_tui.tui.safety import keep_python_quiet

if TYPE_CHECKING:
    from bcst_tui.casebook.rehearsal_values import KeptAttempt, Rehearsal
    from bcst_tui.casebook.rehearsal_ways import WayOut
    from bcst_tui.casebook.trainers import TrainersCasebook
    from bcst_tui.tui.before_and_after import BeforeAndAfter


class RehearsalApp(FollowingApp):
    """bcst for training."""

    is_training = True
    CSS = "ToastRack { max-height: 90vh; }"
    BINDINGS = [binding("rehearse", show=True)]

    def get_default_screen(self) -> Screen[Any]:
        from bcst_tui.tui.screens.training_setup import TrainingSetupScreen, TrainingUnlockScreen

        return TrainingUnlockScreen() if self._doors.looks_set_up() else TrainingSetupScreen()

    def on_training_setup_screen_finished(self, finished: Any) -> None:
        self._create(finished.given)

    def first_screen(self) -> Screen[Any]:
        from bcst_tui.tui.screens.personas import PersonasScreen

        self._people.when_moved = self._follow_soon
        return PersonasScreen(self._people)

    # beginning, going on, leaving

    def on_personas_screen_chosen(self, chosen: Any) -> None:
        self.run_worker(self._begin(chosen.persona_id), group="rehearsal", exclusive=True)

    async def _begin(self, persona_id: str, after: KeptAttempt | None = None) -> None:
        if (rehearsal := await self._around().begin(persona_id, after)) is not None:
            self._go_on_with(rehearsal)

    def on_personas_screen_carried_on(self, carried: Any) -> None:
        self._go_on_with(self._people.take_up(carried.rehearsal))

    def _go_on_with(self, rehearsal: Rehearsal) -> None:
        from bcst_tui.casebook.rehearsal_ways import goes_back_in

        self._with, self._was_offered = rehearsal.kept.case_id, ""
        begun = self._people.open_sitting(rehearsal.kept.case_id)
        self._goes_back_in = begun is not None and goes_back_in(self._people, rehearsal, begun)
        sitting = self._open_case(rehearsal.kept.case_id)
        if sitting is not None:
            self._ask(sitting)
            self.go_on_with_the_private_part(sitting)

    def on_personas_screen_watch_wanted(self) -> None:
        self.run_worker(self._around().watch(), group="rehearsal", exclusive=True)

    def on_personas_screen_debrief_wanted(self) -> None:
        self.run_worker(self._around().debrief(), group="rehearsal", exclusive=True)

    def _around(self) -> BeforeAndAfter:
        from bcst_tui.tui.before_and_after import BeforeAndAfter

        return BeforeAndAfter(self, cast("TrainersCasebook", self._people))

    # saying and doing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "rehearse":
            return self._with is not None and type(self.screen).__name__ in ASKED_FOR
        return super().check_action(action, parameters)

    def action_rehearse(self) -> None:
        self.run_worker(self._say_or_do(), group="rehearsal", exclusive=True)

    async def _say_or_do(self) -> None:
        from bcst_tui.casebook.rehearsal_ways import WAYS_OUT, heading, offered
        from bcst_tui.tui.screens.saying_or_doing import SayOrDo

        rehearsal, screen = self._rehearsal, self.screen
        if rehearsal is None:
            return
        question = self._question(screen)
        lines, out = offered(self._people, rehearsal, question), [one.words for one in WAYS_OUT]
        window = SayOrDo(heading(rehearsal, question), [one.words for one in lines], out)
        place = await self.push_screen_wait(window)
        if place is None:
            return
        if place < len(lines):
            await self._led_to(rehearsal, lines[place].leads)
        elif not await self._is_out(rehearsal, WAYS_OUT[place - len(lines)]):
            self.offer_afresh()

    async def _led_to(self, rehearsal: Rehearsal, choice: Choice) -> None:
        try:
            now = self._people.choose(self._rehearsal or rehearsal, choice)
        except NotSaved as refused:
            self.notify(f"NOT saved: {refused}", severity="error", timeout=WARNED_SECONDS)
        else:
            await self._show_the_actor(now)
        if isinstance(choice, Said) and choice.question == SAFE_CONTACT:
            self._open_the_form(rehearsal)
        if isinstance(choice, Did) and not rehearsal.waits_for_an_act:
            self._was_offered = ""
        self._follow_soon()

    async def _show_the_actor(self, rehearsal: Rehearsal) -> None:
        """Speaking: the line for the colleague who plays the person, before anything else is seen of it."""
        from bcst_tui.casebook.rehearsal_ways import for_the_actor
        from bcst_tui.tui.screens.saying_or_doing import ActorCard

        if card := for_the_actor(rehearsal):
            await self.push_screen_wait(ActorCard(card))

    def _open_the_form(self, rehearsal: Rehearsal) -> None:
        from bcst_tui.tui.screens.safe_contact import SafeContactScreen

        self.push_screen(SafeContactScreen(self._people, self._people.case(rehearsal.kept.case_id)))

    async def _is_out(self, rehearsal: Rehearsal, out: WayOut) -> bool:
        """Back to the people, if that was meant; of one that was left nothing stays."""
        from bcst_tui.tui.widgets.choosing import ChooseOne

        lines = [words for words, _ in out.lines]
        place = await self.push_screen_wait(ChooseOne(out.sure, lines, "A key chooses · Esc goes back"))
        way = out.lines[place][1] if place is not None else None
        if way is None:
            return False
        self._with = None
        while type(self.screen).__name__ != "PersonasScreen":
            self.pop_screen()
        if way == "leave":
            self._people.leave(rehearsal)
            return True
        self._people.end_rehearsal(rehearsal, "stopped" if rehearsal.attempt.ended else "done")
        if (another := await self._around().after(rehearsal)) is not None:
            await self._begin(another, rehearsal.kept)
        return True

    def action_hide(self) -> None:
        self._did("hide")
        super().action_hide()

    def action_pause(self) -> None:
        self._did("pause")
        super().action_pause()

    def _did(self, act: Any) -> None:
        if (rehearsal := self._rehearsal) is not None and not self.is_covered:
            self._people.did(rehearsal, act)


def run(folder: Path, settings: Settings, today: date | None = None) -> int:
    """Run the rehearsals of this folder until they end; the exit code."""
    keep_python_quiet(is_training=True)
    app = RehearsalApp(TrainingDoors(folder, os.environ, today), settings)
    app.run()
    return app.return_code or 0

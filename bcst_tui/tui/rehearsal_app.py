"""The app of `bcst train`: the real interview and the real private part, where an invented person answers.

It guides from one question they have something to say to, to the next, and puts the choice of words before each.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen
from textual.widget import Widget

from bcst_tui.config import Settings
from bcst_tui.errors import BcstError, NotSaved
from bcst_tui.training.attempt import Did, Said
from bcst_tui.training.known_codes import SAFE_CONTACT
from bcst_tui.tui.app import WARNED_SECONDS, BcstApp
from bcst_tui.tui.keys import binding
from bcst_tui.tui.opening import TrainingDoors
from bcst_tui.tui.safety import keep_python_quiet
from bcst_tui.tui.widgets.persona_panel import PersonaPanel

if TYPE_CHECKING:
    from bcst_tui.casebook.rehearsal_values import KeptAttempt, Rehearsal
    from bcst_tui.casebook.rehearsal_ways import Offered
    from bcst_tui.casebook.trainers import TrainersCasebook
    from bcst_tui.casebook.training import TrainingCasebook
    from bcst_tui.casebook.values import Sitting

REAL = ("InterviewScreen", "PrivateScreen")
"""The screens a person is asked on."""
FORM = "SafeContactScreen"
"""The form that holds what is answered last, with no question of the interview over it."""


class RehearsalApp(BcstApp):
    """bcst for training."""

    is_training = True
    CSS = "ToastRack { max-height: 90vh; }"
    BINDINGS = [binding("rehearse", show=True)]

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._with: int | None = None
        self._was_offered = ""
        self._comes_back = False

    def get_default_screen(self) -> Screen[Any]:
        from bcst_tui.tui.screens.training_setup import TrainingSetupScreen, TrainingUnlockScreen

        return TrainingUnlockScreen() if self._doors.looks_set_up() else TrainingSetupScreen()

    def on_training_setup_screen_finished(self, finished: Any) -> None:
        self._create(finished.given)

    def first_screen(self) -> Screen[Any]:
        from bcst_tui.tui.screens.personas import PersonasScreen

        self._people.when_moved = self._follow_soon
        return PersonasScreen(self._people)

    def panel(self, screen: Screen[Any]) -> Widget | None:
        """What is drawn under a screen on which a person is asked."""
        return PersonaPanel() if type(screen).__name__ in (*REAL, FORM) else None

    # beginning, going on, leaving

    def on_personas_screen_chosen(self, chosen: Any) -> None:
        self.run_worker(self._begin(chosen.persona_id), group="rehearsal", exclusive=True)

    async def _begin(self, persona_id: str) -> None:
        from bcst_tui.tui.screens.beginning import before_beginning

        asked = await before_beginning(self, self._people, persona_id)
        if asked is None:
            return
        try:
            rehearsal = self._people.rehearse(persona_id, asked.seed, asked.mode, asked.trainee)
        except BcstError as refused:
            self.notify(f"NOT begun: {refused}", severity="error", timeout=WARNED_SECONDS)
            return
        self._go_on_with(rehearsal)

    def on_personas_screen_carried_on(self, carried: Any) -> None:
        self._go_on_with(self._people.take_up(carried.rehearsal))

    def _go_on_with(self, rehearsal: Rehearsal) -> None:
        self._with, self._was_offered, self._comes_back = rehearsal.kept.case_id, "", True
        sitting = self._open_case(rehearsal.kept.case_id)
        if sitting is not None:
            self._ask(sitting)
            self.go_on_with_the_private_part(sitting)

    def on_personas_screen_watch_wanted(self) -> None:
        self.run_worker(self._watch(), group="rehearsal", exclusive=True)

    async def _watch(self) -> None:
        from bcst_tui.tui.screens.watch import WatchScreen

        held = await self._one_that_was_held()
        if held is None:
            return
        try:
            self.push_screen(WatchScreen(self._people, self._people.rehearsal(held)))
        except BcstError as refused:
            self.notify(str(refused), severity="error", timeout=WARNED_SECONDS)

    async def _one_that_was_held(self) -> KeptAttempt | None:
        from bcst_tui.tui.widgets.choosing import ChooseOne

        held = self._people.rehearsals()[-30:]
        lines = [f"{one.persona}, draw {one.seed}, {one.begun_at.astimezone():%d %b %H:%M}" for one in held]
        place = await self.push_screen_wait(ChooseOne("Which one?", lines, "A key chooses · Esc goes back"))
        return None if place is None else held[place]

    def on_personas_screen_debrief_wanted(self) -> None:
        self.run_worker(self._debrief(), group="rehearsal", exclusive=True)

    async def _debrief(self) -> None:
        held = await self._one_that_was_held()
        if held is not None:
            self._open_debrief(held.id)

    def _open_debrief(self, number: int) -> None:
        from bcst_tui.tui.screens.debrief import DebriefScreen

        try:
            self.push_screen(DebriefScreen(cast("TrainersCasebook", self._people), number))
        except BcstError as refused:
            self.notify(str(refused), severity="error", timeout=WARNED_SECONDS)

    # following the person

    def push_screen(self, *given: Any, **named: Any) -> Any:
        pushed = super().push_screen(*given, **named)
        self._follow_soon()
        return pushed

    def pop_screen(self) -> Any:
        popped = super().pop_screen()
        self._follow_soon()
        return popped

    def _lifted(self, lifted: Any) -> None:
        super()._lifted(lifted)
        self._follow_soon()

    def _follow_soon(self) -> None:
        if self._with is not None:
            self.call_later(self._follow)

    def _follow(self) -> None:
        """Be where this person has something to say, with the choice of words before it."""
        rehearsal, screen = self._rehearsal, self.screen
        if rehearsal is None or self.is_covered:
            return
        name = type(screen).__name__
        if (
            name == "SectionsScreen"
            and self._people.next_of(rehearsal) not in (None, SAFE_CONTACT)
            and not rehearsal.attempt.ended
        ):
            if (sitting := self._people.open_sitting(rehearsal.kept.case_id)) is not None:
                self._ask(sitting)
            return
        if name == "InterviewScreen" and self._was_cut_off(rehearsal):
            self.enter_private(cast(Any, screen).held, "q")
            return
        if name == "InterviewScreen" and not rehearsal.waits_for_an_act and not self._led(rehearsal, screen):
            return
        if name == FORM:
            self._tell(rehearsal, screen)
        if name in REAL:
            self._tell(rehearsal, screen)
            self._offer_of_itself(rehearsal, screen)

    def _was_cut_off(self, rehearsal: Rehearsal) -> bool:
        """Whether the private part was left by the power, and is still to be come back to, by way of the checks."""
        held, was_off = rehearsal.attempt.held, self._comes_back
        self._comes_back = False
        return was_off and held is not None and held.kind == "power_cut" and held.question.startswith("q")

    def _led(self, rehearsal: Rehearsal, screen: Any) -> bool:
        """Past what nobody prepared; whether there is still something to be asked here."""
        try:
            passed = self._people.pass_by(rehearsal, screen.held)
        except NotSaved as refused:
            self.notify(f"NOT saved: {refused}", severity="error", timeout=WARNED_SECONDS)
            return False
        if passed is not screen.held:
            screen.sitting = passed
        wanted = self._people.next_of(rehearsal)
        current = passed.interview.current
        if wanted is not None and wanted.startswith("q") and not (current and current.id in rehearsal.persona.replies):
            self.enter_private(passed, "q")
            return False
        return True

    def _tell(self, rehearsal: Rehearsal, screen: Screen[Any]) -> None:
        from bcst_tui.casebook.rehearsal_ways import NOTHING_LEFT, told

        words = told(rehearsal, self._settings.easy_words)
        is_asked_out = type(screen).__name__ == "InterviewScreen" and not self._question(screen)
        screen.query_one(PersonaPanel).tell("\n".join(filter(None, (words, NOTHING_LEFT if is_asked_out else ""))))

    def _offer_of_itself(self, rehearsal: Rehearsal, screen: Screen[Any]) -> None:
        """Put the list up once for each question and each event; after Esc, F10 brings it back."""
        from bcst_tui.casebook.rehearsal_ways import is_new

        question = self._question(screen)
        attempt, at = rehearsal.attempt, ""
        if attempt.ended or rehearsal.waits_for_an_act:
            at = f"ended {attempt.ended}, held {attempt.held is not None and attempt.held.question}"
        elif is_new(rehearsal, question):
            at = question
        if at and at != self._was_offered:
            self._was_offered = at
            self.action_rehearse()

    # saying and doing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "rehearse":
            return self._with is not None and type(self.screen).__name__ in (*REAL, "SectionsScreen", "PlanScreen")
        return super().check_action(action, parameters)

    def action_rehearse(self) -> None:
        self.run_worker(self._say_or_do(), group="rehearsal", exclusive=True)

    async def _say_or_do(self) -> None:
        from bcst_tui.casebook.rehearsal_ways import heading, offered
        from bcst_tui.tui.screens.saying_or_doing import SayOrDo

        rehearsal, screen = self._rehearsal, self.screen
        if rehearsal is None:
            return
        question = self._question(screen)
        lines = offered(self._people, rehearsal, question)
        place = await self.push_screen_wait(SayOrDo(heading(rehearsal, question), [one.words for one in lines]))
        if place is not None:
            self._led_to(rehearsal, lines[place])

    def _led_to(self, rehearsal: Rehearsal, chosen: Offered) -> None:
        if chosen.leads in ("leave", "end"):
            self._end(rehearsal, is_left=chosen.leads == "leave")
            return
        try:
            self._people.choose(self._rehearsal or rehearsal, cast(Any, chosen.leads))
        except NotSaved as refused:
            self.notify(f"NOT saved: {refused}", severity="error", timeout=WARNED_SECONDS)
        if isinstance(chosen.leads, Said) and chosen.leads.question == SAFE_CONTACT:
            self._open_the_form(rehearsal)
        if isinstance(chosen.leads, Did) and not rehearsal.waits_for_an_act:
            self._was_offered = ""
        self._follow_soon()

    def _open_the_form(self, rehearsal: Rehearsal) -> None:
        from bcst_tui.tui.screens.safe_contact import SafeContactScreen

        self.push_screen(SafeContactScreen(self._people, self._people.case(rehearsal.kept.case_id)))

    def _end(self, rehearsal: Rehearsal, *, is_left: bool) -> None:
        """Back to the people; of one that was left nothing stays."""
        self._with = None
        while type(self.screen).__name__ != "PersonasScreen":
            self.pop_screen()
        if is_left:
            self._people.leave(rehearsal)
        else:
            self._people.end_rehearsal(rehearsal, "stopped" if rehearsal.attempt.ended else "done")
            self._open_debrief(rehearsal.id)

    def action_hide(self) -> None:
        self._did("hide")
        super().action_hide()

    def action_pause(self) -> None:
        self._did("pause")
        super().action_pause()

    def _did(self, act: Any) -> None:
        if (rehearsal := self._rehearsal) is not None and not self.is_covered:
            self._people.did(rehearsal, act)

    @property
    def _people(self) -> TrainingCasebook:
        return cast("TrainingCasebook", self._held)

    @property
    def _rehearsal(self) -> Rehearsal | None:
        """The rehearsal under way, as it stands on the disk."""
        return self._people.rehearsal_with(self._with) if self._with is not None and self._casebook else None

    def _question(self, screen: Any) -> str:
        """The question this screen is at, as personas name it; after the last of the interview, the one of the form."""
        from bcst_tui.casebook.rehearsal_ways import after_the_last
        from bcst_tui.casebook.training import question_here

        if type(screen).__name__ == "PrivateScreen":
            rehearsal = self._rehearsal
            return question_here(rehearsal, screen.run_now) if rehearsal is not None else ""
        sitting: Sitting | None = getattr(screen, "held", None)
        current = sitting.interview.current if sitting is not None else None
        if current is not None and type(screen).__name__ == "InterviewScreen":
            return current.id
        if current is not None or type(screen).__name__ not in ("InterviewScreen", "PlanScreen"):
            return ""
        rehearsal = self._rehearsal
        return after_the_last(rehearsal) if rehearsal is not None else ""


def run(folder: Path, settings: Settings, today: date | None = None) -> int:
    """Run the rehearsals of this folder until they end; the exit code."""
    keep_python_quiet()
    app = RehearsalApp(TrainingDoors(folder, os.environ, today), settings)
    app.run()
    return app.return_code or 0

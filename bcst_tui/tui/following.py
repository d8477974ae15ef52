"""An app that goes where an invented person has something to say, and puts the choice of words before each question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen
from textual.widget import Widget

from bcst_tui.errors import NotSaved
from bcst_tui.training.known_codes import SAFE_CONTACT
from bcst_tui.tui.app import WARNED_SECONDS, BcstApp
from bcst_tui.tui.widgets.persona_panel import PersonaPanel

if TYPE_CHECKING:
    from bcst_tui.casebook.rehearsal_values import Rehearsal
    from bcst_tui.casebook.training import TrainingCasebook
    from bcst_tui.casebook.values import Sitting

REAL = ("InterviewScreen", "PrivateScreen")
"""The screens a person is asked on."""
FORM = "SafeContactScreen"
"""The form that holds what is answered last, with no question of the interview over it."""
ASKED_FOR = (*REAL, FORM, "SectionsScreen", "CheckAnswersScreen", "PlanScreen")
"""Where F10 brings the list."""


class FollowingApp(BcstApp):
    """Looks where it stands after every move, on whatever screen the move was made."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._with: int | None = None
        self._was_offered = ""
        self._goes_back_in = False

    def panel(self, screen: Screen[Any]) -> Widget | None:
        """What is drawn under a screen on which a person is asked."""
        return PersonaPanel() if type(screen).__name__ in (*REAL, FORM) else None

    def action_rehearse(self) -> None:
        """Put up what can be said or done here."""
        raise NotImplementedError

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
        self.offer_afresh()

    def offer_afresh(self) -> None:
        """Put the list up again, if there is still something to say or do here."""
        self._was_offered = ""
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
        if name == "PersonasScreen" and rehearsal.attempt.ended:
            self._offer_of_itself(rehearsal, screen)
            return
        if name == "InterviewScreen" and self._goes_back_in:
            self._goes_back_in = False
            self.enter_private(cast(Any, screen).held, "q")
            return
        if name == "InterviewScreen" and not rehearsal.waits_for_an_act and not self._led(rehearsal, screen):
            return
        if name == FORM:
            self._tell(rehearsal, screen)
        if name in REAL:
            self._tell(rehearsal, screen)
            self._offer_of_itself(rehearsal, screen)

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
        from bcst_tui.casebook.rehearsal_ways import NOTHING_LEFT, SPEAK_NOW, comes_after_the_checks, told

        words = SPEAK_NOW if self._is_to_be_spoken(rehearsal, screen) else told(rehearsal, self._settings.easy_words)
        if type(screen).__name__ == "PrivateScreen" and comes_after_the_checks(rehearsal, cast(Any, screen).run_now):
            words = ""
        is_asked_out = type(screen).__name__ == "InterviewScreen" and not self._question(screen)
        screen.query_one(PersonaPanel).tell("\n".join(filter(None, (words, NOTHING_LEFT if is_asked_out else ""))))

    def _is_to_be_spoken(self, rehearsal: Rehearsal, screen: Screen[Any]) -> bool:
        """Whether this question is to be put in somebody's own words, and was not put yet."""
        from bcst_tui.casebook.rehearsal_ways import is_new

        is_asked = not rehearsal.waits_for_an_act and is_new(rehearsal, self._question(screen))
        return is_asked and rehearsal.kept.mode == "speak"

    def _offer_of_itself(self, rehearsal: Rehearsal, screen: Screen[Any]) -> None:
        """Put the list up for each question, and after each thing done about an event; after Esc, F10 brings it back.

        Where somebody speaks, the question stays in sight until they have.
        """
        from bcst_tui.casebook.rehearsal_ways import due

        at = "" if self._is_to_be_spoken(rehearsal, screen) else due(rehearsal, self._question(screen))
        if at and at != self._was_offered:
            self._was_offered = at
            self.action_rehearse()

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

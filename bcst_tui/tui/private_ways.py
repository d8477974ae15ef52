"""An app with a private part: where it is entered and left, which keys are its own, and its clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from bcst_tui.config import Settings
from bcst_tui.errors import NotSaved
from bcst_tui.tui.covering import CoveringApp
from bcst_tui.tui.idle import Clocks

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import Sitting
    from bcst_tui.tui.screens.private import PrivateScreen

TOLD_SECONDS = 60.0


class PrivateApp(CoveringApp, inherit_bindings=False):
    """Holds the casebook, and knows the private part's screen wherever it lies on the stack."""

    def __init__(self, settings: Settings, clocks: Clocks | None = None) -> None:
        super().__init__(clocks)
        self._settings = settings
        self._casebook: Casebook | None = None

    def leave_interview(self) -> bool:
        """Whether there was an interview on top to leave: a key pressed twice leaves nothing else."""
        from bcst_tui.tui.screens.interview import InterviewScreen

        is_on_top = isinstance(self.screen, InterviewScreen)
        if is_on_top:
            self.pop_screen()
        return is_on_top

    def seconds_until_lock_in_private(self) -> float | None:
        from bcst_tui.disclosure.timers import lock_after

        assert self.private is not None
        return lock_after(self.private.run_now, self._settings.interview_lock_seconds)

    def seconds_until_cover(self) -> float | None:
        from bcst_tui.disclosure.timers import COVER_SECONDS, cover_after

        if (private := self.private) is None:
            return None
        return COVER_SECONDS if private.is_folder else cover_after(private.run_now)

    def action_pause(self) -> None:
        if (private := self.private) is not None:
            private.put_away("pause")
        super().action_pause()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the private part there is no palette, and no list of other people's days."""
        is_elsewhere = action in ("today", "command_palette") and self.private is not None
        return False if is_elsewhere else super().check_action(action, parameters)

    @property
    def private(self) -> PrivateScreen | None:
        """The screen of the private part, if it is open: on top, or below a cover or a page of help."""
        found = (screen for screen in self.screen_stack if type(screen).__name__ == "PrivateScreen")
        return cast("PrivateScreen | None", next(found, None))

    @property
    def sitting_here(self) -> Sitting | None:
        """The sitting that the uppermost screen with one is about."""
        from bcst_tui.casebook.values import Sitting

        held = (getattr(screen, "held", None) for screen in reversed(self.screen_stack))
        return next((sitting for sitting in held if isinstance(sitting, Sitting)), None)

    def goes_to_the_private_part(self, key: Literal["heard", "now"]) -> bool:
        """Whether this key belongs to the private part here, and has been given to it."""
        if (private := self.private) is not None:
            while self.screen is not private:
                self.pop_screen()
            private.press(key)
            return True
        sitting = self.sitting_here if self._casebook is not None else None
        if sitting is None or sitting.closed or self._held.why_private_is_closed():
            return False
        self.put_away()
        self.enter_private(sitting, key)
        return True

    def enter_private(self, sitting: Sitting, event: str) -> None:
        from bcst_tui.tui.screens.private import PrivateScreen

        try:
            talk = self._held.private_enter(sitting, event, self._settings.easy_words)
        except NotSaved as refused:
            self.notify(f"NOT opened: {refused}", severity="error", timeout=TOLD_SECONDS)
            return
        self.push_screen(PrivateScreen(self._held, sitting, talk))

    def open_the_folder(self, sitting: Sitting) -> None:
        """What was agreed in the private part before, to look at and to change."""
        from bcst_tui.tui.screens.private import PrivateScreen

        if why_closed := self._held.why_private_is_closed():
            self.notify(f"NOT opened: {why_closed}", severity="error", timeout=TOLD_SECONDS)
            return
        try:
            talk = self._held.private_folder(sitting, self._settings.easy_words)
        except NotSaved as refused:
            self.notify(f"NOT opened: {refused}", severity="error", timeout=TOLD_SECONDS)
            return
        self.push_screen(PrivateScreen(self._held, sitting, talk))

    def on_sections_screen_folder_wanted(self, wanted: Any) -> None:
        self.open_the_folder(wanted.sitting)

    def on_private_screen_letter_wanted(self, wanted: Any) -> None:
        from bcst_tui.tui.stop_letter import write_letter

        letter = self._held.private_stop_letter(wanted.sitting, wanted.agency)
        writing = write_letter(self, self._held, wanted.sitting.case_id, letter)
        self.run_worker(writing, group="private", exclusive=True)

    def go_on_with_the_private_part(self, sitting: Sitting) -> None:
        """Where a lock left it open, after the passphrase; what was cut off is let go of."""
        if sitting.closed:
            return
        view = self._held.private_resume(sitting)
        if view.run.state not in ("SECTION", "END"):
            from bcst_tui.tui.screens.private import PrivateScreen

            talk = self._held.private_talk(sitting, view, self._settings.easy_words)
            self.push_screen(PrivateScreen(self._held, sitting, talk))

    def on_private_screen_left(self, left: Any) -> None:
        self.when_uncovered(lambda: self._leave_private(left.to_the_question))

    def _leave_private(self, to_the_question: bool) -> None:
        """Back to the very question, or to the sections, from which the plan is a key away."""
        private = self.private
        if private is None or self.screen is not private:
            return
        self.pop_screen()
        if not to_the_question:
            self.leave_interview()

    def on_cases_screen_returned(self) -> None:
        """The person has left: how heavy was it?"""
        was_open, was_told = self._held.owes_care() if self._casebook is not None else (False, False)
        if was_open and type(self.screen).__name__ == "CasesScreen":
            from bcst_tui.tui.care_ways import take_care

            self.run_worker(take_care(self, self._held, was_told), group="care", exclusive=True)

    @property
    def _held(self) -> Casebook:
        assert self._casebook is not None
        return self._casebook

"""An app's ways from screen to screen: what a screen asks for, and which one stands next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcst_tui.errors import NotSaved
from bcst_tui.tui.private_ways import TOLD_SECONDS, PrivateApp

if TYPE_CHECKING:
    from bcst_tui.casebook.values import CaseLine, Sitting
    from bcst_tui.plan.todays import DueLine


class ScreenWays(PrivateApp, inherit_bindings=False):
    """Puts each screen that is wanted on top, and takes away the one that is left."""

    def on_cases_screen_opened(self, opened: Any) -> None:
        if (sitting := self._open_case(opened.case_id)) is not None:
            self.go_on_with_the_private_part(sitting)

    def on_cases_screen_carried_on(self, opened: Any) -> None:
        if (sitting := self._open_case(opened.case_id)) is not None:
            self._ask(sitting)
            self.go_on_with_the_private_part(sitting)

    def on_cases_screen_new_wanted(self) -> None:
        from bcst_tui.tui.screens.new_case import NewCaseScreen

        self.push_screen(NewCaseScreen(self._held), self._case_made)

    def on_cases_screen_menu_wanted(self, wanted: Any) -> None:
        self._ways_of(wanted.case_id)

    def _ways_of(self, case_id: int) -> None:
        from bcst_tui.tui.case_ways import CaseWays

        self.run_worker(CaseWays(self, self._held, case_id).menu(), group="case", exclusive=True)

    def action_figures(self) -> None:
        from bcst_tui.tui.figure_ways import choose_figures

        self.run_worker(choose_figures(self, self._held), group="case", exclusive=True)

    def action_take_over(self) -> None:
        from bcst_tui.tui.hand_over_ways import HandOverWays

        self.run_worker(HandOverWays(self, self._held).take_over(), group="case", exclusive=True)

    def _case_made(self, case: CaseLine | None) -> None:
        if case is not None and case.closed:
            self._ways_of(case.case_id)
        elif case is not None:
            self._open_case(case.case_id)

    def _open_case(self, case_id: int) -> Sitting | None:
        """The case's sections, on its latest sitting or a new one; None where the disk refuses that."""
        try:
            sitting = self._held.open_sitting(case_id) or self._held.begin(case_id)
        except NotSaved as refused:
            self.notify(f"NOT begun: {refused}", severity="error", timeout=TOLD_SECONDS)
            return None
        self._show_sections(sitting)
        return sitting

    def _show_sections(self, sitting: Sitting) -> None:
        from bcst_tui.tui.screens.sections import SectionsScreen

        self.push_screen(SectionsScreen(self._held, sitting))

    def on_sections_screen_interview_wanted(self, wanted: Any) -> None:
        self._ask(wanted.sitting)

    def on_sections_screen_private_wanted(self, wanted: Any) -> None:
        self.enter_private(wanted.sitting, "q")

    def on_sections_screen_check_wanted(self, wanted: Any) -> None:
        self._check(wanted.sitting)

    def on_sections_screen_plan_wanted(self, wanted: Any) -> None:
        self._plan(wanted.sitting)

    def on_sections_screen_export_wanted(self, wanted: Any) -> None:
        self._export(wanted.sitting)

    def on_interview_screen_check_wanted(self, wanted: Any) -> None:
        self._check(wanted.sitting)

    def on_interview_screen_plan_wanted(self, wanted: Any) -> None:
        self._plan(wanted.sitting)

    def on_check_answers_screen_plan_wanted(self, wanted: Any) -> None:
        self._plan(wanted.sitting)

    def on_plan_screen_export_wanted(self, wanted: Any) -> None:
        self._export(wanted.sitting)

    def on_plan_screen_copy_wanted(self, wanted: Any) -> None:
        self._show_copy(wanted.sitting)

    def on_interview_screen_copy_wanted(self, wanted: Any) -> None:
        self._show_copy(wanted.sitting)

    def on_plan_screen_read_back_wanted(self, wanted: Any) -> None:
        from bcst_tui.tui.screens.read_back import ReadBackScreen

        self.push_screen(ReadBackScreen(self._held, wanted.sitting, wanted.need_code))

    def on_plan_screen_versions_wanted(self, wanted: Any) -> None:
        from bcst_tui.tui.screens.versions import VersionsScreen

        self.push_screen(VersionsScreen(self._held, self._held.case(wanted.case_id)))

    def on_plan_screen_feedback_wanted(self) -> None:
        from bcst_tui.tui.screens.feedback import FeedbackScreen

        self.push_screen(FeedbackScreen(self._held))

    def on_of_case_consents_wanted(self, wanted: Any) -> None:
        self._consents(wanted.case_id)

    def on_consents_screen_agency_wanted(self, wanted: Any) -> None:
        from bcst_tui.tui.screens.consent_for_agency import AgencyConsentScreen

        self.push_screen(AgencyConsentScreen(self._held, wanted.case, wanted.agency))

    def on_consents_screen_way_wanted(self, wanted: Any) -> None:
        from bcst_tui.tui.consent_ways import ConsentWays

        self.run_worker(ConsentWays(self, self._held, wanted.case).go(wanted.way), group="case", exclusive=True)

    def _consents(self, case_id: int) -> None:
        from bcst_tui.tui.screens.consents import ConsentsScreen

        self.push_screen(ConsentsScreen(self._held, self._held.case(case_id)))

    def _check(self, sitting: Sitting) -> None:
        from bcst_tui.tui.screens.check_answers import CheckAnswersScreen

        self.push_screen(CheckAnswersScreen(self._held, sitting))

    def _plan(self, sitting: Sitting, at: DueLine | None = None) -> None:
        from bcst_tui.tui.screens.plan import PlanScreen

        self.push_screen(PlanScreen(self._held, sitting, at))

    def _show_copy(self, sitting: Sitting) -> None:
        from bcst_tui.tui.screens.own_copy import OwnCopyScreen

        self.push_screen(OwnCopyScreen(self._held, sitting))

    def _export(self, sitting: Sitting) -> None:
        from bcst_tui.tui.screens.export import ExportScreen

        self.push_screen(ExportScreen(self._held, sitting))

    def _ask(self, sitting: Sitting) -> None:
        from bcst_tui.tui.screens.interview import InterviewScreen

        self.push_screen(InterviewScreen(self._held, sitting))

    def on_interview_screen_left(self) -> None:
        self.when_uncovered(self.leave_interview)

    def on_interview_screen_stopped(self, stopped: Any) -> None:
        """For good: back to the sections, where the plan is a key away. For today: back to the cases."""
        is_for_today = stopped.sitting.status != "completed"
        self.when_uncovered(lambda: self.leave_interview() and is_for_today and self.pop_screen())

    def on_today_screen_opened(self, opened: Any) -> None:
        line: DueLine = opened.line
        if line.thing == "request":
            self._ways_of(line.case.case_id)
            return
        if line.sitting is None:
            self._open_case(line.case.case_id)
            return
        sitting = self._held.sitting(line.sitting.sitting_id)
        if line.thing in ("interview", "meeting", "attempt"):
            self._show_sections(sitting)
        else:
            self._plan(sitting, line)

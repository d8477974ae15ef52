"""The interview: one question at a time, each answer on the disk before the next is drawn."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive

from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import NoAnswer, Rejection
from bcst_tui.interview.carried import told_before_words
from bcst_tui.interview.draft import Draft
from bcst_tui.interview.state import Interview
from bcst_tui.plan.suggestion import has_words_beside, words_beside
from bcst_tui.script.model import Question
from bcst_tui.tui.widgets import interview_keys
from bcst_tui.tui.widgets.choosing import SkipChooser
from bcst_tui.tui.widgets.end_card import EndCard
from bcst_tui.tui.widgets.frame import KeyLine
from bcst_tui.tui.widgets.of_case import OfCase
from bcst_tui.tui.widgets.progress_rail import ProgressRail, SittingLine
from bcst_tui.tui.widgets.question_card import NOT_KEPT, QuestionCard
from bcst_tui.tui.widgets.watermark import BaseScreen

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import Sitting

STILL_RIGHT = "Ctrl+Y says it is."
NOT_SAVED = "NOT saved: {what} Your entry is still here. Enter it again to try once more."


class InterviewScreen(OfCase, BaseScreen[None]):
    """Asks what comes next. What it decides, the engine decided; what it shows as saved, the disk has."""

    HELP: ClassVar[str] = interview_keys.HELP
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS = [*interview_keys.BINDINGS]
    DEFAULT_CSS = """
    InterviewScreen.-wide ProgressRail { display: block; }
    InterviewScreen.-wide QuestionCard { padding: 2 4 1 4; }
    """

    sitting: reactive[Sitting | None] = reactive(None, init=False)
    interview: reactive[Interview | None] = reactive(None)
    easy: reactive[bool] = reactive(False)
    why: reactive[bool] = reactive(False)
    revealed: reactive[bool] = reactive(False)
    saved: reactive[str] = reactive("")
    draft: reactive[Draft | None] = reactive(None)

    @dataclass
    class CheckWanted(Message):
        """Posted when the answers are to be read through."""

        sitting: Sitting

    @dataclass
    class PlanWanted(Message):
        """Posted when needs and plan are to be seen."""

        sitting: Sitting

    @dataclass
    class CopyWanted(Message):
        """Posted when the person's own copy is to be seen."""

        sitting: Sitting

    @dataclass
    class Stopped(Message):
        """Posted when the interview has been ended, for now or for good; it is saved."""

        sitting: Sitting

    @dataclass
    class Left(Message):
        """Posted on Esc at the first question, and where nothing is left to ask."""

        sitting: Sitting

    def __init__(self, casebook: Casebook, sitting: Sitting, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.casebook = casebook
        self._clock = clock
        self._began = clock()
        self.set_reactive(InterviewScreen.sitting, sitting)
        self.set_reactive(InterviewScreen.interview, sitting.interview)
        self.set_reactive(InterviewScreen.saved, saved_words(sitting))
        self.set_reactive(InterviewScreen.draft, casebook.draft(sitting))

    def compose(self) -> ComposeResult:
        yield SittingLine(self.held.reference, lambda: int((self._clock() - self._began) // 60)).data_bind(
            InterviewScreen.interview, InterviewScreen.saved
        )
        with Horizontal():
            yield ProgressRail().data_bind(InterviewScreen.interview)
            yield QuestionCard(self.casebook.words, self._suggestion).data_bind(
                InterviewScreen.interview,
                InterviewScreen.easy,
                InterviewScreen.why,
                InterviewScreen.revealed,
                InterviewScreen.draft,
            )
        yield KeyLine()

    @property
    def held(self) -> Sitting:
        """The sitting as it is on the disk."""
        assert self.sitting is not None
        return self.sitting

    @property
    def card(self) -> QuestionCard:
        return self.query_one(QuestionCard)

    async def on_mount(self) -> None:
        await self._show_end()

    async def on_screen_resume(self) -> None:
        """Another screen may have changed answers meanwhile."""
        now = self.casebook.open_sitting(self.held.case_id)
        if now is not None and now.interview != self.held.interview:
            self.sitting = now
            self.draft = self.casebook.draft(now)

    async def watch_sitting(self, sitting: Sitting) -> None:
        self.interview = sitting.interview
        self.saved = saved_words(sitting)
        await self._show_end()

    def on_question_card_answered(self, event: QuestionCard.Answered) -> None:
        if self._is_asked(event.question_id):
            self._move(lambda: self.casebook.answer(self.held, event.raw))

    def on_question_card_kept(self, event: QuestionCard.Kept) -> None:
        if self._is_asked(event.question_id):
            self._move(lambda: self.casebook.onward(self.held))

    def on_question_card_row_added(self, event: QuestionCard.RowAdded) -> None:
        if self._is_asked(event.group_id):
            self._move(lambda: self.casebook.add_row(self.held, event.group_id))

    def on_question_card_row_opened(self, event: QuestionCard.RowOpened) -> None:
        self._move(lambda: self.casebook.look(self.held, event.question_id))

    def on_question_card_row_removed(self, event: QuestionCard.RowRemoved) -> None:
        self._move(lambda: self.casebook.remove_row(self.held, event.row_id))

    def on_end_card_chosen(self, event: EndCard.Chosen) -> None:
        match event.next:
            case "check":
                self.post_message(self.CheckWanted(self.held))
            case "plan":
                self.post_message(self.PlanWanted(self.held))
            case "end":
                self.action_stop()

    def on_question_card_drafted(self, event: QuestionCard.Drafted) -> None:
        event.stop()
        self._keep(event.draft)

    def put_away(self) -> None:
        """The cover goes up, or bcst locks: keep what is half entered, and cover what is private."""
        half = self.card.half_entered
        self._keep(half)
        self.revealed = False
        if half is None or not half.words or half == self.draft:
            self.card.put_away()

    def _keep(self, draft: Draft | None) -> None:
        """Keep what is half entered, or say that it is not kept."""
        if draft is None or draft == self.draft or (not draft.words and not self._is_kept(draft.question_id)):
            return
        if not self._is_asked(draft.question_id):
            return
        try:
            self.casebook.keep_draft(self.held, draft.question_id, draft.words)
        except NotSaved as refused:
            self.card.rejection = NOT_KEPT.format(what=refused)
            return
        self.draft = draft if draft.words else None

    def _is_kept(self, question_id: str) -> bool:
        return self.draft is not None and self.draft.question_id == question_id

    def action_skip(self) -> None:
        if self.is_active and self.held.interview.current is not None:
            self.app.push_screen(SkipChooser(), self._skipped)

    def action_easy(self) -> None:
        self.easy = not self.easy

    def action_why(self) -> None:
        self.why = not self.why

    def action_reveal(self) -> None:
        self.revealed = not self.revealed

    def action_own_copy(self) -> None:
        self._keep(self.card.half_entered)
        self.post_message(self.CopyWanted(self.held))

    def action_consents(self) -> None:
        self._keep(self.card.half_entered)
        super().action_consents()

    def action_turn(self, pages: int) -> None:
        self.card.scroll_words(pages)

    def action_back(self) -> None:
        if self.held.interview.current is None:
            self.post_message(self.Left(self.held))
            return
        if self.card.close_inner():
            return
        before = self.held
        self._keep(self.card.half_entered)
        if self._move(lambda: self.casebook.back(self.held)) and self.held is before:
            self.post_message(self.Left(self.held))

    def action_still_right(self) -> None:
        self._keep(self.card.half_entered)
        self._move(lambda: self.casebook.confirm(self.held))

    def action_undo(self) -> None:
        self._keep(self.card.half_entered)
        self._move(lambda: self.casebook.undo(self.held))

    def action_stop(self) -> None:
        """End for now; or for good, where nothing is left to ask."""
        self._keep(self.card.half_entered)
        whole = self.held.interview.is_complete and not self.held.interview.path.waiting
        end = self.casebook.complete if whole else self.casebook.stop
        if self._move(lambda: end(self.held)):
            self.post_message(self.Stopped(self.held))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "still_right":
            interview = self.held.interview
            return interview.current is not None and interview.told_before(interview.current.id) is not None
        if action in ("skip", "why") and self.interview is not None and self.interview.current is None:
            return False
        return True

    def _move(self, move: Callable[[], Sitting | Rejection]) -> bool:
        """Make a move and show where it leads, or why it was not made."""
        try:
            moved = move()
        except NotSaved as refused:
            self.card.rejection = NOT_SAVED.format(what=refused)
            return False
        if isinstance(moved, Rejection):
            self.card.rejection = moved.reason
            return False
        if self.draft is not None:
            self.draft = self.casebook.draft(moved)
        self.sitting = moved
        return True

    def _skipped(self, answer: NoAnswer | None) -> None:
        if answer is not None:
            self._move(lambda: self.casebook.skip(self.held, answer.code, answer.reason))

    def _is_asked(self, question_id: str) -> bool:
        """Whether an entry is for the question that stands now: a key pressed twice may come late."""
        current = self.held.interview.current
        return current is not None and current.id == question_id

    def _suggestion(self, question: Question, revealed: bool) -> str:
        interview = self.held.interview
        looked_up = has_words_beside(question)
        beside = words_beside(question, self.casebook.plan(self.held), interview, revealed) if looked_up else ""
        asked = interview.current
        if asked is None or asked.question is not question:
            return beside
        told = told_before_words(interview, asked, covered=not revealed)
        return "\n".join(part for part in (told and f"{told} {STILL_RIGHT}", beside) if part)

    async def _show_end(self) -> None:
        """Put the last card up when nothing is left to ask, and take it down when something is."""
        is_over = self.held.interview.current is None
        self.card.display = not is_over
        await self.query(EndCard).remove()
        if is_over:
            await self.query_one(Horizontal).mount(EndCard(len(self.held.interview.path.waiting)))
        self.refresh_bindings()


def saved_words(sitting: Sitting) -> str:
    """When it was last saved, by the clock on the wall here."""
    return f"saved {sitting.saved_at.astimezone():%H:%M}"

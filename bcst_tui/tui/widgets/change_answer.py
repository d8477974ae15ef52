"""A window over a list of answers in which one of them is changed."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical

from bcst_tui.interview.answer import NoAnswer
from bcst_tui.interview.draft import Draft
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.choosing import SkipChooser
from bcst_tui.tui.widgets.ending import Window
from bcst_tui.tui.widgets.question_card import QuestionCard, Suggest
from bcst_tui.tui.widgets.wording import Fill

RowWish = QuestionCard.RowAdded | QuestionCard.RowOpened | QuestionCard.RowRemoved
Attempt = Callable[[str, Json], str]
"""Tries to put an answer in a question's place; the sentence why not, or empty."""
Keep = Callable[[Draft], str]
"""Keeps what is half entered; the sentence why not, or empty."""


class ChangeAnswer(Window[RowWish | None]):
    """One question with its answer so far. It closes when the change is saved, or hands on what to do with a row."""

    BINDINGS = [
        keys.binding("skip", show=True),
        keys.binding("why"),
        keys.binding("easy"),
        keys.binding("reveal"),
        keys.binding("back", "leave", show=True),
        keys.binding("page_up", "turn(-1)"),
        keys.binding("page_down", "turn(1)"),
    ]
    DEFAULT_CSS = """
    ChangeAnswer { align: center middle; }
    ChangeAnswer > Vertical {
        width: 94%; max-width: 96; height: 22; max-height: 96%;
        border: round $border; background: $surface; padding: 0 1;
    }
    """

    def __init__(
        self,
        interview: Interview,
        question_id: str,
        attempt: Attempt,
        keep: Keep,
        fill: Fill,
        suggest: Suggest,
        draft: Draft | None = None,
    ) -> None:
        super().__init__()
        self._attempt = attempt
        self._keep = keep
        self._found = draft if draft is not None and draft.question_id == question_id else Draft(question_id, "")
        self._kept = self._found
        self.card = QuestionCard(fill, suggest, question_id, also="F2 skips · Esc leaves it as it is")
        self.card.set_reactive(QuestionCard.interview, interview)
        self.card.set_reactive(QuestionCard.draft, draft)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield self.card

    def on_question_card_answered(self, event: QuestionCard.Answered) -> None:
        event.stop()
        self._try(event.question_id, event.raw)

    def on_question_card_kept(self, event: QuestionCard.Kept) -> None:
        event.stop()
        self.dismiss(None)

    def on_question_card_drafted(self, event: QuestionCard.Drafted) -> None:
        event.stop()
        self._keep_half(event.draft)

    def put_away(self) -> None:
        """The cover goes up, or bcst locks: keep what is half entered, and cover what is private."""
        half = self.card.half_entered
        self._keep_half(half)
        self.card.revealed = False
        if half is None or half == self._kept:
            self.card.put_away()

    def on_question_card_row_added(self, event: QuestionCard.RowAdded) -> None:
        self.dismiss(event)

    def on_question_card_row_opened(self, event: QuestionCard.RowOpened) -> None:
        self.dismiss(event)

    def on_question_card_row_removed(self, event: QuestionCard.RowRemoved) -> None:
        self.dismiss(event)

    def action_leave(self) -> None:
        if not self.card.close_inner():
            self._keep_half(self._found)
            self.dismiss(None)

    def action_skip(self) -> None:
        self.app.push_screen(SkipChooser(), self._skipped)

    def action_why(self) -> None:
        self.card.why = not self.card.why

    def action_easy(self) -> None:
        self.card.easy = not self.card.easy

    def action_reveal(self) -> None:
        self.card.revealed = not self.card.revealed

    def action_turn(self, pages: int) -> None:
        self.card.scroll_words(pages)

    def _skipped(self, answer: NoAnswer | None) -> None:
        if answer is not None:
            self._try(self.card.drawn, answer.kept())

    def _keep_half(self, draft: Draft | None) -> None:
        """Keep what is half entered, or say that it is not kept."""
        if draft is None or draft == self._kept:
            return
        if refused := self._keep(draft):
            self.card.rejection = refused
            return
        self._kept = draft
        self.card.draft = draft if draft.words else None

    def _try(self, question_id: str, raw: Json) -> None:
        refused = self._attempt(question_id, raw)
        if refused:
            self.card.rejection = refused
        else:
            self.dismiss(None)

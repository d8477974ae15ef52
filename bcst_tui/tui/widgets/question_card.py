"""One question, large and alone, and the field to answer it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import Static

from bcst_tui.interview.draft import Draft
from bcst_tui.interview.path import Asked
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.script.model import Question
from bcst_tui.tui.widgets.answer_field import AnswerField, Earlier
from bcst_tui.tui.widgets.answer_inputs import answer_field
from bcst_tui.tui.widgets.card_words import HALF, HALF_COVERED, foot, head, said
from bcst_tui.tui.widgets.group_rows import GroupRows
from bcst_tui.tui.widgets.told import group_rows
from bcst_tui.tui.widgets.turning import turn
from bcst_tui.tui.widgets.wording import Fill, Wording

Suggest = Callable[[Question, bool], str]
NOT_KEPT = "NOT saved: {what} What you are typing is kept nowhere but here."
KEPT_AFTER_SECONDS = 1.0
"""How long after a key what is half entered is kept; further keys meanwhile don't put it off."""


def no_suggestion(question: Question, revealed: bool) -> str:
    """Nothing is worked out beforehand."""
    return ""


class QuestionCard(Vertical):
    """The question being asked; it posts what was entered and never decides whether that will do."""

    DEFAULT_CSS = """
    QuestionCard { height: 1fr; padding: 1 1 0 1; }
    QuestionCard > Static { height: auto; padding: 0 1; }
    QuestionCard > .words { height: auto; max-height: 65%; margin: 1 0 0 0; padding: 0 1; }
    QuestionCard .said { height: auto; max-width: 76; }
    QuestionCard > .suggestion { margin: 1 0 0 0; border-left: thick $accent; max-width: 80; }
    QuestionCard > .rejection { margin: 1 0 0 0; color: $error; text-style: bold; max-width: 80; }
    QuestionCard > AnswerField { height: 1fr; margin: 1 0 0 0; }
    QuestionCard > .half { color: $warning; max-width: 80; }
    QuestionCard > .foot { color: $quiet; max-width: 82; }
    """

    interview: reactive[Interview | None] = reactive(None, init=False)
    easy: reactive[bool] = reactive(False, init=False)
    why: reactive[bool] = reactive(False, init=False)
    revealed: reactive[bool] = reactive(False, init=False)
    rejection: reactive[str] = reactive("", init=False)
    draft: reactive[Draft | None] = reactive(None, init=False)
    """What was begun earlier and is no answer yet, for whichever question that was."""

    @dataclass
    class Answered(Message):
        """Posted when the worker commits an entry, before it is checked."""

        question_id: str
        raw: Json = field(repr=False)

    @dataclass
    class Kept(Message):
        """Posted when the earlier answer is to stay."""

        question_id: str

    @dataclass
    class Drafted(Message):
        """Posted when what is half entered should be kept; empty words let go of it."""

        draft: Draft

    @dataclass
    class RowAdded(Message):
        """Posted when a group is to have another row."""

        group_id: str

    @dataclass
    class RowOpened(Message):
        """Posted when a row of a group is to be gone into again."""

        question_id: str

    @dataclass
    class RowRemoved(Message):
        """Posted when a row is to be taken out; the worker has said yes to it."""

        row_id: str

    def __init__(
        self,
        fill: Fill,
        suggest: Suggest = no_suggestion,
        question_id: str | None = None,
        also: str = "Esc back · F4 stop",
    ) -> None:
        super().__init__()
        self._also = also
        self._fill = fill
        self._suggest = suggest
        self._question_id = question_id
        self.entry: AnswerField | None = None
        self._keeps_soon: Timer | None = None
        self._covers_half = False
        self._says_half = False
        self.drawn = ""
        """The question that is on the card now, which may be one behind the one that is asked."""

    @property
    def asked(self) -> Asked | None:
        """The question this card is about: one that was named, or whichever comes next."""
        if self.interview is None:
            return None
        return self.interview.path.get(self._question_id) if self._question_id else self.interview.current

    @property
    def wording(self) -> Wording:
        return Wording(self.easy, self._fill)

    def compose(self) -> ComposeResult:
        yield Static("", classes="head", markup=False)
        with VerticalScroll(classes="words", can_focus=False):
            yield Static("", classes="said", markup=False)
        yield Static("", classes="suggestion", markup=False)
        yield Static("", classes="rejection", markup=False)
        yield Static("", classes="half", markup=False)
        yield Static("", classes="foot", markup=False)

    async def on_mount(self) -> None:
        self._tell(".rejection", Content(self.rejection))
        await self._draw()

    def watch_interview(self) -> None:
        """Draw the question that is now to be asked."""
        self.rejection = ""
        self.call_next(self._draw)

    def watch_revealed(self, was: bool, is_now: bool) -> None:
        """Show or cover what was told; what is being typed stays."""
        if was == is_now:
            return
        if isinstance(self.entry, GroupRows) or self._covers_half:
            self.call_next(self._draw)
        else:
            self._say()

    def watch_easy(self) -> None:
        """Change the words; what has been typed or marked stays."""
        if self.entry is not None:
            self.entry.put_in(self.wording)
        self._say()

    def watch_why(self) -> None:
        self._say()

    def watch_rejection(self, rejection: str) -> None:
        self._tell(".rejection", Content(f"! {rejection}" if rejection else ""))

    async def _draw(self) -> None:
        """Put the question on the card, with a fresh field, and give that the keyboard."""
        if not self.is_attached:
            return
        asked, over = self.asked, self.entry
        self.drawn = asked.id if asked else ""
        if over is not None:
            over.is_over = True
        self.entry = self._field_for(asked) if asked else None
        self._say()
        with self.app.batch_update():
            if over is not None:
                over.remove()
            if self.entry is not None:
                await self.mount(self.entry, after=".rejection")
                self.entry.take_focus()

    def _say(self) -> None:
        """Put the words around the field in place."""
        asked, interview = self.asked, self.interview
        if asked is None or interview is None or self.entry is None:
            return
        wording, revealed = self.wording, self.revealed
        self._tell(".head", head(interview, asked, wording, revealed))
        self._tell(".said", said(asked, wording, self.why))
        self._tell(".suggestion", Content(self._suggest(asked.question, revealed)))
        self._tell_half()
        self._tell(".foot", foot(interview, asked, wording, revealed, f"{self.entry.hint} · {self._also}"))

    def _tell(self, line: str, words: Content) -> None:
        for static in self.query(line).results(Static):
            static.update(words)
            static.display = bool(words)

    def _tell_half(self) -> None:
        """Say that what stands in the field is no answer yet, where somebody comes back to it."""
        words = "" if not self._says_half else HALF_COVERED if self._covers_half else HALF
        self._tell(".half", Content(words))

    @property
    def half_entered(self) -> Draft | None:
        """What is half entered now: None where there is nothing to say about it, empty words where nothing is."""
        if self.entry is None or not self.entry.is_mounted or isinstance(self.entry, GroupRows):
            return None
        words = self.entry.half_entered
        return None if self._covers_half and not words else Draft(self.drawn, words)

    def put_away(self) -> None:
        """Cover what is private, also what is half entered of it; what was half entered must be kept by now."""
        asked = self.asked
        if asked is not None and asked.question.sensitivity == "sensitive" and self.entry is not None:
            self.call_next(self._draw)
        elif self.draft is not None and self.draft.question_id == self.drawn:
            self._says_half = True
            self._tell_half()

    def on_answer_field_typed(self, event: AnswerField.Typed) -> None:
        event.stop()
        if self._keeps_soon is None:
            self._keeps_soon = self.set_timer(KEPT_AFTER_SECONDS, self._keep)

    def _keep(self) -> None:
        self._keeps_soon = None
        if (draft := self.half_entered) is not None:
            self.post_message(self.Drafted(draft))

    def scroll_words(self, pages: int) -> None:
        """Turn the page of a long question."""
        for words in self.query(".words").results(VerticalScroll):
            turn(words, pages)

    def close_inner(self) -> bool:
        """Esc inside a field: close its box, if one is open."""
        return self.entry is not None and self.entry.close_inner()

    def on_answer_field_entered(self, event: AnswerField.Entered) -> None:
        event.stop()
        self.post_message(self.Answered(self.drawn, event.raw))

    def on_answer_field_kept(self, event: AnswerField.Kept) -> None:
        event.stop()
        self.post_message(self.Kept(self.drawn))

    def on_group_rows_added(self, event: GroupRows.Added) -> None:
        event.stop()
        self.post_message(self.RowAdded(self.drawn))

    def on_group_rows_opened(self, event: GroupRows.Opened) -> None:
        event.stop()
        self.post_message(self.RowOpened(event.row.first_question))

    def on_group_rows_removed(self, event: GroupRows.Removed) -> None:
        event.stop()
        self.post_message(self.RowRemoved(event.row.id))

    def _field_for(self, asked: Asked) -> AnswerField:
        assert self.interview is not None
        is_private = asked.question.sensitivity == "sensitive"
        is_covered = is_private and not self.revealed
        half = self.draft.words if self.draft is not None and self.draft.question_id == asked.id else ""
        self._says_half, self._covers_half = bool(half), bool(half) and is_covered
        earlier = Earlier(self.interview.answer_to(asked.id), is_covered, "" if is_covered else half)
        rows = group_rows(self.interview, asked, self.wording, self.revealed)
        return answer_field(asked.question, earlier, self.wording, rows)

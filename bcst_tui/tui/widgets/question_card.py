"""One question, large and alone, and the field to answer it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from bcst_tui.interview.path import Asked
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.script.model import Question
from bcst_tui.tui.widgets.answer_field import AnswerField
from bcst_tui.tui.widgets.answer_inputs import answer_field
from bcst_tui.tui.widgets.group_rows import GroupRows
from bcst_tui.tui.widgets.told import answer_words, group_rows, page_before
from bcst_tui.tui.widgets.wording import Fill, Wording

Suggest = Callable[[Question], str]
TOLD_BY = {
    "person": "",
    "record": "From the record — not asked aloud",
    "worker": "You decide — not asked aloud",
}


def no_suggestion(question: Question) -> str:
    """Nothing is worked out beforehand."""
    return ""


class QuestionCard(Vertical):
    """The question being asked; it posts what was entered and never decides whether that will do."""

    DEFAULT_CSS = """
    QuestionCard { height: 1fr; padding: 1 1 0 1; }
    QuestionCard > Static { height: auto; padding: 0 1; }
    QuestionCard .told-by { color: $accent; text-style: bold; }
    QuestionCard .page-title { color: $quiet; }
    QuestionCard .before { color: $quiet; padding: 0 1 0 3; max-height: 6; }
    QuestionCard .words { height: auto; max-height: 65%; margin: 1 0 0 0; padding: 0 1 0 0; }
    QuestionCard .said { text-style: bold; height: auto; max-width: 78; padding: 0 1; }
    QuestionCard .why { display: none; color: $secondary; padding: 1 1 0 1; max-width: 78; }
    QuestionCard.-why .why { display: block; }
    QuestionCard .suggestion { padding: 0 1; margin: 1 0 0 0; border-left: thick $accent; max-width: 80; }
    QuestionCard .field { height: 1fr; margin: 1 0 0 0; }
    QuestionCard .rejection { display: none; color: $error; text-style: bold; margin: 1 0 0 0; max-width: 80; }
    QuestionCard.-rejected .rejection { display: block; }
    QuestionCard .earlier { color: $quiet; padding: 0 1; }
    QuestionCard .notice { color: $quiet; text-style: italic; padding: 0 1; max-width: 80; }
    QuestionCard .hint { color: $quiet; padding: 0 1; }
    """

    interview: reactive[Interview | None] = reactive(None, init=False)
    easy: reactive[bool] = reactive(False, init=False)
    why: reactive[bool] = reactive(False, toggle_class="-why")
    revealed: reactive[bool] = reactive(False, init=False)
    rejection: reactive[str] = reactive("", init=False)

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

    def __init__(self, fill: Fill, suggest: Suggest = no_suggestion, question_id: str | None = None) -> None:
        super().__init__()
        self._fill = fill
        self._suggest = suggest
        self._question_id = question_id
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

    @property
    def entry(self) -> AnswerField:
        """The field on the card."""
        return self.query_one(AnswerField)

    def compose(self) -> ComposeResult:
        asked = self.asked
        self.drawn = asked.id if asked else ""
        if asked is None:
            return
        question = asked.question
        yield from self._above(asked)
        with VerticalScroll(classes="words", can_focus=False):
            yield Static(self._said(question), classes="said", markup=False)
            if question.why:
                yield Static(f"Why we ask: {self._fill(question.why)}", classes="why", markup=False)
        if suggestion := self._suggest(question):
            yield Static(suggestion, classes="suggestion", markup=False)
        yield Static("", classes="rejection", markup=False)
        entry = self._field_for(asked)
        with Vertical(classes="field"):
            yield entry
        yield from self._below(asked, entry.hint)

    def _above(self, asked: Asked) -> Iterator[Static]:
        if told_by := TOLD_BY[asked.question.told_by]:
            yield Static(told_by, classes="told-by", markup=False)
        if title := self._page_title(asked):
            yield Static(title, classes="page-title", markup=False)
        assert self.interview is not None
        before = page_before(self.interview, asked)
        if before:
            told = [
                f"{self.wording.short(one.question)}  {answer_words(self.interview, one, self.wording, self.revealed)}"
                for one in before[-5:]
            ]
            yield Static("\n".join(told), classes="before", markup=False)

    def _below(self, asked: Asked, hint: str) -> Iterator[Static]:
        assert self.interview is not None
        if self.interview.answer_to(asked.id) is not None and asked.question.kind != "group":
            yield Static(self._earlier_words(asked), classes="earlier", markup=False)
        if asked.question.notice:
            yield Static(f"Notice: {self._fill(asked.question.notice)}", classes="notice", markup=False)
        yield Static(f"{hint} · F2 skips", classes="hint", markup=False)

    def on_mount(self) -> None:
        self._take_focus()

    def watch_interview(self) -> None:
        """Draw the question that is now to be asked."""
        self.rejection = ""
        self.refresh(recompose=True)

    def watch_revealed(self, was: bool, is_now: bool) -> None:
        if was != is_now:
            self.refresh(recompose=True)

    def watch_easy(self) -> None:
        """Change the words; what has been typed or marked stays."""
        for entry in self.query(AnswerField):
            entry.put_in(self.wording)
        for said in self.query(".said").results(Static):
            said.update(self._said(self.asked.question) if self.asked else "")

    async def recompose(self) -> None:
        """Draw the card afresh, and give the keyboard to its field."""
        await super().recompose()
        self._take_focus()

    def watch_rejection(self, rejection: str) -> None:
        self.set_class(bool(rejection), "-rejected")
        for line in self.query(".rejection").results(Static):
            line.update(f"! {rejection}")

    def scroll_words(self, pages: int) -> None:
        """Turn the page of a long question."""
        for words in self.query(".words").results(VerticalScroll):
            words.scroll_relative(y=pages * max(words.size.height - 1, 1), animate=False)

    def close_inner(self) -> bool:
        """Esc inside a field: close its box, if one is open."""
        return any([field.close_inner() for field in self.query(AnswerField)])

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

    def _take_focus(self) -> None:
        for one in self.query(AnswerField):
            one.take_focus()

    def _said(self, question: Question) -> str:
        return "\n".join(self.wording.lines(question))

    def _page_title(self, asked: Asked) -> str:
        assert self.interview is not None
        if asked.placed.group is not None and asked.row is not None:
            group = self.interview.script.placed[asked.placed.group].question
            rows = self.interview.standing.rows.get(asked.placed.group, ())
            return f"{(group.row_named or 'one').capitalize()} {rows.index(asked.row) + 1}"
        pages = self.interview.script.section(asked.placed.section).file.pages
        return pages[asked.placed.page].title if asked.placed.page in pages else ""

    def _field_for(self, asked: Asked) -> AnswerField:
        assert self.interview is not None
        earlier = self.interview.answer_to(asked.id)
        rows = group_rows(self.interview, asked, self.wording, self.revealed)
        return answer_field(asked.question, earlier, self.wording, rows)

    def _earlier_words(self, asked: Asked) -> str:
        assert self.interview is not None
        words = answer_words(self.interview, asked, self.wording, self.revealed)
        return f"Answer so far: {words} · Enter keeps it"

"""Reading the answers through, and changing any: what is open first, then section by section."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, OptionList, Static

from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.draft import Draft
from bcst_tui.interview.values import Json
from bcst_tui.plan.suggestion import has_words_beside, words_beside
from bcst_tui.script.model import Question
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.answer_list import AnswerList, count_words
from bcst_tui.tui.widgets.change_answer import ChangeAnswer, RowWish
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.line_input import LineInput
from bcst_tui.tui.widgets.question_card import NOT_KEPT, QuestionCard
from bcst_tui.tui.widgets.wording import Wording

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.values import Sitting

NOT_SAVED = "NOT saved: {what} Enter it again to try once more."
HOW = "Enter changes the lit one · ← → next part · Ctrl+R shows covered answers"


class CheckAnswersScreen(WholeScreen[None]):
    """Every question of the sitting with its answer; Enter changes one and comes back here."""

    HELP: ClassVar[str] = (
        "What has no answer stands first, by the reason, then everything by section.\n\n"
        "- **Enter** changes the lit one and comes back here.\n"
        "- **Left** and **Right** go from part to part, **PgUp** and **PgDn** turn pages.\n"
        "- **F** shows only the lines that hold some words; Esc shows all again.\n"
        "- **Ctrl+R** shows answers that are covered, and covers them again.\n"
        "- **P** goes on to needs and plan, **Esc** back."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS = [
        keys.binding("plan", show=True),
        keys.binding("find", show=True),
        keys.binding("back", show=True),
        keys.binding("reveal"),
        keys.binding("undo"),
        keys.binding("easy"),
    ]
    DEFAULT_CSS = """
    CheckAnswersScreen .how-far { padding: 1 2 0 2; height: auto; }
    CheckAnswersScreen .find { display: none; height: 1; margin: 1 2 0 2; background: $field; }
    CheckAnswersScreen .find.-open { display: block; }
    CheckAnswersScreen .rejection { display: none; padding: 0 3; height: auto; color: $error; text-style: bold; }
    CheckAnswersScreen .rejection.-told { display: block; }
    CheckAnswersScreen.-wide AnswerList { padding: 0 4; }
    CheckAnswersScreen.-wide .how-far { padding: 1 4 0 4; }
    """

    sitting: reactive[Sitting | None] = reactive(None, init=False)
    revealed: reactive[bool] = reactive(False, init=False)
    easy: reactive[bool] = reactive(False, init=False)
    sought: reactive[str | None] = reactive(None, init=False)
    """The words to be found; None where nobody is looking for any."""

    @dataclass
    class PlanWanted(Message):
        """Posted when needs and plan are to be seen."""

        sitting: Sitting

    def __init__(self, casebook: Casebook, sitting: Sitting) -> None:
        super().__init__()
        self.casebook = casebook
        self.set_reactive(CheckAnswersScreen.sitting, sitting)

    def compose(self) -> ComposeResult:
        yield TitleLine("Answers", self.held.reference)
        yield Static("", classes="how-far", markup=False)
        yield Static("", classes="rejection", markup=False)
        yield LineInput(classes="find", placeholder="Words in the question or the answer", compact=True)
        yield AnswerList()
        yield KeyLine()

    @property
    def held(self) -> Sitting:
        """The sitting as it is on the disk."""
        assert self.sitting is not None
        return self.sitting

    def on_mount(self) -> None:
        self._tell()
        self.query_one(AnswerList).focus()

    def watch_sitting(self) -> None:
        self._tell()

    def watch_revealed(self) -> None:
        self._tell()

    def watch_easy(self) -> None:
        self._tell()

    def watch_sought(self, was: str | None, sought: str | None) -> None:
        """Open the line to write on, or close it and show all answers."""
        find = self.query_one(LineInput)
        find.set_class(sought is not None, "-open")
        if sought is None:
            find.value = ""
            self.query_one(AnswerList).focus()
        elif was is None:
            find.focus()
        self._tell()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.sought is not None:
            self.sought = event.value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to what was found."""
        event.stop()
        self.query_one(AnswerList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id is not None:
            self._change(event.option.id)

    def action_plan(self) -> None:
        self.post_message(self.PlanWanted(self.held))

    def action_find(self) -> None:
        self.sought = self.sought or ""
        self.query_one(LineInput).focus()

    def action_reveal(self) -> None:
        self.revealed = not self.revealed

    def action_easy(self) -> None:
        self.easy = not self.easy

    def action_undo(self) -> None:
        self._refuse(self._move(lambda: self.casebook.undo(self.held)))

    def action_back(self) -> None:
        """Off the screen; first back to all the answers, where only some are shown."""
        if self.sought is None:
            self.dismiss(None)
        else:
            self.sought = None

    def _change(self, question_id: str) -> None:
        window = ChangeAnswer(
            self.held.interview,
            question_id,
            self._revise,
            self._keep,
            self.casebook.words,
            self._suggestion,
            self.casebook.draft(self.held),
        )
        window.card.set_reactive(QuestionCard.easy, self.easy)
        self.app.push_screen(window, lambda wish: self._after(question_id, wish))

    def _after(self, question_id: str, wish: RowWish | None) -> None:
        """Do what was wished for a row, or go on with the rest of the row that is being filled in."""
        before = set(self.held.interview.path.by_id)
        match wish:
            case QuestionCard.RowAdded(group_id):
                self._refuse(self._move(lambda: self.casebook.add_row(self.held, group_id)))
                new = [one.id for one in self.held.interview.path.asked if one.id not in before]
                if new:
                    self._change(new[0])
            case QuestionCard.RowOpened(first):
                self._change(first)
            case QuestionCard.RowRemoved(row_id):
                self._refuse(self._move(lambda: self.casebook.remove_row(self.held, row_id)))
            case None:
                self._go_on_in_row(question_id)

    def _go_on_in_row(self, question_id: str) -> None:
        interview = self.held.interview
        row, in_row, _ = question_id.partition("].")
        if in_row and interview.answer_to(question_id) is not None:
            rest = [one.id for one in interview.path.asked if one.id.startswith(f"{row}].")]
            unanswered = [one for one in rest if interview.answer_to(one) is None]
            if unanswered:
                self._change(unanswered[0])

    def _revise(self, question_id: str, raw: Json) -> str:
        return self._move(lambda: self.casebook.revise(self.held, question_id, raw))

    def _keep(self, draft: Draft) -> str:
        try:
            self.casebook.keep_draft(self.held, draft.question_id, draft.words)
        except NotSaved as refused:
            return NOT_KEPT.format(what=refused)
        return ""

    def put_away(self) -> None:
        """The cover goes up: answers shown on request are covered again."""
        self.revealed = False

    def _move(self, move: Callable[[], Sitting | Rejection]) -> str:
        """Make a change; the sentence why it was not made, or empty."""
        try:
            moved = move()
        except NotSaved as refused:
            return NOT_SAVED.format(what=refused)
        if isinstance(moved, Rejection):
            return moved.reason
        self.sitting = moved
        return ""

    def _refuse(self, words: str) -> None:
        line = self.query_one(".rejection", Static)
        line.update(f"! {words}")
        line.set_class(bool(words), "-told")

    def _suggestion(self, question: Question, revealed: bool) -> str:
        if not has_words_beside(question):
            return ""
        return words_beside(question, self.casebook.plan(self.held), self.held.interview, revealed)

    def _tell(self) -> None:
        interview = self.held.interview
        told = Content.assemble((count_words(interview), "bold"), (f"\n{HOW}", "$quiet"))
        self.query_one(".how-far", Static).update(told)
        wording = Wording(self.easy, self.casebook.words)
        self.query_one(AnswerList).tell(interview, wording, self.revealed, self.sought or "")

"""How it went (K07): three small questions and a line, for the person to answer with the keyboard turned to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from bcst_tui.casebook.values import Feedback
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import SHORT_TEXT, Rejection
from bcst_tui.plan.feedback import LEAVE_OUT, PROMISE, QUESTIONS, WORDS
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.ending import WholeScreen
from bcst_tui.tui.widgets.frame import KeyLine, TitleLine
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line
from bcst_tui.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook

KEYS = "12345x"


class FeedbackScreen(WholeScreen[bool]):
    """One question at a time; nothing is kept before the end, and then nobody can tell whose it was."""

    HELP: ClassVar[str] = (
        "Hand over the keyboard, or ask aloud. **1** to **5** answers, **X** leaves a question out.\n\n"
        "It is kept by the month, with no name, no case and no day. Esc leaves it, and nothing is kept."
    )
    BINDINGS = [keys.binding("back", show=True, label="Leave it")]
    DEFAULT_CSS = """
    FeedbackScreen Vertical { height: 1fr; padding: 1 4; }
    FeedbackScreen Vertical Static { height: auto; max-width: 70; }
    FeedbackScreen .promise { color: $quiet; }
    FeedbackScreen .asked { text-style: bold; margin: 2 0 1 0; }
    FeedbackScreen .told { color: $error; text-style: bold; }
    FeedbackScreen LineInput { display: none; max-width: 70; }
    FeedbackScreen.-in-words LineInput { display: block; }
    FeedbackScreen.-in-words KeyedList { display: none; }
    """

    def __init__(self, casebook: Casebook) -> None:
        super().__init__()
        self._casebook = casebook
        self._scores: list[int | None] = []

    def compose(self) -> ComposeResult:
        yield TitleLine("How was this for you?")
        with Vertical():
            yield Static(PROMISE, classes="promise", markup=False)
            yield Static("", classes="asked", markup=False)
            yield KeyedList([], keys=KEYS)
            yield LineInput(max_length=SHORT_TEXT)
            yield Static("", classes="told", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._ask()

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        self._answered(event.index)

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if event.index is not None:
            self._answered(event.index)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        scores = [*self._scores, None, None, None]
        given = Feedback(scores[0], scores[1], scores[2], event.value)
        if given == Feedback(None, None, None, ""):
            self.dismiss(False)
            return
        try:
            refused = self._casebook.add_feedback(given)
        except NotSaved as not_saved:
            self._tell(f"! NOT saved: {not_saved}")
            return
        if isinstance(refused, Rejection):
            self._tell(f"! {refused.reason}")
        else:
            self.dismiss(True)

    def action_back(self) -> None:
        self.dismiss(False)

    def _answered(self, index: int) -> None:
        self._scores.append(index + 1 if index < 5 else None)
        self._ask()

    def _ask(self) -> None:
        """The next question, or the line for words."""
        place = len(self._scores)
        self.set_class(place == len(QUESTIONS), "-in-words")
        if place == len(QUESTIONS):
            self.query_one(".asked", Static).update(WORDS)
            self.query_one(LineInput).focus()
            return
        asked = QUESTIONS[place]
        self.query_one(".asked", Static).update(asked.said)
        answers = self.query_one(KeyedList)
        answers.say([*(Line(label) for label in asked.labels), Line(LEAVE_OUT)])
        answers.highlighted = None
        answers.focus()

    def _tell(self, words: str) -> None:
        self.query_one(".told", Static).update(words)

"""A list of like things: children, debts, people. Rows are added, gone into again, and taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Static

from bcst_tui.script.model import Question
from bcst_tui.tui.widgets.answer_field import AnswerField
from bcst_tui.tui.widgets.keyed_list import KeyedList, Line


@dataclass(frozen=True)
class Row:
    """One row as it stands: its id (`debts[2]`), its first question, and what has been told."""

    id: str
    first_question: str = field(repr=False)
    words: str = field(repr=False)


class GroupRows(AnswerField):
    """The rows so far; `a` adds one, Delete takes the lit one out, Enter with none lit says that's all."""

    hint = "a adds · a digit opens · Delete takes the lit one out · Enter: that's all"

    DEFAULT_CSS = """
    GroupRows .none { padding: 0 1; color: $quiet; }
    GroupRows .asks { display: none; padding: 1 1 0 1; text-style: bold; height: auto; }
    GroupRows.-asks .asks { display: block; }
    GroupRows KeyedList { max-height: 1fr; min-height: 1; }
    """

    class Added(Message):
        """Posted when another row is wanted."""

    @dataclass
    class Opened(Message):
        """Posted when a row is to be gone into again."""

        row: Row

    @dataclass
    class Removed(Message):
        """Posted when a row is to be taken out, after asking."""

        row: Row

    def __init__(self, question: Question, rows: Sequence[Row]) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self.named = question.row_named or "one"
        self._asked_about: Row | None = None

    def compose(self) -> ComposeResult:
        yield KeyedList(
            [*(Line(row.words) for row in self.rows), Line(f"Add {self.named_with_article}", mark="a")],
            keys="123456789"[: len(self.rows)],
        )
        yield Static("", classes="asks", markup=False)

    def take_focus(self) -> None:
        self.query_one(KeyedList).focus()

    @property
    def named_with_article(self) -> str:
        if self.named == "one":
            return "one"
        return f"{'an' if self.named[0] in 'aeiou' else 'a'} {self.named}"

    def on_key(self, event: events.Key) -> None:
        if self.is_over:
            return
        if self._asked_about is not None:
            event.stop()
            event.prevent_default()
            self._settle(event.key)
        elif event.key == "a":
            event.stop()
            self.post_message(self.Added())
        elif event.key == "delete":
            event.stop()
            self._ask(self.query_one(KeyedList).highlighted)

    def on_keyed_list_picked(self, event: KeyedList.Picked) -> None:
        event.stop()
        if self.is_over or self._asked_about is not None:
            return
        if event.index < len(self.rows):
            self.post_message(self.Opened(self.rows[event.index]))
        else:
            self.post_message(self.Added())

    def on_keyed_list_enter_pressed(self, event: KeyedList.EnterPressed) -> None:
        event.stop()
        if self._asked_about is not None:
            return
        if event.index is None:
            self.post_message(self.Entered("done"))
        else:
            self.post_message(KeyedList.Picked(event.index))

    def close_inner(self) -> bool:
        if self._asked_about is None:
            return False
        self._settle("n")
        return True

    def _ask(self, index: int | None) -> None:
        if index is None or index >= len(self.rows):
            self._say("Light the one to take out with Up and Down first.")
            return
        self._asked_about = self.rows[index]
        self._say(f"Take {self.named} {index + 1} out, with what was told about it?   y yes   n no")

    def _settle(self, key: str) -> None:
        row = self._asked_about
        if key == "y" and row is not None:
            self.post_message(self.Removed(row))
        if key in ("y", "n", "escape"):
            self._asked_about = None
            self.remove_class("-asks")

    def _say(self, words: str) -> None:
        self.query_one(".asks", Static).update(words)
        self.add_class("-asks")

"""What every field for an answer promises: it posts what was entered, and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from textual.containers import Vertical
from textual.message import Message

from bcst_tui.interview.answer import Answer
from bcst_tui.interview.values import Json
from bcst_tui.tui.widgets.wording import Wording


@dataclass(frozen=True)
class Earlier:
    """The answer a question has so far; a private one stays covered, and can be kept without being shown."""

    answer: Answer | None = None
    is_covered: bool = False
    half: str = field(default="", repr=False)
    """What was begun before and is no answer yet, in the field's own form."""

    @property
    def is_there(self) -> bool:
        return self.answer is not None

    @property
    def shown(self) -> Answer | None:
        return None if self.is_covered else self.answer


class AnswerField(Vertical):
    """A field to answer one question in."""

    hint = "Enter goes on"
    is_over = False
    """Whether another question has taken its place; a key pressed twice then answers nothing."""

    DEFAULT_CSS = """
    AnswerField { height: auto; max-height: 100%; }
    AnswerField .label { color: $quiet; height: auto; padding: 0 1; }
    """

    @dataclass
    class Entered(Message):
        """Posted when the worker commits an entry, before it is checked."""

        raw: Json = field(repr=False)

    class Kept(Message):
        """Posted on Enter over an earlier answer that was left as it is."""

    class Typed(Message):
        """Posted when something was typed or marked that is no answer yet."""

    @property
    def half_entered(self) -> str:
        """What was begun and is no answer yet, as `Earlier.half` takes it; empty if nothing was."""
        return ""

    def on_answer_field_entered(self, event: Entered) -> None:
        if self.is_over:
            event.stop()

    def on_answer_field_kept(self, event: Kept) -> None:
        if self.is_over:
            event.stop()

    def take_focus(self) -> None:
        """Give the keyboard to whatever is to be filled in first."""
        raise NotImplementedError

    def put_in(self, wording: Wording) -> None:
        """Show the labels in these words; what has been typed or marked stays."""

    def close_inner(self) -> bool:
        """Esc: close a box that stands open inside the field; False if there is none."""
        return False

"""Which of a script's words are shown: standard or easy, with the names from the set-up filled in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bcst_tui.script.model import EachRow, Option, Question
from bcst_tui.text import one_line

Fill = Callable[[str], str]
SHORT = 64


@dataclass(frozen=True)
class Wording:
    """The form the worker has chosen (F5), and how `{worker_name}` and its like are filled."""

    easy: bool = False
    fill: Fill = str

    def lines(self, question: Question) -> tuple[str, ...]:
        """What to say: one line in standard words, one for each idea in easy ones."""
        if self.easy and question.said.easy:
            return tuple(self.fill(line) for line in question.said.easy)
        return (self.fill(question.said.standard),)

    def label(self, option: Option | EachRow) -> str:
        """What an option or a row says."""
        return self.fill(option.easy or option.said) if self.easy else self.fill(option.said)

    def short(self, question: Question) -> str:
        """The question on one line of a list."""
        words = one_line(self.fill(question.said.standard))
        return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"

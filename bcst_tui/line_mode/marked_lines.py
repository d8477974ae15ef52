"""Lines of training: `[T]` stands before every one of them, be it said, headed or asked."""

from __future__ import annotations

from bcst_tui.line_mode.left_alone import Patience
from bcst_tui.line_mode.prompts import Lines
from bcst_tui.line_mode.short_word import ShortWord
from bcst_tui.training.invented import IN_LINES


class MarkedLines:
    """The same terminal, every line of it marked."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    @property
    def patience(self) -> Patience:
        return self._lines.patience

    @patience.setter
    def patience(self, patience: Patience) -> None:
        self._lines.patience = patience

    @property
    def word(self) -> ShortWord:
        return self._lines.word

    @word.setter
    def word(self, word: ShortWord) -> None:
        self._lines.word = word

    def say(self, words: str = "") -> None:
        self._lines.say(marked(words))

    def heading(self, words: str) -> None:
        self._lines.say(IN_LINES)
        self._lines.say(marked(words))

    def line(self, words: str) -> str:
        return self._lines.line(marked(words))

    def unseen(self, words: str) -> str:
        return self._lines.unseen(marked(words))

    def cover(self) -> None:
        self._lines.cover()


def marked(words: str) -> str:
    """The words with the mark before each line."""
    return "\n".join(f"{IN_LINES} {line}".rstrip() for line in (words.split("\n") if words else [""]))

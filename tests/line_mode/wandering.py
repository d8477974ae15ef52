"""Somebody who types whatever comes to mind in a rehearsal, the same for the same seed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random

from bcst_tui.line_mode.left_alone import Patience
from bcst_tui.line_mode.short_word import CHOOSE_WORD, ShortWord
from bcst_tui.training.invented import IN_LINES

WORD = "kestrel"
STEERS = (
    "say",
    "hide",
    "help",
    "easy",
    "why",
    "back",
    "on",
    "heard",
    "now",
    "show",
    "skip",
    "copy",
    "check",
    "done",
    "",
)
SELDOM = 0.2
"""How often a word that steers is typed where there is something to choose."""


@dataclass
class Wandering:
    """A terminal. `told`: every line there was, said or asked."""

    seed: int
    lines: int
    told: list[str] = field(default_factory=list)
    patience: Patience = field(default_factory=Patience)
    word: ShortWord = field(default_factory=ShortWord)
    covered: int = 0

    def __post_init__(self) -> None:
        self._mind = Random(self.seed)
        self._offered: list[str] = []

    def say(self, words: str = "") -> None:
        for line in words.split("\n"):
            self.told.append(line)
            found = re.match(r"  (\w+|leave|end)  ", line.removeprefix(IN_LINES).removeprefix(" "))
            self._offered += [found[1]] if found else []

    def heading(self, words: str) -> None:
        self.say(words)

    def line(self, words: str) -> str:
        """One of what was offered since the last line, or a word that steers; the input ends after so many lines."""
        self.say(words)
        self.lines -= 1
        if self.lines < 0:
            raise EOFError
        offered, self._offered = self._offered, []
        if CHOOSE_WORD in words or not words.removeprefix(IN_LINES):
            return WORD
        return self._mind.choice(offered if offered and self._mind.random() > SELDOM else STEERS)

    def unseen(self, words: str) -> str:
        return self.line(words)

    def cover(self) -> None:
        self.covered += 1

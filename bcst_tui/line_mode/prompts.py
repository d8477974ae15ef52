"""Where line mode says and asks: one line at a time, plainly, or edited by questionary on a capable terminal.

Lists are numbered lines on both, since questionary's own repaint, take Enter for yes, and hang at the end of input.
Nothing is ever suggested as an answer, and the end of input is `EOFError`.
"""

from __future__ import annotations

import getpass
import os
import sys
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from bcst_tui.casebook.cut_off import was_cut_off
from bcst_tui.disclosure.cover import timetable
from bcst_tui.line_mode.left_alone import Patience, answered, ringing
from bcst_tui.line_mode.short_word import CHOOSE_WORD, MISSES_ALLOWED, ShortWord
from bcst_tui.line_mode.words import WORDS, Wish, wished
from bcst_tui.text import clean, one_line
from bcst_tui.training.invented import IN_LINES, line_mark

COVERING = 60
COVERED = "Covered. Enter goes back to where you were."
PICK = "Type a number"
HIDING = ("hide", "pause")
ENDS = (":", ".", "?")
LEFT_FREE = 4


class Lines(Protocol):
    """Something to say to, and somebody to ask. `patience`: how long without a key it waits; `word`: lifts a cover."""

    patience: Patience
    word: ShortWord

    def say(self, words: str = "") -> None:
        """One or more lines of text."""

    def heading(self, words: str) -> None:
        """A line that begins something."""

    def line(self, words: str) -> str:
        """What was typed after these words; EOFError at the end of input, LeftAlone where patience ends."""

    def unseen(self, words: str) -> str:
        """The same, not shown while it is typed."""

    def cover(self) -> None:
        """Put everything said so far out of sight, as far as this terminal can."""


class PlainLines:
    """Printed lines and lines read: for TERM=dumb, pipes and tests."""

    def __init__(self) -> None:
        self.patience = Patience()
        self.word = ShortWord()

    def say(self, words: str = "") -> None:
        print(clean(words), flush=True)

    def heading(self, words: str) -> None:
        self.say(f"\n{words}")

    def line(self, words: str) -> str:
        with ringing(self.patience.now):
            return input(clean(_before(words)))

    def unseen(self, words: str) -> str:
        if not sys.stdin.isatty():
            return self.line(words)
        with ringing(self.patience.now):
            return getpass.getpass(_before(words))

    def cover(self) -> None:
        self.say("\n" * COVERING)


class EditedLines(PlainLines):
    """Lines edited with questionary, and headings by rich, on a terminal that can."""

    def __init__(self) -> None:
        from rich.console import Console

        super().__init__()
        os.environ["PROMPT_TOOLKIT_NO_CPR"] = "1"  # no question put to the terminal that it may not answer
        self._console = Console(markup=False, highlight=False, emoji=False)

    def say(self, words: str = "") -> None:
        for line in clean(words).split("\n"):
            is_too_long = line.startswith(IN_LINES) and len(line) > self._console.width
            self._console.print("\n".join(_folded(line, self._console.width)) if is_too_long else line)

    def heading(self, words: str) -> None:
        self._console.print(f"\n{clean(words)}", style="bold")

    def line(self, words: str) -> str:
        from prompt_toolkit.completion import WordCompleter
        from questionary import text

        known = WordCompleter([*WORDS])
        asked = text(self._last_of(words), qmark="", completer=known, complete_while_typing=False)
        return answered(asked, self.patience.now, is_seen=True)

    def unseen(self, words: str) -> str:
        from questionary import password

        return answered(password(self._last_of(words), qmark=""), self.patience.now)

    def _last_of(self, words: str) -> str:
        """The last line of a question too long for one; what comes before it is said, broken between words."""
        *above, last = _folded(_before(clean(words)).strip(), self._console.width - LEFT_FREE)
        for one in above:
            self.say(one)
        return last

    def cover(self) -> None:
        self._console.file.write("\x1b[H\x1b[2J\x1b[3J")
        self._console.file.flush()


def _folded(line: str, width: int) -> list[str]:
    """One line as several, broken between words; of training each is marked."""
    mark = line_mark(line.startswith(IN_LINES))
    return textwrap.wrap(line, width, subsequent_indent=mark) or [""]


def _before(words: str) -> str:
    """What stands before the place to type in; nothing at all where no words do."""
    return words and f"{words}{'' if words.endswith(ENDS) else ':'} "


def lines_for(environ: Mapping[str, str]) -> Lines:
    """The better of the two that this terminal can take."""
    capable = sys.stdin.isatty() and sys.stdout.isatty() and environ.get("TERM") != "dumb"
    return EditedLines() if capable else PlainLines()


def ask(lines: Lines, words: str) -> str | Wish:
    """An entry, or one of the words that steer; what is in quotes is an entry even if it is such a word."""
    typed = lines.line(words)
    if (wish := wished(typed)) is not None:
        return wish
    bare = typed.strip()
    quoted = len(bare) > 1 and bare[0] == bare[-1] == '"'
    return bare[1:-1] if quoted and wished(bare[1:-1]) is not None else typed


def in_words(lines: Lines, words: str) -> str:
    """What was typed in a line of its own; `hide` and `pause` cover it first, unless they stand in quotes."""
    while True:
        typed = lines.line(words)
        bare = typed.strip()
        if bare.lower() in HIDING:
            cover(lines)
        else:
            return bare[1:-1] if bare[:1] == bare[-1:] == '"' and bare[1:-1].lower() in HIDING else typed


def write_again(lines: Lines, reason: str, leave: str) -> bool:
    """Say why an entry can't be kept; whether it is to be written again rather than left."""
    lines.say(f"! {reason}")
    return choose(lines, ("Write it again", leave)) == 0


def numbered(lines: Lines, choices: Sequence[str]) -> None:
    """The choices, a line for each."""
    for number, choice in enumerate(choices, 1):
        lines.say(f"  {number}  {one_line(choice)}")


def choose(lines: Lines, choices: Sequence[str], words: str = PICK) -> int:
    """The place of one choice, from 0; asked until one is picked."""
    while True:
        numbered(lines, choices)
        typed = lines.line(words).strip()
        if typed.isdecimal() and typed.isascii() and 1 <= int(typed) <= len(choices):
            return int(typed) - 1
        if typed.lower() in HIDING:
            cover(lines)
        else:
            lines.say(f"! Type a number from 1 to {len(choices)}, or hide.")


def choose_word(lines: Lines, word: ShortWord) -> None:
    """Ask for the word that lifts the cover, unless there is one already."""
    while not word.chosen:
        word.choose(lines.unseen(CHOOSE_WORD))


def cover(lines: Lines) -> None:
    """Everything out of sight until the short word is typed; EOFError after three wrong ones.

    Where none is chosen, as in a rehearsal before the private part, until Enter is pressed.
    """
    lines.cover()
    if lines.word.chosen:
        lines.say(timetable())
        wait_for_the_word(lines, lines.word)
    else:
        lines.line(COVERED)
    lines.cover()


def cover_first(lines: Lines, folder: Path) -> None:
    """Where bcst was cut off when it last had this vault open: the cover, until Enter; then the passphrase."""
    if was_cut_off(folder):
        lines.cover()
        lines.say(timetable())
        lines.unseen("")
        lines.cover()


def wait_for_the_word(lines: Lines, word: ShortWord) -> None:
    """No sign of what is waited for."""
    if not any(word.opens(lines.unseen("")) for _ in range(MISSES_ALLOWED)):
        raise EOFError

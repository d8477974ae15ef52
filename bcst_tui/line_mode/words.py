"""The words that steer line mode: those of the app's keys, typed in place of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Word = Literal[
    "help",
    "skip",
    "pause",
    "stop",
    "easy",
    "heard",
    "why",
    "now",
    "hide",
    "back",
    "on",
    "right",
    "undo",
    "check",
    "copy",
    "consent",
    "show",
]


@dataclass(frozen=True)
class Wish:
    """One of the words, typed in place of an answer."""

    word: Word


WORDS: Mapping[Word, str] = {
    "help": "these words",
    "skip": "leave this question, and say why there is no answer",
    "pause": "put the cover up; everything said so far is saved",
    "stop": "end for today; it can be picked up again",
    "easy": "easy words on or off",
    "heard": "they have just told me something",
    "why": "why this is asked",
    "now": "who to call when something can't wait",
    "hide": "put the cover up at once",
    "back": "the question before",
    "on": "leave an earlier answer as it is, and go on",
    "right": "what was told before is still right",
    "undo": "take the last answer back",
    "check": "read the answers through, and change any",
    "copy": "what the person's own copy says; nothing is written",
    "consent": "who may be told what",
    "show": "in the private part: how it stands, for you alone",
}
HELP = (
    "Type an answer, or the number before it. Several: numbers with spaces between them. Enter alone is never an "
    "answer. In place of an answer you can type:"
)
QUOTES = 'To write one of these words as an answer, put it in quotes: "stop".'
COMMANDS = (
    "Handing a case over, taking one over, the safeguarding lead's key and your own are commands, once you have left "
    "bcst: bcst hand-over, bcst lead, bcst keys."
)
HEARD = "Stop. Listen. There is nothing to fill in, and nothing is kept of what you are hearing now."
URGENT = "If something can't wait, type now."


def wished(typed: str) -> Wish | None:
    """The word this is, if it is one, in any case of letters."""
    told = typed.strip().lower()
    return next((Wish(word) for word in get_args(Word) if word == told), None)


def help_lines() -> str:
    """What can be typed."""
    words = "\n".join(f"  {word:<8}{meaning}" for word, meaning in WORDS.items())
    return f"{HELP}\n{words}\n{QUOTES}\n{COMMANDS}"

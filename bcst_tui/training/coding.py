"""Hand-in strings: what one coder made of a rehearsal, short enough to write on paper, with a check letter.

`TRN007-41:a1b3c2…k` is the persona, the seed, and for each question in its order a letter and the number of the code
chosen for it (0: none), then the check letter. Any one wrong character is found. It tells nothing of who coded.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bcst_tui.interview.answer import Rejection
from bcst_tui.script.model import Question
from bcst_tui.script.script import Script
from bcst_tui.training.attempt import Attempt, Codes
from bcst_tui.training.invented import IN_LINES
from bcst_tui.training.persona import Persona
from bcst_tui.training.recorded import is_coded

MOST_OPTIONS = 9
MOST_QUESTIONS = len(string.ascii_lowercase)
_CHECKS = "abcdefghjkmnpqrstuvwxyz"
"""Twenty-three letters: a prime, and none that is taken for another in handwriting."""
_STEP = 5
"""Its powers pass through every number from 1 to 22, so that neighbours that change places are found too."""
_SHAPE = re.compile(r"trn(?P<number>[0-9]{3})-(?P<seed>[0-9]{1,6}):(?P<pairs>(?:[a-z][0-9])+)(?P<check>[a-z])")
YES_NO = ("yes", "no")
USUAL: Mapping[str, tuple[str, ...]] = {
    "offer": ("yes", "not_now", "never", "already_told"),
    "ask": ("applies_now", "applies_past", "something_like", "no", "rather_not"),
    "confirm": ("right", "changed", "not_ok", "leave_it"),
    "privacy": ("just_us", "interpreter", "not_private"),
    "limits": ("own_words", "partly", "not_yet"),
    "when": ("next_time", "before_release", "i_will_say"),
    "needs": ("nothing",),
    "record": ("agree", "keep_out"),
}
"""Codes that are always among those to choose from, whatever this persona answers."""


@dataclass(frozen=True)
class CodeBook:
    """The questions a group codes, and the numbered codes of each: every reply of the persona and the usual ones."""

    persona_id: str
    options: Mapping[str, tuple[str, ...]]

    def letter(self, question_id: str) -> str:
        return string.ascii_lowercase[tuple(self.options).index(question_id)]


@dataclass(frozen=True)
class HandIn:
    """One coder's codes by question; a question they left out is not among them."""

    persona_id: str
    seed: int
    codes: Mapping[str, str]


def code_book(persona: Persona, script: Script) -> CodeBook:
    """At most nine codes a question: all that the person could answer, and what else the interview offers."""
    questions = [one for one in persona.replies if is_coded(one)][:MOST_QUESTIONS]
    offered = {one: _offered(script.placed[one].question) if one in script.placed else () for one in questions}
    return CodeBook(persona.id, {one: _options(persona, one, offered[one]) for one in questions})


def _options(persona: Persona, question_id: str, offered: Sequence[str]) -> tuple[str, ...]:
    theirs = [in_one(reply.answer) for reply in persona.replies[question_id]]
    theirs += [code for reply in persona.replies[question_id] for code in reply.near]
    usual = USUAL.get(question_id.rpartition(".")[2], ("declined",))
    return tuple(sorted(tuple(dict.fromkeys((*theirs, *usual, *offered)))[:MOST_OPTIONS]))


def _offered(question: Question) -> tuple[str, ...]:
    return YES_NO if question.kind == "yes_no" else tuple(one.id for one in question.options)


def in_one(codes: Codes) -> str:
    """Several codes as one thing to choose."""
    return "+".join(sorted(codes))


def model_codes(attempt: Attempt) -> dict[str, str]:
    """What the person's replies stand for, as a coder should have it."""
    return {step.question: in_one(step.answer) for step in attempt.log if step.reply is not None}


def handed_in(book: CodeBook, seed: int, codes: Mapping[str, str]) -> str:
    """The string to hand in; raises ValueError for a code that is not in the book."""
    pairs = [f"{book.letter(one)}{_number(options, codes.get(one))}" for one, options in book.options.items()]
    body = f"{book.persona_id.replace('-', '')}-{seed}:{''.join(pairs)}"
    return f"{body}{_check(body)}"


def _number(options: Sequence[str], code: str | None) -> int:
    return 0 if code is None else options.index(code) + 1


def read_hand_in(book: CodeBook, typed: str) -> HandIn | Rejection:
    """What a string says, or why it can't be read; capitals, blanks and the mark of training make no difference."""
    text = "".join(typed.split()).lower().removeprefix(IN_LINES.lower())
    found = _SHAPE.fullmatch(text)
    if found is None or _check(text[:-1]) != found["check"]:
        return Rejection("There is a slip in that: the letters and numbers don't match their check letter.")
    if f"TRN-{found['number']}" != book.persona_id:
        return Rejection(f"That is about TRN-{found['number']}, and this is {book.persona_id}.")
    pairs = [(pair[0], int(pair[1])) for pair in re.findall("[a-z][0-9]", found["pairs"])]
    if [letter for letter, _ in pairs] != [book.letter(one) for one in book.options]:
        return Rejection("There is a slip in that: its questions are not those of this persona.")
    if any(number > len(options) for (_, number), options in zip(pairs, book.options.values(), strict=True)):
        return Rejection("There is a slip in that: there are not so many codes for one of its questions.")
    chosen = {
        question: options[number - 1]
        for (question, options), (_, number) in zip(book.options.items(), pairs, strict=True)
        if number
    }
    return HandIn(book.persona_id, int(found["seed"]), chosen)


def _check(body: str) -> str:
    """The letter that any one changed digit changes; every other character is fixed by its place."""
    total = sum(pow(_STEP, place, len(_CHECKS)) * ord(one) for place, one in enumerate(body.lower()))
    return _CHECKS[total % len(_CHECKS)]

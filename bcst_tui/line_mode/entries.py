"""An entry for each kind of question, from numbered lines; the engine alone says whether it is an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from bcst_tui.interview.choosing import YES_NO
from bcst_tui.interview.values import Json
from bcst_tui.line_mode.prompts import Lines, ask, numbered
from bcst_tui.line_mode.words import Wish
from bcst_tui.script.model import EachRow, Option, Question


@dataclass(frozen=True)
class Wording:
    """Standard words or easy ones, with names and roles filled in."""

    easy: bool
    fill: Callable[[str], str]

    def lines(self, question: Question) -> str:
        """What to say."""
        said = question.said.easy if self.easy and question.said.easy else (question.said.standard,)
        return "\n".join(self.fill(line) for line in said)

    def label(self, option: Option | EachRow) -> str:
        """What an option or a row says."""
        return self.fill(option.easy or option.said) if self.easy else self.fill(option.said)


@dataclass(frozen=True)
class Entered:
    """What was typed, in the form the engine reads."""

    raw: Json


@dataclass(frozen=True)
class RowWanted:
    """Another row of a group, or one taken out (counted from 1)."""

    act: Literal["add", "remove"]
    number: int = 0


Entry = Entered | RowWanted | Wish


def entry_for(question: Question, lines: Lines, wording: Wording) -> Entry:
    """Ask for one answer in the way its kind needs."""
    match question.kind:
        case "choice":
            return _chosen(question, lines, wording, "Number")
        case "choices":
            return _chosen(question, lines, wording, "Numbers, all that apply")
        case "ranking":
            return _chosen(question, lines, wording, "Numbers, the first first")
        case "yes_no":
            numbered(lines, [word.capitalize() for word in YES_NO])
            return _codes(ask(lines, "Number"), YES_NO)
        case "scale":
            numbered(lines, question.scale)
            return _written(lines, "Number")
        case "each":
            return _each(question, lines, wording)
        case "group":
            return _group(lines)
        case "note":
            return _written(lines, "Type done when you have read it out")
        case "acknowledgement":
            return _written(lines, "Type done when it is done")
        case "money":
            how_often = "" if question.in_all else ", and how often, such as 85.50 a week"
            return _written(lines, f"Pounds{how_often}")
        case "date":
            return _written(lines, "Day, month and year, such as 12/3/2027")
        case "partial_date":
            return _written(lines, "As much of the date as is known, such as March 2027")
        case "date_time":
            return _written(lines, "Date and time, such as 12/3/2027 14:30")
        case "length_of_time":
            return _written(lines, "How long, such as 3 months")
        case "address":
            return _written(lines, "The address on one line, with commas")
        case "whole_number":
            return _written(lines, "A number")
        case "phone":
            return _written(lines, "A phone number")
        case "short_text" | "long_text":
            return _written(lines, "In words, on one line")
        case _:
            assert_never(question.kind)


def _written(lines: Lines, words: str) -> Entry:
    typed = ask(lines, words)
    return typed if isinstance(typed, Wish) else Entered(typed)


def _chosen(question: Question, lines: Lines, wording: Wording, words: str) -> Entry:
    numbered(lines, [wording.label(option) for option in question.options])
    entry = _codes(ask(lines, words), [option.id for option in question.options])
    if not isinstance(entry, Entered) or not isinstance(entry.raw, list):
        return entry
    open_ended = next((option for option in question.options if option.other and option.id in entry.raw), None)
    if open_ended is None:
        return entry
    other = ask(lines, f"{wording.label(open_ended)}, in a few words")
    return other if isinstance(other, Wish) else Entered({"chosen": entry.raw, "other": other})


def _each(question: Question, lines: Lines, wording: Wording) -> Entry:
    numbered(lines, [wording.label(option) for option in question.options])
    codes = [option.id for option in question.options]
    answers: dict[str, Json] = {}
    for row in question.each:
        typed = ask(lines, wording.label(row))
        if isinstance(typed, Wish):
            return typed
        picked = _picked(typed, codes)
        answers[row.id] = picked[0] if len(picked) == 1 else ""
    return Entered(answers)


def _group(lines: Lines) -> Entry:
    typed = ask(lines, "Type add for one, remove and its number to take one out, or done for no more")
    if isinstance(typed, Wish):
        return typed
    told = typed.strip().lower()
    if told == "add":
        return RowWanted("add")
    taken_out = re.fullmatch(r"remove ([0-9]{1,2})", told, re.ASCII)
    return RowWanted("remove", int(taken_out[1])) if taken_out else Entered(typed)


def _codes(typed: str | Wish, codes: Sequence[str]) -> Entry:
    """The options these numbers stand for; what is no number is left for the engine to judge."""
    return typed if isinstance(typed, Wish) else Entered([*_picked(typed, codes)])


def _picked(typed: str, codes: Sequence[str]) -> list[str]:
    parts = [part for part in re.split(r"[\s,]+", typed.strip()) if part]
    return [_code(part, codes) for part in parts]


def _code(part: str, codes: Sequence[str]) -> str:
    inside = part.isdecimal() and part.isascii() and 1 <= int(part) <= len(codes)
    return codes[int(part) - 1] if inside else part

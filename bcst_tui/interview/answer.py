"""Turning what was entered into an answer, or into a reason why not.

Both front ends, answers files and the tests parse here and nowhere else, so they cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from bcst_tui.interview.dates import read_date, read_date_time, read_partial_date
from bcst_tui.interview.values import (
    Acknowledged,
    Address,
    AtTime,
    Chosen,
    EachChosen,
    Json,
    Length,
    Money,
    Number,
    OnDate,
    Per,
    Ranked,
    Text,
    Unit,
    Value,
)
from bcst_tui.script.condition import NonAnswerCode
from bcst_tui.script.model import Kind, Question
from bcst_tui.text import clean, one_line

NotAskedReason = Literal["no_time", "not_private", "unwell", "no_interpreter", "kept_out", "other"]
NON_ANSWERS: tuple[NonAnswerCode, ...] = get_args(NonAnswerCode)
NOT_ASKED_REASONS: tuple[NotAskedReason, ...] = get_args(NotAskedReason)
SHORT_TEXT = 200
LONG_TEXT = 4000
YES_NO = ("yes", "no", "unsure")


@dataclass(frozen=True)
class Rejection:
    """Why an entry can't be taken as it is, in a sentence for the worker. Normal life, not an error."""

    reason: str


@dataclass(frozen=True)
class Given:
    """An answer that was given."""

    value: Value


@dataclass(frozen=True)
class NoAnswer:
    """One of the four answers that are no answer; `not_asked` says why."""

    code: NonAnswerCode
    reason: NotAskedReason | None = None

    def kept(self) -> Json:
        return {self.code: self.reason or "true"}


Answer = Given | NoAnswer
Parsed = Value | Rejection


def kept(answer: Answer) -> Json:
    """The one form an answer is stored in; `parse` reads it back to the same answer."""
    return answer.kept() if isinstance(answer, NoAnswer) else answer.value.kept()


def parse(question: Question, raw: Json) -> Answer | Rejection:
    """The answer this entry stands for, by the question's kind; bounds are the engine's to check."""
    if (no_answer := _no_answer(raw)) is not None:
        return no_answer
    parsed = _READERS[question.kind](question, raw)
    return parsed if isinstance(parsed, Rejection) else Given(parsed)


def _no_answer(raw: Json) -> NoAnswer | Rejection | None:
    if not isinstance(raw, dict) or len(raw) != 1:
        return None
    code, why = next(iter(raw.items()))
    if code == "not_asked":
        if why not in NOT_ASKED_REASONS:
            return Rejection(f"Say why it was not asked: {', '.join(NOT_ASKED_REASONS)}.")
        return NoAnswer("not_asked", why)
    if code in NON_ANSWERS:
        return NoAnswer(code)
    return None


def _blank(raw: Json) -> bool:
    return raw in ([], {}) or (isinstance(raw, str) and not one_line(raw))


NOTHING = Rejection("Nothing was entered. Answer it, or use skip (F2) to say why not.")


def _codes(raw: Json) -> tuple[list[str], str | None] | None:
    """Option ids, and the text of "something else"."""
    other: str | None = None
    if isinstance(raw, dict) and set(raw) <= {"chosen", "other"} and "chosen" in raw:
        told = raw.get("other")
        other = clean(told).strip() if isinstance(told, str) else None
        raw = raw["chosen"]
    if isinstance(raw, str):
        raw = [part.strip() for part in raw.split(",") if part.strip()]
    if not isinstance(raw, list) or not all(isinstance(code, str) for code in raw):
        return None
    return [str(code) for code in raw], other


def _chosen(question: Question, raw: Json) -> Parsed:
    read = _codes(raw)
    if _blank(raw) or (read is not None and not read[0]):
        return NOTHING
    if read is None:
        return Rejection("Pick from the list.")
    codes, other = read
    if unknown := [code for code in codes if question.option(code) is None]:
        return Rejection(f"{one_line(unknown[0])[:40]!r} is not one of the answers. Pick from the list.")
    if question.kind == "choice" and len(codes) != 1:
        return Rejection("Pick one answer.")
    ordered = tuple(option.id for option in question.options if option.id in codes)
    return _alone(question, ordered) or _with_other(question, ordered, other)


def _alone(question: Question, codes: tuple[str, ...]) -> Rejection | None:
    for code in codes:
        option = question.option(code)
        if option is not None and option.exclusive and len(codes) > 1:
            return Rejection(f"“{option.said}” can't stand beside another answer. Leave it out, or the others.")
    return None


def _with_other(question: Question, codes: tuple[str, ...], other: str | None) -> Parsed:
    open_ended = [option for code in codes if (option := question.option(code)) is not None and option.other]
    if not open_ended:
        return Chosen(codes)
    if not other:
        return Rejection(f"Say in a few words what “{open_ended[0].said}” is.")
    if len(other) > SHORT_TEXT:
        return Rejection(f"Keep it to {SHORT_TEXT} letters; it has {len(other)}.")
    return Chosen(codes, other)


def _yes_no(question: Question, raw: Json) -> Parsed:
    if _blank(raw):
        return NOTHING
    read = _codes(raw)
    word = read[0][0].lower() if read and len(read[0]) == 1 else ""
    full = {"y": "yes", "n": "no", "u": "unsure"}.get(word, word)
    return Chosen((full,)) if full in YES_NO else Rejection("Answer yes, no or unsure.")


def _text(question: Question, raw: Json) -> Parsed:
    if _blank(raw):
        return NOTHING
    if not isinstance(raw, str):
        return Rejection("Write it in words.")
    words = one_line(raw) if question.kind == "short_text" else clean(raw).strip()
    limit = question.check.max_length or (SHORT_TEXT if question.kind == "short_text" else LONG_TEXT)
    if len(words) > limit:
        return Rejection(f"Keep it to {limit} letters; it has {len(words)}.")
    return Text(words)


def _whole_number(question: Question, raw: Json) -> Parsed:
    if _blank(raw):
        return NOTHING
    text = one_line(str(raw)).replace(",", "")
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        return Rejection("Write a whole number in figures, such as 3.")
    return Number(int(text))


def _scale(question: Question, raw: Json) -> Parsed:
    read = _whole_number(question, raw)
    if isinstance(read, Number) and not 1 <= read.number <= len(question.scale):
        return Rejection(f"Pick a number from 1 to {len(question.scale)}.")
    return read


_PERS: Mapping[str, Per] = {
    "": "once",
    "once": "once",
    "day": "day",
    "week": "week",
    "fortnight": "fortnight",
    "2 weeks": "fortnight",
    "four_weeks": "four_weeks",
    "4 weeks": "four_weeks",
    "month": "month",
    "year": "year",
}
_MONEY = Rejection("Write an amount and how often, such as 85.50 a week, or 300 for one payment.")


def _money(question: Question, raw: Json) -> Parsed:
    if _blank(raw):
        return NOTHING
    if isinstance(raw, dict) and set(raw) <= {"amount", "per"}:
        raw = f"{raw.get('amount', '')} per {raw.get('per', 'once')}"
    if not isinstance(raw, str):
        return _MONEY
    found = re.fullmatch(
        r"£? ?([0-9]{1,7}|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]{2}))? ?(?:a |an |per |every |each |/ ?)?([a-z_0-9 ]*)",
        one_line(raw).lower(),
    )
    if not found or found[3].strip() not in _PERS:
        return _MONEY
    return Money(int(found[1].replace(",", "")) * 100 + int(found[2] or 0), _PERS[found[3].strip()])


def _date(question: Question, raw: Json) -> Parsed:
    if _blank(raw):
        return NOTHING
    day = read_date(str(raw))
    return OnDate(day) if day else Rejection("Write the date as day, month and full year, such as 12/3/2027.")


def _partial_date(question: Question, raw: Json) -> Parsed:
    if _blank(raw):
        return NOTHING
    part = read_partial_date(str(raw))
    return part or Rejection("Write as much of the date as is known: 2027, March 2027 or 12/3/2027.")


def _date_time(question: Question, raw: Json) -> Parsed:
    if _blank(raw):
        return NOTHING
    moment = read_date_time(str(raw))
    return AtTime(moment) if moment else Rejection("Write the date and the time, such as 12/3/2027 14:30.")


def _length(question: Question, raw: Json) -> Parsed:
    if _blank(raw):
        return NOTHING
    found = re.fullmatch(r"([0-9]{1,4}) ?(day|week|month|year)s?", one_line(str(raw)).lower())
    if not found:
        return Rejection("Write a number and days, weeks, months or years, such as 3 months.")
    units: Mapping[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
    return Length(int(found[1]), units[found[2]])


def _phone(question: Question, raw: Json) -> Parsed:
    if _blank(raw):
        return NOTHING
    text = one_line(str(raw))
    digits = re.sub(r"[\s()-]", "", text)
    if not re.fullmatch(r"\+?[0-9]{3,15}", digits):
        return Rejection("Write a phone number in figures, such as 01632 960 001.")
    return Text(text)


def _address(question: Question, raw: Json) -> Parsed:
    if _blank(raw):
        return NOTHING
    lines = raw if isinstance(raw, list) else str(raw).split("\n" if "\n" in str(raw) else ",")
    told = tuple(line for line in (one_line(str(line)) for line in lines) if line)
    if len(told) > 8 or any(len(line) > SHORT_TEXT for line in told):
        return Rejection(f"Keep the address to 8 lines of at most {SHORT_TEXT} letters.")
    return Address(told) if told else NOTHING


def _ranking(question: Question, raw: Json) -> Parsed:
    read = _codes(raw)
    if _blank(raw):
        return NOTHING
    if read is None or any(question.option(code) is None for code in read[0]) or len(set(read[0])) != len(read[0]):
        return Rejection("Put answers from the list in order, each of them once.")
    return Ranked(tuple(read[0]))


def _each(question: Question, raw: Json) -> Parsed:
    if _blank(raw):
        return NOTHING
    if not isinstance(raw, dict):
        return Rejection("Pick one answer for each line.")
    rows = [row.id for row in question.each]
    if missing := [row.said for row in question.each if row.id not in raw]:
        return Rejection(f"“{missing[0]}” has no answer yet. Pick one for each line.")
    if set(raw) != set(rows) or any(question.option(str(raw[row])) is None for row in rows):
        return Rejection("Pick one of the answers for each line.")
    return EachChosen(tuple((row, str(raw[row])) for row in rows))


def _done(question: Question, raw: Json) -> Parsed:
    word = raw.strip().lower() if isinstance(raw, str) else ""
    return Acknowledged() if word in ("done", "yes", "true", "read") else Rejection("Go on when this is done.")


_READERS: Mapping[Kind, Callable[[Question, Json], Parsed]] = {
    "choice": _chosen,
    "choices": _chosen,
    "yes_no": _yes_no,
    "short_text": _text,
    "long_text": _text,
    "whole_number": _whole_number,
    "money": _money,
    "date": _date,
    "partial_date": _partial_date,
    "date_time": _date_time,
    "length_of_time": _length,
    "phone": _phone,
    "address": _address,
    "scale": _scale,
    "ranking": _ranking,
    "each": _each,
    "group": _done,
    "note": _done,
    "acknowledgement": _done,
}

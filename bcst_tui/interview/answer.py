"""Turning what was entered into an answer, or into a reason why not.

Both front ends, answers files and the tests parse here and nowhere else, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from bcst_tui.interview.choosing import SHORT_TEXT as SHORT_TEXT
from bcst_tui.interview.choosing import YES_NO as YES_NO
from bcst_tui.interview.choosing import (
    read_chosen,
    read_done,
    read_each,
    read_ranking,
    read_scale,
    read_yes_no,
)
from bcst_tui.interview.rejection import NOTHING as NOTHING
from bcst_tui.interview.rejection import Rejection as Rejection
from bcst_tui.interview.values import Json, Value
from bcst_tui.interview.writing import LONG_TEXT as LONG_TEXT
from bcst_tui.interview.writing import (
    read_address,
    read_at_time,
    read_length,
    read_money,
    read_on_date,
    read_part_of_date,
    read_phone,
    read_text,
    read_whole_number,
)
from bcst_tui.script.condition import NonAnswerCode
from bcst_tui.script.model import Kind, Question

NotAskedReason = Literal["no_time", "not_private", "unwell", "no_interpreter", "kept_out", "other"]
NON_ANSWERS: tuple[NonAnswerCode, ...] = get_args(NonAnswerCode)
NOT_ASKED_REASONS: tuple[NotAskedReason, ...] = get_args(NotAskedReason)


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


_READERS: Mapping[Kind, Callable[[Question, Json], Parsed]] = {
    "choice": read_chosen,
    "choices": read_chosen,
    "yes_no": read_yes_no,
    "short_text": read_text,
    "long_text": read_text,
    "whole_number": read_whole_number,
    "money": read_money,
    "date": read_on_date,
    "partial_date": read_part_of_date,
    "date_time": read_at_time,
    "length_of_time": read_length,
    "phone": read_phone,
    "address": read_address,
    "scale": read_scale,
    "ranking": read_ranking,
    "each": read_each,
    "group": read_done,
    "note": read_done,
    "acknowledgement": read_done,
}

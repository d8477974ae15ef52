"""Whether a well-formed answer keeps to what its question asks: a named format, at least, at most."""

from __future__ import annotations

from datetime import date
from typing import Literal

from bcst_tui.interview.answer import Answer, Given, Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.interview.values import Text
from bcst_tui.script.condition import Bound, Scope, bound_size
from bcst_tui.script.formats import MESSAGES, formatted
from bcst_tui.script.magnitude import compare
from bcst_tui.script.model import Question


def within_bounds(question: Question, answer: Answer, scope: Scope) -> Answer | Rejection:
    """The answer in its kept form, or the question's own message (else a general one) why not."""
    if not isinstance(answer, Given):
        return answer
    check = question.check
    if check.format is not None and isinstance(answer.value, Text):
        told = formatted(check.format, answer.value.words)
        if told is None:
            return Rejection(check.message or MESSAGES[check.format])
        answer = Given(Text(told))
    return _too_small_or_large(question, answer, scope) or answer


def _too_small_or_large(question: Question, answer: Given, scope: Scope) -> Rejection | None:
    check = question.check
    if check.at_least is not None and _order(answer, check.at_least, scope) == -1:
        return Rejection(check.message or f"It should be {_told(check.at_least, scope)} or {_more(answer, 'more')}.")
    if check.at_most is not None and _order(answer, check.at_most, scope) == 1:
        return Rejection(check.message or f"It should be {_told(check.at_most, scope)} or {_more(answer, 'less')}.")
    return None


def _order(answer: Given, bound: Bound, scope: Scope) -> int | None:
    size = bound_size(bound, scope)
    return None if size is None or answer.value.size is None else compare(answer.value.size, size)


def _more(answer: Given, word: Literal["more", "less"]) -> str:
    if isinstance(answer.value.size, date):
        return "later" if word == "more" else "earlier"
    return word


def _told(bound: Bound, scope: Scope) -> str:
    size = bound_size(bound, scope)
    if isinstance(size, date):
        return day_words(size)
    if isinstance(bound, str):
        return bound
    return str(size) if isinstance(size, int) else "what was answered earlier"

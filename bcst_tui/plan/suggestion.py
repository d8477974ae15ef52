"""What is already known and stands beside a question: what the rules make of the answers, an earlier answer, a date."""

from __future__ import annotations

from bcst_tui.interview.answer import Given
from bcst_tui.interview.path import Asked
from bcst_tui.interview.showing import day_words, shown
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import EachChosen
from bcst_tui.plan.model import Deadline, Plan
from bcst_tui.script.model import Question

FROM = {"person": "Told before", "record": "From the record", "worker": "Noted before"}


def words_beside(question: Question, plan: Plan, interview: Interview, revealed: bool) -> str:
    """Everything to be seen beside this question, a line or two each; what is private stays covered unless revealed."""
    parts = (suggestion_words(question, plan), _recalled(question, interview, revealed), _dated(question, plan))
    return "\n".join(part for part in parts if part)


def has_words_beside(question: Question) -> bool:
    """Whether the plan has to be looked into to show this question."""
    return any(one is not None for one in (question.suggest, question.recall, question.clock))


def suggestion_words(question: Question, plan: Plan) -> str:
    """The decision worked out for this question, by which limb and why; empty if there is none."""
    decision = dict(plan.decisions).get(question.suggest or "")
    if decision is None:
        return ""
    option = question.option(decision.status)
    said = option.said if option else decision.status.replace("_", " ").capitalize()
    limb = f" (limb {decision.limb})" if decision.limb else ""
    return f"From the answers: {said}{limb}.\nBecause {decision.because[:1].lower()}{decision.because[1:]}"


def _recalled(question: Question, interview: Interview, revealed: bool) -> str:
    """An answer to another question; nothing where an earlier one to this very question is there to be confirmed."""
    asked = interview.path.get(question.recall) if question.recall else None
    answer = interview.answer_to(asked.id) if asked else None
    if asked is None or not isinstance(answer, Given) or interview.told_before(question.id) is not None:
        return ""
    covered = asked.question.sensitivity == "sensitive" and not revealed
    told = "covered" if covered else _words(question, asked, answer)
    return f"{FROM[asked.question.told_by]}: {told}. Still right?"


def _words(question: Question, asked: Asked, answer: Given) -> str:
    value = answer.value
    if question.recall_row is None or not isinstance(value, EachChosen):
        return shown(asked.question, answer)
    one = tuple(pair for pair in value.pairs if pair[0] == question.recall_row)
    return shown(asked.question, Given(EachChosen(one)))


def _dated(question: Question, plan: Plan) -> str:
    return "\n".join(_clock_words(one) for one in plan.deadlines if one.clock == question.clock)


def _clock_words(deadline: Deadline) -> str:
    if deadline.due is None:
        return f"{deadline.title}: {deadline.note}"
    return f"{deadline.title}: {day_words(deadline.due)}. {deadline.note}".strip()

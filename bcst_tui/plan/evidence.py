"""Why something holds: the answers a condition rests on, in words, each with the audience row of its question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bcst_tui.interview.answer import Answer, Given, NoAnswer
from bcst_tui.interview.known import Known, KnownInRow
from bcst_tui.interview.showing import in_short, option_words, shown, with_answer
from bcst_tui.interview.values import Chosen
from bcst_tui.plan.model import Evidence
from bcst_tui.script.condition import Condition, OtherAnswer, Scope, leaves, supports
from bcst_tui.script.model import Question

FACT_AUDIENCES = {
    "age": "birth_ni",
    "birth_date": "birth_ni",
    "prison_number": "legal_name",
    "prison": "custody_dates",
    "resettlement_prison": "funding_route",
}
FACT_WORDS = {"age": "Age", "birth_date": "Born", "prison_number": "Prison number", "prison": "Prison"}
UNNAMED_FACT = "worker_notes"


@dataclass(frozen=True)
class Grounds:
    """What a condition rests on, and every audience row that has a say in who may see what follows from it."""

    evidence: tuple[Evidence, ...]
    audiences: tuple[str, ...]


def grounds(condition: Condition, known: Known) -> Grounds:
    """The answers by which a condition holds; what had to be absent has no words, but its row counts."""
    found: dict[str, Evidence] = {}
    for one in _supporting(condition, known, known):
        before = found.get(one.question_id)
        words = unique([*(before.words.split("; ") if before else ()), *one.words.split("; ")])
        found[one.question_id] = Evidence(one.question_id, "; ".join(words), one.audience)
    rows = [one.audience for one in found.values()]
    return Grounds(tuple(found.values()), unique([*rows, *_rows_read(condition, known)]))


def with_question(evidence: Evidence, asked: str) -> str:
    """The answer after what was asked; a yes, a no and what is not known hold that already."""
    return evidence.words if not asked or asked in evidence.words else with_answer(asked, evidence.words)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in order."""
    return tuple(dict.fromkeys(names))


def _supporting(condition: Condition, scope: Scope, known: Known) -> Iterator[Evidence]:
    for leaf in supports(condition, scope):
        if leaf.need is not None:
            yield from _supporting(known.script.needs[leaf.need].when, known, known)
        elif leaf.count is not None:
            yield from _counted(leaf, leaf.count, known)
        elif leaf.question is not None:
            yield from _answered(leaf, _name_in(scope, leaf.question), known)
        elif leaf.fact is not None:
            yield from _fact(leaf.fact, known)


def _name_in(scope: Scope, question_id: str) -> str:
    """Inside a row an id means this row first."""
    if isinstance(scope, KnownInRow) and scope.around.script.member(scope.group, question_id) is not None:
        return f"{scope.group}[{scope.row}].{question_id}"
    return question_id


def _answered(leaf: Condition, name: str, known: Known) -> Iterator[Evidence]:
    if name in known.answers:
        question, answer = known.answers[name]
        yield Evidence(name, _words(leaf, question, answer), question.audience)


def _words(leaf: Condition, question: Question, answer: Answer) -> str:
    """The answer in words; of several options picked, only those the test is about.

    A yes, a no and what is not known say nothing by themselves: the question stands before them.
    """
    if question.kind == "yes_no" or isinstance(answer, NoAnswer):
        return with_answer(in_short(question), shown(question, answer))
    if question.kind != "choices" or not isinstance(answer, Given) or not isinstance(answer.value, Chosen):
        return shown(question, answer)
    tagged = [option.id for option in question.options if leaf.tagged in option.tags]
    meant = [code for code in answer.value.codes if code == leaf.includes or code in tagged]
    return "; ".join(option_words(question, code) for code in meant) or shown(question, answer)


def _counted(leaf: Condition, subject: str, known: Known) -> Iterator[Evidence]:
    if subject not in known.group_rows:
        yield from _answered(leaf, subject, known)
        return
    for row in known.group_rows[subject]:
        if leaf.where is not None:
            yield from _supporting(leaf.where, KnownInRow(known, subject, row), known)


def _fact(name: str, known: Known) -> Iterator[Evidence]:
    rule = known.script.facts.get(name)
    question_id = (rule.weeks_until or rule.years_since) if rule else None
    if question_id in known.answers:
        question, answer = known.answers[question_id]
        yield Evidence(question_id, shown(question, answer), question.audience)
    elif name in known.facts:
        words = f"{FACT_WORDS.get(name, '')} {known.facts[name]}".strip()
        yield Evidence(name, words, FACT_AUDIENCES.get(name, UNNAMED_FACT))


def _rows_read(condition: Condition, known: Known) -> Iterator[str]:
    """The audience rows of answers read beneath `none`, and of answers that are bounds."""
    if condition.none is not None:
        for part in condition.none:
            yield from rows_behind(part, known)
    for part in (*(condition.all or ()), *(condition.any or ())):
        yield from _rows_read(part, known)
    for bound in (condition.at_least, condition.at_most):
        if isinstance(bound, OtherAnswer) and bound.question in known.answers:
            yield known.answers[bound.question][0].audience


def rows_behind(condition: Condition, known: Known) -> Iterator[str]:
    """The audience row of every answer a condition reads, whether it holds or not."""
    for leaf in leaves(condition):
        name = leaf.question or leaf.count
        if name in known.answers:
            yield known.answers[name][0].audience
        if leaf.need is not None:
            yield known.script.needs[leaf.need].audience

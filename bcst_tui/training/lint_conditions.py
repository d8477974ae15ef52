"""Conditions of a persona: inside the closed grammar, about things that exist, and telling no fact before its time."""

from __future__ import annotations

from collections.abc import Iterator

from bcst_tui.script.condition import Condition, OtherAnswer, holds, parts
from bcst_tui.script.references import did_you_mean
from bcst_tui.training.finding import Around, Finding, error, warning
from bcst_tui.training.moments import moments
from bcst_tui.training.persona import FACTS, FALSE, STYLES, TRUE, Persona, PersonaFile, Reply
from bcst_tui.training.seeing import Moment, may_be_told
from bcst_tui.yaml_text import Place

SIZES = ("trust", "strain")
VALUES = {"style": STYLES, "private": (TRUE, FALSE), "limits": (TRUE, FALSE), "pushed": (TRUE, FALSE)}


def condition_findings(file: PersonaFile, around: Around) -> Iterator[Finding]:
    """Everything wrong in the conditions of facts and replies."""
    sound = True
    for place, condition in _conditions(file.persona):
        for part in parts(condition):
            for what, remedy in _not_known(file.persona, part):
                sound = False
                yield error(file, place, what, remedy)
    if sound:
        for step, rows in file.persona.replies.items():
            yield from _rows(file, step, rows)


def _conditions(persona: Persona) -> Iterator[tuple[Place, Condition]]:
    for name, fact in persona.facts.items():
        yield ("facts", name, "when"), fact.when
    for step, rows in persona.replies.items():
        for number, row in enumerate(rows):
            if row.when is not None:
                yield ("replies", step, number, "when"), row.when


def _not_known(persona: Persona, part: Condition) -> Iterator[tuple[str, str]]:
    if part.joined:
        return
    if part.need is not None or part.count is not None or part.row is not None or part.tagged is not None:
        yield "a persona's condition reads facts and answers alone", "Use `fact:` or `question:`."
    elif any(isinstance(bound, OtherAnswer) for bound in (part.at_least, part.at_most)):
        yield "a bound here is a number from 0 to 100", "Write the number."
    elif part.fact is not None:
        yield from _fact_test(part, part.fact)
    elif part.question is not None:
        yield from _question_test(persona, part, part.question)


def _fact_test(part: Condition, fact: str) -> Iterator[tuple[str, str]]:
    if fact not in FACTS:
        yield f"`{fact}` is no fact of a rehearsal", did_you_mean(fact, FACTS)
    elif fact in SIZES and part.at_least is None and part.at_most is None:
        yield f"`{fact}` is a number", "Compare it with at_least or at_most."
    elif fact not in SIZES:
        wanted = (part.equals,) if part.equals is not None else part.one_of or ()
        if not wanted or not set(wanted) <= set(VALUES[fact]):
            yield f"`{fact}` is one of {', '.join(VALUES[fact])}", "Compare it with `equals` or `one_of`."


def _question_test(persona: Persona, part: Condition, question: str) -> Iterator[tuple[str, str]]:
    if question not in persona.replies:
        yield f"`{question}` has no replies here, so it is never answered", did_you_mean(question, persona.replies)
        return
    given = {code for row in persona.replies[question] for code in row.answer}
    for code in (part.equals, part.includes, *(part.one_of or ())):
        if code is not None and code not in given:
            yield f"no reply to `{question}` answers `{code}`", did_you_mean(code, sorted(given))


def _rows(file: PersonaFile, step: str, rows: tuple[Reply, ...]) -> Iterator[Finding]:
    """Rows that can never be the first that holds, and rows that tell a fact whose own condition need not hold."""
    facts = file.persona.facts
    told = [facts[name].when for row in rows for name in row.reveals if name in facts]
    possible = moments(file.persona, step, [*(row.when for row in rows if row.when is not None), *told])
    if possible is None:
        yield warning(file, ("replies", step), "these conditions are too many to look through", "Join some of them.")
        return
    met: dict[int, list[Moment]] = {}
    for moment in possible:
        first = next((n for n, row in enumerate(rows) if row.when is None or holds(row.when, moment)), None)
        if first is not None:
            met.setdefault(first, []).append(moment)
    for number, row in enumerate(rows):
        place: Place = ("replies", step, number)
        if number not in met:
            yield warning(
                file, place, f"this reply to `{step}` is never the first that holds", "Put it higher, or drop it."
            )
        for name in row.reveals:
            if name in facts and any(not may_be_told(facts[name], moment) for moment in met.get(number, ())):
                what = f"`{name}` may be told before its own `when` holds"
                yield error(file, place, what, "Put all that the fact asks for into this reply's `when`.")

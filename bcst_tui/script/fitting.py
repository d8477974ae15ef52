"""What loads and yet doesn't fit: pages torn apart, tests an answer can't meet, parts nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from bcst_tui.script.condition import Bound, Condition, leaves
from bcst_tui.script.magnitude import magnitude
from bcst_tui.script.model import Question
from bcst_tui.script.possible import question_read
from bcst_tui.script.rules import Decision
from bcst_tui.script.script import Placed, Script, Section, Spot
from bcst_tui.yaml_text import FileMistake

_DATES = ("date", "partial_date", "date_time")
_SIZED = ("whole_number", "scale", "money", "length_of_time", *_DATES)
_EXAMPLES = {"whole_number": "3", "scale": "3", "money": "£2.50", "length_of_time": "3 months"}


def misfits(script: Script) -> Iterator[FileMistake]:
    """Everything that stands in the wrong place or is of the wrong kind."""
    suggested = {placed.question.suggest for placed in script.order}
    for section in script.sections:
        yield from _torn_pages(section)
        for placed in section.placed:
            for one in (placed, *placed.members):
                yield from _in_question(script, section.spot(*one.place), one)
        for number, decision in enumerate(section.file.decisions):
            if decision.id not in suggested:
                what = f"no question suggests what the decision `{decision.id}` says"
                remedy = "Name it with `suggest:`, or take it out."
                yield section.spot("decisions", number).mistake(what, remedy)
    yield from _facts(script)


def _torn_pages(section: Section) -> Iterator[FileMistake]:
    left: set[str] = set()
    before: str | None = None
    for placed in section.placed:
        if placed.page is not None and placed.page in left and placed.page != before:
            what = f"`{placed.id}` stands apart from the other questions of the page `{placed.page}`"
            yield section.spot(*placed.place, "page").mistake(what, "Put the questions of a page one after the other.")
        left.update({placed.page} if placed.page else ())
        before = placed.page
    for page in section.file.pages:
        if page not in left:
            yield section.spot("pages", page).mistake(f"no question stands on the page `{page}`", "Take it out.")


def _in_question(script: Script, spot: Spot, placed: Placed) -> Iterator[FileMistake]:
    question = placed.question
    if placed.group is not None and question.needs_privacy:
        what = f"`{question.id}` is one of a row's questions, and they wait for privacy only together"
        yield spot.at("needs_privacy").mistake(what, "Put `needs_privacy` on the group.")
    if placed.group is not None and question.page is not None:
        yield spot.at("page").mistake(f"`{question.id}` is asked row by row, on no page", "Take `page` out.")
    for bound in (question.check.at_least, question.check.at_most):
        yield from _bound_fits(spot.at("check"), question, bound)
    for condition in (question.when,):
        if condition is not None:
            yield from _tests_fit(script, spot.at("when"), condition, placed.group)
    decision = script.decisions.get(question.suggest) if question.suggest else None
    if decision is not None:
        yield from _suggests_an_option(spot.at("suggest"), question, decision)


def _tests_fit(script: Script, spot: Spot, condition: Condition, group: str | None) -> Iterator[FileMistake]:
    for leaf in leaves(condition):
        placed = question_read(script, leaf.question, group) if leaf.question else None
        if placed is None:
            continue
        question = placed.question
        for bound in (leaf.at_least, leaf.at_most):
            yield from _bound_fits(spot, question, bound)
        if question.kind == "each" and leaf.row is None and leaf.equals is not None:
            what = f"`{question.id}` has an answer for each of its rows"
            yield spot.mistake(what, "Say which with `row:`, or use `includes` for any of them.")


def _bound_fits(spot: Spot, question: Question, bound: Bound | None) -> Iterator[FileMistake]:
    if bound is None:
        return
    if question.kind not in _SIZED:
        yield spot.mistake(f"`{question.id}` has no size, so it can't be more or less", "Use another test.")
    elif isinstance(bound, str) and _kind_of(bound) != _unit(question):
        example = _EXAMPLES.get(question.kind, "2027-03-12")
        yield spot.mistake(f"`{bound}` is no size an answer to `{question.id}` has", f"Write it like {example}.")


def _unit(question: Question) -> str:
    if question.kind in _DATES:
        return "date"
    return {"money": "money", "length_of_time": "length"}.get(question.kind, "number")


def _kind_of(bound: str) -> str:
    if bound.strip().startswith("£"):
        return "money"
    if isinstance(magnitude(bound), int):
        return "number"
    return "length" if isinstance(magnitude(bound), float) else "date"


def _suggests_an_option(spot: Spot, question: Question, decision: Decision) -> Iterator[FileMistake]:
    said = {step.then for step in decision.steps} | {decision.otherwise.then, decision.unknown}
    codes = {"yes", "no", "unsure"} if question.kind == "yes_no" else {option.id for option in question.options}
    tags = {tag for option in question.options for tag in option.tags}
    for code in sorted(said - codes - tags):
        what = f"the decision `{decision.id}` says `{code}`, which is no option or tag of `{question.id}`"
        yield spot.mistake(what, "Add the option, or mend the decision.")


def _facts(script: Script) -> Iterator[FileMistake]:
    for name, rule in script.facts.items():
        spot = script.spot("facts", name)
        if sum(one is not None for one in (rule.weeks_until, rule.years_since, rule.worked_out)) > 1:
            what = f"the fact `{name}` is come by in two ways"
            yield spot.mistake(what, "Keep one of `weeks_until`, `years_since` and `worked_out`.")
        for question_id in (rule.weeks_until, rule.years_since):
            placed = script.placed.get(question_id) if question_id else None
            if placed is not None and placed.question.kind not in _DATES:
                yield spot.mistake(f"the fact `{name}` counts from `{question_id}`, which is no date", "Name a date.")

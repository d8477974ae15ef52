"""Questions nobody could ever be asked, and rules that could never hold."""

from __future__ import annotations

from collections.abc import Iterator

from bcst_tui.script.condition import Condition
from bcst_tui.script.reachable import Reach
from bcst_tui.script.rules import ActionRule
from bcst_tui.script.script import Placed, Script, Section, Spot
from bcst_tui.yaml_text import FileMistake

_REMEDY = "Mend its `when`, or take it out."


def dead(script: Script) -> Iterator[FileMistake]:
    """Everything in the script that can't be reached, whatever is answered."""
    reach = Reach(script)
    for section in script.sections:
        closed = list(_closed(reach, section))
        yield from closed
        if not closed:
            yield from _questions(reach, section)
        yield from _rules(reach, section)
        yield from _actions(reach, section)
        yield from _decisions(reach, section)


def _closed(reach: Reach, section: Section) -> Iterator[FileMistake]:
    """A section nobody gets into: told once, not for each of its questions."""
    if not section.file.sittings:
        yield section.spot("sittings").mistake(f"the section `{section.id}` belongs to no sitting", "Name one.")
    elif section.file.when is not None and not reach.anywhere(section.file.when):
        yield section.spot("when").mistake(f"the section `{section.id}` can never be opened", _REMEDY)


def _questions(reach: Reach, section: Section) -> Iterator[FileMistake]:
    for placed in section.placed:
        for one in (placed, *placed.members):
            spot = section.spot(*one.place)
            if not one.sittings:
                what = f"`{one.id}` belongs to no sitting that its section and page belong to"
                yield spot.at("sittings").mistake(what, "Name one they share.")
            elif not reach.asked(one):
                yield _never_asked(reach, one, spot)


def _never_asked(reach: Reach, placed: Placed, spot: Spot) -> FileMistake:
    own = placed.question.when
    if own is not None and placed.group is None and not reach.anywhere(own):
        why = "its `when` can never hold"
    else:
        why = "what must hold for it can't all hold at once"
    return spot.at("when").mistake(f"`{placed.id}` can never be asked: {why}", _REMEDY)


def _rules(reach: Reach, section: Section) -> Iterator[FileMistake]:
    file = section.file
    named: list[tuple[str, int, str, Condition]] = []
    named += [("needs", place, f"the need `{rule.id}`", rule.when) for place, rule in enumerate(file.needs)]
    named += [("markers", place, f"the marker `{rule.id}`", rule.when) for place, rule in enumerate(file.markers)]
    named += [
        ("closings", place, f"the closing of {rule.activity}", rule.when) for place, rule in enumerate(file.closings)
    ]
    for kind, place, name, condition in named:
        if not reach.anywhere(condition):
            yield section.spot(kind, place, "when").mistake(f"{name} can never arise", _REMEDY)


def _actions(reach: Reach, section: Section) -> Iterator[FileMistake]:
    for place, rule in enumerate(section.file.actions):
        spot = section.spot("actions", place)
        if not reach.anywhere(*_arising(rule)):
            yield spot.mistake(f"the action {rule.activity} can never arise", _REMEDY)
        if rule.locked_unless is not None and not reach.anywhere(rule.locked_unless):
            what = f"the action {rule.activity} can never be unlocked"
            yield spot.at("locked_unless").mistake(what, "Mend its `locked_unless`.")
        if rule.caution_when is not None and not reach.anywhere(*_arising(rule), rule.caution_when):
            what = f"the caution of the action {rule.activity} can never be given"
            yield spot.at("caution_when").mistake(what, "Mend its `caution_when`.")


def _arising(rule: ActionRule) -> Iterator[Condition]:
    if rule.need is not None:
        yield Condition(need=rule.need)
    if rule.when is not None:
        yield rule.when


def _decisions(reach: Reach, section: Section) -> Iterator[FileMistake]:
    for number, decision in enumerate(section.file.decisions):
        earlier: tuple[Condition, ...] = ()
        for place, step in enumerate(decision.steps):
            not_yet = (Condition(none=earlier),) if earlier else ()
            if not reach.anywhere(step.when, *not_yet):
                what = f"step {place + 1} of the decision `{decision.id}` can never decide"
                remedy = "Mend it, or take it out: a step before it may already decide the same cases."
                yield section.spot("decisions", number, "steps", place).mistake(what, remedy)
            earlier = (*earlier, step.when)

"""The shipped script, told a whole sitting at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import takewhile

from bcst_tui.config import read_folder, shipped
from bcst_tui.interview.answer import NoAnswer
from bcst_tui.interview.engine import resume
from bcst_tui.interview.state import Move
from bcst_tui.interview.values import Json
from bcst_tui.plan.decisions import decide
from bcst_tui.plan.worked_out import with_worked_out
from bcst_tui.script.condition import holds
from bcst_tui.script.loading import load_script
from bcst_tui.script.model import Option, Question, SittingKind
from bcst_tui.script.rules import ActionRule
from bcst_tui.script.script import Script
from tests.reference.shipped import shipped_reference
from tests.vocabulary import SATURDAY, Interviewing, interviewing

LEFT = NoAnswer("not_asked", "no_time")
FACTS = {"resettlement_prison": "yes", "birth_date": "1990-05-04", "age": "36", "prison_number": "A0000AA"}


@cache
def bcst2() -> Script:
    """The script that comes with bcst, with what the plan works out for it."""
    return with_worked_out(load_script(read_folder(shipped("interview_scripts") / "bcst2")), shipped_reference().clocks)


def telling(sitting: SittingKind = "first_screening", /, **answers: Json) -> Interviewing:
    """A whole sitting with these answers where they are asked; everything else is left for want of time."""
    return _told(sitting, FACTS, answers)


def knowing(facts: Mapping[str, str], /, **answers: Json) -> Interviewing:
    """The same, where the app knows these facts."""
    return _told("first_screening", FACTS | dict(facts), answers)


def _told(sitting: SittingKind, facts: Mapping[str, str], answers: Mapping[str, Json]) -> Interviewing:
    left = dict(answers)
    here = interviewing(bcst2(), sitting, SATURDAY, facts)
    while (asked := here.asked_id) is not None:
        if asked not in left:
            here = _left_up_to(here, left)
        else:
            here = here.answer(left.pop(asked))
            assert here.rejection is None, f"{asked}: {here.rejection}"
    assert not left, f"never asked: {', '.join(left)}"
    return here


def _left_up_to(here: Interviewing, told: Mapping[str, Json]) -> Interviewing:
    """Leave all that is asked, as far as the next question something is told to; a walk or two for all of them."""
    interview = here.interview
    answered = interview.standing.answers
    open_now = (one.id for one in interview.path.asked if one.id not in answered)
    silent = list(takewhile(lambda name: name not in told, open_now))
    left = resume(interview, [Move("answer", name, LEFT) for name in silent])
    stays = [name for name in silent if name in left.path.by_id]
    if stays != silent:
        left = resume(interview, [Move("answer", name, LEFT) for name in stays])
    return Interviewing(left)


def asked_in(section: str, /, **answers: Json) -> list[str]:
    """What is asked in one section, in order."""
    return [one.id for one in telling(**answers).interview.path.asked if one.placed.section == section]


def needs_of(told: Interviewing) -> set[str]:
    """The needs the rules propose."""
    return {name for name in bcst2().needs if told.interview.known.need(name)}


def markers_of(told: Interviewing) -> set[str]:
    """The complexity markers that hold."""
    return {rule.id for rule in bcst2().markers if holds(rule.when, told.interview.known)}


def actions_of(told: Interviewing) -> set[str]:
    """The activities the rules propose at levels 1 and 2, and those that wait for no level."""
    return {rule.activity for rule in _rules_that_hold(told) if rule.only_at_level != "3"}


def at_level_3(told: Interviewing) -> set[str]:
    """The activities that level 3 would bring."""
    return {rule.activity for rule in _rules_that_hold(told) if rule.only_at_level == "3"}


def due(told: Interviewing, activity: str) -> set[str]:
    """The clocks by which this activity is due."""
    return {rule.due for rule in _rules_that_hold(told) if rule.activity == activity}


def locked(told: Interviewing, activity: str) -> bool:
    """Whether the activity still waits for an agreement."""
    known = told.interview.known
    rules = [rule for rule in _rules_that_hold(told) if rule.activity == activity]
    assert rules, f"{activity} is not proposed"
    return any(rule.locked_unless is not None and not holds(rule.locked_unless, known) for rule in rules)


def closed(told: Interviewing) -> set[str]:
    """The level 1 activities that count as done in the interview."""
    return {rule.activity for rule in bcst2().closings if holds(rule.when, told.interview.known)}


def settled(told: Interviewing) -> tuple[str, str | None]:
    """What the settled test says, and by which limb."""
    status = decide(bcst2().decisions["settled_test"], told.interview.known)
    return status.status, status.limb


def every_question() -> list[Question]:
    """Every question there is, also inside groups."""
    placed = [one for outer in bcst2().order for one in (outer, *outer.members)]
    return [one.question for one in placed]


def every_option() -> list[tuple[Question, Option]]:
    return [(question, option) for question in every_question() for option in question.options]


def _rules_that_hold(told: Interviewing) -> list[ActionRule]:
    known = told.interview.known
    return [
        rule
        for rule in bcst2().actions
        if (rule.need is None or known.need(rule.need)) and (rule.when is None or holds(rule.when, known))
    ]

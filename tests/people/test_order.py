"""A plan follows from the answers alone: not from the order they came in, nor from having been derived before."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.answers_file import AnswersFile, Step, check_all_given, next_step, taken
from bcst_tui.interview.state import Interview
from bcst_tui.plan.as_json import plan_json
from bcst_tui.plan.deriving import derive
from tests.effort import TORTURE
from tests.people.conftest import Deciding, Playing
from tests.people.replaying import PEOPLE, answers, around, script

REORDERED = PEOPLE if TORTURE else ("care_leaver", "interpreter", "nowhere_to_live", "remand")
"""Between them: most questions, words of others, every part of a plan, and one not sentenced."""


@pytest.mark.parametrize("person", REORDERED)
def test_answers_in_another_order_lead_to_the_same_plan(person: str, playing: Playing, deciding: Deciding) -> None:
    interview = in_any_order(answers(person), Random(person))
    reference = around().reference
    plan = derive(interview, reference, consents=deciding(person).consents, is_over=True)
    assert plan_json(plan, interview, reference) == playing(person).plan


@pytest.mark.parametrize("person", PEOPLE)
def test_a_plan_derived_again_from_the_same_answers_is_the_same(person: str, deciding: Deciding) -> None:
    decided = deciding(person)
    for plan in (decided.before, decided.after):
        again = derive(decided.interview, around().reference, previous=plan, consents=decided.consents, is_over=True)
        assert again == plan


def in_any_order(file: AnswersFile, chance: Random) -> Interview:
    """The interview, answered at each turn with any answer whose question is on the path by then."""
    assert file.today is not None
    interview = file.begun(script(), file.today)
    while (step := any_step(file, interview, chance)) is not None:
        moved = taken(interview, step)
        assert not isinstance(moved, Rejection), moved.reason
        interview = moved
    check_all_given(file, interview)
    return interview


def any_step(file: AnswersFile, interview: Interview, chance: Random) -> Step | None:
    on_path, answered = interview.path.by_id, interview.standing.answers
    names = [name for name in file.answers if name in on_path and name not in answered]
    if not names:
        return None
    name = chance.choice(names)
    return next_step(replace(file, answers={name: file.answers[name]}), interview)

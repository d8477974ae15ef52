"""A script whose rules name what there is not is refused with file, line and remedy."""

from __future__ import annotations

import pytest

from bcst_tui.errors import ScriptError
from bcst_tui.plan.checking import check_script
from tests.plan.planning import reference
from tests.script.bcst2 import bcst2
from tests.vocabulary import script_of

SECTION = """
section: home
title: Home
rail: Home
questions:
  - {id: told, kind: choices, said: {standard: Told of?}, audience: housing_plan, options: [{id: a, said: A}]}
needs:
  - {id: home, group: ACC, title: A, said: A, when: {question: told, includes: a}, source: R40, audience: housing_plan}
actions:
  - {activity: ACC-2-01, need: home, due: new_need, source: R40}
closings:
  - {activity: ACC-1-01, when: {question: told, includes: a}}
signposts:
  - {question: told, option: a, service: council, activity: ACC-1-02}
"""


def test_the_shipped_script_names_only_what_there_is() -> None:
    check_script(bcst2(), reference())


def test_a_sound_section_passes() -> None:
    check_script(script_of(SECTION), reference())


@pytest.mark.parametrize(
    ("was", "becomes", "line", "words"),
    [
        ("ACC-2-01", "ACC-2-99", 10, "`ACC-2-99` is no activity"),
        ("ACC-2-01", "DVA-2-01", 10, "no place in an ordinary plan"),
        ("ACC-2-01", "ACC-3-02", 10, "no place in an ordinary plan"),
        ("ACC-1-01", "SUP-3-03", 12, "no place in an ordinary plan"),
        ("due: new_need", "due: new_ned", 10, "Did you mean `new_need`?"),
        ("service: council", "service: counsil", 14, "Did you mean `council`?"),
        ("service: council", "service: barnardos", 14, "no place in an ordinary plan"),
        ("Told of?}, audience: housing_plan", "Told of?}, audience: housing_plans", 6, "is no audience row"),
        ("source: R40, audience: housing_plan", "source: R40, audience: home_plan", 8, "is no audience row"),
        ("kind: choices,", "kind: choices, clock: last_12_week,", 6, "Did you mean `last_12_weeks`?"),
    ],
)
def test_a_name_that_stands_for_nothing_is_refused(was: str, becomes: str, line: int, words: str) -> None:
    assert was in SECTION
    with pytest.raises(ScriptError) as refusal:
        check_script(script_of(SECTION.replace(was, becomes, 1)), reference())
    assert words in str(refusal.value)
    assert f"home.yaml:{line}:" in str(refusal.value)

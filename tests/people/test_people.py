"""Fifteen invented people whose plans were worked out on paper first: what bcst derives is what a careful reader would.

Each has an answers file and, beside it, what was expected of it and why.
"""

from __future__ import annotations

import pytest

from bcst_tui.plan.as_json import plan_json
from tests.people.conftest import Deciding, Playing
from tests.people.replaying import (
    PEOPLE,
    actions,
    expected,
    in_brief,
    levels,
)

WORKED_OUT = ("needs", "markers", "levels", "actions", "signposts", "deadlines", "settled")
PAPERS_MISSING = {"no_ni_number", "proof_of_identity"}


def test_there_are_fifteen_of_them() -> None:
    assert len(PEOPLE) == 15


@pytest.mark.parametrize("person", PEOPLE)
def test_every_question_of_the_file_is_answered(person: str, playing: Playing) -> None:
    told = playing(person)
    assert "left open" not in told.said
    assert (told.plan["waiting"], told.plan["set_aside"]) == ([], [])


@pytest.mark.parametrize("part", WORKED_OUT)
@pytest.mark.parametrize("person", PEOPLE)
def test_the_plan_is_the_one_worked_out_by_hand(person: str, part: str, playing: Playing) -> None:
    assert in_brief(playing(person).plan)[part] == expected(person)[part]


@pytest.mark.parametrize("person", PEOPLE)
def test_a_need_rests_on_the_answer_it_was_worked_out_from(person: str, playing: Playing) -> None:
    needs = {one["code"]: one for one in playing(person).plan["needs"]}
    for code, answers in expected(person)["because"].items():
        assert [f"{one['question']}: {one['words']}" for one in needs[code]["evidence"]] == answers


@pytest.mark.parametrize("person", PEOPLE)
def test_what_there_is_no_ground_for_is_not_proposed(person: str, playing: Playing) -> None:
    proposed = actions(playing(person).plan)
    assert not set(expected(person)["not_proposed"]) & set(proposed)


@pytest.mark.parametrize("person", PEOPLE)
def test_the_levels_once_the_worker_has_spoken_to_them(person: str, deciding: Deciding) -> None:
    decided = deciding(person)
    assert levels(plan_json(decided.after, decided.interview)) == expected(person)["agreed"]["levels"]


@pytest.mark.parametrize("person", PEOPLE)
def test_level_3_changes_what_was_worked_out_and_nothing_else(person: str, deciding: Deciding) -> None:
    decided = deciding(person)
    before, after = (actions(plan_json(plan, decided.interview)) for plan in (decided.before, decided.after))
    changed = {code: after.get(code, "gone") for code in {**before, **after} if before.get(code) != after.get(code)}
    assert changed == expected(person)["agreed"]["actions"]


@pytest.mark.parametrize("person", PEOPLE)
def test_papers_that_are_missing_are_one_task(person: str, playing: Playing) -> None:
    serving = [one["activity"] for one in playing(person).plan["actions"] if PAPERS_MISSING & set(one["needs"])]
    assert len(serving) <= 1


@pytest.mark.parametrize("person", PEOPLE)
def test_every_need_has_something_planned(person: str, playing: Playing) -> None:
    assert [one["code"] for one in playing(person).plan["needs"] if one["without_action"]] == []


@pytest.mark.parametrize("person", PEOPLE)
def test_nobody_is_late_on_the_day_of_the_first_screening(person: str, playing: Playing) -> None:
    assert [one["title"] for one in playing(person).plan["deadlines"] if one["state"] == "late"] == []


def test_72_hours_across_the_night_the_clocks_go_back_end_an_hour_sooner(playing: Playing) -> None:
    notes = [one["note"] for one in playing("learning_disability").plan["deadlines"] if one["clock"] == "part_1"]
    assert [note.split(" that day")[0] for note in notes] == ["By 13:00"]

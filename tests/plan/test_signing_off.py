"""What is worth a look before a plan is agreed."""

from __future__ import annotations

from bcst_tui.plan.edits import add_need, edit_need
from bcst_tui.plan.signing_off import screening_tasks, still_open
from tests.plan.planning import MONDAY, plan_of, reference, taken
from tests.plan.test_actions import HOMELESS
from tests.script.bcst2 import telling

PLAN = plan_of(telling(**HOMELESS))


def said(*words: str) -> bool:
    return any(all(word in one for word in words) for one in still_open(PLAN, reference()))


def test_a_task_that_belongs_in_the_screening_and_is_open_is_named() -> None:
    assert said("FIN-1-01", "is open")
    assert not said("ACC-1-01")
    assert not said("PSH-1-01")


def test_a_need_not_confirmed_and_not_read_back_is_named() -> None:
    assert said("Not confirmed", "Not going back")
    assert said("Not read back", "Not going back")
    settled = taken(edit_need(PLAN, "nowhere_to_go_back", status="confirmed", persons_view="agreed"))
    assert not any("go back" in one for one in still_open(settled, reference()))


def test_a_need_without_any_action_is_named() -> None:
    added = taken(add_need(PLAN, "PSH", "A dentist", "in pain", MONDAY))
    assert "Nothing is planned for this yet: A dentist." in still_open(added, reference())


def test_a_missing_review_date_is_named() -> None:
    assert said("Choose a review date")


def test_the_seven_tasks_of_the_screening_are_told_with_how_they_stand() -> None:
    tasks = {one.activity: one.is_closed for one in screening_tasks(PLAN, reference())}
    assert list(tasks) == ["ACC-1-01", "ACC-1-02", "ACC-1-03", "ETE-1-01", "FIN-1-01", "FIN-1-02", "FIN-1-03"]
    assert tasks["ACC-1-01"] and not tasks["FIN-1-01"]


def test_over_four_years_what_is_not_asked_yet_is_not_open_in_the_screening() -> None:
    over = plan_of(telling(a05_total_sentence="over_4_years"))
    assert screening_tasks(over, reference()) == ()
    assert not any("belongs in the screening" in one for one in still_open(over, reference()))


def test_a_need_that_is_none_to_the_person_is_never_passed_over() -> None:
    theirs = taken(edit_need(PLAN, "nowhere_to_go_back", status="confirmed", persons_view="not_mine"))
    assert any("Not a need to the person" in one for one in still_open(theirs, reference()))


def test_in_the_last_12_weeks_each_health_need_is_to_be_marked_met_or_unmet() -> None:
    plan = taken(add_need(PLAN, "PSH", "A dentist", "in pain", MONDAY))
    told = "Neither met nor unmet yet, before release: A dentist."
    assert told in still_open(plan, reference(), at_review=True)
    assert told not in still_open(plan, reference())
    marked = taken(edit_need(plan, "added_1", status="unmet"))
    assert not any("Neither met" in one for one in still_open(marked, reference(), at_review=True))

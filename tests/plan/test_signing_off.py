"""What is worth a look before a plan is agreed."""

from __future__ import annotations

from bcst_tui.plan.edits import add_need, edit_need
from bcst_tui.plan.signing_off import still_open
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
    assert said("Not confirmed", "Cannot or will not go back")
    assert said("Not read back", "Cannot or will not go back")
    settled = taken(edit_need(PLAN, "nowhere_to_go_back", status="confirmed", persons_view="agreed"))
    assert not any("go back" in one for one in still_open(settled, reference()))


def test_a_need_without_any_action_is_named() -> None:
    added = taken(add_need(PLAN, "PSH", "A dentist", "in pain", MONDAY))
    assert "Nothing is planned for this yet: A dentist." in still_open(added, reference())


def test_a_missing_review_date_is_named() -> None:
    assert said("Choose a review date")

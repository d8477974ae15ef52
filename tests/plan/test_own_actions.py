"""Actions the worker words: no activity, but a need, rows, a date, and a life through deriving again."""

from __future__ import annotations

from datetime import date

import pytest

from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.edits import agree, edit_action, edit_need
from bcst_tui.plan.follow_ups import only_signposted, point_to
from bcst_tui.plan.model import Plan
from bcst_tui.plan.own_actions import add_action, group_of, remove_action
from tests.plan.planning import MONDAY, action_in, activities, again, plan_of, reference, refused, taken
from tests.plan.test_actions import HOMELESS
from tests.script.bcst2 import telling

TOLD = telling(**HOMELESS)
PLAN = plan_of(TOLD)
NEED = "nowhere_to_go_back"


def added(plan: Plan = PLAN, words: str = "Ring the sister about the sofa", need: str | None = NEED) -> Plan:
    return taken(add_action(plan, reference(), CaseDates(), words, need, MONDAY))


def test_it_belongs_to_its_need_and_takes_the_rows_of_it() -> None:
    own = action_in(added(), "own_1")
    assert own.needs == (NEED,) and own.source == "R27"
    assert own.audiences[:2] == ("actions", "worker_notes")
    assert "housing_plan" in own.audiences
    assert own.level == 2
    assert own.neutral == "Housing help"


def test_it_is_first_due_like_a_new_need() -> None:
    assert action_in(added(), "own_1").due.on == date(2026, 11, 30)


def test_the_next_one_has_the_next_number() -> None:
    assert {"own_1", "own_2"} <= activities(added(added(), "Find the keys", None))


@pytest.mark.parametrize(("words", "need"), [("  ", NEED), ("x" * 201, NEED), ("Ring", "no_such_need")])
def test_without_words_or_for_a_need_there_is_not_nothing_is_added(words: str, need: str) -> None:
    refused(add_action(PLAN, reference(), CaseDates(), words, need, MONDAY), "")


def test_a_dropped_need_gets_no_more_actions() -> None:
    dropped = again(TOLD, edit_need(PLAN, NEED, status="dropped", reason="has a place"))
    refused(add_action(dropped, reference(), CaseDates(), "Ring", NEED, MONDAY), "not in this plan")


def test_it_survives_deriving_again_as_it_was_decided() -> None:
    edited = edit_action(added(), "own_1", MONDAY, said_by="we_will", owner="Ms Heron", due="4/12/2026")
    own = action_in(again(TOLD, edited), "own_1")
    assert (own.said_by, own.owner, own.due.on, own.status) == ("we_will", "Ms Heron", date(2026, 12, 4), "proposed")


def test_it_stays_when_its_need_is_gone_and_is_support_then() -> None:
    told = TOLD.revises(c02_back_there="yes")
    plan = plan_of(told, added())
    assert action_in(plan, "own_1").needs == ()
    assert group_of(plan, "own_1") == "SUP"
    assert group_of(added(), "own_1") == "ACC"


def test_it_is_agreed_with_the_plan_and_stays() -> None:
    agreed = again(TOLD, agree(added(), MONDAY))
    assert action_in(agreed, "own_1").status == "agreed"


def test_it_may_turn_out_not_to_be_needed() -> None:
    edited = edit_action(added(need=None), "own_1", MONDAY, status="not_needed", reason="she rang herself")
    assert action_in(again(TOLD, edited), "own_1").status == "not_needed"


def test_it_counts_as_more_than_pointing_somewhere() -> None:
    assert NEED not in {one.code for one in only_signposted(added())}


def test_a_service_named_for_it_is_as_private_as_the_action() -> None:
    plan = again(TOLD, point_to(added(), reference(), "citizens_advice", "own_1", MONDAY, None))
    (named,) = [one for one in plan.signposts if one.activity == "own_1"]
    assert set(action_in(plan, "own_1").audiences) <= set(named.audiences)
    refused(remove_action(plan, "own_1"), "a service is named")


def test_it_is_taken_out_until_it_is_agreed() -> None:
    assert "own_1" not in activities(again(TOLD, remove_action(added(), "own_1")))
    refused(remove_action(agree(added(), MONDAY), "own_1"), "stays in the plan")


def test_no_action_of_the_specification_is_taken_out() -> None:
    refused(remove_action(PLAN, "ACC-2-01"), "only an action you added")

"""What was done is written down with its day, and only what was done in full ends anything."""

from __future__ import annotations

from datetime import date

import pytest

from bcst_tui.plan.deliveries import day_done, deliver, deliveries_of
from bcst_tui.plan.edits import edit_need
from bcst_tui.plan.model import Delivery, DeliveryExtent, DueDate, Plan, Stamp
from tests.plan.planning import FRIDAY, MONDAY, action_in, again, need_in, plan_of, refused, taken
from tests.plan.test_actions import HOMELESS
from tests.script.bcst2 import telling

TOLD = telling(**HOMELESS)
PLAN = plan_of(TOLD)
NEED = "nowhere_to_go_back"
WORKER = Stamp(MONDAY, "Resettlement worker")


def test_what_was_done_in_part_keeps_the_action_under_way() -> None:
    plan = again(TOLD, deliver(PLAN, "ACC-2-01", "Two forms sent", "part", WORKER, NEED))
    assert plan.deliveries == (Delivery("ACC-2-01", NEED, MONDAY, "Resettlement worker", "Two forms sent", "part"),)
    one = action_in(plan, "ACC-2-01")
    assert (one.status, one.status_on, one.status_by) == ("in_progress", MONDAY, "Resettlement worker")


def test_what_was_done_in_full_may_close_the_action_and_meet_the_need() -> None:
    plan = deliver(PLAN, "ACC-2-01", "A room was found", "full", WORKER, NEED, closes=True, meets=True)
    plan = again(TOLD, plan)
    one = action_in(plan, "ACC-2-01")
    assert (one.status, one.due, need_in(plan, NEED).status) == ("delivered", DueDate("delivered", MONDAY), "met")


def test_what_was_done_in_full_may_leave_both_open() -> None:
    plan = again(TOLD, deliver(PLAN, "ACC-2-01", "All forms sent", "full", WORKER, NEED))
    assert (action_in(plan, "ACC-2-01").status, need_in(plan, NEED).status) == ("in_progress", "proposed")


@pytest.mark.parametrize("extent", ["part", "attempted"])
def test_what_was_not_done_in_full_ends_nothing(extent: DeliveryExtent) -> None:
    refused(deliver(PLAN, "ACC-2-01", "Rang", extent, WORKER, NEED, closes=True), "in full")
    refused(deliver(PLAN, "ACC-2-01", "Rang", extent, WORKER, NEED, meets=True), "in full")


def test_several_things_done_stand_in_the_order_of_their_days() -> None:
    plan = taken(deliver(PLAN, "ACC-2-01", "Second", "part", Stamp(FRIDAY)))
    plan = taken(deliver(plan, "ACC-2-01", "First", "attempted", Stamp(MONDAY)))
    assert [one.what for one in deliveries_of(plan, "ACC-2-01")] == ["First", "Second"]
    assert deliveries_of(plan, "ACC-1-01") == ()


def test_what_is_done_after_the_action_closed_leaves_it_closed() -> None:
    plan = taken(deliver(PLAN, "ACC-2-01", "Found", "full", WORKER, closes=True))
    later = taken(deliver(plan, "ACC-2-01", "Keys fetched", "part", Stamp(FRIDAY)))
    assert (action_in(later, "ACC-2-01").status, action_in(later, "ACC-2-01").status_on) == ("delivered", MONDAY)


def test_nothing_is_done_of_what_waits_for_the_persons_yes() -> None:
    refused(deliver(PLAN, "ACC-3-01", "Rang the council", "part", WORKER), "has to wait")


def test_what_says_nothing_or_belongs_nowhere_is_refused() -> None:
    refused(deliver(PLAN, "ACC-9-99", "x", "full", WORKER), "not in this plan")
    refused(deliver(PLAN, "ACC-2-01", " ", "full", WORKER), "say what was done")
    refused(deliver(PLAN, "ACC-2-01", "x" * 201, "full", WORKER), "200 letters")
    refused(deliver(PLAN, "ACC-2-01", "x", "nearly", WORKER), "how far")  # type: ignore[arg-type]
    refused(deliver(PLAN, "ACC-2-01", "x", "full", WORKER, "no_need"), "need is not in this plan")
    dropped = taken(edit_need(PLAN, NEED, status="dropped", reason="has a place"))
    refused(deliver(dropped, "ACC-2-01", "x", "full", WORKER, NEED), "need is not in this plan")


def test_done_needs_a_day_that_has_been() -> None:
    assert day_done("", MONDAY) == MONDAY
    assert day_done("20/11/2026", MONDAY) == date(2026, 11, 20)
    refused(day_done("24/11/2026", MONDAY), "still to come")
    refused(day_done("soon", MONDAY), "not a date")


def test_what_was_done_stays_when_nothing_calls_for_the_action_any_longer() -> None:
    plan = taken(deliver(PLAN, "ACC-2-01", "Two forms sent", "part", WORKER, NEED))
    housed: Plan = plan_of(telling(), plan)
    assert housed.deliveries == plan.deliveries
    assert action_in(housed, "ACC-2-01").status == "not_needed"

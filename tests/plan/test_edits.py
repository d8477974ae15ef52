"""What a worker decides about a plan, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from bcst_tui.plan.edits import add_need, agree, agree_level, edit_action, edit_need
from bcst_tui.plan.levels import group_levels
from bcst_tui.plan.model import ActionStatus, DueDate, Plan
from tests.plan.planning import FRIDAY, MONDAY, action_in, again, need, need_in, plan_of, refused, taken
from tests.plan.test_actions import HOMELESS
from tests.script.bcst2 import telling

TOLD = telling(**HOMELESS)
PLAN = plan_of(TOLD)
NEED = "nowhere_to_go_back"


def test_a_need_is_confirmed() -> None:
    assert need_in(taken(edit_need(PLAN, NEED, status="confirmed")), NEED).status == "confirmed"


def test_a_need_is_dropped_only_with_a_reason() -> None:
    refused(edit_need(PLAN, NEED, status="dropped", reason=" "), "say why")
    dropped = need_in(taken(edit_need(PLAN, NEED, status="dropped", reason="has a new place")), NEED)
    assert (dropped.status, dropped.reason) == ("dropped", "has a new place")


def test_a_dropped_need_is_confirmed_before_anything_else_is_said_of_it() -> None:
    dropped = taken(edit_need(PLAN, NEED, status="dropped", reason="has a new place"))
    refused(edit_need(dropped, NEED, status="met"), "confirm it first")
    assert need_in(taken(edit_need(dropped, NEED, status="confirmed")), NEED).reason == ""


def test_the_persons_own_view_of_a_need_is_kept_beside_the_workers() -> None:
    seen = need_in(taken(edit_need(PLAN, NEED, persons_view="not_mine")), NEED)
    assert (seen.status, seen.persons_view) == ("proposed", "not_mine")


def test_a_need_that_is_not_there_and_a_status_there_is_not_are_refused() -> None:
    refused(edit_need(PLAN, "no_such_need", status="met"), "not in this plan")
    refused(edit_need(PLAN, NEED, status="forgotten"), "cannot be said")  # type: ignore[arg-type]


def test_a_need_added_is_confirmed_dated_and_for_the_worker_alone() -> None:
    plan = taken(add_need(PLAN, "PSH", "  A dentist\x1b ", "in pain today", MONDAY, origin="person"))
    added = need_in(plan, "added_1")
    assert (added.title, added.status, added.origin, added.found_on) == ("A dentist", "confirmed", "person", MONDAY)
    assert "worker_notes" in added.audiences
    assert taken(add_need(plan, "PSH", "Glasses", "cannot read the form", MONDAY)).needs[-1].code == "added_2"


@pytest.mark.parametrize(
    ("group", "title", "reason", "words"),
    [
        ("ACC", "", "why", "say what is needed"),
        ("ACC", "A home", "", "how you know"),
        ("DVA", "A home", "why", "belongs to one of"),
        ("ACC", "x" * 201, "why", "200 letters"),
    ],
)
def test_a_need_added_must_say_what_why_and_where(group: str, title: str, reason: str, words: str) -> None:
    refused(add_need(PLAN, group, title, reason, MONDAY), words)


def test_level_3_needs_a_confirmed_need_before_it_is_agreed() -> None:
    refused(agree_level(PLAN, "ACC", True), "confirm one here first")
    confirmed = taken(edit_need(PLAN, NEED, status="confirmed"))
    assert isinstance(agree_level(confirmed, "ACC", True), Plan)


def test_a_no_to_level_3_needs_a_reason() -> None:
    confirmed = taken(edit_need(PLAN, NEED, status="confirmed"))
    refused(agree_level(confirmed, "ACC", False), "say why")


def test_level_3_without_a_marker_needs_the_workers_reason() -> None:
    needs = (need(),)
    plan = Plan(needs=needs, levels=group_levels(needs, ()))
    refused(agree_level(plan, "ACC", True), "no marker")
    assert isinstance(agree_level(plan, "ACC", True, "three moves this year"), Plan)
    refused(agree_level(plan, "XYZ", True), "belongs to one of")


def test_an_action_gets_an_owner_a_date_and_who_said_they_will() -> None:
    edited = taken(edit_action(PLAN, "ACC-2-01", MONDAY, said_by="we_will", owner="Sam Test", due="12/3/2027"))
    asked = action_in(edited, "ACC-2-01")
    assert (asked.said_by, asked.owner, asked.due) == (
        "we_will",
        "Sam Test",
        DueDate("agreed_date", date(2027, 3, 12)),
    )


def test_done_has_a_date_and_undoing_it_takes_the_date_away() -> None:
    done = taken(edit_action(PLAN, "ACC-2-01", MONDAY, status="delivered"))
    assert action_in(done, "ACC-2-01").due == DueDate("delivered", MONDAY)
    undone = taken(edit_action(done, "ACC-2-01", MONDAY, status="in_progress"))
    assert action_in(undone, "ACC-2-01").due.on is None


@pytest.mark.parametrize("due", ["soon", "31/2/2027", "20/11/2026", ""])
def test_a_date_that_is_none_or_over_is_refused(due: str) -> None:
    refused(edit_action(PLAN, "ACC-2-01", MONDAY, due=due), "date" if due != "20/11/2026" else "over")


def test_nothing_is_due_once_it_is_done() -> None:
    done = taken(edit_action(PLAN, "ACC-2-01", MONDAY, status="delivered"))
    refused(edit_action(done, "ACC-2-01", MONDAY, due="12/3/2027"), "is done")


@pytest.mark.parametrize("status", ["not_possible", "not_needed", "held"])
def test_what_stops_an_action_is_said(status: ActionStatus) -> None:
    refused(edit_action(PLAN, "ACC-2-01", MONDAY, status=status), "say why")
    assert isinstance(edit_action(PLAN, "ACC-2-01", MONDAY, status=status, reason="no room"), Plan)


def test_what_is_passed_on_says_to_whom() -> None:
    refused(edit_action(PLAN, "ACC-2-01", MONDAY, status="transferred"), "to whom")
    refused(edit_action(PLAN, "ACC-2-01", MONDAY, status="transferred", passed_to="x" * 201), "200 letters")
    passed = taken(edit_action(PLAN, "ACC-2-01", MONDAY, status="transferred", passed_to="the team outside"))
    assert action_in(passed, "ACC-2-01").passed_to == "the team outside"
    back = taken(edit_action(passed, "ACC-2-01", MONDAY, status="in_progress"))
    assert action_in(back, "ACC-2-01").passed_to == ""


def test_how_an_action_stands_keeps_its_day_and_who_said_so() -> None:
    assert (action_in(PLAN, "ACC-2-01").status_on, action_in(PLAN, "ACC-2-01").status_by) == (None, "")
    begun = again(TOLD, edit_action(PLAN, "ACC-2-01", MONDAY, status="in_progress", by="Resettlement worker"))
    dated = again(TOLD, edit_action(begun, "ACC-2-01", FRIDAY, due="12/3/2027", by="Somebody else"))
    one = action_in(dated, "ACC-2-01")
    assert (one.status_on, one.status_by) == (MONDAY, "Resettlement worker"), "another change leaves it as it was"
    agreed = action_in(again(TOLD, agree(PLAN, FRIDAY, "Resettlement worker")), "ACC-2-01")
    assert (agreed.status, agreed.status_on, agreed.status_by) == ("agreed", FRIDAY, "Resettlement worker")


def test_what_everyone_is_offered_is_never_not_needed() -> None:
    refused(edit_action(PLAN, "FIN-1-01", MONDAY, status="not_needed", reason="no debts"), "everyone")
    assert isinstance(edit_action(PLAN, "FIN-1-01", MONDAY, status="declined"), Plan)


@pytest.mark.parametrize("status", ["agreed", "in_progress", "delivered", "transferred"])
def test_what_waits_for_the_persons_yes_cannot_begin(status: ActionStatus) -> None:
    refused(edit_action(PLAN, "ACC-3-01", MONDAY, status=status, reason="why"), "has to wait")


def test_what_waits_for_the_persons_yes_may_still_be_declined() -> None:
    assert isinstance(edit_action(PLAN, "ACC-3-01", MONDAY, status="declined"), Plan)


def test_an_owner_cannot_be_nobody() -> None:
    refused(edit_action(PLAN, "ACC-2-01", MONDAY, owner="  "), "say who")
    refused(edit_action(PLAN, "ACC-2-01", MONDAY, owner="x" * 201), "200 letters")


def test_an_action_that_is_not_there_and_a_status_there_is_not_are_refused() -> None:
    refused(edit_action(PLAN, "ACC-9-99", MONDAY, status="agreed"), "not in this plan")
    refused(edit_action(PLAN, "ACC-2-01", MONDAY, status="lost"), "cannot be said")  # type: ignore[arg-type]


def test_agreeing_numbers_and_dates_the_plan_and_what_stands_in_it() -> None:
    agreed = agree(PLAN, MONDAY)
    assert (agreed.version, agreed.agreed_on) == (1, MONDAY)
    assert {one.status for one in agreed.needs} == {"confirmed"}
    assert {one.status for one in agreed.actions} == {"agreed", "held", "delivered"}
    assert agree(agreed, MONDAY).version == 2

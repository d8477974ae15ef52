"""No signpost without a follow-up, no follow-up closed without an outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from bcst_tui.disclosure.safe_contact import Channel, SafeContact
from bcst_tui.plan.asking_again import review_day
from bcst_tui.plan.deriving import derive
from bcst_tui.plan.due_dates import DUE_KINDS
from bcst_tui.plan.follow_ups import (
    SAFE_CONTACT_ONLY,
    close,
    close_signpost,
    date_follow_up,
    only_signposted,
    point_to,
    say_safe,
    signpost,
    without_action,
)
from bcst_tui.plan.model import (
    Action,
    Check,
    Deadline,
    DueDate,
    FollowUp,
    FollowUpOutcome,
    Plan,
    SafeToContact,
    SignpostHow,
    Stamp,
)
from bcst_tui.reference.audience import AUDIENCES
from tests.plan.planning import MONDAY, again, need, plan_of, reference, refused, taken
from tests.script.bcst2 import telling

TODAY = Stamp(MONDAY, "Resettlement worker")
GIVEN = signpost(reference(), "citizens_advice", "FIN-1-03", MONDAY, None)
OUTCOMES: tuple[FollowUpOutcome, ...] = get_args(FollowUpOutcome)
OPEN_ENDED = ("not_yet", "service_refused", "not_reached")


def action(provider: str, *needs: str) -> Action:
    due = DueDate(DUE_KINDS[0], MONDAY)
    return Action("PSH-2-01", "Reach care", "Care", "Advice", provider, "A service", 2, needs, due, ("health",), "R73")


def test_a_signpost_brings_its_follow_up_10_working_days_on() -> None:
    assert GIVEN.follow_up == FollowUp(DueDate("signpost_follow_up", date(2026, 12, 7)))
    assert (GIVEN.service_name, GIVEN.how, GIVEN.audiences) == ("Citizens Advice", "told", ("income_benefits",))


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_outcome_that_leaves_something_open_demands_a_next_step(outcome: FollowUpOutcome) -> None:
    closed = close(GIVEN.follow_up, outcome, reference(), "  ", stamp=TODAY)
    if outcome in OPEN_ENDED:
        refused(closed, "what happens next")
    else:
        assert isinstance(closed, FollowUp) and closed.outcome == outcome


@pytest.mark.parametrize("outcome", ["not_yet", "service_refused"])
def test_with_a_next_step_it_closes(outcome: FollowUpOutcome) -> None:
    closed = close(GIVEN.follow_up, outcome, reference(), "ring again on Friday", stamp=TODAY)
    assert closed == FollowUp(
        GIVEN.follow_up.due,
        "closed",
        outcome,
        "ring again on Friday",
        (Check(MONDAY, "Resettlement worker", outcome, "ring again on Friday"),),
    )


def test_three_dated_tries_close_as_not_reached_and_two_do_not() -> None:
    plan = Plan(signposts=(GIVEN,))
    for day in ("1/12/2026", "8/12/2026"):
        refused(close_signpost(plan, "citizens_advice", "not_reached", reference(), "leave it", stamp=TODAY), "of 3")
        plan = taken(close_signpost(plan, "citizens_advice", "not_reached", reference(), stamp=TODAY, ask_again=day))
        assert plan.signposts[0].follow_up.status == "open"
    assert plan.signposts[0].follow_up.due == DueDate("agreed_date", date(2026, 12, 8))
    plan = taken(close_signpost(plan, "citizens_advice", "not_reached", reference(), "leave it", stamp=TODAY))
    (one,) = plan.signposts
    assert (one.follow_up.status, [check.on for check in one.follow_up.checks]) == ("closed", [MONDAY] * 3)


def test_what_waits_is_asked_about_again_and_a_closed_one_opens_again() -> None:
    closed = taken(close_signpost(Plan(signposts=(GIVEN,)), "citizens_advice", "met", reference(), stamp=TODAY))
    plan = taken(close_signpost(closed, "citizens_advice", "not_yet", reference(), stamp=TODAY, ask_again="7/12/2026"))
    (one,) = plan.signposts
    assert (one.status, one.follow_up.status, one.follow_up.outcome) == ("given", "open", None)
    assert [check.outcome for check in one.follow_up.checks] == ["met", "not_yet"]
    over = close_signpost(plan, "citizens_advice", "not_yet", reference(), stamp=TODAY, ask_again="1/1/2020")
    refused(over, "that day is over")


def test_not_safe_to_get_in_touch_is_kept_with_the_service_and_names_the_safe_contact() -> None:
    plan = taken(
        close_signpost(Plan(signposts=(GIVEN,)), "citizens_advice", "unsafe_to_contact", reference(), stamp=TODAY)
    )
    assert (plan.signposts[0].safe_to_contact, plan.signposts[0].follow_up.next_step) == ("no", SAFE_CONTACT_ONLY)
    safe = taken(say_safe(plan, "citizens_advice", "FIN-1-03", "yes"))
    assert safe.signposts[0].safe_to_contact == "yes"
    refused(say_safe(plan, "council", "FIN-1-03", "yes"), "not among")
    refused(say_safe(plan, "citizens_advice", "FIN-1-03", "maybe"), "whether it is safe")  # type: ignore[arg-type]


def test_something_can_be_asked_again_at_the_next_review() -> None:
    opens, over = Deadline("last_12_weeks", "w", date(2027, 1, 4), "on_time"), date(2026, 11, 1)
    plan = Plan(deadlines=(Deadline("review", "r", over, "late"), opens))
    assert review_day(plan.deadlines, MONDAY) == DueDate("last_12_weeks", date(2027, 1, 4))
    assert review_day((), MONDAY) is None


@pytest.mark.parametrize("how", ["introduced", "rang_together", "went_with"])
def test_going_along_introducing_and_ringing_together_are_active_steps(how: SignpostHow) -> None:
    pointing = Plan(needs=(need("PSH"),), actions=(action("SIGNPOST", "a_home"),))
    given = replace(GIVEN, activity="PSH-2-01")
    assert only_signposted(replace(pointing, signposts=(given,))) == pointing.needs
    assert only_signposted(replace(pointing, signposts=(replace(given, how=how),))) == ()
    met = tuple(replace(one, status="met") for one in pointing.needs)
    assert only_signposted(replace(pointing, signposts=(given,), needs=met)) == ()


def test_what_is_no_outcome_is_refused() -> None:
    refused(close(GIVEN.follow_up, "nothing", reference(), stamp=TODAY), "say what came of it")  # type: ignore[arg-type]


def test_closing_a_follow_up_closes_its_signpost() -> None:
    plan = taken(close_signpost(Plan(signposts=(GIVEN,)), "citizens_advice", "engaged", reference(), stamp=TODAY))
    assert (plan.signposts[0].status, plan.signposts[0].follow_up.outcome) == ("closed", "engaged")


def test_a_follow_up_of_a_service_never_named_cannot_be_closed() -> None:
    refused(close_signpost(Plan(), "citizens_advice", "engaged", reference(), stamp=TODAY), "not among")


def test_a_need_met_by_a_signpost_alone_is_flagged() -> None:
    plan = Plan(needs=(need(),), actions=(action("SIGNPOST", "a_home"),))
    assert only_signposted(plan) == plan.needs
    helped = replace(plan, actions=(*plan.actions, action("HOST", "a_home")))
    assert only_signposted(helped) == ()


def test_a_step_that_was_declined_does_not_count_as_help() -> None:
    declined = replace(action("HOST", "a_home"), status="declined")
    plan = Plan(needs=(need(),), actions=(action("SIGNPOST", "a_home"), declined))
    assert only_signposted(plan) == plan.needs


def test_a_need_with_nothing_planned_is_told_apart() -> None:
    plan = Plan(needs=(need(), need(status="dropped", code="another")))
    assert without_action(plan) == plan.needs[:1]
    assert only_signposted(plan) == ()


def test_a_signpost_given_apart_from_the_interview_is_kept() -> None:
    told = telling(b08_go_on="go_on")
    plan = again(told, point_to(plan_of(told), reference(), "stepchange", "FIN-1-03", MONDAY, None, "rang_together"))
    assert [(one.service, one.how, one.follow_up.due.on) for one in plan.signposts] == [
        ("stepchange", "rang_together", date(2026, 12, 7))
    ]
    refused(point_to(plan, reference(), "stepchange", "FIN-1-03", MONDAY, None), "already")


@pytest.mark.parametrize("service", ["barnardos", "border_agency", "no_such_service"])
def test_a_service_of_the_private_part_or_never_proposed_is_refused(service: str) -> None:
    refused(point_to(plan_of(telling()), reference(), service, "FIN-1-03", MONDAY, None), "cannot be named")


@pytest.mark.parametrize(
    ("name", "tells"),
    [
        ("Women’s Aid, Marsh Lane", True),
        ("Sexual Health Advisers", True),
        ("A refuge", True),
        ("Citizens Advice", False),
    ],
)
def test_a_service_whose_name_tells_is_named_to_whoever_works_on_the_plan_and_to_itself(name: str, tells: bool) -> None:
    known = reference()
    here = known.services["council"].model_copy(update={"name": name})
    named = replace(known, services={**known.services, "council": here})
    given = point_to(plan_of(telling()), named, "council", "ACC-1-02", MONDAY, None)
    [rows] = [one.audiences for one in taken(given).signposts if one.service == "council"]
    assert ("services_that_tell" in rows) == tells
    row = known.matrix.rows["services_that_tell"]
    assert {one for one in AUDIENCES if row.code_for(one) == "-"} == {"CELL", "RO", "STAT", "MI"}


def test_no_service_that_ships_for_the_ordinary_plan_tells_by_its_name() -> None:
    assert [one.name for one in reference().services.values() if one.may_be_named and reference().tells(one.name)] == []


def test_a_signpost_without_an_action_is_refused() -> None:
    refused(point_to(plan_of(telling()), reference(), "council", "ACC-2-07", MONDAY, None), "belongs to an action")
    refused(
        point_to(plan_of(telling()), reference(), "council", "ACC-1-02", MONDAY, None, "by_post"),  # type: ignore[arg-type]
        "say how",
    )


def test_two_signposts_to_one_service_are_closed_apart() -> None:
    twice = Plan(signposts=(GIVEN, replace(GIVEN, activity="SUP-1-02")))
    plan = taken(close_signpost(twice, "citizens_advice", "met", reference(), activity_id="SUP-1-02", stamp=TODAY))
    assert [one.status for one in plan.signposts] == ["given", "closed"]


@pytest.mark.parametrize(
    ("channel", "ended", "safe"),
    [("letter", False, "yes"), ("i_will_contact_you", False, "no"), ("letter", True, "not_asked")],
)
def test_a_service_ticked_starts_from_what_the_person_said_of_getting_in_touch(
    channel: Channel, ended: bool, safe: SafeToContact
) -> None:
    contact = SafeContact(channel, set_on=MONDAY, ended=ended)
    told = telling(b08_go_on="go_on", c22_advice_given=["told_of_citizens_advice"])
    before = derive(told.interview, reference())
    assert [one.safe_to_contact for one in before.signposts] == ["not_asked"]
    after = derive(told.interview, reference(), previous=before, contact=contact)
    assert [one.safe_to_contact for one in after.signposts] == [safe]
    again = derive(told.interview, reference(), previous=after)
    assert [one.safe_to_contact for one in again.signposts] == [safe], "what was said stays with the service"


def test_a_tick_in_the_interview_is_a_signpost() -> None:
    plan = plan_of(telling(b08_go_on="go_on", c22_advice_given=["told_of_citizens_advice", "deposit_help"]))
    assert [(one.service, one.activity) for one in plan.signposts] == [("citizens_advice", "ACC-1-02")]


def test_the_day_of_a_follow_up_can_be_agreed_and_stays() -> None:
    told = telling(b08_go_on="go_on")
    plan = again(told, point_to(plan_of(told), reference(), "stepchange", "FIN-1-03", MONDAY, None))
    dated = again(told, date_follow_up(plan, "stepchange", "FIN-1-03", "15/12/2026", MONDAY))
    (one,) = dated.signposts
    assert one.follow_up.due.on == date(2026, 12, 15)
    refused(date_follow_up(plan, "stepchange", "FIN-1-03", "1/1/2020", MONDAY), "that day is over")
    refused(date_follow_up(plan, "council", "FIN-1-03", "15/12/2026", MONDAY), "not among the signposts")
    closed = taken(close_signpost(dated, "stepchange", "met", reference(), stamp=TODAY))
    refused(date_follow_up(closed, "stepchange", "FIN-1-03", "15/12/2026", MONDAY), "written down")

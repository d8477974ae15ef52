"""Referrals go step by step, leave only with the person's yes, and are looked into before release."""

from __future__ import annotations

from datetime import date

import pytest

from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.follow_ups import only_signposted
from bcst_tui.plan.model import Action, CaseloadCheck, DueDate, Plan, Referral, ReferralStatus, Stamp
from bcst_tui.plan.referrals import (
    date_check,
    draft,
    go_on,
    needs_caseload_check,
    referrals_kept,
    say_caseload,
    wants_aftercare,
)
from bcst_tui.plan.signing_off import still_open
from bcst_tui.plan.timeline import timeline
from tests.plan.planning import FRIDAY, MONDAY, action_in, need, plan_of, reference, refused, taken
from tests.plan.test_actions import HOMELESS
from tests.script.bcst2 import telling

WORKER = Stamp(MONDAY, "Resettlement worker")
OUTSIDE = "citizens_advice"
RELEASE = CaseDates(release=date(2027, 3, 12))
HOUSING = plan_of(telling(**HOMELESS))


def of(plan: Plan, number: int = 1) -> Referral:
    return next(one for one in plan.referrals if one.number == number)


def action(activity: str) -> Action:
    rows = ("substance",)
    due = DueDate("new_need", MONDAY)
    return Action(activity, "Reach help", "Help", "Health", "SIGNPOST", "A service", 2, ("a_home",), due, rows, "R59")


DRUGS = Plan(needs=(need("PSH"),), actions=(action("PSH-2-02"), action("PSH-3-01")))


def stepped(plan: Plan, *steps: ReferralStatus, number: int = 1, dates: CaseDates = RELEASE) -> Plan:
    for step in steps:
        words = "no room" if step == "rejected" else ""
        how = "spoken" if step == "consented" else None
        plan = taken(go_on(plan, number, step, reference(), dates, WORKER, words=words, given_how=how))  # type: ignore[arg-type]
    return plan


def sent(dates: CaseDates = RELEASE) -> Plan:
    drafted = taken(draft(HOUSING, reference(), "council", "ACC-2-01", WORKER))
    return stepped(drafted, "consented", "sent", dates=dates)


def test_a_referral_is_drafted_and_nothing_is_due_before_it_is_sent() -> None:
    one = of(taken(draft(HOUSING, reference(), "council", "ACC-2-01", WORKER)))
    assert (one.status, one.check.on, one.audiences) == ("drafted", None, ("housing_plan",))
    assert [(step.status, step.on, step.by) for step in one.steps] == [("drafted", MONDAY, "Resettlement worker")]


def test_nothing_is_sent_before_the_person_agrees() -> None:
    drafted = taken(draft(HOUSING, reference(), "council", "ACC-2-01", WORKER))
    refused(go_on(drafted, 1, "sent", reference(), RELEASE, WORKER), "before the person agrees")
    refused(go_on(drafted, 1, "consented", reference(), RELEASE, WORKER), "how the person agreed")
    assert of(taken(go_on(drafted, 1, "sent", reference(), RELEASE, WORKER, consented=True))).status == "sent"
    assert of(sent()).given_how == "spoken"


def test_a_housing_referral_is_looked_into_28_days_and_again_5_working_days_before_release() -> None:
    plan = sent()
    assert of(plan).check == DueDate("housing_referral", date(2027, 2, 12), "Again on 5 March 2027.")
    looked = taken(go_on(plan, 1, "waiting", reference(), RELEASE, Stamp(date(2027, 2, 12))))
    assert of(looked).check.on == date(2027, 3, 5)
    again = taken(go_on(looked, 1, "waiting", reference(), RELEASE, Stamp(date(2027, 3, 5))))
    assert (of(again).check.on, "last time" in of(again).check.note) == (None, True)


def test_with_no_release_date_it_is_looked_into_after_10_working_days_and_then_every_20() -> None:
    plan = sent(CaseDates())
    assert of(plan).check.on == date(2026, 12, 7)
    looked = taken(go_on(plan, 1, "waiting", reference(), CaseDates(), Stamp(date(2026, 12, 7))))
    assert of(looked).check.on == date(2027, 1, 7)


def test_a_release_that_moves_moves_the_check_unless_its_day_was_agreed() -> None:
    plan, sooner = sent(), CaseDates(release=date(2027, 1, 22))
    assert referrals_kept(plan, reference(), sooner)[0].check.on == date(2026, 12, 24)
    dated = taken(date_check(plan, 1, "15/12/2026", MONDAY))
    assert referrals_kept(dated, reference(), sooner)[0].check.on == date(2026, 12, 15)
    refused(date_check(plan, 1, "1/1/2020", MONDAY), "that day is over")
    refused(date_check(plan, 7, "15/12/2026", MONDAY), "not in this plan")
    refused(date_check(stepped(plan, "withdrawn"), 1, "15/12/2026", MONDAY), "as it stands")


@pytest.mark.parametrize("end", ["rejected", "withdrawn"])
def test_what_has_ended_goes_nowhere_and_can_be_begun_anew(end: ReferralStatus) -> None:
    plan = stepped(sent(), end)
    assert of(plan).check.on is None
    refused(go_on(plan, 1, "accepted", reference(), RELEASE, WORKER), "can't go there")
    assert of(taken(draft(plan, reference(), "council", "ACC-2-01", WORKER)), 2).status == "drafted"


def test_a_referral_turned_down_says_why() -> None:
    refused(go_on(sent(), 1, "rejected", reference(), RELEASE, WORKER), "why they turned it down")
    assert of(stepped(sent(), "rejected")).steps[-1].words == "no room"
    refused(go_on(sent(), 1, "rejected", reference(), RELEASE, WORKER, words="x" * 201), "200 letters")


def test_what_cannot_be_begun_is_refused() -> None:
    refused(draft(HOUSING, reference(), "border_agency", "ACC-2-01", WORKER), "cannot be named")
    refused(draft(HOUSING, reference(), "council", "ACC-9-99", WORKER), "belongs to an action")
    refused(draft(HOUSING, reference(), "council", "ACC-3-01", WORKER), "has to wait")
    refused(draft(sent(), reference(), "council", "ACC-2-01", WORKER), "under way")
    refused(go_on(HOUSING, 1, "sent", reference(), RELEASE, WORKER), "not in this plan")


def test_drug_treatment_names_its_tier_and_the_last_one_wants_care_afterwards() -> None:
    refused(draft(DRUGS, reference(), "substance_service", "PSH-2-02", WORKER), "which tier")
    plan = taken(draft(DRUGS, reference(), "substance_service", "PSH-3-01", WORKER, tier=4))
    plan = stepped(plan, "consented", "sent", "accepted")
    assert not wants_aftercare(plan, of(plan))
    plan = stepped(plan, "done")
    assert wants_aftercare(plan, of(plan))
    after = taken(draft(plan, reference(), "substance_service", "PSH-2-02", WORKER, tier=2))
    assert not wants_aftercare(after, of(after))


@pytest.mark.parametrize(
    ("answer", "goes"), [("known", True), ("not_known", True), ("no_answer", True), ("asked", False)]
)
def test_a_second_referral_outside_waits_for_whether_they_know_the_person(answer: CaseloadCheck, goes: bool) -> None:
    plan = taken(draft(DRUGS, reference(), "prison_healthcare", "PSH-2-02", WORKER, tier=2))
    plan = stepped(plan, "consented", "sent")
    plan = taken(draft(plan, reference(), OUTSIDE, "PSH-3-01", WORKER, tier=3))
    plan = stepped(plan, "consented", number=2)
    refused(go_on(plan, 2, "sent", reference(), RELEASE, WORKER), "know them already")
    asked = taken(say_caseload(plan, 2, answer, FRIDAY))
    assert isinstance(go_on(asked, 2, "sent", reference(), RELEASE, WORKER), Plan) is goes
    refused(say_caseload(plan, 2, "maybe", FRIDAY), "what they answer")  # type: ignore[arg-type]


def test_care_inside_the_prison_never_waits_for_that() -> None:
    plan = taken(draft(DRUGS, reference(), OUTSIDE, "PSH-3-01", WORKER, tier=3))
    plan = taken(draft(plan, reference(), "prison_healthcare", "PSH-2-02", WORKER, tier=2))
    assert not needs_caseload_check(plan, of(plan, 2), reference())
    assert needs_caseload_check(plan, of(plan, 1), reference())


def test_a_referral_sent_is_an_active_step_and_stays_when_nothing_calls_for_it() -> None:
    plan = taken(draft(DRUGS, reference(), "substance_service", "PSH-2-02", WORKER, tier=2))
    assert only_signposted(Plan(DRUGS.needs, actions=DRUGS.actions[:1], referrals=plan.referrals)) == DRUGS.needs
    plan = stepped(plan, "consented", "sent")
    assert only_signposted(Plan(DRUGS.needs, actions=DRUGS.actions[:1], referrals=plan.referrals)) == ()
    housed = plan_of(telling(), sent())
    assert of(housed).status == "sent"
    assert action_in(housed, "ACC-2-01").status == "not_needed"


def test_a_referral_stands_on_the_line_of_time_and_one_not_sent_is_named_before_agreeing() -> None:
    line = timeline(sent(), RELEASE, MONDAY, reference().clocks)
    looks = [mark for mark in line.marks if mark.label.startswith("Referral: ")]
    assert [(mark.on, mark.kind) for mark in looks] == [(date(2027, 2, 12), "follow_up")]
    drafted = taken(draft(HOUSING, reference(), "council", "ACC-2-01", WORKER))
    assert any("has not been sent" in sentence for sentence in still_open(drafted, reference()))
    assert not any("has not been sent" in sentence for sentence in still_open(sent(), reference()))

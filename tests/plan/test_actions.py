"""Which activities a plan holds, how each stands, who does it and by when."""

from __future__ import annotations

from datetime import date

from bcst_tui.interview.values import Json
from bcst_tui.plan.actions import sealed_level_1
from bcst_tui.plan.edits import agree_level, edit_need
from bcst_tui.plan.model import DueDate, Plan
from tests.plan.planning import action_in, activities, again, need_in, plan_of, reference, taken
from tests.script.bcst2 import telling
from tests.vocabulary import SATURDAY, Interviewing, interviewing

STARTED: dict[str, Json] = {"b08_go_on": "go_on", "c01_before_prison": "private_tenant"}
HOMELESS: dict[str, Json] = {**STARTED, "c02_back_there": "not_allowed", "c14_homeless_on_release": "some"}
PART_TWO: dict[str, Json] = {
    "a03_part_one": "received",
    "a03c_part_one_here": "20/11/2026",
    "a05_total_sentence": "up_to_4_years",
}
MONEY = """
section: money
title: Money
rail: Money
questions:
  - {id: debts, kind: yes_no, said: {standard: Any debts?}, audience: debts}
  - {id: rent, kind: yes_no, said: {standard: Rent owed?}, audience: housing_plan}
  - {id: remembers, kind: yes_no, said: {standard: Is remembering hard?}, audience: language_access}
  - id: c15_council_told
    kind: choice
    said: {standard: May we tell a council?}
    options: [{id: depth_0, said: Nothing}, {id: depth_1, said: That I need a home}, {id: depth_2, said: More}]
    audience: consents_own
needs:
  - {id: debt, group: FIN, title: Debts, said: You have debts., when: {question: debts, equals: "yes"}, source: R54,
     audience: debts}
  - {id: arrears, group: FIN, title: Rent, said: You owe rent., when: {question: rent, equals: "yes"}, source: R54,
     audience: housing_plan}
  - {id: home, group: ACC, title: A home, said: You need one., when: {question: rent, equals: "yes"}, source: R40,
     audience: housing_plan}
markers:
  - {id: ldd, title: Needs more time, when: {question: remembers, equals: "yes"}, counts_for: [FIN, ACC], source: R22}
actions:
  - {activity: FIN-2-01, need: debt, source: R54}
  - {activity: FIN-2-01, need: arrears, due: next_working_day, source: R55}
  - {activity: ACC-2-05, need: home, only_at_level: "2", due: housing_referral, source: R34}
  - {activity: ACC-3-04, need: home, only_at_level: "3", due: housing_referral, source: R34}
  - {activity: ACC-3-06, need: home, source: R41}
  - {activity: ACC-3-02, need: home, source: R43}
  - {activity: SUP-3-03, need: home, source: R43}
  - {activity: DVA-2-01, need: home, source: R43}
  - activity: ACC-3-01
    when: {question: rent, equals: "yes"}
    locked_unless: {question: c15_council_told, equals: depth_2}
    locked_because: The person has not agreed yet.
    source: R43
"""


def owing(council: str = "depth_0", rent: str = "yes") -> Interviewing:
    return interviewing(MONEY).answers(debts="yes", rent=rent, remembers="yes", c15_council_told=council)


def at_level_3(told: Interviewing, need_code: str, group: str) -> Plan:
    plan = again(told, edit_need(plan_of(told), need_code, status="confirmed"))
    return again(told, agree_level(plan, group, True))


def test_everyone_has_every_level_1_activity_of_the_ordinary_part() -> None:
    level_1 = [one.activity for one in plan_of(telling()).actions if one.level == 1]
    assert len(level_1) == 15
    assert plan_of(telling()).needs == ()


def test_the_six_of_the_private_part_are_counted_and_stand_in_no_ordinary_plan() -> None:
    assert len(sealed_level_1(reference())) == 6
    assert not activities(plan_of(telling())) & set(sealed_level_1(reference()))
    assert not {one[:3] for one in activities(plan_of(owing()))} & {"DVA", "SWK"}


def test_what_the_interview_did_is_delivered_that_day() -> None:
    plan = plan_of(telling(**STARTED, c02_back_there="yes"))
    done = action_in(plan, "ACC-1-01")
    assert (done.status, done.due.on) == ("delivered", SATURDAY)
    assert action_in(plan, "FIN-1-01").status == "proposed"


def test_level_1_work_still_open_is_due_with_part_2() -> None:
    plan = plan_of(telling(**PART_TWO, b08_go_on="go_on"))
    assert action_in(plan, "FIN-1-01").due == DueDate("part_2", date(2026, 11, 27))


def test_without_part_1_open_level_1_work_says_why_it_has_no_date() -> None:
    due = action_in(plan_of(telling()), "FIN-1-01").due
    assert (due.on, due.note) == (None, "Not started: part 1 not received")


def test_in_a_review_open_level_1_work_is_due_as_a_need_found_then() -> None:
    assert action_in(plan_of(telling("review")), "FIN-1-01").due == DueDate("new_need", date(2026, 11, 27))


def test_a_need_brings_its_level_2_activities() -> None:
    asked = action_in(plan_of(telling(**HOMELESS)), "ACC-2-01")
    assert (asked.level, asked.needs, asked.due.on) == (2, ("nowhere_to_go_back",), date(2026, 11, 27))


def test_provider_and_owner_come_from_the_specification() -> None:
    plan = plan_of(telling(**HOMELESS))
    assert action_in(plan, "ACC-2-01").provider == "HOST"
    assert action_in(plan, "ACC-2-01").owner == reference().provider_labels["HOST"]


def test_several_needs_lead_to_one_action_by_the_sooner_date() -> None:
    advice = action_in(plan_of(owing()), "FIN-2-01")
    assert advice.needs == ("debt", "arrears")
    assert advice.due.on == date(2026, 11, 23)
    assert {"debts", "housing_plan"} <= set(advice.audiences)


def test_a_dropped_need_takes_its_actions_along_and_leaves_those_of_others() -> None:
    told = owing()
    plan = again(told, edit_need(plan_of(told), "debt", status="dropped", reason="paid off"))
    assert action_in(plan, "FIN-2-01").needs == ("arrears",)
    plan = again(told, edit_need(plan, "arrears", status="dropped", reason="paid off"))
    assert "FIN-2-01" not in activities(plan)


def test_level_3_activities_wait_for_level_3() -> None:
    told = owing()
    assert "ACC-3-06" not in activities(plan_of(told))
    assert "ACC-3-06" in activities(at_level_3(told, "home", "ACC"))


def test_at_level_3_the_referral_check_of_level_2_makes_way() -> None:
    told = owing()
    assert {"ACC-2-05", "ACC-3-04"} & activities(plan_of(told)) == {"ACC-2-05"}
    assert {"ACC-2-05", "ACC-3-04"} & activities(at_level_3(told, "home", "ACC")) == {"ACC-3-04"}


def test_of_two_rules_for_one_task_only_the_higher_stands() -> None:
    section = MONEY.replace('only_at_level: "2", ', "").replace('only_at_level: "3", ', "")
    told = interviewing(section).answers(debts="no", rent="yes", remembers="yes", c15_council_told="depth_0")
    assert {"ACC-2-05", "ACC-3-04"} & activities(at_level_3(told, "home", "ACC")) == {"ACC-3-04"}


def test_a_reason_without_a_date_does_not_hide_one_that_has_a_date() -> None:
    section = MONEY.replace("need: arrears, due: next_working_day", "need: arrears, due: none_yet")
    told = interviewing(section).answers(debts="yes", rent="yes", remembers="no", c15_council_told="depth_0")
    assert action_in(plan_of(told), "FIN-2-01").due.on == date(2026, 11, 27)


def test_an_action_by_its_own_fact_does_not_wait_for_level_3() -> None:
    assert "ACC-3-01" in activities(plan_of(telling(**HOMELESS)))
    assert "ACC-3-07" in activities(plan_of(telling(a10_risk_on_file=["mappa"])))


def test_what_is_no_task_for_one_person_is_never_in_a_plan() -> None:
    told = owing()
    assert not {"ACC-3-02", "SUP-3-03"} & activities(at_level_3(told, "home", "ACC"))


def test_an_action_waits_for_the_persons_yes() -> None:
    locked = action_in(plan_of(owing(council="depth_1")), "ACC-3-01")
    assert (locked.status, locked.locked_because) == ("held", "The person has not agreed yet.")
    assert "consents_own" in locked.audiences


def test_with_the_persons_yes_it_is_proposed() -> None:
    open_now = action_in(plan_of(owing(council="depth_2")), "ACC-3-01")
    assert (open_now.status, open_now.locked_because) == ("proposed", "")


def test_money_at_level_3_keeps_its_tasks_with_extra_time() -> None:
    told = owing(rent="no")
    advice = action_in(at_level_3(told, "debt", "FIN"), "FIN-2-01")
    assert (advice.level, advice.due.on) == (3, date(2026, 12, 11))
    assert "check in on 27 November 2026" in advice.due.note


def test_extra_time_never_puts_off_what_cannot_wait() -> None:
    told = owing()
    assert action_in(at_level_3(told, "arrears", "FIN"), "FIN-2-01").due.on == date(2026, 11, 23)


def test_a_signpost_always_has_its_action_and_its_follow_up() -> None:
    plan = plan_of(telling(b08_go_on="go_on", c22_advice_given=["told_of_council", "told_of_legal_advice"]))
    assert {one.activity for one in plan.signposts} <= activities(plan)
    assert [one.follow_up.due.on for one in plan.signposts] == [date(2026, 12, 4)] * 2


def pointing(service: str, activity: str) -> Interviewing:
    """An interview whose one tick points to a service."""
    section = f"""
        section: advice
        title: Advice
        rail: Advice
        questions:
          - id: told_of
            kind: choices
            said: {{standard: Told of?}}
            audience: actions
            options: [{{id: it, said: It}}]
        signposts:
          - {{question: told_of, option: it, service: {service}, activity: {activity}}}
        """
    return interviewing(section).answers(told_of=["it"])


def test_a_signpost_to_a_higher_activity_brings_that_activity() -> None:
    assert action_in(plan_of(pointing("stepchange", "FIN-2-04")), "FIN-2-04").needs == ()


def test_a_service_of_the_private_part_is_never_a_signpost_here() -> None:
    assert plan_of(pointing("barnardos", "FIN-1-03")).signposts == ()
    plan = plan_of(pointing("citizens_advice", "DVA-1-03"))
    assert plan.signposts == () and "DVA-1-03" not in activities(plan)


def test_an_answer_about_advice_that_was_declined_closes_it_as_offered() -> None:
    here = interviewing(
        """
        section: home
        title: Home
        rail: Home
        questions:
          - {id: advice, kind: yes_no, said: {standard: Advice?}, audience: actions}
        closings:
          - activity: ACC-1-02
            when: {any: [{question: advice, answered: "true"}, {question: advice, answered: declined}]}
        """
    )
    assert action_in(plan_of(here.skips("declined")), "ACC-1-02").status == "declined"
    assert action_in(plan_of(here.answer("yes")), "ACC-1-02").status == "delivered"


def test_a_dropped_need_no_longer_counts_for_rules_that_read_it() -> None:
    told = telling(**HOMELESS, a15_sex_recorded="woman")
    plan = plan_of(told)
    assert "woman_priority" in {one.code for one in plan.markers}
    for need in plan.needs:
        plan = taken(edit_need(plan, need.code, status="dropped", reason="a place was found"))
    plan = plan_of(told, plan)
    assert "woman_priority" not in {one.code for one in plan.markers}
    assert {one.level for one in plan.levels} == {1}
    assert need_in(plan, "nowhere_to_go_back").status == "dropped"

"""Block D: work and learning, asked as far as it concerns somebody, and what follows from the answers."""

from __future__ import annotations

import pytest

from bcst_tui.disclosure.answered import answered
from bcst_tui.interview.values import Json
from bcst_tui.yaml_text import read_yaml
from tests.reference.shipped import shipped_files, shipped_reference
from tests.script.bcst2 import actions_of, asked_in, bcst2, closed, due, locked, needs_of, telling

EMPLOYED: dict[str, Json] = {"d01_work_before": "employed", "d06b_how_it_feels": ["within_reach"]}
NO_TIME: Json = {"not_asked": "no_time"}
LONG: dict[str, Json] = {"a05_total_sentence": "over_4_years"}


@pytest.mark.parametrize(("said", "how"), [("depth_0", True), ("depth_1", True), ("depth_2", True), ("later", False)])
def test_how_the_answer_about_the_employer_was_given_is_noted(said: str, how: bool) -> None:
    told = telling(**EMPLOYED, d02b_wants_the_job="yes", d02d_may_we_ring=said)
    assert told.will_ask("d02e_agreed_how") is how


def test_an_agreement_with_employer_or_adviser_holds_how_it_was_given() -> None:
    told = telling(**EMPLOYED, d02b_wants_the_job="yes", d02d_may_we_ring="depth_1", d02e_agreed_how="signed")
    [wish] = answered(told.interview.known, shipped_reference().agencies.values())
    assert (wish.agency, wish.given_how) == ("employer", "signed")
    adviser = shipped_reference().agencies["personal_advisor"]
    assert adviser.how_answered in bcst2().placed


def test_everybody_is_asked_the_starred_things() -> None:
    assert asked_in("work", d01_work_before="retired") == [
        "d01_work_before",
        "d04_certificates",
        "d04b_get_better_at",
        "d05_in_here",
        "d06_hoped_for",
        "d06b_how_it_feels",
        "d07_what_to_tell",
        "d09b_work_to_avoid",
        "d10_wage_and_benefits",
        "d12_services_named",
    ]


def test_over_four_years_only_the_job_is_asked_about() -> None:
    assert asked_in("work", **LONG) == ["d01_work_before"]
    assert asked_in("work", **LONG, d01_work_before="employed", d02b_wants_the_job="yes") == [
        "d01_work_before",
        "d02_employer_knows",
        "d02b_wants_the_job",
        "d02c_open_until",
        "d02d_may_we_ring",
    ]


@pytest.mark.parametrize(
    "near",
    [{"a06_key_dates": ["release"], "a06_release_date": "2026-12-18"}, {"a04_legal_status": "fixed_term_recall"}],
)
def test_over_four_years_all_is_asked_in_the_last_12_weeks(near: dict[str, Json]) -> None:
    assert "d10_wage_and_benefits" in asked_in("work", **LONG, **near)


@pytest.mark.parametrize(
    ("answers", "is_asked"),
    [
        ({"d01_work_before": "employed"}, True),
        ({"d01_work_before": "looking", "d06b_how_it_feels": ["job_waiting"]}, True),
        ({"d01_work_before": "looking", "d06b_how_it_feels": ["course_waiting"]}, False),
        ({"d01_work_before": "self_employed"}, False),
    ],
)
def test_an_employer_is_asked_about_where_there_is_one(answers: dict[str, Json], is_asked: bool) -> None:
    assert telling(**answers).will_ask("d02_employer_knows") == is_asked


def test_a_business_is_asked_about_only_where_there_is_one() -> None:
    assert telling(d01_work_before="self_employed").will_ask("d03_business")
    assert not telling(d01_work_before="employed").will_ask("d03_business")


def test_a_job_that_is_wanted_is_a_need_and_waits_for_what_may_be_said() -> None:
    told = telling(**EMPLOYED, d02b_wants_the_job="yes", d02d_may_we_ring="depth_1")
    assert needs_of(told) == {"job_to_keep"}
    assert actions_of(told) == {"ETE-2-01"}
    assert not locked(told, "ETE-2-01")
    assert due(told, "ETE-2-01") == {"new_need"}


@pytest.mark.parametrize("said", ["depth_0", "later", {"declined": "true"}, {"not_asked": "no_time"}])
def test_no_employer_is_rung_before_the_person_has_said_what_may_be_said(said: Json) -> None:
    assert locked(telling(**EMPLOYED, d02b_wants_the_job="yes", d02d_may_we_ring=said), "ETE-2-01")


def test_a_job_nobody_wants_back_is_no_need_and_nobody_is_to_be_rung() -> None:
    told = telling(**EMPLOYED, d02b_wants_the_job="no")
    assert needs_of(told) == set()
    assert not told.will_ask("d02d_may_we_ring") and not told.will_ask("d02c_open_until")


def test_saying_nothing_is_offered_as_first_as_anything() -> None:
    options = bcst2().placed["d02d_may_we_ring"].question.options
    assert [option.id for option in options] == ["depth_0", "depth_1", "depth_2", "later"]


def test_a_business_with_something_to_see_to_is_money_help() -> None:
    told = telling(d01_work_before="self_employed", d03_business=["running", "tax"])
    assert needs_of(told) == {"business_to_mind"}
    assert actions_of(told) == {"FIN-2-05"}
    assert needs_of(telling(d01_work_before="self_employed", d03_business=["running", "minded"])) == set()


@pytest.mark.parametrize(
    ("answers", "is_asked"),
    [
        ({"d01_work_before": "employed", "d06b_how_it_feels": ["hard"]}, True),
        ({"d01_work_before": "looking", "d06b_how_it_feels": ["within_reach"]}, True),
        ({"d01_work_before": "caring", "d06b_how_it_feels": ["within_reach"]}, True),
        ({"d01_work_before": "employed", "d06b_how_it_feels": ["within_reach"]}, False),
        ({"d01_work_before": "self_employed", "d06b_how_it_feels": ["within_reach"]}, False),
        ({"d01_work_before": "too_unwell", "d06b_how_it_feels": ["within_reach"]}, False),
        ({"d01_work_before": "looking", "d06b_how_it_feels": ["not_for_now"]}, False),
        ({"d01_work_before": "too_unwell", "d06b_how_it_feels": ["hard"]}, True),
    ],
)
def test_what_gets_in_the_way_is_asked_and_nobody_ill_is_pushed_towards_work(
    answers: dict[str, Json], is_asked: bool
) -> None:
    assert telling(**answers).will_ask("d09_in_the_way") == is_asked


def test_something_in_the_way_of_work_is_worked_on_too() -> None:
    told = telling(d01_work_before="looking", d06b_how_it_feels=["within_reach"], d09_in_the_way=["travel", "nerves"])
    assert needs_of(told) == {"in_the_way_of_work"}
    assert actions_of(told) == {"SUP-2-01"}


def test_nothing_in_the_way_is_no_need() -> None:
    told = telling(d01_work_before="looking", d06b_how_it_feels=["within_reach"], d09_in_the_way=["nothing"])
    assert needs_of(told) == set()


@pytest.mark.parametrize(("feels", "is_need"), [("no_hope", True), ("hard", False), ("not_for_now", False)])
def test_no_hope_of_work_is_a_need_and_hard_work_to_get_to_is_none(feels: str, is_need: bool) -> None:
    assert ("no_hope_of_work" in needs_of(telling(d01_work_before="employed", d06b_how_it_feels=[feels]))) == is_need


def test_work_to_avoid_asks_for_no_reason_and_is_no_need() -> None:
    told = telling(d09b_work_to_avoid="yes", d09c_which_work="Pubs")
    assert needs_of(told) == set()
    assert bcst2().placed["d09c_which_work"].question.audience == "exclusions_work"


def spoken(**answers: Json) -> set[str]:
    return closed(telling(**answers))


def test_advice_on_work_counts_only_with_what_it_does_to_benefits() -> None:
    talked: dict[str, Json] = {"d01_work_before": "retired", "d05_in_here": "not_now", "d06_hoped_for": "A garden"}
    assert "ETE-1-01" in spoken(**talked, d10_wage_and_benefits="done")
    assert "ETE-1-01" not in spoken(**talked)
    no_time, past_it = talked | {"d06_hoped_for": NO_TIME}, talked | {"d06_hoped_for": {"not_applicable": True}}
    assert "ETE-1-01" not in spoken(**no_time, d10_wage_and_benefits="done")
    assert "ETE-1-01" in spoken(**past_it, d10_wage_and_benefits="done")


@pytest.mark.parametrize(
    ("gone_through", "is_done"),
    [(["talked_through"], True), (["leaflet", "statement_begun"], True), (["leaflet"], False), (["next_time"], False)],
)
def test_a_leaflet_alone_is_no_talk_about_convictions(gone_through: Json, is_done: bool) -> None:
    told = telling(d07_what_to_tell="yes", d07b_gone_through=gone_through)
    assert ("ETE-1-02" in closed(told)) == is_done


@pytest.mark.parametrize("wish", ["no", {"declined": "true"}])
def test_a_talk_about_convictions_can_be_turned_down(wish: Json) -> None:
    told = telling(d07_what_to_tell=wish)
    assert "ETE-1-02" in closed(told)
    assert not told.will_ask("d07b_gone_through")


@pytest.mark.parametrize(
    ("answers", "is_asked"),
    [
        ({"e01_income_before": ["universal_credit"]}, True),
        ({"e01_income_before": ["wages"]}, False),
        ({"e01_income_before": ["wages"], "d01_work_before": "employed", "d02b_wants_the_job": "no"}, True),
        ({"e01_income_before": ["wages"], "d01_work_before": "employed", "d02b_wants_the_job": "yes"}, False),
        ({"e01_income_before": ["family"], "d06b_how_it_feels": ["job_waiting"]}, False),
    ],
)
def test_the_first_weeks_are_asked_about_where_no_wage_is_expected(answers: dict[str, Json], is_asked: bool) -> None:
    assert telling(**answers).will_ask("e09_first_weeks") == is_asked


@pytest.mark.parametrize(
    "answers",
    [{"d04b_get_better_at": ["computers"]}, {"d06b_how_it_feels": ["hard"]}, {"e08_sure_with_bills": "2"}],
)
def test_an_online_course_is_offered_where_something_speaks_for_one(answers: dict[str, Json]) -> None:
    assert telling(**answers).will_ask("d13_online_course")
    assert not telling().will_ask("d13_online_course")


def test_every_course_there_is_can_be_chosen_and_no_other() -> None:
    courses = [
        row["id"].lower().replace("-", "_") for row in read_yaml(shipped_files()["courses.yaml"], "").value["courses"]
    ]
    offered = [option.id for option in bcst2().placed["d13_online_course"].question.options]
    assert offered == [*courses, "none"]


def test_each_service_named_is_one_the_activity_knows() -> None:
    rules = [rule for rule in bcst2().section("work").file.signposts]
    assert {rule.option for rule in rules} == {
        option.id for option in bcst2().placed["d12_services_named"].question.options if option.id.startswith("told_of")
    }
    for rule in rules:
        assert rule.service in shipped_reference().activities[rule.activity].services

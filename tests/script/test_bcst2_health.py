"""Block F: health, people and what does somebody good, and what is asked of whom."""

from __future__ import annotations

import pytest

from bcst_tui.interview.values import Json
from bcst_tui.plan.suggestion import words_beside
from tests.plan.planning import plan_of, reference
from tests.script.bcst2 import asked_in, bcst2, knowing, telling
from tests.vocabulary import Interviewing

STARRED = ["f01_doctor", "f02_body", "f03_mind", "f04_self_harm", "f05_drinking", "f06_drugs"]
PEOPLE = ["f09_people", "f09b_in_touch", "f10_has_children", "f13_does_good", "f13b_faith"]
LAST = ["f14_where_needs_stand", "f16_advice_given"]
LONG: dict[str, Json] = {"a05_total_sentence": "over_4_years"}
KEPT_OUT: dict[str, Json] = {"j01_keep": {"health": "no", "belief": "no", "ethnicity": "yes", "offences": "yes"}}


def with_child(**row: Json) -> Interviewing:
    """Somebody with one child, of whom this was told."""
    told = {"age": "4", "with_whom": "other_parent", "in_touch": "in_touch", "worried": "no"} | row
    here = telling(f10_has_children="yes").looks_at("f10_children").adds_row("f10_children")
    for raw in told.values():
        here = here.answer(raw)
    return here


def test_everybody_is_asked_the_starred_things() -> None:
    assert asked_in("health") == [*STARRED, *PEOPLE, *LAST]


def test_over_four_years_only_what_cannot_wait_is_asked() -> None:
    assert asked_in("health", **LONG) == [*STARRED, "f10_has_children"]
    assert telling(**LONG).will_ask("f12_not_to_be_told")


def test_over_four_years_healthcare_still_hears_of_what_was_found() -> None:
    assert asked_in("health", **LONG, f02_body=["medicines"], f15_tell_healthcare="to_be_seen") == [
        "f01_doctor",
        "f02_body",
        "f02b_looked_after",
        *STARRED[2:],
        "f15_tell_healthcare",
        "f15b_told_on",
        "f10_has_children",
    ]


def test_over_four_years_all_is_asked_in_the_last_12_weeks() -> None:
    near: dict[str, Json] = {"a06_key_dates": ["release"], "a06_release_date": "2026-12-18"}
    assert asked_in("health", **LONG, **near) == [*STARRED, *PEOPLE, *LAST]


def test_while_somebody_can_hear_health_waits_and_self_harm_goes_by_show_card() -> None:
    told = telling(b05_privacy="not")
    waiting = [one.id for one in told.interview.path.waiting if one.placed.section == "health"]
    assert waiting == ["f02_body", "f03_mind", "f05_drinking", "f06_drugs", "f10_has_children"]
    assert told.will_ask("f04_self_harm")
    assert "show the card" in (bcst2().placed["f04_self_harm"].question.notice or "")


def test_self_harm_told_by_show_card_brings_staff_the_same_day() -> None:
    told = telling(b05_privacy="not", f04_self_harm="lately")
    assert told.will_ask("f04b_staff_told") and told.will_ask("f04c_told_at")


def test_partly_private_puts_nothing_off() -> None:
    assert telling(b05_privacy="partly").interview.path.waiting == ()


def test_health_kept_out_is_not_asked_and_stays_blank_in_the_plan() -> None:
    told = telling(**KEPT_OUT)
    path = told.interview.path
    assert [one.id for one in path.kept_out] == [*STARRED, "f13b_faith", "f14_where_needs_stand"]
    assert [one.id for one in path.asked if one.placed.section == "health"] == [
        *PEOPLE[:4],
        "f16_advice_given",
    ]
    plan = plan_of(told)
    assert not [need for need in plan.needs if need.group == "PSH"]
    assert not {"PSH-2-01", "PSH-2-02"} & {action.activity for action in plan.actions}


def test_what_was_told_before_it_was_kept_out_counts_no_more() -> None:
    told = telling(f05_drinking="a_worry").revises(**KEPT_OUT)
    assert "drink_a_worry" not in {need.code for need in plan_of(told).needs}
    assert "f05_drinking" in told.interview.set_aside


@pytest.mark.parametrize(("when", "today"), [("now", True), ("lately", True), ("in_the_past", False), ("no", False)])
def test_self_harm_now_or_lately_asks_who_was_told_today(when: str, today: bool) -> None:
    told = telling(f04_self_harm=when)
    assert told.will_ask("f04b_staff_told") == told.will_ask("f04c_told_at") == today


def test_shaking_without_a_drink_is_for_healthcare_today() -> None:
    assert telling(f05_drinking="shakes_without").will_ask("f05b_healthcare_told")
    assert not telling(f05_drinking="a_worry").will_ask("f05b_healthcare_told")


def test_which_drugs_is_asked_of_now_and_a_prescription_also_of_the_past() -> None:
    now, past, never = (telling(f06_drugs=answer) for answer in ("now", "past", "never"))
    assert [one.will_ask("f06b_which") for one in (now, past, never)] == [True, False, False]
    assert [one.will_ask("f06c_prescribed") for one in (now, past, never)] == [True, True, False]
    assert telling(f06_drugs="past", f06c_prescribed="prescription").will_ask("f06d_who_prescribes")


@pytest.mark.parametrize(
    ("answers", "is_asked"),
    [
        ({"f05_drinking": "a_worry"}, True),
        ({"f06_drugs": "now"}, True),
        ({"f06_drugs": "past"}, False),
        ({"f05_drinking": "not_a_worry"}, False),
        ({**LONG, "f06_drugs": "now"}, False),
    ],
)
def test_how_they_feel_about_changing_it_is_asked_where_there_is_a_worry(
    answers: dict[str, Json], is_asked: bool
) -> None:
    assert telling(**answers).will_ask("f07_changing_it") == is_asked


@pytest.mark.parametrize(
    ("answers", "is_asked"),
    [
        ({"f03_mind": ["sleep"]}, True),
        ({"f06_drugs": "past"}, True),
        ({"f04_self_harm": "in_the_past"}, True),
        ({"f05_drinking": "a_worry"}, False),
        ({"f03_mind": ["nothing"], "f04_self_harm": "no", "f06_drugs": "never"}, False),
        ({**LONG, "f03_mind": ["sleep"]}, False),
    ],
)
def test_the_past_is_asked_about_only_where_something_speaks_for_it(answers: dict[str, Json], is_asked: bool) -> None:
    assert telling(**answers).will_ask("f08_past_in_the_way") == is_asked


def test_no_event_of_the_past_is_asked_for_and_it_is_never_asked_again() -> None:
    question = bcst2().placed["f08_past_in_the_way"].question
    assert question.kind == "yes_no"
    assert question.carry == "never_again"
    assert "No need to say what" in question.said.standard


@pytest.mark.parametrize(
    ("answers", "is_asked"),
    [
        ({"f01_doctor": "none"}, True),
        ({"f03_mind": ["low"]}, True),
        ({"f05_drinking": "not_a_worry"}, False),
        ({"f01_doctor": "elsewhere", "f02_body": ["nothing"]}, False),
    ],
)
def test_healthcare_is_told_of_what_there_is_only_as_the_person_says(answers: dict[str, Json], is_asked: bool) -> None:
    assert telling(**answers).will_ask("f15_tell_healthcare") == is_asked


def test_nothing_to_be_told_asks_for_no_day() -> None:
    assert not telling(f01_doctor="none", f15_tell_healthcare="nothing").will_ask("f15b_told_on")


@pytest.mark.parametrize(
    "known",
    [
        {"c01_before_prison": "family", "c06_who_lives_there": ["children"]},
        {"e01_income_before": ["universal_credit"], "e02b_joint_claim": "no", "e02d_lives_on_it": ["children"]},
        {"f09_people": ["children"]},
    ],
)
def test_children_told_of_once_are_not_asked_after_again(known: dict[str, Json]) -> None:
    told = telling(**known)
    assert told.will_ask("f10_children") and not told.will_ask("f10_has_children")


@pytest.mark.parametrize(
    ("row", "passed_on"),
    [({"worried": "yes"}, True), ({"with_whom": "nobody"}, True), ({"worried": "unsure"}, False), ({}, False)],
)
def test_a_child_alone_or_a_worry_asks_who_was_told(row: dict[str, Json], passed_on: bool) -> None:
    assert with_child(**row).will_ask("f10b_passed_on") == passed_on


@pytest.mark.parametrize(
    "known",
    [
        {"d01_work_before": "caring"},
        {"f10_has_children": "yes"},
        {"c01_before_prison": "family", "c06_who_lives_there": ["children"]},
    ],
)
def test_money_for_children_or_a_carer_is_asked_about_once_they_are_known_of(known: dict[str, Json]) -> None:
    assert telling(**known).will_ask("e13_childrens_money")
    assert not telling().will_ask("e13_childrens_money")


@pytest.mark.parametrize(
    "answers", [{"b03_make_easier": ["mobility"]}, {"b03_make_easier": ["memory"]}, {"f02_body": ["disability"]}]
)
def test_help_at_home_is_asked_about_where_something_is_hard(answers: dict[str, Json]) -> None:
    assert telling(**answers).will_ask("f17_help_at_home")


def test_help_at_home_is_asked_about_from_60() -> None:
    assert [knowing({"age": age}).will_ask("f17_help_at_home") for age in ("59", "60")] == [False, True]


def test_a_name_on_the_list_is_looked_for_before_any_help_with_a_tie() -> None:
    here = telling(f09b_in_touch="none", f09c_want_help="yes")
    assert not here.will_ask("f09d_on_the_list")
    here = here.looks_at("f12_not_to_be_told").adds_row("f12_not_to_be_told").answer("Kestrel Invented")
    assert here.will_ask("f09d_on_the_list")


def test_what_was_said_at_the_start_stands_beside_the_question_and_covered() -> None:
    told = telling(b09_cannot_wait=["hurting_self"])
    question = bcst2().placed["f04_self_harm"].question
    plan = plan_of(told)
    assert words_beside(question, plan, told.interview, revealed=False) == "Told before: covered. Still right?"
    assert "Thinking of hurting myself" in words_beside(question, plan, told.interview, revealed=True)


def test_of_part_one_only_the_line_on_the_matter_stands_beside_a_question() -> None:
    rows: Json = {row.id: "looks_right" for row in bcst2().placed["a11_part_one_says"].question.each}
    told = telling(a03_part_one="received", a11_part_one_says=rows)
    for name, words in (("f02_body", "Health"), ("g02_in_care", "Being in care"), ("g03_armed_forces", "Armed forces")):
        beside = words_beside(bcst2().placed[name].question, plan_of(told), told.interview, revealed=False)
        assert beside == f"From the record: {words}: Looks right. Still right?"


def test_services_named_are_ones_the_activity_knows() -> None:
    for rule in bcst2().section("health").file.signposts:
        assert rule.service in reference().activities[rule.activity].services

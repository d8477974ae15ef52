"""Block F: which answers are needs, what makes them more complex, and what follows."""

from __future__ import annotations

import pytest

from bcst_tui.interview.values import Json
from bcst_tui.plan.edits import edit_need
from tests.plan.planning import activities, plan_of, taken
from tests.script.bcst2 import actions_of, at_level_3, bcst2, closed, locked, markers_of, needs_of, telling
from tests.vocabulary import Interviewing

WELL: dict[str, Json] = {
    "f01_doctor": "in_area",
    "f02_body": ["nothing"],
    "f03_mind": ["nothing"],
    "f04_self_harm": "no",
    "f05_drinking": "not_a_worry",
    "f06_drugs": "never",
}
DECLINED: Json = {"declined": "true"}
NO_TIME: Json = {"not_asked": "no_time"}
KEPT_OUT: Json = {"health": "no", "belief": "yes", "ethnicity": "yes", "offences": "yes"}


@pytest.mark.parametrize(
    ("answers", "need", "activity"),
    [
        ({"f02_body": ["teeth"], "f02b_looked_after": "something_missing"}, "body_not_looked_after", "PSH-2-01"),
        ({"f03_mind": ["low"], "f03b_help_with_it": "would_like"}, "mind_not_looked_after", "PSH-2-01"),
        ({"f03_mind": ["low"], "f08_past_in_the_way": "yes"}, "past_in_the_way", "PSH-2-01"),
        ({"f05_drinking": "a_worry"}, "drink_a_worry", "PSH-2-02"),
        ({"f05_drinking": "shakes_without"}, "drink_a_worry", "PSH-2-02"),
        ({"f06_drugs": "now"}, "drugs_now", "PSH-2-02"),
    ],
)
def test_what_is_unmet_or_a_worry_is_a_need(answers: dict[str, Json], need: str, activity: str) -> None:
    told = telling(**answers)
    assert needs_of(told) == {need}
    assert actions_of(told) == {activity}


@pytest.mark.parametrize(
    "answers",
    [
        {"f02_body": ["long_illness"], "f02b_looked_after": "looked_after"},
        {"f02_body": ["teeth"], "f02b_looked_after": "no_help_wanted"},
        {"f03_mind": ["sleep"], "f03b_help_with_it": "enough"},
        {"f03_mind": ["sleep"], "f03b_help_with_it": {"declined": "true"}},
        {"f03_mind": ["sleep"], "f08_past_in_the_way": "unsure"},
        {"f04_self_harm": "in_the_past"},
        {"f05_drinking": "not_a_worry"},
        {"f06_drugs": "past"},
    ],
)
def test_what_is_met_not_wanted_past_or_not_told_is_none(answers: dict[str, Json]) -> None:
    assert needs_of(telling(**answers)) == set()


@pytest.mark.parametrize(("feels", "is_need"), [("two_minds", True), ("slipped", True), ("ready", False)])
def test_in_two_minds_or_slipped_goes_at_its_own_pace_and_is_no_failure(feels: str, is_need: bool) -> None:
    told = telling(f05_drinking="a_worry", f07_changing_it=feels)
    assert ("at_own_pace" in needs_of(told)) == is_need
    assert ("SUP-2-01" in actions_of(told)) == is_need
    assert ("dropout" in markers_of(told)) == (feels == "slipped")
    said = " ".join(option.said for option in bcst2().placed["f07_changing_it"].question.options).casefold()
    assert not [word for word in ("fail", "relapse", "clean") if word in said]


@pytest.mark.parametrize(
    ("answers", "markers"),
    [
        ({"f04_self_harm": "in_the_past"}, {"self_harm"}),
        ({"f04_self_harm": "no"}, set()),
        ({"f03_mind": ["voices"], "f08_past_in_the_way": "yes"}, {"trauma"}),
        ({"f03_mind": ["low"], "f05_drinking": "a_worry"}, {"dual"}),
        ({"f03_mind": ["low"], "f06_drugs": "past"}, set()),
        ({"f06_drugs": "now", "f06b_which": ["heroin", "injecting"]}, {"substance_complex"}),
        ({"f06_drugs": "past", "f06c_prescribed": "prescription"}, {"substance_complex"}),
        ({"f06_drugs": "past", "f06c_prescribed": "treatment"}, set()),
    ],
)
def test_what_makes_a_need_more_complex(answers: dict[str, Json], markers: set[str]) -> None:
    assert markers_of(telling(**answers)) == markers


def test_markers_of_health_count_as_the_level_table_says() -> None:
    counts = {marker.id: marker.counts_for for marker in bcst2().section("health").file.markers}
    assert counts == {
        "self_harm": ("PSH", "SUP"),
        "trauma": ("ACC", "PSH", "SUP"),
        "dual": ("PSH", "SUP"),
        "substance_complex": ("PSH", "SUP"),
    }


def test_a_woman_with_a_need_of_health_counts_for_support() -> None:
    assert "woman_priority" in markers_of(telling(a15_sex_recorded="woman", f05_drinking="a_worry"))


def test_at_level_3_somebody_goes_along_into_the_service() -> None:
    assert at_level_3(telling(f06_drugs="now")) == {"PSH-3-01"}
    assert at_level_3(telling(f02_body=["teeth"], f02b_looked_after="not_at_all")) == {"PSH-3-02"}


def serves(told: Interviewing, activity: str) -> set[str]:
    found = next(one for one in plan_of(told).actions if one.activity == activity)
    return set(found.needs)


def test_the_past_and_drink_or_drugs_are_one_joined_piece_of_work() -> None:
    told = telling(f06_drugs="now", f08_past_in_the_way="yes")
    both = {"past_in_the_way", "drugs_now"}
    assert serves(told, "PSH-2-01") == serves(told, "PSH-2-02") == both
    dues = {one.due.on for one in plan_of(told).actions if one.activity in ("PSH-2-01", "PSH-2-02")}
    assert len(dues) == 1
    assert at_level_3(told) == {"PSH-3-01", "PSH-3-02"}


def test_the_past_alone_brings_no_service_for_drink_or_drugs() -> None:
    told = telling(f06_drugs="past", f08_past_in_the_way="yes")
    assert actions_of(told) == {"PSH-2-01"}
    assert at_level_3(told) == {"PSH-3-02"}


def test_a_dropped_need_for_drugs_takes_the_joined_service_along() -> None:
    told = telling(f06_drugs="now", f08_past_in_the_way="yes")
    dropped = taken(edit_need(plan_of(told), "drugs_now", status="dropped", reason="Is in treatment already"))
    assert "PSH-2-02" not in activities(plan_of(told, dropped))
    assert "PSH-2-01" in activities(plan_of(told, dropped))


def wants_help(**answers: Json) -> Interviewing:
    return telling(f09b_in_touch="none", f09c_want_help="yes", **answers)


def nobody_listed(told: Interviewing) -> Interviewing:
    return told.revises(f12_not_to_be_told="done")


def test_help_with_a_tie_waits_until_the_list_has_been_asked_for() -> None:
    assert locked(wants_help(), "PSH-3-03")
    assert not locked(nobody_listed(wants_help()), "PSH-3-03")


@pytest.mark.parametrize(("on_the_list", "waits"), [("yes", True), ("unsure", True), ("no", False)])
def test_help_with_a_tie_waits_while_it_may_reach_somebody_on_the_list(on_the_list: str, waits: bool) -> None:
    here = wants_help().looks_at("f12_not_to_be_told").adds_row("f12_not_to_be_told").answer("Kestrel Invented")
    here = here.revises(f12_not_to_be_told="done")
    assert locked(here, "PSH-3-03")
    assert locked(here.revises(f09d_on_the_list=on_the_list), "PSH-3-03") == waits


def test_help_with_a_tie_waits_for_no_level_and_is_nobodys_need() -> None:
    told = nobody_listed(wants_help())
    assert needs_of(told) == set()
    assert "PSH-3-03" in activities(plan_of(told))


def test_no_wish_for_a_tie_brings_no_help_with_one() -> None:
    assert "PSH-3-03" not in actions_of(telling(f09b_in_touch="not_wanted"))
    assert "PSH-3-03" not in actions_of(telling(f09b_in_touch="none", f09c_want_help="no"))


def test_a_child_somebody_would_like_to_be_in_touch_with_brings_help_as_safe_as_any() -> None:
    here = telling(f10_has_children="yes").looks_at("f10_children").adds_row("f10_children")
    here = here.answer("4").answer("other_parent").answer("would_like").answer("no")
    assert locked(here, "PSH-3-03")
    assert not locked(nobody_listed(here), "PSH-3-03")


def test_somebody_who_is_well_has_nothing_for_healthcare_to_hear() -> None:
    assert "PSH-1-04" in closed(telling(**WELL))
    assert "PSH-1-04" in closed(telling(**{**WELL, "f05_drinking": DECLINED}))
    assert "PSH-1-04" not in closed(telling(**{**WELL, "f05_drinking": NO_TIME}))


@pytest.mark.parametrize(
    ("said", "is_done"),
    [
        ({"f15_tell_healthcare": "nothing"}, True),
        ({"f15_tell_healthcare": {"declined": "true"}}, True),
        ({"f15_tell_healthcare": "to_be_seen", "f15b_told_on": "2026-11-21"}, True),
        ({"f15_tell_healthcare": "to_be_seen", "f15b_told_on": {"not_known": "true"}}, False),
    ],
)
def test_telling_healthcare_is_done_when_it_was_told_or_is_not_to_be(said: dict[str, Json], is_done: bool) -> None:
    assert ("PSH-1-04" in closed(telling(f01_doctor="none", **said))) == is_done


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"f15_tell_healthcare": "nothing"}, "declined"),
        ({"f15_tell_healthcare": "to_be_seen", "f15b_told_on": "2026-11-21"}, "delivered"),
    ],
)
def test_healthcare_that_is_to_be_told_nothing_is_declined_and_not_done(said: dict[str, Json], status: str) -> None:
    actions = plan_of(telling(f01_doctor="none", **said)).actions
    assert [one.status for one in actions if one.activity == "PSH-1-04"] == [status]


@pytest.mark.parametrize(
    ("advice", "is_done"),
    [(["seeing_a_doctor"], False), (["first_days_out"], True), (["safer_use"], True), (["none_wanted"], True)],
)
def test_whoever_told_of_drugs_hears_how_to_lower_harm_whatever_they_want(advice: Json, is_done: bool) -> None:
    told = telling(f06_drugs="past", f13_does_good=["sport"], f16_advice_given=advice)
    assert ("PSH-1-02" in closed(told)) == is_done
    assert "PSH-1-03" in closed(told)


def test_advice_to_somebody_who_never_used_needs_no_talk_of_drugs() -> None:
    assert "PSH-1-02" in closed(telling(**WELL, f13_does_good=["sport"], f16_advice_given=["seeing_a_doctor"]))


def test_needs_are_written_down_once_each_has_its_standing() -> None:
    standing: Json = {"body": "no_need", "mind": "not_told", "drink_drugs": "new", "people": "being_met"}
    assert "PSH-1-01" in closed(telling(f14_where_needs_stand=standing))
    assert "PSH-1-01" not in closed(telling())


def test_at_the_review_where_it_stands_marks_a_need_met_or_not_until_the_worker_marks_it() -> None:
    before = taken(edit_need(plan_of(telling(f05_drinking="a_worry")), "drink_a_worry", status="confirmed"))
    standing: dict[str, Json] = {"body": "no_need", "mind": "no_need", "drink_drugs": "being_met", "people": "no_need"}
    first = telling(f05_drinking="a_worry", f14_where_needs_stand=standing)
    assert [one.status for one in plan_of(first, before).needs] == ["confirmed"]
    review = telling("review", f05_drinking="a_worry", f14_where_needs_stand=standing)
    marked = plan_of(review, before)
    assert [one.status for one in marked.needs] == ["being_met"]
    corrected = review.revises(f14_where_needs_stand={**standing, "drink_drugs": "unmet"})
    assert [one.status for one in plan_of(corrected, marked).needs] == ["unmet"]
    taken_back = review.revises(f14_where_needs_stand={**standing, "drink_drugs": "new"})
    assert [(one.status, one.reason) for one in plan_of(taken_back, marked).needs] == [("confirmed", "")]
    by_hand = taken(edit_need(marked, "drink_a_worry", status="met"))
    assert [one.status for one in plan_of(corrected, by_hand).needs] == ["met"]


def test_every_need_of_health_is_asked_about_at_the_review() -> None:
    health = bcst2().section("health").file.needs
    assert [one.id for one in health if one.group == "PSH" and one.stands_by is None] == []


def test_health_kept_out_leaves_people_to_write_down_and_nothing_to_tell() -> None:
    told = telling(j01_keep=KEPT_OUT, f09_people=["friends"])
    assert {"PSH-1-01", "PSH-1-04"} <= closed(told)
    assert needs_of(told) == set()

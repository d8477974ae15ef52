"""Block G: what is a need, what counts as more complex, and what follows by its own items."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from bcst_tui.interview.values import Json
from bcst_tui.script.condition import Condition, leaves
from tests.plan.planning import plan_of, reference
from tests.script.bcst2 import actions_of, at_level_3, bcst2, closed, due, knowing, markers_of, needs_of, telling

POLISH: Json = {"chosen": ["another"], "other": "Polish"}
HOMELESS: dict[str, Json] = {"c02_back_there": "no"}
TOLD_ALL: dict[str, Json] = {"why": "yes", "which_kind": "yes", "way_out": "yes", "lawyer": "yes", "officers": "yes"}


@pytest.mark.parametrize(
    ("answers", "need"),
    [
        ({"g11_most_want": "nothing_yet"}, "no_goal_yet"),
        ({"g12_how_sure": "2"}, "unsure_of_it"),
        ({"g12_how_sure": "1"}, "unsure_of_it"),
    ],
)
def test_nothing_named_yet_or_not_sure_is_a_need_of_support(answers: dict[str, Json], need: str) -> None:
    told = telling(**answers)
    assert needs_of(told) == {need}
    assert actions_of(told) == {"SUP-2-01"}


@pytest.mark.parametrize(
    "answers",
    [
        {"g11_most_want": {"not_known": "true"}},
        {"g12_how_sure": "3"},
        {"g13_who_helps": ["nobody"]},
        {"g02_in_care": "yes"},
        {"g03_armed_forces": "yes"},
        {"g04_nationality": POLISH, "g04b_papers_to_stay": ["waiting"]},
        {"g05_in_own_words": "Traveller"},
    ],
)
def test_a_circumstance_by_itself_is_no_need(answers: dict[str, Json]) -> None:
    told = telling(**answers)
    assert needs_of(told) == set()
    assert {level.level for level in plan_of(told).levels} == {1}


@pytest.mark.parametrize(
    ("answers", "marker", "groups"),
    [
        ({"g02_in_care": "yes"}, "care", ("ACC", "ETE", "FIN", "PSH", "SUP")),
        ({**HOMELESS, "g15_lost_touch": ["trust"]}, "dropout", ("ACC", "ETE", "FIN", "PSH", "SUP")),
        (
            {"a10_risk_on_file": ["mappa"], "g09_limits": ["where", "sexual_offence"]},
            "sexual_offence_limits",
            ("ACC", "SUP"),
        ),
        ({"g13_who_helps": ["nobody"]}, "alone", ("SUP",)),
        ({"g13b_other_way": "yes"}, "pulled", ("SUP",)),
        ({"g04_nationality": POLISH, "g04b_papers_to_stay": ["letters"]}, "foreign_case", ("SUP",)),
    ],
)
def test_what_counts_as_more_complex_and_for_which_groups(
    answers: dict[str, Json], marker: str, groups: tuple[str, ...]
) -> None:
    assert marker in markers_of(telling(**answers))
    assert {rule.id: rule.counts_for for rule in bcst2().markers}[marker] == groups


@pytest.mark.parametrize(
    "answers",
    [
        {"g02_in_care": "unsure"},
        {"g02_in_care": {"declined": "true"}},
        {"g03_armed_forces": "yes"},
        {"g05_in_own_words": "Traveller"},
        {"g04_nationality": POLISH, "g04b_papers_to_stay": ["settled"]},
        {"g13b_other_way": "unsure"},
        {**HOMELESS, "g15_lost_touch": ["never"]},
        {"a10_risk_on_file": ["mappa"], "g09_limits": ["work"]},
    ],
)
def test_service_ethnicity_unsure_and_silence_are_never_markers(answers: dict[str, Json]) -> None:
    assert markers_of(telling(**answers)) == set()


def test_care_counts_at_any_age() -> None:
    assert "care" in markers_of(knowing({"age": "60"}, g02_in_care="yes"))


@pytest.mark.parametrize(
    ("answers", "activities"),
    [
        ({"g13b_other_way": "yes"}, {"SUP-3-01"}),
        ({"g13_who_helps": ["nobody"], "g14_mentor": "yes"}, {"SUP-3-01", "SUP-3-05", "SUP-3-07"}),
        ({"b03_make_easier": ["hearing"], "g07_speak_for_me": "yes"}, {"SUP-3-04", "SUP-3-07"}),
        ({"b03_make_easier": ["hearing"], "g07_speak_for_me": "no"}, {"SUP-3-07"}),
        ({"g04_nationality": POLISH, "g04b_papers_to_stay": ["not_sure"]}, {"SUP-3-06"}),
        ({"g04_nationality": POLISH, "g04c_own_adviser": "yes"}, {"SUP-3-06"}),
        ({"g04_nationality": POLISH, "d08_right_to_work": ["none"]}, {"SUP-3-06"}),
        ({"e07_identity": ["none"], "d08_right_to_work": ["none"]}, set()),
        ({"a04_legal_status": "ipp", "g08_parole": "Hearing in May"}, {"SUP-3-07"}),
        ({"f02_body": ["disability"], "f17_help_at_home": "yes"}, {"SUP-3-07"}),
        ({"d01_work_before": "caring", "f11_cares_for": "yes"}, {"SUP-3-07"}),
    ],
)
def test_each_help_of_level_3_has_its_own_ground(answers: dict[str, Json], activities: set[str]) -> None:
    assert {one for one in at_level_3(telling(**answers)) if one.startswith("SUP")} == activities


def test_immigration_authorities_are_never_an_action() -> None:
    assert "SUP-3-03" not in {rule.activity for rule in bcst2().actions}


@pytest.mark.parametrize(("lawyer", "is_due"), [("no", True), ("unsure", True), ("yes", False)])
def test_after_a_recall_a_lawyer_is_found_in_the_first_days(lawyer: str, is_due: bool) -> None:
    told = telling(a04_legal_status="standard_recall", g06_recall={**TOLD_ALL, "lawyer": lawyer})
    assert ("SUP-1-02" in actions_of(told)) == is_due
    assert due(told, "SUP-1-02") == ({"next_working_day"} if is_due else set())


def test_limits_on_the_record_are_considered_whatever_the_level() -> None:
    assert "ACC-3-07" not in actions_of(telling(a10_risk_on_file=["none"]))
    assert "ACC-3-07" in actions_of(telling(a10_risk_on_file=["orders"], g09_limits=["where"]))


def test_what_comes_first_closes_the_first_of_support() -> None:
    assert "SUP-1-01" in closed(telling(g17_first=["home", "money"]))
    assert "SUP-1-01" not in closed(telling())


@pytest.mark.parametrize(
    ("answers", "is_done"),
    [
        ({"g10c_told_of": ["explained"]}, True),
        ({"g10c_told_of": ["not_wanted"]}, True),
        ({"g10c_told_of": ["community_groups"]}, False),
        ({"g10_legal_matters": ["nothing"]}, True),
        ({"g10_legal_matters": {"declined": "true"}}, True),
        ({"g10_legal_matters": ["appeal"]}, False),
    ],
)
def test_rights_are_done_once_explained_or_nothing_is_open(answers: dict[str, Json], is_done: bool) -> None:
    assert ("SUP-1-02" in closed(telling(**answers))) == is_done


def test_a_letter_about_a_home_keeps_advice_on_rights_open() -> None:
    home: dict[str, Json] = {"c01_before_prison": "private_tenant", "c05_whose_name": "mine"}
    told = telling(**home, c08_home_problems=["notice"], g10c_told_of=["explained", "legal_advice"])
    assert "SUP-1-02" not in closed(told)


@pytest.mark.parametrize(("wish", "told_of"), [("introduce", True), ("tell", True), ("not_now", False)])
def test_a_charity_for_people_who_served_is_a_signpost_with_a_follow_up(wish: str, told_of: bool) -> None:
    plan = plan_of(telling(g03_armed_forces="yes", g03b_introduction=wish))
    assert [one.service for one in plan.signposts] == (["service_charity"] if told_of else [])
    assert all(one.follow_up.due.on is not None for one in plan.signposts)


def test_a_community_group_and_an_adviser_are_signposts_too() -> None:
    plan = plan_of(telling(g10c_told_of=["immigration_advice", "community_groups"]))
    assert {one.service for one in plan.signposts} == {"immigration_advice", "community_groups"}


def needs_in(condition: Condition | None) -> set[str]:
    return {leaf.need for leaf in leaves(condition) if leaf.need is not None} if condition else set()


def asked_before(*sections: str) -> Iterable[str]:
    return (rule.id for name in sections for rule in bcst2().section(name).file.needs)


@pytest.mark.parametrize("question", ["g14_mentor", "g15_lost_touch"])
def test_any_need_means_every_need_there_is_by_then(question: str) -> None:
    every = set(asked_before("case", "opening", "housing", "work", "money", "health", "support"))
    assert needs_in(bcst2().placed[question].question.when) == every


def test_a_woman_with_any_need_of_home_health_or_support_counts() -> None:
    rule = next(one for one in bcst2().markers if one.id == "woman_priority")
    groups = {name: need.group for name, need in bcst2().needs.items()}
    assert needs_in(rule.when) == {name for name, group in groups.items() if group in ("ACC", "PSH", "SUP")}


def test_each_service_named_is_one_the_activity_knows() -> None:
    for rule in bcst2().section("support").file.signposts:
        assert rule.service in reference().activities[rule.activity].services


GOING_ABROAD: dict[str, Json] = {
    "a09_release_area": "abroad",
    "c01_before_prison": "sofa_to_sofa",
    "c02_back_there": "no",
    "c14_homeless_on_release": "nearly_sure",
}


def test_who_will_live_abroad_is_asked_about_that_country_and_not_about_a_council_here() -> None:
    here = telling(**GOING_ABROAD)
    asked = {one.id for one in here.interview.path.asked}
    assert {"c14d_first_nights_abroad", "e09c_begin_again_abroad"} <= asked
    assert not {"c14b_council_with_link", "c15_council_told", "e09_first_weeks", "e09b_gap"} & asked
    assert "ACC-3-01" not in actions_of(here)


def test_nowhere_to_stay_and_no_money_in_that_country_are_needs() -> None:
    here = telling(
        **GOING_ABROAD, c14d_first_nights_abroad="not_yet", e09c_begin_again_abroad=["bank_there", "travel_papers"]
    )
    assert {"nowhere_abroad", "money_abroad", "proof_of_identity"} <= set(needs_of(here))
    assert {"ACC-2-01", "FIN-2-05"} <= set(actions_of(here))

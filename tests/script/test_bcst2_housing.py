"""Block C: which answers open which questions."""

from __future__ import annotations

import pytest

from bcst_tui.interview.values import Json
from tests.script.bcst2 import telling

TENANT: dict[str, Json] = {"c01_before_prison": "private_tenant", "c02_back_there": "yes"}
NOWHERE: dict[str, Json] = {
    "c01_before_prison": "sofa_to_sofa",
    "c02_back_there": "no",
    "c02b_where_on_release": "nowhere_yet",
}
OVER_FOUR: dict[str, Json] = {"a05_total_sentence": "over_4_years"}


def asked_in_housing(**answers: Json) -> list[str]:
    path = telling(**answers).interview.path
    return [one.id for one in path.asked if one.placed.section == "housing"]


def test_a_home_to_go_back_to_keeps_it_short() -> None:
    short = asked_in_housing(
        c01_before_prison="owner", c02_back_there="yes", c04_safe_there="yes", c05_whose_name="somebody_else"
    )
    assert short == [
        "c01_before_prison",
        "c02_back_there",
        "c04_safe_there",
        "c04b_rather_not_near",
        "c05_whose_name",
        "c06_who_lives_there",
        "c21_housing_status",
        "c22_advice_given",
    ]


def test_going_back_asks_no_other_place() -> None:
    assert not telling(**TENANT).will_ask("c02b_where_on_release")
    assert telling(c02_back_there="do_not_want").will_ask("c02b_where_on_release")
    assert telling(c02_back_there={"declined": "true"}).will_ask("c02b_where_on_release")


def test_facts_of_the_settled_test_are_those_of_the_kind_of_place() -> None:
    family = asked_in_housing(c01_before_prison="family", c02_back_there="probably")
    assert [name for name in family if name.startswith("c03")] == ["c03d_stay_for_good", "c03e_may_go_back"]
    moving_in = asked_in_housing(c01_before_prison="family", c02_back_there="no", c02b_where_on_release="friend")
    assert [name for name in moving_in if name.startswith("c03")] == ["c03b_own_room", "c03c_kitchen_and_bath"]


def test_somebody_who_said_they_can_go_back_to_family_is_not_asked_it_again() -> None:
    assert not telling(c01_before_prison="family", c02_back_there="yes").will_ask("c03e_may_go_back")


def test_with_nowhere_to_live_there_is_no_there_to_feel_safe_in() -> None:
    told = telling(**NOWHERE)
    assert not told.will_ask("c04_safe_there")
    assert told.will_ask("c04b_rather_not_near")


def test_safety_waits_while_somebody_can_hear_and_comes_back_in_private() -> None:
    overheard = telling(b05_privacy="not")
    waiting = [one.id for one in overheard.interview.path.waiting if one.placed.section == "housing"]
    assert waiting == ["c04_safe_there", "c04b_rather_not_near"]
    alone = overheard.revises(b05_privacy="private")
    assert alone.will_ask("c04_safe_there") and alone.will_ask("c04b_rather_not_near")


def test_what_waits_for_privacy_opens_nothing() -> None:
    assert not telling(b05_privacy="not", c02_back_there="yes").will_ask("c11_kinds_of_place")


def test_a_place_to_leave_out_asks_where_and_whether_help_is_wanted_and_no_more() -> None:
    near = asked_in_housing(c04b_rather_not_near="yes")
    at = near.index("c04b_rather_not_near")
    assert near[at + 1 : at + 3] == ["c04c_which_area", "c04d_want_help"]
    assert not telling(c04b_rather_not_near="no").will_ask("c04c_which_area")


@pytest.mark.parametrize("kind", ["owner", "social_tenant", "private_tenant"])
def test_a_home_on_paper_asks_whose_name_and_how_it_is_paid(kind: str) -> None:
    told = telling(c01_before_prison=kind, c05_whose_name="mine")
    for name in ("c05c_landlord", "c05d_since", "c07_paid_before", "c08_home_problems", "c09_keep_or_end"):
        assert told.will_ask(name)
    assert not told.will_ask("c05b_joint_with")


def test_a_joint_home_asks_who_else() -> None:
    assert telling(c01_before_prison="social_tenant", c05_whose_name="joint").will_ask("c05b_joint_with")


def test_somebody_elses_home_asks_nothing_about_its_papers() -> None:
    told = telling(c01_before_prison="private_tenant", c05_whose_name="somebody_else")
    for name in ("c05c_landlord", "c07_paid_before", "c08_home_problems", "c09_keep_or_end"):
        assert not told.will_ask(name)


def test_money_owed_on_an_old_home_is_heard_too() -> None:
    told = telling(c01_before_prison="family", c02_back_there="no", c08b_owed_on_old_home="yes")
    assert told.will_ask("c08_home_problems")
    assert not telling(c01_before_prison="family", c02_back_there="yes").will_ask("c08b_owed_on_old_home")


def test_rent_owed_asks_how_much_and_a_letter_asks_the_day() -> None:
    home: dict[str, Json] = {"c01_before_prison": "private_tenant", "c05_whose_name": "mine"}
    both = telling(**home, c08_home_problems=["rent_owed", "notice"])
    assert both.will_ask("c08c_amount_owed") and both.will_ask("c08d_date_on_letter")
    neither = telling(**home, c08_home_problems=["nothing"])
    assert not neither.will_ask("c08c_amount_owed") and not neither.will_ask("c08d_date_on_letter")


@pytest.mark.parametrize(("wish", "seen_to"), [("keep", False), ("move", False), ("end", True), ("undecided", True)])
def test_things_in_the_home_are_asked_about_when_it_may_go(wish: str, seen_to: bool) -> None:
    told = telling(c01_before_prison="private_tenant", c05_whose_name="mine", c09_keep_or_end=wish)
    assert told.will_ask("c10_things_to_see_to") == seen_to


def test_who_lives_there_is_not_asked_of_somebody_who_lived_outdoors() -> None:
    assert not telling(c01_before_prison="outdoors").will_ask("c06_who_lives_there")
    assert telling(c01_before_prison="family").will_ask("c06_who_lives_there")


@pytest.mark.parametrize(
    "opens",
    [
        {"c02_back_there": "probably"},
        {"c02_back_there": "not_allowed"},
        {"c02_back_there": {"not_known": "true"}},
        {"c02_back_there": "yes", "c04_safe_there": "no"},
        {"c02_back_there": "yes", "c04_safe_there": "unsure"},
    ],
)
def test_an_uncertain_home_opens_the_search_for_another(opens: dict[str, Json]) -> None:
    told = telling(**opens, c11_kinds_of_place=["family"])
    for name in ("c11b_areas", "c12_applications", "c14_homeless_on_release", "c17_landlords_may_ask"):
        assert told.will_ask(name)
    assert told.will_ask("c19_help_to_hold") and told.will_ask("c20_words_for_landlord")


def test_rather_not_say_opens_no_search() -> None:
    told = telling(c02_back_there="yes", c04_safe_there={"declined": "true"})
    assert not told.will_ask("c11_kinds_of_place")


def test_a_private_landlord_asks_for_the_deposit() -> None:
    assert telling(**NOWHERE, c11_kinds_of_place=["council", "private"]).will_ask("c13_deposit")
    assert not telling(**NOWHERE, c11_kinds_of_place=["council"]).will_ask("c13_deposit")


def test_a_letter_to_leave_asks_about_the_night_of_release() -> None:
    told = telling(**TENANT, c05_whose_name="mine", c08_home_problems=["notice"])
    assert told.will_ask("c14_homeless_on_release")
    assert not telling(**TENANT, c05_whose_name="mine", c08_home_problems=["repairs"]).will_ask(
        "c14_homeless_on_release"
    )


@pytest.mark.parametrize(("chance", "offered"), [("none", False), ("some", True), ("nearly_sure", True)])
def test_a_council_is_offered_to_whoever_may_have_nowhere(chance: str, offered: bool) -> None:
    told = telling(**NOWHERE, c14_homeless_on_release=chance)
    assert told.will_ask("c15_council_told") == offered
    assert told.will_ask("c14b_council_with_link") == offered


@pytest.mark.parametrize(
    ("told_what", "which", "how"),
    [("depth_0", False, True), ("depth_1", True, True), ("depth_2", True, True), ("later", False, False)],
)
def test_only_a_yes_names_a_council(told_what: str, which: bool, how: bool) -> None:
    told = telling(**NOWHERE, c14_homeless_on_release="some", c15_council_told=told_what)
    assert told.will_ask("c15b_which_council") == which
    assert told.will_ask("c15c_agreed_how") == how


@pytest.mark.parametrize(("release", "asked"), [("2027-02-13", True), ("2027-02-14", False)])
def test_the_night_of_release_is_asked_about_in_the_last_12_weeks(release: str, asked: bool) -> None:
    told = telling(a06_key_dates=["release"], a06_release_date=release)
    assert told.will_ask("c16_address_on_day") == asked


def test_a_fixed_term_recall_always_asks_about_the_night_of_release() -> None:
    assert telling(a04_legal_status="fixed_term_recall").will_ask("c16_address_on_day")
    assert not telling(a04_legal_status="standard_recall").will_ask("c16_address_on_day")


def test_limits_on_where_follow_from_the_file() -> None:
    assert telling(a10_risk_on_file=["mappa"], c18_limits_on_where=["licence"]).will_ask("c18b_who_decides")
    assert not telling(a10_risk_on_file=["none"]).will_ask("c18_limits_on_where")


def test_keeping_a_home_with_a_worry_asks_what_would_help() -> None:
    home: dict[str, Json] = {**TENANT, "c05_whose_name": "mine", "c09_keep_or_end": "keep"}
    assert telling(**home, c08_home_problems=["repairs"]).will_ask("c19_help_to_hold")
    assert not telling(**home, c08_home_problems=["nothing"]).will_ask("c19_help_to_hold")


def test_over_four_years_asks_what_cannot_wait_only() -> None:
    later = ("c11_kinds_of_place", "c14_homeless_on_release", "c21_housing_status", "c22_advice_given")
    told = telling(**OVER_FOUR, c02_back_there="no")
    assert told.will_ask("c01_before_prison")
    assert not any(told.will_ask(name) for name in later)


def test_over_four_years_in_the_last_12_weeks_asks_everything() -> None:
    near: dict[str, Json] = {**OVER_FOUR, "a06_key_dates": ["release"], "a06_release_date": "2027-01-15"}
    assert telling(**near, c02_back_there="no").will_ask("c14_homeless_on_release")


def test_over_four_years_and_recalled_for_a_fixed_term_asks_everything_from_the_first_day() -> None:
    recalled: dict[str, Json] = {**OVER_FOUR, "a04_legal_status": "fixed_term_recall", "c02_back_there": "no"}
    told = telling(**recalled)
    for name in ("c11_kinds_of_place", "c14_homeless_on_release", "c21_housing_status", "c22_advice_given"):
        assert told.will_ask(name)


def test_rather_not_saying_about_the_old_home_but_naming_a_place_opens_the_search() -> None:
    told = telling(c02_back_there={"declined": "true"}, c02b_where_on_release="nowhere_yet")
    for name in ("c08b_owed_on_old_home", "c11_kinds_of_place", "c14_homeless_on_release"):
        assert told.will_ask(name)
    silent = telling(c02_back_there={"declined": "true"}, c02b_where_on_release={"declined": "true"})
    assert not silent.will_ask("c11_kinds_of_place")


def test_a_follow_up_asks_nothing_about_the_home() -> None:
    told = telling("follow_up")
    assert not [one for one in told.interview.path.asked if one.placed.section == "housing"]


def test_each_application_is_asked_about_by_itself() -> None:
    here = telling(**NOWHERE, c11_kinds_of_place=["council"]).adds_row("c12_applications")
    here = here.is_asked("c12_applications[1].to_whom").answer("Larkfield Homes").answer("bid").answer("2026-09")
    assert here.asked_id == "c12_applications[1].status"

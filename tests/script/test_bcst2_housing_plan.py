"""Block C: which answers are needs, and what follows from them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bcst_tui.interview.values import Json
from tests.script.bcst2 import actions_of, at_level_3, bcst2, closed, due, locked, markers_of, needs_of, telling
from tests.vocabulary import Interviewing

HOME: dict[str, Json] = {"c01_before_prison": "private_tenant", "c02_back_there": "yes", "c05_whose_name": "mine"}
LOOKING: dict[str, Json] = {
    "c01_before_prison": "sofa_to_sofa",
    "c02_back_there": "probably",
    "c11_kinds_of_place": ["council", "private"],
}


def applied(*rows: Sequence[str], **answers: Json) -> Interviewing:
    """Somebody looking for a home with these applications: kind and status of each."""
    here = telling(**{**LOOKING, **answers})
    for kind, status in rows:
        here = here.adds_row("c12_applications").answer("Larkfield Homes").answer(kind).answer("2026").answer(status)
    return here


def test_a_settled_safe_home_is_no_need() -> None:
    told = telling(
        c01_before_prison="owner",
        c02_back_there="yes",
        c04_safe_there="yes",
        c04b_rather_not_near="no",
        c05_whose_name="somebody_else",
        c21_housing_status="settled_safe",
        c22_advice_given=["options_for_home"],
    )
    assert needs_of(told) == set()
    assert markers_of(told) == set()
    assert actions_of(told) == set()
    assert closed(told) == {"ACC-1-01", "ACC-1-02", "ACC-1-03"}


@pytest.mark.parametrize("back", ["no", "do_not_want", "not_allowed", {"not_known": "true"}])
def test_no_way_back_is_a_need_for_a_home(back: Json) -> None:
    told = telling(c02_back_there=back)
    assert needs_of(told) == {"nowhere_to_go_back"}
    assert actions_of(told) == {"ACC-2-01"}


@pytest.mark.parametrize("back", ["probably", {"declined": "true"}, {"not_asked": "no_time"}])
def test_probably_and_rather_not_say_are_no_need(back: Json) -> None:
    assert needs_of(telling(c02_back_there=back)) == set()


@pytest.mark.parametrize(
    ("status", "is_need"),
    [("settled_safe", False), ("unknown", False), ("settled_not_safe", True), ("not_settled", True), ("nowhere", True)],
)
def test_the_workers_status_is_a_need_unless_settled_or_unknown(status: str, is_need: bool) -> None:
    told = telling(c21_housing_status=status)
    assert ("not_settled_or_safe" in needs_of(told)) == is_need
    assert ("ACC-2-01" in actions_of(told)) == is_need


@pytest.mark.parametrize("safe", ["no", "unsure"])
def test_not_feeling_safe_is_a_need_without_a_reason(safe: str) -> None:
    told = telling(c02_back_there="yes", c04_safe_there=safe)
    assert needs_of(told) == {"would_rather_live_elsewhere"}
    assert markers_of(told) == {"unsafe_address"}
    assert actions_of(told) == {"ACC-2-01"}
    assert at_level_3(told) == {"ACC-3-06"}


def test_wanting_help_to_live_elsewhere_is_a_need() -> None:
    told = telling(c04b_rather_not_near="yes", c04d_want_help="yes")
    assert needs_of(told) == {"would_rather_live_elsewhere"}
    assert at_level_3(told) == {"ACC-3-06"}


def test_a_place_to_leave_out_is_no_need_by_itself() -> None:
    assert needs_of(telling(c04b_rather_not_near="yes", c04d_want_help="no")) == set()


def test_an_open_application_is_chased_and_a_bid_helped_with() -> None:
    assert actions_of(applied(("application", "waiting"))) == {"ACC-2-02", "ACC-2-05"}
    assert actions_of(applied(("application", "rejected"), ("bid", "waiting"))) == {"ACC-2-02", "ACC-2-03", "ACC-2-05"}


def test_at_level_3_the_other_check_takes_the_place_of_the_first() -> None:
    told = applied(("referral", "waiting"))
    by_level = {rule.activity: rule.only_at_level for rule in bcst2().actions}
    assert (by_level["ACC-2-05"], by_level["ACC-3-04"]) == ("2", "3")
    assert at_level_3(told) == {"ACC-3-04"}
    assert due(told, "ACC-2-05") == due(told, "ACC-3-04") == {"housing_referral"}


def test_an_application_turned_down_is_not_chased() -> None:
    assert actions_of(applied(("application", "rejected"), ("bid", "withdrawn"))) == set()


@pytest.mark.parametrize(("has", "helped"), [("have", False), ("some", True), ("none", True)])
def test_too_little_for_a_deposit_is_helped_with(has: str, helped: bool) -> None:
    assert ("ACC-2-04" in actions_of(telling(**LOOKING, c13_deposit=has))) == helped


@pytest.mark.parametrize(
    "answers",
    [
        {"c17_landlords_may_ask": ["earlier_eviction"]},
        {"c17_landlords_may_ask": ["pets", "drugs"]},
        {"c17b_on_record": ["arson"]},
        {"c20_words_for_landlord": "yes"},
    ],
)
def test_what_landlords_may_ask_is_prepared_for(answers: dict[str, Json]) -> None:
    assert "ACC-2-06" in actions_of(telling(**LOOKING, **answers))


@pytest.mark.parametrize(
    "answers", [{"c17_landlords_may_ask": ["pets", "couple"]}, {"c20_words_for_landlord": "unsure"}]
)
def test_a_pet_needs_no_words_about_convictions(answers: dict[str, Json]) -> None:
    assert "ACC-2-06" not in actions_of(telling(**LOOKING, **answers))


@pytest.mark.parametrize(
    ("wish", "activities"),
    [("keep", {"ACC-2-07"}), ("end", {"ACC-2-08"}), ("move", set()), ("undecided", set())],
)
def test_keeping_and_ending_follow_the_persons_wish(wish: str, activities: set[str]) -> None:
    assert actions_of(telling(**HOME, c09_keep_or_end=wish)) == activities


def test_rent_owed_is_a_money_need() -> None:
    told = telling(**HOME, c08_home_problems=["rent_owed"])
    assert needs_of(told) == {"rent_owed"}
    assert due(told, "FIN-2-02") == {"new_need"}


def test_a_letter_or_a_court_date_is_for_the_next_working_day() -> None:
    told = telling(**HOME, c08_home_problems=["rent_owed", "court_date"], c09_keep_or_end="keep")
    assert needs_of(told) == {"rent_owed", "court_about_home", "home_to_keep"}
    for activity in ("FIN-2-02", "SUP-1-02", "ACC-2-07"):
        assert "home_letter" in due(told, activity)
    letter = telling(**HOME, c08_home_problems=["notice"])
    assert needs_of(letter) == {"court_about_home"}
    assert due(letter, "SUP-1-02") == {"home_letter"}


@pytest.mark.parametrize(("paid", "reported"), [("uc_housing", True), ("housing_benefit", True), ("wages", False)])
def test_a_claim_that_still_runs_is_for_the_benefit_office(paid: str, reported: bool) -> None:
    told = telling(**HOME, c07b_paid_now=paid)
    assert ("FIN-2-03" in actions_of(told)) == reported
    assert due(told, "FIN-2-03") == ({"next_working_day"} if reported else set())


@pytest.mark.parametrize("told_what", ["depth_0", "depth_1", "later", {"declined": "true"}])
def test_no_council_is_asked_before_it_is_agreed(told_what: Json) -> None:
    assert locked(telling(**LOOKING, c14_homeless_on_release="some", c15_council_told=told_what), "ACC-3-01")


def test_the_council_is_asked_once_it_is_agreed() -> None:
    told = telling(**LOOKING, c14_homeless_on_release="nearly_sure", c15_council_told="depth_2")
    assert not locked(told, "ACC-3-01")
    assert due(told, "ACC-3-01") == {"new_need"}
    assert "homeless" in markers_of(told)


def test_a_bed_for_the_night_asks_no_council() -> None:
    told = telling(**LOOKING, c14_homeless_on_release="none")
    assert "ACC-3-01" not in actions_of(told)
    assert "homeless" not in markers_of(told)


@pytest.mark.parametrize(("address", "homeless"), [("no", True), ("unsure", False), ("yes", False)])
def test_no_address_on_the_day_brings_both_helps_without_waiting_for_a_level(address: str, homeless: bool) -> None:
    told = telling(a04_legal_status="fixed_term_recall", c16_address_on_day=address)
    assert ({"ACC-3-03", "ACC-3-05"} <= actions_of(told)) == homeless
    assert ("homeless" in markers_of(told)) == homeless
    assert due(told, "ACC-3-03") == ({"release_minus_28"} if homeless else set())


@pytest.mark.parametrize("on_file", ["rosh", "mappa", "orders", "exclusion_or_contact", "internet_or_work"])
def test_risk_on_file_is_considered_whatever_the_level(on_file: str) -> None:
    assert actions_of(telling(a10_risk_on_file=[on_file])) == {"ACC-3-07"}


def test_nothing_on_file_brings_nothing() -> None:
    assert actions_of(telling(a10_risk_on_file=["none"])) == set()


def test_a_safer_kind_of_place_is_for_level_3_only() -> None:
    told = telling(**LOOKING, c19_help_to_hold=["quiet"])
    assert at_level_3(told) == {"ACC-3-06"}
    assert actions_of(told) == set()


def test_help_with_bills_is_a_money_need() -> None:
    assert needs_of(telling(**LOOKING, c19_help_to_hold=["bills"])) == {"help_with_bills"}


def test_the_councils_own_duty_is_never_anybodys_action() -> None:
    assert "ACC-3-02" not in {rule.activity for rule in bcst2().actions}


def test_what_is_unknown_leaves_the_status_to_be_recorded() -> None:
    assert "ACC-1-03" not in closed(telling(c21_housing_status="unknown"))
    assert "ACC-1-03" in closed(telling(c21_housing_status="nowhere"))


@pytest.mark.parametrize("advice", [["if_homeless"], ["none_wanted"], {"declined": "true"}])
def test_advice_given_or_not_wanted_closes_it(advice: Json) -> None:
    assert "ACC-1-02" in closed(telling(c22_advice_given=advice))


def test_talking_it_through_closes_the_first_and_leaving_it_for_want_of_time_does_not() -> None:
    said: dict[str, Json] = {"c01_before_prison": "family", "c02_back_there": {"declined": "true"}}
    assert "ACC-1-01" in closed(telling(**said))
    assert closed(telling()) == set()

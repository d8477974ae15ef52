"""The settled test as the contract has it (R40), limb by limb."""

from __future__ import annotations

import pytest

from bcst_tui.interview.values import Json
from tests.script.bcst2 import settled, telling


@pytest.mark.parametrize(
    ("kind", "facts", "limb"),
    [
        ("owner", {}, "i"),
        ("social_tenant", {"c03_three_months": "yes"}, "i"),
        ("private_tenant", {"c03_three_months": "yes"}, "i"),
        ("family", {"c03d_stay_for_good": "yes"}, "i"),
        ("friend", {"c03b_own_room": "yes", "c03c_kitchen_and_bath": "yes"}, "i"),
        ("caravan_or_boat", {"c03h_permanent_home": "yes"}, "i"),
        (
            "supported",
            {"c03_three_months": "yes", "c03f_accredited": "yes", "c03g_help_to_move_on": "yes"},
            "ii",
        ),
        ("approved_premises", {}, "iii"),
    ],
)
def test_going_back_home_is_settled_by_its_limb(kind: str, facts: dict[str, str], limb: str) -> None:
    told = telling(c01_before_prison=kind, c02_back_there="yes", **facts)
    assert settled(told) == ("settled", limb)


@pytest.mark.parametrize(
    ("kind", "facts", "limb"),
    [
        ("owner", {}, "i"),
        ("private_tenant", {"c03_three_months": "yes"}, "i"),
        ("family", {"c03d_stay_for_good": "yes", "c03e_may_go_back": "yes"}, "i"),
        ("approved_premises", {}, "iii"),
    ],
)
def test_a_new_place_is_settled_by_the_same_limbs(kind: str, facts: dict[str, str], limb: str) -> None:
    told = telling(c01_before_prison="outdoors", c02_back_there="no", c02b_where_on_release=kind, **facts)
    assert settled(told) == ("settled", limb)


@pytest.mark.parametrize("kind", ["hostel_or_emergency", "sofa_to_sofa", "tied_to_job", "asylum_housing"])
def test_other_kinds_of_place_are_not_settled(kind: str) -> None:
    assert settled(telling(c01_before_prison=kind, c02_back_there="yes")) == ("not_settled", None)


def test_nowhere_to_go_is_not_settled() -> None:
    told = telling(c01_before_prison="owner", c02_back_there="not_allowed", c02b_where_on_release="nowhere_yet")
    assert settled(told) == ("not_settled", None)


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("private_tenant", {"c03_three_months": "no"}),
        ("family", {"c03d_stay_for_good": "no"}),
        ("friend", {"c03b_own_room": "no", "c03c_kitchen_and_bath": "yes"}),
        ("friend", {"c03b_own_room": "yes", "c03c_kitchen_and_bath": "no"}),
        ("friend", {"c03b_own_room": "unsure", "c03c_kitchen_and_bath": "no"}),
        ("caravan_or_boat", {"c03h_permanent_home": "no"}),
        ("supported", {"c03_three_months": "yes", "c03f_accredited": "no", "c03g_help_to_move_on": "yes"}),
        ("supported", {"c03_three_months": "yes", "c03f_accredited": "yes", "c03g_help_to_move_on": "no"}),
        ("supported", {"c03_three_months": "no", "c03f_accredited": "yes", "c03g_help_to_move_on": "yes"}),
    ],
)
def test_one_condition_missed_is_not_settled(kind: str, facts: dict[str, str]) -> None:
    told = telling(c01_before_prison=kind, c02_back_there="yes", **facts)
    assert settled(told) == ("not_settled", None)


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("social_tenant", {"c03_three_months": "unsure"}),
        ("social_tenant", {"c03_three_months": {"declined": "true"}}),
        ("social_tenant", {}),
        ("family", {"c03d_stay_for_good": "unsure"}),
        ("friend", {"c03b_own_room": "yes", "c03c_kitchen_and_bath": "unsure"}),
        ("friend", {"c03b_own_room": {"not_known": "true"}, "c03c_kitchen_and_bath": "yes"}),
        ("supported", {"c03_three_months": "yes", "c03f_accredited": "unsure", "c03g_help_to_move_on": "yes"}),
        ("caravan_or_boat", {"c03h_permanent_home": "unsure"}),
    ],
)
def test_unknown_is_not_no(kind: str, facts: dict[str, Json]) -> None:
    told = telling(c01_before_prison=kind, c02_back_there="yes", **facts)
    assert settled(told) == ("unknown", None)


def test_family_that_has_not_said_yes_leaves_it_unknown() -> None:
    told = telling(
        c01_before_prison="family", c02_back_there="probably", c03d_stay_for_good="yes", c03e_may_go_back="unsure"
    )
    assert settled(told) == ("unknown", None)


def test_not_knowing_about_the_old_home_leaves_the_new_one_to_decide() -> None:
    told = telling(
        c01_before_prison="outdoors",
        c02_back_there={"not_known": "true"},
        c02b_where_on_release="approved_premises",
    )
    assert settled(told) == ("settled", "iii")


def test_with_nothing_told_it_is_unknown() -> None:
    assert settled(telling()) == ("unknown", None)


@pytest.mark.parametrize("status", ["settled_safe", "nowhere", "unknown"])
def test_the_answer_stays_the_workers(status: str) -> None:
    told = telling(c01_before_prison="owner", c02_back_there="yes", c21_housing_status=status)
    assert settled(told) == ("settled", "i")
    assert told.will_ask("c21b_limb") == (status == "settled_safe")

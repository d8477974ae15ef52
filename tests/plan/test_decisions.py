"""Decision lists, and every limb of the settled test (R40)."""

from __future__ import annotations

import pytest

from bcst_tui.interview.values import Json
from bcst_tui.plan.decisions import decide
from bcst_tui.plan.model import SettledStatus
from bcst_tui.script.rules import Decision
from tests.plan.planning import plan_of
from tests.script.bcst2 import telling
from tests.vocabulary import Interviewing, interviewing

TWO = """
section: home
title: Home
rail: Home
questions:
  - {id: rented, kind: yes_no, said: {standard: Rented?}, audience: housing_plan}
  - {id: lasting, kind: yes_no, said: {standard: For 3 months?}, audience: housing_plan}
"""
LIST = Decision.model_validate(
    {
        "id": "settled",
        "source": "R40",
        "unknown": "unknown",
        "steps": [
            {
                "when": {"all": [{"question": "rented", "equals": "yes"}, {"question": "lasting", "equals": "yes"}]},
                "then": "settled",
                "limb": "i",
                "because": "A tenancy that lasts.",
            },
            {"when": {"question": "rented", "equals": "no"}, "then": "not_settled", "because": "No tenancy."},
        ],
        "otherwise": {"then": "not_settled", "because": "Nothing else counts."},
    }
)


def says(told: Interviewing) -> SettledStatus:
    return decide(LIST, told.interview.known)


def test_the_first_step_that_holds_decides_and_shows_its_limb() -> None:
    assert says(interviewing(TWO).answers(rented="yes", lasting="yes")) == SettledStatus(
        "settled", "i", "A tenancy that lasts."
    )


def test_a_step_that_cannot_hold_is_passed_over() -> None:
    assert says(interviewing(TWO).answers(rented="no")).because == "No tenancy."


def test_when_no_step_holds_the_rest_is_said() -> None:
    assert says(interviewing(TWO).answers(rented="yes", lasting="no")).because == "Nothing else counts."


@pytest.mark.parametrize("told", [interviewing(TWO), interviewing(TWO).answers(rented="yes").skips("not_known")])
def test_a_step_that_might_hold_stops_the_list_at_unknown(told: Interviewing) -> None:
    assert (says(told).status, says(told).limb) == ("unknown", None)


@pytest.mark.parametrize(
    ("where", "conditions", "status", "limb"),
    [
        ("approved_premises", {}, "settled", "iii"),
        ("owner", {}, "settled", "i"),
        ("private_tenant", {"c03_three_months": "yes"}, "settled", "i"),
        ("social_tenant", {"c03_three_months": "yes"}, "settled", "i"),
        ("social_tenant", {"c03_three_months": "no"}, "not_settled", None),
        ("family", {"c03d_stay_for_good": "yes"}, "settled", "i"),
        ("family", {"c03d_stay_for_good": "no"}, "not_settled", None),
        ("friend", {"c03b_own_room": "yes", "c03c_kitchen_and_bath": "yes"}, "settled", "i"),
        ("friend", {"c03b_own_room": "yes", "c03c_kitchen_and_bath": "no"}, "not_settled", None),
        ("friend", {"c03b_own_room": "no", "c03c_kitchen_and_bath": "yes"}, "not_settled", None),
        ("caravan_or_boat", {"c03h_permanent_home": "yes"}, "settled", "i"),
        ("caravan_or_boat", {"c03h_permanent_home": "no"}, "not_settled", None),
        (
            "supported",
            {"c03f_accredited": "yes", "c03_three_months": "yes", "c03g_help_to_move_on": "yes"},
            "settled",
            "ii",
        ),
        (
            "supported",
            {"c03f_accredited": "yes", "c03_three_months": "yes", "c03g_help_to_move_on": "no"},
            "not_settled",
            None,
        ),
        ("hostel_or_emergency", {}, "not_settled", None),
        ("sofa_to_sofa", {}, "not_settled", None),
        ("private_tenant", {}, "unknown", None),
        ("friend", {"c03b_own_room": "yes"}, "unknown", None),
        ("private_tenant", {"c03_three_months": "unsure"}, "unknown", None),
    ],
)
def test_every_limb_of_the_settled_test(where: str, conditions: dict[str, Json], status: str, limb: str | None) -> None:
    told = telling(b08_go_on="go_on", c01_before_prison=where, c02_back_there="yes", **conditions)
    settled = dict(plan_of(told).decisions)["settled_test"]
    assert (settled.status, settled.limb) == (status, limb)
    assert settled.because


def test_nothing_known_of_a_home_is_unknown_and_no_need() -> None:
    plan = plan_of(telling(b08_go_on="go_on"))
    assert dict(plan.decisions)["settled_test"].status == "unknown"
    assert plan.needs == ()

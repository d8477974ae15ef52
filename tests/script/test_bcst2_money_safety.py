"""Block E, where money could bring somebody harm: debts that aren't safe, and claims that are shared."""

from __future__ import annotations

from datetime import date

import pytest

from bcst_tui.export.told import hand_offs
from bcst_tui.interview.values import Json
from tests.plan.planning import action_in, deadline_in, need_in, plan_of
from tests.script.bcst2 import actions_of, due, locked, needs_of, telling
from tests.vocabulary import Interviewing

HOME: dict[str, Json] = {"c01_before_prison": "private_tenant", "c02_back_there": "yes", "c05_whose_name": "mine"}
THAT_SORT: dict[str, Json] = {"e03_owes_money": ["none"], "e03b_that_sort": "yes", "e03g_advice_on_it": "yes"}
PAYMENTS = {"FIN-2-02", "FIN-2-04"}


def claiming(**answers: Json) -> Interviewing:
    return telling(e01_income_before=["universal_credit"], **answers)


def owing_beside_it(*kinds: str) -> Interviewing:
    safe: dict[str, Json] = {"e03_owes_money": list(kinds)}
    return telling(**(THAT_SORT | safe))


@pytest.mark.parametrize("more", [{}, {"e03d_worry_in_here": "yes"}])
def test_a_debt_that_is_not_safe_gets_advice_if_wanted_and_never_a_plan_to_pay(more: dict[str, Json]) -> None:
    told = telling(**THAT_SORT, **more)
    assert needs_of(told) == {"debt_not_safe"}
    assert actions_of(told) == {"FIN-2-01"}


@pytest.mark.parametrize("wanted", ["no", "unsure", {"declined": "true"}])
def test_a_debt_that_is_not_safe_is_no_need_by_itself(wanted: Json) -> None:
    assert needs_of(telling(**{**THAT_SORT, "e03g_advice_on_it": wanted})) == set()


@pytest.mark.parametrize(
    ("kinds", "plans"), [(["rent"], {"FIN-2-02"}), (["fines"], {"FIN-2-04"}), (["rent", "fines"], PAYMENTS)]
)
def test_a_safe_debt_beside_it_keeps_its_own_plan(kinds: list[str], plans: set[str]) -> None:
    told = owing_beside_it(*kinds)
    assert actions_of(told) & PAYMENTS == plans
    for activity in plans:
        assert "unsafe_debt" not in action_in(plan_of(told), activity).audiences


def test_what_follows_from_that_sort_takes_its_row() -> None:
    plan = plan_of(telling(**THAT_SORT))
    assert "unsafe_debt" in need_in(plan, "debt_not_safe").audiences
    assert "unsafe_debt" in action_in(plan, "FIN-2-01").audiences


def test_advice_there_already_is_not_asked_for_twice() -> None:
    told = owing_beside_it("fines")
    assert needs_of(told) == {"debts"}
    assert "unsafe_debt" not in action_in(plan_of(told), "FIN-2-01").audiences


def test_a_worry_in_here_is_told_as_handed_on_and_says_nothing_of_a_debt() -> None:
    told = telling(
        **THAT_SORT,
        e03d_worry_in_here="yes",
        e03e_handed_to=["safer_custody"],
        e03f_handed_at="2026-11-21 11:30",
    )
    (handed,) = hand_offs(told.interview)
    assert (handed.on, handed.told) == (date(2026, 11, 21), "Safer custody team")
    assert not [word for word in ("owe", "debt", "that sort") if word in handed.words.lower()]


@pytest.mark.parametrize(
    ("knows", "needed"), [("no", True), ("yes", False), ("unsure", False), ({"declined": "true"}, False)]
)
def test_an_office_that_does_not_know_is_a_need_for_the_next_working_day(knows: Json, needed: bool) -> None:
    told = claiming(e02_benefit_office_told=knows, e02b_joint_claim="no")
    assert ("claim_not_told" in needs_of(told)) == needed
    assert due(told, "FIN-2-03") == ({"next_working_day"} if needed else set())


@pytest.mark.parametrize(
    ("knows", "needs"), [("no", {"claim_for_rent"}), ("unsure", {"claim_for_rent"}), ("yes", set())]
)
def test_a_claim_that_pays_the_rent_is_the_same_claim(knows: str, needs: set[str]) -> None:
    told = telling(**HOME, c07b_paid_now="uc_housing", e02_benefit_office_told=knows, e02b_joint_claim="no")
    assert needs_of(told) == needs


def test_a_claim_of_ones_own_is_told_without_waiting() -> None:
    assert not locked(claiming(e02_benefit_office_told="no", e02b_joint_claim="no"), "FIN-2-03")


@pytest.mark.parametrize("joint", ["yes", "unsure", {"declined": "true"}, {"not_known": "true"}])
@pytest.mark.parametrize(
    ("said", "waits"), [("yes", False), ("not_yet", True), ("no", True), ({"declined": "true"}, True)]
)
def test_nothing_is_told_of_a_shared_claim_before_the_person_says_so(joint: Json, said: Json, waits: bool) -> None:
    told = claiming(e02_benefit_office_told="no", e02b_joint_claim=joint, e02f_all_right_to_tell=said)
    action = action_in(plan_of(told), "FIN-2-03")
    assert locked(told, "FIN-2-03") == waits
    assert (action.status == "held") == waits
    assert ("telling is all right" in action.locked_because) == waits


@pytest.mark.parametrize(("said", "waits"), [("not_yet", True), ("no", True), ("yes", False)])
def test_who_keeps_a_tenancy_going_is_warned_while_the_benefit_office_may_not_be_told(said: str, waits: bool) -> None:
    paid: dict[str, Json] = {"c07b_paid_now": "uc_housing", "e02_benefit_office_told": "no", "e02b_joint_claim": "yes"}
    told = telling(**HOME, **paid, c09_keep_or_end="keep", e02f_all_right_to_tell=said)
    tenancy = action_in(plan_of(told), "ACC-2-07")
    assert tenancy.status == "proposed"
    assert ("telling has not been agreed" in tenancy.caution) == waits == locked(told, "FIN-2-03")
    assert "income_benefits" in tenancy.audiences or not waits


def test_who_keeps_a_tenancy_without_a_claim_going_is_not_warned() -> None:
    told = telling(**HOME, c07b_paid_now="wages", c09_keep_or_end="keep")
    assert action_in(plan_of(told), "ACC-2-07").caution == ""


def test_before_it_is_known_whether_a_claim_is_shared_nothing_is_told() -> None:
    assert action_in(plan_of(claiming(e02_benefit_office_told="no")), "FIN-2-03").status == "held"
    rent = telling(**HOME, c07b_paid_now="housing_benefit")
    assert action_in(plan_of(rent), "FIN-2-03").status == "held"


def test_the_childrens_money_does_not_open_what_waits() -> None:
    children: dict[str, Json] = {"e02d_lives_on_it": ["children"], "e13_childrens_money": "yes"}
    shared = claiming(
        e02_benefit_office_told="no", e02b_joint_claim="yes", e02f_all_right_to_tell="not_yet", **children
    )
    assert {"claim_not_told", "childrens_money"} <= needs_of(shared)
    assert action_in(plan_of(shared), "FIN-2-03").status == "held"
    agreed = shared.revises(e02f_all_right_to_tell="yes")
    assert action_in(plan_of(agreed), "FIN-2-03").status == "proposed"


def test_the_childrens_money_by_itself_is_helped_with() -> None:
    told = telling(c01_before_prison="family", c06_who_lives_there=["children"], e13_childrens_money="yes")
    assert actions_of(told) == {"FIN-2-03", "FIN-2-05"}
    assert action_in(plan_of(told), "FIN-2-03").status == "proposed"


def test_the_rent_clock_runs_both_ways_beside_the_claim() -> None:
    told = telling(
        **HOME,
        a02_came_in="2026-11-19 10:00",
        c07b_paid_now="uc_housing",
        e02_benefit_office_told="no",
        e02b_joint_claim="no",
    )
    limit = deadline_in(plan_of(told), "uc_housing_limit")
    assert limit.due == date(2027, 5, 19)
    assert "20 May 2027" in limit.note and "DWP" in limit.note

"""Block E: which answers are needs, and what follows from them."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from bcst_tui.interview.values import Json
from tests.plan.planning import action_in, activities, level_in, need_in, plan_of
from tests.script.bcst2 import actions_of, bcst2, closed, due, knowing, markers_of, needs_of, telling

HOME: dict[str, Json] = {"c01_before_prison": "private_tenant", "c02_back_there": "yes", "c05_whose_name": "mine"}
IN_ORDER: dict[str, Json] = {
    "e01_income_before": ["wages"],
    "e03_owes_money": ["none"],
    "e03b_that_sort": "no",
    "e05_money_only_to_me": "already",
    "e06_bank_account": "own",
    "e07_identity": ["driving_licence"],
    "e08_sure_with_bills": "4",
    "e12_advice_given": ["none_wanted"],
}


def test_money_in_order_is_no_need() -> None:
    told = telling(**IN_ORDER)
    assert needs_of(told) == set()
    assert markers_of(told) == set()
    assert actions_of(told) == set()
    assert closed(told) == {"FIN-1-01", "FIN-1-02", "FIN-1-03"}
    assert level_in(plan_of(told), "FIN").level == 1


@pytest.mark.parametrize(
    ("answers", "needs", "actions"),
    [
        ({"e03_owes_money": ["loans"], "e03c_how_much": "a_little"}, set(), set()),
        ({"e03_owes_money": ["loans"], "e03c_how_much": "a_lot"}, {"debts"}, {"FIN-2-01", "FIN-2-04"}),
        ({"e03_owes_money": ["fuel"], "e03c_how_much": "not_sure"}, {"debts"}, {"FIN-2-01", "FIN-2-04"}),
        ({"e03_owes_money": ["fines"], "e03c_how_much": "a_little"}, {"debts"}, {"FIN-2-01", "FIN-2-04"}),
        ({"e03_owes_money": ["loans"], "e03c_how_much": {"not_known": "true"}}, set(), set()),
        ({"e03_owes_money": ["rent"], "e03c_how_much": "a_little"}, {"rent_owed"}, {"FIN-2-02"}),
        ({"e03_owes_money": ["rent"], "e03c_how_much": "a_lot"}, {"rent_owed", "debts"}, {"FIN-2-01", "FIN-2-02"}),
        ({"e03_owes_money": ["loans"], "e04_letters": ["letters"]}, {"debt_letters"}, {"FIN-2-01", "FIN-2-04"}),
        (
            {"e03_owes_money": ["rent"], "e04_letters": ["court"]},
            {"rent_owed", "debt_letters"},
            {"FIN-2-01", "FIN-2-02"},
        ),
        ({"e03_owes_money": ["loans"], "e04_letters": ["nothing"]}, set(), set()),
        ({"e03_owes_money": {"declined": "true"}}, set(), set()),
        ({"e06_bank_account": "own"}, set(), set()),
        ({"e06_bank_account": "own_not_usable"}, {"account_of_own"}, {"FIN-2-06"}),
        ({"e06_bank_account": "joint"}, {"account_of_own"}, {"FIN-2-06"}),
        ({"e06_bank_account": "held_by_other"}, {"account_of_own"}, {"FIN-2-06"}),
        ({"e06_bank_account": "none"}, {"account_of_own"}, {"FIN-2-06"}),
        ({"e06_bank_account": "basic_wanted"}, {"account_of_own"}, {"FIN-2-06"}),
        ({"e05_money_only_to_me": "yes"}, {"account_of_own"}, {"FIN-2-06"}),
        ({"e05_money_only_to_me": "yes", "e06_bank_account": "own"}, {"account_of_own"}, {"FIN-2-06"}),
        ({"e05_money_only_to_me": "already"}, set(), set()),
        ({"e05_money_only_to_me": "no"}, set(), set()),
        ({"e05_money_only_to_me": "not_now"}, set(), set()),
        ({"e08_sure_with_bills": "1"}, {"help_with_bills"}, {"FIN-2-05"}),
        ({"e08_sure_with_bills": "2"}, {"help_with_bills"}, {"FIN-2-05"}),
        ({"e08_sure_with_bills": "3", "e08b_help_with_bills": "yes"}, {"help_with_bills"}, {"FIN-2-05"}),
        ({"e08_sure_with_bills": "3", "e08b_help_with_bills": "unsure"}, set(), set()),
        ({"e08_sure_with_bills": {"declined": "true"}}, set(), set()),
        ({"e09b_gap": "yes"}, {"help_with_bills"}, {"FIN-2-05"}),
        ({"e09_first_weeks": "0", "e09b_gap": "unsure"}, set(), set()),
    ],
)
def test_each_answer_brings_its_need_and_what_helps(
    answers: dict[str, Json], needs: set[str], actions: set[str]
) -> None:
    told = telling(**answers)
    assert needs_of(told) == needs
    assert actions_of(told) == actions
    assert level_in(plan_of(told), "FIN").level == (2 if needs else 1)


def test_money_that_may_be_due_is_listed_with_every_income() -> None:
    told = knowing({"age": "63"}, e11_money_due="yes")
    assert (needs_of(told), actions_of(told)) == ({"money_due"}, {"FIN-2-05"})
    assert needs_of(knowing({"age": "63"}, e11_money_due="unsure")) == set()


def test_fines_to_settle_bring_a_way_to_pay_and_legal_advice() -> None:
    told = telling(e03_owes_money=["fines"], e10_to_settle="yes")
    assert needs_of(told) == {"debts", "fines_to_settle"}
    assert actions_of(told) == {"FIN-2-01", "FIN-2-04", "SUP-1-02"}


@pytest.mark.parametrize("come", ["court", "bailiffs"])
def test_court_and_bailiffs_are_for_the_next_working_day(come: str) -> None:
    told = telling(e03_owes_money=["loans"], e04_letters=[come])
    for activity in ("FIN-2-01", "FIN-2-04"):
        assert "debt_letter" in due(told, activity)
        assert action_in(plan_of(told), activity).due.on == date(2026, 11, 23)


def test_a_reminder_is_a_new_need_and_no_more() -> None:
    told = telling(e03_owes_money=["loans"], e04_letters=["letters"])
    assert due(told, "FIN-2-01") == due(told, "FIN-2-04") == {"new_need"}


def test_a_date_close_by_on_a_letter_about_a_debt_is_not_waited_for() -> None:
    told = telling(e03_owes_money=["loans"], e04_letters=["court"], e04d_date_on_letter="2026-11-24")
    assert action_in(plan_of(told), "FIN-2-01").due.on == date(2026, 11, 21)


def test_rent_told_twice_is_one_need_and_one_plan_to_pay() -> None:
    told = telling(**HOME, c08_home_problems=["rent_owed"], e03_owes_money=["rent"])
    assert needs_of(told) == {"rent_owed"}
    assert [one.question_id for one in need_in(plan_of(told), "rent_owed").evidence] == [
        "c08_home_problems",
        "e03_owes_money",
    ]
    assert {one for one in activities(plan_of(told)) if one.startswith("FIN-2")} == {"FIN-2-02"}


def test_help_with_bills_asked_for_in_three_ways_is_one_need() -> None:
    told = telling(e08_sure_with_bills="1", e09b_gap="yes")
    assert needs_of(told) == {"help_with_bills"}
    assert len(need_in(plan_of(told), "help_with_bills").evidence) == 2


ACCOUNTS: tuple[Json, ...] = ("own", "none", "held_by_other")
PAPERS: tuple[Json, ...] = (["passport"], ["none"], ["held_by_other"], ["birth_certificate", "held_by_other"])
NUMBERS: tuple[Json, ...] = ("none", {"not_known": "true"})


@pytest.mark.parametrize(("account", "papers", "number"), list(product(ACCOUNTS, PAPERS, NUMBERS)))
@pytest.mark.parametrize("owes", [["none"], ["fines"]])
def test_papers_are_one_action_whatever_else_is_missing(account: Json, papers: Json, number: Json, owes: Json) -> None:
    told = telling(a01_ni_number=number, e06_bank_account=account, e07_identity=papers, e03_owes_money=owes)
    wanted = {"no_ni_number", "proof_of_identity"} & needs_of(told)
    assert ("proof_of_identity" in wanted) == (papers != ["passport"])
    assert ("no_ni_number" in wanted) == (number == "none")
    serving = [one for one in plan_of(told).actions if wanted & set(one.needs)]
    assert [one.activity for one in serving] == ([] if not wanted else ["FIN-2-01" if account == "own" else "FIN-2-06"])
    assert all(wanted <= set(one.needs) for one in serving)


@pytest.mark.parametrize(
    ("advice", "done"),
    [
        (["handling_money"], {"FIN-1-02"}),
        (["told_of_jobcentre"], {"FIN-1-02", "FIN-1-03"}),
        (["ways_with_debt", "no_service_wanted"], {"FIN-1-02", "FIN-1-03"}),
        (["none_wanted"], {"FIN-1-02", "FIN-1-03"}),
        ({"declined": "true"}, {"FIN-1-02", "FIN-1-03"}),
    ],
)
def test_advice_and_services_close_their_own_part(advice: Json, done: set[str]) -> None:
    assert closed(telling(e12_advice_given=advice)) == done


@pytest.mark.parametrize("left", ["e01_income_before", "e03_owes_money", "e08_sure_with_bills"])
def test_talking_it_through_takes_all_three(left: str) -> None:
    said = {name: value for name, value in IN_ORDER.items() if name != left}
    assert "FIN-1-01" not in closed(telling(**said))
    declined: dict[str, Json] = {left: {"declined": "true"}}
    assert "FIN-1-01" in closed(telling(**(said | declined)))


def test_every_service_told_of_gets_a_follow_up() -> None:
    advice = bcst2().placed["e12_advice_given"].question
    told_of: list[Json] = [one.id for one in advice.options if one.id.startswith("told_of_")]
    signposts = plan_of(telling(e12_advice_given=told_of)).signposts
    assert {one.service for one in signposts} == {
        "jobcentre_plus",
        "dwp",
        "citizens_advice",
        "stepchange",
        "prison_money",
        "prison_education",
    }
    assert {one.follow_up.due.on for one in signposts} == {date(2026, 12, 4)}
    assert {one.activity for one in signposts} == {"FIN-1-03"}

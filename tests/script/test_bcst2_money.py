"""Block E: which answers open which questions."""

from __future__ import annotations

import pytest

from bcst_tui.interview.values import Json
from tests.script.bcst2 import bcst2, knowing, telling

HOME: dict[str, Json] = {"c01_before_prison": "private_tenant", "c02_back_there": "yes", "c05_whose_name": "mine"}
RENT: dict[str, Json] = {**HOME, "c08_home_problems": ["rent_owed"]}
OVER_FOUR: dict[str, Json] = {"a05_total_sentence": "over_4_years"}
CLAIM: dict[str, Json] = {"e01_income_before": ["universal_credit"]}
THAT_SORT: dict[str, Json] = {"e03_owes_money": ["none"], "e03b_that_sort": "yes"}
ABOUT_THE_CLAIM = {
    "e02_benefit_office_told",
    "e02b_joint_claim",
    "e02c_still_paid",
    "e02d_lives_on_it",
    "e02e_who_would_notice",
    "e02f_all_right_to_tell",
}
EVERYBODY = [
    "e01_income_before",
    "e03_owes_money",
    "e03b_that_sort",
    "e05_money_only_to_me",
    "e06_bank_account",
    "e07_identity",
    "e08_sure_with_bills",
    "e12_advice_given",
]


def asked_about_money(**answers: Json) -> list[str]:
    path = telling(**answers).interview.path
    return [one.id for one in path.asked if one.placed.section == "money"]


def test_wages_and_no_debts_keep_it_short() -> None:
    assert asked_about_money(e01_income_before=["wages"], e03_owes_money=["none"]) == EVERYBODY


def test_over_four_years_only_what_cannot_wait_is_asked() -> None:
    asked = asked_about_money(
        **OVER_FOUR,
        c01_before_prison="family",
        c06_who_lives_there=["children"],
        e02_benefit_office_told="no",
        e02b_joint_claim="yes",
        e03_owes_money=["fines"],
        e04_letters=["court"],
    )
    assert {name[:3] for name in asked} == {"e02", "e03", "e04", "e05", "e06", "e07"}
    assert asked[0] == "e02_benefit_office_told"


@pytest.mark.parametrize(
    "near",
    [{"a06_key_dates": ["release"], "a06_release_date": "2027-01-10"}, {"a04_legal_status": "fixed_term_recall"}],
)
def test_in_the_last_twelve_weeks_and_on_a_fixed_term_recall_all_of_it_is_asked(near: dict[str, Json]) -> None:
    assert set(EVERYBODY) <= set(asked_about_money(**OVER_FOUR, **near))


def test_the_end_of_the_interview_asks_nothing_about_money() -> None:
    assert asked_about_money(b08_go_on="other_day") == []


def test_a_follow_up_meeting_asks_nothing_about_money() -> None:
    assert [one for one in telling("follow_up").interview.path.asked if one.placed.section == "money"] == []


@pytest.mark.parametrize(
    ("came_in", "claims"),
    [
        ("universal_credit", True),
        ("older_benefit", True),
        ("disability_benefit", True),
        ("wages", False),
        ("pension", False),
    ],
)
def test_a_benefit_asks_whether_the_office_knows(came_in: str, claims: bool) -> None:
    assert telling(e01_income_before=[came_in]).will_ask("e02_benefit_office_told") == claims


@pytest.mark.parametrize("paid", [{"c07_paid_before": "uc_housing"}, {"c07b_paid_now": "housing_benefit"}])
def test_a_claim_told_about_the_home_is_not_asked_for_again(paid: dict[str, Json]) -> None:
    assert telling(**HOME, **paid, e01_income_before=["wages"]).will_ask("e02_benefit_office_told")
    assert bcst2().placed["e01_income_before"].question.recall == "c07_paid_before"
    assert bcst2().placed["e02_benefit_office_told"].question.recall == "c07b_paid_now"


def test_no_claim_at_all_asks_no_more_about_it() -> None:
    asked = asked_about_money(**OVER_FOUR, e02_benefit_office_told={"not_applicable": "true"})
    assert ABOUT_THE_CLAIM & set(asked) == {"e02_benefit_office_told"}


@pytest.mark.parametrize("joint", ["yes", "unsure", {"declined": "true"}, {"not_known": "true"}])
@pytest.mark.parametrize("told", ["no", "unsure", {"declined": "true"}])
def test_who_would_notice_is_said_before_telling_is_asked_about(told: Json, joint: Json) -> None:
    asked = asked_about_money(**CLAIM, e02_benefit_office_told=told, e02b_joint_claim=joint)
    at = asked.index("e02e_who_would_notice")
    assert asked[at + 1] == "e02f_all_right_to_tell"
    assert bcst2().placed["e02e_who_would_notice"].question.kind == "note"


@pytest.mark.parametrize("claim", [("yes", "yes"), ("no", "no")])
def test_an_office_that_knows_and_a_claim_of_ones_own_need_no_such_talk(claim: tuple[str, str]) -> None:
    told, joint = claim
    asked = asked_about_money(**CLAIM, e02_benefit_office_told=told, e02b_joint_claim=joint)
    assert ABOUT_THE_CLAIM - set(asked) == {"e02e_who_would_notice", "e02f_all_right_to_tell"}


def test_debts_wait_while_somebody_can_hear_and_open_nothing() -> None:
    overheard = telling(b05_privacy="not")
    waiting = [one.id for one in overheard.interview.path.waiting if one.placed.section == "money"]
    assert waiting == ["e03_owes_money", "e03b_that_sort"]
    asked = {one.id for one in overheard.interview.path.asked}
    assert not asked & {"e03c_how_much", "e03d_worry_in_here", "e04_letters", "e10_to_settle"}
    assert overheard.revises(b05_privacy="private").will_ask("e03_owes_money")


def test_money_only_to_me_is_asked_of_everybody_also_where_somebody_can_hear() -> None:
    for answers in ({}, OVER_FOUR, {"b05_privacy": "not"}, {"e01_income_before": ["none"]}):
        assert telling(**answers).will_ask("e05_money_only_to_me")


@pytest.mark.parametrize(
    ("kinds", "told_of_home", "asked"),
    [
        (["none"], ["nothing"], False),
        (["fines"], ["rent_owed"], True),
        (["rent"], ["nothing"], True),
        (["rent"], ["rent_owed"], False),
        (["rent", "fuel"], ["rent_owed"], True),
    ],
)
def test_rent_told_about_the_home_is_not_asked_about_again(
    kinds: list[Json], told_of_home: list[Json], asked: bool
) -> None:
    told = telling(**HOME, c08_home_problems=told_of_home, e03_owes_money=kinds)
    assert told.will_ask("e03c_how_much") == asked
    assert bcst2().placed["e03_owes_money"].question.recall == "c08_home_problems"


def test_a_letter_about_the_home_is_not_asked_about_again() -> None:
    assert not telling(**RENT, e03_owes_money=["rent"]).will_ask("e04_letters")
    assert telling(**RENT, e03_owes_money=["rent", "loans"]).will_ask("e04_letters")
    assert telling(c01_before_prison="family", e03_owes_money=["rent"]).will_ask("e04_letters")


def test_a_debt_that_is_not_safe_is_asked_no_sum_no_name_and_no_letter() -> None:
    asked = [name for name in asked_about_money(**THAT_SORT) if name[:3] in ("e03", "e04")]
    assert asked == ["e03_owes_money", "e03b_that_sort", "e03d_worry_in_here", "e03g_advice_on_it"]
    kinds = {bcst2().placed[name].question.kind for name in asked}
    assert kinds == {"choices", "choice", "yes_no"}


def test_that_sort_is_in_no_list_that_an_officer_sees() -> None:
    assert bcst2().placed["e03_owes_money"].question.audience == "debts"
    assert {bcst2().placed[name].question.audience for name in ("e03b_that_sort", "e03d_worry_in_here")} == {
        "unsafe_debt"
    }
    assert [one.id for one in bcst2().placed["e03_owes_money"].question.options if "safe" in one.said.lower()] == []


@pytest.mark.parametrize(("worry", "handed"), [("yes", True), ("no", False), ("unsure", False)])
def test_a_worry_in_here_is_handed_on_at_once(worry: str, handed: bool) -> None:
    told = telling(**THAT_SORT, e03d_worry_in_here=worry)
    assert told.will_ask("e03e_handed_to") == told.will_ask("e03f_handed_at") == handed


@pytest.mark.parametrize(
    ("come", "which", "day"),
    [("letters", True, False), ("court", True, True), ("bailiffs", True, True), ("nothing", False, False)],
)
def test_a_letter_asks_which_comes_first_and_court_or_bailiffs_the_day(come: str, which: bool, day: bool) -> None:
    told = telling(e03_owes_money=["loans"], e04_letters=[come])
    assert told.will_ask("e04b_comes_first") == told.will_ask("e04c_amount") == which
    assert told.will_ask("e04d_date_on_letter") == day


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"e03_owes_money": ["fines"]}, True),
        ({"e03_owes_money": ["loans"], "e04_letters": ["court"]}, True),
        ({"e03_owes_money": ["loans"], "e04_letters": ["bailiffs"]}, False),
    ],
)
def test_fines_and_court_letters_ask_what_is_to_be_settled(answers: dict[str, Json], asked: bool) -> None:
    assert telling(**answers).will_ask("e10_to_settle") == asked


def test_no_wages_asks_about_the_first_weeks() -> None:
    assert telling(e01_income_before=["family"]).will_ask("e09_first_weeks")
    assert not telling(e01_income_before=["wages", "savings"]).will_ask("e09b_gap")


@pytest.mark.parametrize(("sure", "asked"), [("1", False), ("2", False), ("3", True), ("4", False), ("5", False)])
def test_somebody_in_the_middle_is_asked_whether_help_with_bills_is_wanted(sure: str, asked: bool) -> None:
    assert telling(e08_sure_with_bills=sure).will_ask("e08b_help_with_bills") == asked


@pytest.mark.parametrize(("age", "asked"), [("49", False), ("50", True), ("71", True)])
def test_from_fifty_on_money_that_may_be_due_is_asked_about(age: str, asked: bool) -> None:
    assert knowing({"age": age}).will_ask("e11_money_due") == asked


def test_children_ask_about_the_childrens_money() -> None:
    assert telling(c01_before_prison="family", c06_who_lives_there=["children"]).will_ask("e13_childrens_money")
    lives_on_it = telling(**CLAIM, e02_benefit_office_told="yes", e02b_joint_claim="no", e02d_lives_on_it=["children"])
    assert lives_on_it.will_ask("e13_childrens_money")
    assert not telling(c01_before_prison="family", c06_who_lives_there=["partner"]).will_ask("e13_childrens_money")

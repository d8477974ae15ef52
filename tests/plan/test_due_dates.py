"""When actions and follow-ups are due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.due_dates import (
    DUE_KINDS,
    debt_letter,
    due_date,
    housing_referral_checks,
    signpost_follow_up,
    with_extra_time,
)
from bcst_tui.plan.model import DueDate
from bcst_tui.plan.working_days import is_working_day
from tests.plan.planning import FRIDAY, MONDAY, reference

CLOCKS = reference().clocks
days = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def released(day: date | None) -> CaseDates:
    return CaseDates(release=day)


def test_a_new_need_is_acted_on_within_5_working_days() -> None:
    assert due_date("new_need", MONDAY, CaseDates(), CLOCKS).on == date(2026, 11, 30)


def test_a_new_need_is_acted_on_before_the_person_leaves() -> None:
    assert due_date("new_need", MONDAY, released(date(2026, 11, 26)), CLOCKS).on == date(2026, 11, 25)


def test_a_court_date_is_acted_on_the_next_working_day() -> None:
    assert due_date("next_working_day", date(2026, 12, 24), CaseDates(), CLOCKS).on == date(2026, 12, 29)


def test_a_letter_brings_the_date_forward_only_if_that_is_sooner() -> None:
    friday = date(2026, 11, 20)
    assert debt_letter(friday, CaseDates(debt_letter=date(2026, 12, 9)), CLOCKS).on == MONDAY
    assert debt_letter(friday, CaseDates(debt_letter=MONDAY), CLOCKS).on == friday
    assert debt_letter(date(2026, 11, 18), CaseDates(debt_letter=friday), CLOCKS).on == date(2026, 11, 18)


def test_a_letter_whose_day_is_over_is_seen_to_the_same_day() -> None:
    assert debt_letter(MONDAY, CaseDates(debt_letter=date(2026, 11, 2)), CLOCKS).on == MONDAY


def test_the_date_on_a_letter_moves_what_the_letter_is_about_and_nothing_else() -> None:
    friday, dates = date(2026, 11, 20), CaseDates(home_letter=date(2026, 11, 30), debt_letter=MONDAY)
    by = {kind: due_date(kind, friday, dates, CLOCKS).on for kind in ("debt_letter", "home_letter", "next_working_day")}
    assert by == {"debt_letter": friday, "home_letter": MONDAY, "next_working_day": MONDAY}


def test_a_housing_referral_is_looked_into_28_days_and_5_working_days_before_release() -> None:
    checks = housing_referral_checks(MONDAY, released(date(2027, 3, 12)), CLOCKS)
    assert checks == (date(2027, 2, 12), date(2027, 3, 5))


def test_a_check_on_a_day_off_moves_back() -> None:
    checks = housing_referral_checks(MONDAY, released(date(2027, 1, 22)), CLOCKS)
    assert checks[0] == date(2026, 12, 24)


def test_a_late_housing_referral_is_looked_into_after_5_working_days() -> None:
    release = date(2027, 1, 15)
    assert housing_referral_checks(date(2026, 12, 18), released(release), CLOCKS)[0] == date(2026, 12, 29)
    assert housing_referral_checks(date(2027, 1, 13), released(release), CLOCKS) == (date(2027, 1, 14),)


def test_a_housing_referral_without_release_date_is_looked_into_after_10_and_then_every_20() -> None:
    assert housing_referral_checks(MONDAY, CaseDates(), CLOCKS) == (date(2026, 12, 7), date(2027, 1, 7))
    assert "20 working days" in due_date("housing_referral", MONDAY, CaseDates(), CLOCKS).note


def test_no_address_goes_to_the_team_outside_28_days_before_release() -> None:
    assert due_date("release_minus_28", MONDAY, released(date(2027, 3, 12)), CLOCKS).on == date(2027, 2, 12)


def test_no_address_within_4_weeks_of_release_goes_there_at_once() -> None:
    due = due_date("no_address", MONDAY, released(date(2026, 12, 4)), CLOCKS)
    assert (due.on, "now" in due.note) == (date(2026, 11, 24), True)


def test_no_address_found_on_the_very_day_goes_there_that_day() -> None:
    assert due_date("no_address", FRIDAY, released(date(2026, 12, 25)), CLOCKS).on == FRIDAY


@pytest.mark.parametrize("kind", ["release_minus_28", "release_day", "health_checks"])
def test_without_a_release_date_a_review_date_is_asked_for(kind: str) -> None:
    assert due_date(kind, MONDAY, CaseDates(), CLOCKS) == DueDate(
        due_date(kind, MONDAY, CaseDates(), CLOCKS).clock, None, "Choose a review date"
    )


def test_a_health_check_whose_day_is_over_is_done_now_and_then_again() -> None:
    due = due_date("health_checks", MONDAY, released(date(2026, 12, 18)), CLOCKS)
    assert due.on == date(2026, 11, 24)
    assert "now" in due.note and "11 December 2026" in due.note


def test_in_the_last_week_the_health_check_is_done_now_and_once() -> None:
    due = due_date("health_checks", MONDAY, released(FRIDAY), CLOCKS)
    assert (due.on, "now" in due.note, "Again" in due.note) == (date(2026, 11, 24), True, False)


def test_a_signpost_is_followed_up_after_10_working_days() -> None:
    assert signpost_follow_up(MONDAY, None, CLOCKS).on == date(2026, 12, 7)
    assert signpost_follow_up(MONDAY, date(2027, 6, 1), CLOCKS).on == date(2026, 12, 7)


def test_a_signpost_is_followed_up_before_release() -> None:
    assert signpost_follow_up(MONDAY, date(2026, 11, 30), CLOCKS).on == date(2026, 11, 27)
    assert signpost_follow_up(date(2026, 12, 22), date(2026, 12, 29), CLOCKS).on == date(2026, 12, 24)


def test_a_signpost_on_the_last_day_is_followed_up_that_day() -> None:
    assert signpost_follow_up(MONDAY, MONDAY, CLOCKS).on == MONDAY


def test_extra_time_is_10_working_days_with_a_check_in_after_5() -> None:
    due = with_extra_time(DueDate("new_need", date(2026, 11, 30)), MONDAY, CaseDates(), CLOCKS)
    assert due.on == date(2026, 12, 14)
    assert "30 November 2026" in due.note


@given(st.sampled_from(DUE_KINDS), days, st.none() | days)
def test_a_due_date_is_a_day_to_come_or_says_why_not(kind: str, found: date, release: date | None) -> None:
    due = due_date(kind, found, CaseDates(release=release), CLOCKS)
    if due.on is None:
        assert due.note
    elif release is None or release >= found:
        assert due.on >= found
        assert release is None or due.on <= release


@given(days, st.integers(0, 400))
def test_a_referral_check_before_release_is_never_on_a_day_off(sent: date, later: int) -> None:
    release = sent + timedelta(days=later)
    for check in housing_referral_checks(sent, released(release), CLOCKS):
        assert is_working_day(check) or check == sent
        assert check <= release


@given(days, st.none() | days)
def test_a_follow_up_never_comes_after_release_nor_before_the_signpost(given_on: date, release: date | None) -> None:
    due = signpost_follow_up(given_on, release, CLOCKS).on
    assert due is not None and due >= given_on
    assert release is None or release < given_on or due <= release

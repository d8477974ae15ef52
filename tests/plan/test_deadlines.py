"""The clocks of a case: their dates, their state, and the words where they cannot be worked out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.interview.known import years_between
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.deadlines import deadlines, is_both_at_once, last_day_under, months_after, uc_limits
from bcst_tui.plan.model import Deadline
from tests.plan.planning import FRIDAY, MONDAY, reference

CLOCKS = reference().clocks
CAME_IN = datetime(2026, 11, 20, 14, 30)
USUAL = CaseDates(
    came_in=CAME_IN,
    part_one_done=date(2026, 11, 21),
    part_one_here=MONDAY,
    legal_status="determinate",
    sentence="up_to_4_years",
    release=date(2027, 6, 4),
    released_before=False,
    birth_date=date(1990, 5, 4),
)
days = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def running(dates: CaseDates, today: date = MONDAY) -> list[str]:
    return [one.clock for one in deadlines(dates, today, CLOCKS)]


def one(clock: str, dates: CaseDates, today: date = MONDAY) -> Deadline:
    return next(each for each in deadlines(dates, today, CLOCKS) if each.clock == clock)


def test_part_1_is_due_72_hours_after_reception() -> None:
    part_1 = one("part_1", replace(USUAL, part_one_done=None, part_one_here=None))
    assert (part_1.due, part_1.state, part_1.note) == (MONDAY, "on_time", "By 14:30 that day.")


def test_part_1_is_late_across_the_change_of_the_clocks() -> None:
    came_in = datetime(2026, 10, 23, 0, 30)
    dates = CaseDates(came_in=came_in, part_one_done=date(2026, 10, 26))
    assert (one("part_1", dates).due, one("part_1", dates).state) == (date(2026, 10, 25), "late")


def test_part_1_not_come_after_72_hours_is_chased_each_working_day() -> None:
    part_1 = one("part_1", replace(USUAL, part_one_done=None, part_one_here=None), FRIDAY)
    assert part_1.state == "late"
    assert "30 November 2026" in part_1.note


def test_part_1_done_on_the_last_day_is_on_time() -> None:
    assert one("part_1", replace(USUAL, part_one_done=MONDAY)).state == "on_time"


def test_part_1_without_a_reception_time_says_so() -> None:
    assert one("part_1", CaseDates()).note == "Reception time missing"


def test_part_2_is_due_on_the_fifth_working_day_after_part_1_came() -> None:
    assert (one("part_2", USUAL).due, one("part_2", USUAL).state) == (date(2026, 11, 30), "on_time")
    assert one("part_2", USUAL, date(2026, 12, 1)).state == "late"


def test_part_2_that_was_held_in_time_is_never_late_and_says_when() -> None:
    held = replace(USUAL, part_two_done=date(2026, 11, 27))
    part_2 = one("part_2", held, date(2027, 3, 1))
    assert part_2.state == "on_time" and part_2.note.endswith("Done 27 November 2026.")
    assert one("part_2", replace(USUAL, part_two_done=date(2026, 12, 1)), date(2026, 12, 2)).state == "late"
    assert "Done" not in one("part_2", replace(held, part_one_here=None)).note


def test_part_2_has_not_started_without_part_1() -> None:
    part_2 = one("part_2", replace(USUAL, part_one_here=None))
    assert (part_2.due, part_2.state, part_2.note) == (None, "not_started", "Not started: part 1 not received")


@pytest.mark.parametrize("sentence", ["over_4_years", "indeterminate"])
def test_no_part_2_date_runs_over_four_years(sentence: str) -> None:
    assert one("part_2", replace(USUAL, sentence=sentence)).due is None


@pytest.mark.parametrize("status", ["remand", "awaiting_sentence"])
def test_on_remand_the_date_of_part_2_is_an_aim(status: str) -> None:
    part_2 = one("part_2", replace(USUAL, legal_status=status, sentence="none_yet"))
    assert part_2.due is not None and "aim" in part_2.note


def test_the_last_12_weeks_open_84_days_before_release() -> None:
    assert one("last_12_weeks", USUAL).due == date(2027, 3, 12)


def test_a_curfew_or_parole_date_is_a_reminder_and_moves_nothing() -> None:
    window = one("last_12_weeks", replace(USUAL, home_curfew=date(2027, 3, 5)))
    assert window.due == date(2027, 3, 12)
    assert "5 March 2027" in window.note and "reminder" in window.note


def test_a_date_after_release_reminds_of_nothing() -> None:
    assert one("last_12_weeks", replace(USUAL, parole=date(2027, 7, 1))).note == ""


@pytest.mark.parametrize(
    ("today", "note"),
    [
        (date(2027, 3, 11), ""),
        (date(2027, 3, 12), "Open now."),
        (date(2027, 6, 4), "Open now."),
        (date(2027, 6, 5), "The release date has passed. Look at the record."),
    ],
)
def test_the_window_is_open_from_its_first_day_to_the_day_of_release(today: date, note: str) -> None:
    assert one("last_12_weeks", USUAL, today).note == note


def test_without_a_release_date_the_window_asks_for_a_review_date() -> None:
    window = one("last_12_weeks", replace(USUAL, release=None))
    assert (window.due, window.state, window.note) == (None, "not_computable", "Choose a review date")


def test_both_assessments_are_one_when_the_window_opens_by_the_day_part_2_is_due() -> None:
    due = date(2026, 11, 30)
    assert is_both_at_once(replace(USUAL, release=due + timedelta(days=84)), CLOCKS)
    assert not is_both_at_once(replace(USUAL, release=due + timedelta(days=85)), CLOCKS)


def test_both_at_once_counts_from_reception_where_part_2_has_no_date() -> None:
    no_part_1 = replace(USUAL, part_one_here=None)
    assert is_both_at_once(replace(no_part_1, release=CAME_IN.date() + timedelta(days=84)), CLOCKS)
    assert not is_both_at_once(replace(no_part_1, release=CAME_IN.date() + timedelta(days=85)), CLOCKS)


def test_a_fixed_term_recall_is_always_both_at_once() -> None:
    assert is_both_at_once(CaseDates(legal_status="fixed_term_recall"), CLOCKS)


@pytest.mark.parametrize("status", ["remand", "standard_recall"])
def test_a_review_is_suggested_28_days_after_reception(status: str) -> None:
    review = one("review", replace(USUAL, legal_status=status, release=None))
    assert (review.due, "Suggested" in review.note) == (date(2026, 12, 18), True)


def test_a_standard_recall_is_then_reviewed_yearly() -> None:
    dates = replace(USUAL, legal_status="standard_recall", release=None)
    assert one("review", dates, date(2026, 12, 19)).due == date(2027, 12, 18)


def test_life_is_reviewed_by_the_next_parole_date() -> None:
    dates = replace(USUAL, legal_status="life", release=None, parole=date(2029, 2, 1))
    assert one("review", dates).due == date(2029, 2, 1)


def test_a_review_date_agreed_wins_over_the_suggestion() -> None:
    dates = replace(USUAL, legal_status="remand", release=None, review=date(2026, 12, 1))
    assert (one("review", dates).due, one("review", dates).note) == (date(2026, 12, 1), "")


def test_no_review_can_be_suggested_for_a_fixed_sentence_without_a_date() -> None:
    assert one("review", replace(USUAL, release=None)).note == "Needed before sign-off"


def test_a_release_date_needs_no_review() -> None:
    assert "review" not in running(USUAL)


@pytest.mark.parametrize(
    ("released", "until"),
    [(date(2026, 8, 31), date(2027, 2, 28)), (date(2026, 5, 20), date(2026, 11, 20))],
)
def test_back_within_6_months_is_clamped_to_the_end_of_the_month(released: date, until: date) -> None:
    dates = replace(USUAL, released_before=True, last_release=released)
    assert one("back_within_6_months", dates).due == until


def test_the_day_after_6_months_is_no_longer_within_them() -> None:
    dates = replace(USUAL, released_before=True, last_release=date(2026, 5, 19))
    assert "back_within_6_months" not in running(dates)


def test_not_knowing_the_last_release_treats_part_1_as_old() -> None:
    assert one("back_within_6_months", replace(USUAL, released_before=None)).note == "Treat part 1 as old"


def test_never_released_before_leaves_the_clock_out() -> None:
    assert "back_within_6_months" not in running(USUAL)


@pytest.mark.parametrize(
    ("began", "by_months", "by_days"),
    [
        (date(2026, 11, 20), date(2027, 5, 20), date(2027, 5, 21)),
        (date(2027, 8, 31), date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 8, 31), date(2027, 2, 28), date(2027, 3, 1)),
        (date(2026, 3, 1), date(2026, 9, 1), date(2026, 8, 30)),
    ],
)
def test_help_with_rent_ends_by_the_earlier_of_two_counts(began: date, by_months: date, by_days: date) -> None:
    assert uc_limits(began, CLOCKS) == (by_months, by_days)
    dates = replace(USUAL, came_in=datetime(began.year, began.month, began.day, 9))
    assert one("uc_housing_limit", dates, began).due == min(by_months, by_days)


def test_a_release_after_the_rent_limit_asks_to_keep_or_end_the_home() -> None:
    assert "keeping or ending" in one("uc_housing_limit", USUAL).note
    assert "keeping or ending" not in one("uc_housing_limit", replace(USUAL, release=date(2027, 5, 20))).note


def test_the_rent_limit_without_a_start_says_so() -> None:
    assert one("uc_housing_limit", CaseDates()).note == "Date custody began missing"


def test_remand_become_sentence_brings_the_rent_advice_back_the_next_working_day() -> None:
    assert one("sentenced", replace(USUAL, legal_status_before="remand"), FRIDAY).due == date(2026, 11, 30)
    assert "sentenced" not in running(USUAL)
    assert "sentenced" not in running(replace(USUAL, legal_status="remand", legal_status_before="remand"))


def test_offers_for_an_age_end_the_day_before_the_birthday() -> None:
    young = replace(USUAL, birth_date=date(2003, 5, 4))
    assert [each.due for each in deadlines(young, MONDAY, CLOCKS) if each.clock == "ages"] == [
        date(2028, 5, 3),
        date(2029, 5, 3),
    ]


def test_an_offer_that_ends_before_release_says_so() -> None:
    assert "before release" in one("ages", replace(USUAL, birth_date=date(2002, 5, 4))).note


def test_past_26_no_offer_ends_with_age() -> None:
    assert "ages" not in running(USUAL)


def test_a_birthday_on_29_february_is_kept_on_1_march() -> None:
    assert last_day_under(date(2000, 2, 29), 26) == date(2026, 2, 28)
    assert last_day_under(date(2000, 2, 29), 28) == date(2028, 2, 28)


def test_telling_a_council_is_agreed_for_6_months() -> None:
    consent = one("consent", replace(USUAL, council_consent=date(2026, 8, 31)))
    assert (consent.due, "14 February 2027" in consent.note) == (date(2027, 2, 28), True)


def test_no_address_shows_only_where_there_is_none() -> None:
    assert "no_address" not in running(USUAL)
    assert one("no_address", replace(USUAL, no_address=True)).due == date(2027, 5, 7)


def test_health_is_checked_twice_before_release() -> None:
    checks = [each.due for each in deadlines(USUAL, MONDAY, CLOCKS) if each.clock == "health_checks"]
    assert checks == [date(2027, 5, 7), date(2027, 5, 27)]


def test_the_clocks_of_the_first_screening_run_only_in_it() -> None:
    later = [each.clock for each in deadlines(USUAL, MONDAY, CLOCKS, is_first=False)]
    assert not {"part_1", "part_2", "both_at_once"} & set(later)
    assert "last_12_weeks" in later


@given(days, st.integers(0, 60))
def test_calendar_months_end_on_the_same_day_or_the_last_of_the_month(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@given(st.dates(date(1940, 1, 1), date(2010, 12, 31)), st.integers(18, 30))
def test_the_last_day_under_an_age_is_the_last_day_at_it(birth: date, age: int) -> None:
    last = last_day_under(birth, age)
    assert years_between(birth, last) == age - 1
    assert years_between(birth, last + timedelta(days=1)) == age


@given(st.builds(CaseDates, release=st.none() | days, part_one_here=st.none() | days, last_release=st.none() | days))
def test_whatever_is_missing_every_clock_has_a_date_or_a_reason(dates: CaseDates) -> None:
    for each in deadlines(dates, MONDAY, CLOCKS):
        assert each.due is not None or (each.note and each.state in ("not_started", "not_computable"))


def test_the_rent_clock_stops_where_the_answers_say_no_claim_pays_for_a_home() -> None:
    assert not [each for each in deadlines(replace(USUAL, pays_no_rent=True), MONDAY, CLOCKS) if "uc" in each.clock]

"""The clock table worked out on paper first, with the calendars of 2026 to 2028, and then compared.

Bank holidays that matter here: Good Friday 26 March 2027, Easter Monday 29 March 2027, Christmas Day (Friday)
25 December 2026, Boxing Day moved to Monday 28 December 2026, New Year's Day (Friday) 1 January 2027.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.deadlines import deadlines, is_both_at_once
from bcst_tui.plan.due_dates import due_date, signpost_follow_up
from bcst_tui.plan.model import Deadline
from tests.plan.planning import reference

CLOCKS = reference().clocks
SCREENED = date(2026, 11, 23)
SENTENCED = CaseDates(
    came_in=datetime(2026, 11, 19, 15, 40),
    part_one_done=date(2026, 11, 20),
    part_one_here=date(2026, 11, 20),
    legal_status="determinate",
    sentence="up_to_4_years",
    released_before=False,
    birth_date=date(1980, 1, 1),
)


def rows(dates: CaseDates, clock: str, today: date = SCREENED, sat_on: date | None = None) -> list[Deadline]:
    return [one for one in deadlines(dates, today, CLOCKS, sat_on=sat_on) if one.clock == clock]


def due(dates: CaseDates, clock: str, today: date = SCREENED) -> list[date | None]:
    return [one.due for one in rows(dates, clock, today)]


def test_72_hours_across_the_night_the_clocks_go_forward_end_an_hour_later() -> None:
    # Saturday 27 March 2027 14:30 is before the change of 28 March; 72 hours later it is Tuesday, 15:30 by summer time.
    part_1 = rows(CaseDates(came_in=datetime(2027, 3, 27, 14, 30)), "part_1", date(2027, 3, 27))
    assert [(one.due, one.note) for one in part_1] == [(date(2027, 3, 30), "By 15:30 that day.")]


@pytest.mark.parametrize(
    ("received", "part_2"),
    [
        # Saturday before Easter Monday: 30, 31 March, 1, 2 and 5 April.
        (date(2027, 3, 27), date(2027, 4, 5)),
        # Wednesday before Christmas: 24, 29, 30, 31 December, 4 January.
        (date(2026, 12, 23), date(2027, 1, 4)),
        # A plain week: Friday, then Monday to Friday.
        (date(2026, 11, 20), date(2026, 11, 27)),
    ],
)
def test_part_2_five_working_days_after_part_1_came(received: date, part_2: date) -> None:
    assert due(replace(SENTENCED, part_one_here=received), "part_2", received) == [part_2]


@pytest.mark.parametrize(
    ("release", "opens", "first_check", "second_check", "last_follow_up"),
    [
        # Easter Monday. 84 and 28 days before are Mondays. Working days back: 25, 24, 23, 22, 19 March.
        (date(2027, 3, 29), date(2027, 1, 4), date(2027, 3, 1), date(2027, 3, 19), date(2027, 3, 25)),
        # 29 February, a Tuesday. 29 days back is 31 January, 31 more 31 December, 24 more 7 December 2027.
        (date(2028, 2, 29), date(2027, 12, 7), date(2028, 2, 1), date(2028, 2, 22), date(2028, 2, 28)),
        # 28 days before is Christmas Day: back to Christmas Eve.
        (date(2027, 1, 22), date(2026, 10, 30), date(2026, 12, 24), date(2027, 1, 15), date(2027, 1, 21)),
    ],
)
def test_what_counts_back_from_release(
    release: date, opens: date, first_check: date, second_check: date, last_follow_up: date
) -> None:
    dates = replace(SENTENCED, release=release, no_address=True)
    assert due(dates, "last_12_weeks") == [opens]
    assert due(dates, "health_checks") == [first_check, second_check]
    assert due(dates, "no_address") == [first_check]
    assert signpost_follow_up(last_follow_up, release, CLOCKS).on == last_follow_up


def test_help_with_rent_from_the_last_day_of_august_ends_on_the_last_of_february() -> None:
    # Six months: there is no 31 February. 182 days: 30 + 31 + 30 + 31 + 31 + 28 = 181 to 28 February, and one.
    limit = rows(replace(SENTENCED, came_in=datetime(2026, 8, 31, 9, 0)), "uc_housing_limit")
    assert [one.due for one in limit] == [date(2027, 2, 28)]
    assert "Six months: 28 February 2027. 182 days: 1 March 2027." in limit[0].note


def test_on_remand_part_2_is_an_aim_and_a_review_is_suggested_after_28_days() -> None:
    remand = replace(SENTENCED, legal_status="remand", sentence="none_yet")
    assert [(one.due, one.note) for one in rows(remand, "part_2")] == [
        (date(2026, 11, 27), "On remand this date is an aim.")
    ]
    assert due(remand, "review") == [date(2026, 12, 17)]
    assert [one.state for one in rows(remand, "last_12_weeks")] == ["not_computable"]


def test_a_review_on_remand_whose_28_days_are_over_is_suggested_anew_and_is_not_late() -> None:
    remand = replace(SENTENCED, came_in=datetime(2026, 10, 1, 9, 0), legal_status="remand")
    assert [(one.due, one.state) for one in rows(remand, "review")] == [(date(2026, 12, 21), "on_time")]


def test_a_parole_date_that_is_over_is_no_review_date() -> None:
    life = replace(SENTENCED, legal_status="life", sentence="indeterminate", parole=date(2026, 11, 1))
    assert [(one.due, one.note) for one in rows(life, "review")] == [(None, "Needed before sign-off")]


def test_over_4_years_no_date_runs_for_part_2_but_the_last_12_weeks_do() -> None:
    long = replace(SENTENCED, sentence="over_4_years", release=date(2031, 6, 6))
    assert [(one.due, one.state) for one in rows(long, "part_2")] == [(None, "not_started")]
    assert due(long, "last_12_weeks") == [date(2031, 3, 14)]
    assert not rows(long, "both_at_once")


def test_a_fixed_term_recall_is_both_at_once_and_due_by_release() -> None:
    # Recalled 19 November for 28 days: out 17 December, by the record. Part 2 is due on 27 November, before it.
    recall = replace(SENTENCED, legal_status="fixed_term_recall", release=date(2026, 12, 17))
    assert is_both_at_once(recall, CLOCKS)
    assert due(recall, "both_at_once") == [date(2026, 11, 27)]
    # Out in three days: before part 2 would be due.
    assert due(replace(recall, release=date(2026, 11, 26)), "both_at_once") == [date(2026, 11, 26)]


@pytest.mark.parametrize(
    ("release", "is_short"),
    [
        (date(2027, 1, 28), True),
        # 84 days before 19 February is 27 November, the day part 2 is due; a day later it is not.
        (date(2027, 2, 19), True),
        (date(2027, 2, 20), False),
    ],
)
def test_a_release_within_84_days_of_part_2_is_one_interview(release: date, is_short: bool) -> None:
    assert bool(rows(replace(SENTENCED, release=release), "both_at_once")) == is_short


def test_without_a_release_date_nothing_is_counted_back_and_each_says_what_to_do() -> None:
    notes = {one.clock: one.note for one in deadlines(SENTENCED, SCREENED, CLOCKS) if one.state == "not_computable"}
    assert notes == {
        "last_12_weeks": "Choose a review date",
        "review": "Needed before sign-off",
        "health_checks": "Choose a review date",
    }


@pytest.mark.parametrize("release", [date(2026, 11, day) for day in range(24, 31)] + [date(2026, 12, 17)])
def test_at_the_first_screening_nothing_is_late_because_release_is_near(release: date) -> None:
    dates = replace(SENTENCED, release=release, no_address=True)
    assert [one.title for one in deadlines(dates, SCREENED, CLOCKS) if one.state == "late"] == []
    assert "do it now" in rows(dates, "health_checks")[0].note
    assert all(one.due is not None and SCREENED <= one.due <= release for one in rows(dates, "health_checks"))


def test_what_was_to_be_done_now_and_was_not_is_late_the_day_after() -> None:
    dates = replace(SENTENCED, release=date(2026, 12, 17), no_address=True)
    # Now is the next working day, 24 November; on the 25th it is over. The second check is 10 December.
    later = [*rows(dates, "health_checks", date(2026, 11, 25), SCREENED)]
    assert [(one.due, one.state) for one in later] == [(date(2026, 11, 24), "late"), (date(2026, 12, 10), "on_time")]
    assert [one.state for one in rows(dates, "no_address", date(2026, 11, 25), SCREENED)] == ["late"]


def test_in_a_review_a_first_check_that_was_missed_stays_late() -> None:
    dates = replace(SENTENCED, release=date(2026, 12, 17))
    review = deadlines(dates, SCREENED, CLOCKS, is_first=False)
    assert [(one.due, one.state) for one in review if one.clock == "health_checks"] == [
        (date(2026, 11, 19), "late"),
        (date(2026, 12, 10), "on_time"),
    ]


def test_no_two_rows_of_one_case_have_the_same_title() -> None:
    young = replace(SENTENCED, birth_date=date(2004, 5, 4), release=date(2027, 6, 4), no_address=True)
    titles = [one.title for one in deadlines(young, SCREENED, CLOCKS)]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(
    ("letter", "by"),
    [
        # Next working day after Monday 23 November is Tuesday; two working days before the 26th is Tuesday too.
        (date(2026, 12, 9), date(2026, 11, 24)),
        (date(2026, 11, 26), date(2026, 11, 24)),
        # Two working days before the 25th is the 23rd, today; a day that is over is for today.
        (date(2026, 11, 25), date(2026, 11, 23)),
        (date(2026, 11, 2), date(2026, 11, 23)),
    ],
)
def test_a_letter_to_leave_is_for_the_next_working_day_or_two_before_its_date(letter: date, by: date) -> None:
    assert due_date("home_letter", SCREENED, replace(SENTENCED, home_letter=letter), CLOCKS).on == by

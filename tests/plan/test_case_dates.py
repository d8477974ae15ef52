"""Reading a case's dates out of block A and C."""

from __future__ import annotations

from datetime import date, datetime

from bcst_tui.plan.case_dates import CaseDates, case_dates
from tests.script.bcst2 import knowing, telling
from tests.vocabulary import SATURDAY


def test_every_date_on_the_record_is_read() -> None:
    told = telling(
        a02_came_in="18/11/2026 14:30",
        a03_part_one="received",
        a03b_part_one_done="19/11/2026",
        a03c_part_one_here="20/11/2026",
        a04_legal_status="determinate",
        a05_total_sentence="up_to_4_years",
        a06_key_dates=["release", "hdc", "parole", "sentence_end"],
        a06_release_date="1/2/2027",
        a06b_hdc_date="4/1/2027",
        a06c_parole_date="5/1/2027",
        a06e_sentence_end="1/8/2028",
        a07_last_release="released_before",
        a07b_last_release_date="31/8/2026",
        b08_go_on="go_on",
        c01_before_prison="private_tenant",
        c02_back_there="not_allowed",
        c14_homeless_on_release="some",
        c15_council_told="depth_1",
        c16_address_on_day="no",
    )
    assert case_dates(told.interview.known) == CaseDates(
        came_in=datetime(2026, 11, 18, 14, 30),
        part_one_done=date(2026, 11, 19),
        part_one_here=date(2026, 11, 20),
        legal_status="determinate",
        sentence="up_to_4_years",
        release=date(2027, 2, 1),
        home_curfew=date(2027, 1, 4),
        parole=date(2027, 1, 5),
        sentence_end=date(2028, 8, 1),
        released_before=True,
        last_release=date(2026, 8, 31),
        birth_date=date(1990, 5, 4),
        no_address=True,
        council_consent=SATURDAY,
    )


def test_with_no_release_date_a_review_date_is_agreed() -> None:
    assert case_dates(telling(k08c_review_date="7/12/2026").interview.known).review == date(2026, 12, 7)


def test_what_was_not_answered_is_not_known_and_not_none() -> None:
    assert case_dates(telling().interview.known) == CaseDates(birth_date=date(1990, 5, 4))


def test_never_released_is_not_the_same_as_not_known() -> None:
    assert case_dates(telling(a07_last_release="never").interview.known).released_before is False
    assert case_dates(telling().interview.known).released_before is None


def test_the_status_of_the_sitting_before_is_a_fact() -> None:
    told = knowing({"legal_status_before": "remand"}, a04_legal_status="determinate")
    assert case_dates(told.interview.known).is_newly_sentenced


def test_a_home_on_somebody_elses_papers_is_no_claim_of_theirs() -> None:
    told = telling(c01_before_prison="owner", c05_whose_name="somebody_else")
    assert case_dates(told.interview.known).pays_no_rent
    assert not case_dates(telling(c01_before_prison="owner", c05_whose_name="mine").interview.known).pays_no_rent

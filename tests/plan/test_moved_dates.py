"""A release date that moves takes its dates along, and the plan says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from textwrap import wrap

from bcst_tui.plan.model import Action, Deadline, DueDate, Plan, Referral, ReferralStatus
from bcst_tui.plan.moved_dates import moves
from tests.plan.planning import FRIDAY, MONDAY, reference

MARCH, APRIL = date(2027, 3, 3), date(2027, 4, 14)
CLOCKS = reference().clocks


def released(on: date | None, due: date | None = MONDAY, clock: str = "new_need") -> Plan:
    opens = on - timedelta(days=84) if on else None
    return Plan(
        deadlines=(Deadline("last_12_weeks", "Last 12 weeks", opens, "on_time"),),
        actions=(Action("one", "Find a home", "", "", "host", "us", 2, (), DueDate(clock, due), ("actions",), "R21"),),
    )


def test_a_moved_release_date_is_told_with_the_dates_that_moved_with_it() -> None:
    told = moves(released(MARCH), released(APRIL, FRIDAY), CLOCKS)
    assert told.sentence == (
        "The release date moved from 3 March 2027 to 14 April 2027. 2 dates moved with it: Last 12 weeks, "
        "9 December 2026 → 20 January 2027; and 1 more."
    )
    assert len(wrap(told.sentence, 74)) <= 3, "all of it fits over the plan in 80 columns"
    assert [one.title for one in told.dates] == ["Last 12 weeks", "Find a home"]


def test_nothing_is_said_where_nothing_moved() -> None:
    assert moves(released(MARCH), released(MARCH), CLOCKS).sentence == ""


def test_a_release_date_lost_asks_for_a_review_date() -> None:
    told = moves(released(MARCH), released(None), CLOCKS).sentence
    assert told == "There is no release date any more (it was 3 March 2027). Choose a review date."


def test_a_release_date_found_is_told() -> None:
    assert moves(released(None), released(MARCH), CLOCKS).sentence == "There is a release date now: 3 March 2027."


def test_a_day_agreed_with_the_person_or_a_thing_done_does_not_count_as_moved() -> None:
    by_hand = released(APRIL, FRIDAY, "agreed_date")
    assert [one.title for one in moves(released(MARCH), by_hand, CLOCKS).dates] == ["Last 12 weeks"]
    done = released(APRIL, FRIDAY)
    (action,) = done.actions
    done = replace(done, actions=(replace(action, status="delivered"),))
    assert [one.title for one in moves(released(MARCH), done, CLOCKS).dates] == ["Last 12 weeks"]


def test_the_day_a_referral_is_looked_into_moves_and_one_that_ended_does_not() -> None:
    def looked_into(on: date, status: ReferralStatus) -> Plan:
        check = DueDate("housing_referral", on)
        asked = Referral(1, "council", "Council housing team", "ACC-2-01", (), ("housing_plan",), check, status)
        return Plan(referrals=(asked,))

    (moved,) = moves(looked_into(MONDAY, "accepted"), looked_into(FRIDAY, "accepted"), CLOCKS).dates
    assert moved.words == "Look into the referral: Council housing team, 23 November 2026 → 27 November 2026"
    assert moves(looked_into(MONDAY, "accepted"), looked_into(FRIDAY, "done"), CLOCKS).dates == ()

"""What is asked about again at the review moves with the release date; a review that came moves nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bcst_tui.interview.values import Json
from bcst_tui.plan.asking_again import AT_REVIEW, redated
from bcst_tui.plan.follow_ups import close_signpost, signpost
from bcst_tui.plan.model import Check, Deadline, DueDate, FollowUp, Plan, Signpost, Stamp
from bcst_tui.plan.moved_dates import moves
from tests.plan.planning import MONDAY, plan_of, reference, taken
from tests.script.bcst2 import telling
from tests.vocabulary import Interviewing

CLOCKS = reference().clocks
JANUARY, MARCH = date(2027, 1, 11), date(2027, 3, 1)
ASKED = Check(MONDAY, "Resettlement worker", "declined", AT_REVIEW)


def told(*release: Json) -> Interviewing:
    dates: dict[str, Json] = {"a06_key_dates": ["release"], "a06_release_date": release[0]} if release else {}
    return telling(b08_go_on="go_on", c22_advice_given=["told_of_council"], **dates)


def waiting(*release: Json) -> Plan:
    """Declined for now, and to be asked about again at the review."""
    plan = plan_of(told(*release))
    return taken(close_signpost(plan, "council", "declined", reference(), stamp=Stamp(MONDAY), at_review=True))


def due(plan: Plan) -> DueDate:
    (council,) = plan.signposts
    return council.follow_up.due


def test_it_moves_with_the_release_date_and_is_told_with_what_moved() -> None:
    before = waiting("2/6/2027")
    assert due(before) == DueDate("last_12_weeks", date(2027, 3, 10))
    after = plan_of(told("14/7/2027"), before)
    assert due(after) == DueDate("last_12_weeks", date(2027, 4, 21))
    (council,) = after.signposts
    assert council.follow_up.checks[-1].next_step == AT_REVIEW
    assert f"Follow up: {council.service_name}, 10 March 2027 → 21 April 2027" in [
        one.words for one in moves(before, after, CLOCKS).dates
    ]
    assert plan_of(told("2/6/2027"), after).signposts == before.signposts, "put right, it is as it was"


def test_a_day_that_was_typed_stays_and_without_a_review_it_closes() -> None:
    plan = plan_of(told("2/6/2027"))
    typed = taken(close_signpost(plan, "council", "declined", reference(), stamp=Stamp(MONDAY), ask_again="10/3/2027"))
    assert due(plan_of(told("14/7/2027"), typed)) == DueDate("agreed_date", date(2027, 3, 10))
    assert waiting().signposts[0].follow_up.status == "closed"


def at_review(clock: str, on: date) -> Signpost:
    given = signpost(reference(), "council", "ACC-2-01", MONDAY, None)
    return replace(given, follow_up=FollowUp(DueDate(clock, on), checks=(ASKED,)))


@pytest.mark.parametrize(
    ("clock", "on", "known", "then"),
    [
        pytest.param("review", JANUARY, ("last_12_weeks", MARCH), ("last_12_weeks", MARCH), id="a release date found"),
        pytest.param("last_12_weeks", JANUARY, ("review", MARCH), ("review", MARCH), id="lost, with a review date"),
        pytest.param("last_12_weeks", JANUARY, ("review", None), ("last_12_weeks", JANUARY), id="lost, without one"),
        pytest.param("review", JANUARY, ("review", MARCH), ("review", MARCH), id="another review date"),
        pytest.param("review", MONDAY, ("review", MARCH), ("review", MONDAY), id="the review has come"),
        pytest.param("review", MONDAY, ("last_12_weeks", MARCH), ("review", MONDAY), id="come, then a release date"),
        pytest.param(
            "last_12_weeks", MARCH, ("last_12_weeks", date(2026, 9, 1)), ("last_12_weeks", MONDAY), id="open already"
        ),
    ],
)
def test_it_waits_for_the_review_there_is(
    clock: str, on: date, known: tuple[str, date | None], then: tuple[str, date]
) -> None:
    deadlines = (Deadline(known[0], "w", known[1], "on_time"),)
    after = redated(at_review(clock, on), deadlines, None, MONDAY, CLOCKS)
    assert after.follow_up == FollowUp(DueDate(*then), checks=(ASKED,))

"""Block L: what the last 12 weeks need, of whom it is asked, and what follows."""

from __future__ import annotations

from datetime import date

import pytest

from bcst_tui.interview import engine
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.plan.model import Plan
from tests.plan.planning import plan_of
from tests.script.bcst2 import actions_of, closed, needs_of, telling
from tests.vocabulary import Interviewing

RELEASE: dict[str, Json] = {"a06_key_dates": ["release"]}
ALL_THERE: Json = {"doctor": "done", "appointments": "not_needed", "medicines": "done"}


@pytest.mark.parametrize(("release", "asked"), [("2027-02-13", True), ("2027-02-14", False), ("2027-09-01", False)])
def test_the_first_days_out_are_asked_about_at_once_of_somebody_in_the_last_12_weeks(release: str, asked: bool) -> None:
    assert telling(**RELEASE, a06_release_date=release).will_ask("l06_first_week") is asked


def test_a_recall_for_a_fixed_term_is_inside_them_from_its_first_day() -> None:
    told = telling(a04_legal_status="fixed_term_recall")
    assert told.will_ask("l06_first_week") and not told.will_ask("l01_what_changed")


BEFORE_THEY_BEGIN = "2027-02-16"


def has_clock(plan: Plan, clock: str) -> bool:
    return any(one.clock == clock for one in plan.deadlines)


def both_at_once(**answers: Json) -> Interviewing:
    """Part 1 came on Friday and part 2 is due on the Friday after; the last 12 weeks begin on the Tuesday between."""
    came: dict[str, Json] = {"a03_part_one": "received", "a03c_part_one_here": "2026-11-20"}
    return telling(**{**came, **RELEASE, "a06_release_date": BEFORE_THEY_BEGIN, **answers})


def test_who_is_met_before_the_last_12_weeks_begin_is_asked_about_them_where_part_2_is_due_after() -> None:
    told = both_at_once()
    assert has_clock(plan_of(told), "both_at_once")
    assert told.will_ask("l06_first_week") and told.will_ask("c16_address_on_day")
    assert not told.will_ask("k08d_window_told")


def test_a_release_that_moves_out_promises_no_second_review_at_the_review() -> None:
    moved: dict[str, Json] = {**RELEASE, "a06_release_date": "2027-09-01"}
    assert telling(**moved).will_ask("k08d_window_told")
    assert not telling("review", **moved).will_ask("k08d_window_told")


@pytest.mark.parametrize("release", ["2027-02-13", "2027-02-16", "2027-02-19", "2027-02-20", "2027-03-01"])
def test_the_script_asks_about_the_last_12_weeks_exactly_where_the_plan_says_both_are_one(release: str) -> None:
    told = both_at_once(a06_release_date=release)
    assert told.will_ask("l06_first_week") is has_clock(plan_of(told), "both_at_once")


def test_the_review_asks_what_has_changed_and_if_there_is_an_address_for_the_day() -> None:
    told = telling("review", **RELEASE, a06_release_date="2027-09-01")
    assert told.will_ask("l01_what_changed") and told.will_ask("l06_first_week") and told.will_ask("c16_address_on_day")
    assert not telling("need_found_later").will_ask("l06_first_week")


def test_what_is_missing_for_the_first_days_is_a_need() -> None:
    assert needs_of(telling("review", l06_first_week=["money"])) == {"first_days_money"}
    told = telling("review", l06_first_week=["papers", "phone"])
    assert needs_of(told) == {"first_days_papers"}
    assert actions_of(told) == {"FIN-2-06"}
    smaller: tuple[Json, ...] = (["nothing"], ["phone", "travel"])
    for sorted_out in smaller:
        assert needs_of(telling("review", l06_first_week=sorted_out)) == set()


@pytest.mark.parametrize(
    ("told", "is_closed"),
    [
        (ALL_THERE, True),
        ({"doctor": "not_yet", "appointments": "done", "medicines": "done"}, False),
        ({"doctor": "done", "appointments": "not_yet", "medicines": "done"}, False),
    ],
)
def test_healthcare_has_done_its_part_when_doctor_and_appointments_are_there(told: Json, is_closed: bool) -> None:
    assert ("PSH-1-05" in closed(telling("review", l04_healthcare_done=told))) is is_closed


def test_health_kept_out_stays_out_of_the_review() -> None:
    keep: Json = {"health": "no", "belief": "yes", "ethnicity": "yes", "offences": "yes"}
    assert not telling("review", j01_keep=keep).will_ask("l04_healthcare_done")


def test_early_release_is_explained_to_people_from_abroad() -> None:
    from_abroad: Json = {"chosen": ["another"], "other": "Larkland"}
    assert telling("review", g04_nationality=from_abroad).will_ask("l12_early_release")
    assert not telling("review", g04_nationality="british").will_ask("l12_early_release")


def test_who_meets_them_on_the_day_is_asked_afresh_before_release() -> None:
    assert telling("review").will_ask("l09_who_meets")
    assert not telling("need_found_later").will_ask("l09_who_meets")


@pytest.mark.parametrize("question", ["a13_same_worker", "d07b_gone_through"])
def test_what_was_true_of_an_earlier_meeting_is_not_held_out_to_be_confirmed(question: str) -> None:
    assert telling("review").interview.script.placed[question].question.carry == "fresh"


def test_what_was_done_after_the_day_of_the_review_is_written_down_on_the_day_it_is_said() -> None:
    told = telling("review", l08_handed_over="handed_over").interview
    assert isinstance(engine.revise(told, "l08b_handed_on", "2027-02-08"), Rejection)
    assert isinstance(engine.revise(told, "l08b_handed_on", "2027-02-10", date(2027, 2, 9)), Rejection)
    on_the_day = engine.revise(told, "l08b_handed_on", "2027-02-08", date(2027, 2, 9))
    assert isinstance(on_the_day, Interview)
    begun = engine.begin(told.script, told.sitting, told.today, told.facts)
    read_again = engine.resume(begun, on_the_day.moves).answer_to("l08b_handed_on")
    assert read_again is not None and read_again == on_the_day.answer_to("l08b_handed_on")

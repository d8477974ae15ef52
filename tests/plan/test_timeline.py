"""The dates of a plan on one line of time: all of them, once, in order, whatever they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.deadlines import deadlines
from bcst_tui.plan.model import Action, ActionStatus, DueDate, FollowUp, Plan, Signpost
from bcst_tui.plan.timeline import Mark, Timeline, spoken_lines, timeline
from tests.plan.planning import FRIDAY, MONDAY
from tests.plan.test_deadlines import CLOCKS, USUAL


def action(title: str, due: date | None, status: ActionStatus = "agreed", note: str = "") -> Action:
    due_date = DueDate("new_need", due, note)
    return Action("ACC-2-01", title, "We will", "housing help", "HOST", "Sam", 2, (), due_date, (), "R11", status)


def pointed_to(name: str, follow_up: date) -> Signpost:
    return Signpost(name, name, "ACC-2-01", "told", MONDAY, FollowUp(DueDate("signpost_follow_up", follow_up)), ())


def drawn(dates: CaseDates = USUAL, today: date = MONDAY, plan: Plan | None = None) -> Timeline:
    clocks = deadlines(dates, today, CLOCKS)
    return timeline(replace(plan or Plan(), deadlines=clocks), dates, today, CLOCKS)


def marks(line: Timeline, *kinds: str) -> list[tuple[date, str]]:
    return [(mark.on, mark.label) for mark in line.marks if mark.kind in kinds]


def labelled(line: Timeline, words: str) -> Mark:
    return next(mark for mark in line.marks if words in mark.label)


def test_reception_today_and_release_stand_among_the_clocks_in_the_order_of_the_days() -> None:
    line = drawn()
    assert marks(line, "came_in", "today", "release") == [
        (date(2026, 11, 20), "Came in"),
        (MONDAY, "Today"),
        (date(2027, 6, 4), "Release"),
    ]
    assert [mark.on for mark in line.marks] == sorted(mark.on for mark in line.marks)
    assert {one.due for one in deadlines(USUAL, MONDAY, CLOCKS) if one.due} <= {mark.on for mark in line.marks}


def test_the_last_12_weeks_are_a_stretch_and_not_only_a_day() -> None:
    line = drawn()
    assert line.window_opens == date(2027, 6, 4) - timedelta(days=84)
    assert labelled(line, "Last 12 weeks open").on == line.window_opens


def test_both_counts_of_the_rent_help_are_shown() -> None:
    line = drawn()
    assert labelled(line, "Help with rent").on == date(2027, 5, 20)
    assert labelled(line, "counted as 182 days").on == date(2027, 5, 21)
    assert not [mark for mark in drawn(replace(USUAL, pays_no_rent=True)).marks if "rent" in mark.label.lower()]


def test_dates_that_may_move_release_are_reminders() -> None:
    line = drawn(replace(USUAL, home_curfew=date(2027, 2, 1), parole=date(2027, 3, 1)))
    assert [day for day, _ in marks(line, "reminder")][:2] == [date(2027, 2, 1), date(2027, 3, 1)]
    assert "moves nothing until it is granted" in labelled(line, "Home detention curfew").details[0]


def test_what_is_due_on_one_day_is_one_mark_that_names_it_all() -> None:
    plan = Plan(
        actions=(action("Ring the landlord", FRIDAY), action("Fill in the form", FRIDAY), action("Ask", MONDAY)),
        signposts=(pointed_to("Advice centre", FRIDAY), pointed_to("Day centre", FRIDAY)),
    )
    line = drawn(plan=plan)
    assert marks(line, "action") == [(MONDAY, "Ask"), (FRIDAY, "2 actions due")]
    assert labelled(line, "2 actions").details == ("Ring the landlord (Sam)", "Fill in the form (Sam)")
    assert labelled(line, "2 services to follow up").details == ("Advice centre", "Day centre")


def test_what_is_settled_is_due_no_more() -> None:
    closed = replace(pointed_to("Day centre", FRIDAY), follow_up=FollowUp(DueDate("x", FRIDAY), "closed", "met"))
    plan = Plan(actions=(action("Ask", FRIDAY, "delivered"),), signposts=(closed,))
    assert marks(drawn(plan=plan), "action", "follow_up") == []


def test_what_was_due_before_today_is_late() -> None:
    line = drawn(today=FRIDAY, plan=Plan(actions=(action("Ask", MONDAY),), signposts=(pointed_to("Shop", MONDAY),)))
    assert labelled(line, "Ask").is_late and labelled(line, "Shop").is_late
    assert not labelled(drawn(plan=Plan(actions=(action("Ask", MONDAY),))), "Ask").is_late


def test_what_can_not_be_worked_out_is_told_with_its_sentence() -> None:
    plan = Plan(actions=(action("One", None, note="Choose a review date"), action("Two", None), action("Three", None)))
    line = drawn(CaseDates(), plan=plan)
    told = {one.label: one.why for one in line.undated}
    assert told["Part 1 of the screening"] == "Reception time missing"
    assert (told["1 action"], told["2 actions"]) == ("Choose a review date", "No date yet.")
    assert (line.release, marks(line, "release", "came_in")) == (None, [])


def test_a_release_date_that_has_passed_says_so() -> None:
    line = drawn(today=date(2027, 7, 1))
    assert labelled(line, "Release").details == ("This day has passed. Look at the record.",)


def test_the_dates_can_be_read_aloud() -> None:
    late = drawn(today=FRIDAY, plan=Plan(actions=(action("Ask", MONDAY),)))
    told = list(spoken_lines(late))
    assert "23 November 2026, late: Ask" in told
    assert "No date: Review. Needed before sign-off" in list(spoken_lines(drawn(replace(USUAL, release=None))))

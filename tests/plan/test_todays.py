"""The list for today: what stands on it, where, and once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.plan.open_lines import OpenLine, Sort, late_from, next_due, open_lines, release_of
from bcst_tui.plan.owed import CaseOwes, Owed, SittingOwes
from bcst_tui.plan.todays import BANDS, Band, DueLine, Whose, meetings_of, spans, todays
from bcst_tui.script.model import SittingKind
from tests.reference.shipped import shipped_reference

TODAY = date(2026, 11, 23)
SORTS: tuple[Sort, ...] = get_args(Sort)
CLOCKS = shipped_reference().clocks


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


def action(offset: int, code: str = "ACC-2-01", is_open: bool = True) -> Owed:
    return Owed("action", code, f"Do {code}", day(offset), is_open)


def follow_up(offset: int) -> Owed:
    return Owed("follow_up", "shelter/ACC-2-01", "Follow up: Shelter", day(offset))


def clock(code: str, offset: int, is_open: bool = True) -> Owed:
    return Owed("clock", code, f"Clock {code}", day(offset), is_open)


def sitting(
    *owed: Owed, number: int = 1, kind: SittingKind = "first_screening", unfinished: bool = False
) -> SittingOwes:
    return SittingOwes(number, kind, day(-5), unfinished, True, owed, kind == "review")


def case(*sittings: SittingOwes, number: int = 1) -> CaseOwes:
    return CaseOwes(number, f"BC-{number:04}", "Ash Invented", sittings)


def listed(*cases: CaseOwes) -> dict[Band, tuple[DueLine, ...]]:
    return todays(((Whose(one.case_id, one.reference, one.name_used), open_lines(one, CLOCKS)) for one in cases), TODAY)


def due_first(one: CaseOwes) -> tuple[date | None, str]:
    return next_due(open_lines(one, CLOCKS), TODAY)


def bands_of(owed: Owed, unfinished: bool = False) -> set[Band]:
    return set(listed(case(sitting(owed, unfinished=unfinished)))) - {"unfinished"}


@pytest.mark.parametrize(
    ("owed", "band"),
    [
        (action(-1), "overdue"),
        (action(0), "today"),
        (action(7), "week"),
        (follow_up(-3), "overdue"),
        (follow_up(0), "today"),
        (follow_up(14), "follow_ups"),
        (clock("last_12_weeks", 14), "windows"),
        (clock("last_12_weeks", -30), "windows"),
        (clock("review", 10), "reviews"),
        (clock("review", -1), "overdue"),
        (clock("consent", 3), "consents"),
        (clock("part_1", -1), "part_one"),
        (clock("health_checks", -1), "overdue"),
        (clock("health_checks", 5), "week"),
    ],
)
def test_each_thing_stands_in_one_place(owed: Owed, band: str) -> None:
    assert bands_of(owed) == {band}


@pytest.mark.parametrize(
    "owed",
    [
        action(8),
        action(-1, is_open=False),
        follow_up(15),
        clock("last_12_weeks", 15),
        clock("last_12_weeks", -85),
        clock("review", 15),
        clock("consent", -1),
        clock("part_1", -1, is_open=False),
    ],
)
def test_what_is_far_off_settled_or_over_is_not_on_the_list(owed: Owed) -> None:
    assert bands_of(owed, unfinished=True) == set()


@pytest.mark.parametrize(("offset", "band"), [(4, "part_two"), (0, "today"), (-1, "overdue")])
def test_the_clock_of_part_2_runs_until_the_screening_is_finished(offset: int, band: str) -> None:
    assert bands_of(clock("part_2", offset), unfinished=True) == {band}
    assert bands_of(clock("part_2", offset), unfinished=False) == set()


def test_of_two_clocks_for_one_interview_the_earlier_is_told() -> None:
    both = sitting(clock("part_2", 4), clock("both_at_once", 2), unfinished=True)
    assert [line.codes for line in listed(case(both))["part_two"]] == [("both_at_once",)]


def test_a_window_needs_no_review_where_one_has_been_or_both_were_one() -> None:
    window = clock("last_12_weeks", 3)
    assert "windows" not in listed(case(sitting(window), sitting(number=2, kind="review")))
    assert "windows" not in listed(case(sitting(window, clock("both_at_once", -3))))


def test_actions_of_one_day_are_one_line_that_leads_to_the_first() -> None:
    (line,) = listed(case(sitting(action(0, "ACC-1-01"), action(0, "FIN-1-01"), action(0, "SUP-1-01"))))["today"]
    assert line.title == "Do ACC-1-01, and 2 more"
    assert line.codes[0] == "ACC-1-01"


def test_a_later_plan_speaks_for_an_earlier_one() -> None:
    first = SittingOwes(1, "first_screening", day(-30), False, False, (action(-1, "ACC-1-01"), action(-1, "FIN-1-01")))
    later = SittingOwes(2, "need_found_later", day(-2), False, True, (action(-2, "ACC-1-01", is_open=False),))
    (line,) = listed(case(first, later))["overdue"]
    assert line.codes == ("FIN-1-01",)
    assert line.sitting is not None and line.sitting.sitting_id == first.sitting_id


def test_interviews_not_finished_and_not_begun_are_listed() -> None:
    lines = listed(case(sitting(unfinished=True)), case(number=2))["unfinished"]
    assert [(line.case.reference, line.title) for line in lines] == [
        ("BC-0001", "Not finished"),
        ("BC-0002", "No interview yet"),
    ]


def test_lines_stand_by_day_and_then_by_reference() -> None:
    lines = listed(case(sitting(action(2)), number=3), case(sitting(action(2)), number=2), case(sitting(action(1))))
    assert [line.case.case_id for line in lines["week"]] == [1, 2, 3]
    assert list(listed(case(sitting(follow_up(3), action(-1))))) == ["overdue", "follow_ups"]


def test_the_next_thing_due_is_the_first_that_is_still_open() -> None:
    assert due_first(case(sitting(clock("consent", -9), action(5), follow_up(3))))[0] == day(3)
    assert due_first(case(sitting(action(-2), follow_up(3))))[0] == day(-2)
    assert due_first(case()) == (None, "")


def test_a_line_prints_no_name() -> None:
    assert "Ash" not in repr(listed(case(sitting(action(0)))))


def test_a_case_is_late_from_the_first_day_of_what_can_be() -> None:
    assert late_from(open_lines(case(sitting(clock("consent", -9), action(3), follow_up(-2))), CLOCKS)) == day(-2)
    assert late_from(open_lines(case(sitting(clock("ages", -9), unfinished=True)), CLOCKS)) is None


def test_the_release_date_is_known_from_the_last_12_weeks_also_once_the_review_was_held() -> None:
    window = clock("last_12_weeks", -10)
    assert release_of(case(sitting(window, kind="review")), CLOCKS) == day(74)
    assert release_of(case(sitting(action(1))), CLOCKS) is None


def test_somebody_is_met_at_follow_ups_reviews_meetings_agreed_and_next_attempts() -> None:
    held = sitting(follow_up(20), clock("review", 40), clock("review", -1), action(3), follow_up(20), follow_up(-2))
    one = CaseOwes(1, "BC-0001", "Ash Invented", (held,), meeting=day(5), attempt=day(0))
    assert meetings_of(open_lines(one, CLOCKS), TODAY) == (day(0), day(5), day(20), day(40))


@pytest.mark.parametrize(("offset", "band"), [(-1, "overdue"), (0, "today"), (14, "meetings"), (15, None)])
def test_a_meeting_agreed_and_a_next_attempt_stand_on_their_day(offset: int, band: str | None) -> None:
    one = CaseOwes(1, "BC-0001", "Ash Invented", (sitting(),), meeting=day(offset), attempt=day(offset))
    assert set(listed(one)) == ({band} if band else set())


def test_part_1_that_has_not_come_is_chased_on_working_days_also_after_the_interview() -> None:
    late = open_lines(case(sitting(clock("part_1", -1), unfinished=False)), CLOCKS)
    whose = Whose(1, "BC-0001", "Ash Invented")
    days = [bool(todays([(whose, late)], TODAY + timedelta(days=later))) for later in range(7)]
    assert days == [True, True, True, True, True, False, False], "from Monday to Friday"


def test_the_checks_before_release_are_late_only_until_the_review_has_been_held() -> None:
    check = clock("health_checks", -1)
    assert set(listed(case(sitting(check, kind="review", unfinished=True)))) == {"overdue", "unfinished"}
    assert listed(case(sitting(check, kind="review"))) == {}


@given(st.sampled_from(SORTS), st.integers(-200, 200))
def test_a_line_stands_under_one_heading_at_most(sort: Sort, offset: int) -> None:
    line = OpenLine(sort, "action", day(offset), None, ("x",), ("X",))
    bands = [band for band, some in spans(TODAY).items() if any(span.holds(line) for span in some)]
    assert len(bands) <= 1 and set(bands) <= set(BANDS)

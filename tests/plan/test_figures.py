"""Figures: people counted once, in parts that leave nobody out, and nothing in them that tells of one."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.export.figures import figure_lines
from bcst_tui.export.figures_csv import cell, figures_csv
from bcst_tui.plan.distance import AREAS
from bcst_tui.plan.figures import (
    GONE_THROUGH,
    HEARD,
    HELPED,
    HOW_THAT_WAS,
    SAFETY,
    Counted,
    Counts,
    Figure,
    Figures,
    ReviewAsked,
    figures,
    review_kept,
)
from bcst_tui.plan.labels import Labels
from bcst_tui.plan.quarters import Quarter
from bcst_tui.plan.small_numbers import FEWER, NOT_SHOWN
from tests.reference.shipped import shipped_reference

REFERENCE = shipped_reference()
AUTUMN = Quarter(2026, 4)
ACTIVITIES = list(REFERENCE.activities.values())


def counted(people: list[Counted], not_finished: int = 0, feedback: int = 0) -> tuple[Figure, ...]:
    counts = Counts(AUTUMN, people, not_finished, [], [(5, None, 1)] * feedback)
    return figures(counts, Labels(REFERENCE), ACTIVITIES)


def told(lines: tuple[Figure, ...], part: str, line: str) -> str:
    (found,) = [one.told for one in lines if one.part.startswith(part) and one.line == line]
    return found


def person(born: date | None = None, **more: object) -> Counted:
    return Counted(True, born, **more)  # type: ignore[arg-type]


def test_a_quarter_in_which_there_was_nobody_tells_no_number() -> None:
    assert {one.told for one in counted([])} == {FEWER}


def test_the_same_lines_are_told_whatever_there_was() -> None:
    """A line that came and went would tell what its number does not."""
    empty = [(one.part, one.line) for one in counted([])]
    people = [person(levels={"ACC": 2}, actions={"ACC-2-01": "delivered"}, moved={"family": "up"})] * 40
    assert [(one.part, one.line) for one in counted(people, 20, 30)] == empty


def test_18_to_20_is_counted_apart_from_21_to_25() -> None:
    born = [date(2006, 1, 1)] * 12 + [date(2005, 12, 31)] * 13 + [date(2000, 12, 31)] * 12 + [None] * 20
    lines = counted([person(one, outcomes=frozenset({"open"})) for one in born])
    shown = {one.line: one.told for one in lines if one.part.startswith("Ages")}
    assert all(words in (FEWER, NOT_SHOWN) for line, words in shown.items() if "not pointed" in line)
    assert [shown[f"{band}: pointed to a service"] for band in ("18 to 20", "21 to 25", "26 and over")] == [
        "10",
        "15",
        "10",
    ]
    assert shown["Age not known: pointed to a service"] == NOT_SHOWN


def test_the_age_is_that_of_the_last_day_of_the_quarter() -> None:
    people = [person(date(2005, 12, 31), outcomes=frozenset({"met"}))] * 40 + [person()] * 40
    people += [person(date(2000, 12, 31))] * 40 + [person(date(1990, 1, 1))] * 40
    people += [person(date(2006, 1, 1))] * 40
    lines = counted(people)
    assert told(lines, "Ages", "21 to 25: pointed to a service") in ("40", NOT_SHOWN)
    assert told(lines, "Ages", "18 to 20: not pointed to one") in ("40", NOT_SHOWN)


def test_needs_and_levels_are_told_in_one() -> None:
    people = [person(levels={"ACC": 1})] * 30
    people += [person(levels={"ACC": 2}, open_in=frozenset({"ACC"}))] * 20 + [person(levels={"ACC": 2})] * 22
    people += [person(levels={"ACC": 3}, open_in=frozenset({"ACC"}))] * 12 + [person(levels={"ACC": 3})] * 10
    part = f"Needs and levels: {REFERENCE.group_labels['ACC']}"
    assert [one.told for one in counted(people) if one.part == part] == ["30", "20", "20", "10", "10"]


def test_activities_done_and_outstanding_are_counted_and_none_of_the_private_part() -> None:
    people = [person(actions={"ACC-2-01": "delivered"})] * 25 + [person(actions={"ACC-2-01": "held"})] * 15
    people += [person(actions={"ACC-2-01": "declined"})] * 10
    lines = counted(people)
    assert [told(lines, "ACC-2-01", line) for line in ("done", "outstanding", "not going ahead")] == ["25", "15", "10"]
    assert not [one.part for one in lines if one.part[:3] in ("DVA", "SWK")]


def test_on_time_and_late_are_told_of_both_parts_together() -> None:
    people = [person(on_time=(True, True))] * 30 + [person(on_time=(True, False))] * 20 + [Counted(False)] * 20
    shown = {one.line: one.told for one in counted(people) if one.part.startswith("Part 1")}
    assert shown["Both late"] == FEWER
    assert shown["Both on time"] == "30"
    assert len(shown) == 6


def test_somebody_with_many_checks_is_one_person() -> None:
    people = [person(outcomes=frozenset({"met", "open", "declined"}))] * 12
    lines = counted(people)
    assert [told(lines, "Follow-ups", line) for line in ("Still open", "Closed: Met", "Closed: Declined")] == ["10"] * 3
    assert told(lines, "Follow-ups", "Closed: Taking part") == FEWER


def test_distance_is_told_by_part_of_life_and_never_as_a_total() -> None:
    people = [person(moved=dict.fromkeys(AREAS, "up"))] * 20 + [person(moved=dict.fromkeys(AREAS, "down"))] * 20
    people += [person(moved=dict.fromkeys(AREAS, "same"))] * 20
    parts = Counter(one.part for one in counted(people) if one.part.startswith("Distance"))
    assert set(parts.values()) == {3} and len(parts) == len(AREAS)


def test_feedback_is_told_in_tens_only() -> None:
    assert FEWER == told(counted([], feedback=9), "What people thought: Did we deal", "Yes, all of it")
    assert {one.told for one in counted([], feedback=9) if one.part.startswith("What people")} == {FEWER}
    assert NOT_SHOWN == told(counted([], feedback=12), "What people thought: Did we deal", "Yes, all of it")
    shown = {one.told for one in counted([], feedback=22) if one.part.startswith("What people")}
    assert shown == {FEWER, NOT_SHOWN}


def test_how_the_private_part_was_is_told_in_tens_only() -> None:
    counts = Counts(AUTUMN, [], 0, [], [], {"ok": 34, "so_so": 22, "hard": 3})
    lines = figures(counts, Labels(REFERENCE), ACTIVITIES)
    assert told(lines, HOW_THAT_WAS, "Hard") == FEWER
    assert {told(lines, HOW_THAT_WAS, "OK"), told(lines, HOW_THAT_WAS, "So-so")} <= {"35", "20", NOT_SHOWN}


@given(st.lists(st.sampled_from([person(on_time=(True, True)), person(on_time=(False, True)), person()]), max_size=60))
@settings(max_examples=30)
def test_no_line_holds_a_number_under_ten(people: list[Counted]) -> None:
    for one in counted(people, len(people)):
        assert one.told in (FEWER, NOT_SHOWN) or (one.told.isdigit() and int(one.told) >= 10)


def test_no_cell_of_the_file_is_a_formula_or_breaks_its_line() -> None:
    assert cell('=SUM("A1")') == '"\'=SUM(""A1"")"'
    assert [cell(words)[1] for words in ("+1", "-1", "@x", "\t=1")] == ["'", "'", "'", "'"]
    assert "\n" not in cell("one\ntwo")


def test_the_file_and_the_screen_tell_the_same() -> None:
    lines = counted([person()] * 30)
    made = Figures(AUTUMN, lines, date(2027, 1, 4))
    rows = figures_csv(made).splitlines()
    assert rows[0] == '"quarter","made_on","part","line","people"'
    assert rows[1] == '"2026-Q4","2027-01-04","People","Interviewed","30"'
    assert len(rows) == len(lines) + 1
    shown = "\n".join(figure_lines(made))
    assert "October to December 2026" in shown and "written to a file on 4 January 2027" in shown
    assert shown.count("Interviewed: 30") == 1


EARLY, LATE = date(2026, 12, 1), date(2026, 12, 20)
WEEKS = timedelta(84)


def asked(on: date, is_review: bool = False, **clocks: date | None) -> ReviewAsked:
    return ReviewAsked(is_review, on, clocks)


@pytest.mark.parametrize(
    ("interviews", "kept"),
    [
        ([asked(date(2026, 9, 1), review=date(2026, 12, 10))], "not_held"),
        ([asked(date(2026, 9, 1), review=date(2027, 1, 1))], None),
        ([asked(date(2026, 9, 1), review=None)], None),
        ([asked(date(2026, 9, 1), review=date(2026, 12, 10)), asked(EARLY, True, review=None)], "on_time"),
        ([asked(date(2026, 9, 1), review=date(2026, 12, 10)), asked(LATE, True, review=None)], "late"),
        ([asked(date(2026, 9, 1), review=date(2026, 12, 10)), asked(EARLY, review=date(2027, 2, 1))], None),
        ([asked(date(2026, 9, 1), last_12_weeks=date(2026, 10, 1))], "not_held"),
        ([asked(date(2026, 11, 1), True, last_12_weeks=date(2026, 10, 1))], "on_time"),
        ([asked(date(2026, 11, 1), last_12_weeks=date(2026, 10, 1), both_at_once=LATE)], "on_time"),
    ],
)
def test_a_review_is_kept_by_its_day_or_by_release(interviews: list[ReviewAsked], kept: str | None) -> None:
    assert review_kept(interviews, AUTUMN, WEEKS) == kept


@pytest.mark.parametrize("small", range(1, 10))
def test_17_19_what_was_offered_in_the_private_part_is_held_back_under_ten_by_subtraction_too(small: int) -> None:
    """P19: the whole is told beside it, and still nobody can work out the few."""
    people = [person(private_part="dated", has_heard=True)] * 40 + [person(was_helped=True)] * small
    shown = [one.told for one in counted(people) if one.part == SAFETY]
    assert shown[0] == (NOT_SHOWN if small < 9 else "40")
    assert shown[1:] == [FEWER, FEWER, NOT_SHOWN, FEWER, FEWER]


def test_17_19_no_figure_of_the_private_part_counts_what_anybody_answered() -> None:
    """P19: managers read what was offered and what was acted on; no line could be a target."""
    lines = [one.line for one in counted([]) if one.part == SAFETY]
    assert lines == [*GONE_THROUGH.values(), *HEARD.values(), HELPED]
    assert {field.name for field in fields(Counted)} & {"status", "wants", "when", "who", "q1", "q2"} == set()

"""A timeline as text: nothing too wide, nothing over anything else, every mark once, whatever the dates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.plan.timeline import Mark, MarkKind, Timeline, Undated
from bcst_tui.plan.timeline_drawing import DRAWN, LEAD, TYPED, Drawing, Strokes, timeline_lines

TODAY = date(2026, 11, 23)
days = st.dates(date(2020, 1, 1), date(2060, 12, 31))
labels = st.text(st.sampled_from("ab é家[]/\\…\n"), max_size=60)
brief = settings(max_examples=40)


def mark(on: date, label: str = "A day", kind: MarkKind = "deadline", late: bool = False) -> Mark:
    return Mark(on, kind, label, (), late)


@st.composite
def lines(draw: st.DrawFn) -> Timeline:
    kinds = st.sampled_from([kind for kind in get_args(MarkKind) if kind != "today"])
    given_marks = draw(st.lists(st.builds(Mark, days, kinds, labels, is_late=st.booleans()), max_size=25))
    today, release = draw(days), draw(st.none() | days)
    opens = release - timedelta(days=84) if release else None
    told = sorted((*given_marks, Mark(today, "today", "Today")), key=lambda one: one.on)
    undated = draw(st.lists(st.builds(Undated, labels, labels), max_size=3))
    return Timeline(tuple(told), tuple(undated), today, release, opens)


def with_release(release: date | None, *marks: Mark, today: date = TODAY) -> Timeline:
    told = sorted((*marks, mark(today, "Today", "today")), key=lambda one: one.on)
    opens = release - timedelta(days=84) if release else None
    return Timeline(tuple(told), (), today, release, opens)


def columns(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


@brief
@given(lines(), st.integers(40, 130), st.sampled_from([DRAWN, TYPED]))
def test_no_line_is_wider_than_it_may_be(line: Timeline, width: int, strokes: Strokes) -> None:
    assert all(columns(text) <= width for text in timeline_lines(line, width, strokes))


@brief
@given(lines(), st.integers(40, 130))
def test_every_mark_has_one_line_in_the_order_of_the_days_and_no_label_lies_over_its_sign(
    line: Timeline, width: int
) -> None:
    drawing = Drawing(line, width)
    told = list(timeline_lines(line, width))[2 : 2 + len(line.marks)]
    for one, text in zip(line.marks, told, strict=True):
        drawn = drawing.mark(one)
        begins, ends = drawn.label
        assert text == drawn.text
        assert text[1:12].strip().startswith(f"{one.on.day} ") and text[1:12].endswith(str(one.on.year))
        assert text.startswith("!") == one.is_late
        assert ends < drawn.sign or begins > drawn.sign
        assert text[drawn.sign] in {*DRAWN.signs.values(), DRAWN.earlier, DRAWN.later}


@brief
@given(lines(), st.integers(40, 130))
def test_signs_stand_further_right_the_later_their_day(line: Timeline, width: int) -> None:
    axis = Drawing(line, width).axis
    places = [axis.place(one.on) for one in line.marks]
    assert places == sorted(places)
    assert all(0 <= place < axis.columns for place in places)


@brief
@given(lines(), st.integers(40, 130))
def test_names_of_months_stand_apart_above_their_ticks(line: Timeline, width: int) -> None:
    months, rule = Drawing(line, width).heading()
    assert len(rule) <= width and len(months) <= width
    assert len(months.split("  ")) >= 1
    for tick in Drawing(line, width).axis.ticks():
        assert months[LEAD + tick.column :].startswith(tick.words)


def test_release_tomorrow_is_still_a_line_of_time() -> None:
    line = with_release(TODAY + timedelta(days=1), mark(TODAY + timedelta(days=1), "Release", "release"))
    told = "\n".join(timeline_lines(line, 76))
    assert "▼ Today" in told or "Today ▼" in told
    assert "Release ▲" in told


def test_release_in_thirty_years_stands_at_the_edge_so_that_this_year_can_be_read() -> None:
    release = date(2056, 11, 23)
    line = with_release(release, mark(TODAY + timedelta(days=30), "Soon"), mark(release, "Release", "release"))
    drawing = Drawing(line, 76)
    assert not drawing.axis.holds(release)
    assert drawing.axis.place(TODAY + timedelta(days=30)) > drawing.axis.place(TODAY) + 3
    assert list(timeline_lines(line, 76))[-1].endswith("Release »")


def test_what_lies_after_release_is_beyond_the_edge() -> None:
    release = date(2027, 1, 28)
    line = with_release(release, mark(release, "Release", "release"), mark(date(2027, 5, 19), "Rent help ends"))
    assert list(timeline_lines(line, 76))[-1].endswith("Rent help ends »")


def test_a_year_before_today_is_before_the_edge() -> None:
    line = with_release(date(2027, 3, 1), mark(date(2024, 3, 1), "Came in", "came_in"))
    assert "« Came in" in next(iter(list(timeline_lines(line, 76))[2:]))


def test_today_after_release_comes_after_it() -> None:
    release = date(2026, 10, 1)
    line = with_release(release, mark(release, "Release", "release"))
    assert [text.split()[-1] for text in list(timeline_lines(line, 76))[2:]] == ["▲·", "»"]


def test_without_a_release_date_the_axis_ends_with_what_is_known() -> None:
    line = with_release(None, mark(date(2027, 2, 1), "The last one"))
    assert Drawing(line, 76).axis.ends == date(2027, 2, 1)
    assert "═" not in "".join(timeline_lines(line, 76))


def test_the_last_12_weeks_are_drawn_as_a_band_up_to_release() -> None:
    rule = Drawing(with_release(date(2027, 4, 1)), 76).heading()[1]
    assert "═▲" in rule and "─═" in rule and "▼" in rule


def test_typed_strokes_are_ascii() -> None:
    line = with_release(date(2027, 4, 1), mark(date(2026, 11, 20), "Late", late=True), mark(date(2030, 1, 1), "Far"))
    assert "\n".join(timeline_lines(line, 76, TYPED)).isascii()
    assert Drawing(line, 76, TYPED).key().isascii()


@pytest.mark.parametrize("label", ["[bold]x[/]", "家" * 40, "long " * 30, "two\nlines"])
def test_a_hostile_label_stays_on_its_line(label: str) -> None:
    told = list(timeline_lines(with_release(date(2027, 1, 1), mark(TODAY, label)), 60))
    assert len(told) == 4
    assert all(columns(text) <= 60 for text in told)


def test_what_has_no_date_stands_below_with_its_sentence() -> None:
    line = Timeline((mark(TODAY, "Today", "today"),), (Undated("Review", "Needed before sign-off"),), TODAY)
    assert list(timeline_lines(line, 76))[-1] == "  No date Review: Needed before sign-off"

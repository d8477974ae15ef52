"""The own copy for the cell: one shape for everyone, nothing to read from it (R90)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.export.audience import Permissions
from bcst_tui.export.case import CaseHeader, Goal, Meeting
from bcst_tui.export.copies import make_copy
from bcst_tui.export.formats import FORMATS, FileFormat, seen
from bcst_tui.export.formats import render as render_as
from bcst_tui.export.markdown import render
from bcst_tui.export.told import with_interview
from bcst_tui.interview.values import Json
from bcst_tui.plan.deriving import derive
from bcst_tui.plan.model import Plan
from bcst_tui.reference.audience import AudienceCode
from tests.effort import tries
from tests.export.cases import TODAY, bare_header, full_header, full_plan
from tests.reference.shipped import shipped_reference
from tests.script.bcst2 import telling
from tests.script.test_bcst2_walks import walked

REFERENCE = shipped_reference()
TICKED = Permissions(ticked=frozenset({"goals_strengths"}))


def cell(header: CaseHeader, plan: Plan, permissions: Permissions = TICKED) -> str:
    return render(make_copy("CELL", header, plan, REFERENCE, permissions))


def shape(text: str) -> list[str]:
    """The headings in full, and of every other line only its kind."""
    return [line if line.startswith("#") else line[:2] for line in text.splitlines()]


def test_it_has_the_eight_fixed_headings_in_their_order() -> None:
    headings = [line for line in cell(full_header(), full_plan()).splitlines() if line.startswith("## ")]
    assert headings == [
        "## What I want",
        "## My meetings",
        "## Housing",
        "## Work and learning",
        "## Money",
        "## Health and people",
        "## Who to ask",
        "## What happens next",
    ]


def test_a_full_case_and_an_empty_one_have_the_same_shape() -> None:
    assert shape(cell(full_header(), full_plan())) == shape(cell(bare_header(), Plan()))


def test_the_plan_does_not_change_a_byte_of_it() -> None:
    assert cell(full_header(), full_plan()) == cell(full_header(), Plan())


def test_nothing_said_or_left_unsaid_changes_a_byte_of_it() -> None:
    silent = replace(full_header(), unanswered=(), advice=(), hand_offs=(), sittings=(), key_dates=(), prison="")
    assert cell(silent, Plan()) == cell(full_header(), full_plan())


def test_it_fits_on_one_page() -> None:
    lines = cell(full_header(), full_plan()).splitlines()
    assert len(lines) <= 55
    assert max(map(len, lines)) <= 100


def test_meetings_carry_the_neutral_label_and_nobody_elses_name() -> None:
    text = cell(full_header(), Plan())
    assert "- Resettlement appointment, 12 March 2026, 10:00\n" in text
    assert "- Ada Penn\n" in text


def test_meetings_already_past_are_left_out() -> None:
    header = replace(full_header(), meetings=(Meeting(date(2026, 3, 1), "09:00"),))
    assert "1 March" not in cell(header, Plan())


def test_a_time_that_is_no_time_is_left_out() -> None:
    header = replace(full_header(), meetings=(Meeting(date(2026, 3, 12), "after the drug group"),))
    assert "drug" not in cell(header, Plan())


def test_goals_are_shown_only_where_the_person_ticked_them() -> None:
    assert "- a place of my own\n" in cell(full_header(), Plan())
    assert "a place of my own" not in cell(full_header(), Plan(), Permissions())


@pytest.mark.parametrize(
    "words",
    ["get off drugs", "keep away from my ex-partner", "pay back £200", "no more Self-Harm", "sort my debts", "Flat 7"],
)
def test_a_goal_that_could_hurt_on_paper_is_left_as_a_blank(words: str) -> None:
    header = replace(full_header(), goals=(Goal(words), Goal("a quiet room")))
    text = cell(header, Plan())
    assert words not in text
    assert "- a quiet room\n" in text
    assert shape(text) == shape(cell(bare_header(), Plan()))


def test_it_says_nothing_of_what_is_left_out() -> None:
    text = cell(full_header(), full_plan()).casefold()
    for word in ("withheld", "left out", "redact", "not shown", "hidden", "private part", "level", "need"):
        assert word not in text


def test_its_slots_use_no_label_outside_the_closed_list() -> None:
    labels = tuple(REFERENCE.neutral_labels.values())
    for heading in REFERENCE.own_copy.headings:
        if heading.id in ("housing", "work", "money", "health_people"):
            assert all(line.startswith(labels) for line in heading.lines)


def test_in_easy_words_it_has_easy_lines_and_the_same_shape() -> None:
    usual, easy = (replace(full_header(), easy_words=wished) for wished in (False, True))
    text = cell(easy, full_plan())
    assert "- Housing help: I can ask when we meet.\n" in text and "## My home\n" in text
    assert [line[:2] for line in text.splitlines()] == [line[:2] for line in cell(usual, full_plan()).splitlines()]
    assert cell(easy, full_plan()) == cell(easy, Plan())


def test_easy_lines_use_no_other_labels_and_fewer_words() -> None:
    labels = tuple(REFERENCE.neutral_labels.values())
    for heading in REFERENCE.own_copy.headings:
        for line, easy in zip(heading.lines, heading.easy_lines, strict=True):
            assert [easy.startswith(label) for label in labels] == [line.startswith(label) for label in labels]
            assert len(easy.split()) < len(line.split())


@pytest.mark.parametrize("audience", ["CELL", "FULL", "WK"])
def test_large_print_is_for_the_persons_own_copies(audience: AudienceCode) -> None:
    header = replace(full_header(), large_print=True)
    copy = make_copy(audience, header, Plan(), REFERENCE)
    own = audience != "WK"
    assert ('<body class="large">' in render_as(copy, "html")) == own
    assert copy.is_large == own
    assert not make_copy(audience, replace(header, large_print=False), Plan(), REFERENCE).is_large
    for file_format in ("md", "txt", "html"):
        assert "large print" not in render_as(copy, file_format) + seen(copy, file_format)


@pytest.mark.parametrize(
    ("wished", "easy", "large"),
    [(["plain"], False, False), (["easy_words", "large_print"], True, True), (["read_aloud"], False, False)],
)
def test_the_form_of_it_is_what_the_person_asked_for(wished: list[Json], easy: bool, large: bool) -> None:
    header = with_interview(bare_header(), telling(b04_copy=wished).interview, "open", frozenset())
    assert (header.easy_words, header.large_print) == (easy, large)


@settings(max_examples=60)
@given(name=st.text(max_size=200), goal=st.text(max_size=300), worker=st.text(max_size=200))
def test_no_name_or_goal_changes_its_shape(name: str, goal: str, worker: str) -> None:
    header = CaseHeader(
        reference="BC-0001",
        name_used=name,
        made_on=TODAY,
        worker=worker,
        goals=(Goal(goal),),
        meetings=(Meeting(TODAY, name, goal),),
    )
    assert shape(cell(header, Plan())) == shape(cell(bare_header(), Plan()))


PICKS = st.lists(st.integers(0, 97), min_size=12, max_size=40)
SEEN = CaseHeader("BC-0001", "Sam Rowe", TODAY, worker="Ada Penn", meetings=(Meeting(date(2026, 3, 12)),))


def copied(picks: list[int], audience: AudienceCode) -> tuple[str, ...]:
    """The copy, in every format and its usual form, of somebody who answered the interview by these numbers."""
    interview = walked(picks).interview
    header = with_interview(SEEN, interview, "completed", frozenset())
    header = replace(header, meetings=SEEN.meetings, goals=SEEN.goals, easy_words=False, large_print=False)
    plan = derive(interview, REFERENCE)
    copy = make_copy(audience, header, plan, REFERENCE, TICKED)
    return tuple(render_as(copy, file_format) for file_format in FORMATS)


@settings(max_examples=tries(4, 8), deadline=None)
@given(PICKS)
def test_two_people_with_the_same_visible_values_get_the_same_bytes_whatever_they_answered(picks: list[int]) -> None:
    assert copied(picks, "CELL") == copied([0] * 12, "CELL")


def test_the_answers_that_change_no_byte_of_it_do_change_the_workers_copy() -> None:
    assert copied([0] * 12, "WK") != copied([1] * 12, "WK")


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_format_of_it_keeps_one_shape_and_one_page(file_format: FileFormat) -> None:
    full, bare = (
        render_as(make_copy("CELL", header, plan, REFERENCE, TICKED), file_format)
        for header, plan in ((full_header(), full_plan()), (bare_header(), Plan()))
    )
    assert len(full.splitlines()) == len(bare.splitlines())
    assert len(seen(make_copy("CELL", full_header(), full_plan(), REFERENCE), file_format).splitlines()) <= 60


def test_a_training_copy_says_so_at_top_and_bottom() -> None:
    text = cell(replace(bare_header(), invented=True), Plan())
    assert text.count("TRAINING – NOT A REAL PERSON") == 2

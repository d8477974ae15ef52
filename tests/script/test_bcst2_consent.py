"""Block J in the script: what is said before anybody chooses, and what to do if we lose touch."""

from __future__ import annotations

import pytest

from tests.script.bcst2 import asked_in, bcst2, needs_of, telling

SAID = ["j02_who_may_be_told", "j05_see_record", "j11_lost_touch"]


def test_everybody_hears_that_they_choose_and_how_to_see_what_is_written() -> None:
    assert asked_in("consent", j11_lost_touch="do_nothing") == SAID
    assert asked_in("consent", a05_total_sentence="over_4_years") == SAID


def test_consent_comes_before_the_summary_and_after_everything_it_may_be_about() -> None:
    sections = [section.id for section in bcst2().sections]
    assert sections[-2:] == ["consent", "summary"]


def test_somebody_who_stops_is_asked_for_no_consent() -> None:
    assert asked_in("consent", b08_go_on="refuses") == []


def test_doing_nothing_asks_nothing_more_of_anybody() -> None:
    assert asked_in("consent", j11_lost_touch="do_nothing")[-1] == "j11_lost_touch"


@pytest.mark.parametrize(
    ("told", "asked"),
    [("my_officer", ["j11d_police_wish"]), ("named_person", ["j11b_whom", "j11d_police_wish"])],
)
def test_a_wish_for_the_police_is_asked_only_of_those_who_want_something_tried(told: str, asked: list[str]) -> None:
    assert asked_in("consent", j11_lost_touch=told)[len(SAID) :] == asked


def test_whoever_is_to_be_tried_is_looked_for_on_the_list_of_people_not_to_be_told() -> None:
    told = telling(j11_lost_touch="named_person")
    assert not told.revises(f12_not_to_be_told="done").will_ask("j11c_on_the_list")
    listed = told.looks_at("f12_not_to_be_told").adds_row("f12_not_to_be_told").answer("Kestrel Invented")
    assert listed.revises(f12_not_to_be_told="done").will_ask("j11c_on_the_list")


def test_losing_touch_is_no_need_and_steers_nothing() -> None:
    assert needs_of(telling(j11_lost_touch="named_person")) == needs_of(telling(j11_lost_touch="do_nothing"))


def test_the_days_until_the_record_is_seen_are_an_aim_and_no_promise() -> None:
    said = bcst2().placed["j05_see_record"].question.said
    assert "We aim to" in said.standard and "21 days" in said.standard
    assert "We try to show you in 21 days." in said.easy

"""Blocks A, B and K: what is read from the record, and how the talk begins and ends."""

from __future__ import annotations

import pytest

from bcst_tui.interview.values import Json
from bcst_tui.script.model import SITTING_KINDS
from tests.script.bcst2 import actions_of, asked_in, at_level_3, bcst2, due, knowing, markers_of, needs_of, telling

SECTIONS = ("case", "opening", "housing", "work", "money", "health", "support", "review", "consent", "summary")


def test_the_sections_come_in_order() -> None:
    assert tuple(section.id for section in bcst2().sections) == SECTIONS


def test_language_privacy_and_what_cannot_wait_come_before_all_else() -> None:
    opening = asked_in("opening")
    assert opening[:4] == ["b01_best_language", "b01b_reading_language", "b05_privacy", "b09_cannot_wait"]


def test_the_limits_are_said_before_anything_about_the_home() -> None:
    order = [one.id for one in telling().interview.path.asked]
    assert order.index("b07c_must_pass_on") < order.index("b07_explained") < order.index("c01_before_prison")
    assert order.index("j01_keep") == order.index("b07_explained") + 1


def test_the_limits_are_said_again_at_every_sitting() -> None:
    for sitting in SITTING_KINDS:
        told = telling(sitting)
        assert told.will_ask("b07c_must_pass_on") and told.will_ask("b07_explained")


def test_a_first_screening_with_nothing_special_asks_each_thing_once() -> None:
    opening = asked_in("opening", b01_best_language="english", b05_privacy="private", b09_cannot_wait=["nothing"])
    assert opening == [
        "b01_best_language",
        "b01b_reading_language",
        "b05_privacy",
        "b09_cannot_wait",
        "b02_reading",
        "b03_make_easier",
        "b07b_why_we_talk",
        "b07c_must_pass_on",
        "b07_explained",
        "j01_keep",
        "f12_not_to_be_told",
        "b04_copy",
        "b06_who_with",
        "b08_go_on",
    ]


def test_another_language_brings_an_interpreter_at_once() -> None:
    told = telling(b01_best_language="welsh", b01c_interpreter="phone")
    assert told.will_ask("b01d_who_interprets")
    assert "SUP-3-02" in actions_of(told)
    assert due(told, "SUP-3-02") == {"next_working_day"}
    assert markers_of(told) == {"language"}


def test_another_language_to_read_brings_translation() -> None:
    told = telling(b01_best_language="english", b01b_reading_language={"chosen": ["another"], "other": "Polish"})
    assert "SUP-3-02" in actions_of(told)
    assert markers_of(told) == set()


def test_no_interpreter_is_offered_to_somebody_who_speaks_english() -> None:
    told = telling(b01_best_language="english")
    assert not told.will_ask("b01c_interpreter")
    assert actions_of(told) == set()


@pytest.mark.parametrize(("thing", "marker"), [("learning", True), ("memory", True), ("hearing", False)])
def test_learning_and_memory_count_hearing_changes_how_we_work(thing: str, marker: bool) -> None:
    told = telling(b03_make_easier=[thing])
    assert ("ldd" in markers_of(told)) == marker
    assert at_level_3(told) == {"SUP-3-04", "SUP-3-07"}
    assert needs_of(told) == set()


@pytest.mark.parametrize("urgent", ["hurting_self", "medicine_missed", "child_alone", "pet_alone"])
def test_what_cannot_wait_asks_who_was_told_and_when(urgent: str) -> None:
    told = telling(b09_cannot_wait=[urgent])
    assert told.will_ask("b09b_handed_to") and told.will_ask("b09c_handed_at")


def test_nothing_urgent_asks_nobody() -> None:
    assert not telling(b09_cannot_wait=["nothing"]).will_ask("b09b_handed_to")


@pytest.mark.parametrize(
    ("record", "offered"),
    [
        ({"a15_sex_recorded": "woman"}, True),
        ({"a15_sex_recorded": "man"}, False),
        ({"a15_sex_recorded": "man", "a15b_own_description": "A woman"}, True),
    ],
)
def test_a_place_for_women_only_is_offered_as_of_right(record: dict[str, Json], offered: bool) -> None:
    assert telling(**record).will_ask("b06b_women_only") == offered


def test_everyone_is_asked_whom_they_would_rather_work_with() -> None:
    assert telling(a15_sex_recorded="man").will_ask("b06_who_with")


@pytest.mark.parametrize(("goes_on", "stops"), [("go_on", False), ("short_break", False), ("refuses", True)])
def test_no_ends_the_talk_and_a_break_does_not(goes_on: str, stops: bool) -> None:
    told = telling(b08_go_on=goes_on)
    assert told.will_ask("c01_before_prison") != stops
    assert told.will_ask("k06_what_will_not") != stops


def test_another_day_asks_which_and_not_one_that_is_over() -> None:
    here = telling(b08_go_on="other_day")
    assert here.will_ask("b08b_new_day") and not here.will_ask("c01_before_prison")
    here.looks_at("b08b_new_day").answer("2026-11-20").is_rejected("that day is over")


def test_a_prison_known_from_the_set_up_is_not_asked_about() -> None:
    assert not telling().will_ask("a08_resettlement_prison")
    assert knowing({"resettlement_prison": ""}).will_ask("a08_resettlement_prison")


def test_part_one_is_looked_through_once_it_is_here() -> None:
    here = telling(a03_part_one="received")
    assert here.will_ask("a03b_part_one_done") and here.will_ask("a11_part_one_says")
    assert not telling(a03_part_one="not_yet").will_ask("a11_part_one_says")


def test_part_one_cannot_come_from_tomorrow() -> None:
    here = telling(a03_part_one="received").looks_at("a03c_part_one_here")
    here.answer("2026-11-22").is_rejected("after today")


def test_dates_that_are_not_fixed_are_not_asked_for() -> None:
    assert not telling(a06_key_dates=["none_fixed"]).will_ask("a06_release_date")
    two = telling(a06_key_dates=["release", "sentence_end"])
    assert two.will_ask("a06_release_date") and two.will_ask("a06e_sentence_end") and not two.will_ask("a06b_hdc_date")


def test_an_ni_number_that_is_none_is_money_help_and_one_not_known_is_not() -> None:
    assert actions_of(telling(a01_ni_number="none")) == {"FIN-2-01"}
    assert actions_of(telling(a01_ni_number={"not_known": "true"})) == set()


def test_an_ni_number_has_its_form() -> None:
    here = telling(a01_ni_number="have").looks_at("a01b_ni_number_is")
    here.answer("12 34").is_rejected("National Insurance number looks like")


@pytest.mark.parametrize(
    ("status", "marker"),
    [("fixed_term_recall", {"recall"}), ("ipp", {"life_ipp"}), ("determinate", set()), ("remand", set())],
)
def test_recall_and_life_count_as_groups(status: str, marker: set[str]) -> None:
    assert markers_of(telling(a04_legal_status=status)) == marker


@pytest.mark.parametrize(("age", "young"), [("17", False), ("18", True), ("25", True), ("26", False)])
def test_a_young_man_is_18_to_25(age: str, young: bool) -> None:
    assert markers_of(knowing({"age": age}, a15_sex_recorded="man")) == ({"young_man"} if young else set())


def test_a_woman_with_a_need_counts_and_without_one_does_not() -> None:
    assert "woman_priority" in markers_of(telling(a15_sex_recorded="woman", c02_back_there="no"))
    assert "woman_priority" not in markers_of(telling(a15_sex_recorded="woman", c02_back_there="yes"))


def test_the_summary_asks_if_paper_is_safe_before_it_offers_any() -> None:
    assert asked_in("summary", k08_next_meeting="2026-12-01") == [
        "k01_five_minutes",
        "k06_what_will_not",
        "k06b_not_sure",
        "k05b_paper_safe",
        "k05_copy",
        "k08_next_meeting",
        "k08b_same_worker",
        "k08c_review_date",
    ]

"""Block G: rights some people have, people around them and what they want; who is asked what."""

from __future__ import annotations

import pytest

from bcst_tui.interview.values import Json
from tests.script.bcst2 import asked_in, bcst2, knowing, telling

EVERYBODY = [
    "g11_most_want",
    "g11c_first_change",
    "g12_how_sure",
    "g13_who_helps",
    "g13b_other_way",
    "g02_in_care",
    "g03_armed_forces",
    "g04_nationality",
    "g05_in_own_words",
    "g05b_fairer",
    "g10_legal_matters",
    "g10c_told_of",
    "g17_first",
]
RECALLED = ["g06_recall", "g06d_explained", "g06b_lost", "g06c_going_well"]
UNWELL: Json = {"not_asked": "unwell"}
LONG: dict[str, Json] = {"a05_total_sentence": "over_4_years"}
SERVED: dict[str, Json] = {"g03_armed_forces": "yes"}


def test_everybody_is_asked_the_starred_things() -> None:
    assert asked_in("support") == EVERYBODY


def test_over_four_years_only_what_cannot_wait_is_asked() -> None:
    assert asked_in("support", **LONG) == ["g04_nationality", "g17_first"]
    assert asked_in("support", **LONG, a04_legal_status="standard_recall") == [
        "g04_nationality",
        *RECALLED,
        "g17_first",
    ]
    assert asked_in("support", **LONG, a04_legal_status="life") == ["g04_nationality", "g08_parole", "g17_first"]


def test_what_they_want_comes_before_anything_about_groups() -> None:
    assert asked_in("support")[0] == "g11_most_want"
    assert telling(g11_most_want="named").will_ask("g11b_in_own_words")
    assert not telling(g11_most_want="nothing_yet").will_ask("g11b_in_own_words")


def test_while_somebody_can_hear_care_and_nationality_wait() -> None:
    told = telling(b05_privacy="not", a10_risk_on_file=["mappa"])
    waiting = [one.id for one in told.interview.path.waiting if one.placed.section == "support"]
    assert waiting == ["g02_in_care", "g04_nationality", "g09_limits"]


def test_under_25_the_council_that_looked_after_somebody_may_still_help() -> None:
    young, older = (knowing({"age": age}, g02_in_care="yes") for age in ("24", "25"))
    assert young.will_ask("g02c_adviser") and young.will_ask("g02d_may_tell")
    assert not older.will_ask("g02c_adviser") and not older.will_ask("g02d_may_tell")
    assert older.will_ask("g02b_which_council") and older.will_ask("g02e_flagged")


def test_a_personal_advisor_hears_topic_by_topic_what_is_ticked() -> None:
    question = bcst2().placed["g02d_may_tell"].question
    assert [option.id for option in question.options] == ["dates", "housing", "money", "work", "nothing"]
    assert question.option("nothing") is not None and question.options[-1].exclusive


@pytest.mark.parametrize("said", ["no", "unsure", {"declined": "true"}])
def test_nobody_is_pressed_about_care(said: Json) -> None:
    assert not telling(g02_in_care=said).will_ask("g02b_which_council")


@pytest.mark.parametrize("known", [{"g02_in_care": "yes"}, {"b03_make_easier": ["attention"]}])
def test_school_is_asked_about_where_it_may_have_been_hard(known: dict[str, Json]) -> None:
    assert telling(**known).will_ask("d11_school")
    assert not telling().will_ask("d11_school")
    assert knowing({"age": "24"}).will_ask("d11_school")


def test_service_brings_the_offer_of_an_introduction() -> None:
    assert telling(**SERVED).will_ask("g03b_introduction")
    assert not telling(g03_armed_forces="no").will_ask("g03b_introduction")


def test_with_service_mood_and_drinking_left_out_get_a_day() -> None:
    asked: dict[str, Json] = {"f03_mind": ["nothing"], "f04_self_harm": {"declined": "true"}, "f05_drinking": "none"}
    assert telling(**SERVED).will_ask("g03c_asked_again_on")
    assert not telling(**SERVED, **asked).will_ask("g03c_asked_again_on")
    assert telling(**SERVED, **{**asked, "f05_drinking": UNWELL}).will_ask("g03c_asked_again_on")
    kept_out: Json = {"health": "no", "belief": "yes", "ethnicity": "yes", "offences": "yes"}
    assert not telling(**SERVED, j01_keep=kept_out).will_ask("g03c_asked_again_on")


@pytest.mark.parametrize("known", [{"g03_armed_forces": "yes"}, {"f02_body": ["injury"]}])
def test_money_due_is_asked_about_with_service_or_an_injury(known: dict[str, Json]) -> None:
    assert telling(**known).will_ask("e11_money_due")


def test_money_due_is_asked_about_from_50() -> None:
    assert [knowing({"age": age}).will_ask("e11_money_due") for age in ("49", "50")] == [False, True]


@pytest.mark.parametrize(("from_where", "is_asked"), [("british", False), ("irish", False), ("another", True)])
def test_status_is_asked_only_of_people_from_abroad(from_where: str, is_asked: bool) -> None:
    nationality: Json = {"chosen": ["another"], "other": "Polish"} if from_where == "another" else from_where
    told = telling(g04_nationality=nationality)
    for question in ("g04b_papers_to_stay", "g04c_own_adviser", "d08_right_to_work"):
        assert told.will_ask(question) == is_asked


def test_the_right_to_work_is_asked_about_with_no_papers_either() -> None:
    assert telling(e07_identity=["none"]).will_ask("d08_right_to_work")


def test_ethnicity_kept_out_is_not_asked_and_fairness_is() -> None:
    kept_out: Json = {"health": "yes", "belief": "yes", "ethnicity": "no", "offences": "yes"}
    told = telling(j01_keep=kept_out)
    assert not told.will_ask("g05_in_own_words") and told.will_ask("g05b_fairer")


def test_faith_is_asked_once_and_where_it_can_be_kept_out() -> None:
    for name in ("g05_in_own_words", "g05b_fairer"):
        said = bcst2().placed[name].question.said
        assert "faith" not in " ".join((said.standard, *said.easy)).casefold()


@pytest.mark.parametrize("status", ["fixed_term_recall", "standard_recall", "hdc_recall"])
def test_after_a_recall_what_was_explained_and_what_went_well_are_asked(status: str) -> None:
    asked = asked_in("support", a04_legal_status=status)
    assert [name for name in asked if name.startswith("g06")] == RECALLED


@pytest.mark.parametrize(
    ("record", "is_read"),
    [
        ({"a10_risk_on_file": ["orders"]}, True),
        ({"a10_risk_on_file": ["none"]}, False),
        ({**LONG, "a10_risk_on_file": ["mappa"]}, False),
    ],
)
def test_limits_are_read_from_the_record_and_not_asked(record: dict[str, Json], is_read: bool) -> None:
    assert telling(**record).will_ask("g09_limits") == is_read
    question = bcst2().placed["g09_limits"].question
    assert (question.told_by, question.needs_privacy, question.audience) == ("record", True, "risk_limits")


def test_a_lawyer_is_asked_about_where_something_is_open() -> None:
    assert telling(g10_legal_matters=["family_court"]).will_ask("g10b_lawyer")
    assert not telling(g10_legal_matters=["nothing"]).will_ask("g10b_lawyer")


def test_what_was_lost_with_services_and_a_mentor_are_asked_about_with_any_need() -> None:
    told = telling(c02_back_there="no")
    assert told.will_ask("g15_lost_touch") and told.will_ask("g14_mentor")
    assert not telling().will_ask("g15_lost_touch") and not telling().will_ask("g14_mentor")
    assert telling(g13_who_helps=["nobody"]).will_ask("g14_mentor")


@pytest.mark.parametrize(
    "answers", [{"b03_make_easier": ["hearing"]}, {"c02_back_there": "no", "g15_lost_touch": ["letters"]}]
)
def test_somebody_to_speak_for_them_is_offered_where_being_heard_is_hard(answers: dict[str, Json]) -> None:
    assert telling(**answers).will_ask("g07_speak_for_me")
    assert not telling(c02_back_there="no", g15_lost_touch=["never"]).will_ask("g07_speak_for_me")


def test_age_is_worked_out_and_not_asked() -> None:
    assert not [placed.id for placed in bcst2().order if "G01" in placed.question.covers]

"""Block K in the script: the own view of ten areas, the copy seen and confirmed, the next meeting, the window told."""

from __future__ import annotations

from datetime import date

import pytest

from bcst_tui.interview.values import Json
from bcst_tui.plan.suggestion import words_beside
from bcst_tui.script.model import SittingKind
from tests.plan.planning import plan_of
from tests.script.bcst2 import bcst2, needs_of, telling
from tests.vocabulary import Interviewing

AREAS = {
    "k01b_how_things_are": ["housing", "family", "friends", "agencies", "living_skills", "responsibility"],
    "k01c_health": ["physical", "mental", "substances"],
    "k01d_strength": ["spiritual"],
}
KEPT: dict[str, Json] = {"health": "yes", "belief": "yes", "ethnicity": "yes", "offences": "yes"}


def view(question_id: str, score: str = "good") -> dict[str, Json]:
    return dict.fromkeys(AREAS[question_id], score)


def at_the_end(**answers: Json) -> Interviewing:
    return telling(b08_go_on="go_on", **answers)


def asked(told: Interviewing) -> list[str]:
    return [one.id for one in told.interview.path.asked if one.id.startswith("k01")]


def beside(told: Interviewing, question_id: str) -> str:
    return words_beside(bcst2().placed[question_id].question, plan_of(told), told.interview, revealed=True)


def test_the_ten_areas_of_the_tool_are_each_asked_once_from_very_bad_to_very_good() -> None:
    rows = [row.id for name in AREAS for row in bcst2().placed[name].question.each]
    assert rows == [area for areas in AREAS.values() for area in areas]
    assert len(rows) == len(set(rows)) == 10
    for name in AREAS:
        question = bcst2().placed[name].question
        assert [option.id for option in question.options] == [
            "very_bad",
            "not_so_good",
            "all_right",
            "good",
            "very_good",
        ]
        assert (question.audience, question.carry) == ("distance_travelled", "fresh")


@pytest.mark.parametrize("answer", ["no", "unsure", {"declined": "true"}, {"not_asked": "no_time"}])
def test_five_minutes_are_offered_and_may_be_left(answer: Json) -> None:
    assert asked(at_the_end(k01_five_minutes=answer)) == ["k01_five_minutes"]


def test_whoever_takes_them_gives_a_view_of_everything_they_let_us_keep() -> None:
    told = at_the_end(j01_keep=KEPT, k01_five_minutes="yes", **{name: view(name) for name in AREAS})
    assert asked(told) == ["k01_five_minutes", *AREAS]


def test_what_is_kept_out_is_not_asked_here_either() -> None:
    no_health = at_the_end(
        j01_keep=KEPT | {"health": "no"}, k01_five_minutes="yes", k01b_how_things_are=view("k01b_how_things_are")
    )
    assert "k01c_health" not in asked(no_health) and "k01d_strength" in asked(no_health)
    no_belief = at_the_end(
        j01_keep=KEPT | {"belief": "no"}, k01_five_minutes="yes", k01b_how_things_are=view("k01b_how_things_are")
    )
    assert "k01d_strength" not in asked(no_belief) and "k01c_health" in asked(no_belief)


def test_at_the_review_the_view_is_asked_without_an_offer() -> None:
    kind: SittingKind = "review"
    assert asked(telling(kind, b08_go_on="go_on")) == ["k01b_how_things_are"]


def test_a_low_score_is_no_need_by_itself() -> None:
    low = at_the_end(j01_keep=KEPT, k01_five_minutes="yes", **{name: view(name, "very_bad") for name in AREAS})
    assert needs_of(low) == needs_of(at_the_end())


def test_the_form_of_the_copy_told_at_the_start_stands_beside_the_question_about_it() -> None:
    told = at_the_end(b04_copy=["large_print", "read_aloud"])
    assert beside(told, "k05_copy") == "Told before: Large print; Read out to me. Still right?"
    assert beside(at_the_end(), "k05_copy") == "", "there is nothing to confirm"


def test_the_paper_is_looked_at_before_anybody_is_asked_to_take_it() -> None:
    names = [one.id for one in at_the_end().interview.path.asked]
    assert names.index("k05b_paper_safe") < names.index("k05_copy")
    assert "Ctrl+O" in (bcst2().placed["k05b_paper_safe"].question.notice or "")


def test_the_day_the_last_12_weeks_begin_is_shown_to_be_told() -> None:
    told = at_the_end(a06_key_dates=["release"], a06_release_date="2027-09-01")
    assert date(2027, 9, 1).toordinal() - date(2027, 6, 9).toordinal() == 84
    assert beside(told, "k08d_window_told").startswith("Last 12 weeks open: 9 June 2027.")


def test_without_a_release_date_there_is_no_window_to_tell_but_a_review_to_agree() -> None:
    names = [one.id for one in at_the_end().interview.path.asked]
    assert "k08d_window_told" not in names and "k08c_review_date" in names


def test_inside_the_last_12_weeks_nobody_is_told_when_they_begin() -> None:
    told = at_the_end(a06_key_dates=["release"], a06_release_date="2027-01-15")
    names = [one.id for one in told.interview.path.asked]
    assert "k08d_window_told" not in names and "k08c_review_date" not in names

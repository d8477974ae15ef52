"""Coming back to custody: a new time in prison, a new plan, and nothing copied but what is never asked again."""

from __future__ import annotations

from datetime import date

import pytest

from bcst_tui.casebook.case_values import Closing
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.missed import Missed
from bcst_tui.casebook.stays import MAY_BE_OLD
from bcst_tui.casebook.values import CaseLine, Sitting
from bcst_tui.interview.answer import Rejection
from bcst_tui.vault.closed import StayOver
from tests.casebook.conftest import HOME, Opener
from tests.casebook.test_plans_and_papers import homeless, planned

NEVER = HOME.replace("    audience: housing_plan\nneeds:", "    audience: housing_plan\n    carry: never_again\nneeds:")


def released(casebook: Casebook, on: str = "1/10/2026") -> Sitting:
    sitting = casebook.complete(homeless(casebook))
    planned(casebook.edit_need(sitting, "somewhere", status="met"))
    casebook.agree_plan(sitting)
    assert isinstance(casebook.close_case(sitting.case_id, Closing("released", on)), CaseLine)
    return sitting


def test_somebody_who_is_back_has_a_new_plan_and_the_old_one_stays_to_be_read(casebook: Casebook) -> None:
    before = released(casebook)
    assert casebook.may_come_back(before.case_id)
    line = casebook.come_back(before.case_id, "20/11/2026")
    assert isinstance(line, CaseLine) and not line.closed
    assert casebook.open_sitting(before.case_id) is None
    now = casebook.begin(before.case_id)
    assert casebook.plan(now).needs == ()
    assert casebook.plan(now).version == 0
    assert now.interview.told_before("c01_before") is None
    assert casebook.is_of_an_earlier_stay(before) and not casebook.is_of_an_earlier_stay(now)
    assert [one.stay for one in casebook.versions(before.case_id)] == [0]


def test_what_is_from_the_time_before_is_not_written_in(casebook: Casebook) -> None:
    before = released(casebook)
    casebook.come_back(before.case_id, "20/11/2026")
    with pytest.raises(StayOver):
        casebook.edit_need(before, "somewhere", status="unmet")
    with pytest.raises(StayOver):
        casebook.revise(before, "c01_before", "rented")


def test_within_six_months_part_1_may_be_old_and_later_that_is_not_said(casebook: Casebook) -> None:
    soon = released(casebook)
    casebook.come_back(soon.case_id, "20/11/2026")
    told = casebook.coming_back(soon.case_id)
    assert told is not None and told.sentences[0] == MAY_BE_OLD
    late = released(casebook, "1/5/2026")
    casebook.come_back(late.case_id, "20/11/2026")
    told = casebook.coming_back(late.case_id)
    assert told is not None and MAY_BE_OLD not in told.sentences


def test_what_went_well_is_a_prompt_and_not_in_the_plan(casebook: Casebook) -> None:
    before = released(casebook)
    casebook.come_back(before.case_id, "20/11/2026")
    told = casebook.coming_back(before.case_id)
    assert told is not None and told.strengths == ("Met the last time: Somewhere to live",)
    assert told.began_on == date(2026, 11, 20) and "Somewhere" not in repr(told)


def test_opening_a_case_closed_by_mistake_is_the_same_time_in_prison(casebook: Casebook) -> None:
    before = released(casebook)
    casebook.reopen_case(before.case_id, "Closed by mistake")
    assert casebook.coming_back(before.case_id) is None
    assert casebook.open_sitting(before.case_id) is not None
    assert casebook.plan(casebook.begin(before.case_id, "follow_up")).needs


def test_a_question_never_asked_again_stays_settled(open_casebook: Opener) -> None:
    casebook = open_casebook(NEVER)
    sitting = casebook.answer(homeless(casebook), "x")
    case = homeless(casebook).case_id
    rented = casebook.revise(casebook.begin(case), "c01_before", "rented")
    assert isinstance(rented, Sitting) and isinstance(sitting, Rejection | Sitting)
    answered = casebook.answer(rented, "no")
    assert isinstance(answered, Sitting)
    casebook.complete(answered)
    casebook.close_case(case, Closing("released", "1/10/2026"))
    casebook.come_back(case, "20/11/2026")
    again = casebook.answer(casebook.begin(case), "rented")
    assert isinstance(again, Sitting) and again.interview.current is None
    assert {one.code for one in casebook.plan(again).needs} == {"somewhere"}, "what may not be asked again still counts"


@pytest.mark.parametrize(
    ("on", "words"), [("30/9/2026", "released on"), ("1/1/2030", "still to come"), ("soon", "full year")]
)
def test_a_day_that_cannot_be_is_refused(casebook: Casebook, on: str, words: str) -> None:
    before = released(casebook)
    refused = casebook.come_back(before.case_id, on)
    assert isinstance(refused, Rejection) and words in refused.reason


def test_only_a_release_can_be_followed_by_coming_back(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    assert isinstance(casebook.come_back(sitting.case_id), Rejection)
    casebook.close_case(sitting.case_id, Closing("transferred", "1/10/2026", "HMP Elsewhere"))
    assert not casebook.may_come_back(sitting.case_id)
    assert isinstance(casebook.come_back(sitting.case_id), Rejection)


def test_a_new_plan_shows_what_went_well_until_it_is_agreed(casebook: Casebook) -> None:
    before = released(casebook)
    casebook.come_back(before.case_id, "20/11/2026")
    now = casebook.begin(before.case_id)
    assert casebook.plan_notices(now) == (MAY_BE_OLD, "Met the last time: Somewhere to live")
    casebook.agree_plan(now)
    assert casebook.plan_notices(now) == ()


def test_what_was_not_held_before_somebody_came_back_is_not_tried_again(casebook: Casebook) -> None:
    sitting = casebook.complete(homeless(casebook))
    casebook.not_held(sitting.case_id, Missed("unwell", "30/9/2026", again="23/11/2026"))
    casebook.close_case(sitting.case_id, Closing("released", "1/10/2026"))
    casebook.come_back(sitting.case_id, "20/11/2026")
    assert [line.titles for lines in casebook.todays().values() for line in lines] == [("No interview yet",)]
    assert "30 September 2026" not in casebook.preview(casebook.begin(sitting.case_id), "WK").text
    assert "30 September 2026" in casebook.preview(sitting, "WK").text

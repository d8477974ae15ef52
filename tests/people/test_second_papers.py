"""Papers made from a second, short sitting: they say what was told in the first, and nothing that was taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bcst_tui.casebook.case_values import Merging
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import SafeContact
from bcst_tui.casebook.slips import SlipWish
from bcst_tui.casebook.values import NewCase, Sitting
from bcst_tui.disclosure.told_nothing import PEOPLE
from bcst_tui.interview.answer import Rejection
from bcst_tui.script.model import SittingKind
from tests.people.test_second_sittings import WEEKS_LATER, Days, first_met

AREA, MONEY, NAMED = "Round the market", "e05_money_only_to_me", "Bracken Invented"


@pytest.fixture
def met(tmp_path: Path) -> Iterator[tuple[Casebook, Sitting, Days]]:
    with first_met("interpreter", tmp_path) as held:
        yield held


def followed_up(held: tuple[Casebook, Sitting, Days], kind: SittingKind = "follow_up") -> tuple[Casebook, Sitting]:
    """A second sitting, weeks later, in which nothing has been said yet."""
    casebook, first, days = held
    days.now += WEEKS_LATER
    return casebook, casebook.begin(first.case_id, kind)


def told(sitting: Sitting | Rejection) -> Sitting:
    assert isinstance(sitting, Sitting), sitting
    return sitting


def test_papers_of_a_short_second_sitting_say_what_the_first_was_told(met: tuple[Casebook, Sitting, Days]) -> None:
    casebook, second = followed_up(met)
    for audience in ("FULL", "RO", "WK"):
        text = casebook.preview(second, audience).text
        assert AREA in text, audience
        assert "21 July 2027" in text, audience


def test_the_sittings_of_a_paper_are_all_of_this_time_in_prison(met: tuple[Casebook, Sitting, Days]) -> None:
    casebook, second = followed_up(met)
    text = casebook.preview(second, "WK").text
    assert "First screening" in text.partition("Sittings")[2]
    assert "Follow-up" in text.partition("Sittings")[2]


def test_what_was_taken_back_in_the_second_sitting_is_not_told(met: tuple[Casebook, Sitting, Days]) -> None:
    casebook, second = followed_up(met, "review")
    second = told(casebook.revise(second, "c04b_rather_not_near", "no"))
    for audience in ("FULL", "RO", "WK"):
        assert AREA not in casebook.preview(second, audience).text


def test_a_name_of_the_first_sitting_blocks_slips_and_safe_contact_from_the_third(
    met: tuple[Casebook, Sitting, Days],
) -> None:
    casebook, first, days = met
    review = followed_up(met, "review")[1]
    review = told(casebook.add_row(review, PEOPLE))
    review = told(casebook.revise(review, f"{PEOPLE}[1].name", NAMED))
    review = casebook.complete(told(casebook.revise(review, PEOPLE, "done")))
    days.now += WEEKS_LATER
    third = casebook.begin(first.case_id, "review")
    third = told(casebook.revise(third, PEOPLE, {"not_asked": "no_time"}))
    assert [one.name for one in casebook.told_nothing(first.case_id).people] == [NAMED]
    assert isinstance(casebook.slip(third.case_id, SlipWish("12/3/2027", with_whom=NAMED)), Rejection)
    by_post = SafeContact("letter", "At the gate", named=NAMED)
    assert isinstance(casebook.set_safe_contact(third.case_id, by_post), Rejection)
    assert NAMED not in casebook.preview(third, "RO").text


def test_a_list_only_begun_anew_takes_nobody_off(met: tuple[Casebook, Sitting, Days]) -> None:
    casebook, second = followed_up(met, "review")
    for number, name in ((1, NAMED), (2, "Sorrel Invented")):
        second = told(casebook.add_row(second, PEOPLE))
        second = told(casebook.revise(second, f"{PEOPLE}[{number}].name", name))
    assert [one.name for one in casebook.told_nothing(second.case_id).people] == [NAMED, "Sorrel Invented"]
    second = told(casebook.remove_row(second, f"{PEOPLE}[1]"))
    assert [one.name for one in casebook.told_nothing(second.case_id).people] == ["Sorrel Invented"]


def test_a_list_in_either_of_two_cases_made_one_still_stands_and_is_confirmed_as_a_whole(
    met: tuple[Casebook, Sitting, Days],
) -> None:
    casebook, second = followed_up(met, "review")
    second = told(casebook.add_row(second, PEOPLE))
    second = told(casebook.revise(second, f"{PEOPLE}[1].name", NAMED))
    second = told(casebook.revise(second, PEOPLE, "done"))
    twice = casebook.add_case(NewCase("Ash Twice"))
    assert not isinstance(twice, Rejection)
    empty = told(casebook.revise(casebook.begin(twice.case_id), PEOPLE, "done"))
    assert casebook.told_nothing(empty.case_id).people == ()
    merging = Merging(second.case_id, empty.case_id, {"name_used": second.case_id})
    assert not isinstance(casebook.merge_cases(merging), Rejection)
    assert [one.name for one in casebook.told_nothing(second.case_id).people] == [NAMED]
    casebook.complete(casebook.sitting(second.sitting_id))
    casebook.complete(casebook.sitting(empty.sitting_id))
    met[2].now += WEEKS_LATER
    third = casebook.begin(second.case_id, "review")
    assert third.interview.earlier.rows[PEOPLE] == (1,)
    third = told(casebook.revise(third, PEOPLE, "done"))
    assert casebook.told_nothing(second.case_id).people == (), "asked since, and said to be whole"


def test_a_meeting_that_this_sitting_was_is_not_told_again(met: tuple[Casebook, Sitting, Days]) -> None:
    casebook, second = followed_up(met)
    assert "6 January 2027" not in casebook.preview(second, "CELL").text


def test_a_moved_release_date_stands_on_the_workers_and_the_officers_copy_until_agreed(
    met: tuple[Casebook, Sitting, Days],
) -> None:
    casebook, second = followed_up(met, "review")
    second = told(casebook.revise(second, "a06_key_dates", ["release"]))
    second = told(casebook.revise(second, "a06_release_date", "1/9/2027"))
    for audience in ("WK", "RO"):
        assert (
            "The release date moved from 21 July 2027 to 1 September 2027." in casebook.preview(second, audience).text
        )
    second = casebook.complete(second)
    casebook.agree_plan(second)
    assert "The release date moved" not in casebook.preview(second, "WK").text


def test_a_release_date_put_right_after_agreeing_stands_over_the_plan_until_agreed_again(
    met: tuple[Casebook, Sitting, Days],
) -> None:
    casebook, second = followed_up(met, "review")
    second = casebook.complete(second)
    casebook.agree_plan(second)
    assert casebook.plan_notices(second) == ()
    second = told(casebook.revise(second, "a06_key_dates", ["release"]))
    second = told(casebook.revise(second, "a06_release_date", "1/9/2027"))
    (notice,) = casebook.plan_notices(second)
    assert notice.startswith("The release date moved from 21 July 2027 to 1 September 2027.")
    casebook.agree_plan(second)
    assert casebook.plan_notices(second) == ()


def test_what_changed_since_the_version_agreed_last_is_told_until_the_next(met: tuple[Casebook, Sitting, Days]) -> None:
    casebook, second = followed_up(met)
    need = casebook.plan(second).needs[0]
    assert not isinstance(casebook.edit_need(second, need.code, status="met"), Rejection)
    assert "Since version 1: " in casebook.preview(second, "WK").text
    assert "Since version 1: " not in casebook.preview(second, "FULL").text

"""One plan across sittings, with its versions and the log of every change to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.one_plan import PlanMovedOn
from bcst_tui.casebook.values import Sitting
from bcst_tui.interview.answer import Rejection
from tests.casebook.conftest import Opener
from tests.casebook.test_plans_and_papers import homeless, planned


def agreed(casebook: Casebook) -> Sitting:
    sitting = casebook.complete(homeless(casebook))
    casebook.agree_plan(sitting)
    return sitting


def test_a_later_sitting_goes_on_from_the_plan_before_it(casebook: Casebook) -> None:
    first = agreed(casebook)
    planned(casebook.add_action(first, "Ring the sister", "somewhere"))
    second = casebook.begin(first.case_id, "follow_up")
    plan = casebook.plan(second)
    assert "own_1" in {one.activity for one in plan.actions}
    assert {one.code for one in plan.needs} == {"somewhere"}
    assert (plan.version, plan.agreed_on) == (1, None)


def test_version_numbers_go_on_from_sitting_to_sitting_and_each_says_who_agreed_it(casebook: Casebook) -> None:
    first = agreed(casebook)
    second = casebook.complete(casebook.begin(first.case_id, "follow_up"))
    assert [one.words for one in casebook.versions(first.case_id)] == [
        "Draft of version 2, 21 November 2026",
        "Version 1, agreed on 21 November 2026 by Wren Invented",
    ]
    casebook.agree_plan(second)
    assert [one.number for one in casebook.versions(first.case_id)] == [2, 1]


def test_two_versions_beside_each_other_tell_what_changed(casebook: Casebook) -> None:
    first = agreed(casebook)
    second = casebook.begin(first.case_id, "follow_up")
    planned(casebook.edit_need(second, "somewhere", status="met"))
    casebook.agree_plan(casebook.complete(second))
    newer, older = casebook.versions(first.case_id)
    assert dict(casebook.compared(older, newer))["Needs"] == ("Somewhere to live: confirmed → met.",)
    assert casebook.compared(older, older) == ()


def test_the_plan_is_changed_where_it_is_held_by_now(casebook: Casebook) -> None:
    first = agreed(casebook)
    casebook.complete(casebook.begin(first.case_id, "follow_up"))
    refused = casebook.add_need(first, "FIN", "Money", "They said so")
    assert isinstance(refused, Rejection) and "21 November 2026" in refused.reason
    with pytest.raises(PlanMovedOn):
        casebook.agree_plan(first)


def test_every_change_is_in_the_log_with_who_when_and_why(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    planned(casebook.edit_need(sitting, "somewhere", status="dropped", reason="Has a place"))
    line = next(one for one in casebook.edits(sitting.case_id) if "not a need" in one.what or "dropped" in one.what)
    assert line.by == "Wren Invented, Resettlement worker"
    assert line.why == "Has a place"
    assert "Somewhere to live" in line.what


def test_what_follows_from_a_changed_answer_is_logged_as_the_answers_own(casebook: Casebook) -> None:
    first = agreed(casebook)
    second = casebook.begin(first.case_id, "review")
    answered = casebook.answer(second, "rented")
    assert isinstance(answered, Sitting)
    answered = casebook.answer(answered, "yes")
    assert isinstance(answered, Sitting)
    casebook.complete(answered)
    told = [one for one in casebook.edits(first.case_id) if one.by == "the answers"]
    assert any("Somewhere to live" in one.what for one in told)
    assert [one.status for one in casebook.plan(answered).needs] == ["dropped"]


def test_the_log_is_written_with_the_edit_or_not_at_all_and_only_added_to(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    planned(casebook.edit_need(sitting, "somewhere", status="confirmed"))
    with pytest.raises(IntegrityError), casebook._vault.session() as records:
        records._session.connection().exec_driver_sql("UPDATE plan_edit SET done_by = 'nobody'")


def test_a_log_line_shows_no_words_where_it_is_printed(casebook: Casebook) -> None:
    sitting = homeless(casebook)
    planned(casebook.edit_need(sitting, "somewhere", status="dropped", reason="Has a place"))
    assert "Has a place" not in repr(casebook.edits(sitting.case_id))


def test_the_log_and_the_stay_go_along_with_a_merge(casebook: Casebook, open_casebook: Opener) -> None:
    from bcst_tui.casebook.case_values import Merging
    from bcst_tui.casebook.values import NewCase

    sitting = homeless(casebook)
    planned(casebook.edit_need(sitting, "somewhere", status="confirmed"))
    other = casebook.add_case(NewCase("Ash Invented again"))
    assert not isinstance(other, Rejection)
    merged = casebook.merge_cases(Merging(other.case_id, sitting.case_id, {"name_used": other.case_id}))
    assert not isinstance(merged, Rejection)
    assert casebook.edits(other.case_id)


def test_nothing_that_was_agreed_before_is_written_over(casebook: Casebook) -> None:
    first = agreed(casebook)
    with casebook._vault.session() as records:
        before = records.plans.version(first.sitting_id, 1)
    second = casebook.begin(first.case_id, "follow_up")
    planned(casebook.add_need(second, "FIN", "Money", "They said so"))
    with casebook._vault.session() as records:
        assert records.plans.version(first.sitting_id, 1) == before
    assert before is not None and replace(before, version=1) == before


def test_an_interview_begun_as_the_wrong_kind_becomes_the_right_one_until_something_is_said(casebook: Casebook) -> None:
    first = agreed(casebook)
    casebook.complete(first)
    begun = casebook.begin(first.case_id, "follow_up")
    review = casebook.begin(first.case_id, "review")
    assert (review.sitting_id, review.interview.sitting) == (begun.sitting_id, "review")
    assert casebook.begin(first.case_id).interview.sitting == "review", "going on changes nothing"
    answered = casebook.answer(review, "rented")
    assert isinstance(answered, Sitting) and not answered.may_change_kind
    assert casebook.begin(first.case_id, "follow_up").interview.sitting == "review"

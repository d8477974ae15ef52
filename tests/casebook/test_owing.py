"""What is due out of the plans on the disk is what deriving them would say."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan import deriving
from bcst_tui.plan.owed import owed_by
from tests.casebook.conftest import Opener, add_case


def street(casebook: Casebook) -> Sitting:
    answered = casebook.answer(casebook.begin(add_case(casebook).case_id), "street")
    assert not isinstance(answered, Rejection)
    return answered


def on_the_disk(casebook: Casebook, sitting: Sitting) -> object:
    with casebook._vault.session() as records:
        return records.due.owed([sitting.sitting_id])[sitting.sitting_id]


def test_the_plan_of_a_completed_interview_is_kept_as_it_would_be_derived(casebook: Casebook) -> None:
    sitting = street(casebook)
    assert on_the_disk(casebook, sitting) == ()
    casebook.complete(sitting)
    assert on_the_disk(casebook, sitting) == owed_by(casebook.plan(sitting)) != ()


def test_a_plan_kept_is_read_and_not_derived(open_casebook: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    casebook = open_casebook()
    casebook.complete(street(casebook))
    lines = casebook.cases()
    monkeypatch.setattr("bcst_tui.casebook.plans.derive", lambda *_, **__: pytest.fail("it was derived"))
    assert casebook.cases() == lines
    assert lines[0].next_due is not None


def test_an_interview_under_way_is_derived_once_until_it_moves(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = casebook.begin(add_case(casebook).case_id)
    derive = Mock(side_effect=deriving.derive)
    monkeypatch.setattr("bcst_tui.casebook.plans.derive", derive)
    casebook.cases()
    casebook.cases()
    assert derive.call_count == 1
    assert not isinstance(casebook.answer(sitting, "street"), Rejection)
    casebook.cases()
    assert derive.call_count == 2


def test_what_the_worker_changes_in_a_plan_shows_in_the_list_at_once(casebook: Casebook) -> None:
    sitting = street(casebook)
    before = casebook.cases()[0]
    assert before.next_due is not None
    for action in casebook.plan(sitting).actions:
        casebook.edit_action(sitting, action.activity, status="not_needed", reason="invented")
    assert casebook.cases()[0].next_due_title != before.next_due_title


def test_an_agreed_plan_is_not_written_over_when_the_interview_is_completed(casebook: Casebook) -> None:
    sitting = street(casebook)
    agreed = casebook.agree_plan(sitting)
    casebook.complete(sitting)
    assert casebook.plan(sitting).agreed_on == agreed.agreed_on is not None


def test_an_answer_after_the_plan_was_kept_counts(casebook: Casebook) -> None:
    sitting = casebook.complete(street(casebook))
    assert casebook.cases()[0].next_due is not None
    assert not isinstance(casebook.revise(sitting, "c01_before", "rented"), Rejection)
    assert owed_by(casebook.plan(casebook.sitting(sitting.sitting_id))) != on_the_disk(casebook, sitting)
    titles = {title for line in casebook.todays().values() for one in line for title in one.titles}
    assert not any("landlord" in title for title in titles)


def test_an_answer_in_an_earlier_interview_counts_for_the_plan_of_a_later_one(casebook: Casebook) -> None:
    first = casebook.complete(street(casebook))
    later = casebook.complete(casebook.begin(first.case_id, "review"))
    casebook.cases()
    assert not isinstance(casebook.revise(first, "c01_before", "rented"), Rejection)
    casebook.cases()
    with casebook._vault.session() as records:
        (kept,) = records.lists.in_short([first.case_id]).values()
    titles = {title for line in kept.lines for title in line.titles}
    now = {one.title for one in owed_by(casebook.plan(casebook.sitting(later.sitting_id))) if one.is_open}
    assert titles <= now
    assert not any("landlord" in title for title in titles)


def test_what_a_plan_owed_is_owed_once_by_the_plan_that_goes_on_from_it(casebook: Casebook) -> None:
    first = casebook.complete(street(casebook))
    before = [title for lines in casebook.todays().values() for line in lines for title in line.titles]
    casebook.complete(casebook.begin(first.case_id, "follow_up"))
    after = [(line.sitting, title) for lines in casebook.todays().values() for line in lines for title in line.titles]
    assert len({title for _, title in after}) == len(after)
    assert len(after) <= len(before)

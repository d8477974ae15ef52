"""A later sitting of the same person begins with what the earlier one holds."""

from __future__ import annotations

from datetime import date

import pytest

from bcst_tui.casebook.values import Sitting
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.state import Move
from bcst_tui.script.script import Script
from bcst_tui.vault.records_sittings import SittingRecords
from tests.casebook.conftest import HOME, Opener, add_case

SATURDAY = date(2026, 11, 21)


def moved(sitting: Sitting | Rejection) -> Sitting:
    assert isinstance(sitting, Sitting), sitting
    return sitting


def first_sitting(open_casebook: Opener) -> int:
    """Somebody who was screened once, and said that they rented; the case's id."""
    casebook = open_casebook()
    case = add_case(casebook).case_id
    sitting = moved(casebook.answer(casebook.begin(case), "rented"))
    casebook.complete(moved(casebook.answer(sitting, "yes")))
    casebook.close()
    return case


def test_what_was_told_is_confirmed_at_the_review_and_still_is_after_a_restart(open_casebook: Opener) -> None:
    case = first_sitting(open_casebook)
    casebook = open_casebook()
    review = casebook.begin(case, "review")
    told = review.interview.told_before("c01_before")
    assert told is not None and told.on == SATURDAY
    casebook.stop(moved(casebook.confirm(review)))
    casebook.close()
    again = open_casebook().begin(case, "review").interview
    assert again.answer_to("c01_before") == told.answer
    assert again.current is not None and again.told_before(again.current.id) is not None


def test_it_is_carried_to_a_newer_script_by_the_question_s_id(open_casebook: Opener) -> None:
    case = first_sitting(open_casebook)
    newer = open_casebook(HOME.replace("Where did you live?", "Where were you living?"))
    assert newer.begin(case, "review").interview.told_before("c01_before") is not None


def test_each_earlier_interview_is_read_once(open_casebook: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    case = first_sitting(open_casebook)
    casebook = open_casebook()
    for _ in range(5):
        casebook.complete(moved(casebook.answer(casebook.begin(case, "review"), "rented")))
    read: list[int] = []
    moves = SittingRecords.moves

    def counted(records: SittingRecords, sitting_id: int, script: Script) -> tuple[Move, ...]:
        read.append(sitting_id)
        return moves(records, sitting_id, script)

    monkeypatch.setattr(SittingRecords, "moves", counted)
    casebook.open_sitting(case)
    assert sorted(read) == sorted(set(read))


def test_with_nothing_told_before_there_is_nothing_to_confirm(open_casebook: Opener) -> None:
    casebook = open_casebook()
    assert isinstance(casebook.confirm(casebook.begin(add_case(casebook).case_id)), Rejection)

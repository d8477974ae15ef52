"""What a worker notes of a case, and what a person says of the interview."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.notes import NOBODY
from bcst_tui.casebook.values import Feedback
from bcst_tui.interview.answer import LONG_TEXT, Rejection
from tests.casebook.conftest import SATURDAY, add_case
from tests.casebook.whole_cases import reason, street
from tests.reference.shipped import shipped_reference


def test_a_note_is_kept_as_written_and_struck_but_never_gone(casebook: Casebook) -> None:
    case = add_case(casebook)
    first = casebook.add_note(case.case_id, "  Likes\nmornings [/] \x1b[2J ")
    second = casebook.add_note(case.case_id, "Second", "health")
    assert not isinstance(first, Rejection) and not isinstance(second, Rejection)
    assert (first.words, first.written_on, first.by) == ("Likes\nmornings [/] [2J", SATURDAY, "Wren Invented")
    struck = casebook.strike_note(first.id)
    assert struck.struck_at is not None and struck.struck_at - first.written_at < timedelta(minutes=1)
    assert casebook.strike_note(first.id) == struck, "striking twice strikes once"
    assert casebook.notes(case.case_id) == (second, struck)
    assert "mornings" not in repr(struck)


@pytest.mark.parametrize(
    ("words", "row", "told"),
    [
        (" \n\u200b ", "worker_notes", "Nothing is written"),
        ("x" * (LONG_TEXT + 1), "worker_notes", "Keep a note to"),
        ("fine", "nowhere", "Choose who reads it"),
        ("fine", "feedback", "Choose who reads it"),
    ],
)
def test_a_note_that_can_not_be_kept_is_refused(casebook: Casebook, words: str, row: str, told: str) -> None:
    case = add_case(casebook)
    assert told in reason(casebook.add_note(case.case_id, words, row))
    assert casebook.notes(case.case_id) == ()


def test_each_row_a_note_can_stand_under_says_who_reads_it(casebook: Casebook) -> None:
    readers = shipped_reference().matrix.audiences
    worker, lead = readers["WK"].for_whom, readers["SG"].for_whom
    first, *others = casebook.note_readers()
    assert (first.row, first.read_by) == ("worker_notes", f"{worker}; {lead}")
    by_row = {one.row: one.read_by for one in others}
    assert by_row["belief_ethnicity"] == worker and "health" not in by_row
    assert set(by_row.values()) <= {worker, lead, NOBODY}, "another row only narrows who reads it"


def test_notes_stand_on_the_papers_of_those_who_may_read_them_until_they_are_struck(casebook: Casebook) -> None:
    case = add_case(casebook)
    sitting = street(casebook, case)
    both = casebook.add_note(case.case_id, "canary-everyday")
    narrow = casebook.add_note(case.case_id, "canary-narrow", "belief_ethnicity")
    assert not isinstance(both, Rejection) and not isinstance(narrow, Rejection)
    texts = {code: casebook.preview(sitting, code).text for code in ("WK", "SG", "RO", "FULL", "CELL")}
    assert [code for code, text in texts.items() if "canary-everyday" in text] == ["WK", "SG"]
    assert [code for code, text in texts.items() if "canary-narrow" in text] == ["WK"]
    casebook.strike_note(both.id)
    assert "canary-everyday" not in casebook.preview(sitting, "WK").text


def test_feedback_is_kept_by_month_and_leaves_no_trace_in_the_log(casebook: Casebook) -> None:
    add_case(casebook)
    with casebook._vault.session() as records:
        logged = records.access_events()
    assert casebook.add_feedback(Feedback(4, None, 5, " kind \x1b")) is None
    with casebook._vault.session() as records:
        assert records.access_events() == logged
        assert records.feedback.of_month("2026-11") == [Feedback(4, None, 5, "kind")]


@pytest.mark.parametrize("given", [Feedback(None, None, None, " "), Feedback(6, 1, 1), Feedback(1, 1, 1, "x" * 501)])
def test_feedback_that_says_nothing_or_too_much_is_refused(casebook: Casebook, given: Feedback) -> None:
    assert isinstance(casebook.add_feedback(given), Rejection)

"""A statement on convictions: theirs, in versions, on paper only by itself and only when asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcst_tui.casebook.case_values import Closing
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.errors import ExportRefused
from bcst_tui.export.audience import NO_PERMISSIONS, Permissions
from bcst_tui.export.statement import ASKED_FOR, statement_copy
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.statement import CODES, LONGEST, PURPOSES, Statement, prompts_for
from bcst_tui.reference.audience import AUDIENCES, TOPICS, AudienceCode
from bcst_tui.vault.closed import CaseClosed
from tests.casebook.conftest import SATURDAY, Opener, add_case
from tests.reference.shipped import shipped_reference

WORDS = "I was in a bad way then.\n\n<b>I lay bricks</b> now & have a | ticket."
SWORN = Statement("employer", 1, SATURDAY, "I was in a bad way then.")
MATRIX = shipped_reference().matrix


def test_every_version_is_kept_and_the_latest_is_used(casebook: Casebook, open_casebook: Opener) -> None:
    case = add_case(casebook)
    for words in ("First try.", "Second try."):
        assert not isinstance(casebook.write_statement(case.case_id, "employer", words), Rejection)
    casebook.write_statement(case.case_id, "landlord", "I pay my rent.")
    casebook.close()
    opened = open_casebook()
    assert [(one.purpose, one.version, one.words) for one in opened.statements(case.case_id)] == [
        ("landlord", 1, "I pay my rent."),
        ("employer", 2, "Second try."),
        ("employer", 1, "First try."),
    ]
    latest = opened.statement(case.case_id, "employer")
    assert latest is not None and latest.version == 2
    assert "Second try" not in repr(latest)


@pytest.mark.parametrize("words", ["", "  \n ", "x" * (LONGEST + 1)])
def test_nothing_and_too_much_are_refused(casebook: Casebook, words: str) -> None:
    case = add_case(casebook)
    assert isinstance(casebook.write_statement(case.case_id, "college", words), Rejection)
    assert casebook.statements(case.case_id) == ()


def test_what_was_taken_back_comes_on_no_paper_and_a_new_one_does(casebook: Casebook) -> None:
    case = add_case(casebook)
    casebook.write_statement(case.case_id, "employer", WORDS)
    casebook.take_back_statement(case.case_id, "employer")
    assert casebook.statement(case.case_id, "employer") is None
    with pytest.raises(ExportRefused, match="taken this statement back"):
        casebook.statement_paper(case.case_id, "employer")
    casebook.write_statement(case.case_id, "employer", "I lay bricks now.")
    assert "I lay bricks now." in casebook.statement_paper(case.case_id, "employer").seen


def test_a_paper_holds_the_words_the_name_and_the_day_and_nothing_of_the_prison(
    casebook: Casebook, tmp_path: Path
) -> None:
    case = add_case(casebook, "Ash Invented")
    casebook.write_statement(case.case_id, "employer", WORDS)
    shown = casebook.statement_paper(case.case_id, "employer")
    assert shown.file_name == "BC-0001-statement-2026-11-21.txt"
    written = casebook.write_statement_paper(case.case_id, "employer", shown, tmp_path)
    text = written.read_text(encoding="utf-8")
    assert "I was in a bad way then." in text and "Ash Invented, 21 November 2026" in text
    assert not [word for word in ("BC-0001", "Nowhere", "Wren", "plan") if word in text]
    with casebook._vault.session() as records:
        assert records.access_events()[-1].record == "BC-0001 statement"
    with pytest.raises(ExportRefused, match="already"):
        casebook.write_statement_paper(case.case_id, "employer", shown, tmp_path)


def test_the_words_become_no_structure_of_a_page(casebook: Casebook) -> None:
    case = add_case(casebook)
    casebook.write_statement(case.case_id, "employer", WORDS)
    assert "<b>" not in casebook.statement_paper(case.case_id, "employer", "html").text
    assert r"\<b\>" in casebook.statement_paper(case.case_id, "employer", "md").text


def test_nothing_is_written_that_was_not_seen(casebook: Casebook, tmp_path: Path) -> None:
    case = add_case(casebook)
    casebook.write_statement(case.case_id, "employer", WORDS)
    shown = casebook.statement_paper(case.case_id, "employer")
    casebook.write_statement(case.case_id, "employer", "Other words.")
    with pytest.raises(ExportRefused, match="changed"):
        casebook.write_statement_paper(case.case_id, "employer", shown, tmp_path)
    assert not list(tmp_path.glob("BC-*"))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_by_itself_only_the_worker_may_see_it(audience: AudienceCode) -> None:
    if audience == "WK":
        assert statement_copy(SWORN, "Ash", MATRIX, audience, NO_PERMISSIONS).opening[0] == SWORN.words
        return
    with pytest.raises(ExportRefused):
        statement_copy(SWORN, "Ash", MATRIX, audience, NO_PERMISSIONS)


@pytest.mark.parametrize("audience", ["CELL", "SG", "STAT", "MI"])
def test_some_never_get_it_whatever_was_agreed(audience: AudienceCode) -> None:
    open_to_all = Permissions({topic: 4 for topic in TOPICS}, "x", ASKED_FOR.ticked, ASKED_FOR.ticked)
    with pytest.raises(ExportRefused):
        statement_copy(SWORN, "Ash", MATRIX, audience, open_to_all)


@pytest.mark.parametrize(("topic", "depth", "gets_it"), [("work", 4, True), ("housing", 4, True), ("work", 3, False)])
def test_others_get_it_by_consent_to_a_document_alone(topic: str, depth: int, gets_it: bool) -> None:
    permissions = Permissions({topic: depth})
    if gets_it:
        assert statement_copy(SWORN, "Ash", MATRIX, "HOU", permissions).opening
        return
    with pytest.raises(ExportRefused):
        statement_copy(SWORN, "Ash", MATRIX, "HOU", permissions)


def test_no_paper_of_the_plan_holds_it(casebook: Casebook) -> None:
    case = add_case(casebook)
    sitting = casebook.begin(case.case_id)
    casebook.write_statement(case.case_id, "employer", "Zarkovian bricks.")
    for audience in ("WK", "RO", "FULL", "SG", "CELL"):
        assert "Zarkovian" not in casebook.preview(sitting, audience).text


def test_a_closed_case_takes_no_statement_and_one_who_died_gets_no_paper(casebook: Casebook) -> None:
    case = add_case(casebook)
    casebook.write_statement(case.case_id, "employer", WORDS)
    casebook.close_case(case.case_id, Closing("died"))
    with pytest.raises(CaseClosed):
        casebook.write_statement(case.case_id, "employer", "More.")
    with pytest.raises(ExportRefused, match="died"):
        casebook.statement_paper(case.case_id, "employer")


def test_it_is_offered_to_whoever_wanted_help_and_has_none(open_casebook: Opener) -> None:
    asked = """
section: work
title: Work
rail: Work
questions:
  - {id: d07_what_to_tell, kind: yes_no, said: {standard: Shall we go through it?}, audience: work_learning}
"""
    casebook = open_casebook(asked)
    case = add_case(casebook)
    assert casebook.statements_wanted(case.case_id) == ()
    moved = casebook.answer(casebook.begin(case.case_id), "yes")
    assert not isinstance(moved, Rejection)
    assert casebook.statements_wanted(case.case_id) == ("employer", "college")
    casebook.write_statement(case.case_id, "employer", WORDS)
    assert casebook.statements_wanted(case.case_id) == ("college",)


def test_prompts_are_short_and_name_no_offence() -> None:
    assert set(PURPOSES) == set(CODES)
    for purpose in CODES:
        prompts = prompts_for(purpose)
        assert 6 <= len(prompts) <= 10
        assert all(len(prompt) <= 130 for prompt in prompts)

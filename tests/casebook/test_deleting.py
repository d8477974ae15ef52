"""Deleting a case that was opened by mistake, with the backups that hold it; and what is never deleted."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from bcst_tui.casebook.case_values import Deleting
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.vault.backup import kept_backups
from bcst_tui.vault.cipher import connect
from bcst_tui.vault.migrations.runner import row_counts
from bcst_tui.vault.vault import Vault
from tests.casebook.conftest import KEY, Opener, add_case
from tests.casebook.whole_cases import reason, street


def test_a_case_opened_by_mistake_is_deleted_by_typing_its_reference(casebook: Casebook) -> None:
    case, other = add_case(casebook), add_case(casebook, "Kit")
    street(casebook, case)
    casebook.add_note(case.case_id, "by mistake")
    before = casebook.before_deleting(case.case_id)
    assert not isinstance(before, Rejection)
    assert before.goes[1:] == ("The interview of 21 November 2026: 1 entry.", "1 note.")
    assert "nothing was deleted" in reason(casebook.delete_case(case.case_id, "BC-0002"))
    told = casebook.delete_case(case.case_id, " bc-0001 ")
    assert told == "BC-0001 is deleted. No backup holds it."
    assert [line.case_id for line in casebook.cases()] == [other.case_id]
    assert casebook.case_by_reference("BC-0001") is None
    assert add_case(casebook).reference == "BC-0003", "a reference is never given twice"


def with_backup(open_casebook: Opener) -> tuple[Casebook, int]:
    """A case that a backup holds already."""
    first = open_casebook()
    case = add_case(first)
    first.close()
    return open_casebook(), case.case_id


def test_the_backups_that_hold_it_go_once_a_fresh_one_stands(open_casebook: Opener) -> None:
    casebook, case = with_backup(open_casebook)
    before = kept_backups(casebook._vault.folder)
    told = casebook.before_deleting(case)
    assert isinstance(told, Deleting) and "The backup made before now goes as well" in told.stays
    assert casebook.delete_case(case, "BC-0001") == "BC-0001 is deleted. No backup holds it."
    (fresh,) = kept_backups(casebook._vault.folder)
    assert fresh not in before and fresh.with_suffix(".keys").exists() == before[0].with_suffix(".keys").exists()
    with closing(connect(fresh, KEY)) as connection:
        assert row_counts(connection)["person"] == 0


def test_a_full_disk_leaves_the_earlier_backups_and_says_that_they_hold_it(
    open_casebook: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    casebook, case = with_backup(open_casebook)
    before = kept_backups(casebook._vault.folder)

    def full(*_: object) -> None:
        raise NotSaved("The disk is full.", "Make room on it.")

    monkeypatch.setattr(Vault, "back_up", full)
    told = casebook.delete_case(case, "BC-0001")
    assert isinstance(told, str) and "earlier ones may still hold BC-0001" in told
    assert kept_backups(casebook._vault.folder) == before
    monkeypatch.undo()


def test_what_could_not_be_cleared_away_is_told_with_the_backups_that_hold_it(
    open_casebook: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    casebook, case = with_backup(open_casebook)

    def full(*_: object) -> None:
        raise NotSaved("The disk is full.", "Make room on it.")

    monkeypatch.setattr(Vault, "clear_traces", full)
    told = casebook.delete_case(case, "BC-0001")
    assert isinstance(told, str) and "what lay beneath" in told and "may still hold BC-0001" in told
    monkeypatch.undo()


def test_what_was_agreed_or_written_is_not_deleted(casebook: Casebook, tmp_path: Path) -> None:
    agreed, written = add_case(casebook), add_case(casebook, "Kit")
    casebook.agree_plan(street(casebook, agreed))
    sitting = street(casebook, written)
    casebook.write(sitting, casebook.preview(sitting, "WK"), tmp_path)
    for case, why in ((agreed, "a plan that was agreed"), (written, "A paper was written from BC-0002")):
        for refused in (casebook.before_deleting(case.case_id), casebook.delete_case(case.case_id, case.reference)):
            assert why in reason(refused) and "Close it instead" in reason(refused)
    assert len(casebook.cases()) == 2


def test_a_paper_of_another_case_does_not_stand_in_the_way(casebook: Casebook, tmp_path: Path) -> None:
    for name in "abcdefghij":
        last = add_case(casebook, name)
    assert last.reference == "BC-0010"
    sitting = street(casebook, last)
    casebook.write(sitting, casebook.preview(sitting, "WK"), tmp_path)
    assert not isinstance(casebook.before_deleting(casebook.cases()[-1].case_id), Rejection)

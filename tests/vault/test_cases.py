"""Cases as wholes: closed and reopened, merged, erased; notes that can only be struck."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from bcst_tui.vault.records import Records
from bcst_tui.vault.records_people import NotInVault
from bcst_tui.vault.values import CaseEvent, CaseEventKind, CaseNote
from bcst_tui.vault.vault import Vault
from tests.vault.invented import MONDAY, NOON, begun, said


def happened(records: Records, person_id: int, what: CaseEventKind, words: str = "") -> None:
    records.cases.add_event(CaseEvent(person_id, NOON, MONDAY, what, "Wendeline", words))


def noted(records: Records, person_id: int, words: str = "Likes mornings") -> CaseNote:
    return records.cases.add_note(person_id, words, "worker_notes", "Wendeline", MONDAY, NOON)


def test_a_case_stands_as_its_last_closing_or_reopening_says(vault: Vault) -> None:
    with vault.session() as records:
        one, two = (records.people.add(name, NOON).id for name in "ab")
        assert records.cases.closing(one) is None
        happened(records, one, "closed_released")
        happened(records, one, "merged", "a merge closes nothing")
        happened(records, two, "closed_other", "a reason")
        happened(records, two, "reopened")
        closing = records.cases.closing(one)
        assert closing is not None and closing.what == "closed_released"
        assert records.cases.closings() == {one: closing}
        assert [event.what for event in records.cases.events(two)] == ["closed_other", "reopened"]


def test_events_are_never_rewritten(vault: Vault) -> None:
    with vault.session() as records:
        happened(records, begun(records).person_id, "closed_released")
    with pytest.raises(IntegrityError), vault.session() as records:
        records._session.connection().exec_driver_sql("UPDATE case_event SET what = 'reopened'")


def test_a_note_is_never_rewritten_and_struck_only_once(vault: Vault) -> None:
    with vault.session() as records:
        note = noted(records, begun(records).person_id)
        struck = records.cases.strike_note(note.id, "Wren", NOON)
        assert (struck.words, struck.struck_at, struck.struck_by) == ("Likes mornings", NOON, "Wren")
    for change in ("words = ''", "audience = 'health'", "struck_by = 'Nobody'", "struck_at = NULL, struck_by = NULL"):
        with pytest.raises(IntegrityError), vault.session() as records:
            records._session.connection().exec_driver_sql(f"UPDATE case_note SET {change}")


def test_a_merge_carries_everything_over_and_leaves_the_old_reference_leading_on(vault: Vault) -> None:
    with vault.session() as records:
        stays, goes = begun(records, "Ash"), begun(records, "Ashley")
        records.sittings.append_move(goes.id, said("a hostel"), NOON)
        noted(records, goes.person_id)
        happened(records, goes.person_id, "reopened", "back")
        records.cases.merge(stays.person_id, goes.person_id, NOON + timedelta(days=1))
    with vault.session() as records:
        assert [sitting.moves for sitting in records.sittings.of(stays.person_id)] == [0, 1]
        assert [note.words for note in records.cases.notes(stays.person_id)] == ["Likes mornings"]
        assert [event.words for event in records.cases.events(stays.person_id)] == ["back"]
        found = records.people.by_reference("bc-0002")
        assert found is not None and found.reference == "BC-0001"
        assert records.cases.former_references(stays.person_id) == ["BC-0002"]
        assert [person.name_used for person in records.people.all()] == ["Ash"]
        with pytest.raises(NotInVault):
            records.cases.merge(stays.person_id, stays.person_id, NOON)


def test_references_merged_twice_still_lead_to_the_one_that_stayed(vault: Vault) -> None:
    with vault.session() as records:
        first, second, third = (records.people.add(name, NOON).id for name in "abc")
        records.cases.merge(second, first, NOON)
        records.cases.merge(third, second, NOON)
        assert records.cases.former_references(third) == ["BC-0001", "BC-0002"]


def test_every_table_that_names_a_person_goes_with_them(vault: Vault) -> None:
    """So a table added later can be neither left behind by a merge nor by an erasure."""
    naming = {
        table.name
        for table in SQLModel.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "person" and key.ondelete == "CASCADE"
    }
    assert naming == {"sitting", "plan", "case_event", "case_note", "former_reference"}


def test_erasing_leaves_no_row_of_theirs_and_the_reference_is_not_given_again(vault: Vault, folder: Path) -> None:
    with vault.session() as records:
        gone = begun(records)
        noted(records, gone.person_id)
        happened(records, gone.person_id, "reopened")
        records.cases.erase(gone.person_id)
    with vault.session() as records:
        read = records._session.connection().exec_driver_sql
        for table in ("person", "sitting", "sitting_fact", "case_note", "case_event"):
            assert read(f"SELECT count(*) FROM {table}").scalar_one() == 0, table
        assert records.people.add("Somebody else", NOON).reference == "BC-0002"

"""Cases as wholes: closed and reopened, merged, erased; notes that can only be struck."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from bcst_tui.interview.draft import Draft
from bcst_tui.plan.deriving import NOTHING_BEFORE as PLAN
from bcst_tui.vault.cipher import connect
from bcst_tui.vault.closed import CaseClosed
from bcst_tui.vault.migrations.runner import row_counts
from bcst_tui.vault.opening import open_vault
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_people import NotInVault
from bcst_tui.vault.values import CaseEvent, CaseEventKind, CaseNote
from bcst_tui.vault.vault import Vault
from tests.vault.invented import KEY, MONDAY, NOON, SCRIPT, begun, said
from tests.vault.pages import holding


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
        assert records.cases.closings([one, two]) == {one: closing}
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
    agreed = {"consent", "never_told", "safe_contact", "gateway_record", "share", "record_request"}
    kept = {"sitting", "plan", "case_event", "case_note", "former_reference", "statement", "plan_edit", "stay"}
    told = {"part_one", "landlord", "hand_off"}
    listed = {"not_held", "case_stale", "case_line", "owed_line"}
    assert agreed | kept | told | listed <= naming


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


def writing(records: Records, sitting_id: int, person_id: int, note_id: int) -> dict[str, Callable[[], object]]:
    """Every way of writing in a case."""
    return {
        "begin": lambda: records.sittings.begin(person_id, "review", SCRIPT, MONDAY, NOON),
        "answer": lambda: records.sittings.append_move(sitting_id, said("a flat"), NOON),
        "stop": lambda: records.sittings.pause(sitting_id, NOON),
        "complete": lambda: records.sittings.complete(sitting_id, NOON),
        "private part": lambda: records.sittings.set_private_part(sitting_id, "opened"),
        "draft": lambda: records.drafts.keep(sitting_id, Draft("c01_where", "a fl"), NOON),
        "plan": lambda: records.plans.save(sitting_id, PLAN, NOON),
        "correct": lambda: records.people.correct(person_id, name_used="Zeb"),
        "note": lambda: noted(records, person_id),
        "strike": lambda: records.cases.strike_note(note_id, "Wren", NOON),
        "merge into it": lambda: records.cases.merge(person_id, records.people.add("New", NOON).id, NOON),
        "merge it away": lambda: records.cases.merge(records.people.add("New", NOON).id, person_id, NOON),
    }


def test_a_closed_case_takes_nothing_more_by_any_way(vault: Vault) -> None:
    with vault.session() as records:
        sitting = begun(records)
        note = noted(records, sitting.person_id)
        ways = writing(records, sitting.id, sitting.person_id, note.id)
        happened(records, sitting.person_id, "closed_other")
        assert records.sittings.unfinished() == [], "it is not offered any more"
    for way in ways:
        with pytest.raises(CaseClosed, match="BC-0001 is closed"), vault.session() as records:
            writing(records, sitting.id, sitting.person_id, note.id)[way]()
    with vault.session() as records:
        happened(records, sitting.person_id, "reopened")
        assert [one.id for one in records.sittings.unfinished()] == [sitting.id]
    for way in ways:
        with vault.session() as records:
            writing(records, sitting.id, sitting.person_id, note.id)[way]()


def test_closing_one_case_leaves_the_others_open(vault: Vault) -> None:
    with vault.session() as records:
        closed, other = begun(records), begun(records)
        happened(records, closed.person_id, "closed_released")
    with vault.session() as records:
        records.sittings.append_move(other.id, said("a flat"), NOON)
        assert [one.id for one in records.sittings.unfinished()] == [other.id]


def test_nothing_of_somebody_erased_can_be_read_out_of_the_file(vault: Vault, folder: Path) -> None:
    canary, kept = "Zarkovia-canary", "Ash-who-stays"
    with vault.session() as records:
        stays = begun(records, kept)
        for number in range(60):
            records.sittings.append_move(stays.id, said(f"{kept} {number} " + "x" * 300), NOON)
    with vault.session() as records:
        gone = begun(records, canary)
        for number in range(60):
            records.sittings.append_move(gone.id, said(f"{canary} {number} " + "y" * 300), NOON)
        records.drafts.keep(gone.id, Draft("c01_where", canary), NOON)
        noted(records, gone.person_id, canary * 400)
    with vault.session() as records:
        records.cases.erase(gone.person_id)
        records.log("erased", "BC-0002", NOON)
    log = folder / "vault.db-wal"
    assert log.stat().st_size, "the log still holds what was written before"
    vault.clear_traces()
    assert not log.stat().st_size
    vault.close()
    assert holding(folder / "vault.db", KEY, canary) == 0
    assert holding(folder / "vault.db", KEY, kept) >= 60
    opened = open_vault(folder, KEY)
    with opened.session() as records:
        assert records.sittings.get(stays.id).moves == 60
        assert [event.record for event in records.access_events()] == ["BC-0002"]
    opened.close()


def test_a_copy_can_be_made_at_any_time_and_proved(vault: Vault, folder: Path) -> None:
    with vault.session() as records:
        begun(records)
    copy = vault.back_up()
    with vault.session() as records:
        begun(records)
    with closing(connect(copy, KEY)) as copied:
        assert row_counts(copied)["person"] == 1

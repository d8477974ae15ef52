"""Two cases of one person made one: what has to be chosen, what is kept, and a merge that fails."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bcst_tui.casebook.case_values import CaseField, Merging
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import CaseLine, NewCase
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.vault.backup import kept_backups
from bcst_tui.vault.closed import CaseClosed
from bcst_tui.vault.records_people import PeopleRecords
from bcst_tui.vault.vault import Vault
from tests.casebook.whole_cases import closed, reason, street


def two(casebook: Casebook) -> tuple[CaseLine, CaseLine]:
    first = casebook.add_case(NewCase("Ash", "Ash Invented", "TRN-001", "12/3/1990"))
    second = casebook.add_case(NewCase("Ashley", "", "TRN-002"))
    assert not isinstance(first, Rejection) and not isinstance(second, Rejection)
    return first, second


def test_two_cases_are_laid_side_by_side(casebook: Casebook) -> None:
    first, second = two(casebook)
    street(casebook, second)
    beside = casebook.side_by_side("bc-0001", "BC-0002")
    assert not isinstance(beside, Rejection)
    assert beside.differing == ("name_used", "prison_number")
    left, right = beside.sides
    assert left.said["birth_date"] == "12 March 1990" and right.said["birth_date"] == ""
    assert (left.interviews, right.interviews) == ("none", "1 of about 1 answered")


@pytest.mark.parametrize(
    ("other", "told"), [("BC-0001", "Both are BC-0001"), ("BC-0099", "no case BC-0099"), ("", "no case without")]
)
def test_what_can_not_be_merged_is_told(casebook: Casebook, other: str, told: str) -> None:
    two(casebook)
    assert told in reason(casebook.side_by_side("BC-0001", other))


def test_a_closed_case_is_not_merged(casebook: Casebook) -> None:
    first, second = two(casebook)
    closed(casebook, first)
    assert "BC-0001 is closed" in reason(casebook.side_by_side("BC-0002", "BC-0001"))
    with pytest.raises(CaseClosed):
        casebook.merge_cases(Merging(second.case_id, first.case_id, _taken(second)))


def _taken(case: CaseLine) -> dict[CaseField, int]:
    return {"name_used": case.case_id, "prison_number": case.case_id}


def test_where_two_cases_differ_somebody_has_to_choose(casebook: Casebook) -> None:
    first, second = two(casebook)
    assert "Choose first which is right: name used" in reason(
        casebook.merge_cases(Merging(first.case_id, second.case_id))
    )
    only_name = Merging(first.case_id, second.case_id, {"name_used": first.case_id})
    assert "prison number" in reason(casebook.merge_cases(only_name))
    assert len(casebook.cases()) == 2


def test_a_merge_keeps_everything_and_says_what_was_let_go(casebook: Casebook) -> None:
    first, second = two(casebook)
    sitting = street(casebook, second)
    casebook.add_note(second.case_id, "Likes mornings")
    merging = Merging(first.case_id, second.case_id, {"name_used": second.case_id, "prison_number": first.case_id})
    line = casebook.merge_cases(merging)
    assert not isinstance(line, Rejection)
    assert (line.reference, line.name_used, line.prison_number) == ("BC-0001", "Ashley", "TRN-001")
    assert [one.reference for one in casebook.cases()] == [line.reference]
    assert casebook.case(first.case_id) == line
    found = casebook.case_by_reference("BC-0002")
    assert found is not None and found.reference == "BC-0001", "an old paper still leads here"
    held = casebook.open_sitting(first.case_id)
    assert held is not None and held.sitting_id == sitting.sitting_id and held.name_used == "Ashley"
    assert [note.words for note in casebook.notes(first.case_id)] == ["Likes mornings"]
    with casebook._vault.session() as records:
        (event,) = records.cases.events(first.case_id)
        person = records.people.get(first.case_id)
        assert [one.record for one in records.access_events() if one.what == "merged"] == ["BC-0002 BC-0001"]
    assert event.words == (
        "BC-0002 was merged into BC-0001. BC-0001 had name used Ash, full name Ash Invented, prison number TRN-001, "
        "birth date 12 March 1990. BC-0002 had name used Ashley, prison number TRN-002."
    )
    assert (person.legal_name, person.birth_date) == ("Ash Invented", date(1990, 3, 12))
    assert "BC-0002 was merged into BC-0001" in reason(casebook.before_deleting(first.case_id))


def test_an_interview_of_the_other_case_in_which_nothing_was_said_is_not_gone_on_with(casebook: Casebook) -> None:
    first, second = two(casebook)
    said = casebook.answer(casebook.begin(first.case_id), "street")
    assert not isinstance(said, Rejection)
    casebook.begin(second.case_id)
    casebook.merge_cases(Merging(first.case_id, second.case_id, _taken(first)))
    going = casebook.open_sitting(first.case_id)
    assert going is not None and going.sitting_id == said.sitting_id
    assert [one.sitting_id for one in casebook.interviews(first.case_id)] == [said.sitting_id], "it did not come along"
    assert "one in which nothing was said was left out" in merged_words(casebook, first)
    casebook.complete(going)
    assert casebook.unfinished() is None
    again = casebook.open_sitting(first.case_id)
    assert again is not None and again.sitting_id == said.sitting_id, "and not once it has ended"


def merged_words(casebook: Casebook, case: CaseLine) -> str:
    with casebook._vault.session() as records:
        return records.cases.events(case.case_id)[-1].words


def test_of_two_interviews_without_a_word_one_comes_along(casebook: Casebook) -> None:
    first, second = two(casebook)
    casebook.begin(first.case_id)
    casebook.begin(second.case_id)
    casebook.merge_cases(Merging(second.case_id, first.case_id, _taken(second)))
    assert len(casebook.interviews(second.case_id)) == 1


def test_an_interview_in_which_an_answer_is_half_written_comes_along(casebook: Casebook) -> None:
    first, second = two(casebook)
    street(casebook, first)
    begun = casebook.begin(second.case_id)
    casebook.keep_draft(begun, "c01_before", "I ren")
    casebook.merge_cases(Merging(first.case_id, second.case_id, _taken(first)))
    assert len(casebook.interviews(first.case_id)) == 2
    assert "left out" not in merged_words(casebook, first)


def test_what_one_of_two_left_empty_is_taken_from_the_other(casebook: Casebook) -> None:
    first, second = two(casebook)
    merging = Merging(second.case_id, first.case_id, _taken(second))
    casebook.merge_cases(merging)
    with casebook._vault.session() as records:
        person = records.people.get(second.case_id)
    assert (person.reference, person.name_used, person.legal_name) == ("BC-0002", "Ashley", "Ash Invented")
    assert (person.prison_number, person.birth_date) == ("TRN-002", date(1990, 3, 12))


def test_a_merge_is_preceded_by_a_backup(casebook: Casebook) -> None:
    first, second = two(casebook)
    casebook.merge_cases(Merging(first.case_id, second.case_id, _taken(first)))
    assert len(kept_backups(casebook._vault.folder)) == 1


def test_a_merge_whose_backup_fails_changes_nothing(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Vault) -> Path:
        raise NotSaved("The disk is full.")

    first, second = two(casebook)
    monkeypatch.setattr(Vault, "back_up", refuse)
    with pytest.raises(NotSaved):
        casebook.merge_cases(Merging(first.case_id, second.case_id, _taken(first)))
    assert len(casebook.cases()) == 2


def test_a_merge_that_breaks_off_in_the_middle_leaves_both_cases_whole(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = two(casebook)
    street(casebook, second)
    before = casebook.cases(), casebook.case_by_reference("BC-0002")
    with monkeypatch.context() as broken:
        broken.setattr(PeopleRecords, "correct", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            casebook.merge_cases(Merging(first.case_id, second.case_id, _taken(first)))
    assert (casebook.cases(), casebook.case_by_reference("BC-0002")) == before
    with casebook._vault.session() as records:
        assert not records.cases.events(first.case_id)


def test_of_two_interviews_the_one_that_is_not_ended_goes_on(casebook: Casebook) -> None:
    first, second = two(casebook)
    unfinished = street(casebook, first)
    done = casebook.complete(street(casebook, second))
    casebook.merge_cases(Merging(first.case_id, second.case_id, _taken(first)))
    held, offered = casebook.open_sitting(first.case_id), casebook.unfinished()
    assert held is not None and held.sitting_id == unfinished.sitting_id
    assert offered is not None and offered.case.case_id == first.case_id
    assert [line.sitting_id for line in casebook.interviews(first.case_id)] == [done.sitting_id, unfinished.sitting_id]
    assert casebook.sitting(done.sitting_id).status == "completed"


def test_the_plan_that_does_not_go_on_is_read_under_versions_after_a_merge(casebook: Casebook) -> None:
    first, second = two(casebook)
    done = casebook.deliver(street(casebook, first), "ACC-1-01", "Went through the tenancy", "full")
    assert not isinstance(done, Rejection)
    casebook.complete(street(casebook, second))
    merged = casebook.merge_cases(Merging(second.case_id, first.case_id, _taken(second)))
    assert not isinstance(merged, Rejection)
    versions = casebook.versions(merged.case_id)
    assert len(versions) == 2
    told = [casebook.compared(one, other) for one in versions for other in versions if one != other]
    assert any("What was done" in dict(parts) for parts in told)
    with casebook._vault.session() as records:
        assert "Both had a plan" in records.cases.events(merged.case_id)[-1].words

"""Closing, reopening, deleting, merging, notes: what a worker may do with whole cases, and what is refused."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from bcst_tui.casebook.case_values import CaseField, ClosedHow, Closing, Deleting, Merging
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.left_undone import NOT_HANDED_OVER
from bcst_tui.casebook.notes import NOBODY
from bcst_tui.casebook.values import CaseLine, Feedback, NewCase, Sitting
from bcst_tui.errors import ExportRefused, NotSaved
from bcst_tui.interview.answer import LONG_TEXT, Rejection
from bcst_tui.reference.audience import OWN_COPIES
from bcst_tui.vault.backup import kept_backups
from bcst_tui.vault.cipher import connect
from bcst_tui.vault.closed import CaseClosed
from bcst_tui.vault.migrations.runner import row_counts
from bcst_tui.vault.records_people import PeopleRecords
from bcst_tui.vault.vault import Vault
from tests.casebook.conftest import KEY, SATURDAY, Opener, add_case
from tests.reference.shipped import shipped_reference


def closed(casebook: Casebook, case: CaseLine, how: ClosedHow = "released", words: str = "") -> CaseLine:
    line = casebook.close_case(case.case_id, Closing(how, words=words))
    assert not isinstance(line, Rejection)
    return line


def street(casebook: Casebook, case: CaseLine) -> Sitting:
    """An interview of somebody who lived outdoors, so that a need and an action follow."""
    moved = casebook.answer(casebook.begin(case.case_id), "street")
    assert not isinstance(moved, Rejection)
    return moved


def reason(refused: object) -> str:
    assert isinstance(refused, Rejection)
    return refused.reason


# closing and reopening


def test_a_closed_case_leaves_the_list_and_stays_to_be_found(casebook: Casebook) -> None:
    case, other = add_case(casebook), add_case(casebook, "Kit")
    assert closed(casebook, case).closed == "Closed on 21 November 2026: released."
    assert [line.case_id for line in casebook.cases()] == [other.case_id]
    assert [line.reference for line in casebook.closed_cases()] == ["BC-0001"]
    found = casebook.case_by_reference("bc-0001")
    assert found is not None and found.closed


@pytest.mark.parametrize(
    ("how", "words", "told"),
    [
        ("released", "", "released."),
        ("transferred", "HMP Elsewhere", "moved to another prison (HMP Elsewhere)."),
        ("died", "", "has died."),
        ("other", "opened twice", "opened twice."),
    ],
)
def test_the_way_it_ended_is_told(casebook: Casebook, how: ClosedHow, words: str, told: str) -> None:
    assert closed(casebook, add_case(casebook), how, words).closed == f"Closed on 21 November 2026: {told}"


def test_nothing_falls_due_in_a_closed_case_and_it_is_not_offered_at_the_start(casebook: Casebook) -> None:
    case = add_case(casebook)
    street(casebook, case)
    assert casebook.cases()[0].next_due is not None and casebook.unfinished() is not None
    closed(casebook, case, "died")
    assert casebook.closed_cases()[0].next_due is None
    assert casebook.unfinished() is None


def test_a_closed_case_can_be_read_and_not_written(casebook: Casebook) -> None:
    case = add_case(casebook)
    sitting = street(casebook, case)
    note = casebook.add_note(case.case_id, "Likes mornings")
    assert not isinstance(note, Rejection)
    closed(casebook, case)
    assert casebook.plan(sitting).needs
    read = casebook.open_sitting(case.case_id)
    assert read is not None and read.closed.startswith("Closed on")
    casebook.stop(read)
    for write in (
        lambda: casebook.begin(case.case_id),
        lambda: casebook.revise(sitting, "c01_before", "rented"),
        lambda: casebook.undo(sitting),
        lambda: casebook.complete(sitting),
        lambda: casebook.keep_draft(sitting, "c02_back", "y"),
        lambda: casebook.edit_need(sitting, "somewhere", status="confirmed"),
        lambda: casebook.agree_plan(sitting),
        lambda: casebook.add_note(case.case_id, "More"),
        lambda: casebook.strike_note(note.id),
        lambda: casebook.close_case(case.case_id, Closing("died")),
    ):
        with pytest.raises(CaseClosed, match="BC-0001 is closed.*Reopen it first"):
            write()
    assert issubclass(CaseClosed, NotSaved), "so every screen that tells of a refused save tells of this"


def test_a_case_is_reopened_with_a_reason_and_goes_on_where_it_was(casebook: Casebook) -> None:
    case = add_case(casebook)
    sitting = street(casebook, case)
    closed(casebook, case)
    assert "Write why" in reason(casebook.reopen_case(case.case_id, "  "))
    line = casebook.reopen_case(case.case_id, "Recalled")
    assert not isinstance(line, Rejection) and not line.closed
    assert casebook.begin(case.case_id).sitting_id == sitting.sitting_id
    assert "open already" in reason(casebook.reopen_case(case.case_id, "again"))


@pytest.mark.parametrize(
    ("closing", "told"),
    [
        (Closing("released", "31/2/2026"), "Write the day"),
        (Closing("released", "22/11/2026"), "22 November 2026 is still to come"),
        (Closing("other", words=" \n "), "Write why"),
        (Closing("transferred", words="x" * 2000), "Keep it to"),
    ],
)
def test_what_can_not_be_kept_of_a_closing_is_refused(casebook: Casebook, closing: Closing, told: str) -> None:
    case = add_case(casebook)
    assert told in reason(casebook.close_case(case.case_id, closing))
    assert [line.closed for line in casebook.cases()] == [""]


def test_what_would_be_left_undone_is_told_before_closing(casebook: Casebook) -> None:
    case = add_case(casebook)
    assert casebook.open_before_closing(case.case_id) == ()
    sitting = street(casebook, case)
    casebook.edit_need(sitting, "somewhere", status="confirmed")
    service, name = casebook.services_for("ACC-2-01")[0]
    casebook.point_to(sitting, service, "ACC-2-01", "told")
    casebook.agree_plan(sitting)
    unfinished, follow_up, *promised = casebook.open_before_closing(case.case_id)
    assert unfinished == "The interview of 21 November 2026 is not finished. It stays as it is."
    assert follow_up.startswith(f"1 follow-up is still open: {name}, by ")
    assert len(promised) == 1 and "not done: " in promised[0]


def test_a_follow_up_that_a_later_interview_took_over_is_left_open_once_and_one_closed_there_is_not(
    casebook: Casebook,
) -> None:
    case = add_case(casebook)
    first = street(casebook, case)
    casebook.edit_need(first, "somewhere", status="confirmed")
    (one, name), (other, _) = casebook.services_for("ACC-2-01")[:2]
    for service in (one, other):
        casebook.point_to(first, service, "ACC-2-01", "told")
    casebook.agree_plan(casebook.complete(first))
    review = casebook.begin(case.case_id, "review")
    casebook.close_signpost(review, other, "ACC-2-01", "met")
    told = casebook.open_before_closing(case.case_id)
    assert [line for line in told if "follow-up" in line and line.startswith(f"1 follow-up is still open: {name}")]


def test_a_release_with_needs_not_settled_a_plan_not_handed_over_or_a_record_not_shown_is_told(
    casebook: Casebook,
) -> None:
    case = add_case(casebook)
    sitting = street(casebook, case)
    casebook.edit_need(sitting, "somewhere", status="confirmed")
    assert NOT_HANDED_OVER not in casebook.open_before_closing(case.case_id, "released")
    casebook.agree_plan(sitting)
    casebook.ask_for_record(case.case_id)
    told = casebook.open_before_closing(case.case_id, "released")
    assert "1 need is marked neither met nor unmet: Somewhere to live." in told
    assert NOT_HANDED_OVER in told and any("see what is written" in line for line in told)
    casebook.hand_off(case.case_id, "plan", "responsible_officer")
    casebook.edit_need(sitting, "somewhere", status="met")
    now = casebook.open_before_closing(case.case_id, "released")
    assert not any(line == NOT_HANDED_OVER or "neither met" in line for line in now)
    assert NOT_HANDED_OVER not in casebook.open_before_closing(case.case_id, "died")


def test_papers_of_a_closed_case_say_so_and_name_no_meeting(casebook: Casebook) -> None:
    case = add_case(casebook)
    sitting = street(casebook, case)
    closed(casebook, case, "transferred", "HMP Elsewhere")
    text = casebook.preview(sitting, "WK").text
    assert "Case: Closed on 21 November 2026: moved to another prison." in text and "Elsewhere" not in text
    assert casebook._header(sitting).meetings == ()


def test_nothing_is_to_be_done_next_for_somebody_who_has_died_and_no_copy_is_made_for_them(casebook: Casebook) -> None:
    case = add_case(casebook)
    sitting = street(casebook, case)
    assert "Help to find somewhere to live" in casebook.preview(sitting, "WK").text or casebook.plan(sitting).actions
    closed(casebook, case, "died")
    assert "By " not in casebook.preview(sitting, "WK").text
    for audience in OWN_COPIES:
        with pytest.raises(ExportRefused, match="no copy is made for them"):
            casebook.preview(sitting, audience)


# deleting


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


# merging


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
    casebook.complete(going)
    again = casebook.open_sitting(first.case_id)
    assert again is not None and again.sitting_id == said.sitting_id, "and not once it has ended"


def test_a_request_still_owed_stays_on_today_when_the_case_is_closed(casebook: Casebook) -> None:
    first, _ = two(casebook)
    casebook.ask_for_record(first.case_id)
    casebook.close_case(first.case_id, Closing("released", "", ""))
    (owed,) = casebook.todays()["requests"]
    assert owed.case.reference == first.reference
    (request,) = casebook.requests(first.case_id)
    casebook.show_record(request.request_id)
    assert "requests" not in casebook.todays()


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


# notes


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


# feedback


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

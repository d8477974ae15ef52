"""Closing and reopening a case: what is told, what is refused, and what still falls due."""

from __future__ import annotations

import pytest

from bcst_tui.casebook.case_values import ClosedHow, Closing
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.left_undone import NOT_HANDED_OVER
from bcst_tui.errors import ExportRefused, NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.reference.audience import OWN_COPIES
from bcst_tui.vault.closed import CaseClosed
from tests.casebook.conftest import add_case
from tests.casebook.whole_cases import closed, reason, street


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


def test_a_request_still_owed_stays_on_today_when_the_case_is_closed(casebook: Casebook) -> None:
    first = add_case(casebook)
    casebook.ask_for_record(first.case_id)
    casebook.close_case(first.case_id, Closing("released", "", ""))
    (owed,) = casebook.todays()["requests"]
    assert owed.case.reference == first.reference
    (request,) = casebook.requests(first.case_id)
    casebook.show_record(request.request_id)
    assert "requests" not in casebook.todays()

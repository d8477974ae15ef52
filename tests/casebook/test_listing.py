"""The lines that lists are read from: after whatever happened they say what working it all out would say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bcst_tui.casebook.case_values import Closing, Merging
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.finding import EVERYTHING_OPEN, LEVELS, PATHWAYS, choices, is_meant, said, typed
from bcst_tui.casebook.listing import stamp_of
from bcst_tui.casebook.missed import Missed
from bcst_tui.casebook.values import HasCase, NewCase, SameAs
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.todays import Whose, todays
from bcst_tui.vault.list_values import Wanted
from bcst_tui.vault.records_lists import ListRecords
from tests.casebook.conftest import add_case
from tests.casebook.listed import as_listed, worked_out
from tests.effort import tries
from tests.reference.shipped import shipped_reference

NAMES = ("Ash Invented", "Zoë Łukasz", "Robin O’Made")
HAPPENS = ("add", "begin", "answer", "revise", "complete", "agree", "settle", "not_held", "close", "reopen", "merge")


def happen(book: Casebook, what: str, number: int) -> None:
    """One thing a worker does to one of the cases; what is refused changes nothing."""
    with book._vault.session() as records:
        ids = [person.id for person in records.people.all()]
    if what == "add" or not ids:
        book.add_case(NewCase(NAMES[number % 3], birth_date="12/3/1990"))
        return
    case_id = ids[number % len(ids)]
    other = ids[(number + 1) % len(ids)]
    sitting = book.open_sitting(case_id)
    match what:
        case "begin":
            book.begin(case_id, "review" if number % 2 else "first_screening")
        case "answer" if sitting and sitting.interview.current:
            book.answer(sitting, "street")
        case "revise" if sitting and sitting.interview.moves:
            book.revise(sitting, "c01_before", "rented")
        case "complete" if sitting:
            book.complete(sitting)
        case "agree" if sitting:
            book.agree_plan(sitting)
        case "settle" if sitting and (actions := book.plan(sitting).actions):
            book.edit_action(sitting, actions[number % len(actions)].activity, status="not_needed", reason="invented")
        case "not_held":
            book.not_held(case_id, Missed("unwell"))
        case "close":
            book.close_case(case_id, Closing("released"))
        case "reopen":
            book.reopen_case(case_id, "invented")
        case "merge" if case_id != other:
            book.merge_cases(Merging(case_id, other, {"name_used": case_id}))


@settings(max_examples=tries(6, 12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(HAPPENS), st.integers(0, 5)), max_size=14))
def test_lists_say_what_working_it_out_would_say(casebook: Casebook, happened: list[tuple[str, int]]) -> None:
    for what, number in happened:
        try:
            happen(casebook, what, number)
        except NotSaved:
            continue
        if number == 0:
            casebook.cases()
    truth = worked_out(casebook)
    assert as_listed(casebook) == truth
    today = casebook.today()
    with casebook._vault.session() as records:
        people = records.people.all()
    whose = [(Whose(one.id, one.reference, one.name_used), truth[one.id].lines) for one in people]
    assert casebook.todays() == todays(whose, today)
    for wanted in (EVERYTHING_OPEN, typed("zoe", EVERYTHING_OPEN), Wanted(is_overdue=True), Wanted(is_unfinished=True)):
        meant = sorted((one.person_id for one in truth.values() if is_meant(one, wanted, today)), reverse=True)
        assert [line.case_id for line in casebook.find_cases(wanted).lines] == meant


def test_a_full_disk_leaves_the_list_readable_and_right(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    line = add_case(casebook)
    casebook.cases()
    assert not isinstance(casebook.answer(casebook.begin(line.case_id), "street"), Rejection)

    def refuse(*_: Any) -> None:
        raise NotSaved("The disk is full.", "Make room on it.")

    monkeypatch.setattr(ListRecords, "put", refuse)
    (shown,) = casebook.cases()
    assert shown.sitting_status == "open" and shown.next_due is not None
    assert casebook.find_cases(Wanted(is_unfinished=True)).count == 1
    assert "unfinished" in casebook.todays()
    unfinished = casebook.unfinished()
    assert unfinished is not None and unfinished.case.case_id == line.case_id


def test_other_clocks_have_every_line_made_anew(casebook: Casebook) -> None:
    add_case(casebook)
    casebook.cases()
    with casebook._vault.session() as records:
        records.lists.hold_to("made on other clocks")
        assert records.lists.stale(casebook.today(), 10) == [1]
    casebook.make_lists_ready()
    with casebook._vault.session() as records:
        assert records.lists.stale(casebook.today(), 10) == []
        records.lists.hold_to(stamp_of(shipped_reference().clocks))
        assert records.lists.stale(casebook.today(), 10) == []


@pytest.mark.parametrize("words", ["bc-0001", "ZOE", "zoë", "lukasz", "trn-0", "1 zoe luk"])
def test_a_case_is_found_by_reference_name_or_number_however_it_is_written(casebook: Casebook, words: str) -> None:
    casebook.add_case(NewCase("Zoë", "Zoë Łukasz", "TRN-001"))
    casebook.add_case(NewCase("Somebody Else"))
    found = casebook.find_cases(typed(words, EVERYTHING_OPEN)).lines
    assert [line.reference for line in found] == ["BC-0001"]


def test_a_list_is_read_a_page_at_a_time(casebook: Casebook) -> None:
    for _ in range(5):
        casebook.add_case(NewCase("Ash Invented"))
    first, second = casebook.find_cases(EVERYTHING_OPEN, most=3), casebook.find_cases(EVERYTHING_OPEN, 3, 3)
    assert [line.case_id for line in (*first.lines, *second.lines)] == [5, 4, 3, 2, 1]
    assert (first.count, first.more, first.count_words) == (5, False, "5 cases")


def test_every_way_to_narrow_the_list_is_chosen_and_left_again_and_said_in_words(casebook: Casebook) -> None:
    wanted = EVERYTHING_OPEN
    for place in range(len(choices(wanted, casebook.labels))):
        wanted = choices(wanted, casebook.labels)[place].chosen
    assert wanted.pathways == set(PATHWAYS) and wanted.levels == set(LEVELS) and wanted.release == "none"
    assert said(wanted, casebook.labels).startswith("closed · overdue · interview not finished · no release date")
    for place, one in enumerate(choices(wanted, casebook.labels)):
        if one.is_chosen:
            wanted = choices(wanted, casebook.labels)[place].chosen
    assert wanted == EVERYTHING_OPEN and said(wanted, casebook.labels) == ""


def same_as(casebook: Casebook, new: NewCase) -> tuple[SameAs, ...]:
    """The cases that are named instead of opening another."""
    opened = casebook.add_case(new)
    return opened.same if isinstance(opened, HasCase) else ()


def test_somebody_who_has_a_case_is_caught_before_another_is_opened(casebook: Casebook) -> None:
    casebook.add_case(NewCase("Zoë", "Zoë Łukasz", "TRN-001", "12/3/1990"))
    casebook.close_case(1, Closing("released"))
    (by_number,) = same_as(casebook, NewCase("Another Name", prison_number="trn-001"))
    assert by_number.is_certain and by_number.words.startswith("BC-0001 has the same prison number. Closed on")
    (by_name,) = same_as(casebook, NewCase("zoe  lukasz", birth_date="12/3/1990"))
    assert not by_name.is_certain
    assert same_as(casebook, NewCase("zoe lukasz", birth_date="13/3/1990")) == ()
    assert same_as(casebook, NewCase("Somebody", birth_date="12/3/1990")) == ()


def test_no_second_case_is_opened_for_somebody_who_may_have_one_unless_the_worker_says_so(casebook: Casebook) -> None:
    zoe = NewCase("Zoë", "", "TRN-001", "12/3/1990")
    casebook.add_case(zoe)
    refused = casebook.add_case(zoe)
    assert isinstance(refused, HasCase) and [one.case.reference for one in refused.same] == ["BC-0001"]
    assert len(casebook.cases()) == 1
    assert not isinstance(casebook.add_case(zoe, is_another=True), Rejection)
    assert len(casebook.cases()) == 2


def test_an_interview_not_held_stands_in_the_list_until_something_is_answered(casebook: Casebook) -> None:
    case = add_case(casebook)
    told = casebook.not_held(case.case_id, Missed("unwell"))
    assert not isinstance(told, Rejection) and told[0] == "Noted. It stands on the list for 23 November 2026."
    (line,) = casebook.todays()["meetings"]
    assert (line.on, line.thing) == (date(2026, 11, 23), "attempt")
    assert casebook.missed(case.case_id) == (
        "21 November 2026: not held. They were unwell. Next attempt 23 November 2026.",
    )
    assert not isinstance(casebook.answer(casebook.begin(case.case_id), "street"), Rejection)
    assert "meetings" not in casebook.todays()


@pytest.mark.parametrize(
    ("missed", "why"),
    [
        (Missed("other"), "Write the reason"),
        (Missed("unwell", on="30/11/2026"), "still to come"),
        (Missed("unwell", again="20/11/2026"), "is over"),
        (Missed("unwell", again="someday"), "Write the day of the next attempt"),
    ],
)
def test_what_can_not_be_kept_of_a_missed_interview_is_told(casebook: Casebook, missed: Missed, why: str) -> None:
    case = add_case(casebook)
    refused = casebook.not_held(case.case_id, missed)
    assert isinstance(refused, Rejection) and why in refused.reason == casebook.why_not_missed(missed)
    assert casebook.missed(case.case_id) == ()


def test_somebody_moved_or_released_is_not_tried_again(casebook: Casebook) -> None:
    case = add_case(casebook)
    assert casebook.not_held(case.case_id, Missed("released", again="1/12/2026")) == ("Noted.",)
    assert "meetings" not in casebook.todays()

"""Notes, slips, closing and reopening in numbered lines, over the same casebook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.app import App

from bcst_tui.casebook.case_values import Closing
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import NewCase, Surroundings
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.cases import Cases
from bcst_tui.line_mode.one_case import OneCase
from bcst_tui.tui.case_ways import CaseWays
from tests.line_mode.conftest import HEAD, MAIN, MONDAY, PROFILE, Typed
from tests.reference.shipped import shipped_reference
from tests.vault.ready import let_go, ready_vault

QUESTIONS = "  - {id: told, kind: yes_no, said: {standard: Is it dry?}, audience: housing_plan}\n"
HANDED_OVER_BY_COMMAND = "Hand it over to the worker who has them next"
"""In lines `bcst hand-over` does it, once bcst is left; the help there says so."""
CASE, LEAVE, TODAY = "> BC-0001", "> Leave bcst", "> What is due"
OPEN, MORE, BACK = (CASE, "> More about"), "> More about", ("> Back", "> Back to the cases")
Goes = Callable[..., Typed]


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    files = {"script.yaml": MAIN, "home.yaml": HEAD + QUESTIONS}
    around = Surroundings(files, shipped_reference(), lambda: MONDAY, lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    opened = Casebook(ready_vault(tmp_path / "vault", bytes(32), PROFILE), around)
    assert not isinstance(opened.add_case(NewCase("Ash Invented")), Rejection)
    yield opened
    let_go(opened._vault)


@pytest.fixture
def goes(casebook: Casebook) -> Goes:
    """The cases, with these lines typed; all of them are used."""

    def go(*typed: str) -> Typed:
        terminal = Typed(list(typed))
        Cases(casebook, terminal, ()).go_round()
        assert terminal.waiting == []
        return terminal

    return go


def test_a_case_is_closed_read_and_reopened(casebook: Casebook, goes: Goes) -> None:
    told = goes(*OPEN, "> Close it", "> Released", "20/11/2026", "> Close it anyway", LEAVE).all_told
    assert "Still open: The interview of 23 November 2026 is not finished." in told
    assert "Closed on 20 November 2026: released." in told
    again = ("> Open it again", "", "> Open it again", "Recalled")
    told = goes("> Closed cases", CASE, "> Read the answers", "done", MORE, *again, LEAVE).all_told
    assert "! Write why" in told and "BC-0001 is open again." in told
    assert [line.closed for line in casebook.cases()] == [""]


def test_a_case_can_be_left_open_at_every_step(casebook: Casebook, goes: Goes) -> None:
    goes(*OPEN, "> Close it", "> Leave it open", "> Close it", "> Another", "by mistake", "", "> Go back", *BACK, LEAVE)
    told = goes(*OPEN, "> Close it", "> Has died", "1/1/2030", "", "> Go back", *BACK, LEAVE).all_told
    assert "! 1 January 2030 is still to come." in told
    assert casebook.closed_cases() == ()


def test_what_can_be_done_with_a_case_is_said_in_the_words_of_the_screens(casebook: Casebook) -> None:
    for how in (None, "released"):
        if how is not None:
            casebook.close_case(1, Closing("released"))
        case = casebook.case(1)
        lines = [words for words, _ in OneCase(casebook, case, Typed([]), ()).more_ways()]
        on_screen = [way.label for way in CaseWays(App(), casebook, 1)._ways()]
        assert lines == [one for one in on_screen if one != HANDED_OVER_BY_COMMAND]


def test_what_could_not_be_held_is_noted_and_a_release_closes_the_case(casebook: Casebook, goes: Goes) -> None:
    missed = (*OPEN, "> The interview could not")
    goes(*missed, "> Back", *BACK, LEAVE)
    told = goes(
        *missed, "> Another reason", "", "> Write it again", "No room", "1/1/2030", "> Note nothing", *BACK, LEAVE
    )
    assert "! Write the reason" in told.all_told and "is still to come" in told.all_told
    assert casebook.missed(1) == ()
    goes(*missed, "> They have been released", "", "", "> Close it", LEAVE)
    assert "released" in casebook.closed_cases()[0].closed


def test_two_cases_of_one_person_are_made_one(casebook: Casebook, goes: Goes) -> None:
    assert not isinstance(casebook.add_case(NewCase("Ashley Invented")), Rejection)
    merge = (*OPEN, "> Merge it")
    goes(*merge, "", "> Merge it", "BC-0009", "> Merge it", "BC-0002", "> BC-0001", "> Go back", *BACK, LEAVE)
    assert len(casebook.cases()) == 2
    told = goes(*merge, "BC-0002", "> BC-0001", "> Ashley", "> Merge them", LEAVE).all_told
    assert "This can't be undone." in told and "Merged: BC-0001 now holds both." in told
    assert [line.name_used for line in casebook.cases()] == ["Ashley Invented"]


def test_a_case_opened_by_mistake_is_deleted_after_its_reference_was_typed(casebook: Casebook, goes: Goes) -> None:
    delete = (*OPEN, "> Delete it")
    assert "! " in goes(*delete, "> Delete it, after", "BC-0002", "> Delete it", "> Leave it", *BACK, LEAVE).all_told
    assert "can't be brought back" in goes(*delete, "> Delete it, after", "BC-0001", LEAVE).all_told
    assert casebook.cases() == ()


def test_somebody_is_met_again_and_every_interview_is_listed(casebook: Casebook, goes: Goes) -> None:
    casebook.complete(casebook.begin(1))
    told = goes(CASE, "> Meet again", "> A follow-up", MORE, "> All its interviews", "> Back", *BACK, LEAVE).all_told
    assert "23 November 2026: follow-up, 0 of about" in told
    sitting = casebook.open_sitting(1)
    assert sitting is not None and sitting.interview.sitting == "follow_up"


def test_a_new_case_keeps_what_was_typed_until_it_can_be_opened(casebook: Casebook, goes: Goes) -> None:
    wrong = ("> New case", "Robin Invented", "", "", "no day")
    told = goes(*wrong, "> Write it again", "", "", "", "2/5/1994", *BACK[1:], LEAVE).all_told
    assert "The name they use; Enter alone keeps Robin Invented" in told
    assert casebook.cases()[0].name_used == "Robin Invented"
    goes(*wrong, "> Open nothing", LEAVE)
    assert len(casebook.cases()) == 2


def test_cases_are_found_by_several_ways_at_once_and_all_come_back(casebook: Casebook, goes: Goes) -> None:
    unfinished = ("> Find cases", "", "> Interview not finished", "> Level 2", "> Show them")
    told = goes(*unfinished, "> Every open case again", "> Find cases", "nobody", "> Every open", LEAVE).told
    assert "Cases: interview not finished · level 2. 0 cases" in told
    assert "Cases: “nobody”. 0 cases" in told


def test_what_is_typed_in_a_line_can_be_hidden_too(goes: Goes) -> None:
    terminal = goes("> Find cases", "hide", "", "nobody", "> Every open", LEAVE)
    assert terminal.covered == 2


def test_a_note_is_written_and_struck_through(casebook: Casebook, goes: Goes) -> None:
    write = ("> Notes", "> Write a note", "Prefers mornings", "1")
    told = goes(*OPEN, *write, "> Notes", "> Strike", "> 23 November", "> Notes", "> Back", *BACK, LEAVE).all_told
    assert "No notes yet." in told and "struck through by Wren Invented" in told
    (kept,) = casebook.notes(1)
    assert (kept.words, kept.audience, kept.struck_by) == ("Prefers mornings", "worker_notes", "Wren Invented")


def test_a_slip_is_seen_written_and_written_over_only_when_asked(goes: Goes, tmp_path: Path) -> None:
    slip = ("> A slip", "27/11/2026", "9:30", "", "", str(tmp_path))
    told = goes(*OPEN, *slip, *slip, "> Leave it", *slip, "> Write over", *BACK, LEAVE).all_told
    (written,) = tmp_path.glob("*.txt")
    assert written.read_text("utf-8") in told and "Time: 9:30" in told
    assert "One of today is there already." in told
    assert "! No meeting to come" in goes(*OPEN, "> A slip", "", "", "", "", *BACK, LEAVE).all_told


def test_what_is_due_is_told_and_leads_to_the_case_it_comes_from(goes: Goes) -> None:
    terminal = goes(TODAY, "> Interviews not finished", "> Back to the cases", LEAVE)
    assert "Interviews not finished: BC-0001, A I: No interview yet" in terminal.all_told
    assert "BC-0001, Ash Invented" in terminal.told, "its line opened the case"


def test_a_calendar_with_nothing_to_come_is_refused_in_a_sentence(goes: Goes, tmp_path: Path) -> None:
    terminal = goes(TODAY, "> Write", str(tmp_path), "> Back", LEAVE)
    assert "! No follow-up and no review lies ahead, so there is no calendar to write." in terminal.told
    assert list(tmp_path.glob("*.ics")) == []


def test_the_calendar_file_is_written_from_what_is_due(goes: Goes, casebook: Casebook, tmp_path: Path) -> None:
    sitting = casebook.begin(1)
    activity = casebook.plan(sitting).actions[0].activity
    service, _ = casebook.services_for(activity)[0]
    assert not isinstance(casebook.point_to(sitting, service, activity, "told"), Rejection)
    goes(TODAY, "> Write", str(tmp_path), "> Back", LEAVE)
    assert (tmp_path / "bcst-calendar-2026-11-23.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")

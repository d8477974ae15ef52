"""From the list of cases, by keyboard alone: closing, finding, reopening, notes, slips, merging, deleting."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcst_tui.casebook.case_values import Closing
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.finding import EVERYTHING_OPEN, typed
from bcst_tui.casebook.values import NewCase
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.tui.screens.case_in_words import about_case, standing
from bcst_tui.tui.screens.cases import CasesScreen
from bcst_tui.tui.widgets.keyed_list import KeyedList
from bcst_tui.vault.vault import Vault
from tests.tui.driving import Driver, driving, played
from tests.tui.hostile import PAYLOADS
from tests.tui.rooms import TODAY, WORD, OpenDoors, app_of, unlock

NOTES, SLIP, INTERVIEWS, CLOSE, MERGE, DELETE = "a", "1", "3", "d", "f", "g"
REOPEN = "8"
ONE, TWO = ("Robin Example",), ("Robin Example", "Kit Placeholder")
HOSTILE = f"[/][bold]x[/] {PAYLOADS[0]}"


async def answer_window(at: Driver, kind: str, *keys: str) -> None:
    """Wait for a window, then press these keys in it."""
    await at.until_on(kind)
    await at.press(*keys)


async def retyped(at: Driver, words: str) -> None:
    """Type these words in the place of those in the line, and go on."""
    await at.press("ctrl+u")
    await at.type(words)
    await at.press("enter")


def book(doors: OpenDoors) -> Casebook:
    assert doors.casebook is not None
    return doors.casebook


@played
async def test_a_case_is_closed_found_again_and_reopened(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=TWO)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        book(doors).begin(2)
        await at.press("m")
        await answer_window(at, "ChooseInGroups", CLOSE)
        await at.until_seen("Close BC-0002: how did it end?")
        await at.press("3")
        await at.until_seen("On which day?")
        await retyped(at, "1/1/2031")
        await at.until_seen("1 January 2031 is still to come")
        await retyped(at, "20/11/2026")
        await answer_window(at, "ReadFirst")
        await at.until_seen("The interview of 21 November 2026 is not finished.")
        await at.press("2")
        await at.until_seen("Closed on 20 November 2026: has died.")
        await at.until_seen("nothing more falls due")
        await at.press("enter")
        await at.until_on(CasesScreen)
        assert "BC-0002" not in at.seen() and "BC-0001" in at.seen()
        await at.press("f")
        await at.type("closed")
        await at.until(lambda: "– Closed" in at.seen() and "BC-0001" not in at.seen())
        await at.press("enter", "m")
        await answer_window(at, "ChooseInGroups", REOPEN)
        await answer_window(at, "SayInALine")
        await at.type("The wrong one")
        await at.press("enter")
        await at.until_on(CasesScreen)
        await at.press("escape")
        await at.until(lambda: "BC-0002" in at.seen() and "BC-0001" in at.seen())


@played
async def test_the_whole_case_menu_is_seen_at_once_on_the_smallest_console(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=ONE)), (80, 24)) as at:
        await unlock(at)
        await at.press("m")
        await at.until_on("ChooseInGroups")
        await at.until_seen("Delete it: it was opened by mistake")
        assert at.screen.query_one(KeyedList).max_scroll_y == 0


@played
async def test_going_back_at_any_window_closes_nothing(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=ONE)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        for way in (("m",), ("m", CLOSE), ("m", CLOSE, "1"), ("m", CLOSE, "1", "enter"), ("m", DELETE), ("m", MERGE)):
            for key in way:
                standing_on = at.screen
                await at.press(key)
                await at.until(lambda left=standing_on: at.screen is not left)  # type: ignore[misc]
            await at.press("escape")
            await at.until_on(CasesScreen)
        assert [line.closed for line in book(doors).cases()] == [""]


@played
async def test_a_closed_case_can_be_read_and_tells_why_nothing_is_saved(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=ONE)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        book(doors).begin(1)
        book(doors).close_case(1, Closing("released"))
        await at.press("f")
        await at.type("robin")
        await at.press("enter", "enter")
        await at.until_on("SectionsScreen")
        await at.until_seen("Closed on 21 November 2026: released.")
        await at.press("o")
        await at.until_on("InterviewScreen")
        await at.press("f2", "1")
        await at.until_seen("BC-0001 is closed")
        held = book(doors).open_sitting(1)
        assert held is not None and not held.interview.moves


@played
async def test_the_cover_goes_over_every_window_of_a_way_and_comes_off_again(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=ONE))) as at:
        await unlock(at)
        await at.press("m", CLOSE, "1")
        await answer_window(at, "SayInALine", "f9")
        await at.until_on("CoverScreen")
        await at.press("space")
        await at.type(WORD)
        await at.press("enter")
        await at.until_on("SayInALine")


@played
async def test_a_note_is_written_read_and_struck_and_never_lost_to_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doors = OpenDoors(tmp_path, names=ONE)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await at.press("m", NOTES)
        await at.until_on("NotesScreen")
        await at.until_seen("No notes yet.")
        with monkeypatch.context() as full:
            full.setattr(Vault, "session", _refuse)
            full.setattr(Casebook, "note_readers", Casebook.note_readers)
            await at.press("a")
            await answer_window(at, "WriteNote")
            await at.type("Prefers [/] mornings")
            await at.press("escape")
            await at.until_on("NotesScreen")
            await at.press("a")
            await at.until_on("WriteNote")
            await at.press("enter")
            await answer_window(at, "ChooseOne", "1")
            await at.until_seen("NOT saved")
            assert "Prefers [/] mornings" in at.seen()
        await at.press("enter")
        await answer_window(at, "ChooseOne", "1")
        await at.until_on("NotesScreen")
        await at.until_seen("Prefers [/] mornings")
        await at.press("enter")
        await answer_window(at, "ReadFirst", "2")
        await at.until_seen("Struck through on 21 November 2026 by Sam Ash")
        assert [note.struck_by for note in book(doors).notes(1)] == ["Sam Ash"]


def _refuse(*_: object) -> object:
    raise NotSaved("The disk is full.")


@played
async def test_two_cases_become_one_once_every_difference_is_decided(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        for name, number in (("Robin", "TRN-001"), ("Robyn [/]", "TRN-002")):
            assert not isinstance(book(doors).add_case(NewCase(name, prison_number=number)), Rejection)
        await at.press("f1", "escape", "m", MERGE)
        await answer_window(at, "SayInALine")
        await at.type("99")
        await at.press("enter")
        await at.until_seen("There is no case BC-99.")
        await retyped(at, "bc-0001")
        await at.until_on("MergingScreen")
        await at.press("enter")
        await at.until_seen("Still to choose")
        await at.press("right", "down", "left", "down", "down", "right", "enter")
        await answer_window(at, "ReadFirst", "2")
        await at.until_on(CasesScreen)
    (left,) = book(doors).cases()
    assert (left.reference, left.name_used, left.prison_number) == ("BC-0001", "Robyn [/]", "TRN-001")
    assert book(doors).find_cases(typed("bc-0002", EVERYTHING_OPEN)).lines == (left,)
    assert "Took over BC-0002" in about_case(left, TODAY)


@played
async def test_a_case_is_deleted_only_under_its_own_reference(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=TWO)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        for typed, left in (("BC-0001", 2), ("bc-0002", 1)):
            await at.press("m", DELETE)
            await answer_window(at, "ReadFirst", "2")
            await answer_window(at, "SayInALine")
            await at.type(typed)
            await at.press("enter")
            await answer_window(at, "ReadFirst", "enter")
            await at.until_on(CasesScreen)
            assert len(book(doors).cases()) == left
        assert "BC-0002" not in at.seen()


@played
async def test_a_slip_is_seen_before_it_is_written(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=(HOSTILE,))
    async with driving(app_of(doors), (120, 40)) as at:
        await unlock(at)
        await at.press("m", SLIP)
        await at.until_on("SlipScreen")
        await at.until_seen("No meeting to come has been agreed yet")
        await retyped(at, "30/11/2026")
        await retyped(at, "14:30")
        await retyped(at, "Rehab wing")
        await at.until_seen("tells others too much")
        await at.press("shift+tab")
        await retyped(at, "Room 4")
        await at.press("enter")
        await at.until_seen("This is all it says.")
        await retyped(at, str(tmp_path))
        await at.until_seen("Written:")
        assert all(char.isprintable() or char == "\n" for char in at.seen())
    (slip,) = tmp_path.glob("*.txt")
    assert "Place: Room 4" in slip.read_text("utf-8")


@played
async def test_another_interview_of_the_case_opens_from_the_menu(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=ONE)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        first = book(doors).complete(book(doors).begin(1))
        book(doors).begin(1, "review")
        await at.press("m", INTERVIEWS)
        await answer_window(at, "ChooseOne")
        await at.until_seen("review")
        await at.press("2")
        await at.until_on("SectionsScreen")
        assert at.screen.sitting.sitting_id == first.sitting_id  # type: ignore[attr-defined]


def test_a_case_is_found_by_any_of_its_words(tmp_path: Path) -> None:
    casebook = OpenDoors(tmp_path)._open()
    line = casebook.add_case(NewCase("Robin Example", prison_number="A1234BC"))
    assert not isinstance(line, Rejection)
    closed = casebook.close_case(line.case_id, Closing("died"))
    assert not isinstance(closed, Rejection)
    for sought in ("", "robin", "exa ROB", "a1234", "bc-0001", "closed"):
        found = casebook.find_cases(typed(sought or "closed", EVERYTHING_OPEN)).lines
        assert [one.reference for one in found] == [closed.reference], sought
    assert casebook.find_cases(typed("robin smith", EVERYTHING_OPEN)).lines == ()
    assert standing(closed) == "– Closed", "a list says no more than that"
    casebook.close()

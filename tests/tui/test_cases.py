"""Cases, new cases and sections: what the worker sees between interviews."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import DataTable

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.finding import PAGE
from bcst_tui.casebook.values import CaseLine, NewCase, initials
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.state import Progress
from bcst_tui.tui.screens.cases import CasesScreen
from bcst_tui.tui.screens.sections import SectionsScreen
from bcst_tui.tui.screens.sections_in_words import bar, status_words
from bcst_tui.tui.widgets.saying_when import day, how_soon
from tests.tui.driving import driving, played
from tests.tui.hostile import PAYLOADS
from tests.tui.private_rooms import PrivateDoors
from tests.tui.rooms import TODAY, OpenDoors, app_of, unlock

NAMES = ("Robin Example", "Kit Placeholder")


@played
async def test_the_list_shows_references_and_initials(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES))) as at:
        await unlock(at)
        seen = at.seen()
        assert "BC-0001" in seen and "R E" in seen and "K P" in seen
        assert "Robin" not in seen and "Placeholder" not in seen


@played
async def test_names_are_shown_on_a_key_and_hide_again(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES))) as at:
        await unlock(at)
        await at.press("v")
        await at.until_seen("Robin Example")
        await at.press("v")
        await at.until(lambda: "Robin Example" not in at.seen())


@played
async def test_names_hide_again_when_the_cover_has_been_up(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES))) as at:
        await unlock(at)
        await at.press("v", "f9", "space")
        await at.type("kestrel")
        await at.press("enter")
        await at.until_on("CasesScreen")
        assert "Robin" not in at.seen() and "R E" in at.seen()


@played
async def test_with_no_case_yet_the_list_says_what_to_press(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path))) as at:
        await unlock(at)
        assert "Press N to open the first one." in at.seen()


@played
async def test_a_new_case_opens_on_its_sections(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path))) as at:
        await unlock(at)
        await at.press("n")
        await at.type("Robin")
        await at.press("enter", "enter", "enter", "enter")
        await at.until_on("SectionsScreen")
        assert "BC-0001" in at.seen() and "Robin" not in at.seen()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("", "", "", ""), "Write the name"),
        (("Robin", "", "12", ""), "A prison number looks like"),
        (("Robin", "", "", "someday"), "Write the birth date"),
        (("Robin", "", "", "1/1/2030"), "can't be the year of birth"),
    ],
)
@played
async def test_what_can_not_be_taken_is_told_at_its_own_line(tmp_path: Path, typed: tuple[str, ...], told: str) -> None:
    doors = OpenDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await at.press("n")
        for line in typed:
            await at.type(line)
            await at.press("enter")
        await at.until_seen(told)
        assert doors.casebook is not None and doors.casebook.cases() == ()


@played
async def test_a_disk_that_refuses_loses_nothing_that_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doors = OpenDoors(tmp_path)
    full = [True]
    add_case = Casebook.add_case

    def refuse(book: Casebook, new: NewCase, *, is_another: bool = False) -> CaseLine | Rejection:
        if full:
            raise NotSaved("The disk is full.", "Make room on it.")
        return add_case(book, new, is_another=is_another)

    monkeypatch.setattr(Casebook, "add_case", refuse)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await at.press("n")
        await at.type("Robin")
        await at.press("enter", "enter", "enter", "enter")
        await at.until_seen("! NOT saved: The disk is full.")
        full.clear()
        await at.press("enter")
        await at.until_on("SectionsScreen")


@played
async def test_an_interview_that_can_not_be_begun_is_told_and_the_list_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(book: Casebook, case_id: int) -> None:
        raise NotSaved("The disk is full.", "Make room on it.")

    monkeypatch.setattr(Casebook, "begin", refuse)
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES))) as at:
        await unlock(at)
        await at.press("enter")
        await at.until_seen("NOT begun: The disk is full.")
        assert type(at.screen) is CasesScreen


@played
async def test_a_wrong_line_of_a_new_case_is_told_before_the_next_is_asked(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path))) as at:
        await unlock(at)
        await at.press("n", "enter")
        await at.until_seen("! Write the name the person uses")
        await at.type("Robin")
        await at.press("enter", "enter")
        await at.type("12345")
        await at.press("enter")
        await at.until_seen("! A prison number looks like A1234BC")


@played
async def test_escape_leaves_a_new_case_unmade(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await at.press("n")
        await at.type("Robin")
        await at.press("escape")
        await at.until_on("CasesScreen")
        assert doors.casebook is not None and doors.casebook.cases() == ()


@played
async def test_an_interview_that_was_stopped_is_offered_first_and_goes_on_where_it_was(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES))) as at:
        await unlock(at)
        await at.press("enter")
        await at.until_on("SectionsScreen")
        await at.press("o")
        await at.until_on("InterviewScreen")
        await at.press("f2", "1")
        await at.until_seen("question 2 of")
        await at.press("f4")
        await at.until_on("CasesScreen")
        await at.until_seen("Not finished: BC-0002")
        assert "question 2 of about" in at.seen()
        await at.press("o")
        await at.until_on("InterviewScreen")
        await at.until_seen("question 2 of")


@played
async def test_sections_tell_in_words_how_far_they_have_come(tmp_path: Path) -> None:
    async with driving(app_of(PrivateDoors(tmp_path, names=NAMES))) as at:
        await unlock(at)
        await at.press("enter")
        await at.until_on(SectionsScreen)
        assert "○  Housing" in at.seen() and "not started" in at.seen()
        assert "People and safety: not opened" in at.seen()


@played
async def test_after_a_completed_interview_another_can_be_begun(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=NAMES)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await at.press("enter")
        await at.until_on(SectionsScreen)
        await at.press("r")
        assert type(at.screen) is SectionsScreen, "not before it is completed"
        book = doors.casebook
        assert book is not None
        first = book.open_sitting(2)
        assert first is not None
        book.complete(first)
        await at.press("f1", "escape", "r", "2")
        await at.until_on(SectionsScreen)
        await at.until(lambda: (book.open_sitting(2) or first).sitting_id != first.sitting_id)
        again = book.open_sitting(2)
        assert again is not None and again.interview.sitting == "follow_up"
        await at.until_seen("R says that it is about something else")
        await at.press("r", "1")
        await at.until(lambda: "review" in {held.interview.sitting for held in [book.open_sitting(2)] if held})


@played
async def test_enter_opens_the_section_at_its_first_question(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES))) as at:
        await unlock(at)
        await at.press("enter")
        await at.until_on(SectionsScreen)
        await at.press("down", "down", "enter")
        await at.until_on("InterviewScreen")
        await at.until_seen("Housing")
        await at.press("f9")
        await at.until_on("CoverScreen")


@played
async def test_answers_plan_and_copies_are_a_key_away_and_lead_back(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES))) as at:
        await unlock(at)
        await at.press("enter")
        await at.until_on(SectionsScreen)
        for key, screen in (("c", "CheckAnswersScreen"), ("p", "PlanScreen"), ("x", "ExportScreen")):
            await at.press(key)
            await at.until_on(screen)
            await at.press("escape")
            await at.until_on(SectionsScreen)


@played
async def test_hostile_names_break_neither_list_nor_screen(tmp_path: Path) -> None:
    names = tuple(f"[/]{payload}[bold]x" for payload in PAYLOADS)
    async with driving(app_of(OpenDoors(tmp_path, names=names))) as at:
        await unlock(at)
        await at.press("v")
        await at.until_seen("[/]")
        assert all(char.isprintable() or char == "\n" for char in at.seen())


def test_initials_stand_for_any_name() -> None:
    assert [initials(name) for name in ("Robin Example", "jo de la Cruz", "  ", "(Ægir) [Kit]")] == [
        "R E",
        "J D L C",
        "",
        "Æ K",
    ]


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_bar_is_full_only_when_all_is_answered(answered: int, asked: int) -> None:
    answered = min(answered, asked)
    drawn = bar(Progress(answered, asked))
    assert len(drawn) == 24 and ("─" not in drawn) == (answered == asked)


def test_a_section_is_told_in_words() -> None:
    assert status_words(Progress(0, 0)) == "nothing to ask"
    assert status_words(Progress(0, 8, 1)) == "not started, 8 to ask, 1 waiting for a private moment"
    assert status_words(Progress(3, 8)) == "3 of 8"
    assert status_words(Progress(8, 8)) == "done"


def test_days_are_said_by_how_soon_they_come() -> None:
    assert day(TODAY) == "Sat 21 Nov"
    said = [how_soon(date(2026, 11, when), TODAY) for when in (18, 20, 21, 22, 25, 30)]
    assert said == ["! 3 days late", "! 1 day late", "! today", "tomorrow", "in 4 days", "Mon 30 Nov"]


@played
async def test_the_list_is_narrowed_by_keys_said_in_words_and_whole_again_on_escape(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=NAMES)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        assert doors.casebook is not None
        doors.casebook.begin(1)
        await at.press("h")
        await at.until_seen("Which cases? 2 cases.")
        await at.press("2", "5")
        await at.until_seen("Which cases? 1 case.")
        await at.press("enter")
        await at.until_seen("interview not finished · no release date: 1 case. Esc shows all.")
        assert "BC-0001" in at.seen() and "BC-0002" not in at.seen()
        await at.press("escape")
        await at.until_seen("BC-0002")
        assert "Esc shows all" not in at.seen()


@played
async def test_the_next_cases_are_read_as_one_goes_down(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=tuple(f"Robin {number}" for number in range(PAGE + 3)))
    async with driving(app_of(doors)) as at:
        await unlock(at)
        assert f"{PAGE + 3} cases." in at.seen()
        table = at.screen.query_one(DataTable)
        assert table.row_count == PAGE
        await at.press("ctrl+end")
        await at.until(lambda: table.row_count == PAGE + 3)


@played
async def test_somebody_who_has_a_case_is_offered_it_before_another_is_opened(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        assert doors.casebook is not None
        doors.casebook.add_case(NewCase("Robin", prison_number="TRN-001"))
        await at.press("n")
        for typed in ("Somebody", "", "TRN-001", ""):
            await at.type(typed)
            await at.press("enter")
        await at.until_seen("BC-0001 has the same prison number. It is open.")
        await at.press("1")
        await at.until_on(SectionsScreen)
        assert len(doors.casebook.cases()) == 1

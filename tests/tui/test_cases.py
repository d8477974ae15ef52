"""Cases, new cases and sections: what the worker sees between interviews."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import CaseLine, NewCase
from bcst_tui.config import Settings
from bcst_tui.errors import NotSaved, ScriptError
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.state import Progress
from bcst_tui.tui.screens.cases import CasesScreen, initials
from bcst_tui.tui.screens.sections import SectionsScreen, bar, status_words
from bcst_tui.tui.widgets.frame import KeyLine
from bcst_tui.tui.widgets.saying_when import day, how_soon
from tests.tui.driving import Driver, driving, played
from tests.tui.misbehaving import PAYLOADS
from tests.tui.rooms import TODAY, OpenDoors, app_of, unlock

NAMES = ("Robin Example", "Kit Placeholder")


def keys_shown(at: Driver) -> list[str]:
    return [key for key, _ in at.screen.query_one(KeyLine).shown_keys()]


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
        (("Robin", "", "", "1/1/2020"), "can't be the year of birth"),
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

    def refuse(book: Casebook, new: NewCase) -> CaseLine | Rejection:
        if full:
            raise NotSaved("The disk is full.", "Make room on it.")
        return add_case(book, new)

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
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES))) as at:
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


@played
async def test_colours_can_be_left_out_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_of(OpenDoors(tmp_path, names=NAMES))
    async with driving(app) as at:
        await unlock(at)
        assert "○ No interview yet" in at.seen()
        for strip in at.screen._compositor.render_strips():
            for segment in strip:
                for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                    assert colour is None or colour.triplet is None or len(set(colour.triplet)) == 1


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


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@played
async def test_every_screen_shows_at_most_five_keys_and_hide_among_them(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES)), size) as at:
        await unlock(at)
        for keys in ((), ("enter",), ("o",)):
            await at.press(*keys)
            assert len(keys_shown(at)) <= 5 and "F9" in keys_shown(at)


@played
async def test_a_changed_key_works_and_the_old_one_no_longer_does(tmp_path: Path) -> None:
    app = app_of(OpenDoors(tmp_path, names=NAMES), settings=Settings(keys={"hide": "f12", "names": "z"}))
    async with driving(app) as at:
        await unlock(at)
        await at.press("f9", "v")
        assert type(at.screen) is CasesScreen and "Robin" not in at.seen()
        await at.press("z")
        await at.until_seen("Robin")
        assert "F12" in keys_shown(at)
        await at.press("f12")
        await at.until_on("CoverScreen")


def test_a_key_given_twice_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match="would do two things"):
        app_of(OpenDoors(tmp_path), settings=Settings(keys={"easy": "f9"}))


@played
async def test_help_names_the_screens_own_keys_and_closes_on_the_same_key(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES)), (120, 40)) as at:
        await unlock(at)
        await at.press("f1")
        await at.until_on("HelpScreen")
        await at.until_seen("Open a case for somebody.")
        await at.press("f1")
        await at.until_on("CasesScreen")


@played
async def test_help_now_says_so_where_the_cards_are_only_examples(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path)), (120, 40)) as at:
        await unlock(at)
        await at.press("f8")
        await at.until_seen("EXAMPLE ONLY")
        assert "Life or injury now" in at.seen() and "(example)" in at.seen()


@pytest.mark.parametrize("before", [("n",), ("f1",), ("f6",), ("ctrl+t",), ("ctrl+p",), ("enter", "o", "f2")])
@played
async def test_help_now_is_one_key_away_from_everywhere(tmp_path: Path, before: tuple[str, ...]) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES))) as at:
        await unlock(at)
        await at.press(*before)
        stood = type(at.screen).__name__
        await at.press("f8")
        await at.until_on("HelpNowScreen")
        await at.press("escape")
        await at.until_on(stood)


@played
async def test_help_now_before_unlocking_sends_for_staff(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path))) as at:
        await at.until_on("UnlockScreen")
        await at.press("f8")
        await at.until_seen("Get a member of staff now.")


@played
async def test_having_just_been_told_asks_nothing_and_keeps_nothing(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=NAMES)
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await at.press("enter", "o")
        await at.until_on("InterviewScreen")
        assert doors.casebook is not None
        before = doors.casebook.cases()
        await at.press("f6")
        await at.until_seen("Stop. Listen.")
        assert not at.screen.query("Input, TextArea, OptionList")
        await at.press("escape")
        await at.until_on("InterviewScreen")
        assert doors.casebook.cases() == before


@played
async def test_the_palette_holds_our_own_commands_only(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path)), (120, 60)) as at:
        await unlock(at)
        await at.press("ctrl+p")
        await at.until_seen("Help now (F8)")
        for word in ("Screenshot", "Theme", "Maximize", "Keys"):
            assert word not in at.seen()
        await at.type("new")
        await at.until(lambda: "Help now" not in at.seen())
        await at.press("enter")
        await at.until_on("NewCaseScreen")


@played
async def test_today_says_when_nothing_is_due(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES))) as at:
        await unlock(at)
        await at.press("ctrl+t")
        await at.until_seen("Nothing is due.")


@played
async def test_leaving_closes_the_vault(tmp_path: Path) -> None:
    app = app_of(OpenDoors(tmp_path))
    async with driving(app) as at:
        await unlock(at)
        await at.press("ctrl+q")
        await at.until(lambda: not app.is_running)
    assert app.return_code == 0
    assert sorted(file.name for file in (tmp_path / "vault").glob("*.db*")) == ["vault.db"]


def test_initials_stand_for_any_name() -> None:
    assert [initials(name) for name in ("Robin Example", "jo de la Cruz", "  ", "Ægir")] == ["R E", "J D L C", "", "Æ"]


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

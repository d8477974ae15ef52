"""What works on every screen: keys and the line that names them, help, help now, the palette, leaving."""

from pathlib import Path

import pytest

from bcst_tui.config import Settings
from bcst_tui.errors import ScriptError
from bcst_tui.tui.screens.cases import CasesScreen
from bcst_tui.tui.widgets.frame import KeyLine
from tests.tui.driving import Driver, driving, played
from tests.tui.rooms import OpenDoors, app_of, locked_app_of, unlock

NAMES = ("Robin Example", "Kit Placeholder")


def keys_shown(at: Driver) -> list[str]:
    return [key for key, _ in at.screen.query_one(KeyLine).shown_keys()]


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


@played
async def test_help_now_is_one_key_away_from_everywhere(tmp_path: Path) -> None:
    async with driving(app_of(OpenDoors(tmp_path, names=NAMES))) as at:
        await unlock(at)
        for before in (("n",), ("f1",), ("f6",), ("ctrl+t",), ("ctrl+p",), ("enter", "o", "f2")):
            await at.press(*before)
            stood = type(at.screen).__name__
            assert stood != "CasesScreen", before
            await at.press("f8")
            await at.until_on("HelpNowScreen")
            await at.press("escape")
            await at.until_on(stood)
            await at.press("escape")
            await at.until_on("CasesScreen" if len(before) == 1 else "InterviewScreen")


@played
async def test_help_now_before_unlocking_sends_for_staff(tmp_path: Path) -> None:
    async with driving(locked_app_of(OpenDoors(tmp_path))) as at:
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
async def test_leaving_closes_the_vault(tmp_path: Path) -> None:
    app = app_of(OpenDoors(tmp_path))
    async with driving(app) as at:
        await unlock(at)
        await at.press("ctrl+q")
        await at.until(lambda: not app.is_running)
    assert app.return_code == 0
    assert sorted(file.name for file in (tmp_path / "vault").glob("*.db*")) == ["vault.db"]


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

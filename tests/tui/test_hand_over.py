"""A case handed over, and one taken over, from the list of cases, window by window."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.tui.screens.cases import CasesScreen
from bcst_tui.tui.widgets.choosing import SayInALine
from bcst_tui.tui.widgets.line_input import LineInput
from tests.tui.driving import Driver, driving, played
from tests.tui.rooms import OpenDoors, app_of, unlock

HAND_OVER = "e"


async def chosen(at: Driver, asked: str, key: str) -> None:
    """Wait for these words, then press this key."""
    await at.until_seen(asked)
    await at.settled()
    await at.press(key)


async def entered(at: Driver, asked: str, words: str) -> None:
    """Wait for these words, write this in the place of what stands in the line, and go on."""
    await at.until_seen(asked)
    await at.until(lambda: isinstance(at.screen, SayInALine))
    at.screen.query_one(LineInput).value = words
    await at.press("enter")


@played
async def test_a_case_is_handed_over_and_taken_over_once_the_code_was_read_back(tmp_path: Path) -> None:
    """Each refusal is told where it happened, and nothing is written or taken over before the end."""
    doors = OpenDoors(tmp_path, names=("Robin Example",))
    async with driving(app_of(doors), (80, 24)) as at:
        await unlock(at)
        assert doors.casebook is not None
        key = doors.casebook.hand_over_key
        await at.press("m")
        await chosen(at, "What would you like to do?", HAND_OVER)
        await chosen(at, "Ask the person first", "2")
        await chosen(at, "what did they say the next worker may", "4")
        await chosen(at, "And their own words?", "1")
        await chosen(at, "How is the file to be locked?", "1")
        await entered(at, "Their key", "age1nothing")
        await entered(at, "That is not their key", key)
        await entered(at, "The folder to write it into", str(tmp_path / "nowhere"))
        await chosen(at, "choose another folder", "1")
        await entered(at, "The folder to write it into", str(tmp_path))
        await at.until_seen("Its code: ")
        [file] = tmp_path.glob("*.age")
        code = doors.casebook.arriving(file.read_bytes()).code
        await chosen(at, code, "enter")
        await at.until_on(CasesScreen)

        await at.press("q")
        await chosen(at, "Show my key", "2")
        await chosen(at, key, "enter")
        await at.until_on(CasesScreen)
        await at.press("q")
        await chosen(at, "Show my key", "1")
        await entered(at, "The file: type its path", str(tmp_path / "nowhere.age"))
        await chosen(at, "The file can't be read.", "1")
        await entered(at, "The file: type its path", str(file))
        await chosen(at, "Looked at, and not taken over yet", "2")
        await entered(at, "Type the code they read out", "0000 0000 0000")
        await chosen(at, "That is another code, so nothing was taken over.", "1")
        await entered(at, "Type the code they read out", code.upper())
        await chosen(at, "Taken over as BC-0002.", "enter")
        await at.until_on(CasesScreen)
        await at.until_seen("BC-0002")

"""The directory of services, what was passed on and part 1, by keyboard alone from the case menu."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.reference.service import Service
from bcst_tui.tui.widgets.keyed_list import LINE_KEYS, KeyedList
from tests.tui.driving import Driver, driving, played
from tests.tui.hostile import PAYLOADS
from tests.tui.rooms import OpenDoors, app_of, unlock

HOSTILE = f"[/][bold]x[/] {PAYLOADS[0]}"


def book(doors: OpenDoors) -> Casebook:
    assert doors.casebook is not None
    return doors.casebook


def lines_of(at: Driver) -> list[str]:
    """What the window on top offers, in view or further down."""
    return [line.label for found in at.screen.query(KeyedList) for line in found.lines]


async def pick(at: Driver, words: str) -> None:
    """Choose the line that holds these words in the window on top."""
    await at.until(lambda: any(words in line for line in lines_of(at)), words)
    window = at.screen
    place = next(place for place, line in enumerate(lines_of(at)) if words in line)
    await at.press(LINE_KEYS[place])
    await at.until(lambda: at.screen is not window)


async def say(at: Driver, words: str) -> None:
    await at.until_on("SayInALine")
    window = at.screen
    await at.press("ctrl+u")
    await at.type(words)
    await at.press("enter")
    await at.until(lambda: at.screen is not window)


@played
async def test_a_service_is_written_found_changed_and_retired(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=("Robin Example",))
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await at.press("m")
        await pick(at, "The directory of services")
        await at.until_on("ServicesScreen")
        await at.press("a")
        for words in (HOSTILE[:60], "a bed for some weeks", "Ring the front desk"):
            await say(at, words)
        await pick(at, "Takes people who use drugs")
        await pick(at, "No")
        await pick(at, "Retire it")
        await at.until_seen("Offer it again")
        await at.press("escape")
        await at.until_on("ServicesScreen")
        kept = [one.service for one in book(doors).services("bed weeks")]
        assert [(one.takes.drug_use, one.retired) for one in kept] == [("no", True)]
        await at.press("f")
        await say(at, "zzz")
        await at.until_seen("0 of")
        await at.press("f", "escape")
        await at.until(lambda: "0 of" not in at.seen())


@played
async def test_a_wrong_entry_is_told_and_changes_nothing(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=("Robin Example",))
    async with driving(app_of(doors)) as at:
        await unlock(at)
        added = book(doors).add_service("Alder House", "beds", "Ring")
        assert isinstance(added, Service)
        await at.press("m")
        await pick(at, "The directory of services")
        await at.until_on("ServicesScreen")
        await at.press("enter")
        await pick(at, "From age")
        await say(at, "old")
        await at.until_seen("Write an age in whole years")
        assert book(doors).service(added.id) == added


@played
async def test_staff_are_told_and_it_is_logged_with_day_and_time(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=("Robin Example",))
    async with driving(app_of(doors)) as at:
        await unlock(at)
        book(doors).begin(1)
        await at.press("m")
        await pick(at, "Tell prison staff or healthcare now")
        await pick(at, "Medicine missed")
        await pick(at, "Healthcare")
        await say(at, "1/1/2031 10:00")
        await at.until_seen("still to come")
        await say(at, "21/11/2026 09:30")
        await at.until_seen("Logged: 21 November 2026, 09:30: Medicine missed")
        await pick(at, "Add a need to the plan as well")
        await pick(at, "Health and people")
        await say(at, "Medicine in here")
        await say(at, "Missed it today")
        await pick(at, "The person, and it can't wait")
        await say(at, "Ask healthcare again")
        await at.until_on("CasesScreen")
        held = book(doors).open_sitting(1)
        assert held is not None
        assert "Medicine in here" in [need.title for need in book(doors).plan(held).needs]
        (logged,) = book(doors).hand_offs(1)
        assert (logged.what, logged.told_to, logged.at_time) == ("medicine_missed", "healthcare", "09:30")


@played
async def test_a_wrong_part_1_file_is_told_line_by_line_and_may_be_tried_again(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, names=("Robin Example",))
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("field,value\nfinished_on,31/2/2026\n", encoding="utf-8")
    async with driving(app_of(doors)) as at:
        await unlock(at)
        await at.press("m")
        await pick(at, "Part 1: from a file")
        await pick(at, "Read it from a file")
        await say(at, str(wrong))
        await at.until_seen("Nothing was taken over")
        await at.until_seen("Line 2, finished_on")
        await pick(at, "Try another file")
        await at.until_on("SayInALine")
        assert at.screen.query_one(Input).value == str(wrong)
        await at.press("escape")
        await at.until_on("CasesScreen")

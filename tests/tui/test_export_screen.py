"""Writing a copy: seen first, written where the worker says, never over another unasked, never unsafe unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from textual.widgets import Input, Static

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Preview, Reader
from bcst_tui.disclosure.sealing import Sealed
from bcst_tui.export.formats import FileFormat
from bcst_tui.reference.audience import AudienceCode
from bcst_tui.training.invented import WATERMARK
from bcst_tui.tui.screens.export import LARGE, READ, ExportScreen, what_next
from tests.export.private_cases import full_record
from tests.tui.driving import Driver, driving, played
from tests.tui.interviews import Around
from tests.tui.kept import homeless


async def see(driver: Driver, key: str) -> None:
    """Choose a reader, and see their copy."""
    await driver.until_on(ExportScreen)
    await driver.press(key)
    await driver.until(lambda: driver.screen.query_one("#ways").has_focus, "the copy and what can be done with it")
    await driver.settled()


async def write_to(driver: Driver, folder: Path) -> None:
    """Say which folder, without pressing Enter."""
    await driver.press("1")
    await driver.until(lambda: isinstance(driver.screen.focused, Input), "the folder")
    driver.screen.query_one(Input).value = str(folder)
    await driver.settled()


def test_who_asked_for_large_print_is_told_to_the_worker_and_not_by_the_paper() -> None:
    preview = Preview("CELL", "My plan", "a.md", "", "", is_large=True)
    assert what_next(preview) == f"{READ}\n{LARGE}"
    assert what_next(replace(preview, file_format="html")) == what_next(replace(preview, is_large=False)) == READ


def shown(driver: Driver) -> str:
    return str(driver.screen.query_one(".preview Static", Static).content)


async def choose(driver: Driver, key: str) -> None:
    await driver.until_on("ChooseOne")
    await driver.press(key)
    await driver.until_on(ExportScreen)


def written(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if one.suffix == ".md")


@played
async def test_the_preview_is_exactly_what_is_written(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(ExportScreen(casebook, sitting))) as driver:
            await see(driver, "1")
            preview = shown(driver)
            await write_to(driver, tmp_path)
            assert written(tmp_path) == []
            await driver.press("enter")
            await driver.until(lambda: written(tmp_path) == [f"TRAINING-{sitting.reference}-WK-2026-11-21.md"])
            await driver.until_seen("Written:")
            assert (tmp_path / written(tmp_path)[0]).read_text("utf-8") == preview


@played
async def test_the_own_copy_is_written_only_when_paper_is_safe(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(ExportScreen(casebook, sitting))) as driver:
            await see(driver, "2")
            await write_to(driver, tmp_path)
            await driver.until_seen("Is paper safe for you")
            for key in ("2", "escape"):
                await driver.press("enter")
                await choose(driver, key)
                await driver.until_seen("Nothing was written.")
            assert written(tmp_path) == []
            await driver.press("enter")
            await choose(driver, "1")
            await driver.until(lambda: written(tmp_path) == [f"TRAINING-{sitting.reference}-CELL-2026-11-21.md"])


@played
async def test_a_file_that_is_there_is_replaced_only_after_asking(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        there = tmp_path / f"TRAINING-{sitting.reference}-WK-2026-11-21.md"
        there.write_text("mine", "utf-8")
        async with driving(Around(ExportScreen(casebook, sitting))) as driver:
            await see(driver, "1")
            await write_to(driver, tmp_path)
            await driver.press("enter")
            await choose(driver, "1")
            await driver.until_seen("the file that is there stays")
            assert there.read_text("utf-8") == "mine"
            await driver.press("enter")
            await choose(driver, "2")
            await driver.until(lambda: there.read_text("utf-8") != "mine")


@played
async def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(ExportScreen(casebook, sitting))) as driver:
            await see(driver, "1")
            await write_to(driver, tmp_path / "nowhere")
            await driver.press("enter")
            await driver.until_seen("Make it first")


@played
async def test_a_folder_that_can_not_be_is_told(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        for impossible in (tmp_path / ("x" * 300), Path("~nobody-by-this-name/x")):
            async with driving(Around(ExportScreen(casebook, sitting))) as driver:
                await see(driver, "1")
                await write_to(driver, impossible)
                await driver.press("enter")
                await driver.until_seen("another")


@played
async def test_escape_goes_back_to_the_choice_and_then_off_the_screen(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(ExportScreen(casebook, sitting))) as driver:
            await see(driver, "1")
            await write_to(driver, tmp_path)
            await driver.press("escape")
            await driver.until(lambda: driver.screen.query_one("#ways").has_focus)
            await driver.press("escape")
            await driver.until_seen("Who is it for?")
            await driver.press("escape")
            await driver.until(lambda: not isinstance(driver.screen, ExportScreen))


@played
async def test_pages_of_the_preview_are_turned_by_keys(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(ExportScreen(casebook, sitting))) as driver:
            await see(driver, "1")
            await driver.press("pagedown")
            await driver.until(lambda: driver.screen.query_one(".preview").scroll_y > 0)


@played
async def test_a_page_is_shown_by_its_words_and_written_as_a_page(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(ExportScreen(casebook, sitting))) as driver:
            await see(driver, "1")
            await driver.press("2")
            await driver.until_seen("It is plain text")
            assert shown(driver).startswith(f"{WATERMARK}\n\nResettlement plan BC-0001\n====")
            await driver.press("2")
            await driver.until_seen("It is a web page")
            assert shown(driver) == casebook.preview(sitting, "WK", "html").seen
            await write_to(driver, tmp_path)
            await driver.press("enter")
            page = tmp_path / f"TRAINING-{sitting.reference}-WK-2026-11-21.html"
            await driver.until(page.exists)
            assert page.read_text("utf-8") == casebook.preview(sitting, "WK", "html").text


@played
async def test_a_reader_whom_nothing_allows_a_copy_is_told_in_a_sentence(tmp_path: Path) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        async with driving(Around(ExportScreen(casebook, sitting))) as driver:
            await driver.until_on(ExportScreen)
            assert driver.seen().count("not yet") == 3
            for key, why in (("6", "no consent on record"), ("8", "no gateway record"), ("9", "figures")):
                await driver.press(key)
                await driver.until_seen(why)
            assert driver.screen.query_one("#readers").has_focus


class Shelf:
    """A casebook that has one copy, with or without what the person ticks."""

    def readers(self, sitting: object) -> tuple[Reader, ...]:
        return tuple(Reader(code, code, "somebody", True) for code in ("WK", "CELL"))

    def recipients(self, sitting: object, audience: AudienceCode) -> tuple[()]:
        return ()

    def preview(
        self, sitting: object, audience: AudienceCode, form: FileFormat, ticked: frozenset[str], to: str
    ) -> Preview:
        words = "a place of my own" if ticked else "nothing"
        return Preview(audience, "Copy", "copy.md", words, words, form, ticked, ("goals_strengths",))


@played
async def test_what_the_person_wants_goes_in_when_they_tick_it_and_out_again(tmp_path: Path) -> None:
    sitting = cast(Any, SimpleNamespace(reference="BC-0001"))
    async with driving(Around(ExportScreen(cast(Casebook, Shelf()), sitting))) as driver:
        await see(driver, "2")
        for ticked in (False, True, False):
            await driver.until_seen("[x]" if ticked else "[ ]")
            assert shown(driver) == ("a place of my own" if ticked else "nothing")
            await driver.press("3")


@played
async def test_the_private_part_comes_along_when_asked_for_and_the_lead_may_keep_a_row_back(
    tmp_path: Path,
) -> None:
    with homeless(tmp_path) as (casebook, sitting):
        with casebook._vault.session() as records:
            records.private.keep(sitting.case_id, Sealed(replace(full_record(), kept_back=())))
        async with driving(Around(ExportScreen(casebook, sitting))) as driver:
            await see(driver, "1")
            assert "Told canary" not in shown(driver)
            await driver.press("escape")
            await driver.until(lambda: driver.screen.query_one("#readers").has_focus, "the readers")
            await driver.press("b")
            await driver.until_seen("[x]")
            await see(driver, "4")
            assert "Your resettlement plan" in shown(driver) and "Told canary" in shown(driver)
            await driver.press("4")
            await driver.until(lambda: "Told canary" not in shown(driver), "the row kept back")
            await driver.until_seen("Safeguarding lead")
        assert [one.row for one in casebook.private_view(sitting).record.kept_back] == ["help_now_log"]

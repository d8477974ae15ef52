"""Unlocking and setting up: the first screens, which stand before anything heavy is imported."""

import subprocess
import sys
from pathlib import Path

import pytest

from bcst_tui.errors import VaultInUse
from bcst_tui.tui.screens.setup import SetUp, quality
from bcst_tui.tui.screens.unlock import word_refused
from bcst_tui.tui.widgets.field import Field
from tests.tui.driving import Driver, driving, played
from tests.tui.rooms import PASSPHRASE, WORD, OpenDoors, locked_app_of

STRONG = "lamp river seven quiet stone"


async def fill_in(at: Driver, *lines: str) -> None:
    """Write each line and press Enter."""
    for line in lines:
        await at.type(line)
        await at.press("enter")


def text_of(at: Driver, name: str) -> str:
    return at.screen.query_one(f"#{name}", Field).text


@played
async def test_passphrase_and_word_open_the_cases(tmp_path: Path) -> None:
    async with driving(locked_app_of(OpenDoors(tmp_path))) as at:
        await at.until_on("UnlockScreen")
        await fill_in(at, PASSPHRASE, WORD)
        await at.until_on("CasesScreen")


@played
async def test_a_wrong_passphrase_is_told_in_place_and_can_be_tried_again(tmp_path: Path) -> None:
    async with driving(locked_app_of(OpenDoors(tmp_path))) as at:
        await at.until_on("UnlockScreen")
        await fill_in(at, "not this one", WORD)
        await at.until_seen("! That passphrase did not open the vault.")
        assert (text_of(at, "passphrase"), text_of(at, "word")) == ("", WORD)
        await fill_in(at, PASSPHRASE, "")
        await at.until_on("CasesScreen")


@played
async def test_a_vault_open_elsewhere_is_told_in_place(tmp_path: Path) -> None:
    trouble = VaultInUse("Another bcst has this vault open.", "Close it there first.")
    async with driving(locked_app_of(OpenDoors(tmp_path, trouble=trouble))) as at:
        await at.until_on("UnlockScreen")
        await fill_in(at, PASSPHRASE, WORD)
        await at.until_seen("Close it there first.")


@pytest.mark.parametrize("word", ["", "abc", "two words", PASSPHRASE.replace(" ", "-")])
@played
async def test_a_word_that_will_not_do_is_refused_before_anything_is_opened(tmp_path: Path, word: str) -> None:
    doors = OpenDoors(tmp_path)
    async with driving(locked_app_of(doors)) as at:
        await at.until_on("UnlockScreen")
        await fill_in(at, PASSPHRASE, word)
        await at.until_seen("! At least 4 letters or digits")
        assert doors.casebook is None


def test_the_word_is_not_the_passphrase() -> None:
    assert word_refused("Secret123", "secret123") and not word_refused("kestrel", "secret123")


@played
async def test_neither_secret_is_ever_on_the_screen(tmp_path: Path) -> None:
    async with driving(locked_app_of(OpenDoors(tmp_path))) as at:
        await at.until_on("UnlockScreen")
        await at.type(PASSPHRASE)
        await at.press("enter")
        await at.type(WORD)
        assert PASSPHRASE not in at.seen() and WORD not in at.seen()


@played
async def test_after_opening_no_field_holds_the_passphrase_any_more(tmp_path: Path) -> None:
    app = locked_app_of(OpenDoors(tmp_path))
    async with driving(app) as at:
        await at.until_on("UnlockScreen")
        await fill_in(at, PASSPHRASE, WORD)
        await at.until_on("CasesScreen")
        await at.until(lambda: not app.screen_stack[0].query(Field))


def test_a_message_with_a_secret_in_it_does_not_show_it() -> None:
    given = SetUp("the passphrase", "kestrel", "Sam", "worker", "Northgate", True, "lead", "duty")
    assert "passphrase" not in repr(given).replace("the passphrase", "!") and "kestrel" not in repr(given)


@played
async def test_the_first_start_asks_three_pages_and_makes_a_vault(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, set_up=False)
    async with driving(locked_app_of(doors)) as at:
        await at.until_on("SetupScreen")
        await fill_in(at, "Sam Ash", "resettlement worker", "Northgate", "y")
        await at.until_seen("page 2 of 3")
        await fill_in(at, "safeguarding lead", "duty manager", "age1mistyped")
        await at.until_seen("! That is not a key of age")
        at.screen.query_one("#lead_key", Field).line.clear()
        await fill_in(at, "")
        await at.until_seen("Press Enter once more")
        await fill_in(at, "")
        await at.until_seen("page 3 of 3")
        await fill_in(at, STRONG, STRONG, WORD)
        await at.until_on("CasesScreen")
    assert doors.created == SetUp(
        STRONG, WORD, "Sam Ash", "resettlement worker", "Northgate", True, "safeguarding lead", "duty manager"
    )


@played
async def test_a_line_left_empty_keeps_the_page(tmp_path: Path) -> None:
    async with driving(locked_app_of(OpenDoors(tmp_path, set_up=False))) as at:
        await at.until_on("SetupScreen")
        await fill_in(at, "")
        await at.until_seen("! This can't be left empty.")
        await fill_in(at, "Sam", "worker", "Northgate", "perhaps")
        await at.until_seen("! Write y for yes or n for no.")
        assert "page 1 of 3" in at.seen()


@played
async def test_two_different_passphrases_are_refused_and_nothing_is_made(tmp_path: Path) -> None:
    doors = OpenDoors(tmp_path, set_up=False)
    async with driving(locked_app_of(doors)) as at:
        await at.until_on("SetupScreen")
        await fill_in(at, "Sam", "worker", "Northgate", "n", "lead", "duty", "", "")
        await fill_in(at, STRONG, STRONG + "s")
        await at.until_seen("! These two are not the same.")
        assert doors.created is None


@played
async def test_escape_goes_back_a_page_and_keeps_what_was_written(tmp_path: Path) -> None:
    async with driving(locked_app_of(OpenDoors(tmp_path, set_up=False))) as at:
        await at.until_on("SetupScreen")
        await fill_in(at, "Sam", "worker", "Northgate", "y")
        await at.until_seen("page 2 of 3")
        await at.press("escape")
        await at.until_seen("page 1 of 3")
        assert text_of(at, "prison") == "Northgate"


@pytest.mark.parametrize(
    ("passphrase", "told"),
    [
        ("short", "Too short"),
        ("aaaaaaaaaaaaaaa", "Weak"),
        ("a dozen letters", "Fair"),
        (STRONG, "Strong"),
    ],
)
def test_the_quality_of_a_passphrase_is_told_in_words(passphrase: str, told: str) -> None:
    assert quality(passphrase).startswith(told)


def test_the_first_screen_is_imported_without_store_and_domain() -> None:
    code = "import sys, bcst_tui.tui.app; print([name for name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    for heavy in ("sqlmodel", "sqlalchemy", "pydantic", "sqlcipher3", "questionary", "bcst_tui.casebook"):
        assert f"'{heavy}'" not in told, heavy

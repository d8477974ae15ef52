"""What is on the screen stays there: crashes print none of it, and no text steers the terminal (goals 6, 7 and 8)."""

import os
import re
import sys
from pathlib import Path
from random import Random
from typing import Any

import pexpect  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widgets import Static

from bcst_tui.errors import VaultDamaged
from bcst_tui.text import clean
from bcst_tui.tui.safety import CRASH_EXIT, CRASH_SENTENCE, SafeApp, blanked, crash_code, crash_sentence
from tests.tui.all_screens import GONE_TO
from tests.tui.driving import driving, played
from tests.tui.hostile import CANARY, ENDS, PAYLOADS

needs_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")

ALLOWED = re.compile(
    r"\x1b\[[0-9;:]*m"  # colours and styles
    r"|\x1b\[[0-9]+;[0-9]+H|\x1b\[[0-9]*[ABCDK]|\x1b\[2K|\x1b\[H"  # where to write
    r"|\x1b\[\?(?:25|1000|1002|1003|1004|1006|1015|1016|1049|2004|2026|2048|7)[hl]"  # what Textual switches
    r"|\x1b\[\?(?:2026|2048)\$p|\x1b\[[<>][0-9]*u|\x1b\[0? ?q|\x1b\[c"  # what it asks for
    r"|\x1b\]22;[a-z]*(?:\x1b\\|\x07)"  # the shape of the pointer
    r"|\r|\n"
)


def started(program: str, *arguments: str | Path, size: tuple[int, int] = (24, 80)) -> Any:
    root = Path(__file__).parents[2]
    command = ["-m", f"tests.tui.{program}", *map(str, arguments)]
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
    environ = kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    terminal = pexpect.spawn(
        sys.executable, command, cwd=root, env=environ, encoding="utf-8", timeout=180, dimensions=size
    )
    terminal.delaybeforesend = None
    return terminal


def all_of(terminal: Any) -> str:
    """Everything that reached the terminal from the last match on."""
    terminal.expect(pexpect.EOF)
    terminal.close()
    return str(terminal.before)


@needs_a_terminal
def test_hostile_text_in_every_widget_reaches_the_terminal_as_text_only() -> None:
    terminal = started("hostile", size=(120, 250))
    shown = ""
    while not all(words in shown for words in ENDS):
        terminal.expect("|".join(ENDS))
        shown += f"{terminal.before}{terminal.after}"
    terminal.send("\x11")
    shown += all_of(terminal)
    assert untouched(shown) == [], re.findall(r"\x1b.{0,12}", ALLOWED.sub("", shown))[:5]


def test_the_last_line_of_a_crash_in_training_is_marked_and_names_its_own_command() -> None:
    assert crash_sentence(is_training=False) == CRASH_SENTENCE
    marked = crash_sentence(is_training=True)
    assert marked.startswith("[T] bcst stopped") and marked.endswith("start it again with bcst train.")


def untouched(shown: str) -> list[str]:
    """Characters that a terminal could obey and that are none of what Textual itself sends."""
    return [char for char in ALLOWED.sub("", shown) if not char.isprintable()]


@needs_a_terminal
def test_hostile_text_pasted_into_every_field_reaches_the_terminal_as_text_only(tmp_path: Path) -> None:
    shown = all_of(started("all_screens", "hostile", tmp_path))
    assert "went everywhere" in shown
    assert untouched(shown) == []


@needs_a_terminal
def test_a_crash_on_any_screen_tells_a_code_and_nothing_of_what_was_in_memory(tmp_path: Path) -> None:
    """P21: in a handler, a worker or a thread."""
    shown = all_of(started("all_screens", "crashes", tmp_path))
    left = re.sub(r"\x1b\[\?1049h.*?\x1b\[\?1049l", "", shown, flags=re.DOTALL)
    assert CANARY in shown, "it stood on the screens"
    assert CANARY not in left and "Traceback" not in left and "locals" not in left
    assert "frightened" in shown and "frightened" not in left
    for told, screen in zip(re.split(r"left \w+ with", left), GONE_TO, strict=False):
        plain = " ".join(told.split())
        assert CRASH_SENTENCE in plain and "Code: KeyError-" in plain, screen
        assert f"left {screen} with {CRASH_EXIT}" in left


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_terminal_could_obey_is_blanked(payload: str) -> None:
    assert blanked(payload).replace(" ", "").isprintable()


@given(st.text())
def test_blanking_keeps_every_width_and_all_that_is_harmless(text: str) -> None:
    after = blanked(text)
    assert cell_len(after) == cell_len(text)
    assert clean(after) == after and not {"\n", "\t"} & set(after)
    if text.isprintable():
        assert after == text


@settings(max_examples=200)
@given(st.text("[]/@=# redclick('\"\\)", max_size=30))
def test_brackets_are_shown_as_they_are(text: str) -> None:
    assert str(Static(text, markup=False).visual) == text


def test_twenty_thousand_strings_full_of_brackets_are_shown_as_they_are() -> None:
    dice = Random(20270301)
    parts = (
        "[",
        "]",
        "[/",
        "[red",
        "[@click=app.quit()",
        "=",
        "#fff",
        "\\",
        "\\[",
        "'",
        '"',
        " ",
        "(",
        ")",
        "link",
        "a",
    )
    for _ in range(200):
        text = "\n".join("".join(dice.choices(parts, k=dice.randint(1, 12))) for _ in range(100))
        assert str(Static(text, markup=False).visual) == text


class Copying(SafeApp):
    def compose(self) -> ComposeResult:
        yield Static("[redacted] [/] [@click=app.quit]x[/]", markup=False)


@played
async def test_markup_in_data_is_neither_obeyed_nor_lost() -> None:
    async with driving(Copying()) as at:
        await at.until_seen("[redacted] [/] [@click=app.quit]x[/]")


@played
async def test_nothing_can_be_copied_selected_or_pictured(tmp_path: Path) -> None:
    """P21."""
    app = Copying()
    async with driving(app):
        app.copy_to_clipboard(CANARY)
        assert app.clipboard == ""
        assert app.save_screenshot("picture.svg", str(tmp_path)) == ""
        assert app.deliver_screenshot(path=str(tmp_path)) is None
        assert list(tmp_path.iterdir()) == []
        assert not app.ALLOW_SELECT
        assert app.title == "bcst"


def test_a_crash_code_names_the_kind_and_the_place_and_nothing_said() -> None:
    try:
        clean(None)  # type: ignore[arg-type]
    except AttributeError as error:
        code = crash_code(error)
    assert re.fullmatch(r"AttributeError-text-[0-9]+", code)


@played
async def test_a_users_mishap_nobody_caught_is_told_with_its_own_exit() -> None:
    app: App[None] = Copying()
    with pytest.raises(VaultDamaged):
        async with driving(app):
            app._handle_exception(VaultDamaged("The vault is damaged.", "Use a backup."))
    assert app.return_code == VaultDamaged.exit_code

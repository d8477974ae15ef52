"""Whatever is asked of bcst, it ends with an exit code and, for a mistake, one line on stderr."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import bcst, modules_after


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_telling_what_there_is_imports_nothing_heavy(arguments: list[str]) -> None:
    loaded = modules_after(*arguments)
    assert not loaded & {"pydantic", "textual", "sqlmodel", "sqlalchemy", "questionary", "rich", "yaml"}


def test_checking_scripts_needs_no_screen_and_no_database() -> None:
    loaded = modules_after("scripts", "check")
    assert not loaded & {"textual", "sqlmodel", "sqlalchemy", "questionary", "rich"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["unheard-of"], "No such command"),
        (["--unheard-of"], "No such option"),
        (["--today", "soon"], "is not a date"),
        (["demo", "--today", "2027-02-30"], "is not a date"),
        (["replay"], "replay --template"),
        (["scripts", "graph", "--section", "money"], "is not a section"),
        (["--plain", "demo"], "--plain"),
    ],
)
def test_a_command_that_does_not_fit_is_told_in_one_line(arguments: list[str], said: str) -> None:
    ended = bcst(*arguments)
    assert ended.returncode == 2
    assert ended.stderr.startswith("bcst: ")
    assert said in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert ended.stdout == ""


def test_the_app_without_a_terminal_says_what_to_do_instead() -> None:
    ended = bcst()
    assert ended.returncode == 2
    assert ended.stderr == (
        "bcst: The app needs a terminal. Without one: bcst --plain asks in lines, bcst demo shows a plan.\n"
    )


def test_a_reader_who_goes_away_is_no_mistake() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bcst_tui", "scripts", "graph"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.wait()
    process.stderr.close()


def test_every_letter_reaches_a_console_of_another_encoding() -> None:
    ended = bcst("scripts", "coverage", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert ended.returncode == 0
    assert "£" in ended.stdout or "’" in ended.stdout or ended.stdout.isascii()


def test_a_bug_is_told_by_its_place_and_never_by_its_words(tmp_path: Path) -> None:
    program = (
        "import bcst_tui.cli.scripts as scripts\n"
        "def draw(*_): raise KeyError('ZARKOVIA')\n"
        "scripts.draw = draw\n"
        "from bcst_tui.cli.ending import run\nimport sys\nsys.exit(run(['scripts', 'graph']))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", cwd=os.getcwd())
    assert ended.returncode == 70
    assert "KeyError" in ended.stderr
    assert ended.stderr.count("ZARKOVIA") == 0

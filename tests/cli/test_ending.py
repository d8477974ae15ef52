"""Whatever is asked of bcst, it ends with an exit code and, for a mistake, one line on stderr."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock, patch

import pytest

from bcst_tui.cli import calibrating, scripts
from tests.cli.running import Ended, bcst, in_a_process, modules_after


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
        (["scripts", "graph", "--section", "weather"], "is not a section"),
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
    ended = in_a_process()
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


def test_no_letter_stops_a_console_of_another_encoding(tmp_path: Path) -> None:
    ended = in_a_process("demo", "--out", tmp_path, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert ended.returncode == 0, ended.stderr
    assert "─" in ended.stdout


def drawing_that(raises: BaseException) -> Ended:
    """`bcst scripts graph`, which meets this instead of a script."""
    with patch.object(scripts, "draw", Mock(side_effect=raises)):
        return bcst("scripts", "graph")


def test_a_bug_is_told_by_its_place_and_never_by_its_words() -> None:
    ended = drawing_that(KeyError("zarkovia"))
    assert ended.returncode == 70
    assert "KeyError" in ended.stderr
    assert "zarkovia" not in ended.stderr


def test_a_bug_in_training_is_told_in_marked_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibrating, "calibrate", Mock(side_effect=KeyError("zarkovia")))
    ended = bcst("train", "calibrate")
    lines = ended.stderr.splitlines()
    assert ended.returncode == 70 and "[T] KeyError" in lines and "zarkovia" not in ended.stderr
    assert all(line.startswith("[T] ") for line in lines)


def test_a_full_disk_is_told_in_one_line() -> None:
    program = (
        "import sys\nimport bcst_tui.cli.scripts as scripts\nfrom bcst_tui.cli.ending import run\n"
        "def draw(*_): raise OSError(28, 'No space left on device')\n"
        "scripts.draw = draw\nsys.exit(run(['scripts', 'graph']))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8")
    assert (ended.returncode, ended.stderr) == (1, "bcst: Reading or writing failed: no space left on device.\n")


def test_ctrl_c_ends_quietly() -> None:
    ended = drawing_that(KeyboardInterrupt())
    assert (ended.returncode, ended.stderr.strip()) == (130, "")

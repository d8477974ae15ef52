"""`bcst train calibrate`, and turns shown at a terminal: marked, with nothing kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcst_tui.cli.slides import filled
from bcst_tui.errors import ScriptError
from bcst_tui.training.invented import IN_LINES, WATERMARK
from bcst_tui.training.presenting import Frame
from tests.cli.running import bcst


def shown(*words: str, folder: Path) -> tuple[str, str]:
    ended = bcst("train", "--folder", folder, "calibrate", *words)
    lines = ended.stdout.splitlines()
    assert ended.returncode == 0 and not lines[1:] or lines[0] == lines[-1] == WATERMARK
    assert all(line.startswith(IN_LINES) for line in ended.stderr.splitlines())
    return ended.stdout, ended.stderr


@pytest.fixture(autouse=True)
def nobodys_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BCST_CONFIG", str(tmp_path / "config"))


def test_a_rater_watches_ticks_and_hears_how_far_they_agree_and_no_folder_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "training"
    assert "C1  TRN-007" in shown(folder=folder)[0]
    watched, then = shown("C1", folder=folder)
    assert watched.count(WATERMARK) == 28 and "16. Close" in watched and "--row 7=2:T9" in then
    told, whose = shown("C1", "--row", "4=2:T5", "--row", "7=1:thank you", "--row", "8=1", folder=folder)
    assert "You agree on 1 of 7 rows: 14 %." in told and "you 1, mixed; agreed 2, all" in told
    assert "Row 8 has neither" in whose and "a proposal" in whose
    assert not folder.exists()


def test_a_recording_there_is_not_is_told_so() -> None:
    ended = bcst("train", "calibrate", "C9")
    assert ended.returncode == ScriptError.exit_code and "There are: C1, C2, C3." in ended.stderr


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40)])
def test_a_turn_fills_the_terminal_between_the_two_marks(columns: int, lines: int) -> None:
    screen = list(filled("TRN-007, seed 41", Frame(3, ("Worker: “Is it just us?”",), ("a1 yes",)), columns, lines))
    assert len(screen) == lines and max(map(len, screen)) <= columns
    assert screen[0].strip() == screen[-1].strip() == WATERMARK
    assert any(line.strip() == "Worker: “Is it just us?”" for line in screen)

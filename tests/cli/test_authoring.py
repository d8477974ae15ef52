"""`bcst train new|lint|walk|slip|card`: what a trainer gets to read. No vault is opened for any of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcst_tui.config import read_folder, shipped
from bcst_tui.errors import UsageError
from bcst_tui.training.invented import WATERMARK
from tests.cli.running import bcst

ANSWERS = "\n".join(
    (
        *("A1234BC", "TRN-007", "TRN-900", "A first try", "", "Mira at A1234BC", "Mira Larkspur", "Nothing to tell."),
        *("", "31. Ten weeks.", "woman", "31", "", "2"),
        *("c02b_where_on_release", "My sister's.", "sisters", "family", "c02z_nowhere", "", ""),
    )
)


def shown(*arguments: str | Path, typed: str = "") -> tuple[int, str, str]:
    ended = bcst("train", *arguments, typed=typed)
    return ended.returncode, ended.stdout, ended.stderr


@pytest.fixture(autouse=True)
def nobodys_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BCST_CONFIG", str(tmp_path / "config"))


def test_a_new_person_is_asked_for_question_by_question_and_has_nothing_to_mend(tmp_path: Path) -> None:
    code, out, err = shown("new", typed=ANSWERS)
    file = tmp_path / "config" / "local" / "interview_scripts" / "mock" / "TRN-900.yaml"
    assert code == 0 and out.splitlines()[-1].endswith(str(file))
    assert "nobody else's" in err and "looks like a prison number" in err and "There is no such step." in err
    assert shown("lint", file) == (0, f"{WATERMARK}\n{WATERMARK}\n", "[T] 1 read: no to mend, no to think about.\n")


def test_a_file_that_is_there_already_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "TRN-900.yaml"
    file.write_text("mine", encoding="utf-8")
    code, _, err = shown("new", "--out", tmp_path, typed=ANSWERS)
    assert code == UsageError.exit_code and "is there already" in err
    assert file.read_text(encoding="utf-8") == "mine"


def test_lint_names_file_and_line_and_ends_with_3(tmp_path: Path) -> None:
    text = read_folder(shipped("interview_scripts") / "mock")["TRN-007.yaml"]
    file = tmp_path / "TRN-007.yaml"
    file.write_text(text.replace("answer: friend", "answer: mate"), encoding="utf-8")
    code, out, _ = shown("lint", file)
    assert code == 3
    assert "TRN-007.yaml:" in out and "can't be answered with `mate`" in out


def test_the_slip_table_and_the_card_carry_the_watermark() -> None:
    for told in (shown("slip", "TRN-007")[1], shown("card", "TRN-007", "--seed", "41")[1]):
        assert told.count(WATERMARK) == 2 and "training: true" in told


def test_the_walk_of_a_person_tells_every_ending(tmp_path: Path) -> None:
    file = tmp_path / "TRN-900.yaml"
    shown("new", "--out", tmp_path, typed=ANSWERS)
    code, out, _ = shown("walk", file)
    assert code == 0 and "  nothing told\n" in out and "asked to stop" in out


def test_a_person_there_is_not_is_told_so() -> None:
    code, _, err = shown("slip", "TRN-999")
    assert code == 3 and "no persona TRN-999" in err

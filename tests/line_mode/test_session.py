"""A whole session of `bcst --plain`: set-up, unlocking, cases, the plan and a copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcst_tui.disclosure.cover import timetable
from bcst_tui.errors import BcstError, WrongPassphrase
from bcst_tui.line_mode.prompts import cover_first
from bcst_tui.line_mode.session import run
from tests.line_mode.conftest import Typed
from tests.line_mode.typing import MONDAY, NEW_CASE, PASSPHRASE, SET_UP, WORD

OPENS = (PASSPHRASE, WORD)


def session(folder: Path, *lines: str) -> Typed:
    terminal = Typed(list(lines))
    assert run(folder / "vault", {"BCST_CONFIG": str(folder)}, MONDAY, terminal) == 0
    return terminal


@pytest.fixture(scope="module")
def set_up(passphrases_soon_tried: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault made in line mode, with one case, left at its first question."""
    folder = tmp_path_factory.mktemp("session")
    session(folder, *SET_UP, *NEW_CASE, "1", "2")
    return folder


def test_what_was_not_finished_is_offered_at_the_start(set_up: Path) -> None:
    assert "Not finished: BC-0001, saved" in session(set_up, *OPENS, "3").all_told


def test_a_wrong_passphrase_may_be_tried_again(set_up: Path) -> None:
    terminal = session(set_up, "not this one, no", *OPENS, "3")
    assert any(told.startswith("! That passphrase") for told in terminal.told)
    assert "Cases" in terminal.told


def test_after_three_wrong_passphrases_it_ends(set_up: Path) -> None:
    with pytest.raises(WrongPassphrase):
        session(set_up, "no", "no", "no")


def test_the_plan_is_shown_and_a_copy_written_after_it_was_seen(set_up: Path, tmp_path: Path) -> None:
    terminal = session(set_up, *OPENS, "1", "3", "1", "4", "1", "1", str(tmp_path), "5", "3")
    assert "Needs:" in terminal.told
    (written,) = tmp_path.iterdir()
    assert written.read_text(encoding="utf-8") in terminal.told
    assert written.name == "TRAINING-BC-0001-WK-2026-11-23.md"


def test_the_private_part_comes_along_in_lines_only_when_asked_for(set_up: Path, tmp_path: Path) -> None:
    keeps_back_and_goes_on = ("2", "5")
    terminal = session(set_up, *OPENS, "1", "4", "11", "4", *keeps_back_and_goes_on, "1", str(tmp_path), "5", "3")
    (written,) = tmp_path.iterdir()
    assert written.name == "TRAINING-BC-0001-FULL-2026-11-23.md" and "People and safety" in written.read_text("utf-8")
    assert any("Kept back: Help-now log" in told for told in terminal.told)


def test_the_persons_copy_is_written_only_where_paper_is_safe(set_up: Path, tmp_path: Path) -> None:
    session(set_up, *OPENS, "1", "4", "2", "1", "2", "5", "3")
    assert list(tmp_path.iterdir()) == []


def test_a_reader_whom_nothing_allows_a_copy_is_told_why(set_up: Path) -> None:
    terminal = session(set_up, *OPENS, "1", "4", "6", "5", "3")
    assert any(told.startswith("! General referral: no consent on record") for told in terminal.told)


def test_a_folder_that_is_not_there_is_told_and_nothing_ends(set_up: Path, tmp_path: Path) -> None:
    terminal = session(set_up, *OPENS, "1", "4", "1", "1", str(tmp_path / "nowhere"), "5", "3")
    assert any(told.startswith("! The folder") for told in terminal.told)
    assert terminal.waiting == []


def test_a_case_that_can_not_be_opened_is_told(set_up: Path) -> None:
    terminal = session(set_up, *OPENS, "2", "Ash Invented", "", "not a number", "", "2", "3")
    assert any(told.startswith("! A prison number looks like") for told in terminal.told)


def test_set_up_takes_no_empty_name_and_no_weak_passphrase(tmp_path: Path) -> None:
    terminal = session(tmp_path, "", *SET_UP[:-3], "short", PASSPHRASE, "another one entirely")
    assert "! This can't be left empty." in terminal.told
    assert any(told.startswith("! Too short yet") for told in terminal.told)
    assert "! These two are not the same." in terminal.told
    assert not (tmp_path / "vault").exists(), "nothing is made before the set-up is whole"


def test_the_settings_hold_in_lines_too(set_up: Path, tmp_path: Path) -> None:
    (set_up / "settings.toml").write_text("easy_words = true\n", encoding="utf-8")
    try:
        assert "Standard words." in session(set_up, *OPENS, "1", "1", "easy", "stop", "5", "3").all_told
    finally:
        (set_up / "settings.toml").unlink()
    (tmp_path / "settings.toml").write_text('theme = "pink"\n', encoding="utf-8")
    with pytest.raises(BcstError, match="`theme` is not a theme"):
        session(tmp_path)


def test_hiding_anywhere_waits_for_the_short_word_and_three_wrong_ones_end_it(set_up: Path) -> None:
    """P20, P45."""
    terminal = session(set_up, *OPENS, "hide", "", "wrong", WORD.upper(), "3")
    assert terminal.covered == 2 and timetable() in terminal.told and not terminal.waiting
    assert session(set_up, *OPENS, "hide", "", "3", "4", WORD, "3").waiting == [WORD, "3"]


def test_where_bcst_was_cut_off_the_cover_comes_first_until_enter(tmp_path: Path) -> None:
    (tmp_path / "vault.db-wal").write_bytes(b"not brought home")
    terminal = Typed([""])
    cover_first(terminal, tmp_path)
    assert terminal.told == [timetable(), ""] and terminal.covered == 2

"""`bcst doctor` names versions, folders and layers, and says what is missing before real use."""

from pathlib import Path

from bcst_tui.config import read_folder, shipped
from tests.cli.running import bcst


def test_it_says_that_the_words_wait_for_review_and_which_cards_are_empty(tmp_path: Path) -> None:
    told = bcst("doctor", BCST_CONFIG=str(tmp_path), BCST_VAULT=str(tmp_path / "vault"))
    assert told.returncode == 0, told.stderr
    assert "wait for review by specialists and by people with lived experience" in told.stdout
    assert "still to fill in: Life or injury now" in told.stdout
    for part in ("Python", "Textual", "SQLite", "SQLCipher"):
        assert f"\n{part} " in told.stdout
    assert "this will not do" not in told.stdout
    assert f"{tmp_path / 'vault'} (not there)" in told.stdout
    assert "asked for when the vault is made" in told.stdout


def test_it_tells_your_own_files_from_those_that_came_with_bcst(tmp_path: Path) -> None:
    own = tmp_path / "local" / "data"
    own.mkdir(parents=True)
    cards = read_folder(shipped("data"))["contact_cards.yaml"]
    filled = cards.replace("  dummy: yes\n", "").replace("Fill in here", "Desk").replace('"0000"', '"1234"')
    (own / "contact_cards.yaml").write_text(filled, encoding="utf-8")
    told = bcst("doctor", BCST_CONFIG=str(tmp_path), BCST_VAULT=str(tmp_path / "vault")).stdout.splitlines()
    layers = {line.split()[0]: line for line in told if line}
    assert "your own" in layers["contact_cards.yaml"] and "came with bcst" in layers["labels.yaml"]
    assert "all filled in" in next(line for line in told if line.startswith("contact cards"))

"""`bcst keys`, `bcst lead` and `bcst hand-over`: who may open what, and a case on its way."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pyrage  # type: ignore[import-untyped]
import pytest

from bcst_tui.casebook.opening import create_casebook, surroundings
from bcst_tui.casebook.values import NewCase, Profile
from bcst_tui.interview.answer import Rejection
from tests.cli.running import Ended, bcst

PASSPHRASE = "seven invented words for nobody at all"
OTHER = "another seven invented words for somebody"
LEAD = pyrage.x25519.Identity.generate()
PROFILE = Profile("Wren Invented", "resettlement worker", "HMP Nowhere", True, "safeguarding lead", "duty manager")
TODAY = date(2026, 11, 23)

pytestmark = pytest.mark.usefixtures("passphrases_tried_at_once")


class Desk:
    """One vault with a case that has been begun, and commands on it."""

    def __init__(self, made: Path, folder: Path) -> None:
        shutil.copytree(made, folder / "v")
        self.folder = folder
        self.config = {"BCST_CONFIG": str(folder / "c")}
        self.lead = self.holds("lead", str(LEAD))

    def holds(self, name: str, line: str) -> Path:
        file = self.folder / name
        file.write_text(f"{line}\n")
        return file

    def __call__(self, *words: str | Path, passphrase: str = PASSPHRASE) -> Ended:
        opens = self.holds("p", passphrase)
        vault = ("--vault", self.folder / "v", "--passphrase-file", opens)
        return bcst(*words[:2], *vault, *words[2:], **self.config)

    def doctor(self) -> str:
        return bcst("doctor", "--vault", self.folder / "v", **self.config).stdout


@pytest.fixture(scope="module")
def made(passphrases_tried_at_once: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two such vaults, closed: one here, one in another prison."""
    folder = tmp_path_factory.mktemp("keys")
    around = surroundings({"BCST_CONFIG": str(folder / "c")}, TODAY)
    for name in ("here", "there"):
        casebook = create_casebook(folder / name, PASSPHRASE, PROFILE, around, str(LEAD.to_public()))
        case = casebook.add_case(NewCase("Ash Invented", prison_number="TRN-001", birth_date="12/3/1990"))
        assert not isinstance(case, Rejection)
        casebook.begin(case.case_id)
        casebook.close()
    return folder / "here", folder / "there"


@pytest.fixture
def desk(made: tuple[Path, Path], tmp_path: Path) -> Desk:
    return Desk(made[0], tmp_path)


def test_a_forgotten_passphrase_is_recovered_and_the_lead_opens_the_private_part_again(desk: Desk) -> None:
    """P47."""
    code = desk("keys", "recovery-code")
    assert code.returncode == 0 and code.stdout.strip() not in code.stderr
    new = ("--new-passphrase-file", desk.holds("n", OTHER))
    where = ("--vault", desk.folder / "v", "--code-file", desk.holds("c.txt", code.stdout.strip().lower()))
    recovered = bcst("keys", "recover", *where, *new, **desk.config)
    assert recovered.returncode == 0 and "bcst lead open-again" in recovered.stderr
    shut = desk("hand-over", "key", passphrase=OTHER)
    assert shut.returncode == 1 and "private part is shut" in shut.stderr
    opened = desk("lead", "open-again", "--key", desk.lead, passphrase=OTHER)
    assert (opened.returncode, opened.stdout) == (0, ""), opened.stderr
    assert desk("hand-over", "key", passphrase=OTHER).stdout.startswith("age1")


def test_new_keys_bring_another_code_and_another_key_for_hand_over(desk: Desk) -> None:
    code, key = desk("keys", "recovery-code").stdout, desk("hand-over", "key").stdout
    renewed = desk("keys", "renew")
    assert renewed.returncode == 0 and renewed.stdout not in ("", code), renewed.stderr
    assert desk("hand-over", "key").stdout not in ("", key)
    assert desk("lead", "show").stdout.strip() == str(LEAD.to_public())


def test_a_damaged_vault_goes_back_to_its_last_backup_by_one_command(desk: Desk) -> None:
    asked = ("restore", "--vault", desk.folder / "v", "--passphrase-file", desk.holds("p", PASSPHRASE))
    refused = bcst(*asked, **desk.config)
    assert refused.returncode == 6 and "sound" in refused.stderr
    (desk.folder / "v" / "vault.db").write_bytes(b"")
    restored = bcst(*asked, **desk.config)
    assert (restored.returncode, restored.stdout) == (0, "") and "is kept in" in restored.stderr
    assert desk("lead", "show").stdout.strip() == str(LEAD.to_public())


def test_the_lead_reads_only_where_it_is_asked_for_with_a_reason_and_it_is_noted(desk: Desk) -> None:
    asked = ("lead", "read", "BC-0001", "--reason", "child", "--key", desk.lead)
    refused = desk(*asked, "--told")
    assert refused.returncode == 2 and "--out FOLDER" in refused.stderr
    refused = desk(*asked, "--preview")
    assert refused.returncode == 2 and "say why not" in refused.stderr and refused.stdout == ""
    shown = desk(*asked, "--told", "--preview", "--today", "2026-11-23")
    assert shown.returncode == 0 and "BC-0001" in shown.stdout and "noted" in shown.stderr


def test_a_key_is_set_shown_and_taken_away_and_a_wrong_one_is_told(desk: Desk) -> None:
    assert desk("lead", "show").stdout.strip() == str(LEAD.to_public())
    assert "not a key of age" in desk("lead", "set", "age1mistyped").stderr
    assert f"set, it ends in {str(LEAD.to_public())[-6:]}" in desk.doctor()
    assert "Nobody can get it back" in desk("lead", "set", "--none").stderr
    assert "none: `bcst lead set` takes one" in desk.doctor()
    assert desk("lead", "show").stdout == ""


def test_a_case_goes_from_one_vault_to_the_next_once_the_codes_are_the_same(
    desk: Desk, made: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "there").mkdir()
    there = Desk(made[1], tmp_path / "there")
    key = there("hand-over", "key").stdout.strip()
    sent = desk("hand-over", "write", "BC-0001", "--agreed", "none", "--to", key, "--out", tmp_path)
    assert sent.returncode == 0, sent.stderr
    file = Path(sent.stdout.strip())
    looked = there("hand-over", "read", file)
    assert "Ash Invented, from Wren Invented" in looked.stderr and looked.stdout == ""
    code = looked.stderr.split("Code: ")[1][:14]
    assert code in sent.stderr
    wrong = there("hand-over", "read", file, "--code", "0000 0000 0000")
    assert wrong.returncode == 2 and "another code" in wrong.stderr
    assert there("hand-over", "read", file, "--code", code).stdout == "BC-0001\n", "they had a case there"

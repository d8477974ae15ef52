"""`bcst export`: one document for one reader, and the passphrase never where others could see it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bcst_tui.casebook.consent_values import Wish
from bcst_tui.casebook.opening import create_casebook, surroundings
from bcst_tui.casebook.values import NewCase, Profile
from bcst_tui.cli.commands import READERS
from bcst_tui.cli.exporting import CODES, export_with_private
from bcst_tui.errors import BcstError
from bcst_tui.interview.answer import Rejection
from bcst_tui.reference.audience import AUDIENCES
from tests.cli.running import Ended, bcst

PASSPHRASE = "seven invented words for nobody at all"
PROFILE = Profile("Wren Invented", "resettlement worker", "HMP Nowhere", True, "safeguarding lead", "duty manager")


@pytest.fixture(scope="module")
def vault(passphrases_soon_tried: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One case with a sitting begun, BC-0001, one without, and BC-0003, who agreed that a debt adviser is told."""
    folder = tmp_path_factory.mktemp("export") / "vault"
    around = surroundings({"BCST_CONFIG": str(folder.parent)}, date(2026, 11, 23))
    casebook = create_casebook(folder, PASSPHRASE, PROFILE, around)
    first = casebook.add_case(NewCase("Ash Invented", prison_number="TRN-001"))
    second = casebook.add_case(NewCase("Robin Invented", prison_number="TRN-002"))
    assert not isinstance(first, Rejection) and not isinstance(second, Rejection)
    casebook.begin(first.case_id)
    agreed = casebook.add_case(NewCase("Sky Invented", prison_number="TRN-003"))
    assert not isinstance(agreed, Rejection)
    casebook.begin(agreed.case_id)
    wish = Wish("debt_advice", "given", {"identity": 1, "money": 2}, given_how="spoken")
    assert not isinstance(casebook.decide(agreed.case_id, wish), Rejection)
    casebook.close()
    return folder


def exported(vault: Path, *arguments: str | Path, typed: str = PASSPHRASE + "\n") -> Ended:
    options = ("--vault", vault, "--today", "2026-11-23", "--passphrase-file", "-")
    return bcst("export", *arguments, *options, typed=typed)


def test_a_preview_is_the_document_and_writes_nothing(vault: Path, tmp_path: Path) -> None:
    ended = exported(vault, "BC-0001", "--audience", "worker", "--preview", "--out", tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert "\n# Resettlement plan BC-0001\n" in ended.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_document_is_written_once_and_over_itself_only_when_asked(vault: Path, tmp_path: Path) -> None:
    ended = exported(vault, "bc-0001", "--audience", "own", "--out", tmp_path)
    written = tmp_path / "TRAINING-BC-0001-CELL-2026-11-23.md"
    assert (ended.returncode, ended.stdout) == (0, f"{written}\n"), ended.stderr
    assert exported(vault, "BC-0001", "--audience", "own", "--out", tmp_path).returncode == 8
    assert exported(vault, "BC-0001", "--audience", "own", "--out", tmp_path, "--overwrite").returncode == 0


def test_a_copy_is_written_as_a_page_or_printed_as_plain_text(vault: Path, tmp_path: Path) -> None:
    ended = exported(vault, "BC-0001", "--audience", "own", "--format", "html", "--out", tmp_path)
    assert ended.returncode == 0, ended.stderr
    page = (tmp_path / "TRAINING-BC-0001-CELL-2026-11-23.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    shown = exported(vault, "BC-0001", "--audience", "own", "--format", "txt", "--preview")
    assert "\nMy plan\n=======" in shown.stdout


def test_every_reader_of_the_matrix_can_be_named() -> None:
    assert tuple(CODES) == READERS
    assert sorted(CODES.values()) == sorted(AUDIENCES)


def test_a_reader_whom_nothing_allows_a_copy_is_refused_in_a_sentence(vault: Path, tmp_path: Path) -> None:
    ended = exported(vault, "BC-0001", "--audience", "referral", "--out", tmp_path)
    assert (ended.returncode, "no consent on record" in ended.stderr) == (8, True), ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_copy_goes_to_the_agency_that_was_agreed_to_and_to_no_other(vault: Path, tmp_path: Path) -> None:
    def referral(*to: str) -> Ended:
        return exported(vault, "BC-0003", "--audience", "referral", *to, "--out", tmp_path)

    asked = referral()
    assert (asked.returncode, "--to debt_advice" in asked.stderr) == (2, True), asked.stderr
    refused = referral("--to", "employer")
    assert (refused.returncode, "Nothing allows" in refused.stderr) == (8, True), refused.stderr
    assert list(tmp_path.iterdir()) == []
    written = referral("--to", "debt_advice")
    assert written.returncode == 0, written.stderr
    assert "Sky Invented" in Path(written.stdout.strip()).read_text(encoding="utf-8")


def test_a_passphrase_can_come_from_a_file(vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    arguments = ("export", "BC-0001", "--audience", "own", "--preview", "--passphrase-file", file)
    assert bcst(*arguments, BCST_VAULT=str(vault)).returncode == 0


def test_a_wrong_passphrase_is_told_and_never_repeated(vault: Path) -> None:
    ended = exported(vault, "BC-0001", "--audience", "own", "--preview", typed="ZARKOVIA\n")
    assert ended.returncode == 4
    assert ended.stdout == ""
    assert "ZARKOVIA" not in ended.stderr


def test_a_case_that_is_not_there_is_told(vault: Path) -> None:
    ended = exported(vault, "BC-0099", "--audience", "own")
    assert (ended.returncode, "There is no case BC-0099." in ended.stderr) == (2, True)


def test_a_case_without_an_interview_has_nothing_to_export(vault: Path) -> None:
    ended = exported(vault, "BC-0002", "--audience", "own")
    assert (ended.returncode, "no interview yet" in ended.stderr) == (8, True)


def test_without_a_terminal_the_passphrase_is_never_waited_for(vault: Path) -> None:
    ended = bcst("export", "BC-0001", "--audience", "own", "--vault", vault)
    assert (ended.returncode, "--passphrase-file" in ended.stderr) == (2, True)


def test_no_vault_no_document(tmp_path: Path) -> None:
    ended = exported(tmp_path / "nowhere", "BC-0001", "--audience", "own")
    assert (ended.returncode, "There is no vault" in ended.stderr) == (6, True)
    assert not (tmp_path / "nowhere").exists()


def test_a_reader_nobody_knows_is_told(vault: Path) -> None:
    ended = exported(vault, "BC-0001", "--audience", "press")
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1


def slipped(vault: Path, *arguments: str | Path) -> Ended:
    options = ("--vault", vault, "--today", "2026-11-23", "--passphrase-file", "-")
    return bcst("slip", *arguments, *options, typed=PASSPHRASE + "\n")


def test_a_slip_is_printed_written_and_refused_by_the_same_command(vault: Path, tmp_path: Path) -> None:
    shown = slipped(vault, "BC-0002", "--day", "27/11/2026", "--time", "14:30", "--no-name", "--preview")
    assert shown.returncode == 0, shown.stderr
    assert "Time: 14:30" in shown.stdout and "Robin" not in shown.stdout
    written = slipped(vault, "BC-0002", "--day", "27/11/2026", "--out", tmp_path)
    assert written.stdout == f"{tmp_path / 'BC-0002-slip-2026-11-23.txt'}\n"
    for arguments, code in ((("BC-0002",), 8), (("BC-0099", "--day", "27/11/2026"), 2)):
        assert slipped(vault, *arguments, "--out", tmp_path).returncode == code


@pytest.mark.parametrize(
    ("named", "said", "remedy"),
    [
        (("overwrite",), "goes without --overwrite.", "Leave it out; bcst asks, also before it writes over a file."),
        (("file_format", "preview"), "goes without --format, --preview.", "Leave them out; bcst asks."),
        (("to",), "goes without --to: what is typed here may be kept by the shell.", "Leave it out; bcst asks."),
    ],
)
def test_what_goes_not_with_the_private_part_is_refused_for_what_it_is(
    named: tuple[str, ...], said: str, remedy: str
) -> None:
    with pytest.raises(BcstError) as refused:
        export_with_private({}, None, None, "BC-0001", named, None)
    assert (refused.value.message, refused.value.remedy) == (f"--with-private {said}", remedy)


def test_with_the_private_part_nothing_is_named_on_the_line_and_all_of_it_is_asked_and_shown(
    vault: Path, tmp_path: Path
) -> None:
    """What is typed after a command stays in the shell's history; the paper is the very one of the screen."""
    ended = exported(vault, "BC-0001", "--with-private", "--audience", "worker", "--format", "txt")
    assert (ended.returncode, "without --audience, --format" in ended.stderr) == (2, True), ended.stderr
    assert exported(vault, "BC-0001").returncode == 2
    typed = f"{PASSPHRASE}\n1\n1\n{tmp_path}\n\n"
    ended = exported(vault, "BC-0001", "--with-private", typed=typed)
    assert ended.returncode == 0, ended.stderr
    [written] = tmp_path.iterdir()
    assert written.read_text(encoding="utf-8").strip() in ended.stdout and "People and safety" in ended.stdout
    assert exported(vault, "BC-0001", "--with-private").returncode == 0 and len(list(tmp_path.iterdir())) == 1

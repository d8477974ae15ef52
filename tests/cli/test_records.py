"""`bcst part-one` and `bcst services`: files read into the vault, or refused line by line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bcst_tui.casebook.opening import create_casebook, surroundings
from bcst_tui.casebook.values import NewCase, Profile
from bcst_tui.interview.answer import Rejection
from tests.cli.running import Ended, bcst
from tests.packaging.test_docs import ROOT

PASSPHRASE = "seven invented words for nobody at all"
PROFILE = Profile("Wren Invented", "resettlement worker", "HMP Nowhere", True, "safeguarding lead", "duty manager")
DOC = (ROOT / "docs" / "part_one.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def vault(passphrases_soon_tried: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("records") / "vault"
    casebook = create_casebook(
        folder, PASSPHRASE, PROFILE, surroundings({"BCST_CONFIG": str(folder.parent)}, date(2026, 11, 23))
    )
    assert not isinstance(casebook.add_case(NewCase("Ash Invented")), Rejection)
    casebook.close()
    return folder


def run(vault: Path, *arguments: str | Path) -> Ended:
    locked = ("--vault", vault, "--today", "2026-11-30", "--passphrase-file", "-")
    return bcst(*arguments, *locked, typed=PASSPHRASE + "\n", BCST_CONFIG=str(vault.parent))


def example(language: str) -> str:
    """The example of this form in the documentation."""
    return DOC.partition(f"```{language}\n")[2].partition("```")[0]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_examples_of_the_documentation_are_read(vault: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"part one.{form}"
    file.write_text(example(form), encoding="utf-8")
    ended = run(vault, "part-one", "read", file, "--case", "bc-0001")
    assert ended.returncode == 0, ended.stderr
    assert "finished on 20 November 2026" in ended.stdout
    assert ended.stderr == ""


def test_a_wrong_file_ends_with_3_and_says_which_lines(vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text("field,value\nfinished_on,2026-11-20\ndoctor,yes\nin_care,perhaps\n", encoding="utf-8")
    ended = run(vault, "part-one", "read", file, "--case", "BC-0001")
    assert ended.returncode == 3
    assert "Line 3, doctor" in ended.stderr and "Line 4, in_care" in ended.stderr
    assert "Nothing was taken over" in ended.stderr


def test_a_case_that_is_not_there_is_told(vault: Path, tmp_path: Path) -> None:
    assert run(vault, "part-one", "read", tmp_path / "x.csv", "--case", "BC-0404").returncode == 2


def test_services_are_read_and_listed(vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    shipped = (ROOT / "data" / "services.yaml").read_text(encoding="utf-8")
    one = "- id: alder\n  name: Alder House\n  does: beds\n  for_whom: anybody\n  where: release_area\n"
    file.write_text(
        f"example: no\nservices:\n{one}  reach: Ring\n  checked_on: 2026-11-01\n  source: the council\n"
        "  takes: {whom: women, drug_use: no}\n  landlord: charitable\n",
        encoding="utf-8",
    )
    assert run(vault, "services", "read", file).returncode == 0
    assert run(vault, "services", "list", "alder").stdout == "alder: Alder House: beds (written in bcst)\n"
    file.write_text(shipped, encoding="utf-8")
    refused = run(vault, "services", "read", file)
    assert refused.returncode == 3
    assert "ours.yaml:" in refused.stderr

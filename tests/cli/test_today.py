"""`bcst today`: what is due, for people, for programs and for calendars."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bcst_tui.casebook.opening import create_casebook, surroundings
from bcst_tui.casebook.values import NewCase, Profile
from bcst_tui.errors import UsageError, WrongPassphrase
from bcst_tui.interview.answer import Rejection
from tests.cli.running import Ended, bcst

PASSPHRASE = "seven invented words for nobody at all"
PROFILE = Profile("Wren Invented", "resettlement worker", "HMP Nowhere", True, "safeguarding lead", "duty manager")


@pytest.fixture(scope="module")
def vault(passphrases_soon_tried: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """BC-0001 with an interview begun and a follow-up given, BC-0002 with none."""
    folder = tmp_path_factory.mktemp("today") / "vault"
    casebook = create_casebook(
        folder, PASSPHRASE, PROFILE, surroundings({"BCST_CONFIG": str(folder.parent)}, date(2026, 11, 23))
    )
    for name in ("Ash Invented", "Robin Invented"):
        assert not isinstance(casebook.add_case(NewCase(name)), Rejection)
    sitting = casebook.begin(1)
    activity = casebook.plan(sitting).actions[0].activity
    service, _ = casebook.services_for(activity)[0]
    assert not isinstance(casebook.point_to(sitting, service, activity, "told"), Rejection)
    casebook.close()
    return folder


def today(vault: Path, *arguments: str | Path, on: str = "2026-11-30", typed: str = PASSPHRASE + "\n") -> Ended:
    return bcst("today", *arguments, "--vault", vault, "--today", on, "--passphrase-file", "-", typed=typed)


def test_the_list_is_told_under_headings_by_reference_and_initials(vault: Path) -> None:
    ended = today(vault)
    assert ended.returncode == 0, ended.stderr
    assert "Follow-ups to make: 1" in ended.stdout
    assert "  7 December 2026, BC-0001, A I: Follow up: " in ended.stdout
    assert "  BC-0002, R I: No interview yet" in ended.stdout
    assert "Invented" not in ended.stdout


def test_programs_get_references_alone(vault: Path) -> None:
    told = json.loads(today(vault, "--json").stdout)
    (follow_ups,) = (group for group in told["groups"] if group["code"] == "follow_ups")
    assert told["today"] == "2026-11-30"
    assert follow_ups["lines"][0]["case"] == "BC-0001"
    assert follow_ups["lines"][0]["due"] == "2026-12-07"
    assert follow_ups["lines"][0]["interview"] == {"kind": "first_screening", "held_on": "2026-11-23"}


def test_a_calendar_is_written_once_and_over_itself_only_when_asked(vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "meetings.ics"
    ended = today(vault, "--ics", file)
    assert (ended.returncode, ended.stdout) == (0, f"{file}\n"), ended.stderr
    assert b"DTSTART;VALUE=DATE:20261207\r\n" in file.read_bytes()
    assert today(vault, "--ics", file).returncode == 8
    assert today(vault, "--ics", file, "--overwrite").returncode == 0


def test_a_wrong_passphrase_and_two_forms_at_once_are_refused(vault: Path, tmp_path: Path) -> None:
    assert today(vault, typed="not this one\n").returncode == WrongPassphrase.exit_code
    assert today(vault, "--json", "--ics", tmp_path / "meetings.ics").returncode == UsageError.exit_code

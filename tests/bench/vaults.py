"""Vaults and scripts made for measuring; everybody in them is invented."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from bcst_tui.casebook.values import Surroundings
from bcst_tui.config import read_folder, shipped
from bcst_tui.reference.loading import load_reference
from bcst_tui.vault.opening import create_vault
from bcst_tui.vault.values import Profile

PASSPHRASE = "invented words for measuring only"
PROFILE = Profile("Invented Worker", "Resettlement worker", "HMP Nowhere", True, "Safeguarding lead", "Duty manager")


def set_up_vault(folder: Path) -> None:
    """A vault as the first run leaves it."""
    create_vault(folder, PASSPHRASE, PROFILE).close()


def surroundings(script_files: dict[str, str]) -> Surroundings:
    reference = load_reference(read_folder(shipped("data")))
    return Surroundings(script_files, reference, lambda: date(2026, 11, 21), lambda: datetime.now(UTC))


def long_script(questions: int) -> dict[str, str]:
    """Yes-or-no questions, each with a word of its own to look for and a condition on the one before."""
    lines = ["section: home", "title: Home", "rail: Home", "questions:"]
    for number in range(questions):
        lines += [f"  - id: q{number:04}", "    kind: yes_no", "    audience: housing_plan"]
        lines += [f"    said: {{standard: 'Marker{number:03} stands here?'}}"]
        if number:
            lines += [f"    when: {{question: q{number - 1:04}, answered: 'true'}}"]
    main = 'id: bench\nversion: "1"\ntitle: Bench\nsections: [home.yaml]\n'
    return {"script.yaml": main, "home.yaml": "\n".join(lines) + "\n"}

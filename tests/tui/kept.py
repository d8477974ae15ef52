"""A real casebook over a fresh encrypted vault, with one invented person's interview in it, for tests of screens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import NewCase, Sitting, Surroundings
from bcst_tui.interview.answer import Rejection
from bcst_tui.vault.values import Profile
from bcst_tui.vault.vault import Vault
from tests.export.private_cases import Q_YAML
from tests.home_questions import SOMEWHERE_TO_LIVE, WHERE_LIVED
from tests.reference.shipped import shipped_reference
from tests.vault.ready import let_go, prepared_vault, ready_vault
from tests.vocabulary import MAIN, SATURDAY

KEY = bytes(32)
PROFILE = Profile("Wren Invented", "Resettlement worker", "HMP Nowhere", True, "Safeguarding lead", "Duty manager")
HOME = f"section: home\ntitle: Home\nrail: Home\nquestions:\n{WHERE_LIVED}{SOMEWHERE_TO_LIVE}"


@cache
def _around() -> Surroundings:
    noon = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    files = {"script.yaml": MAIN, "home.yaml": HOME, "q.yaml": Q_YAML.read_text("utf-8")}
    return Surroundings(files, shipped_reference(), lambda: SATURDAY, lambda: noon)


def _played(folder: Path) -> Vault:
    """The vault with that interview in it."""
    vault = ready_vault(folder, KEY, PROFILE)
    casebook = Casebook(vault, _around())
    case = casebook.add_case(NewCase("Ash Invented", prison_number="TRN-001", birth_date="12/3/1990"))
    assert not isinstance(case, Rejection)
    assert isinstance(casebook.answer(casebook.begin(case.case_id), "street"), Sitting)
    return vault


@contextmanager
def homeless(folder: Path) -> Iterator[tuple[Casebook, Sitting]]:
    """The casebook, and the sitting of somebody who lived outdoors."""
    casebook = Casebook(prepared_vault(folder / "vault", KEY, "homeless", _played), _around())
    (case,) = casebook.cases()
    sitting = casebook.open_sitting(case.case_id)
    assert sitting is not None
    try:
        yield casebook, sitting
    finally:
        let_go(casebook._vault)

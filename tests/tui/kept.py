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
from bcst_tui.vault.folder import VaultFolder
from bcst_tui.vault.values import Profile
from tests.export.private_cases import Q_YAML
from tests.reference.shipped import shipped_reference
from tests.vault.ready import copied_vault, let_go, ready_vault
from tests.vocabulary import MAIN, SATURDAY

KEY = bytes(32)
PROFILE = Profile("Wren Invented", "Resettlement worker", "HMP Nowhere", True, "Safeguarding lead", "Duty manager")
_played: list[bytes] = []
HOME = """
section: home
title: Home
rail: Home
questions:
  - id: c01_before
    kind: choice
    said: {standard: Where did you live?}
    audience: housing_plan
    options: [{id: rented, said: I rented}, {id: street, said: Outdoors}]
needs:
  - id: somewhere
    group: ACC
    title: Somewhere to live
    said: A home
    when: {question: c01_before, equals: street}
    source: R40
    audience: housing_plan
actions:
  - {activity: ACC-2-01, need: somewhere, source: "level table"}
"""


@cache
def _around() -> Surroundings:
    noon = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    files = {"script.yaml": MAIN, "home.yaml": HOME, "q.yaml": Q_YAML.read_text("utf-8")}
    return Surroundings(files, shipped_reference(), lambda: SATURDAY, lambda: noon)


def _made(folder: Path) -> bytes:
    """The file of the vault with that interview in it, played once in this process."""
    if not _played:
        casebook = Casebook(ready_vault(folder, KEY, PROFILE), _around())
        case = casebook.add_case(NewCase("Ash Invented", prison_number="TRN-001", birth_date="12/3/1990"))
        assert not isinstance(case, Rejection)
        assert isinstance(casebook.answer(casebook.begin(case.case_id), "street"), Sitting)
        casebook.close()
        _played.append(VaultFolder(folder).database.read_bytes())
    return _played[0]


@contextmanager
def homeless(folder: Path) -> Iterator[tuple[Casebook, Sitting]]:
    """The casebook, and the sitting of somebody who lived outdoors."""
    made = _made(folder / "made")
    casebook = Casebook(copied_vault(made, folder / "vault", KEY), _around())
    (case,) = casebook.cases()
    sitting = casebook.open_sitting(case.case_id)
    assert sitting is not None
    try:
        yield casebook, sitting
    finally:
        let_go(casebook._vault)

"""A casebook over a fresh encrypted vault, opened with a raw key; everybody in it is invented."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import CaseLine, NewCase, Surroundings
from bcst_tui.interview.answer import Rejection
from bcst_tui.vault.opening import open_vault
from bcst_tui.vault.values import Profile
from tests.home_questions import WHERE_LIVED
from tests.reference.shipped import shipped_reference
from tests.vault.ready import let_go, ready_vault

KEY = bytes(range(32))
SATURDAY = date(2026, 11, 21)
PROFILE = Profile("Wren Invented", "Resettlement worker", "HMP Nowhere", True, "Safeguarding lead", "Duty manager")
_COULD_GO_BACK = """\
  - id: c02_back
    kind: yes_no
    when: {question: c01_before, equals: rented}
    said: {standard: Could you go back?}
    audience: housing_plan
needs:
  - id: somewhere
    group: ACC
    title: Somewhere to live
    said: A home
    when: {any: [{question: c01_before, equals: street}, {question: c02_back, equals: "no"}]}
    source: R40
    audience: housing_plan
actions:
  - {activity: ACC-2-01, need: somewhere, source: "level table"}
"""
HOME = f"section: home\ntitle: Home\nrail: Home\nquestions:\n{WHERE_LIVED}{_COULD_GO_BACK}"
MAIN = 'id: invented\nversion: "1"\ntitle: Invented\nsections: [home.yaml]\n'
Opener = Callable[..., Casebook]


def around(home: str = HOME) -> Surroundings:
    ticking = itertools.count()
    start = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)
    return Surroundings(
        {"script.yaml": MAIN, "home.yaml": home},
        shipped_reference(),
        lambda: SATURDAY,
        lambda: start + timedelta(seconds=next(ticking)),
    )


@pytest.fixture
def open_casebook(tmp_path: Path) -> Iterator[Opener]:
    """Opens the same vault each time; with `home`, on a newer script."""
    opened: list[Casebook] = []

    def opener(home: str = HOME) -> Casebook:
        folder = tmp_path / "vault"
        vault = open_vault(folder, KEY) if folder.exists() else ready_vault(folder, KEY, PROFILE)
        opened.append(Casebook(vault, around(home)))
        return opened[-1]

    yield opener
    for casebook in opened:
        let_go(casebook._vault)


@pytest.fixture
def casebook(open_casebook: Opener) -> Casebook:
    return open_casebook()


def add_case(casebook: Casebook, name: str = "Ash Invented") -> CaseLine:
    added = casebook.add_case(NewCase(name, prison_number="TRN-001", birth_date="12/3/1990"), is_another=True)
    assert not isinstance(added, Rejection)
    return added

"""Where the disk refuses a save, nothing in memory goes on as if it had been taken."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import Wish
from bcst_tui.errors import NotSaved
from bcst_tui.vault.records import Records
from tests.casebook.agreeing import COUNCIL, TOLD, status_of
from tests.casebook.agreeing import told as somebody
from tests.casebook.conftest import Opener


@pytest.fixture
def casebook(open_casebook: Opener) -> Casebook:
    return open_casebook(TOLD)


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """From now on the disk refuses the last step of every save."""

    def refuse(_: Records) -> None:
        raise NotSaved("The disk is full.", "Make room on it.")

    with monkeypatch.context() as patch:
        patch.setattr(Records, "count_commit", refuse)
        yield patch


def test_a_consent_that_was_not_saved_unlocks_nothing(casebook: Casebook, request: pytest.FixtureRequest) -> None:
    sitting = somebody(casebook, "later")
    patch: pytest.MonkeyPatch = request.getfixturevalue("full")
    with pytest.raises(NotSaved):
        casebook.decide(sitting.case_id, Wish(COUNCIL, "given", {"housing": 2}, "signed"))
    patch.undo()
    assert status_of(casebook.plan(sitting), "ACC-3-01") == "held"
    assert casebook.recipients(sitting, "HOU") == ()


def test_a_service_that_was_not_saved_is_offered_nowhere(casebook: Casebook, full: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotSaved):
        casebook.add_service("Alder House", "a bed for some weeks", "Ring the front desk")
    full.undo()
    assert casebook.services("bed weeks") == ()

"""After a recovery the casebook works on, and its private part waits, with nothing lost and a plain sentence (P47)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bcst_tui.casebook.case_values import Merging
from bcst_tui.casebook.lead_opening import LeadOpening
from bcst_tui.casebook.values import Sitting
from bcst_tui.errors import ExportRefused, UsageError
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.quarters import Quarter
from bcst_tui.vault.records_private import PrivateShut
from bcst_tui.vault.vault import Vault
from tests.casebook.conftest import add_case
from tests.casebook.test_private import TO_THE_OFFER, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Somebody who said never, before the passphrase was forgotten."""
    made = Desk(tmp_path / "vault", trained=True)
    made.plays(made.sits(), *TO_THE_OFFER, "never")
    made.again()
    yield made
    made.down()


def shut(desk: Desk) -> None:
    vault = desk.casebook._vault
    vault._keys = replace(vault._keys, private=None)


def test_the_ordinary_part_works_while_the_private_part_is_shut(desk: Desk) -> None:
    """P47."""
    shut(desk)
    casebook, other = desk.casebook, add_case(desk.casebook, "Kit Invented")
    sitting = casebook.open_sitting(desk.case_id)
    assert sitting is not None
    answered = casebook.answer(sitting, "street")
    assert isinstance(answered, Sitting)
    assert casebook.plan(answered).actions and len(casebook.cases()) == 2 and casebook.todays()
    assert "HMP Nowhere" not in casebook.why_private_is_closed()
    assert casebook.why_private_is_closed().startswith("The private part is shut since")
    assert casebook.preview(answered, "WK").text
    casebook.begin(other.case_id)


def test_what_to_do_is_said_whether_a_lead_can_open_it_or_nobody_can(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P47."""
    shut(desk)
    assert "what is in it is lost" in desk.casebook.why_private_is_closed()
    monkeypatch.setattr(Vault, "lead_key", "the key of a lead")
    assert "Nothing in it is lost: the safeguarding lead" in desk.casebook.why_private_is_closed()


def test_what_needs_it_is_refused_and_nothing_is_written(desk: Desk) -> None:
    """P47."""
    with desk.casebook._vault.session() as records:
        before = records.private.of(desk.case_id)
    keys = desk.casebook._vault._keys
    shut(desk)
    casebook, other = desk.casebook, add_case(desk.casebook, "Kit Invented")
    sitting = casebook.open_sitting(desk.case_id)
    assert sitting is not None
    assert not any(one.is_possible for one in casebook.private_readers(sitting))
    assert casebook.private_resume(sitting).run.state == "SECTION"
    merged = casebook.merge_cases(Merging(desk.case_id, other.case_id, {"name_used": desk.case_id}))
    assert isinstance(merged, Rejection) and "shut" in merged.reason
    for refused in (
        lambda: casebook.private_step(sitting, "q"),
        lambda: casebook.private_folder(sitting).record and casebook.private_view(sitting),
        lambda: casebook.private_preview(sitting, "WK"),
        lambda: casebook.figures(Quarter(2026, 3)),
        lambda: casebook.hand_over_key,
        lambda: casebook.handing_over_words(desk.case_id),
    ):
        with pytest.raises((PrivateShut, ExportRefused), match="shut"):
            refused()
    casebook._vault._keys = keys
    with casebook._vault.session() as records:
        assert records.private.of(desk.case_id) == before


def test_the_leads_opening_is_on_the_disk_before_anything_is_shown(desk: Desk) -> None:
    sitting = desk.casebook.open_sitting(desk.case_id)
    assert sitting is not None
    with pytest.raises(UsageError, match="say why not"):
        desk.casebook.shown_to_lead(sitting, LeadOpening("child", person_told=False))
    shown = desk.casebook.shown_to_lead(sitting, LeadOpening("child", False, "they share a cell with him"))
    assert (
        shown.is_private
        and shown.audience == "SG"
        and "opened with a key of their own" in shown.text.replace("\n  ", " ")
    )
    with desk.casebook._vault.session() as records:
        (opening,) = records.private.of(desk.case_id).record.gateways
        assert records.access_events()[-1].what == "opened_by_lead"
    assert (opening.reason, opening.person_told, opening.used_on) == ("child", False, desk.day)
    assert desk.casebook.private_recipients(sitting, "STAT") == ()

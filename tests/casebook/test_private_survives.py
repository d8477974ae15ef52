"""The ledger is the person's: it outlives a plan, a release, a newer script, a merge; only erasing them ends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bcst_tui.casebook.case_values import Closing, Merging
from bcst_tui.casebook.values import CaseLine, Sitting
from bcst_tui.disclosure.ledger import Item, Ledger
from bcst_tui.vault.backup import kept_backups
from bcst_tui.vault.private_tables import PrivatePart
from tests.casebook.conftest import HOME, add_case
from tests.casebook.test_private import TO_THE_OFFER, Desk
from tests.vault.pages import decrypted

ASKED = (*TO_THE_OFFER, "yes", "no", "carry_on", "never", "carry_on", "done", "finish")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "vault", trained=True)
    yield made
    made.down()


def asked_once(desk: Desk) -> Sitting:
    """A first sitting in which one question was asked and the other declined for good."""
    sitting = desk.sits()
    desk.plays(sitting, *ASKED)
    desk.casebook.complete(sitting)
    return sitting


def ledger(desk: Desk, item: Item = "q1") -> Ledger:
    with desk.casebook._vault.session() as records:
        return records.private.of(desk.case_id).record.ledger(item)


def screens(desk: Desk) -> list[str]:
    """What a whole review shows from the list."""
    review = desk.sits("review")
    seen: list[str] = [desk.plays(review, event).run.state for event in ("q", "start", "done", "done", "finish")]
    desk.casebook.complete(review)
    return seen


TO_THE_DOOR = ["ENTRY", "DOOR", "GROUND", "CLOSE", "END"]


def test_a_new_plan_asks_nothing_again(desk: Desk) -> None:
    """P3, P4."""
    sitting = asked_once(desk)
    desk.casebook.agree_plan(sitting)
    before = ledger(desk)
    assert screens(desk) == TO_THE_DOOR
    assert ledger(desk) == before and (before.status, before.asks) == ("no", 1)


@pytest.mark.parametrize("days", [30, 400], ids=["within six months", "after a year"])
def test_somebody_who_is_back_is_asked_nothing_again(desk: Desk, days: int) -> None:
    """P3: asks stay one for life; the plan begins anew, the ledger does not."""
    asked_once(desk)
    assert isinstance(desk.casebook.close_case(desk.case_id, Closing("released")), CaseLine)
    desk.day += timedelta(days=days)
    assert isinstance(desk.casebook.come_back(desk.case_id), CaseLine)
    assert screens(desk) == TO_THE_DOOR
    assert (ledger(desk).status, ledger(desk).asks, ledger(desk, "q2").status) == ("no", 1, "closed")


@pytest.mark.parametrize(("days", "confirms"), [(30, 1), (400, 0)], ids=["within six months", "after a year"])
def test_a_new_sentence_lets_what_was_passed_on_be_confirmed_once_more(desk: Desk, days: int, confirms: int) -> None:
    with desk.casebook._vault.session() as records:
        sealed = records.private.of(desk.case_id)
        carried = Ledger("q1", "carried", asks=1, confirms=1)
        records.private.keep(desk.case_id, replace(sealed, record=sealed.record.with_ledger(carried)))
    desk.casebook.close_case(desk.case_id, Closing("released"))
    desk.day += timedelta(days=days)
    desk.casebook.come_back(desk.case_id)
    assert ledger(desk) == replace(carried, confirms=confirms)


def test_a_newer_script_asks_nothing_again(desk: Desk) -> None:
    """P3."""
    asked_once(desk)
    newer = {**desk._around.script_files, "home.yaml": HOME.replace("Where did you live?", "Where were you living?")}
    desk._around = replace(desk._around, script_files=newer)
    desk.again()
    assert screens(desk) == TO_THE_DOOR


def test_two_cases_made_one_count_what_was_asked_in_either(desk: Desk) -> None:
    """P3, P4."""
    asked_once(desk)
    other = add_case(desk.casebook, "Ash Invented too")
    merged = desk.casebook.merge_cases(Merging(other.case_id, desk.case_id, {"name_used": other.case_id}))
    assert isinstance(merged, CaseLine)
    desk.case_id = other.case_id
    assert (ledger(desk).status, ledger(desk).asks, ledger(desk, "q2").status) == ("no", 1, "closed")
    assert screens(desk) == TO_THE_DOOR


def test_erasing_a_person_takes_their_private_part_out_of_the_file_and_its_backups(desk: Desk) -> None:
    desk.plays(desk.sits(), *ASKED)
    with desk.casebook._vault.session() as records:
        row = records._session.get(PrivatePart, desk.case_id)
        assert row is not None
        slices = [row.sealed[at : at + 48] for at in range(0, len(row.sealed) - 48, 48)]
    folder, key = desk.casebook._vault.folder, desk.casebook._vault._keys.data
    desk.casebook.close()
    desk.again()
    assert all(traces(one, key, slices) for one in kept_backups(folder))
    told = desk.casebook.delete_case(desk.case_id, "BC-0001")
    assert told == "BC-0001 is deleted. No backup holds it."
    desk.casebook.close()
    assert [one for one in (folder.database, *kept_backups(folder)) if traces(one, key, slices)] == []


def traces(database: Path, key: bytes, slices: list[bytes]) -> int:
    """How many slices of the sealed bytes lie anywhere in this file, freed pages and all."""
    pages = list(decrypted(database, key))
    return sum(1 for one in slices for page in pages if one in page)

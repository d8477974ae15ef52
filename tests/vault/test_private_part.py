"""The private part in the file: one size for all, a key of its own, bound to its person, and never to recovery."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bcst_tui.disclosure.ledger import Ledger
from bcst_tui.disclosure.record import NOTHING_KEPT
from bcst_tui.disclosure.record_of_plan import SafetyPart
from bcst_tui.disclosure.sealing import SIZE, Sealed
from bcst_tui.errors import VaultDamaged
from bcst_tui.vault.keys import (
    FLOOR,
    SlotFile,
    from_text,
    opened,
    private_wrapping,
    to_text,
    wrap,
)
from bcst_tui.vault.private_key import unwrap_private, with_private_key
from bcst_tui.vault.private_tables import PrivatePart
from bcst_tui.vault.vault import Vault
from tests.vault.invented import KEY, NOON, PASSPHRASE

CANARY = "Plover Invented says the blue door"
TOLD = Sealed(
    replace(NOTHING_KEPT.with_ledger(Ledger("q1", "disclosed")), safety_plan=(SafetyPart("words_that_help", CANARY),))
)


def two_people(vault: Vault) -> tuple[int, int]:
    with vault.session() as records:
        one, two = (records.people.add(name, NOON).id for name in ("Plover Invented", "Dunlin Invented"))
        records.private.begin_missing()
    return one, two


def sealed_bytes(vault: Vault, person_id: int) -> bytes:
    with vault.session() as records:
        row = records._session.get(PrivatePart, person_id)
        assert row is not None
        return row.sealed


def test_what_is_kept_comes_back(vault: Vault) -> None:
    one, two = two_people(vault)
    with vault.session() as records:
        records.private.keep(one, TOLD)
    with vault.session() as records:
        assert records.private.of(one) == TOLD
        assert records.private.of(two) == Sealed()


def test_everybody_has_a_part_of_one_size_and_no_two_are_alike(vault: Vault) -> None:
    """P23."""
    one, two = two_people(vault)
    before = sealed_bytes(vault, one)
    with vault.session() as records:
        records.private.keep(one, TOLD)
    sizes = {len(sealed_bytes(vault, one)), len(sealed_bytes(vault, two)), len(before)}
    assert sizes == {SIZE + 12 + 16}
    assert len({before, sealed_bytes(vault, one), sealed_bytes(vault, two)}) == 3


def test_with_the_data_key_alone_nothing_of_it_can_be_read(vault: Vault) -> None:
    one, _ = two_people(vault)
    with vault.session() as records:
        records.private.keep(one, TOLD)
    assert CANARY.encode() not in sealed_bytes(vault, one)
    vault._keys = replace(vault._keys, private=vault._keys.data)
    with vault.session() as records, pytest.raises(VaultDamaged, match="private part"):
        records.private.of(one)


def test_one_persons_part_opens_for_nobody_else(vault: Vault) -> None:
    one, two = two_people(vault)
    with vault.session() as records:
        records.private.keep(one, TOLD)
    taken = sealed_bytes(vault, one)
    with vault.session() as records:
        row = records._session.get(PrivatePart, two)
        assert row is not None
        row.sealed = taken
    with vault.session() as records, pytest.raises(VaultDamaged, match="private part"):
        records.private.of(two)


def test_a_part_that_is_shown_shows_nothing(vault: Vault) -> None:
    assert CANARY not in repr(TOLD) and "disclosed" not in repr(TOLD)


def test_two_cases_of_one_person_become_one_and_nothing_settled_is_asked_again(vault: Vault) -> None:
    one, two = two_people(vault)
    with vault.session() as records:
        records.private.keep(two, TOLD)
        records.private.join(one, two)
    with vault.session() as records:
        assert records.private.of(one).record.ledger("q1").status == "disclosed"
        assert records._session.get(PrivatePart, two) is None


def test_erasing_a_person_takes_their_part_along(vault: Vault) -> None:
    one, _ = two_people(vault)
    with vault.session() as records:
        records.cases.erase(one)
    with vault.session() as records:
        assert records._session.get(PrivatePart, one) is None


@pytest.fixture(scope="module")
def slots() -> SlotFile:
    made = SlotFile("one-vault", bytes(16), (wrap(KEY, PASSPHRASE, "worker", "one-vault", FLOOR),))
    return with_private_key(made, opened(made, PASSPHRASE))[0]


def test_the_private_key_comes_back_with_the_workers_passphrase(slots: SlotFile) -> None:
    read = from_text(to_text(slots))
    again, first = with_private_key(read, opened(read, PASSPHRASE))
    assert again == slots and first is not None and len(first) == 32 and first != KEY


def test_17_47_the_recovery_slot_opens_the_data_and_never_the_private_part(slots: SlotFile) -> None:
    recovery = wrap(KEY, "a printed code", "recovery", "one-vault", FLOOR)
    both = replace(slots, slots=(*slots.slots, recovery))
    by_code = opened(both, "a printed code", "recovery")
    assert by_code.data_key == KEY
    assert both.sealed is not None
    with pytest.raises(VaultDamaged, match="private part"):
        unwrap_private(both.sealed, by_code.private_wrapping, both.database_id)
    with pytest.raises(VaultDamaged, match="private part"):
        unwrap_private(both.sealed, private_wrapping(KEY), both.database_id)


def test_a_key_file_from_before_there_was_a_private_part_is_given_one(slots: SlotFile, tmp_path: Path) -> None:
    older = replace(slots, sealed=None)
    assert from_text(to_text(older)).sealed is None
    given, key = with_private_key(older, opened(older, PASSPHRASE))
    assert given.sealed is not None and key is not None and len(key) == 32

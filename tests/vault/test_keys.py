"""The key-slot file. Only here does a test pay for Argon2id, and at no less than the floor."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.errors import UsageError, VaultDamaged, WrongPassphrase
from bcst_tui.vault.folder import VaultFolder
from bcst_tui.vault.keys import (
    FASTEST,
    FLOOR,
    FORMAT,
    PREFERRED,
    SLOWEST,
    Cost,
    Slot,
    SlotFile,
    UnreadableSlots,
    _checksum,
    calibrated,
    from_text,
    to_text,
    unwrap,
    wrap,
)
from bcst_tui.vault.slot_store import read_slots, write_slots
from tests.vault.invented import KEY, PASSPHRASE

SALT = bytes(16)


@pytest.fixture(scope="module")
def slots() -> SlotFile:
    return SlotFile("one-vault", SALT, (wrap(KEY, PASSPHRASE, "worker", "one-vault", FLOOR),))


@pytest.fixture
def written(slots: SlotFile, tmp_path: Path) -> VaultFolder:
    folder = VaultFolder(tmp_path)
    write_slots(folder, slots)
    return folder


def test_the_passphrase_gives_the_key_back(slots: SlotFile) -> None:
    assert unwrap(from_text(to_text(slots)), PASSPHRASE) == KEY


def test_letters_typed_in_two_ways_are_one_passphrase() -> None:
    slot = wrap(KEY, "caf\u00e9 orchard", "worker", "id", FLOOR)
    assert unwrap(SlotFile("id", SALT, (slot,)), "cafe\u0301 orchard") == KEY


def test_a_wrong_passphrase_is_told_as_one(slots: SlotFile) -> None:
    with pytest.raises(WrongPassphrase) as refused:
        unwrap(slots, PASSPHRASE + "s")
    assert "damage" not in str(refused.value)
    assert PASSPHRASE not in str(refused.value)


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(UsageError):
        wrap(KEY, "  ", "worker", "id", FLOOR)


def test_a_slot_opens_no_other_vault(slots: SlotFile) -> None:
    with pytest.raises(WrongPassphrase):
        unwrap(replace(slots, database_id="another-vault"), PASSPHRASE)


def test_a_cost_below_the_floor_is_refused_without_trying(slots: SlotFile) -> None:
    for cost in (Cost(FLOOR.memory_kib // 2, 3, 1), Cost(FLOOR.memory_kib, 2, 1), Cost(2**30, 3, 1)):
        cheap = replace(slots.slots[0], cost=cost)
        with pytest.raises(VaultDamaged):
            unwrap(replace(slots, slots=(cheap,)), PASSPHRASE)
        with pytest.raises(VaultDamaged):
            wrap(KEY, PASSPHRASE, "worker", "id", cost)


def test_a_cost_changed_within_bounds_opens_nothing(slots: SlotFile) -> None:
    changed = replace(slots.slots[0], cost=replace(FLOOR, passes=4))
    with pytest.raises(WrongPassphrase):
        unwrap(replace(slots, slots=(changed,)), PASSPHRASE)


def test_a_recovery_slot_is_not_tried_as_a_workers() -> None:
    slot = Slot("recovery", FLOOR, bytes(16), bytes(12), bytes(48))
    with pytest.raises(WrongPassphrase):
        unwrap(SlotFile("id", SALT, (slot,)), PASSPHRASE)


def test_both_copies_hold_the_same(written: VaultFolder) -> None:
    assert written.keys.read_bytes() == written.keys_copy.read_bytes()
    assert KEY.hex() not in written.keys.read_text()


def test_the_second_copy_helps_out(written: VaultFolder, slots: SlotFile) -> None:
    for content in (b"", b"{}", b"\xff\xfe", b"[" * 60_000, b"null", written.keys.read_bytes()[:-40]):
        written.keys.write_bytes(content)
        assert read_slots(written, SALT) == slots
    written.keys.unlink()
    assert read_slots(written, SALT) == slots


def test_two_damaged_copies_are_told_as_damage(written: VaultFolder) -> None:
    written.keys.write_text("{}")
    written.keys_copy.write_text(written.keys.read_text()[:-9])
    with pytest.raises(VaultDamaged):
        read_slots(written, SALT)


def test_a_copy_from_another_vault_is_passed_over(written: VaultFolder, slots: SlotFile) -> None:
    other = replace(slots, database_id="other", file_salt=b"x" * 16, commits=99)
    written.keys.write_text(to_text(other))
    assert read_slots(written, SALT) == slots
    written.keys_copy.write_text(to_text(other))
    with pytest.raises(VaultDamaged, match="do not belong together"):
        read_slots(written, SALT)


def test_after_a_cut_between_the_copies_the_newer_counts(written: VaultFolder, slots: SlotFile) -> None:
    written.keys_copy.write_text(to_text(replace(slots, commits=5)))
    assert read_slots(written, SALT).commits == 5


def test_a_newer_kind_of_key_file_is_not_called_damaged(slots: SlotFile) -> None:
    content = json.loads(to_text(slots))
    del content["checksum"]
    content["format"] = FORMAT + 1
    with pytest.raises(VaultDamaged, match="newer bcst"):
        from_text(json.dumps({**content, "checksum": _checksum(content)}))


@given(place=st.integers(0, 10_000), letter=st.characters(codec="utf-8"))
def test_no_changed_letter_goes_unseen(place: int, letter: str) -> None:
    slots = SlotFile("id", SALT, (Slot("worker", FLOOR, bytes(16), bytes(12), bytes(48)),), commits=7)
    text = to_text(slots)
    place %= len(text)
    changed = text[:place] + letter + text[place + 1 :]
    try:
        assert from_text(changed) == slots, "only white space may differ"
    except UnreadableSlots:
        pass


@pytest.mark.parametrize("per_pass_and_256_mib", [0.01, 0.05, 0.1, 0.2, 0.33])
def test_calibration_lands_between_the_bounds(per_pass_and_256_mib: float) -> None:
    def seconds(cost: Cost) -> float:
        return per_pass_and_256_mib * cost.passes * cost.memory_kib / PREFERRED.memory_kib

    cost = calibrated(seconds)
    assert cost == PREFERRED or FASTEST <= seconds(cost) <= SLOWEST


def test_calibration_never_goes_below_the_floor() -> None:
    assert not calibrated(lambda _: 60.0).is_below_floor()
    assert not calibrated(lambda _: 0.000_1).is_above_ceiling()

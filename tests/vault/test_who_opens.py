"""Who may open a vault and its private part: the worker and the lead; the recovery code never opens the latter."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pyrage  # type: ignore[import-untyped]
import pytest

from bcst_tui.disclosure.ledger import Ledger
from bcst_tui.disclosure.record import NOTHING_KEPT
from bcst_tui.disclosure.sealing import Sealed
from bcst_tui.errors import BcstError, UsageError, VaultDamaged, WrongPassphrase
from bcst_tui.vault import lead_slot, who_opens
from bcst_tui.vault.backup import kept_backups
from bcst_tui.vault.folder import VaultFolder
from bcst_tui.vault.keys import from_text, opened
from bcst_tui.vault.lead_slot import WrongIdentity, checked_public
from bcst_tui.vault.opening import create_vault, open_vault, unlock_vault
from bcst_tui.vault.private_key import unwrap_private
from bcst_tui.vault.purpose import AnotherFile
from bcst_tui.vault.records_private import PrivateShut
from bcst_tui.vault.recovery_code import LETTERS, new_code, read_code
from bcst_tui.vault.soundness import check_sound
from bcst_tui.vault.vault import Vault
from tests.vault.invented import NOON, PASSPHRASE, WORKER, begun, files_of

pytestmark = pytest.mark.usefixtures("passphrases_tried_at_once")
OTHER = "another passphrase entirely"
LEAD = pyrage.x25519.Identity.generate()
TOLD = Sealed(replace(NOTHING_KEPT.with_ledger(Ledger("q1", "disclosed", asks=1)), q="opened"))


@pytest.fixture(scope="module")
def made(passphrases_tried_at_once: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed vault with a lead's key and a recovery code; one person has told something, the other not."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    vault = create_vault(folder, PASSPHRASE, WORKER, str(LEAD.to_public()))
    with vault.session() as records:
        sitting = begun(records)
        records.sittings.set_private_part(sitting.id, "opened")
        records.people.add("Dunlin Invented", NOON)
        records.private.begin_missing()
        records.private.keep(sitting.person_id, TOLD)
    vault.close()
    return folder, who_opens.give_recovery_code(folder, PASSPHRASE)


@pytest.fixture
def closed(made: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(made[0], tmp_path / "vault"))


@pytest.fixture
def code(made: tuple[Path, str]) -> str:
    return made[1]


def kept(vault: Vault) -> list[Sealed]:
    with vault.session() as records:
        return [records.private.of(one.id) for one in records.people.all()]


def test_another_passphrase_opens_all_the_old_one_did_and_the_old_one_nothing(closed: Path) -> None:
    who_opens.change_passphrase(closed, PASSPHRASE, OTHER)
    with pytest.raises(WrongPassphrase):
        unlock_vault(closed, PASSPHRASE)
    vault = unlock_vault(closed, OTHER)
    assert kept(vault)[0] == TOLD and vault.lead_key == str(LEAD.to_public())
    vault.close()


def test_after_a_recovery_the_ordinary_part_opens_and_the_private_part_is_shut(closed: Path, code: str) -> None:
    """P47: until the lead wraps it again; no slot but the worker's and the lead's opens it."""
    assert who_opens.recover(closed, code.lower().replace("-", " "), OTHER)
    vault = unlock_vault(closed, OTHER)
    assert vault.is_private_shut
    with vault.session() as records:
        assert [one.name_used for one in records.people.all()][1] == "Dunlin Invented"
        with pytest.raises(PrivateShut):
            records.private.of(1)
        with pytest.raises(PrivateShut):
            records.private.keep(1, Sealed())
        records.people.add("Plover Invented", NOON)
        records.private.begin_missing()
        records.private.new_sitting(1)
    vault.close()
    who_opens.open_again(closed, OTHER, LEAD)
    vault = unlock_vault(closed, OTHER)
    ledgers = [one.record.ledger("q1") for one in kept(vault)]
    assert [(one.status, one.asks) for one in ledgers] == [("disclosed", 1), ("none", 0), ("none", 0)]
    vault.close()


def test_the_code_opens_no_slot_of_the_private_part(closed: Path, code: str) -> None:
    """P47."""
    slots = from_text(VaultFolder(closed).keys.read_text())
    by_code = opened(slots, code, "recovery")
    assert slots.sealed is not None and slots.lead is not None
    with pytest.raises(VaultDamaged):
        unwrap_private(slots.sealed, by_code.private_wrapping, slots.database_id)
    with pytest.raises(WrongIdentity):
        lead_slot.by_lead(slots.lead, pyrage.x25519.Identity.generate(), slots.database_id)


def test_the_leads_slot_opens_no_other_vault(closed: Path) -> None:
    slots = from_text(VaultFolder(closed).keys.read_text())
    assert slots.lead is not None
    with pytest.raises(VaultDamaged, match="another vault"):
        lead_slot.by_lead(slots.lead, LEAD, "another-vault")


def test_the_wrong_key_opens_nothing_and_changes_nothing(closed: Path, code: str) -> None:
    who_opens.recover(closed, code, OTHER)
    before = files_of(closed)
    with pytest.raises(WrongIdentity, match=str(LEAD.to_public())[-6:]):
        who_opens.open_again(closed, OTHER, pyrage.x25519.Identity.generate())
    with pytest.raises(who_opens.NotNow, match="shut"):
        who_opens.set_lead(closed, OTHER, str(pyrage.x25519.Identity.generate().to_public()))
    assert files_of(closed) == before


def test_the_lead_reads_with_two_keys_together_and_leaves_it_shut(closed: Path, code: str) -> None:
    who_opens.recover(closed, code, OTHER)
    vault = who_opens.unlock_by_lead(closed, code, LEAD, by_code=True)
    assert kept(vault)[0] == TOLD
    vault.close()
    vault = unlock_vault(closed, OTHER)
    assert vault.is_private_shut
    vault.close()


def test_without_a_lead_it_is_lost_and_begun_anew_without_asking_anybody_again(closed: Path, code: str) -> None:
    who_opens.set_lead(closed, PASSPHRASE, "")
    with pytest.raises(who_opens.NotNow, match="no reason"):
        who_opens.begin_anew(closed, PASSPHRASE)
    assert not who_opens.recover(closed, code, OTHER)
    with pytest.raises(who_opens.NotNow, match="No safeguarding lead"):
        who_opens.open_again(closed, OTHER, LEAD)
    assert who_opens.begin_anew(closed, OTHER) == 1
    vault = unlock_vault(closed, OTHER)
    assert [one.record.ledger("q1").words for one in kept(vault)] == ["later(i_will_say)", "none"]
    vault.close()


def test_a_forgotten_private_part_is_no_reason_to_refuse_a_changed_passphrase(closed: Path, code: str) -> None:
    who_opens.recover(closed, code, OTHER)
    who_opens.change_passphrase(closed, OTHER, PASSPHRASE)
    vault = unlock_vault(closed, PASSPHRASE)
    assert vault.is_private_shut
    vault.close()


def test_neither_the_code_nor_the_private_key_is_on_the_disk(closed: Path, code: str) -> None:
    vault = unlock_vault(closed, PASSPHRASE)
    key = vault._keys.private
    assert key is not None
    vault.close()
    for content in files_of(closed).values():
        for form in (key, key.hex().encode(), code.encode(), code.replace("-", "").encode()):
            assert form not in content


def test_any_one_letter_mistyped_in_a_code_is_told_before_it_is_tried() -> None:
    code = new_code()
    assert len(LETTERS) == 32 and read_code(code.lower()) == code
    for place, letter in enumerate(code):
        if letter != "-":
            other = LETTERS[(LETTERS.index(letter) + 1) % 32]
            try:
                assert read_code(code[:place] + other + code[place + 1 :]) != code
            except UsageError:
                pass
    with pytest.raises(UsageError, match="recovery code"):
        read_code(code[:-1])


def test_a_key_that_is_none_is_told_plainly() -> None:
    whole = str(LEAD.to_public())
    for typed in ("", "age1", "lead", whole[:-1] + ("x" if whole[-1] != "x" else "y"), "ssh-ed25519 AAAA"):
        with pytest.raises(UsageError, match="not a key of age"):
            checked_public(typed)


def test_the_secret_half_is_never_taken_for_the_public_one() -> None:
    with pytest.raises(UsageError, match="secret half") as refused:
        checked_public(str(LEAD))
    assert str(LEAD)[20:40] not in str(refused.value)
    assert checked_public(f"  {str(LEAD.to_public()).upper()} ") == str(LEAD.to_public())


def test_a_key_file_is_locked_and_asks_for_no_more_work_than_bcst_gives() -> None:
    content, public = lead_slot.new_identity(OTHER)
    assert b"AGE-SECRET-KEY" not in content
    assert str(lead_slot.identity_of(content, OTHER).to_public()) == public
    head, salt = b"age-encryption.org/v1\n-> scrypt ", b"8/n1xoODlTelUKWvIBwpjw"
    with pytest.raises(WrongIdentity, match="passphrase"):
        lead_slot.identity_of(head + salt + b" 1\n" + b"A" * 43 + b"\n--- " + b"A" * 43 + b"\n", PASSPHRASE)
    with pytest.raises(UsageError, match="more work"):
        lead_slot.identity_of(head + salt + b" 40\n" + b"A" * 43 + b"\n", OTHER)
    with pytest.raises(UsageError, match="no key"):
        lead_slot.identity_of(b"# a shopping list\n")


def test_a_machine_that_was_busy_for_a_blink_still_opens_a_key_file(monkeypatch: pytest.MonkeyPatch) -> None:
    busy = pyrage.DecryptError("Excessive work parameter for passphrase.")
    asked = Mock(side_effect=[busy, busy, b"what was locked"])
    monkeypatch.setattr(pyrage, "passphrase", Mock(decrypt=asked))
    assert lead_slot.opened_with(b"", OTHER) == b"what was locked"
    asked.side_effect = pyrage.DecryptError("Decryption failed")
    with pytest.raises(pyrage.DecryptError, match="failed"):
        lead_slot.opened_with(b"", OTHER)


def test_the_keys_of_a_vault_for_training_are_left_as_they_are(tmp_path: Path) -> None:
    create_vault(tmp_path / "vault", PASSPHRASE, WORKER, purpose="training").close()
    before = files_of(tmp_path / "vault")
    with pytest.raises(AnotherFile):
        who_opens.change_passphrase(tmp_path / "vault", PASSPHRASE, OTHER)
    assert files_of(tmp_path / "vault") == before


def test_new_keys_open_all_there_is_and_those_from_before_nothing_of_it(closed: Path, code: str) -> None:
    was = unlock_vault(closed, PASSPHRASE)
    were, sealed = kept(was), sealed_bytes(was)
    keys, commits = was._keys, was._commits()
    was.close()
    another = who_opens.renew(closed, PASSPHRASE)
    with pytest.raises(BcstError):
        open_vault(closed, keys.data)
    for secret in (code, PASSPHRASE):
        with pytest.raises(WrongPassphrase):
            opened(from_text(VaultFolder(closed).keys.read_text()), secret, "recovery")
    now = unlock_vault(closed, PASSPHRASE)
    assert kept(now) == were and now.warning == "" and now._commits() > commits
    assert now._keys.private not in (None, keys.private) and not set(sealed) & set(sealed_bytes(now))
    assert {len(one) for one in sealed_bytes(now)} == {len(one) for one in sealed}
    now.close()
    slots = from_text(VaultFolder(closed).keys.read_text())
    assert opened(slots, another, "recovery").data_key == now._keys.data
    assert slots.lead is not None and lead_slot.by_lead(slots.lead, LEAD, slots.database_id) == now._keys.private


def test_with_new_keys_only_backups_under_them_are_kept(closed: Path) -> None:
    who_opens.renew(closed, PASSPHRASE)
    vault = unlock_vault(closed, PASSPHRASE)
    key = vault._keys.data
    vault.close()
    (copy,) = kept_backups(VaultFolder(closed))
    check_sound(copy, key)
    assert opened(from_text(copy.with_suffix(".keys").read_text()), PASSPHRASE).data_key == key


def test_new_keys_while_the_private_part_is_shut_leave_it_to_the_lead(closed: Path, code: str) -> None:
    """Somebody has left: the code, another passphrase, new keys; the lead can open the private part then as before."""
    who_opens.recover(closed, code, OTHER)
    who_opens.renew(closed, OTHER)
    vault = unlock_vault(closed, OTHER)
    assert vault.is_private_shut
    vault.close()
    who_opens.open_again(closed, OTHER, LEAD)
    vault = unlock_vault(closed, OTHER)
    assert kept(vault)[0].record.ledger("q1").status == "disclosed"
    vault.close()


def sealed_bytes(vault: Vault) -> list[bytes]:
    with vault.session() as records:
        rows = records._session.connection().exec_driver_sql
        return [*rows("SELECT sealed FROM private_part").scalars(), *rows("SELECT sealed FROM private_diary").scalars()]

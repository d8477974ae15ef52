"""Who may open a vault, changed while it is closed: another passphrase, a recovery code, the lead's key, new keys.

Each starts from a secret that opens the vault as it is, and leaves it either as it was or as it is to be.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bcst_tui.errors import BcstError, UsageError
from bcst_tui.vault.backup import forget_before
from bcst_tui.vault.folder import VaultFolder, check_files
from bcst_tui.vault.keys import FLOOR, Opened, SlotFile, SlotKind, VaultKeys, new_data_key, opened, wrap
from bcst_tui.vault.lead_slot import Identity, by_lead, checked_public, for_lead
from bcst_tui.vault.opening import bring_up_to_date, held, opened_as_proved, opened_vault
from bcst_tui.vault.private_key import with_private_key, wrap_private
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_private import LOST as LOST
from bcst_tui.vault.records_private import SHUT as SHUT
from bcst_tui.vault.recovery_code import new_code, read_code
from bcst_tui.vault.renewing import keep_backup, put_under
from bcst_tui.vault.slot_store import read_slots, write_slots
from bcst_tui.vault.soundness import refuse_other_purpose
from bcst_tui.vault.vault import Vault


class NotNow(BcstError):
    """The keys are not as this needs them."""

    title = "Not as things stand"
    exit_code = 2


NO_LEAD = NotNow(
    "No safeguarding lead's key is set up in this vault, so there is nobody who could open the private part again.",
    "bcst keys begin-anew gives it a new beginning; what was in it is lost.",
)
SHUT_NOW = NotNow(
    "The private part is shut since a recovery, so its key can't be passed on here.",
    "The safeguarding lead opens it again first: bcst lead open-again.",
)


@contextmanager
def _closed(path: Path) -> Iterator[tuple[VaultFolder, SlotFile]]:
    """The key file of a vault that nobody has open, under its lock until this ends."""
    with held(VaultFolder(path)) as (folder, lock):
        yield folder, read_slots(folder, check_files(folder))
        lock.release()


def change_passphrase(path: Path, old: str, new: str) -> None:
    """Another passphrase for the worker; the private part's key goes along."""
    with _closed(path) as (folder, slots):
        got = _got(folder, slots, old)
        slots, private_key = with_private_key(slots, got)
        slots = _for_worker(slots, got.data_key, new)
        if private_key is not None:
            wrapping = opened(slots, new).private_wrapping
            slots = replace(slots, sealed=wrap_private(private_key, wrapping, slots.database_id))
        write_slots(folder, slots)


def give_recovery_code(path: Path, passphrase: str) -> str:
    """A new recovery code in place of any before, proved to open the vault before it is told."""
    with _closed(path) as (folder, slots):
        got, code = _got(folder, slots, passphrase), new_code()
        slot = wrap(got.data_key, code, "recovery", slots.database_id, FLOOR)
        slots = replace(slots, slots=(*(one for one in slots.slots if one.kind != "recovery"), slot))
        write_slots(folder, slots)
        opened(read_slots(folder, check_files(folder)), code, "recovery")
        return code


def recover(path: Path, code: str, new: str) -> bool:
    """A new passphrase by the recovery code; whether a lead can open the private part again, which is shut now."""
    code = read_code(code)
    with _closed(path) as (folder, slots):
        got = _got(folder, slots, code, "recovery")
        slots = _for_worker(slots, got.data_key, new)
        write_slots(folder, replace(slots, sealed=None, shut=True))
        return slots.lead is not None


def set_lead(path: Path, passphrase: str, public: str) -> None:
    """Wrap the private part's key for this lead too, in place of any before; for none where `public` is empty."""
    key = checked_public(public) if public else ""
    with _closed(path) as (folder, slots):
        slots, private_key = with_private_key(slots, _got(folder, slots, passphrase))
        if private_key is None:
            raise SHUT_NOW
        write_slots(folder, replace(slots, lead=for_lead(private_key, key, slots.database_id) if key else None))


def open_again(path: Path, passphrase: str, identity: Identity) -> None:
    """The lead wraps the private part's key for the worker again; runs that were under way when it shut are over."""
    with held(VaultFolder(path)) as (folder, lock):
        slots = read_slots(folder, check_files(folder))
        got = _got(folder, slots, passphrase)
        private_key = _by_lead(slots, identity)
        sealed = wrap_private(private_key, got.private_wrapping, slots.database_id)
        vault = opened_vault(folder, lock, VaultKeys(got.data_key, private_key), slots)
        with vault.session() as records:
            records.private.put_down_runs()
        vault.keep_slots(lambda now: replace(now, sealed=sealed, shut=False))
        vault.close()


def begin_anew(path: Path, passphrase: str) -> int:
    """A new, empty private part where nobody can open the old one; how many people will not be asked anew.

    Whoever had it opened in a sitting is left to say so themselves: nobody can tell what they were asked.
    """
    with _closed(path) as (folder, slots):
        got = _got(folder, slots, passphrase)
        if not slots.shut:
            raise NotNow("The private part opens with this passphrase: there is no reason to begin it anew.")
        bring_up_to_date(folder, VaultKeys(got.data_key, None), slots)
        keep_backup(folder, got.data_key, slots)
        keys = VaultKeys(got.data_key, new_data_key())
        slots = _with_private(slots, keys.private, got)
        return put_under(folder, keys, keys.data, slots, lambda records: records.private.begin_anew())


def renew(path: Path, passphrase: str) -> str:
    """New keys for all that is here, so that those known to somebody else open nothing written from now on.

    The passphrase stays. A new recovery code, if there was one; empty, if not. While the private part is shut its
    key stays too. Backups under the keys from before go, once one under the new ones stands.
    """
    with held(VaultFolder(path)) as (folder, lock):
        slots = read_slots(folder, check_files(folder))
        got = _got(folder, slots, passphrase)
        slots, private_key = with_private_key(slots, got)
        old = VaultKeys(got.data_key, private_key)
        bring_up_to_date(folder, old, slots)
        new = VaultKeys(new_data_key(), new_data_key() if private_key is not None else None)
        slots, code = _renewed(slots, new, passphrase)
        put_under(folder, old, new.data, slots, lambda records: _reseal(records, new))
        vault = opened_as_proved(folder, lock, new, read_slots(folder, check_files(folder)))
        forget_before(folder, vault.back_up())
        vault.close()
        return code


def _renewed(slots: SlotFile, new: VaultKeys, passphrase: str) -> tuple[SlotFile, str]:
    """Nobody's slot opens with what it did, but the worker's; another code, where there was one."""
    had_code = any(one.kind == "recovery" for one in slots.slots)
    code = new_code() if had_code else ""
    recovery = (wrap(new.data, code, "recovery", slots.database_id, FLOOR),) if code else ()
    worker = _for_worker(slots, new.data, passphrase).slots[0]
    slots = replace(slots, slots=(worker, *recovery))
    return _with_private(slots, new.private, opened(slots, passphrase)), code


def _with_private(slots: SlotFile, private_key: bytes | None, got: Opened) -> SlotFile:
    """The private part's key wrapped for the worker and the lead; as it is while that part is shut."""
    if private_key is None:
        return slots
    sealed = wrap_private(private_key, got.private_wrapping, slots.database_id)
    lead = for_lead(private_key, slots.lead.public, slots.database_id) if slots.lead else None
    return replace(slots, sealed=sealed, shut=False, lead=lead)


def _reseal(records: Records, new: VaultKeys) -> None:
    if new.private is not None:
        records.private.reseal(new.private)


def unlock_by_lead(path: Path, secret: str, identity: Identity, *, by_code: bool) -> Vault:
    """The vault with the lead's own key to its private part: what opens the rest is the worker's, or the code."""
    with held(VaultFolder(path)) as (folder, lock):
        slots = read_slots(folder, check_files(folder))
        got = _got(folder, slots, read_code(secret) if by_code else secret, "recovery" if by_code else "worker")
        return opened_vault(folder, lock, VaultKeys(got.data_key, _by_lead(slots, identity)), slots)


def _got(folder: VaultFolder, slots: SlotFile, secret: str, kind: SlotKind = "worker") -> Opened:
    """What the secret opens, of a vault of real cases: there is no lead, and nothing to recover, in training."""
    got = opened(slots, secret, kind)
    refuse_other_purpose(folder.database, got.data_key, folder.purpose)
    return got


def _by_lead(slots: SlotFile, identity: Identity) -> bytes:
    if slots.lead is None:
        raise NO_LEAD
    return by_lead(slots.lead, identity, slots.database_id)


def _for_worker(slots: SlotFile, data_key: bytes, passphrase: str) -> SlotFile:
    if not passphrase.strip():
        raise UsageError("The passphrase is empty.", "Choose a few words you will remember.")
    before = next(one for one in slots.slots if one.kind == "worker")
    slot = wrap(data_key, passphrase, "worker", slots.database_id, before.cost)
    return replace(slots, slots=(slot, *(one for one in slots.slots if one.kind != "worker")))

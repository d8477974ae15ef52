"""Who may open a casebook, changed while it is closed; and the safeguarding lead's opening of its private part.

Each is noted in the log of the vault, where anybody may open it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Surroundings
from bcst_tui.errors import WrongPassphrase
from bcst_tui.vault import lead_slot, who_opens
from bcst_tui.vault.lead_slot import Identity as Identity
from bcst_tui.vault.opening import unlock_vault


def change_passphrase(folder: Path, old: str, new: str, around: Surroundings) -> None:
    """Another passphrase; the private part goes along. Raises BcstError."""
    who_opens.change_passphrase(folder, old, new)
    _note(folder, new, "passphrase", around)


def give_recovery_code(folder: Path, passphrase: str, around: Surroundings) -> str:
    """A new recovery code, in place of any before. Raises BcstError."""
    code = who_opens.give_recovery_code(folder, passphrase)
    _note(folder, passphrase, "recovery code", around)
    return code


def recover(folder: Path, code: str, new: str, around: Surroundings) -> str:
    """A new passphrase by the recovery code; what is said of the private part, which is shut now. Raises BcstError."""
    has_lead = who_opens.recover(folder, code, new)
    _note(folder, new, "recovered", around)
    return str(who_opens.SHUT if has_lead else who_opens.LOST)


def set_lead(folder: Path, passphrase: str, public: str, around: Surroundings) -> None:
    """Wrap the private part's key for this lead; for none where it is empty. Raises BcstError."""
    who_opens.set_lead(folder, passphrase, public)
    _note(folder, passphrase, "lead's key", around)


def lead_key(folder: Path, passphrase: str) -> str:
    """The lead's public key the private part is wrapped for, or empty. Raises BcstError."""
    vault = unlock_vault(folder, passphrase)
    try:
        return vault.lead_key
    finally:
        vault.close()


def open_again(folder: Path, passphrase: str, identity: lead_slot.Identity, around: Surroundings) -> None:
    """The lead wraps the private part's key for the worker again. Raises BcstError."""
    who_opens.open_again(folder, passphrase, identity)
    _note(folder, passphrase, "opened again", around)


def begin_anew(folder: Path, passphrase: str, around: Surroundings) -> int:
    """An empty private part in place of one nobody can open; how many people are not asked anew. Raises BcstError."""
    count = who_opens.begin_anew(folder, passphrase)
    _note(folder, passphrase, "begun anew", around)
    return count


def renew(folder: Path, passphrase: str, around: Surroundings) -> str:
    """New keys for all that is here; a new recovery code, or empty where there was none. Raises BcstError."""
    code = who_opens.renew(folder, passphrase)
    _note(folder, passphrase, "new keys", around)
    return code


def new_lead_key(passphrase: str) -> tuple[bytes, str]:
    """A new key for a lead: its locked file, and its public half."""
    return lead_slot.new_identity(passphrase)


def is_locked(content: bytes) -> bool:
    """Whether a key file needs a passphrase."""
    return lead_slot.is_locked(content)


def read_lead_key(content: bytes, passphrase: str) -> lead_slot.Identity:
    """The lead's key out of its file. Raises BcstError."""
    return lead_slot.identity_of(content, passphrase)


@contextmanager
def opened_by_lead(
    folder: Path, secret: str, identity: lead_slot.Identity, around: Surroundings, *, by_code: bool
) -> Iterator[Casebook]:
    """The casebook with the lead's own key to its private part, until this ends. Raises BcstError."""
    casebook = Casebook(who_opens.unlock_by_lead(folder, secret, identity, by_code=by_code), around)
    try:
        yield casebook
    finally:
        casebook.close()


def _note(folder: Path, passphrase: str, what: str, around: Surroundings) -> None:
    """In the log: what was changed, and never a secret."""
    try:
        vault = unlock_vault(folder, passphrase)
    except WrongPassphrase:
        raise AssertionError("the passphrase was just proved") from None
    try:
        with vault.session() as records:
            records.log("keys_changed", what, around.now())
    finally:
        vault.close()

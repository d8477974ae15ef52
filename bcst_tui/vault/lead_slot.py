"""The private part's key, wrapped for the safeguarding lead: an age file that their own key alone opens.

Whose key it is nobody can tell from the key itself, so it is given by hand and its last letters are read back.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TypeAlias

import pyrage  # type: ignore[import-untyped]

from bcst_tui.errors import BcstError, UsageError, VaultDamaged
from bcst_tui.vault.folder import RESTORE

Identity: TypeAlias = pyrage.x25519.Identity
"""The secret half of a key of age."""
LARGEST = 4096
"""Bytes of an identity file; more than any key needs."""
HARDEST = 20
"""The most work, as a power of two, that a passphrase over an age file may ask for: some seconds."""
TIMES_ASKED = 50
TOO_MUCH = "Excessive work"
"""How the library says that this machine would take too long over a passphrase."""
AGE = b"age-encryption.org/v1\n"


class WrongIdentity(BcstError):
    """A key file that does not open what it should."""

    title = "That key does not open it"
    exit_code = 4


@dataclass(frozen=True)
class LeadSlot:
    """The lead's public key, and the wrapped key of the private part."""

    public: str
    wrapped: bytes = field(repr=False)


def checked_public(typed: str) -> str:
    """A public key as it can be used. Raises UsageError with what is wrong with it."""
    key = "".join(typed.split()).lower()
    if key.startswith("age-secret-key"):
        raise UsageError(
            "That is the secret half of the key, which nobody but the safeguarding lead should see.",
            "Ask for the public one: it begins with age1. Their key has now been seen here: they need a new one.",
        )
    try:
        return str(pyrage.x25519.Recipient.from_str(key))
    except pyrage.RecipientError:
        raise UsageError(
            "That is not a key of age, or a letter of it is wrong.",
            "It begins with age1 and has 62 letters and digits. The lead makes one with: bcst lead new-key.",
        ) from None


def for_lead(private_key: bytes, public: str, database_id: str) -> LeadSlot:
    """The private part's key, wrapped for this public key and for this vault alone."""
    said = json.dumps({"vault": database_id, "key": private_key.hex()}).encode()
    return LeadSlot(public, pyrage.encrypt(said, [pyrage.x25519.Recipient.from_str(public)]))


def by_lead(slot: LeadSlot, identity: Identity, database_id: str) -> bytes:
    """The key back with the lead's own. Raises WrongIdentity, VaultDamaged."""
    if str(identity.to_public()) != slot.public:
        raise WrongIdentity(
            "That is not the key that the private part of this vault was wrapped for. Nothing has been changed.",
            f"It was wrapped for the key that ends in {slot.public[-6:]}.",
        )
    try:
        said = json.loads(pyrage.decrypt(slot.wrapped, [identity]))
        if said["vault"] != database_id:
            raise ValueError
        return bytes.fromhex(said["key"])
    except (pyrage.DecryptError, ValueError, KeyError, TypeError):
        raise VaultDamaged("The lead's slot in vault.keys is damaged, or comes from another vault.", RESTORE) from None


def new_identity(passphrase: str) -> tuple[bytes, str]:
    """A new key for a lead: the file to keep, locked by the passphrase, and its public half to give away."""
    identity = pyrage.x25519.Identity.generate()
    return pyrage.passphrase.encrypt(str(identity).encode() + b"\n", passphrase), str(identity.to_public())


def is_locked(content: bytes) -> bool:
    """Whether a key file needs a passphrase."""
    return content.startswith(AGE)


def identity_of(content: bytes, passphrase: str = "") -> Identity:
    """The key in a file as age or bcst makes it, locked or not. Raises UsageError, WrongIdentity."""
    if is_locked(content):
        refuse_work(content)
        try:
            content = opened_with(content, passphrase)
        except pyrage.DecryptError:
            raise WrongIdentity(
                "That passphrase does not open this key file.", "Try again; nothing has been changed."
            ) from None
    lines = (line.strip() for line in content.decode("utf-8", "replace").splitlines())
    try:
        return pyrage.x25519.Identity.from_str(next(line for line in lines if line.startswith("AGE-SECRET-KEY-1")))
    except (StopIteration, pyrage.IdentityError):
        raise UsageError(
            "There is no key of age in this file.", "It holds a line that begins AGE-SECRET-KEY-1."
        ) from None


def opened_with(content: bytes, passphrase: str) -> bytes:
    """What the passphrase unlocks. Raises pyrage.DecryptError.

    The library tries for a blink how fast the machine is. Where that was busy just then it takes an honest file for one
    that asks for too much, so it is asked again; `refuse_work` has the last word on what is too much.
    """
    for _ in range(TIMES_ASKED):
        try:
            return bytes(pyrage.passphrase.decrypt(content, passphrase))
        except pyrage.DecryptError as error:
            refused = error
            if TOO_MUCH not in str(error):
                break
    raise refused


def refuse_work(content: bytes) -> None:
    """Refuse, unopened, a file that asks for more work on its passphrase than an honest one. Raises UsageError."""
    for line in content[:LARGEST].split(b"\n")[:8]:
        words = line.split()
        if words[:2] == [b"->", b"scrypt"] and not (words[-1].isdigit() and int(words[-1]) <= HARDEST):
            raise UsageError("This file asks for more work than bcst gives any file: it was not made by bcst.")

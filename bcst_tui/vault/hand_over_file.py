"""A hand-over file: an age file for one key or one passphrase, and a short code to read back by phone.

age does not say who sent it, so the two workers compare the code.
"""

from __future__ import annotations

import zlib
from hashlib import sha256

import pyrage  # type: ignore[import-untyped]

from bcst_tui.errors import UsageError
from bcst_tui.vault.hand_over_key import hand_over_identity
from bcst_tui.vault.lead_slot import AGE, WrongIdentity, checked_public, opened_with, refuse_work

LARGEST = 20 * 1024 * 1024
_LARGEST_INSIDE = 64 * 1024 * 1024
_ROUND_IT = 64 * 1024
"""More than age adds to what it locks: a header, and sixteen bytes for each 64 KiB."""
NOT_ONE = UsageError(
    "That is not a hand-over file of bcst, or it was damaged on its way.", "Ask for it to be sent again."
)


TOO_LARGE = UsageError(
    "This case is larger than a hand-over file may be, so nothing was written.", "Send the worker's copy of the plan."
)


def locked(content: bytes, *, public: str = "", passphrase: str = "") -> bytes:
    """The file, for this public key, or for whoever has this passphrase. Raises UsageError."""
    pressed = zlib.compress(content)
    if len(content) > _LARGEST_INSIDE or len(pressed) > LARGEST - _ROUND_IT:
        raise TOO_LARGE
    if public:
        return bytes(pyrage.encrypt(pressed, [pyrage.x25519.Recipient.from_str(checked_public(public))]))
    if not passphrase:
        raise UsageError("A hand-over file needs a key or a passphrase to lock it with.")
    return bytes(pyrage.passphrase.encrypt(pressed, passphrase))


def needs_passphrase(file: bytes) -> bool:
    """Whether it was locked with a passphrase. Raises UsageError for what is no such file, unopened."""
    if len(file) > LARGEST or not file.startswith(AGE):
        raise NOT_ONE
    refuse_work(file)
    return file[len(AGE) :].startswith(b"-> scrypt ")


def unlocked(file: bytes, private_key: bytes, passphrase: str = "") -> bytes:
    """What is in it. Raises UsageError, WrongIdentity."""
    by_passphrase = needs_passphrase(file)
    try:
        if by_passphrase:
            pressed = opened_with(file, passphrase)
        else:
            pressed = pyrage.decrypt(file, [hand_over_identity(private_key)])
    except pyrage.DecryptError:
        raise not_opened(by_passphrase) from None
    return _whole(pressed)


def not_opened(by_passphrase: bool) -> WrongIdentity:
    """What is said where this vault's key, or the passphrase, is not the one."""
    return WrongIdentity(
        "That passphrase does not open this file, or it was damaged on its way."
        if by_passphrase
        else "This file was locked for another key than this vault's, or it was damaged on its way.",
        "Nothing has been taken over.",
    )


def own_key(private_key: bytes) -> str:
    """The public key that a hand-over file for this vault is locked with."""
    return str(hand_over_identity(private_key).to_public())


def short_code(file: bytes) -> str:
    """What both workers see of one file: `4f1a 09cc 7be2`."""
    digest = sha256(file).hexdigest()
    return f"{digest[:4]} {digest[4:8]} {digest[8:12]}"


def _whole(pressed: bytes) -> bytes:
    reading = zlib.decompressobj()
    try:
        content = reading.decompress(pressed, _LARGEST_INSIDE)
    except zlib.error:
        raise NOT_ONE from None
    if not reading.eof:
        raise NOT_ONE
    return content

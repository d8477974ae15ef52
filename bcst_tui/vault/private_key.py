"""The private part's own key: who has it wrapped for them, and while nobody here has, that it is shut."""

from __future__ import annotations

import secrets
from dataclasses import replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from bcst_tui.errors import VaultDamaged
from bcst_tui.vault.folder import RESTORE
from bcst_tui.vault.keys import NONCE_BYTES, Opened, SealedSlot, SlotFile, new_data_key


def with_private_key(slots: SlotFile, got: Opened) -> tuple[SlotFile, bytes | None]:
    """The private part's key, None while it is shut; a slot file from before there was one is given one."""
    if slots.shut:
        return slots, None
    if slots.sealed is not None:
        return slots, unwrap_private(slots.sealed, got.private_wrapping, slots.database_id)
    private_key = new_data_key()
    return replace(slots, sealed=wrap_private(private_key, got.private_wrapping, slots.database_id)), private_key


def wrap_private(private_key: bytes, wrapping: bytes, database_id: str) -> SealedSlot:
    """The private part's key, wrapped for the worker."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return SealedSlot(nonce, ChaCha20Poly1305(wrapping).encrypt(nonce, private_key, database_id.encode()))


def unwrap_private(sealed: SealedSlot, wrapping: bytes, database_id: str) -> bytes:
    """The private part's key back. Raises VaultDamaged: the passphrase has been proved right by then."""
    try:
        return ChaCha20Poly1305(wrapping).decrypt(sealed.nonce, sealed.wrapped, database_id.encode())
    except InvalidTag:
        raise VaultDamaged("The key of the private part in vault.keys is damaged.", RESTORE) from None

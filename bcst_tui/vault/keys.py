"""The key-slot file: the vault's random key, wrapped once for each who may open it.

A passphrase never meets the database. Argon2id makes a wrapping key of it, ChaCha20-Poly1305 opens the slot with
that, and only what comes out opens the database. So a wrong passphrase and a damaged database can be told apart,
and a checksum over the file tells both from a damaged key file.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal, get_args

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bcst_tui.errors import UsageError, VaultDamaged, WrongPassphrase
from bcst_tui.vault.folder import RESTORE
from bcst_tui.vault.lead_slot import LeadSlot, checked_public

FORMAT = 3
"""Of the file: 1 had no slot for the private part, 2 none for the lead's; an older bcst would drop them."""
_SLOT_FORMAT = 1
KEY_BYTES = 32
_SALT_BYTES = 16
NONCE_BYTES = 12
_TAG_BYTES = 16
_MIB = 1024

SlotKind = Literal["worker", "recovery"]


class UnreadableSlots(ValueError):
    """This copy of the key-slot file is not what bcst wrote; the other copy may be."""


@dataclass(frozen=True)
class Cost:
    """What one guess costs: Argon2id's memory in KiB, passes over it, and lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def is_below_floor(self) -> bool:
        return self.memory_kib < FLOOR.memory_kib or self.passes < FLOOR.passes or self.lanes < 1

    def is_above_ceiling(self) -> bool:
        """More than any bcst would have chosen: only a hostile file asks for it."""
        return self.memory_kib > 4096 * _MIB or self.passes > CEILING_PASSES or self.lanes > 16


FLOOR = Cost(64 * _MIB, 3, 1)
PREFERRED = Cost(256 * _MIB, 3, 2)
CEILING_PASSES = 40
FASTEST, SLOWEST = 0.4, 1.0
"""Seconds that one unlock may take on the machine that made the vault."""


@dataclass(frozen=True)
class Slot:
    """One way in: who for, at what cost, and the wrapped key."""

    kind: SlotKind
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes = field(repr=False)


@dataclass(frozen=True)
class SlotFile:
    """Everything in `vault.keys`. `commits` is how far the database had come when this was written.

    `shut`: after a recovery nobody here can open the private part, until the lead wraps its key for the worker again.
    """

    database_id: str
    file_salt: bytes
    slots: tuple[Slot, ...]
    commits: int = 0
    sealed: SealedSlot | None = None
    lead: LeadSlot | None = None
    shut: bool = False


@dataclass(frozen=True)
class SealedSlot:
    """The private part's own key, wrapped for the worker. There is none for recovery: that slot never opens it."""

    nonce: bytes
    wrapped: bytes = field(repr=False)


@dataclass(frozen=True)
class VaultKeys:
    """What opens a vault: its data, and inside it the private part, unless that is shut."""

    data: bytes = field(repr=False)
    private: bytes | None = field(repr=False)


@dataclass(frozen=True)
class Opened:
    """What a passphrase gave: the data key, and what the key of the private part is wrapped under."""

    data_key: bytes = field(repr=False)
    private_wrapping: bytes = field(repr=False)


def new_data_key() -> bytes:
    """A fresh key for a new database."""
    return secrets.token_bytes(KEY_BYTES)


def calibrated(seconds_taken: Callable[[Cost], float]) -> Cost:
    """The dearest guess that still unlocks in 0.4 to 1.0 seconds here, never below the floor."""
    cost = PREFERRED
    seconds = seconds_taken(cost)
    while seconds > SLOWEST and cost.memory_kib > FLOOR.memory_kib:
        cost = replace(cost, memory_kib=cost.memory_kib // 2)
        seconds = seconds_taken(cost)
    if seconds < FASTEST:
        wanted = -(-cost.passes * FASTEST * 1.15 // seconds)
        cost = replace(cost, passes=min(int(wanted), CEILING_PASSES))
    return cost


def wrap(data_key: bytes, passphrase: str, kind: SlotKind, database_id: str, cost: Cost) -> Slot:
    """A slot that this passphrase opens."""
    if not passphrase.strip():
        raise UsageError("The passphrase is empty.", "Choose a few words you will remember.")
    _refuse_cost(cost)
    slot = Slot(kind, cost, secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(NONCE_BYTES), b"")
    cipher = ChaCha20Poly1305(wrapping_key(passphrase, slot.salt, cost))
    return replace(slot, wrapped=cipher.encrypt(slot.nonce, data_key, _header(slot, database_id)))


def unwrap(slots: SlotFile, passphrase: str, kind: SlotKind = "worker") -> bytes:
    """The data key, or WrongPassphrase; never a word about damage, which a checksum has ruled out."""
    return opened(slots, passphrase, kind).data_key


def opened(slots: SlotFile, passphrase: str, kind: SlotKind = "worker") -> Opened:
    """Everything this passphrase opens, for the price of one guess. Raises WrongPassphrase."""
    for slot in slots.slots:
        if slot.kind != kind:
            continue
        _refuse_cost(slot.cost)
        root = wrapping_key(passphrase, slot.salt, slot.cost)
        try:
            data_key = ChaCha20Poly1305(root).decrypt(slot.nonce, slot.wrapped, _header(slot, slots.database_id))
            return Opened(data_key, private_wrapping(root))
        except InvalidTag:
            continue
    raise WrongPassphrase(
        "That passphrase does not open this vault. Nothing has been changed.",
        "Try again: look at capital letters and the spaces between words.",
    )


def private_wrapping(root: bytes) -> bytes:
    """The key the private part's key is wrapped under: out of the same guess, and of no other use."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=b"bcst private part").derive(root)


def without_slots(data_key: bytes) -> VaultKeys:
    """The keys of a vault that has no key-slot file: rehearsals and tests."""
    return VaultKeys(data_key, private_wrapping(data_key))


def wrapping_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Argon2id of the passphrase; the same characters give the same key on every keyboard and system."""
    return hash_secret_raw(
        secret=unicodedata.normalize("NFC", passphrase).encode(),
        salt=salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def to_text(slots: SlotFile) -> str:
    """The file's JSON, with the checksum that tells damage from a wrong passphrase."""
    content: dict[str, Any] = {
        "format": FORMAT,
        "database_id": slots.database_id,
        "file_salt": slots.file_salt.hex(),
        "commits": slots.commits,
        "slots": [_slot_content(slot) for slot in slots.slots],
    }
    if slots.sealed is not None:
        content["private"] = {"nonce": slots.sealed.nonce.hex(), "wrapped": slots.sealed.wrapped.hex()}
    if slots.lead is not None:
        content["lead"] = {"public": slots.lead.public, "wrapped": slots.lead.wrapped.hex()}
    if slots.shut:
        content["shut"] = True
    return json.dumps({**content, "checksum": _checksum(content)}, indent=1) + "\n"


def from_text(text: str) -> SlotFile:
    """The file back, or UnreadableSlots."""
    try:
        content = json.loads(text)
        checksum = content.pop("checksum")
        if not hmac.compare_digest(checksum, _checksum(content)):
            raise UnreadableSlots("the checksum differs")
        if content["format"] > FORMAT:
            raise VaultDamaged(
                "vault.keys was written by a newer bcst than this one.", "Use the newer bcst; nothing has been changed."
            )
        return SlotFile(
            database_id=_text(content["database_id"]),
            file_salt=bytes.fromhex(content["file_salt"]),
            slots=tuple(_slot(each) for each in content["slots"]),
            commits=int(content["commits"]),
            sealed=_sealed(content["private"]) if "private" in content else None,
            lead=_lead(content["lead"]) if "lead" in content else None,
            shut=content.get("shut") is True,
        )
    except (UsageError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableSlots(f"not a key-slot file ({type(error).__name__})") from None


def _slot(content: dict[str, Any]) -> Slot:
    slot = Slot(
        content["kind"],
        Cost(**content["argon2id"]),
        *(bytes.fromhex(content[name]) for name in ("salt", "nonce", "wrapped")),
    )
    sizes = (len(slot.salt), len(slot.nonce), len(slot.wrapped))
    costs = (slot.cost.memory_kib, slot.cost.passes, slot.cost.lanes)
    if sizes != (_SALT_BYTES, NONCE_BYTES, KEY_BYTES + _TAG_BYTES) or slot.kind not in get_args(SlotKind):
        raise UnreadableSlots("a slot has the wrong shape")
    if not all(type(number) is int for number in costs):
        raise UnreadableSlots("a cost is not a number")
    return slot


def _sealed(content: dict[str, Any]) -> SealedSlot:
    sealed = SealedSlot(*(bytes.fromhex(content[name]) for name in ("nonce", "wrapped")))
    if (len(sealed.nonce), len(sealed.wrapped)) != (NONCE_BYTES, KEY_BYTES + _TAG_BYTES):
        raise UnreadableSlots("the slot of the private part has the wrong shape")
    return sealed


def _lead(content: dict[str, Any]) -> LeadSlot:
    return LeadSlot(checked_public(content["public"]), bytes.fromhex(content["wrapped"]))


def _slot_content(slot: Slot) -> dict[str, Any]:
    return {
        "kind": slot.kind,
        "argon2id": asdict(slot.cost),
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }


def _header(slot: Slot, database_id: str) -> bytes:
    """What the slot is bound to: nobody can lower its cost or move it to another vault."""
    bound = {**_slot_content(slot), "format": _SLOT_FORMAT, "database_id": database_id}
    del bound["wrapped"]
    return _canonical(bound)


def _refuse_cost(cost: Cost) -> None:
    if cost.is_below_floor() or cost.is_above_ceiling():
        raise VaultDamaged(
            "vault.keys asks for less or more work on a passphrase than bcst allows: somebody has changed it.",
            RESTORE,
        )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise UnreadableSlots("a name is not text")
    return value


def _checksum(content: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(content)).hexdigest()


def _canonical(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()

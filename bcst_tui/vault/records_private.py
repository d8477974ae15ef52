"""The private part of each person: sealed under its own key, bound to its person, one size for all.

No query here reads two people at once, but where two cases turn out to be one person's. Nothing of it can be
searched or counted.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from sqlmodel import Session, col, select

from bcst_tui.disclosure.joining import joined
from bcst_tui.disclosure.sealing import Sealed, padded, unpadded
from bcst_tui.errors import VaultDamaged
from bcst_tui.vault.folder import RESTORE
from bcst_tui.vault.private_tables import PrivatePart
from bcst_tui.vault.tables import PersonRow, VaultState

_NONCE_BYTES = 12
NOTHING_YET = Sealed()


@dataclass(frozen=True)
class PrivateRecords:
    _session: Session = field(repr=False)
    _key: bytes = field(repr=False)

    def of(self, person_id: int) -> Sealed:
        """What is kept of this person, and where an open run stands. Raises VaultDamaged."""
        row = self._session.get(PrivatePart, person_id)
        return NOTHING_YET if row is None else self._opened(row)

    def keep(self, person_id: int, sealed: Sealed) -> None:
        """This in place of what was kept, sealed afresh. Raises NotSaved where it is too full."""
        row = self._session.get(PrivatePart, person_id)
        if row is None:
            row = PrivatePart(person_id=person_id, sealed=b"")
        row.sealed = self._closed(person_id, sealed)
        self._session.add(row)
        self._session.flush()

    def join(self, stays_id: int, goes_id: int) -> None:
        """One person's two cases become one: their parts too, before the rest of the rows move."""
        stays, goes = self.of(stays_id), self.of(goes_id)
        self.keep(stays_id, Sealed(joined(stays.record, goes.record), stays.run))
        row = self._session.get(PrivatePart, goes_id)
        if row is not None:
            self._session.delete(row)
            self._session.flush()

    def begin_missing(self) -> None:
        """A part for everybody who has none, so that nobody's can be told by its being there."""
        has_one = select(PrivatePart.person_id)
        for person_id in self._session.exec(select(PersonRow.id).where(col(PersonRow.id).not_in(has_one))).all():
            assert person_id is not None
            self.keep(person_id, NOTHING_YET)

    def _closed(self, person_id: int, sealed: Sealed) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + ChaCha20Poly1305(self._key).encrypt(nonce, padded(sealed), self._bound_to(person_id))

    def _opened(self, row: PrivatePart) -> Sealed:
        nonce, closed = row.sealed[:_NONCE_BYTES], row.sealed[_NONCE_BYTES:]
        try:
            return unpadded(ChaCha20Poly1305(self._key).decrypt(nonce, closed, self._bound_to(row.person_id)))
        except (InvalidTag, ValueError):
            raise VaultDamaged(
                "The private part of this case can't be opened: it was moved or damaged, or belongs to another key.",
                RESTORE,
            ) from None

    def _bound_to(self, person_id: int) -> bytes:
        database = self._session.exec(select(VaultState.database_id)).one()
        return f"{database} {person_id}".encode()

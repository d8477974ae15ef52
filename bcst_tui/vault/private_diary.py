"""The one row that tells on which days somebody is to be met by their private part, sealed under its key.

It is no ordinary line: whoever opens the vault with its recovery code can read nothing of it.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from sqlmodel import Session, select

from bcst_tui.disclosure.diary import Diary, padded, unpadded
from bcst_tui.errors import VaultDamaged
from bcst_tui.vault.folder import RESTORE
from bcst_tui.vault.private_tables import PrivateDiaryRow
from bcst_tui.vault.tables import VaultState

_NONCE_BYTES = 12
_DATABASE = "database_id"


def database_of(session: Session) -> str:
    """The vault that what is sealed is bound to; asked once a session."""
    if _DATABASE not in session.info:
        session.info[_DATABASE] = session.exec(select(VaultState.database_id)).one()
    return str(session.info[_DATABASE])


@dataclass(frozen=True)
class PrivateDiary:
    """`_key` is None while the part is shut: then it is empty, and nothing is written."""

    _session: Session = field(repr=False)
    _key: bytes | None = field(repr=False)

    @property
    def is_there(self) -> bool:
        return self._row() is not None

    def read(self) -> Diary:
        """Whose days, and which. Raises VaultDamaged."""
        return self._opened(self._row())

    def reseal(self, key: bytes) -> None:
        """The same days under another key. Raises VaultDamaged."""
        replace(self, _key=key).put_all(self.read())

    def put(self, person_id: int, days: Collection[date]) -> None:
        """This person's days, in place of those they had; sealed afresh whether or not they are others."""
        row = self._row()
        others = {one for one in self._opened(row) if one[0] != person_id}
        self._close(row, frozenset(others | {(person_id, on) for on in days}))

    def put_all(self, diary: Diary) -> None:
        """Everybody's, in place of what was there, which need not be readable."""
        self._close(self._row(), diary)

    def _row(self) -> PrivateDiaryRow | None:
        return self._session.get(PrivateDiaryRow, 1)

    def _opened(self, row: PrivateDiaryRow | None) -> Diary:
        if self._key is None or row is None:
            return frozenset()
        nonce, closed = row.sealed[:_NONCE_BYTES], row.sealed[_NONCE_BYTES:]
        try:
            return unpadded(ChaCha20Poly1305(self._key).decrypt(nonce, closed, self._bound()))
        except (InvalidTag, ValueError):
            raise VaultDamaged(
                "The days agreed in the private part can't be read: damaged, or of another key.", RESTORE
            ) from None

    def _close(self, row: PrivateDiaryRow | None, diary: Diary) -> None:
        if self._key is None:
            return
        row = row or PrivateDiaryRow(sealed=b"")
        nonce = secrets.token_bytes(_NONCE_BYTES)
        row.sealed = nonce + ChaCha20Poly1305(self._key).encrypt(nonce, padded(diary), self._bound())
        self._session.add(row)
        self._session.flush()

    def _bound(self) -> bytes:
        return f"{database_of(self._session)} diary".encode()

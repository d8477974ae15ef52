"""The private part of each person: sealed under its own key, bound to its person, one size for all.

No query here reads two people's parts at once, but where two cases turn out to be one person's. Nothing of it can be
searched or counted. The days agreed in them go into one sealed row (`private_diary`) as they are kept.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from datetime import date

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from sqlmodel import Session, col, select

from bcst_tui.disclosure.diary import Diary, open_days
from bcst_tui.disclosure.joining import joined
from bcst_tui.disclosure.ledger import ITEMS, Ledger, after_new_sentence
from bcst_tui.disclosure.record import NOTHING_KEPT
from bcst_tui.disclosure.run import lost
from bcst_tui.disclosure.sealing import Sealed, for_a_new_sitting, in_words, padded, unpadded
from bcst_tui.errors import BcstError, VaultDamaged
from bcst_tui.vault.folder import RESTORE
from bcst_tui.vault.invented_only import INVENTED_ONLY, refuse_real
from bcst_tui.vault.private_diary import PrivateDiary, database_of
from bcst_tui.vault.private_tables import PrivatePart
from bcst_tui.vault.tables import PersonRow, SittingRow

_NONCE_BYTES = 12
NOTHING_YET = Sealed()


class PrivateShut(BcstError):
    """After a recovery nobody here can open the private part."""

    title = "The private part is shut"


SHUT = PrivateShut(
    "The private part is shut since this vault was opened with its recovery code.",
    "Nothing in it is lost: the safeguarding lead can open it again with their key, by: bcst lead open-again.",
)
LOST = PrivateShut(
    "The private part is shut since this vault was opened with its recovery code, and no safeguarding lead's key was"
    " set up, so what is in it is lost.",
    "If the old passphrase comes back to you, keep this vault as it is. Else: bcst keys begin-anew.",
)
NOT_ASKED_AGAIN = tuple(Ledger(item).put("later", "i_will_say", 0) for item in ITEMS)


@dataclass(frozen=True)
class PrivateRecords:
    """`_key` is None while the part is shut: then what reads or keeps a part raises PrivateShut."""

    _session: Session = field(repr=False)
    _key: bytes | None = field(repr=False)

    def of(self, person_id: int) -> Sealed:
        """What is kept of this person, and where an open run stands. Raises VaultDamaged."""
        self._cipher()
        row = self._session.get(PrivatePart, person_id)
        return NOTHING_YET if row is None else self._opened(row)

    def keep(self, person_id: int, sealed: Sealed) -> None:
        """This in place of what was kept, sealed afresh. Raises NotSaved where it is too full."""
        self._put(person_id, sealed)
        self._diary.put(person_id, open_days(sealed.record))

    def days(self) -> Diary:
        """Who is to be met on which day, by what was agreed; nobody while the part is shut."""
        return self._diary.read()

    def forget_days(self, person_id: int) -> None:
        """Whoever is erased is met no more."""
        self._diary.put(person_id, ())

    def _put(self, person_id: int, sealed: Sealed) -> None:
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
        self.forget_days(goes_id)
        row = self._session.get(PrivatePart, goes_id)
        if row is not None:
            self._session.delete(row)
            self._session.flush()

    def begin_missing(self) -> None:
        """A part for everybody who has none, and the row of their days: neither can be told by its being there."""
        if self._key is None:
            return
        has_one = select(PrivatePart.person_id)
        missing = set(self._session.exec(select(PersonRow.id).where(col(PersonRow.id).not_in(has_one))).all())
        for person_id in missing:
            assert person_id is not None
            self._put(person_id, NOTHING_YET)
        if missing or not self._diary.is_there:
            self._diary.put_all(frozenset(one for one in self.days() if one[0] not in missing))

    def new_sitting(self, person_id: int) -> None:
        """A sitting begins: no run is under way. While the part is shut this waits for its opening."""
        if self._key is not None:
            self.keep(person_id, for_a_new_sitting(self.of(person_id)))

    def new_sentence(self, person_id: int) -> None:
        """What was passed on and left may be confirmed once more; nothing else changes, and nothing is asked anew."""
        if self._key is None:
            return
        kept = self.of(person_id)
        first, second = map(after_new_sentence, kept.record.ledgers)
        self.keep(person_id, replace(kept, record=replace(kept.record, ledgers=(first, second))))

    def put_down_runs(self) -> None:
        """Whatever was under way when the part was shut is over, and nothing that was asked is asked again."""
        self.begin_missing()
        days: set[tuple[int, date]] = set()
        for person_id in self._everybody():
            kept = self.of(person_id)
            run, record = lost(kept.run, kept.record)
            self._put(person_id, for_a_new_sitting(Sealed(record, run)))
            days.update((person_id, on) for on in open_days(record))
        self._diary.put_all(frozenset(days))

    def begin_anew(self) -> int:
        """An empty part for everybody, under a new key; how many had theirs opened, and are left to say so."""
        opened = set(
            self._session.exec(select(SittingRow.person_id).where(col(SittingRow.private_part) != "not_opened")).all()
        )
        settled = NOTHING_KEPT
        for ledger in NOT_ASKED_AGAIN:
            settled = settled.with_ledger(ledger)
        for person_id in self._everybody():
            self._put(person_id, Sealed(settled) if person_id in opened else NOTHING_YET)
        self._diary.put_all(frozenset())
        return len(opened)

    def reseal(self, key: bytes) -> None:
        """Everything there is under another key, and nothing else changed in it. Raises VaultDamaged."""
        under = replace(self, _key=key)
        for person_id in self._everybody():
            under._put(person_id, self.of(person_id))
        self._diary.reseal(key)

    @property
    def _diary(self) -> PrivateDiary:
        return PrivateDiary(self._session, self._key)

    def _everybody(self) -> list[int]:
        return [one for one in self._session.exec(select(PersonRow.id)).all() if one is not None]

    def _cipher(self) -> ChaCha20Poly1305:
        if self._key is None:
            raise SHUT
        return ChaCha20Poly1305(self._key)

    def _closed(self, person_id: int, sealed: Sealed) -> bytes:
        if self._session.info.get(INVENTED_ONLY):
            refuse_real(in_words(sealed))
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher().encrypt(nonce, padded(sealed), self._bound_to(person_id))

    def _opened(self, row: PrivatePart) -> Sealed:
        nonce, closed = row.sealed[:_NONCE_BYTES], row.sealed[_NONCE_BYTES:]
        try:
            return unpadded(self._cipher().decrypt(nonce, closed, self._bound_to(row.person_id)))
        except (InvalidTag, ValueError):
            raise VaultDamaged(
                "The private part of this case can't be opened: it was moved or damaged, or belongs to another key.",
                RESTORE,
            ) from None

    def _bound_to(self, person_id: int) -> bytes:
        return f"{database_of(self._session)} {person_id}".encode()

"""Every change of what opens a vault, and how a vault stands: what opens it, how far, and what is in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyrage  # type: ignore[import-untyped]

from bcst_tui.disclosure.ledger import Ledger
from bcst_tui.disclosure.record import NOTHING_KEPT
from bcst_tui.disclosure.sealing import Sealed
from bcst_tui.errors import WrongPassphrase
from bcst_tui.vault import who_opens
from bcst_tui.vault.lead_slot import WrongIdentity
from bcst_tui.vault.opening import create_vault, unlock_vault
from bcst_tui.vault.vault import Vault
from bcst_tui.vault.who_opens import NotNow
from tests.vault.invented import PASSPHRASE, WORKER, begun
from tests.vault.ready import let_go

OTHER = "another passphrase entirely"
ANOTHER_LEAD = str(pyrage.x25519.Identity.generate().to_public())
TOLD = Sealed(replace(NOTHING_KEPT.with_ledger(Ledger("q1", "disclosed", asks=1)), q="opened"))


@dataclass(frozen=True)
class Secrets:
    """The code and the lead's key of before a change."""

    code: str = field(repr=False)
    lead: str = field(repr=False)

    @property
    def identity(self) -> pyrage.x25519.Identity:
        return pyrage.x25519.Identity.from_str(self.lead)


@dataclass(frozen=True)
class Standing:
    """What one passphrase opens, what the code and the lead's key of before open together, and what is there."""

    passphrase: str = field(repr=False)
    is_shut: bool
    by_code_and_lead: bool
    lead: str
    people: int
    parts: tuple[Sealed, ...] = field(repr=False)


@dataclass(frozen=True)
class Change:
    """What is done, and what was done before it."""

    done: Callable[[Path, Secrets], object]
    before: tuple[Callable[[Path, Secrets], object], ...] = ()


def recover(folder: Path, known: Secrets) -> object:
    return who_opens.recover(folder, known.code, OTHER)


CHANGES: dict[str, Change] = {
    "another passphrase": Change(lambda folder, _: who_opens.change_passphrase(folder, PASSPHRASE, OTHER)),
    "another code": Change(lambda folder, _: who_opens.give_recovery_code(folder, PASSPHRASE)),
    "a recovery": Change(recover),
    "another lead": Change(lambda folder, _: who_opens.set_lead(folder, PASSPHRASE, ANOTHER_LEAD)),
    "no lead": Change(lambda folder, _: who_opens.set_lead(folder, PASSPHRASE, "")),
    "opened again": Change(lambda folder, known: who_opens.open_again(folder, OTHER, known.identity), (recover,)),
    "begun anew": Change(lambda folder, _: who_opens.begin_anew(folder, OTHER), (recover,)),
    "new keys": Change(lambda folder, _: who_opens.renew(folder, PASSPHRASE)),
    "new keys while shut": Change(lambda folder, _: who_opens.renew(folder, OTHER), (recover,)),
}


def prepared(folder: Path) -> Secrets:
    """A closed vault with a lead's key and a recovery code; one of two people has told something."""
    lead = pyrage.x25519.Identity.generate()
    vault = create_vault(folder, PASSPHRASE, WORKER, str(lead.to_public()))
    with vault.session() as records:
        sitting = begun(records)
        records.sittings.set_private_part(sitting.id, "opened")
        begun(records, "Dunlin Invented")
        records.private.begin_missing()
        records.private.keep(sitting.person_id, TOLD)
    vault.close()
    return Secrets(who_opens.give_recovery_code(folder, PASSPHRASE), str(lead))


def ready_for(change: Change, made: Path, known: Secrets, folder: Path) -> Path:
    """A copy of its own, with all that comes before the change."""
    copy = Path(shutil.copytree(made, folder))
    for before in change.before:
        before(copy, known)
    return copy


def standing(folder: Path, known: Secrets) -> Standing:
    """How it stands. Raises what opening it raises, where no passphrase does."""
    together = _by_code_and_lead(folder, known)
    vault, passphrase = _opened(folder)
    try:
        with vault.session() as records:
            people = [one.id for one in records.people.all()]
            parts = () if vault.is_private_shut else tuple(records.private.of(one) for one in people)
        return Standing(passphrase, vault.is_private_shut, together, vault.lead_key, len(people), parts)
    finally:
        let_go(vault)


def _opened(folder: Path) -> tuple[Vault, str]:
    try:
        return unlock_vault(folder, PASSPHRASE), PASSPHRASE
    except WrongPassphrase:
        return unlock_vault(folder, OTHER), OTHER


def _by_code_and_lead(folder: Path, known: Secrets) -> bool:
    try:
        vault = who_opens.unlock_by_lead(folder, known.code, known.identity, by_code=True)
    except (WrongPassphrase, WrongIdentity, NotNow):
        return False
    with vault.session() as records:
        for person in records.people.all():
            records.private.of(person.id)
    let_go(vault)
    return True

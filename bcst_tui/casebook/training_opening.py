"""Opening a training vault, or making one: shipped data and scripts alone, and nobody to ring."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from bcst_tui.casebook.opening import surroundings
from bcst_tui.casebook.rehearsal_values import Library
from bcst_tui.casebook.trainers import TrainersCasebook
from bcst_tui.casebook.training import cut_the_power
from bcst_tui.casebook.values import Profile, Surroundings
from bcst_tui.config import personas_in_use, read_folder, shipped
from bcst_tui.reference.loading import load_reference
from bcst_tui.reference.reference import Reference
from bcst_tui.training.invented import EXTENSION
from bcst_tui.training.persona import WORDINGS_FILE, load_personas
from bcst_tui.training.wordings import load_wordings
from bcst_tui.vault.opening import create_vault, unlock_vault
from bcst_tui.vault.vault import Vault

WORKER = Profile("Sam", "resettlement worker", "HMP Nowhere", True, "safeguarding lead", "duty governor")
"""Who sits there in every rehearsal; trainees go by a code, if by anything."""


def library(environ: Mapping[str, str]) -> Library:
    """The people to rehearse with. Raises ScriptError with file and line."""
    files = personas_in_use(environ)
    return Library(load_personas(files), load_wordings(files[WORDINGS_FILE]))


def training_surroundings(environ: Mapping[str, str], today: date | None = None) -> Surroundings:
    """As for real cases, but with shipped reference data, cards that ring nobody, and the private part open."""
    around = surroundings(environ, today)
    reference = with_dummy_cards(load_reference(read_folder(shipped("data"))))
    return replace(around, reference=reference, trained_to_ask=True, purpose="training")


def with_dummy_cards(reference: Reference) -> Reference:
    """Every card with its roles, and under each an extension that rings nowhere."""
    cards = {
        name: card.model_copy(
            update={
                "dummy": False,
                "contacts": tuple(
                    one.model_copy(update={"name": "nobody: training", "phone": EXTENSION}) for one in card.contacts
                ),
            }
        )
        for name, card in reference.contact_cards.items()
    }
    return replace(reference, contact_cards=cards)


def create_training(
    folder: Path, passphrase: str, around: Surroundings, people: Library, power: Callable[[], None] = cut_the_power
) -> TrainersCasebook:
    """A new training vault in this folder, opened. Raises BcstError."""
    return _opened(create_vault(folder, passphrase, WORKER, purpose="training"), "set_up", around, people, power)


def unlock_training(
    folder: Path, passphrase: str, around: Surroundings, people: Library, power: Callable[[], None] = cut_the_power
) -> TrainersCasebook:
    """The training vault in this folder, opened. Raises WrongPassphrase, IsLive, VaultInUse or VaultDamaged."""
    return _opened(unlock_vault(folder, passphrase, "training"), "unlocked", around, people, power)


def _opened(
    vault: Vault, what: str, around: Surroundings, people: Library, power: Callable[[], None]
) -> TrainersCasebook:
    with vault.session() as records:
        records.log("set_up" if what == "set_up" else "unlocked", "", around.now())
    casebook = TrainersCasebook(vault, around, people, power)
    casebook.make_lists_ready()
    return casebook

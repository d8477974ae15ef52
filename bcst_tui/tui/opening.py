"""The way to a casebook. Everything heavy is imported in here, when it is first needed and never before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bcst_tui.casebook.casebook import Casebook
    from bcst_tui.casebook.rehearsal_values import Library
    from bcst_tui.casebook.values import Surroundings
    from bcst_tui.reference.reference import Reference
    from bcst_tui.tui.screens.help_now import Card
    from bcst_tui.tui.screens.setup import SetUp


class Doors(Protocol):
    """What the app needs to get at a casebook; all but the first two are slow and called in a thread."""

    def looks_set_up(self) -> bool:
        """Whether to ask for the passphrase, or to set up first."""

    def was_cut_off(self) -> bool:
        """Whether bcst was cut off when it last had this open, so that the cover comes first."""

    def make_ready(self) -> None:
        """Import and read all that the first case will need."""

    def unlock(self, passphrase: str) -> Casebook:
        """The casebook this passphrase opens. Raises a BcstError where it doesn't."""

    def create(self, given: SetUp) -> Casebook:
        """A new casebook. Raises a BcstError where it can't be made."""

    def cards(self) -> tuple[Card, ...]:
        """Who to call when something can't wait."""


@dataclass
class VaultDoors:
    """The doors to one vault folder; `day` stands in for today where somebody has asked for it."""

    folder: Path
    environ: Mapping[str, str] = field(repr=False)
    day: date | None = None
    _surroundings: Surroundings | None = field(default=None, init=False, repr=False)

    def looks_set_up(self) -> bool:
        return self.folder.is_dir() and any(self.folder.iterdir())

    def was_cut_off(self) -> bool:
        from bcst_tui.casebook.cut_off import was_cut_off

        return was_cut_off(self.folder)

    def make_ready(self) -> None:
        self._around()

    def unlock(self, passphrase: str) -> Casebook:
        from bcst_tui.casebook.opening import unlock_casebook

        return unlock_casebook(self.folder, passphrase, self._around())

    def create(self, given: SetUp) -> Casebook:
        from bcst_tui.casebook.opening import create_casebook
        from bcst_tui.casebook.values import Profile

        profile = Profile(
            given.worker_name,
            given.worker_role,
            given.prison,
            given.resettlement_prison,
            given.sealed_reader_role,
            given.safeguarding_role,
        )
        return create_casebook(self.folder, given.passphrase, profile, self._around(), given.lead_key)

    def cards(self) -> tuple[Card, ...]:
        return cards_of(self._around().reference)

    def _around(self) -> Surroundings:
        if self._surroundings is None:
            from bcst_tui.casebook.opening import surroundings

            self._surroundings = surroundings(self.environ, self.day)
        return self._surroundings


@dataclass
class TrainingDoors:
    """The doors to one training folder: shipped data alone, and cards that ring nobody."""

    folder: Path
    environ: Mapping[str, str] = field(repr=False)
    day: date | None = None
    _read: tuple[Surroundings, Library] | None = field(default=None, init=False, repr=False)

    def looks_set_up(self) -> bool:
        return self.folder.is_dir() and any(self.folder.iterdir())

    def was_cut_off(self) -> bool:
        from bcst_tui.casebook.cut_off import was_cut_off

        return was_cut_off(self.folder)

    def make_ready(self) -> None:
        self._around()

    def unlock(self, passphrase: str) -> Casebook:
        from bcst_tui.casebook.training_opening import unlock_training

        return unlock_training(self.folder, passphrase, *self._around())

    def create(self, given: SetUp) -> Casebook:
        from bcst_tui.casebook.training_opening import create_training

        return create_training(self.folder, given.passphrase, *self._around())

    def cards(self) -> tuple[Card, ...]:
        return cards_of(self._around()[0].reference)

    def _around(self) -> tuple[Surroundings, Library]:
        if self._read is None:
            from bcst_tui.casebook.training_opening import library, training_surroundings

            self._read = training_surroundings(self.environ, self.day), library(self.environ)
        return self._read


def cards_of(reference: Reference) -> tuple[Card, ...]:
    """The contact cards as the help page takes them."""
    from bcst_tui.tui.screens.help_now import Card

    return tuple(
        Card(
            card.title,
            card.first,
            tuple((contact.role, contact.name, contact.phone) for contact in card.contacts),
            card.dummy,
        )
        for card in reference.contact_cards.values()
    )

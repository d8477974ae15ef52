"""A casebook whose cards are filled in and whose worker may ask, so that the private part is open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.private import PrivateView
from bcst_tui.casebook.values import Sitting, Surroundings
from bcst_tui.reference.reference import Reference
from bcst_tui.vault.opening import open_vault
from tests.tui.driving import Driver
from tests.tui.rooms import KEY, MORNING, TODAY, OpenDoors, reference, script_files, vault_with

CHECKS = ("1", "1", "1", "1", "1")
"""The first answer to each of the five checks passes."""
TO_THE_OFFER = ("1", *CHECKS, "1")


def filled_in() -> Reference:
    """The reference data as after a safeguarding lead has filled in whom to call."""
    cards = reference().contact_cards
    return replace(
        reference(), contact_cards={name: card.model_copy(update={"dummy": False}) for name, card in cards.items()}
    )


@dataclass
class PrivateDoors(OpenDoors):
    """Doors to a vault with one case; it may be opened a second time, as after a lock."""

    trained: bool = True
    names: tuple[str, ...] = ("Robin Example",)

    def _open(self) -> Casebook:
        self.casebook = open_room(self.folder / "vault", self.trained, self.names)
        return self.casebook

    @property
    def view(self) -> PrivateView:
        """How it stands on the disk, of the one case there is."""
        return view_of(self.casebook)

    def stands_at(self) -> str:
        """The state the run is in, on the disk."""
        return self.view.run.state


def open_room(folder: Path, trained: bool = True, names: tuple[str, ...] = ("Robin Example",)) -> Casebook:
    around = Surroundings(script_files(), filled_in(), lambda: TODAY, lambda: MORNING, trained)
    if folder.exists():
        return Casebook(open_vault(folder, KEY), around)
    return Casebook(vault_with(folder, OpenDoors(folder).profile, names, around), around)


def sitting_of(casebook: Casebook | None) -> Sitting:
    assert casebook is not None
    (case,) = casebook.cases()
    return casebook.open_sitting(case.case_id) or casebook.begin(case.case_id)


def view_of(casebook: Casebook | None) -> PrivateView:
    assert casebook is not None
    return casebook.private_view(sitting_of(casebook))


async def into_the_part(at: Driver) -> None:
    """From the cases, by the line of the sections."""
    await at.until_on("CasesScreen")
    await at.press("enter")
    await at.until_on("SectionsScreen")
    await at.press("end", "enter")
    await at.until_on("PrivateScreen")

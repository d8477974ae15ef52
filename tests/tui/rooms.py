"""A real casebook behind doors that open at once: raw key, own folder, invented people, a fixed day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from textual.screen import Screen

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import NewCase, Surroundings
from bcst_tui.config import Settings, read_folder, shipped
from bcst_tui.errors import BcstError, WrongPassphrase
from bcst_tui.interview.answer import Rejection
from bcst_tui.reference.loading import load_reference
from bcst_tui.reference.reference import Reference
from bcst_tui.tui.app import BcstApp
from bcst_tui.tui.idle import Clocks
from bcst_tui.tui.opening import cards_of
from bcst_tui.tui.screens.help_now import Card
from bcst_tui.tui.screens.setup import SetUp
from bcst_tui.vault.values import Profile
from bcst_tui.vault.vault import Vault
from tests.tui.driving import Driver
from tests.vault.ready import prepared_vault, ready_vault

PASSPHRASE = "plain words"
WORD = "kestrel"
KEY = b"k" * 32
TODAY = date(2026, 11, 21)
MORNING = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@cache
def reference() -> Reference:
    return load_reference(read_folder(shipped("data")))


@cache
def script_files() -> dict[str, str]:
    return read_folder(shipped("interview_scripts").joinpath("bcst2"))


@dataclass
class Wristwatch:
    """Clocks that stand still until they are moved."""

    now: float = 1000.0
    wall: float = 2000.0

    @property
    def clocks(self) -> Clocks:
        return Clocks(lambda: self.now, lambda: self.wall)

    def waits(self, seconds: float) -> None:
        self.now += seconds
        self.wall += seconds

    def sleeps(self, seconds: float) -> None:
        """As a laptop does: only the clock on the wall goes on."""
        self.wall += seconds


@dataclass
class OpenDoors:
    """Doors to a vault in a test's own folder."""

    folder: Path
    set_up: bool = True
    cut_off: bool = False
    trouble: BcstError | None = None
    names: tuple[str, ...] = ()
    created: SetUp | None = None
    casebook: Casebook | None = None
    profile: Profile = field(
        default_factory=lambda: Profile("Sam Ash", "resettlement worker", "Northgate", True, "lead", "duty manager")
    )

    def looks_set_up(self) -> bool:
        return self.set_up

    def was_cut_off(self) -> bool:
        return self.cut_off

    def make_ready(self) -> None:
        reference()

    def unlock(self, passphrase: str) -> Casebook:
        if passphrase != PASSPHRASE:
            raise WrongPassphrase("That passphrase did not open the vault.", "Try it again.")
        return self._open()

    def create(self, given: SetUp) -> Casebook:
        self.created = given
        return self._open()

    def cards(self) -> tuple[Card, ...]:
        return cards_of(reference())

    def _open(self) -> Casebook:
        if self.trouble is not None:
            raise self.trouble
        around = Surroundings(script_files(), reference(), lambda: TODAY, lambda: MORNING)
        vault = vault_with(self.folder / "vault", self.profile, self.names, around)
        self.casebook = Casebook(vault, around)
        return self.casebook


def vault_with(folder: Path, profile: Profile, names: tuple[str, ...], around: Surroundings) -> Vault:
    """A vault with a case for each of these."""

    def prepared(beside: Path) -> Vault:
        vault = ready_vault(beside, KEY, profile)
        for name in names:
            assert not isinstance(Casebook(vault, around).add_case(NewCase(name)), Rejection)
        return vault

    return prepared_vault(folder, KEY, (profile, names), prepared) if names else ready_vault(folder, KEY, profile)


def locked_app_of(doors: OpenDoors, watch: Wristwatch | None = None, settings: Settings | None = None) -> BcstApp:
    """The app before these doors, asking for the passphrase or setting up; its watch stands still."""
    return BcstApp(doors, settings, (watch or Wristwatch()).clocks)


class OpensAtOnce(BcstApp):
    """The app as it is once the doors are open, without the screen that asks for the passphrase."""

    def get_default_screen(self) -> Screen[Any]:
        return Screen()

    def _first_screen_stands(self) -> None:
        super()._first_screen_stands()
        self.post_message(self.Opened(self._doors.unlock(PASSPHRASE), WORD))


def app_of(doors: OpenDoors, watch: Wristwatch | None = None, settings: Settings | None = None) -> BcstApp:
    """The app behind these doors, soon at the cases; its watch stands still."""
    return OpensAtOnce(doors, settings, (watch or Wristwatch()).clocks)


async def unlock(at: Driver) -> None:
    """Be at the cases; tests of unlocking type a passphrase on the way."""
    await at.until_on("CasesScreen")

"""Unlocking a casebook, or making one; both take most of a second, so front ends call them off the screen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import Surroundings
from bcst_tui.config import in_use, load_settings, script_in_use
from bcst_tui.plan.working_days import bank_holidays
from bcst_tui.reference.loading import load_reference
from bcst_tui.vault.opening import create_vault, unlock_vault
from bcst_tui.vault.values import Profile


def surroundings(environ: Mapping[str, str], today: date | None = None) -> Surroundings:
    """The shipped data and script, with what the user's local folder puts in their place, and the clocks.

    Raises ScriptError with file and line for a mistake in any of them.
    """
    reference = load_reference(in_use(environ, "data"))
    bank_holidays((today or _today()).year)  # loads the calendar now, while a passphrase is being typed
    trained = load_settings(environ).trained_to_ask
    return Surroundings(script_in_use(environ), reference, lambda: today or _today(), _now, trained)


def create_casebook(
    folder: Path, passphrase: str, profile: Profile, around: Surroundings, lead_key: str = ""
) -> Casebook:
    """A new vault in this folder, opened; its private part for this lead too. Raises BcstError."""
    vault = create_vault(folder, passphrase, profile, lead_key)
    with vault.session() as records:
        records.log("set_up", "", around.now())
    return Casebook(vault, around)


def unlock_casebook(folder: Path, passphrase: str, around: Surroundings) -> Casebook:
    """The vault in this folder, opened. Raises WrongPassphrase, VaultInUse or VaultDamaged."""
    vault = unlock_vault(folder, passphrase)
    with vault.session() as records:
        records.log("unlocked", "", around.now())
    casebook = Casebook(vault, around)
    casebook.make_lists_ready()
    return casebook


def _now() -> datetime:
    return datetime.now(UTC)


def _today() -> date:
    return datetime.now().date()

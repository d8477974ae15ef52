"""`bcst keys` and `bcst lead`: who may open the vault, and its private part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from bcst_tui.casebook import keys
from bcst_tui.casebook.lead_opening import LeadOpening
from bcst_tui.casebook.opening import surroundings
from bcst_tui.casebook.passphrases import LOST_WITHOUT_LEAD
from bcst_tui.casebook.values import Surroundings
from bcst_tui.cli.exporting import case_named
from bcst_tui.cli.saying import say
from bcst_tui.cli.secrets_typed import key_file, new_passphrase, secret
from bcst_tui.config import vault_folder
from bcst_tui.errors import ExportRefused, UsageError
from bcst_tui.export.files import write_bytes
from bcst_tui.text import one_line

CODE = (
    "Write this code down by hand, now: it is shown once. Put it in a sealed envelope with your manager. It opens"
    " everything but the private part, and whoever has it can choose a new passphrase."
)
OLD_BACKUPS = "Backups made before now still open with the old one; the last of them goes after seven more."
RENEWED = (
    "Everything here is locked afresh, and so is the backup that now stands in place of all earlier ones. Whoever has a"
    " copy and the keys from before can still read that copy, and nothing written from now on."
)
HAND_OVER_TOO = "Your key for hand-over files is another one now: bcst hand-over key prints it."
ANEW = (
    "What was in the private part is gone for good, and nobody can get it back. Whoever had it opened before is asked"
    " nothing there any more; they can bring it up themselves."
)


@dataclass(frozen=True)
class Where:
    """The vault, the day, and where its passphrase comes from."""

    environ: Mapping[str, str] = field(repr=False)
    vault: Path | None
    today: date | None
    passphrase_file: Path | None = None

    @property
    def folder(self) -> Path:
        return vault_folder(self.vault, self.environ)

    @property
    def around(self) -> Surroundings:
        return surroundings(self.environ, self.today)

    def passphrase(self) -> str:
        return secret("Passphrase", self.passphrase_file)


def change_passphrase(where: Where, new_file: Path | None) -> None:
    old = where.passphrase()
    keys.change_passphrase(where.folder, old, new_passphrase(new_file), where.around)
    say(f"The passphrase is changed, for the private part too. {OLD_BACKUPS}")


def print_recovery_code(where: Where) -> None:
    code = keys.give_recovery_code(where.folder, where.passphrase(), where.around)
    say(f"{CODE} A code from before opens nothing any more.")
    click.echo(code)


def recover(where: Where, code_file: Path | None, new_file: Path | None) -> None:
    code = secret("Recovery code", code_file, "--code-file")
    told = keys.recover(where.folder, code, new_passphrase(new_file), where.around)
    say(f"The new passphrase opens the vault. {told}")


def renew(where: Where) -> None:
    code = keys.renew(where.folder, where.passphrase(), where.around)
    say(RENEWED)
    say(HAND_OVER_TOO)
    if code:
        say(f"The recovery code from before opens nothing any more. {CODE}")
        click.echo(code)


def begin_anew(where: Where, sure: bool) -> None:
    if not sure:
        raise UsageError(ANEW, "If that is so, say it again with --sure.")
    keys.begin_anew(where.folder, where.passphrase(), where.around)
    say(f"The private part has a new beginning. {ANEW}")


def new_lead_key(file: Path, new_file: Path | None) -> None:
    content, public = keys.new_lead_key(new_passphrase(new_file))
    written = write_bytes(file.parent, file.name, content)
    say(f"{written} is your key, locked by that passphrase. Keep it, and a copy, where no worker can get at it.")
    say("Give each worker this, by hand, and have the last letters read back to you:")
    click.echo(public)


def set_lead(where: Where, public: str) -> None:
    keys.set_lead(where.folder, where.passphrase(), public, where.around)
    if public:
        say(f"The private part can be opened again by the lead whose key ends in {public.strip()[-6:]}.")
    else:
        say(LOST_WITHOUT_LEAD)


def show_lead(where: Where) -> None:
    public = keys.lead_key(where.folder, where.passphrase())
    if not public:
        say(f"No lead's key is set up. {LOST_WITHOUT_LEAD}")
    else:
        click.echo(public)


def open_again(where: Where, key: Path, key_passphrase: Path | None) -> None:
    """The worker's passphrase first, then the lead's: both are at the keyboard."""
    passphrase = where.passphrase()
    keys.open_again(where.folder, passphrase, _identity(key, key_passphrase), where.around)
    say("The private part opens again with the worker's passphrase. Nothing in it was lost.")


def read_as_lead(
    where: Where,
    reference: str,
    why: LeadOpening,
    key: Path,
    key_passphrase: Path | None,
    *,
    code_file: Path | None,
    by_code: bool,
    out: Path | None,
    preview: bool,
) -> None:
    """The record of one person, into a folder or, where that was asked for, onto the screen."""
    if (out is None) == (not preview):
        raise UsageError("Say where it is to be read.", "--out FOLDER writes it; --preview shows it here.")
    opens = secret("Recovery code", code_file, "--code-file") if by_code else where.passphrase()
    identity = _identity(key, key_passphrase)
    with keys.opened_by_lead(where.folder, opens, identity, where.around, by_code=by_code) as casebook:
        case = case_named(casebook, one_line(reference))
        sitting = casebook.open_sitting(case.case_id)
        if sitting is None:
            raise ExportRefused(f"{case.reference} has had no interview yet, so nothing was told in one.")
        shown = casebook.shown_to_lead(sitting, why)
        if out is None:
            click.echo(shown.text, nl=False)
        else:
            click.echo(casebook.private_write(sitting, shown, out))
            say("This file is not encrypted: looking after it is up to you.")
    say("That you opened it is noted, in the log and in the record itself.")


def _identity(key: Path, key_passphrase: Path | None) -> keys.Identity:
    content = key_file(key)
    typed = (
        secret("The passphrase of the lead's key", key_passphrase, "--key-passphrase-file")
        if keys.is_locked(content)
        else ""
    )
    return keys.read_lead_key(content, typed)

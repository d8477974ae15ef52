"""`bcst hand-over`: a case to the worker who has it next, and from the one who had it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from bcst_tui.casebook.handed_words import CONFIRMED, OTHER_CODE, READ_OUT, RING
from bcst_tui.cli.exporting import case_named, unlocked
from bcst_tui.cli.saying import say
from bcst_tui.cli.secrets_typed import new_passphrase, secret
from bcst_tui.disclosure.ledger import ITEMS, Item
from bcst_tui.errors import UsageError
from bcst_tui.interview.rejection import Rejection
from bcst_tui.text import one_line

AGREED: Mapping[str, tuple[Item, ...]] = {"both": ITEMS, "q1": ("q1",), "q2": ("q2",), "none": ()}


def tell_key(environ: Mapping[str, str], vault: Path | None, passphrase_file: Path | None) -> None:
    """The key to give to whoever hands a case over to you."""
    with unlocked(environ, vault, None, passphrase_file) as casebook:
        click.echo(casebook.hand_over_key)


def write(
    environ: Mapping[str, str],
    vault: Path | None,
    today: date | None,
    reference: str,
    agreed: str,
    *,
    own_words: bool,
    to: str,
    file_passphrase: Path | None,
    out: Path,
    overwrite: bool,
    passphrase_file: Path | None,
) -> None:
    """Write the file, locked for a key or by a passphrase of its own, and tell the code to read out."""
    with unlocked(environ, vault, today, passphrase_file) as casebook:
        case = case_named(casebook, one_line(reference))
        told = casebook.handing_over_words(case.case_id)
        written, code = casebook.hand_over(
            case.case_id,
            out,
            AGREED[agreed],
            own_words=own_words,
            public=to,
            passphrase="" if to else new_passphrase(file_passphrase),
            overwrite=overwrite,
        )
    click.echo(written)
    for line in told:
        say(line)
    say(READ_OUT.format(code=code))


def read(
    environ: Mapping[str, str],
    vault: Path | None,
    today: date | None,
    file: Path,
    *,
    code: str,
    file_passphrase: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Show what a file brings; take it over once its code was read back by whoever sent it."""
    with unlocked(environ, vault, today, passphrase_file) as casebook:
        content = casebook.handed_file(file)
        locked = casebook.needs_passphrase(content)
        typed = secret("The passphrase of the file", file_passphrase, "--file-passphrase-file") if locked else ""
        arriving = casebook.arriving(content, typed)
        for line in casebook.arriving_words(arriving):
            say(line)
        if not code:
            say("Nothing is taken over yet. When the codes are the same: --code with the twelve letters.")
            return
        if not arriving.is_code(code):
            raise UsageError(OTHER_CODE, RING)
        taken = casebook.take_over(arriving)
        if isinstance(taken, Rejection):
            raise UsageError(f"{taken} Nothing was taken over.")
        click.echo(taken.reference)
        say(CONFIRMED)

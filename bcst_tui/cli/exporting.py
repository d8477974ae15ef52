"""`bcst export`: one document for one reader, out of the vault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.opening import surroundings, unlock_casebook
from bcst_tui.casebook.values import CaseLine, Sitting
from bcst_tui.cli.saying import say
from bcst_tui.cli.secrets_typed import secret
from bcst_tui.config import vault_folder
from bcst_tui.errors import ExportRefused, UsageError
from bcst_tui.export.formats import FileFormat
from bcst_tui.reference.audience import AudienceCode
from bcst_tui.text import one_line

AnyCasebook = TypeVar("AnyCasebook", bound=Casebook)
CODES: Mapping[str, AudienceCode] = {
    "worker": "WK",
    "own": "CELL",
    "own-full": "FULL",
    "officer": "RO",
    "safeguarding": "SG",
    "referral": "HOU",
    "specialist": "SPEC",
    "statutory": "STAT",
    "totals": "MI",
    "training": "TR",
}
CLEARS = "Enter clears the screen"
FOR_ONE = ("referral", "specialist", "statutory")
"""Copies that are each for one agency, or under one record of sharing without consent."""


def export(
    environ: Mapping[str, str],
    vault: Path | None,
    today: date | None,
    reference: str,
    reader: str | None,
    file_format: FileFormat,
    *,
    to: str = "",
    preview: bool,
    out: Path,
    overwrite: bool,
    passphrase_file: Path | None,
) -> None:
    """Print the document (`preview`), or write it into a folder."""
    if reader is None:
        raise click.UsageError(f"Say who is to read it: --audience {', '.join(CODES)}.")
    with unlocked(environ, vault, today, passphrase_file) as casebook:
        sitting = _sitting(casebook, one_line(reference))
        shown = casebook.preview(sitting, CODES[reader], file_format, to=_to(casebook, sitting, reader, one_line(to)))
        if preview:
            click.echo(shown.text, nl=False)
        else:
            written = casebook.write(sitting, shown, out, overwrite)
            say("This file is not encrypted: looking after it is up to you.")
            click.echo(written)


TELLING = frozenset({"audience", "to", "out"})
"""Options that would tell of whom or where."""


def export_with_private(
    environ: Mapping[str, str],
    vault: Path | None,
    today: date | None,
    reference: str,
    named: Sequence[str],
    passphrase_file: Path | None,
) -> None:
    """The same papers as from an open case, asked for line by line: nothing of whom or what stays in the shell."""
    from bcst_tui.line_mode.copies import Copies
    from bcst_tui.line_mode.prompts import lines_for

    if named:
        options = ", ".join(f"--{one.removeprefix('file_')}" for one in named)
        kept_by_shell = ": what is typed here may be kept by the shell" if TELLING & set(named) else ""
        over = ", also before it writes over a file" if "overwrite" in named else ""
        raise UsageError(
            f"--with-private goes without {options}{kept_by_shell}.",
            f"Leave {'it' if len(named) == 1 else 'them'} out; bcst asks{over}.",
        )
    with unlocked(environ, vault, today, passphrase_file) as casebook:
        sitting = _sitting(casebook, one_line(reference))
        lines = lines_for(environ)
        try:
            Copies(casebook, sitting, lines).write_with_private()
            lines.line(CLEARS)
        except EOFError:
            pass
        finally:
            lines.cover()


def _to(casebook: Casebook, sitting: Sitting, reader: str, named: str) -> str:
    """Whom in particular it is for, where there are any such readers; ids of agencies and records, no names."""
    if named and reader not in FOR_ONE:
        raise UsageError(f"A {reader} copy is for one reader only.", "Leave --to out.")
    offered = [one.to for one in casebook.recipients(sitting, CODES[reader])]
    if offered and not named:
        raise UsageError(f"There can be many {reader} copies.", f"Say whose: --to {' or --to '.join(offered)}.")
    if named and named not in offered:
        raise ExportRefused(
            f"Nothing allows a {reader} copy for {named}, so nothing was written.",
            "In bcst, Ctrl+G shows who may be told what.",
        )
    return named


@contextmanager
def unlocked(
    environ: Mapping[str, str], vault: Path | None, today: date | None, passphrase_file: Path | None
) -> Iterator[Casebook]:
    """The casebook of this vault for one command; locked again whatever comes."""
    folder = vault_folder(vault, environ)
    around = surroundings(environ, today)
    with in_use(unlock_casebook(folder, secret("Passphrase", passphrase_file), around)) as casebook:
        yield casebook


@contextmanager
def in_use(casebook: AnyCasebook) -> Iterator[AnyCasebook]:
    """One that was unlocked, with what it warns of told first; locked again whatever comes."""
    try:
        if casebook.warning:
            say(casebook.warning)
        yield casebook
    finally:
        casebook.close()


def case_named(casebook: Casebook, reference: str) -> CaseLine:
    """The case with this reference. Raises UsageError."""
    case = casebook.case_by_reference(reference)
    if case is None:
        raise UsageError(f"There is no case {reference}.", "The list of cases in bcst shows their references.")
    return case


def _sitting(casebook: Casebook, reference: str) -> Sitting:
    case = case_named(casebook, reference)
    sitting = casebook.open_sitting(case.case_id)
    if sitting is None:
        raise ExportRefused(f"{case.reference} has had no interview yet.", "Begin one first.")
    return sitting

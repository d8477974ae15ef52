"""`bcst services`: the directory listed, and a file of services taken over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from bcst_tui.casebook.services import LAYERS
from bcst_tui.cli.exporting import unlocked
from bcst_tui.config import read_text
from bcst_tui.errors import UsageError
from bcst_tui.text import one_line


def list_services(
    environ: Mapping[str, str], vault: Path | None, today: date | None, words: str, passphrase_file: Path | None
) -> None:
    """A line for each that holds these words: id, name, what for, how old that is, where from."""
    with unlocked(environ, vault, today, passphrase_file) as casebook:
        for line in casebook.services(words):
            service = line.service
            told = [one for one in ("retired" if service.retired else "", line.warning, LAYERS[line.layer]) if one]
            click.echo(one_line(f"{service.id}: {service.name}: {service.does} ({'; '.join(told)})"))


def read_services(
    environ: Mapping[str, str], vault: Path | None, today: date | None, file: Path, passphrase_file: Path | None
) -> None:
    """Take over a file in the form of services.yaml. Raises ScriptError where it is wrong, and keeps nothing of it."""
    try:
        text = read_text(file, file.name)
    except OSError as error:
        raise UsageError(f"{file} can't be read: {(error.strerror or 'it cannot be opened').lower()}.") from None
    with unlocked(environ, vault, today, passphrase_file) as casebook:
        kept = casebook.read_services(text, file.name)
        click.echo(f"{len(kept)} services are kept.")

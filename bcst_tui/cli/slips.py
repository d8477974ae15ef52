"""`bcst slip`: a small paper with the next appointment of a case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from bcst_tui.casebook.slips import SlipWish
from bcst_tui.cli.exporting import case_named, unlocked
from bcst_tui.errors import ExportRefused
from bcst_tui.export.formats import FileFormat
from bcst_tui.interview.answer import Rejection
from bcst_tui.text import one_line


def write_slip(
    environ: Mapping[str, str],
    vault: Path | None,
    today: date | None,
    reference: str,
    wish: SlipWish,
    file_format: FileFormat,
    *,
    preview: bool,
    out: Path,
    overwrite: bool,
    passphrase_file: Path | None,
) -> None:
    """Print the slip (`preview`), or write it into a folder."""
    with unlocked(environ, vault, today, passphrase_file) as casebook:
        case = case_named(casebook, one_line(reference))
        shown = casebook.slip(case.case_id, wish, file_format)
        if isinstance(shown, Rejection):
            raise ExportRefused(shown.reason)
        if preview:
            click.echo(shown.text, nl=False)
        else:
            click.echo(casebook.write_slip(case.case_id, shown, out, overwrite))

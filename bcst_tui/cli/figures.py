"""`bcst figures`: management figures of a quarter, printed or as CSV."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from bcst_tui.cli.exporting import unlocked
from bcst_tui.errors import ExportRefused, UsageError
from bcst_tui.export.figures import figure_lines
from bcst_tui.plan.quarters import read_quarter


def tell_figures(
    environ: Mapping[str, str],
    vault: Path | None,
    today: date | None,
    typed: str | None,
    *,
    csv: Path | None,
    overwrite: bool,
    passphrase_file: Path | None,
) -> None:
    """Print the figures of a quarter, the last one over if none is named; or write them, which settles them."""
    quarter = read_quarter(typed) if typed is not None else None
    if typed is not None and quarter is None:
        raise UsageError(f"{typed!r} is not a quarter.", "Write it as 2026-Q4: figures are told by whole quarters.")
    with unlocked(environ, vault, today, passphrase_file) as casebook:
        over = casebook.quarters()
        if quarter is None and not over:
            raise ExportRefused("No quarter with an interview in it is over yet.", "Come back after the quarter's end.")
        wanted = quarter or over[0]
        if csv is not None:
            click.echo(casebook.write_figures(wanted, csv, overwrite))
            return
        for line in figure_lines(casebook.figures(wanted)):
            click.echo(line)

"""`bcst today`: what is due in every open case, printed or as a calendar file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from bcst_tui.casebook.day_list import for_programs, spoken
from bcst_tui.cli.exporting import unlocked
from bcst_tui.cli.saying import say


def tell_today(
    environ: Mapping[str, str],
    vault: Path | None,
    today: date | None,
    *,
    as_json: bool,
    calendar: Path | None,
    overwrite: bool,
    passphrase_file: Path | None,
) -> None:
    """Print the list, or write its meetings to a calendar file."""
    with unlocked(environ, vault, today, passphrase_file) as casebook:
        if calendar is not None:
            written = casebook.write_calendar(calendar, overwrite)
            say("This file is not encrypted: it holds days and references. Looking after it is up to you.")
            click.echo(written)
        elif as_json:
            click.echo(json.dumps(for_programs(casebook.todays(), casebook.today()), ensure_ascii=False, indent=2))
        else:
            for line in spoken(casebook.todays()):
                click.echo(line)

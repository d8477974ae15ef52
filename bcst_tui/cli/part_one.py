"""`bcst part-one read`: part 1 out of a file, to be confirmed in the interview."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from bcst_tui.cli.exporting import case_named, unlocked
from bcst_tui.cli.saying import say
from bcst_tui.errors import ScriptError
from bcst_tui.interview.part_one import Refused
from bcst_tui.interview.showing import day_words
from bcst_tui.text import one_line


def read_part_one(
    environ: Mapping[str, str],
    vault: Path | None,
    today: date | None,
    file: Path,
    reference: str,
    passphrase_file: Path | None,
) -> None:
    """Take the file over into the case, all of it or nothing. Raises ScriptError with every mistake in it."""
    with unlocked(environ, vault, today, passphrase_file) as casebook:
        case = case_named(casebook, one_line(reference))
        read = casebook.read_part_one(case.case_id, str(file))
        if isinstance(read, Refused):
            raise ScriptError("\n".join(read.mistakes), "Nothing was taken over. Mend it, then read it again.")
        if read.unknown:
            say(f"Not asked in part 2, so left out: {', '.join(read.unknown)}.")
        click.echo(f"{case.reference}: {read.count} of part 1, finished on {day_words(read.finished_on)}.")

"""The commands. Every heavy import waits until the command that needs it."""

from __future__ import annotations

import click

from bcst_tui import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bcst")
def main() -> None:
    """A terminal interview for the Basic Custody Screening Tool, part 2: offline and encrypted."""

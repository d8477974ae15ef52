"""The commands that read a file into the vault: part 1, services, and a backup of all of it."""

from __future__ import annotations

import os
from pathlib import Path

import click

from bcst_tui.cli.commands import bcst as bcst
from bcst_tui.cli.options import FOLDER, Chosen, passphrase_option, today_option, vault_option
from bcst_tui.cli.trainer_commands import train as train


@bcst.group("part-one")
def part_one() -> None:
    """Take over what part 1 says, so that nothing is asked twice."""


@part_one.command("read")
@vault_option
@today_option
@click.argument("file", metavar="FILE", type=FOLDER)
@click.option("--case", "reference", required=True, metavar="REFERENCE", help="Whose it is, such as BC-0001.")
@passphrase_option
@click.pass_obj
def read_part_one(chosen: Chosen, file: Path, reference: str, passphrase_file: Path | None) -> None:
    """Read part 1 from a JSON or CSV file; in the interview it is shown to be confirmed.

    One mistake, and nothing is taken over. The form of the file: docs/part_one.md.
    """
    from bcst_tui.cli.part_one import read_part_one

    read_part_one(os.environ, chosen.vault, chosen.today, file, reference, passphrase_file)


@bcst.command()
@vault_option
@passphrase_option
@click.pass_obj
def restore(chosen: Chosen, passphrase_file: Path | None) -> None:
    """Put the last backup in the place of a vault that is damaged or gone; what is there now is kept."""
    from bcst_tui.cli.restoring import restore

    restore(os.environ, chosen.vault, passphrase_file)


@bcst.group()
def services() -> None:
    """List the services plans can name, or take over a file of them."""


@services.command("list")
@vault_option
@today_option
@click.argument("words", required=False, default="")
@passphrase_option
@click.pass_obj
def list_services(chosen: Chosen, words: str, passphrase_file: Path | None) -> None:
    """List the services that hold these WORDS, or all of them."""
    from bcst_tui.cli.services import list_services

    list_services(os.environ, chosen.vault, chosen.today, words, passphrase_file)


@services.command("read")
@vault_option
@today_option
@click.argument("file", metavar="FILE", type=FOLDER)
@passphrase_option
@click.pass_obj
def read_services(chosen: Chosen, file: Path, passphrase_file: Path | None) -> None:
    """Take over the services of a YAML file in the form of data/services.yaml; those of the same id are changed."""
    from bcst_tui.cli.services import read_services

    read_services(os.environ, chosen.vault, chosen.today, file, passphrase_file)

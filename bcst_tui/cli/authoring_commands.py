"""The commands of `bcst train` for those who write invented people; they open no vault."""

from __future__ import annotations

import os
from pathlib import Path

import click

from bcst_tui.cli.options import FOLDER
from bcst_tui.cli.train_commands import train as train


@train.command()
@click.option("--out", metavar="DIR", type=FOLDER, help="The folder to write into; else the local one.")
def new(out: Path | None) -> None:
    """Write a new invented person, question by question."""
    from bcst_tui.cli.authoring import write_new

    write_new(os.environ, out)


@train.command("lint")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=FOLDER)
@click.pass_context
def lint_files(context: click.Context, files: tuple[Path, ...]) -> None:
    """Tell what there is to mend in these files; without one, in all people in use, and in them as a set.

    Exits with 3 if there is an error; warnings are to be thought about.
    """
    from bcst_tui.cli.authoring import lint_people

    context.exit(lint_people(os.environ, files))


@train.command("walk")
@click.argument("person", metavar="PERSON")
@click.pass_context
def walk_person(context: click.Context, person: str) -> None:
    """Go every way through an invented person (TRN-007, or a file): endings, replies nobody hears, facts too early."""
    from bcst_tui.cli.authoring import walk_through

    context.exit(walk_through(os.environ, person))


@train.command("slip")
@click.argument("person", metavar="PERSON")
def slip_person(person: str) -> None:
    """Tell what one slip costs: the model interview with one thing worse, and what is then not told."""
    from bcst_tui.cli.authoring import slip_table

    slip_table(os.environ, person)


@train.command("card")
@click.argument("person", metavar="PERSON")
@click.option("--seed", type=click.IntRange(0, 9999), default=1, help="Which of the lines; as in the rehearsal.")
def card_person(person: str, seed: int) -> None:
    """Print the card for whoever plays the person."""
    from bcst_tui.cli.authoring import print_card

    print_card(os.environ, person, seed)

"""`bcst train`: rehearsals with invented people, on a vault of their own. Trainers' commands hang on this group."""

from __future__ import annotations

import os
from pathlib import Path

import click

from bcst_tui.cli.commands import HELP
from bcst_tui.cli.commands import bcst as bcst
from bcst_tui.cli.options import FOLDER, Chosen, today_option
from bcst_tui.training.invented import between_marks


class MarkedCommand(click.Command):
    """A command of training: its help too stands between two marked lines."""

    def get_help(self, ctx: click.Context) -> str:
        return between_marks(super().get_help(ctx))


class MarkedGroup(click.Group):
    """All commands of training."""

    command_class = MarkedCommand

    def get_help(self, ctx: click.Context) -> str:
        return between_marks(super().get_help(ctx))


@bcst.group(cls=MarkedGroup, invoke_without_command=True, context_settings=HELP)
@click.option(
    "--folder",
    metavar="FOLDER",
    type=FOLDER,
    help="The folder of the training vault; else BCST_TRAINING, else one in the user's data folder.",
)
@today_option
@click.option("--plain", is_flag=True, help="Rehearse in numbered lines.")
@click.pass_context
def train(context: click.Context, folder: Path | None, plain: bool) -> None:
    """Rehearse the interview with invented people. Nothing real comes in, and nothing of it goes out unmarked.

    Without a command it opens the rehearsals.
    """
    chosen = context.ensure_object(Chosen)
    chosen.training = folder
    if context.invoked_subcommand is None:
        from bcst_tui.cli.starting import start_training

        context.exit(start_training(folder, chosen.today, plain=plain))
    if plain:
        raise click.UsageError("--plain goes with the rehearsals, not with a command.")


def training_folder_of(chosen: Chosen) -> Path:
    """The training folder that a command of `train` was given, or the usual one."""
    from bcst_tui.config import training_folder

    return training_folder(chosen.training, os.environ)

"""A training vault for one command, and the watermark round everything a command prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from bcst_tui.casebook.trainers import TrainersCasebook
from bcst_tui.casebook.training_opening import library, training_surroundings, unlock_training
from bcst_tui.cli.exporting import in_use
from bcst_tui.cli.secrets_typed import secret
from bcst_tui.training.invented import WATERMARK

WRITTEN = "debriefs"
"""The folder beside the training vault that delete clears."""


@dataclass(frozen=True)
class Where:
    """Which training vault, and how it is opened."""

    folder: Path
    environ: Mapping[str, str] = field(repr=False)
    today: date | None = None
    passphrase_file: Path | None = None

    @property
    def written(self) -> Path:
        return self.folder / WRITTEN


@contextmanager
def unlocked(where: Where) -> Iterator[TrainersCasebook]:
    """The casebook of this vault for one command; locked again whatever comes."""
    around = training_surroundings(where.environ, where.today)
    people = library(where.environ)
    with in_use(unlock_training(where.folder, secret("Passphrase", where.passphrase_file), around, people)) as casebook:
        yield casebook


@contextmanager
def watermarked() -> Iterator[None]:
    """Everything printed in between stands between two lines that say that nobody in it is real."""
    click.echo(WATERMARK)
    try:
        yield
    finally:
        click.echo(WATERMARK)

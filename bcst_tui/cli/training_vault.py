"""A training vault for one command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bcst_tui.casebook.trainers import TrainersCasebook
from bcst_tui.casebook.training_opening import library, training_surroundings, unlock_training
from bcst_tui.cli.exporting import in_use
from bcst_tui.cli.secrets_typed import secret
from bcst_tui.training.invented import IN_LINES

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
    passphrase = secret("Passphrase", where.passphrase_file, mark=IN_LINES)
    with in_use(unlock_training(where.folder, passphrase, around, people)) as casebook:
        yield casebook

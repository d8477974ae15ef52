"""A training vault in a test's own folder, opened with a raw key; the power goes by an exception."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from bcst_tui.casebook.rehearsal_values import Library, Rehearsal
from bcst_tui.casebook.trainers import TrainersCasebook
from bcst_tui.casebook.training import TrainingCasebook
from bcst_tui.casebook.training_opening import WORKER, library, with_dummy_cards
from bcst_tui.casebook.values import Sitting, Surroundings
from bcst_tui.config import read_folder, shipped
from bcst_tui.training.attempt import Said
from bcst_tui.vault.opening import new_vault, open_vault
from tests.reference.shipped import shipped_reference
from tests.vault.ready import let_go

KEY = b"t" * 32
SATURDAY = date(2026, 11, 21)
MORNING = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


class PowerGone(BaseException):
    """Stands in for the end of the process."""


@cache
def people() -> Library:
    return library({"BCST_CONFIG": "/nowhere"})


@cache
def around() -> Surroundings:
    script = read_folder(shipped("interview_scripts").joinpath("bcst2"))
    reference = with_dummy_cards(shipped_reference())
    return Surroundings(script, reference, lambda: SATURDAY, lambda: MORNING, True, "training")


_made: list[bytes] = []


def new_file(folder: Path) -> bytes:
    """The file of a training vault that nobody has used; the first folder that asks is where it is made."""
    if not _made:
        new_vault(folder, KEY, WORKER, "training").close()
        _made.append((folder / "vault.db").read_bytes())
    return _made[0]


def gone() -> None:
    raise PowerGone


@dataclass
class Room:
    """A training vault that can be opened again, as after the power went."""

    folder: Path
    opened: list[TrainersCasebook] = field(default_factory=list)

    def open(self) -> TrainersCasebook:
        if not (self.folder / "vault.db").exists():
            content = new_file(self.folder)
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / "vault.db").write_bytes(content)
        vault = open_vault(self.folder, KEY, "training")
        self.opened.append(TrainersCasebook(vault, around(), people(), gone))
        return self.opened[-1]

    def lose_power(self) -> None:
        let_go(self.opened[-1]._vault)

    def close(self) -> None:
        for casebook in self.opened:
            let_go(casebook._vault)


def sitting_of(casebook: TrainingCasebook, rehearsal: Rehearsal) -> Sitting:
    found = casebook.open_sitting(rehearsal.kept.case_id)
    assert found is not None
    return found


def under_way(casebook: TrainersCasebook) -> Rehearsal:
    found = casebook.unfinished_rehearsal()
    assert found is not None
    return found


def up_to_the_last(casebook: TrainersCasebook) -> Rehearsal:
    """A rehearsal in which all is asked but how to keep in touch: the private part put down, the rest rather not."""
    rehearsal = casebook.choose(casebook.rehearse("TRN-007", 41), Said("q.privacy"))
    sitting = casebook.pass_by(rehearsal, sitting_of(casebook, rehearsal))
    while sitting.interview.current is not None:
        skipped = casebook.skip(sitting, "declined")
        assert isinstance(skipped, Sitting)
        sitting = casebook.pass_by(under_way(casebook), skipped)
    return under_way(casebook)

"""A change of keys, cut short everywhere: by a kill at one thing after another it asks of the disk, or by the power."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bcst_tui.errors import BcstError
from bcst_tui.vault.live_files import release
from tests.vault.key_changes import CHANGES, Secrets, Standing, ready_for, standing
from tests.vault.killed_keys import change_until
from tests.vault.killing import PROCESSES
from tests.vault.power_cuts import Files, Recording, files_in, lay_out, recorded


@dataclass
class Cuts:
    """What the cuts left behind, by the number of the thing asked; all but the counts should stay empty."""

    before: int = 0
    after: int = 0
    neither: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Recorded:
    """One change as it went when nothing cut it, and how the vault stood before and after."""

    recording: Recording
    states: tuple[Standing, Standing]
    known: Secrets

    def look(self, vault: Path, cut: int, is_told: bool, cuts: Cuts) -> None:
        """Whether this vault is as it was or as it was to be."""
        there = _standing(vault, self.known)
        cuts.before += there == self.states[0]
        cuts.after += there == self.states[1]
        if there not in self.states:
            cuts.neither.append(cut)
        elif is_told and there != self.states[1]:
            cuts.lost.append(cut)


def whole(folder: Path, made: Path, known: Secrets, name: str) -> Recorded:
    """The change, done without a cut."""
    folder.mkdir()
    vault = ready_for(CHANGES[name], made, known, folder / "vault")
    start = files_in(vault)

    def done(tell: Callable[[int], None]) -> None:
        CHANGES[name].done(vault, known)
        tell(1)

    recording = recorded(vault, done)
    before, after = (standing(lay_out(one, folder / str(at)), known) for at, one in enumerate((start, files_in(vault))))
    assert before != after, "it would not be seen whether it was done"
    return Recorded(recording, (before, after), known)


def cut_short(folder: Path, change: Recorded, points: list[int], images: int) -> Cuts:
    """What is left after a kill at each of these points, and in so many images of the disk when the power goes."""
    cuts = Cuts()
    for number, (cut, files) in enumerate(_left(change.recording, points, images)):
        laid_out = lay_out(files, folder / f"cut {number}")
        change.look(laid_out, cut, change.recording.told(cut) > 0, cuts)
        shutil.rmtree(laid_out)
    return cuts


def turning_points(recording: Recording, path: str = "") -> list[int]:
    """Before and after every name that is given, or this one: there it turns from the old to the new."""
    named = [number for number, event in enumerate(recording.events) if event.what == "name"]
    those = [number for number in named if path.encode() in (b"", recording.events[number].content)]
    return sorted({*those, *(number + 1 for number in those)})


def spread(recording: Recording, kills: int) -> list[int]:
    """So many points from its start to its end."""
    last = len(recording.events)
    return sorted({round(number * last / max(1, kills - 1)) for number in range(kills)})


def really_killed(folder: Path, made: Path, change: Recorded, name: str, points: list[int]) -> Cuts:
    """As `cut_short`, by processes that are killed."""
    cuts = Cuts()
    for point in points:
        vault = ready_for(CHANGES[name], made, change.known, folder / f"killed {point}")
        told, tell = PROCESSES.Pipe(duplex=False)
        changer = PROCESSES.Process(target=change_until, args=(vault, name, change.known, point, tell))
        changer.start()
        tell.close()
        try:
            is_told = told.recv() == name
        except EOFError:
            is_told = False
        changer.join()
        change.look(vault, point, is_told, cuts)
        shutil.rmtree(vault)
    return cuts


def _left(recording: Recording, points: list[int], images: int) -> Iterator[tuple[int, Files]]:
    dice = random.Random(images)
    for point in points:
        yield point, recording.killed(point)
    for _ in range(images):
        point = dice.randint(0, len(recording.events))
        yield point, recording.image(point, dice)


def _standing(vault: Path, known: Secrets) -> Standing | None:
    try:
        return standing(vault, known)
    except BcstError:
        release(vault / "vault.db")
        return None

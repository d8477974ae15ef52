"""`bcst train calibrate`: watch a recording, tick its rows, and see how far one agrees. Nothing is kept."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence

import click

from bcst_tui.casebook.training_opening import library
from bcst_tui.cli import slides
from bcst_tui.cli.saying import in_lines, say_marked, watermarked
from bcst_tui.cli.ticking import tick_typed
from bcst_tui.config import personas_in_use
from bcst_tui.errors import UsageError
from bcst_tui.training.behaviours import BY_NUMBER, OBSERVED
from bcst_tui.training.calibration import CalibrationPack, Recording, in_words, load_calibration, person_in, to_watch
from bcst_tui.training.observing import Sheet, Tick, calibrated
from bcst_tui.training.persona import CALIBRATION_FILE

PROPOSED = "The points are a proposal: no group of trainers has agreed them yet. Nothing here is kept of anybody."
AGREED = "Agreed by: {roles}. Nothing here is kept of anybody."
HOW = "Tick: bcst train calibrate {id} --row 7=2:T9 --row 8=1:T8 … A row that did not come up gets no tick."
NOTHING = "Points and what they rest on, such as 2:T9; nothing where it did not come up"


def calibrate(environ: Mapping[str, str], wanted: str, rows: Sequence[str]) -> None:
    """What recordings there are; one to watch; or, with rows ticked, how far they agree with what was agreed."""
    pack = load_calibration(personas_in_use(environ)[CALIBRATION_FILE])
    if not wanted:
        _listed(pack)
        return
    recording = pack.recording(wanted)
    ticks = tuple(tick_typed(one) for one in rows)
    if not ticks:
        ticks = _watched(environ, recording)
    if ticks:
        _held_against(recording, ticks)
        say_marked(_whose(pack))


def _listed(pack: CalibrationPack) -> None:
    with watermarked():
        for one in pack.recordings:
            click.echo(f"{one.id}  {one.persona}, {len(one.turns)} turns")
    say_marked(_whose(pack))
    say_marked("Watch one: bcst train calibrate C1")


def _whose(pack: CalibrationPack) -> str:
    return AGREED.format(roles=", ".join(pack.agreed_by)) if pack.agreed_by else PROPOSED


def _watched(environ: Mapping[str, str], recording: Recording) -> tuple[Tick, ...]:
    """The recording turn by turn and the rows to tick; at a terminal they are asked one by one."""
    around = library(environ)
    person = person_in(recording, around.personas)
    slides.show(f"{recording.id}, {recording.persona}", to_watch(recording, person, around.wordings))
    if sys.stdin.isatty():
        return tuple(_asked())
    with watermarked():
        for row in OBSERVED:
            click.echo(_row(row))
    say_marked(HOW.format(id=recording.id))
    return ()


def _asked() -> Iterator[Tick]:
    say_marked(NOTHING)
    for row in OBSERVED:
        say_marked(_row(row))
        while typed := click.prompt(in_lines(str(row)), default="", show_default=False, prompt_suffix="= ").strip():
            try:
                yield tick_typed(f"{row}={typed}")
            except UsageError as refused:
                say_marked(str(refused))
                continue
            break


def _row(row: int) -> str:
    behaviour = BY_NUMBER[row]
    anchors = ", ".join(f"{points} {anchor}" for points, anchor in enumerate(behaviour.anchors))
    return f"{row}. {behaviour.title}: {anchors}"


def _held_against(recording: Recording, ticks: Sequence[Tick]) -> None:
    sheet = Sheet("", tuple(ticks))
    with watermarked():
        for line in in_words(recording, calibrated(recording.points, sheet)):
            click.echo(line)
    for row in sheet.without_evidence:
        say_marked(f"Row {row} has neither a quote nor a turn, so it has no score.")

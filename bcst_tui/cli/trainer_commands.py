"""The commands of `bcst train` for trainers: debrief, leaks to find, group coding, calibration, dashboard, the end."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcst_tui.cli.authoring_commands import train as train
from bcst_tui.cli.options import FOLDER, Chosen, passphrase_option

if TYPE_CHECKING:
    from bcst_tui.cli.training_vault import Where

SEED = click.IntRange(0, 999_999)


def _where(chosen: Chosen, passphrase_file: Path | None) -> Where:
    from bcst_tui.cli.train_commands import training_folder_of
    from bcst_tui.cli.training_vault import Where

    return Where(training_folder_of(chosen), os.environ, chosen.today, passphrase_file)


def writing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--write`, `--out` and `--overwrite`, of what can be kept as a file."""
    command = click.option("--overwrite", is_flag=True, help="Write over an earlier one.")(command)
    elsewhere = "Write it into another folder; deleting it is up to you."
    command = click.option("--out", metavar="DIR", type=FOLDER, help=elsewhere)(command)
    here = "Write it into the training folder, where delete finds it."
    return click.option("--write", is_flag=True, help=here)(command)


@train.command("list")
@passphrase_option
@click.pass_obj
def list_rehearsals(chosen: Chosen, passphrase_file: Path | None) -> None:
    """List the rehearsals there are, by number and code."""
    from bcst_tui.cli.debriefing import list_all

    list_all(_where(chosen, passphrase_file))


@train.command()
@click.argument("number", type=int)
@click.option("--own", metavar="LINE", multiple=True, help="How it was, in the trainee's words; it opens the results.")
@writing_options
@passphrase_option
@click.pass_obj
def debrief(
    chosen: Chosen,
    number: int,
    own: tuple[str, ...],
    write: bool,
    out: Path | None,
    overwrite: bool,
    passphrase_file: Path | None,
) -> None:
    """Show the debrief of a rehearsal. Results stay folded until one or two own lines are written."""
    from bcst_tui.cli.debriefing import show_debrief

    show_debrief(_where(chosen, passphrase_file), number, own, write=write, out=out, overwrite=overwrite)


@train.command()
@click.argument("number", type=int)
@click.option("--observer", metavar="CODE", default="O1", show_default=True, help="Who watched, by a code.")
@click.option(
    "--row", "rows", metavar="ROW=POINTS:WHY", multiple=True, help="7=2:thank you for telling me, or 8=1:T14."
)
@click.option("--wrong", metavar="CODE", multiple=True, help="Seen in the record, such as record_narrative.")
@passphrase_option
@click.pass_obj
def tick(
    chosen: Chosen,
    number: int,
    observer: str,
    rows: tuple[str, ...],
    wrong: tuple[str, ...],
    passphrase_file: Path | None,
) -> None:
    """Keep what somebody who watched saw; a row without a quote or a turn has no score."""
    from bcst_tui.cli.debriefing import keep_ticks

    keep_ticks(_where(chosen, passphrase_file), number, observer, rows, wrong)


@train.command()
@click.argument("number", type=int)
@click.option("--seed", type=SEED, default=1, show_default=True, help="Which leaks, in which paper.")
@click.option("--mark", "marks", metavar="PAPER:LINE", multiple=True, help="A line that leaks, such as 3:12.")
@passphrase_option
@click.pass_obj
def leaks(chosen: Chosen, number: int, seed: int, marks: tuple[str, ...], passphrase_file: Path | None) -> None:
    """Show five papers of a rehearsal, one of which leaks; with --mark, tell what was found."""
    from bcst_tui.cli.group_work import find_leaks

    find_leaks(_where(chosen, passphrase_file), number, seed, marks)


@train.command()
@click.argument("number", type=int)
@click.option("--seed", type=SEED, default=1, show_default=True, help="Which of the lines are said.")
@click.option("--trainee", metavar="CODE", default="", help="Who takes over, such as T04.")
@passphrase_option
@click.pass_obj
def drill(chosen: Chosen, number: int, seed: int, trainee: str, passphrase_file: Path | None) -> None:
    """Hand the person of a rehearsal to the next trainee, who confirms and does not ask; bcst train goes on with it."""
    from bcst_tui.cli.debriefing import begin_drill

    begin_drill(_where(chosen, passphrase_file), number, seed, trainee)


@train.command()
@click.argument("number", type=int)
@click.option("--present", is_flag=True, help="Show it turn by turn, with nothing that is hidden behind it.")
@click.option("--hand-in", "strings", metavar="STRING", multiple=True, help="What one coder handed in.")
@click.option("--hands", metavar="QUESTION=CODE:COUNT,...", multiple=True, help="A show of hands on one question.")
@click.option("--model", is_flag=True, help="With the model's code; for after the discussion.")
@passphrase_option
@click.pass_obj
def group(
    chosen: Chosen,
    number: int,
    present: bool,
    strings: tuple[str, ...],
    hands: tuple[str, ...],
    model: bool,
    passphrase_file: Path | None,
) -> None:
    """Show a rehearsal to a group, or tell where those who coded it are split."""
    from bcst_tui.cli.group_work import present_to_group, tell_spread

    where = _where(chosen, passphrase_file)
    if present:
        present_to_group(where, number)
    else:
        tell_spread(where, number, strings, hands, with_model=model)


@train.command()
@click.argument("person", metavar="PERSON")
@click.argument("pairs", metavar="[a1 b2 …]", nargs=-1)
@click.option("--seed", type=SEED, required=True, help="As it stands on what is shown.")
def code(person: str, pairs: tuple[str, ...], seed: int) -> None:
    """Print the sheet to code by; with letters and numbers, the string to hand in. Opens no vault."""
    from bcst_tui.cli.group_work import code_person

    code_person(os.environ, person, pairs, seed)


@train.command()
@click.argument("recording", metavar="[RECORDING]", default="")
@click.option("--row", "rows", metavar="ROW=POINTS:WHY", multiple=True, help="7=2:thank you for telling me, or 8=1:T8.")
def calibrate(recording: str, rows: tuple[str, ...]) -> None:
    """Hold your own eye against a recording: watch it, tick its rows, see how far you agree.

    Without a recording it lists them. It opens no vault, and nothing is kept of who did it.
    """
    from bcst_tui.cli.calibrating import calibrate as hold_against

    hold_against(os.environ, recording, rows)


@train.command()
@click.option("--csv", "as_csv", is_flag=True, help="As comma-separated values, for a spreadsheet.")
@writing_options
@passphrase_option
@click.pass_obj
def dashboard(
    chosen: Chosen, as_csv: bool, write: bool, out: Path | None, overwrite: bool, passphrase_file: Path | None
) -> None:
    """Show everybody's rehearsals by code: four results, sixteen behaviours, no ranking."""
    from bcst_tui.cli.debriefing import show_dashboard

    show_dashboard(_where(chosen, passphrase_file), as_csv=as_csv, write=write, out=out, overwrite=overwrite)


@train.command()
@click.argument("trainee", metavar="[CODE]", default="")
@click.option("--everybody", is_flag=True, help="The end of the course: every rehearsal there is.")
@click.option("--yes", is_flag=True, help="Don't ask again.")
@passphrase_option
@click.pass_obj
def delete(chosen: Chosen, trainee: str, everybody: bool, yes: bool, passphrase_file: Path | None) -> None:
    """Delete a trainee's rehearsals, with every row, backup and file in the training folder."""
    from bcst_tui.cli.debriefing import delete_rehearsals

    if everybody == bool(trainee):
        raise click.UsageError("Name one trainee's code, or say --everybody.")
    if not yes:
        from bcst_tui.cli.saying import in_lines

        click.confirm(in_lines(f"Delete the rehearsals of {trainee or 'everybody'} for good?"), abort=True)
    delete_rehearsals(_where(chosen, passphrase_file), trainee)

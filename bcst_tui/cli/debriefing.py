"""`bcst train list`, `debrief`, `tick`, `drill`, `dashboard` and `delete`."""

from __future__ import annotations

from pathlib import Path

import click

from bcst_tui.casebook.trainers import TrainersCasebook
from bcst_tui.cli.saying import in_lines, say_marked, watermarked
from bcst_tui.cli.ticking import tick_typed
from bcst_tui.cli.training_vault import Where, unlocked
from bcst_tui.errors import UsageError
from bcst_tui.export.files import write_file
from bcst_tui.interview.answer import Rejection
from bcst_tui.training.dashboard import dashboard_csv, dashboard_markdown
from bcst_tui.training.debrief import debrief_markdown
from bcst_tui.training.invented import FILES_BEGIN, marked_name
from bcst_tui.training.observing import Sheet
from bcst_tui.training.results import is_trainee_code

NO_CODE = "nobody"
DASHBOARD = "dashboard"


def list_all(where: Where) -> None:
    """Every rehearsal: number, code, person, day, and how it ended."""
    with unlocked(where) as casebook, watermarked():
        for one in casebook.rehearsals():
            ended = one.end or "not ended"
            day = one.begun_at.date().isoformat()
            click.echo(f"{one.id:3}  {one.trainee or NO_CODE:6}  {one.persona}  seed {one.seed}  {day}  {ended}")


def show_debrief(
    where: Where, number: int, own: tuple[str, ...], *, write: bool, out: Path | None, overwrite: bool
) -> None:
    """Print the debrief, or write it."""
    with unlocked(where) as casebook:
        if own:
            casebook.write_own_lines(number, *own)
        debrief = casebook.debrief(number)
        text = debrief_markdown(debrief)
        about = debrief.evidence.attempt
        name = f"{debrief.trainee or NO_CODE}-{number}-{about.persona_id}.md"
    _print_or_write(where, name, text, write=write, out=out, overwrite=overwrite)


def keep_ticks(where: Where, number: int, observer: str, rows: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    """Keep an observer's ticks, and what was seen in the record."""
    if not is_trainee_code(observer):
        raise UsageError(f"{observer!r} is no code.", "Give whoever watched a code such as O1, not a name.")
    sheet = Sheet(observer, tuple(tick_typed(one) for one in rows))
    with unlocked(where) as casebook:
        if rows:
            casebook.keep_sheet(number, sheet)
        if wrong:
            casebook.tick_wrong(number, *wrong)
    for row in sheet.without_evidence:
        say_marked(f"Row {row} has neither a quote nor a turn, so it has no score.")
    say_marked(f"Kept for rehearsal {number}.")


def begin_drill(where: Where, number: int, seed: int, trainee: str) -> None:
    """Begin the drill; the app goes on with it."""
    if trainee and not is_trainee_code(trainee):
        raise UsageError(f"{trainee!r} is no code.", "Give the trainee a code such as T04, not a name.")
    with unlocked(where) as casebook:
        begun = casebook.begin_drill(number, seed, trainee)
        if isinstance(begun, Rejection):
            raise UsageError(begun.reason, "Choose a rehearsal in which something was told.")
    say_marked(
        f"Rehearsal {begun.id} is begun with {begun.persona.id}: what was told is to be confirmed. bcst train opens it."
    )


def show_dashboard(where: Where, *, as_csv: bool, write: bool, out: Path | None, overwrite: bool) -> None:
    """Print the dashboard, or write it."""
    with unlocked(where) as casebook:
        dashboard = casebook.dashboard()
    text = dashboard_csv(dashboard) if as_csv else dashboard_markdown(dashboard)
    name = f"{DASHBOARD}.{'csv' if as_csv else 'md'}"
    _print_or_write(where, name, text, write=write, out=out, overwrite=overwrite)


def _print_or_write(where: Where, name: str, text: str, *, write: bool, out: Path | None, overwrite: bool) -> None:
    folder = out or (where.written if write else None)
    if folder is None:
        click.echo(text, nl=False)
        return
    if out is None:
        folder.mkdir(mode=0o700, exist_ok=True)
    click.echo(in_lines(str(write_file(folder, marked_name(name), text, overwrite=overwrite))))
    if out is not None:
        say_marked("It is not in the training folder, so bcst train delete does not find it: deleting it is up to you.")


def delete_rehearsals(where: Where, trainee: str) -> None:
    """One trainee's rehearsals, or all, and what was written of them into the training folder."""
    with unlocked(where) as casebook:
        told = _deleted(casebook, trainee)
    files = _files_of(where.written, trainee)
    for one in files:
        one.unlink()
    say_marked(told + (f" {len(files)} file{'' if len(files) == 1 else 's'} deleted." if files else ""))


def _deleted(casebook: TrainersCasebook, trainee: str) -> str:
    return casebook.delete_trainee(trainee) if trainee else casebook.delete_everything()


def _files_of(folder: Path, trainee: str) -> list[Path]:
    """Their debriefs, and every dashboard, which has a line on them."""
    if not folder.is_dir():
        return []
    begins = (f"{FILES_BEGIN}{trainee}-", f"{FILES_BEGIN}{DASHBOARD}.") if trainee else (FILES_BEGIN,)
    return [one for one in sorted(folder.iterdir()) if one.is_file() and one.name.startswith(begins)]

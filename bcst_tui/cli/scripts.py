"""`bcst scripts`: what there is to mend in a script, what leads to what in it, and what it covers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from bcst_tui.cli.saying import say
from bcst_tui.config import in_use, read_user_folder, script_in_use
from bcst_tui.errors import ScriptError, UsageError
from bcst_tui.reference.loading import load_reference
from bcst_tui.script.checking import Elsewhere, findings
from bcst_tui.script.coverage import ITEMS_FILE, Coverage, Item, coverage, known_items
from bcst_tui.script.graph import mermaid
from bcst_tui.script.loading import load_script


def check_scripts(environ: Mapping[str, str], folder: Path | None) -> int:
    """Print every finding, in the script and in the reference data it names; the exit code."""
    elsewhere, told = Elsewhere(), []
    try:
        elsewhere = _elsewhere(in_use(environ, "data"))
    except ScriptError as mistake:
        told.append(str(mistake))
    files = _script_files(environ, folder)
    told += [str(finding) for finding in findings(files, elsewhere)]
    for line in told:
        click.echo(line)
    if told:
        say(f"bcst: {'One thing' if len(told) == 1 else f'{len(told)} things'} to mend.")
        return ScriptError.exit_code
    say("Nothing to mend.")
    return 0


def draw(environ: Mapping[str, str], folder: Path | None, section: str | None) -> None:
    """Print the script, or one section of it, as a Mermaid flowchart."""
    script = load_script(_script_files(environ, folder))
    if section is not None and section not in [one.id for one in script.sections]:
        known = ", ".join(one.id for one in script.sections)
        raise UsageError(f"`{section}` is not a section of this script.", f"Its sections are {known}.")
    click.echo(mermaid(script, section), nl=False)


def cover(environ: Mapping[str, str], folder: Path | None, *, as_json: bool) -> None:
    """Print what the script covers."""
    data = in_use(environ, "data")
    script = load_script(_script_files(environ, folder))
    covered = coverage(script, _items(data), load_reference(data).activities)
    if as_json:
        click.echo(json.dumps(covered.as_dict(), indent=2, ensure_ascii=False))
    else:
        _list(covered)


def _list(covered: Coverage) -> None:
    for item in covered.items:
        where = ", ".join(item.questions) or item.item.because or "not yet"
        click.echo(f"{item.item.id}  {item.item.about}: {where}")
    click.echo()
    for activity in covered.activities:
        click.echo(f"{activity.activity}  {', '.join(activity.rules) or 'not yet'}")
    say(
        f"Not yet: {len(covered.items_not_yet)} of {len(covered.items)} items, "
        f"{len(covered.activities_not_yet)} of {len(covered.activities)} activities."
    )


def _script_files(environ: Mapping[str, str], folder: Path | None) -> dict[str, str]:
    return read_user_folder(folder) if folder is not None else script_in_use(environ)


def _items(data: Mapping[str, str]) -> tuple[Item, ...]:
    if ITEMS_FILE not in data:
        raise ScriptError(f"{ITEMS_FILE}: the file is missing.", "Put it back; every reference file is needed.")
    return known_items(data[ITEMS_FILE])


def _elsewhere(data: Mapping[str, str]) -> Elsewhere:
    reference = load_reference(data)
    return Elsewhere(
        audience_rows=set(reference.matrix.rows),
        activities=set(reference.activities),
        services=set(reference.services),
        items={item.id for item in _items(data)},
    )

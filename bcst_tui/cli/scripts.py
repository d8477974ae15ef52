"""`bcst scripts`: what there is to mend in a script, what leads to what in it, and what it covers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from bcst_tui.cli.coverage_shown import counts_of, lines_of
from bcst_tui.cli.saying import say
from bcst_tui.config import in_use, read_user_folder, script_in_use
from bcst_tui.errors import ScriptError, UsageError
from bcst_tui.plan import cohorts
from bcst_tui.plan.coverage import coverage, unknown_citations
from bcst_tui.reference.loading import REFERENCE_FILES, load_reference
from bcst_tui.reference.reference import Reference
from bcst_tui.reference.specification import Specification, load_specification, unknown_items, unknown_rules
from bcst_tui.script.checking import Elsewhere, findings
from bcst_tui.script.graph import mermaid
from bcst_tui.script.loading import load_script
from bcst_tui.yaml_text import FileMistake, read_yaml


def check_scripts(environ: Mapping[str, str], folder: Path | None) -> int:
    """Print every finding, in the script and in the reference data it names; the exit code."""
    data, files = in_use(environ, "data"), _script_files(environ, folder)
    elsewhere, told = Elsewhere(), []
    try:
        reference, specification = load_reference(data), load_specification(data)
        elsewhere = _elsewhere(reference, specification)
        told += [str(mistake) for mistake in _unknown_in_data(data, reference, specification)]
    except ScriptError as mistake:
        told.append(str(mistake))
    found = findings(files, elsewhere)
    told += [str(finding) for finding in found]
    if not told:
        told += [str(mistake) for mistake in unknown_citations(load_script(files), specification)]
    if not told and folder is None:
        told += [str(mistake) for mistake in cohorts.mistakes(load_script(files), reference)]
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
    covered = coverage(load_script(_script_files(environ, folder)), load_specification(data), load_reference(data))
    if as_json:
        click.echo(json.dumps(covered.as_dict(), indent=2, ensure_ascii=False))
        return
    for line in lines_of(covered):
        click.echo(line)
    say(counts_of(covered))


def _script_files(environ: Mapping[str, str], folder: Path | None) -> dict[str, str]:
    return read_user_folder(folder) if folder is not None else script_in_use(environ)


def _elsewhere(reference: Reference, specification: Specification) -> Elsewhere:
    return Elsewhere(
        audience_rows=set(reference.matrix.rows),
        activities=set(reference.activities),
        services=set(reference.services),
        items=set(specification.items),
    )


def _unknown_in_data(
    data: Mapping[str, str], reference: Reference, specification: Specification
) -> Iterator[FileMistake]:
    named = {name: data[name] for name in REFERENCE_FILES}
    yield from unknown_rules(named, specification)
    rows = {row.id: row.items for row in reference.matrix.rows.values()}
    yield from unknown_items(rows, read_yaml(data["audiences.yaml"], "audiences.yaml"), specification.items)

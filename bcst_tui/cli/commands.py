"""The commands of every day. Every heavy import waits until the command that needs it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bcst_tui import __version__
from bcst_tui.cli.options import FOLDER, Chosen, format_option, passphrase_option, today_option, typed, vault_option

if TYPE_CHECKING:
    from bcst_tui.export.formats import FileFormat

HELP = {"help_option_names": ["-h", "--help"]}
READERS = (
    *("worker", "own", "own-full", "officer", "safeguarding"),
    *("referral", "specialist", "statutory", "totals", "training"),
)
ASKED_WITH_PRIVATE = ("audience", "to", "file_format", "preview", "out", "overwrite")
"""What a paper with the private part is asked for line by line."""


@click.group(context_settings=HELP, invoke_without_command=True)
@vault_option
@today_option
@click.option("--plain", is_flag=True, help="Ask in numbered lines: for screen readers and very simple terminals.")
@click.version_option(__version__, prog_name="bcst", message="%(prog)s %(version)s")
@click.pass_context
def bcst(context: click.Context, plain: bool) -> None:
    """A terminal interview for the Basic Custody Screening Tool, part 2: offline and encrypted.

    Without a command it opens the app.
    """
    if context.invoked_subcommand is None:
        from bcst_tui.cli.starting import start

        chosen = context.ensure_object(Chosen)
        context.exit(start(chosen.vault, chosen.today, plain=plain))
    if plain:
        raise click.UsageError("--plain goes with the app, not with a command.")


@bcst.command()
@today_option
@click.option("--out", metavar="DIR", type=FOLDER, help="Write the plan into this folder; else into a new one.")
@click.argument("person", required=False)
@click.pass_obj
def demo(chosen: Chosen, out: Path | None, person: str | None) -> None:
    """Play an invented person's interview and show the plan.

    Names the other invented people there are at its end. Asks nothing, and takes the vault it played in away again.
    """
    from bcst_tui.cli.playing import demonstrate

    demonstrate(os.environ, chosen.today, out, person)


@bcst.command()
@today_option
@click.argument("answers", metavar="ANSWERS.yaml", required=False, type=FOLDER)
@click.option("--json", "as_json", metavar="FILE", type=FOLDER, help="Write the plan as JSON; - is stdout.")
@click.option("--out", metavar="DIR", type=FOLDER, help="Write the worker's copy and the own copy into this folder.")
@click.option("--overwrite", is_flag=True, help="Write over copies that are there already.")
@click.option("--template", is_flag=True, help="Print an answers file of all questions, to be filled in.")
@click.pass_obj
def replay(
    chosen: Chosen, answers: Path | None, as_json: Path | None, out: Path | None, overwrite: bool, template: bool
) -> None:
    """Play the answers in a file, and show the plan that follows.

    Without --json and --out the worker's copy goes to stdout. The form of the file: docs/answers.md.
    """
    from bcst_tui.cli import playing

    if template:
        return playing.print_template(os.environ)
    if answers is None:
        raise click.UsageError("Name a file with answers. An empty one to begin with: bcst replay --template.")
    playing.replay(os.environ, answers, chosen.today, as_json=as_json, out=out, overwrite=overwrite)


@bcst.command()
@vault_option
@today_option
@click.argument("reference", metavar="REFERENCE")
@click.option("--audience", type=click.Choice(READERS), help="Who is to read it.")
@click.option("--to", default="", metavar="AGENCY", help="Which agency, where there are many such readers.")
@format_option("md")
@click.option("--preview", is_flag=True, help="Print it instead, exactly as the reader would get it.")
@click.option("--out", metavar="DIR", type=FOLDER, default=".", help="The folder to write into; else this one.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is there already.")
@click.option("--with-private", is_flag=True, help="The private part comes along: bcst asks for whom, and shows it.")
@passphrase_option
@click.pass_context
def export(
    context: click.Context,
    reference: str,
    audience: str | None,
    to: str,
    file_format: FileFormat,
    preview: bool,
    out: Path,
    overwrite: bool,
    with_private: bool,
    passphrase_file: Path | None,
) -> None:
    """Write the plan of a case, such as BC-0001, for one reader.

    own is the copy for the cell, own-full the one to read through together; officer is the responsible officer.
    A referral or specialist copy goes to an agency the person has agreed to (--to debt_advice), a statutory one under a
    record of sharing without consent. What nothing allows is refused, and so are totals.

    The private part is in none of these. With --with-private, and nothing else, bcst asks who is to read it, shows
    exactly what they get, and asks where to write it: only where nobody else can see the screen.
    """
    from bcst_tui.cli.exporting import export, export_with_private

    chosen: Chosen = context.obj
    if with_private:
        named = typed(context, ASKED_WITH_PRIVATE)
        return export_with_private(os.environ, chosen.vault, chosen.today, reference, named, passphrase_file)
    export(
        os.environ,
        chosen.vault,
        chosen.today,
        reference,
        audience,
        file_format,
        to=to,
        preview=preview,
        out=out,
        overwrite=overwrite,
        passphrase_file=passphrase_file,
    )


@bcst.command()
@vault_option
@today_option
@click.argument("reference", metavar="REFERENCE")
@click.option("--day", default="", metavar="DAY", help="Such as 12/3/2027; else the meeting agreed last.")
@click.option("--time", "at", default="", metavar="TIME", help="Such as 14:30; else a blank.")
@click.option("--place", default="", metavar="WORDS", help="A room; else a blank.")
@click.option("--with", "with_whom", default="", metavar="WORDS", help="A first name; else a blank.")
@click.option("--no-name", is_flag=True, help="Leave the person's name a blank too.")
@format_option("txt")
@click.option("--preview", is_flag=True, help="Print it instead.")
@click.option("--out", metavar="DIR", type=FOLDER, default=".", help="The folder to write into; else this one.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is there already.")
@passphrase_option
@click.pass_obj
def slip(
    chosen: Chosen,
    reference: str,
    day: str,
    at: str,
    place: str,
    with_whom: str,
    no_name: bool,
    file_format: FileFormat,
    preview: bool,
    out: Path,
    overwrite: bool,
    passphrase_file: Path | None,
) -> None:
    """Write a slip with the next appointment of a case, such as BC-0001.

    Every slip has the same lines and the same neutral label, and no prison, reference or part of the plan on it.
    """
    from bcst_tui.casebook.slips import SlipWish
    from bcst_tui.cli.slips import write_slip

    write_slip(
        os.environ,
        chosen.vault,
        chosen.today,
        reference,
        SlipWish(day, at, place, with_whom, "" if no_name else None),
        file_format,
        preview=preview,
        out=out,
        overwrite=overwrite,
        passphrase_file=passphrase_file,
    )


@bcst.command()
@vault_option
@today_option
@click.option("--json", "as_json", is_flag=True, help="The same for programs to read, with references alone.")
@click.option("--ics", "calendar", metavar="FILE", type=FOLDER, help="Write follow-ups and reviews to a calendar file.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is there already.")
@passphrase_option
@click.pass_obj
def today(chosen: Chosen, as_json: bool, calendar: Path | None, overwrite: bool, passphrase_file: Path | None) -> None:
    """List what is due in every open case: overdue, today, this week, follow-ups, clocks, unfinished interviews.

    Cases stand there by reference and initials. A calendar file holds days, references and one neutral label.
    """
    if as_json and calendar is not None:
        raise click.UsageError("Choose one of --json and --ics.")
    from bcst_tui.cli.today import tell_today

    tell_today(
        os.environ,
        chosen.vault,
        chosen.today,
        as_json=as_json,
        calendar=calendar,
        overwrite=overwrite,
        passphrase_file=passphrase_file,
    )


@bcst.command()
@vault_option
@today_option
@click.argument("quarter", metavar="[QUARTER]", required=False)
@click.option("--csv", metavar="FILE", type=FOLDER, help="Write them as CSV; from then on they stay as they are.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is there already.")
@passphrase_option
@click.pass_obj
def figures(
    chosen: Chosen, quarter: str | None, csv: Path | None, overwrite: bool, passphrase_file: Path | None
) -> None:
    """Tell how many people were seen in a quarter, such as 2026-Q4, and what came of it; else of the last one over.

    For managers: no names, and no number under ten. Only whole quarters that are over: docs/figures.md says why.
    """
    from bcst_tui.cli.figures import tell_figures

    tell_figures(
        os.environ,
        chosen.vault,
        chosen.today,
        quarter,
        csv=csv,
        overwrite=overwrite,
        passphrase_file=passphrase_file,
    )


@bcst.command()
@vault_option
@click.pass_context
def doctor(context: click.Context) -> None:
    """Tell what bcst stands on here: versions, folders, whose files it reads, and what is missing before real use."""
    from bcst_tui.cli.doctor import examine

    context.exit(examine(os.environ, context.ensure_object(Chosen).vault))


@bcst.group()
def scripts() -> None:
    """Check, draw or count the interview's words and rules."""


@scripts.command()
@today_option
@click.argument("folder", metavar="[DIR]", required=False, type=FOLDER)
@click.pass_context
def check(context: click.Context, folder: Path | None) -> None:
    """Tell everything there is to mend in a script; without DIR, in the one bcst uses.

    Exits with 3 if there is anything.
    """
    from bcst_tui.cli.scripts import check_scripts

    context.exit(check_scripts(os.environ, folder))


@scripts.command()
@today_option
@click.argument("folder", metavar="[DIR]", required=False, type=FOLDER)
@click.option("--section", metavar="ID", help="Draw this section alone.")
def graph(folder: Path | None, section: str | None) -> None:
    """Draw what leads to what, as a Mermaid flowchart."""
    from bcst_tui.cli.scripts import draw

    draw(os.environ, folder, section)


@scripts.command()
@today_option
@click.argument("folder", metavar="[DIR]", required=False, type=FOLDER)
@click.option("--json", "as_json", is_flag=True, help="The same for programs to read.")
def coverage(folder: Path | None, as_json: bool) -> None:
    """List which items and activities a script covers, and which not yet."""
    from bcst_tui.cli.scripts import cover

    cover(os.environ, folder, as_json=as_json)

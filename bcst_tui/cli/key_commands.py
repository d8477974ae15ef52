"""The commands about keys: the worker's, the safeguarding lead's, and those of a hand-over."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bcst_tui.cli.options import FOLDER, Chosen, passphrase_option, today_option, vault_option
from bcst_tui.cli.record_commands import bcst as bcst

if TYPE_CHECKING:
    from bcst_tui.cli.keys_of_vault import Where

REASONS = ("child", "other_adult", "vulnerable_adult", "self_harm", "court_order", "prison_or_crime")
new_passphrase_option = click.option(
    "--new-passphrase-file", "new_file", metavar="FILE", type=FOLDER, help="Read the new one from the first line."
)
code_option = click.option(
    "--code-file", metavar="FILE", type=FOLDER, help="Read the recovery code from the first line; - is stdin."
)
key_option = click.option("--key", required=True, metavar="FILE", type=FOLDER, help="The lead's own key file.")
key_passphrase_option = click.option(
    "--key-passphrase-file", "key_passphrase", metavar="FILE", type=FOLDER, help="What opens that key file; - is stdin."
)


def _where(chosen: Chosen, passphrase_file: Path | None = None) -> Where:
    from bcst_tui.cli.keys_of_vault import Where

    return Where(os.environ, chosen.vault, chosen.today, passphrase_file)


@bcst.group()
def keys() -> None:
    """Change what opens the vault: the passphrase, and the code for when it is forgotten."""


@keys.command("passphrase")
@vault_option
@passphrase_option
@new_passphrase_option
@click.pass_obj
def change_passphrase(chosen: Chosen, passphrase_file: Path | None, new_file: Path | None) -> None:
    """Choose another passphrase; it opens the private part too."""
    from bcst_tui.cli.keys_of_vault import change_passphrase

    change_passphrase(_where(chosen, passphrase_file), new_file)


@keys.command("recovery-code")
@vault_option
@passphrase_option
@click.pass_obj
def recovery_code(chosen: Chosen, passphrase_file: Path | None) -> None:
    """Print a code that opens everything but the private part, in place of any before."""
    from bcst_tui.cli.keys_of_vault import print_recovery_code

    print_recovery_code(_where(chosen, passphrase_file))


@keys.command("recover")
@vault_option
@code_option
@new_passphrase_option
@click.pass_obj
def recover(chosen: Chosen, code_file: Path | None, new_file: Path | None) -> None:
    """Choose a new passphrase with the recovery code; the private part stays shut until the lead opens it again."""
    from bcst_tui.cli.keys_of_vault import recover

    recover(_where(chosen), code_file, new_file)


@keys.command("renew")
@vault_option
@passphrase_option
@click.pass_obj
def renew(chosen: Chosen, passphrase_file: Path | None) -> None:
    """Lock everything afresh, where somebody may know what opened it: they can read nothing written from now on."""
    from bcst_tui.cli.keys_of_vault import renew

    renew(_where(chosen, passphrase_file))


@keys.command("begin-anew")
@vault_option
@passphrase_option
@click.option("--sure", is_flag=True, help="You know that what was in it is lost.")
@click.pass_obj
def begin_anew(chosen: Chosen, passphrase_file: Path | None, sure: bool) -> None:
    """Give a private part that nobody can open any more a new, empty beginning."""
    from bcst_tui.cli.keys_of_vault import begin_anew

    begin_anew(_where(chosen, passphrase_file), sure)


@bcst.group()
def lead() -> None:
    """The safeguarding lead's key to the private part."""


@lead.command("new-key")
@click.argument("file", metavar="FILE", type=FOLDER)
@new_passphrase_option
def new_key(file: Path, new_file: Path | None) -> None:
    """Make a lead's key in this new FILE, and print the public half to give to workers."""
    from bcst_tui.cli.keys_of_vault import new_lead_key

    new_lead_key(file, new_file)


@lead.command("set")
@vault_option
@passphrase_option
@click.argument("key", metavar="AGE1...", default="")
@click.option("--none", is_flag=True, help="No lead any more.")
@click.pass_obj
def set_lead(chosen: Chosen, passphrase_file: Path | None, key: str, none: bool) -> None:
    """Let the lead with this public key open the private part again after a forgotten passphrase."""
    from bcst_tui.cli.keys_of_vault import set_lead

    if bool(key) == none:
        raise click.UsageError("Name the lead's public key, or --none.")
    set_lead(_where(chosen, passphrase_file), key)


@lead.command("show")
@vault_option
@passphrase_option
@click.pass_obj
def show_lead(chosen: Chosen, passphrase_file: Path | None) -> None:
    """Print which public key the private part is wrapped for."""
    from bcst_tui.cli.keys_of_vault import show_lead

    show_lead(_where(chosen, passphrase_file))


@lead.command("open-again")
@vault_option
@passphrase_option
@key_option
@key_passphrase_option
@click.pass_obj
def open_again(chosen: Chosen, passphrase_file: Path | None, key: Path, key_passphrase: Path | None) -> None:
    """After a recovery: open the private part for the worker again. Prints nothing of it."""
    from bcst_tui.cli.keys_of_vault import open_again

    open_again(_where(chosen, passphrase_file), key, key_passphrase)


@lead.command("read")
@vault_option
@today_option
@passphrase_option
@click.argument("reference", metavar="REFERENCE")
@click.option("--reason", required=True, type=click.Choice(REASONS), help="Which of the six reasons.")
@click.option("--told", is_flag=True, help="The person is told of it.")
@click.option("--because", default="", metavar="WORDS", help="Why they are not told: it would be less safe.")
@click.option("--review", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="When it is looked at again.")
@key_option
@key_passphrase_option
@click.option("--by-code", is_flag=True, help="The recovery code opens the rest, where the worker is not there.")
@code_option
@click.option("--out", metavar="DIR", type=FOLDER, help="Write it into this folder.")
@click.option("--preview", is_flag=True, help="Show it here instead: only where nobody else can see the screen.")
@click.pass_obj
def read_as_lead(
    chosen: Chosen,
    passphrase_file: Path | None,
    reference: str,
    reason: str,
    told: bool,
    because: str,
    review: datetime | None,
    key: Path,
    key_passphrase: Path | None,
    by_code: bool,
    code_file: Path | None,
    out: Path | None,
    preview: bool,
) -> None:
    """Open one person's private part as the lead. It is noted, with the reason; the person is told unless unsafe."""
    from bcst_tui.casebook.lead_opening import LeadOpening
    from bcst_tui.cli.keys_of_vault import read_as_lead

    read_as_lead(
        _where(chosen, passphrase_file),
        reference,
        LeadOpening(reason, told, because, review.date() if review else None),  # type: ignore[arg-type]
        key,
        key_passphrase,
        code_file=code_file,
        by_code=by_code,
        out=out,
        preview=preview,
    )


@bcst.group("hand-over")
def hand_over() -> None:
    """Hand a case over to the worker who has it next, in a locked file; or take one over."""


@hand_over.command("key")
@vault_option
@passphrase_option
@click.pass_obj
def hand_over_key(chosen: Chosen, passphrase_file: Path | None) -> None:
    """Print the key to give to whoever hands a case over to you."""
    from bcst_tui.cli.handing_over import tell_key

    tell_key(os.environ, chosen.vault, passphrase_file)


@hand_over.command("write")
@vault_option
@today_option
@click.argument("reference", metavar="REFERENCE")
@click.option(
    "--agreed",
    required=True,
    type=click.Choice(["none", "q1", "q2", "both"]),
    help="What of the private part the person said the next worker may know.",
)
@click.option("--own-words", is_flag=True, help="They agreed to their own words too.")
@click.option("--to", default="", metavar="AGE1...", help="The other worker's key; else a passphrase locks the file.")
@click.option("--file-passphrase-file", "file_passphrase", metavar="FILE", type=FOLDER, help="What is to lock it.")
@click.option("--out", metavar="DIR", type=FOLDER, default=".", help="The folder to write into; else this one.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is there already.")
@passphrase_option
@click.pass_obj
def hand_over_write(
    chosen: Chosen,
    reference: str,
    agreed: str,
    own_words: bool,
    to: str,
    file_passphrase: Path | None,
    out: Path,
    overwrite: bool,
    passphrase_file: Path | None,
) -> None:
    """Write a case with its interviews, plan, notes and agreements, so that the next worker does nothing twice.

    Of the private part goes what they said may be known, the plan for keeping safe included; without, only that it is
    not brought up again.
    """
    from bcst_tui.cli.handing_over import write

    write(
        os.environ,
        chosen.vault,
        chosen.today,
        reference,
        agreed,
        own_words=own_words,
        to=to,
        file_passphrase=file_passphrase,
        out=out,
        overwrite=overwrite,
        passphrase_file=passphrase_file,
    )


@hand_over.command("read")
@vault_option
@today_option
@click.argument("file", metavar="FILE", type=FOLDER)
@click.option("--code", default="", metavar="CODE", help="The code whoever sent it read out; without, only a look.")
@click.option("--file-passphrase-file", "file_passphrase", metavar="FILE", type=FOLDER, help="What opens the file.")
@passphrase_option
@click.pass_obj
def hand_over_read(
    chosen: Chosen, file: Path, code: str, file_passphrase: Path | None, passphrase_file: Path | None
) -> None:
    """Look at a hand-over file, and with its code take the case over."""
    from bcst_tui.cli.handing_over import read

    read(
        os.environ,
        chosen.vault,
        chosen.today,
        file,
        code=code,
        file_passphrase=file_passphrase,
        passphrase_file=passphrase_file,
    )

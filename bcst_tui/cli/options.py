"""The options that many commands take, and what was said before a command as well as after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FOLDER = click.Path(path_type=Path)


@dataclass
class Chosen:
    """What can be said before a command as well as after it."""

    vault: Path | None = None
    today: date | None = None
    training: Path | None = None


def _read_day(context: click.Context, parameter: click.Parameter, typed: str | None) -> None:
    chosen = context.ensure_object(Chosen)
    if typed is None:
        return
    try:
        chosen.today = date.fromisoformat(typed)
    except ValueError:
        raise click.UsageError(f"{typed!r} is not a date. Write it as year-month-day, such as 2027-03-12.") from None


def _keep_vault(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    chosen = context.ensure_object(Chosen)
    if folder is not None:
        chosen.vault = folder


def today_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--today`, before or after the command."""
    told = "Take this for today, such as 2027-03-12."
    return click.option("--today", metavar="DATE", callback=_read_day, expose_value=False, help=told)(command)


def vault_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--vault`, before or after the command."""
    told = "The folder of the vault; else BCST_VAULT, else the user's data folder."
    return click.option("--vault", metavar="FOLDER", type=FOLDER, callback=_keep_vault, expose_value=False, help=told)(
        command
    )


def format_option(usual: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--format`, of every command that writes a paper; as `usual` where it is left out."""
    forms = click.Choice(["md", "html", "txt"])
    return click.option("--format", "file_format", type=forms, default=usual, help=f"As what; else {usual}.")


def typed(context: click.Context, names: Iterable[str]) -> list[str]:
    """Which of these options were typed, and not left as they usually are."""
    by_hand = click.core.ParameterSource.COMMANDLINE
    return [name for name in names if context.get_parameter_source(name) == by_hand]


def passphrase_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--passphrase-file`, of every command that opens the vault."""
    told = "Read the passphrase from the first line; - is stdin."
    return click.option("--passphrase-file", metavar="FILE", type=FOLDER, help=told)(command)

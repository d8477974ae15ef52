"""Bringing an older file up to date: each step in one transaction with its number, counted before and after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bcst_tui.errors import BcstError, VaultDamaged
from bcst_tui.vault.cipher import Connection, pragma


class NewerVault(BcstError):
    """The file has taken steps this bcst doesn't know."""

    title = "This vault needs a newer bcst"
    exit_code = 6


@dataclass(frozen=True)
class Step:
    """One change of shape. `recounts` names the tables whose number of rows it means to change."""

    number: int
    statements: tuple[str, ...]
    recounts: frozenset[str] = frozenset()


class RowsLost(VaultDamaged):
    """A step would have changed what it had no business with; it was undone."""

    title = "The vault was left as it was"


def version_of(connection: Connection) -> int:
    return int(pragma(connection, "user_version"))


def migrate(
    connection: Connection, steps: Sequence[Step], database: Path, back_up: Callable[[Connection], object]
) -> int:
    """Take every step the file hasn't taken, each after a backup if there is anything to lose; how many."""
    version = version_of(connection)
    latest = steps[-1].number
    if version > latest:
        raise NewerVault(
            f"{database.name} was last used with a newer bcst (shape {version}; this one knows {latest}).",
            "Use the newer bcst. Nothing has been changed.",
        )
    ahead = [step for step in steps if step.number > version]
    for step in ahead:
        if version_of(connection):
            back_up(connection)
        _take(connection, step)
    return len(ahead)


def row_counts(connection: Connection) -> dict[str, int]:
    """Every table of ours and how many rows it has."""
    named = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    ).fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in named}


def _take(connection: Connection, step: Step) -> None:
    """Foreign keys are off before BEGIN: inside a transaction the pragma does nothing, and with them on, replacing
    a parent table would silently delete its children's rows."""
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            before = row_counts(connection)
            for statement in step.statements:
                connection.execute(statement)
            _check(connection, step, before)
            connection.execute(f"PRAGMA user_version = {step.number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _check(connection: Connection, step: Step, before: dict[str, int]) -> None:
    after = row_counts(connection)
    changed = [name for name, count in before.items() if name not in step.recounts and after.get(name) != count]
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if changed or orphans:
        tables = sorted({*changed, *(row[0] for row in orphans)})
        raise RowsLost(
            f"Bringing the vault up to date (step {step.number}) would have lost rows of {', '.join(tables)}.",
            "It was undone: nothing is lost. Keep using the older bcst and ask for help.",
        )

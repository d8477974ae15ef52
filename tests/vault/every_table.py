"""A row in every table that belongs to a person, made from the tables themselves: one added later is filled as well."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

from bcst_tui.disclosure.record import NOTHING_KEPT
from bcst_tui.disclosure.sealing import Sealed
from bcst_tui.vault.columns import Day, Flag, UtcTime
from bcst_tui.vault.records import Records
from tests.vault.invented import MONDAY, NOON

TABLES = SQLModel.metadata.sorted_tables
NOBODYS = {
    "access_event": "who did what when, by reference alone",
    "feedback": "by month, of nobody",
    "how_was_that": "counts by month, of nobody",
    "kept_figure": "counts of ten or more",
    "list_state": "how the lists were made",
    "private_diary": "days under the private part's key, all people's in one",
    "script_version": "the words of an interview",
    "service": "agencies and their offers",
    "vault_state": "which database this is",
    "worker_profile": "the worker",
    "worker_strain": "the worker's own, for seven days",
}
"""The tables that hold nothing of anybody interviewed, and why."""
FITTING: Mapping[str, Mapping[str, Any]] = {
    "sitting": {"status": "completed", "not_held_reason": None},
    "move": {"act": "look", "value": None, "non_answer": None, "reason": None},
    "plan": {"status": "draft", "agreed_on": None},
    "follow_up": {"status": "open", "outcome": None},
    "case_event": {"what": "merged"},
    "consent": {"status": "given", "depth": 2},
    "group_level": {"level": 2},
    "action": {"level": 2},
    "referral": {"tier": 1},
}
"""What a table's own rules ask of several columns together."""
PRIVATE = Sealed(replace(NOTHING_KEPT, level1="held"))


def parents(table: sa.Table) -> set[str]:
    return {key.column.table.name for key in table.foreign_keys if key.ondelete == "CASCADE"}


def of_a_person() -> list[sa.Table]:
    """Every table whose rows go when the person goes, parents before children."""
    reached = {"person"}
    for table in TABLES:
        if parents(table) & reached:
            reached.add(table.name)
    return [table for table in TABLES if table.name in reached - {"person"}]


def fill(records: Records, person_id: int, canary: str) -> None:
    """One row in each, with the canary in every text that is free."""
    execute = records._session.connection().execute
    records._session.flush()
    script = {"hash": "hash-of-one", "script_id": "", "version": "", "files": "{}", "kept_at": NOON}
    execute(SQLModel.metadata.tables["script_version"].insert().prefix_with("OR IGNORE").values(script))
    numbers = {"person": person_id}
    for table in of_a_person():
        if table.name == "private_part":
            records.private.keep(person_id, PRIVATE)
            continue
        row = {column.name: _value(table, column, numbers, canary) for column in table.columns}
        made = execute(table.insert().prefix_with("OR REPLACE").values(row))
        if made.inserted_primary_key:
            numbers[table.name] = made.inserted_primary_key[0]


def rows_of(records: Records, person_id: int) -> dict[str, set[tuple[Any, ...]]]:
    """What each table holds of this person, but for whose it is."""
    records._session.flush()
    numbers: dict[str, set[Any]] = {"person": {person_id}}
    rows: dict[str, set[tuple[Any, ...]]] = {}
    for table in of_a_person():
        [link] = [column for column in table.columns if _parent(column) in numbers][:1]
        owner = _parent(link)
        found = records._session.connection().execute(sa.select(table).where(link.in_(numbers[owner]))).mappings().all()
        if "id" in table.columns:
            numbers[table.name] = {row["id"] for row in found}
        rows[table.name] = {tuple(value for name, value in row.items() if name != "person_id") for row in found}
    return rows


def _parent(column: sa.Column[Any]) -> str:
    return next((key.column.table.name for key in column.foreign_keys if key.ondelete == "CASCADE"), "")


def _value(table: sa.Table, column: sa.Column[Any], numbers: Mapping[str, int], canary: str) -> Any:
    fitting = FITTING.get(table.name, {})
    if column.name in fitting:
        return fitting[column.name]
    for key in column.foreign_keys:
        parent = key.column.table.name
        return numbers[parent] if parent in numbers else "hash-of-one"
    if column.primary_key and column.name == "id":
        return None
    if words := _vocabulary(column):
        return words[0]
    return _plain(column, canary)


def _vocabulary(column: sa.Column[Any]) -> list[str]:
    for rule in column.constraints:
        if isinstance(rule, sa.CheckConstraint) and " IN (" in str(rule.sqltext):
            return re.findall(r"'([^']*)'", str(rule.sqltext).split(" IN ", 1)[1])
    return []


def _plain(column: sa.Column[Any], canary: str) -> Any:
    match column.type:
        case UtcTime():
            return NOON
        case Day():
            return MONDAY
        case Flag():
            return True
        case sa.Integer():
            return 1
        case _:
            return f"{canary} {column.name}"

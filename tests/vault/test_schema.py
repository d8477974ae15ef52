"""The shape of the file: what is frozen in the steps is what the rows expect, and the database holds to the rules."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, SQLModel

from bcst_tui.vault.cipher import Connection, connect
from bcst_tui.vault.migrations.runner import migrate, version_of
from bcst_tui.vault.migrations.steps import STEPS
from bcst_tui.vault.tables import PersonRow, Row
from bcst_tui.vault.vault import Vault
from tests.vault.invented import KEY, NOON, begun, said


def shape(connection: Connection) -> dict[str, Any]:
    """Columns, keys, rules and indexes of every table, however they were written down."""
    tables: dict[str, Any] = {}
    named = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
    for name, sql in named:
        indexes = connection.execute(f'PRAGMA index_list("{name}")').fetchall()
        tables[name] = {
            "columns": connection.execute(f'PRAGMA table_info("{name}")').fetchall(),
            "parents": sorted(row[2:] for row in connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()),
            "indexes": sorted(
                (row[2], row[3], connection.execute(f'PRAGMA index_info("{row[1]}")').fetchall()) for row in indexes
            ),
            "rules": sorted(rules(sql)),
            "strict": sql.rstrip().endswith("STRICT"),
            "by key alone": "WITHOUT ROWID" in sql,
        }
    return tables


def rules(sql: str) -> list[str]:
    """The text inside each CHECK's own brackets, without white space and quotes."""
    found = []
    for start in re.finditer(r"CHECK \(", sql):
        depth = end = 1
        while depth:
            letter = sql[start.end() + end - 1]
            depth += {"(": 1, ")": -1}.get(letter, 0)
            end += 1
        found.append(re.sub(r"[\s\"]", "", sql[start.end() : start.end() + end - 2]))
    return found


def test_the_frozen_steps_and_the_rows_agree(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "steps.db", KEY, create=True)) as connection:
        migrate(connection, STEPS, tmp_path / "steps.db", lambda _: None)
        stepped = shape(connection)
    engine = sqlalchemy.create_engine("sqlite://", creator=lambda: connect(tmp_path / "rows.db", KEY, create=True))
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    with closing(connect(tmp_path / "rows.db", KEY)) as connection:
        rows = shape(connection)
    assert stepped.keys() == rows.keys()
    for name in rows:
        assert stepped[name] == rows[name], name
    assert all(table["strict"] for table in rows.values())
    assert sum(len(table["rules"]) for table in rows.values()) > 30, "rules are compared, not overlooked"


def test_steps_are_numbered_one_after_another() -> None:
    assert [step.number for step in STEPS] == list(range(1, len(STEPS) + 1))


def test_a_new_vault_has_taken_every_step(vault: Vault) -> None:
    pooled = vault._engine.raw_connection()
    assert version_of(pooled.driver_connection) == len(STEPS)  # type: ignore[arg-type]
    pooled.close()


def test_a_row_shows_its_ids_and_nothing_else() -> None:
    row = PersonRow(id=3, reference="BC-0003", name_used="Zarkovia", legal_name="Z", opened_by="W", created_at=NOON)
    assert (repr(row), str(row), f"{row}") == ("PersonRow(id=3)", "id=3", "id=3")


def test_every_table_shows_ids_only() -> None:
    tables = Row.__subclasses__()
    assert len(tables) == len(SQLModel.metadata.tables)
    assert all(table.__repr_args__ is Row.__repr_args__ for table in tables)


def refused(vault: Vault, sql: str) -> None:
    with pytest.raises(IntegrityError), vault.session() as records:
        records._session.connection().exec_driver_sql(sql)


def test_a_signpost_cannot_exist_without_a_follow_up(vault: Vault) -> None:
    with vault.session() as records:
        sitting = begun(records)
        raw = records._session.connection().exec_driver_sql
        raw(
            "INSERT INTO plan (id, person_id, sitting_id, version, status, made_at) VALUES (1, ?, ?, 1, 'draft', '')",
            (sitting.person_id, sitting.id),
        )
        raw(
            "INSERT INTO action VALUES (1, 1, 0, 'ACC-1-01', '', '', '', '', '', 1, '',"
            " 'agreed', 'i_will', '', '', '', NULL, '', '', NULL, '', '', NULL)"
        )
        raw("INSERT INTO follow_up VALUES (1, 1, 'K1', NULL, '', 'open', NULL, '')")
    signpost = "INSERT INTO signpost VALUES ({id}, 1, {follow_up}, 0, 'SHEL', '', 'told', 'given', '2027-03-01', 'yes')"
    refused(vault, signpost.format(id=1, follow_up="NULL"))
    refused(vault, signpost.format(id=1, follow_up=99))
    with vault.session() as records:
        records._session.connection().exec_driver_sql(signpost.format(id=1, follow_up=1))
    refused(vault, signpost.format(id=2, follow_up=1))


@pytest.mark.parametrize(
    "follow_up",
    [
        "(1, 1, '', NULL, '', 'closed', NULL, '')",
        "(1, 1, '', NULL, '', 'open', 'met', '')",
        "(1, 1, '', NULL, '', 'closed', 'not_reached', '')",
        "(1, 1, '', NULL, '', 'closed', 'forgotten', '')",
    ],
)
def test_a_follow_up_is_closed_with_an_outcome_and_where_needed_a_next_step(vault: Vault, follow_up: str) -> None:
    refused(vault, f"INSERT INTO follow_up VALUES {follow_up}")


def test_moves_are_never_rewritten(vault: Vault) -> None:
    with vault.session() as records:
        sitting = begun(records)
        records.sittings.append_move(sitting.id, said("a hostel"), NOON)
    refused(vault, "UPDATE move SET value = '\"a flat\"'")


def test_access_events_are_neither_rewritten_nor_removed(vault: Vault) -> None:
    with vault.session() as records:
        records.log("opened", "BC-0001", NOON)
    refused(vault, "UPDATE access_event SET record = 'BC-0002'")
    refused(vault, "DELETE FROM access_event")


def test_a_word_outside_the_vocabulary_is_refused(vault: Vault) -> None:
    refused(vault, "INSERT INTO access_event VALUES (1, '2027-03-01', 'peeked', 'BC-0001')")


def test_a_parent_that_is_not_there_is_refused(vault: Vault) -> None:
    refused(vault, "INSERT INTO sitting_fact VALUES (77, 'weeks_to_release', '14')")


def test_times_are_kept_in_utc_and_come_back_with_their_zone(vault: Vault) -> None:
    summer = datetime(2027, 7, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    with vault.session() as records:
        records.log("opened", "BC-0001", summer)
    with vault.session() as records:
        kept = records.access_events()[0].at
        stored = records._session.connection().exec_driver_sql("SELECT at FROM access_event").scalar_one()
    assert (kept, kept.tzinfo) == (summer, UTC)
    assert stored == "2027-07-01T08:30:00.000000+00:00"


def test_a_time_without_a_zone_is_a_bug(vault: Vault) -> None:
    with pytest.raises(StatementError, match="zone"), vault.session() as records:
        records.log("opened", "BC-0001", datetime(2027, 7, 1, 9, 30))


def test_erasing_a_person_takes_everything_of_theirs_along(vault: Vault) -> None:
    with vault.session() as records:
        sitting = begun(records)
        records.sittings.append_move(sitting.id, said("a hostel"), NOON)
    with vault.session() as records:
        session: Session = records._session
        session.delete(session.get(PersonRow, sitting.person_id))
        session.flush()
        for table in ("sitting", "sitting_fact", "move"):
            assert session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0

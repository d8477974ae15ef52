"""A full vault from every older shape is brought up to date, and every row is counted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver  # type: ignore[import-untyped]

from bcst_tui.vault import opening
from bcst_tui.vault.backup import kept_backups
from bcst_tui.vault.cipher import Connection, connect, pragma
from bcst_tui.vault.folder import VaultFolder
from bcst_tui.vault.migrations.runner import NewerVault, RowsLost, Step, migrate, row_counts, version_of
from bcst_tui.vault.migrations.steps import STEPS
from bcst_tui.vault.opening import open_vault
from bcst_tui.vault.vault import Vault
from tests.vault.invented import KEY, NOON, begun, files_of, said
from tests.vault.shape_1 import FILLED, fill

FIRST = Step(
    1,
    (
        "CREATE TABLE home (id INTEGER PRIMARY KEY, name TEXT) STRICT",
        "CREATE TABLE room (id INTEGER PRIMARY KEY,"
        " home_id INTEGER NOT NULL REFERENCES home (id) ON DELETE CASCADE) STRICT",
    ),
)
REPLACES_A_PARENT = Step(
    2,
    (
        "CREATE TABLE home_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, warm INTEGER) STRICT",
        "INSERT INTO home_new SELECT id, coalesce(name, ''), NULL FROM home",
        "DROP TABLE home",
        "ALTER TABLE home_new RENAME TO home",
    ),
)
ADDS = Step(3, ("ALTER TABLE room ADD COLUMN size TEXT", "CREATE TABLE garden (id INTEGER PRIMARY KEY) STRICT"))
FAILS = Step(
    4, ("CREATE TABLE attic (id INTEGER)", "INSERT INTO home VALUES (9, 'x', 1)", "INSERT INTO nowhere VALUES (1)")
)
LOSES = Step(4, ("DELETE FROM room WHERE id = 3",))
ORPHANS = Step(4, ("DELETE FROM home WHERE id = 2",), recounts=frozenset({"home"}))
FULL = {"home": 2, "room": 5}


@pytest.fixture
def older(tmp_path: Path) -> Iterator[Connection]:
    """A full file of the first shape."""
    with closing(connect(tmp_path / "vault.db", KEY, create=True)) as connection:
        migrate(connection, [FIRST], tmp_path / "vault.db", lambda _: None)
        connection.execute("INSERT INTO home VALUES (1, 'one'), (2, NULL)")
        connection.execute("INSERT INTO room VALUES (1, 1), (2, 1), (3, 2), (4, 2), (5, 2)")
        yield connection


def take(connection: Connection, *steps: Step) -> list[int]:
    """Take the steps; the shapes that were backed up on the way."""
    backed_up: list[int] = []
    migrate(connection, steps, Path("vault.db"), lambda old: backed_up.append(version_of(old)))
    return backed_up


@pytest.mark.parametrize("shape", [1, 2, 3])
def test_from_every_older_shape_every_row_arrives(older: Connection, shape: int) -> None:
    steps = (FIRST, REPLACES_A_PARENT, ADDS)
    take(older, *steps[:shape])
    assert take(older, *steps) == list(range(shape, 3)), "each step is preceded by a backup"
    assert row_counts(older) == FULL | {"garden": 0}
    assert version_of(older) == 3


def test_replacing_a_parent_leaves_its_children_alone(older: Connection) -> None:
    take(older, FIRST, REPLACES_A_PARENT)
    assert row_counts(older) == FULL
    assert older.execute("SELECT home_id FROM room ORDER BY id").fetchall() == [(1,), (1,), (2,), (2,), (2,)]
    assert pragma(older, "foreign_keys") == "1"
    with pytest.raises(driver.IntegrityError):
        older.execute("INSERT INTO room VALUES (6, 77)")


@pytest.mark.parametrize(("step", "told"), [(FAILS, driver.OperationalError), (LOSES, RowsLost), (ORPHANS, RowsLost)])
def test_a_step_that_fails_or_loses_a_row_is_undone_with_its_number(
    older: Connection, step: Step, told: type[Exception]
) -> None:
    take(older, FIRST, REPLACES_A_PARENT, ADDS)
    before = row_counts(older)
    with pytest.raises(told):
        take(older, FIRST, REPLACES_A_PARENT, ADDS, step)
    assert (row_counts(older), version_of(older)) == (before, 3)
    assert pragma(older, "foreign_keys") == "1"
    assert not older.in_transaction


def test_steps_before_a_failing_one_stand(older: Connection) -> None:
    with pytest.raises(driver.OperationalError):
        take(older, FIRST, REPLACES_A_PARENT, ADDS, FAILS)
    assert version_of(older) == 3


def test_a_step_that_says_so_may_change_a_count(older: Connection) -> None:
    take(older, FIRST, Step(2, LOSES.statements, recounts=frozenset({"room"})))
    assert row_counts(older) == FULL | {"room": 4}


def test_a_file_from_a_newer_bcst_is_left_alone(older: Connection) -> None:
    take(older, FIRST, REPLACES_A_PARENT)
    with pytest.raises(NewerVault, match="newer bcst"):
        take(older, FIRST)
    assert version_of(older) == 2


def test_a_vault_is_backed_up_and_brought_up_to_date_when_it_is_opened(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vault.session() as records:
        sitting = begun(records)
        records.sittings.append_move(sitting.id, said("a hostel"), NOON)
    vault.close()
    later = Step(len(STEPS) + 1, ("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT",))
    monkeypatch.setattr(opening, "STEPS", (*STEPS, later))
    opened = open_vault(folder, KEY)
    with opened.session() as records:
        assert records.sittings.get(sitting.id).moves == 1
    opened.close()
    _, before_the_step, *_ = kept_backups(VaultFolder(folder))
    with closing(connect(before_the_step, KEY)) as connection:
        assert version_of(connection) == len(STEPS)
        assert row_counts(connection)["move"] == 1


def test_a_vault_whose_step_fails_is_left_as_it_was(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.close()
    before = files_of(folder)["vault.db"]
    monkeypatch.setattr(opening, "STEPS", (*STEPS, Step(len(STEPS) + 1, ("INSERT INTO nowhere VALUES (1)",))))
    with pytest.raises(driver.OperationalError):
        open_vault(folder, KEY)
    assert files_of(folder)["vault.db"] == before
    monkeypatch.undo()
    open_vault(folder, KEY).close()


@pytest.fixture
def of_the_first_shape(tmp_path: Path) -> Iterator[Connection]:
    """A file of the first shape, with something in every table."""
    with closing(connect(tmp_path / "vault.db", KEY, create=True)) as connection:
        migrate(connection, STEPS[:1], tmp_path / "vault.db", lambda _: None)
        fill(connection)
        yield connection


def test_every_table_of_the_first_shape_is_filled(of_the_first_shape: Connection) -> None:
    assert row_counts(of_the_first_shape).keys() == FILLED.keys()
    assert all(row_counts(of_the_first_shape).values())


def test_every_row_of_the_first_shape_arrives_as_it_was(of_the_first_shape: Connection) -> None:
    def rows() -> dict[str, list[object]]:
        return {name: of_the_first_shape.execute(f'SELECT {columns[name]} FROM "{name}"').fetchall() for name in FILLED}

    columns = {name: _columns(of_the_first_shape, name) for name in FILLED}
    before = rows()
    assert take(of_the_first_shape, *STEPS) == [step.number - 1 for step in STEPS[1:]]
    assert rows() == before
    added = row_counts(of_the_first_shape).keys() - FILLED.keys()
    assert added >= {"case_event", "case_note", "feedback", "former_reference"}
    assert row_counts(of_the_first_shape)["case_stale"] == row_counts(of_the_first_shape)["person"]
    assert not any(row_counts(of_the_first_shape)[name] for name in added - {"case_stale"})


def _columns(connection: Connection, table: str) -> str:
    """What a table holds by now, as one reads it by name."""
    return ", ".join(f'"{row[1]}"' for row in connection.execute(f'PRAGMA table_info("{table}")').fetchall())


def test_an_action_from_before_has_nothing_to_take_care_of(of_the_first_shape: Connection) -> None:
    take(of_the_first_shape, *STEPS)
    assert of_the_first_shape.execute("SELECT DISTINCT caution FROM action").fetchall() == [("",)]


def test_the_access_log_stays_closed_to_changes_after_its_move(of_the_first_shape: Connection) -> None:
    take(of_the_first_shape, *STEPS)
    for change in ("UPDATE access_event SET record = ''", "DELETE FROM access_event"):
        with pytest.raises(driver.IntegrityError):
            of_the_first_shape.execute(change)

"""A full vault from every older shape is brought up to date, and every row is counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
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
from bcst_tui.vault.purpose import APPLICATION_IDS
from bcst_tui.vault.vault import Vault
from tests.vault import shape_1, shape_2, shape_3
from tests.vault.invented import KEY, NOON, begun, files_of, said
from tests.vault.ready import let_go

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


@dataclass(frozen=True)
class Older:
    """A file of an older shape, with something in every table."""

    connection: Connection
    shape: int
    filled: Mapping[str, str]

    def rows(self, columns: Mapping[str, str]) -> dict[str, list[object]]:
        read = self.connection.execute
        return {name: read(f'SELECT {columns[name]} FROM "{name}"').fetchall() for name in self.filled}


SHAPES = {1: shape_1, 2: shape_2, 3: shape_3}


@pytest.fixture(params=SHAPES)
def full(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Older]:
    shape: int = request.param
    with closing(connect(tmp_path / "vault.db", KEY, create=True)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_IDS['live']}")
        migrate(connection, STEPS[:shape], tmp_path / "vault.db", lambda _: None)
        SHAPES[shape].fill(connection)
        yield Older(connection, shape, SHAPES[shape].FILLED)


def test_there_is_a_full_file_of_every_older_shape() -> None:
    assert SHAPES.keys() == {step.number for step in STEPS[:-1]}


def test_every_table_of_an_older_shape_is_filled(full: Older) -> None:
    assert row_counts(full.connection).keys() == full.filled.keys()
    assert all(row_counts(full.connection).values())


def test_every_row_of_an_older_shape_arrives_as_it_was(full: Older) -> None:
    columns = {name: _columns(full.connection, name) for name in full.filled}
    before, triggers = full.rows(columns), _triggers(full.connection)
    assert take(full.connection, *STEPS) == [step.number - 1 for step in STEPS[full.shape :]]
    assert full.rows(columns) == before
    counts = row_counts(full.connection)
    added = counts.keys() - full.filled.keys()
    assert added >= {"form_draft", "private_part"}
    if full.shape < 3:
        assert added >= {"case_line", "consent", "statement", "plan_edit"}
    assert counts["case_stale"] == counts["person"], "the lists will ask for everybody"
    assert not any(counts[name] for name in added - {"case_stale"})
    assert triggers <= _triggers(full.connection), "what was only ever added to still is"


def _columns(connection: Connection, table: str) -> str:
    """What a table holds by now, as one reads it by name."""
    return ", ".join(f'"{row[1]}"' for row in connection.execute(f'PRAGMA table_info("{table}")').fetchall())


def _triggers(connection: Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'trigger'").fetchall())


@pytest.mark.parametrize("full", [3], indirect=True)
@pytest.mark.parametrize("table", ["part_one", "landlord", "never_told", "stay"])
def test_lines_that_are_only_added_are_never_rewritten_but_may_go_to_another_person(full: Older, table: str) -> None:
    take(full.connection, *STEPS)
    columns = [row[1] for row in full.connection.execute(f'PRAGMA table_info("{table}")').fetchall()]
    for column in columns:
        change = f'UPDATE "{table}" SET "{column}" = "{column}"'
        if column == "person_id":
            full.connection.execute(change)
        else:
            with pytest.raises(driver.DatabaseError, match="only added"):
                full.connection.execute(change)


@pytest.mark.parametrize("full", [1, 2], indirect=True)
def test_what_an_older_shape_did_not_ask_is_empty(full: Older) -> None:
    take(full.connection, *STEPS)
    read = full.connection.execute
    asked = "SELECT DISTINCT status_on, status_by, passed_to, found_on FROM action"
    assert read(asked).fetchall() == [(None, "", "", None)]
    assert read("SELECT DISTINCT safe_to_contact FROM signpost").fetchall() == [("not_asked",)]
    assert read("SELECT DISTINCT funding FROM need").fetchall() == [("",)]
    if full.shape == 1:
        assert read("SELECT DISTINCT caution FROM action").fetchall() == [("",)]


@pytest.mark.parametrize(
    "change",
    ["UPDATE access_event SET record = ''", "DELETE FROM access_event", "UPDATE case_event SET words = 'other'"],
)
def test_the_logs_stay_closed_to_changes_after_their_move(full: Older, change: str) -> None:
    take(full.connection, *STEPS)
    full.connection.execute(
        "INSERT INTO case_event VALUES (77, 1, '2026-11-14', '2026-11-14', 'returned', 'Wendeline', '')"
    )
    with pytest.raises(driver.IntegrityError):
        full.connection.execute(change)


def test_a_full_file_of_an_older_shape_is_opened_after_a_backup_of_it_and_read(full: Older, tmp_path: Path) -> None:
    counts = row_counts(full.connection)
    full.connection.close()
    vault = open_vault(tmp_path, KEY)
    with vault.session() as records:
        assert [person.reference for person in records.people.all()] == ["BC-0001", "BC-0004"]
        [plan] = records.plans.versions(1)
        assert plan.needs[0].code == "somewhere" and plan.signposts[0].service == "SHEL"
        assert [one.status for one in records.sittings.of(4)] == ["not_held"]
        assert len(records.cases.notes(1)) == int(full.shape > 1)
    let_go(vault)
    oldest = kept_backups(VaultFolder(tmp_path))[0]
    assert len(kept_backups(VaultFolder(tmp_path))) == len(STEPS) - full.shape
    with closing(connect(oldest, KEY)) as copied:
        assert (version_of(copied), row_counts(copied)) == (full.shape, counts)


def test_a_last_step_that_breaks_off_leaves_a_full_file_as_it_was(
    full: Older, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(full.connection, *STEPS[:-1])
    full.connection.close()
    before = (tmp_path / "vault.db").read_bytes()
    broken = replace(STEPS[-1], statements=(*STEPS[-1].statements, "INSERT INTO nowhere VALUES (1)"))
    monkeypatch.setattr(opening, "STEPS", (*STEPS[:-1], broken))
    with pytest.raises(driver.OperationalError):
        open_vault(tmp_path, KEY)
    assert (tmp_path / "vault.db").read_bytes() == before
    assert len(kept_backups(VaultFolder(tmp_path))) == 1

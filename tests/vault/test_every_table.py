"""What belongs to a person goes with them and moves with them, table by table, those added later too."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.vault.records_lists import MADE_ANEW
from bcst_tui.vault.vault import Vault
from tests.vault.every_table import NOBODYS, TABLES, fill, of_a_person, rows_of
from tests.vault.invented import KEY, NOON, begun
from tests.vault.pages import holding
from tests.vault.ready import let_go

JOINED = {"private_part"}
"""One a person, made one of two before the rest moves; see `test_private_part`."""
CANARY, OTHER = "Zarkovia-canary", "Ash-who-stays"


def test_every_table_is_a_persons_or_nobodys_for_a_reason() -> None:
    theirs = {table.name for table in of_a_person()} | {"person"}
    assert theirs.isdisjoint(NOBODYS)
    assert theirs | NOBODYS.keys() == {table.name for table in TABLES}


def test_a_row_in_every_table_of_theirs_is_made(vault: Vault) -> None:
    with vault.session() as records:
        person_id = begun(records, CANARY).person_id
        fill(records, person_id, CANARY)
        assert all(rows_of(records, person_id).values())


def test_erasing_takes_a_row_of_every_table_along_and_leaves_the_others(vault: Vault, folder: Path) -> None:
    with vault.session() as records:
        gone, stays = begun(records, CANARY).person_id, begun(records, OTHER).person_id
        fill(records, gone, CANARY)
        fill(records, stays, OTHER)
        before = rows_of(records, stays)
    with vault.session() as records:
        records.cases.erase(gone)
    with vault.session() as records:
        assert not any(rows_of(records, gone).values())
        assert rows_of(records, stays) == before
        count = records._session.connection().exec_driver_sql
        for table in of_a_person():
            assert count(f'SELECT count(*) FROM "{table.name}"').scalar_one() == len(before[table.name]), table.name
    vault.clear_traces()
    let_go(vault)
    assert holding(folder / "vault.db", KEY, CANARY) == 0
    assert holding(folder / "vault.db", KEY, OTHER) > len(of_a_person())


def test_merging_moves_every_row_of_every_table_as_it_was(vault: Vault) -> None:
    with vault.session() as records:
        stays, goes = begun(records, OTHER).person_id, begun(records, CANARY).person_id
        fill(records, stays, OTHER)
        fill(records, goes, CANARY)
        before = {number: rows_of(records, number) for number in (stays, goes)}
    with vault.session() as records:
        records.private.join(stays, goes)
        records.cases.merge(stays, goes, NOON)
    with vault.session() as records:
        after = rows_of(records, stays)
        assert not any(rows_of(records, goes).values())
    for table in of_a_person():
        both = before[stays][table.name] | before[goes][table.name]
        if table in MADE_ANEW or table.name in JOINED:
            continue
        assert after[table.name] >= both, table.name
        assert len(after[table.name] - both) == (table.name == "former_reference"), table.name

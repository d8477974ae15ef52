"""Real cases and rehearsals: two kinds of vault, and neither opens the other (mock interviews 3, goal 23)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.sealing import Sealed
from bcst_tui.errors import BcstError, VaultDamaged
from bcst_tui.vault.cipher import connect
from bcst_tui.vault.invented_only import LooksReal
from bcst_tui.vault.migrations.runner import row_counts
from bcst_tui.vault.opening import create_vault, new_vault, open_vault, unlock_vault
from bcst_tui.vault.purpose import IsLive, IsTraining, Purpose, file_key, other
from bcst_tui.vault.records import Records
from tests.vault.invented import KEY, NOON, WORKER, begun

PURPOSES: tuple[Purpose, ...] = ("live", "training")
PASSPHRASE = "seven invented words for nobody at all"
REFUSALS: dict[Purpose, tuple[type[BcstError], str]] = {
    "live": (IsTraining, "bcst train"),
    "training": (IsLive, "real cases"),
}


@pytest.mark.parametrize("purpose", PURPOSES)
def test_each_kind_of_bcst_refuses_the_others_vault_in_a_clear_sentence(tmp_path: Path, purpose: Purpose) -> None:
    new_vault(tmp_path / "vault", KEY, WORKER, other(purpose)).close()
    before = (tmp_path / "vault" / "vault.db").read_bytes()
    kind, words = REFUSALS[purpose]
    with pytest.raises(kind, match=words):
        open_vault(tmp_path / "vault", KEY, purpose)
    assert (tmp_path / "vault" / "vault.db").read_bytes() == before
    open_vault(tmp_path / "vault", KEY, other(purpose)).close()


@pytest.mark.parametrize("purpose", PURPOSES)
def test_the_right_passphrase_of_one_kind_opens_it_for_that_kind_alone(
    tmp_path: Path, purpose: Purpose, passphrases_soon_tried: None
) -> None:
    create_vault(tmp_path / "vault", PASSPHRASE, WORKER, purpose=purpose).close()
    unlock_vault(tmp_path / "vault", PASSPHRASE, purpose).close()
    with pytest.raises(REFUSALS[other(purpose)][0]):
        unlock_vault(tmp_path / "vault", PASSPHRASE, other(purpose))


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_key_of_one_kind_opens_no_file_of_the_other(tmp_path: Path, purpose: Purpose) -> None:
    new_vault(tmp_path / "vault", KEY, WORKER, other(purpose)).close()
    with pytest.raises(VaultDamaged):
        connect(tmp_path / "vault" / "vault.db", file_key(KEY, purpose))


def test_a_training_file_under_a_live_key_is_still_known_by_its_id(tmp_path: Path) -> None:
    new_vault(tmp_path / "vault", file_key(KEY, "training"), WORKER).close()
    with closing(connect(tmp_path / "vault" / "vault.db", file_key(KEY, "training"))) as connection:
        connection.execute("PRAGMA application_id = 0x42435354")
    with pytest.raises(IsLive):
        open_vault(tmp_path / "vault", KEY, "training")


def test_a_backup_of_rehearsals_is_as_much_training_as_its_vault(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "vault", KEY, WORKER, "training")
    made = vault.back_up()
    vault.close()
    shutil.copytree(tmp_path / "vault", tmp_path / "other")
    shutil.copy(made, tmp_path / "other" / "vault.db")
    with pytest.raises(IsTraining):
        open_vault(tmp_path / "other", KEY)


def test_a_vault_of_real_cases_has_no_place_for_a_rehearsal(tmp_path: Path) -> None:
    for purpose in PURPOSES:
        new_vault(tmp_path / purpose, KEY, WORKER, purpose).close()
    tables = {}
    for purpose in PURPOSES:
        with closing(connect(tmp_path / purpose / "vault.db", file_key(KEY, purpose))) as connection:
            tables[purpose] = set(row_counts(connection))
    assert tables["training"] - tables["live"] == {"attempt", "attempt_choice", "attempt_note"}
    assert tables["live"] <= tables["training"]


@pytest.mark.parametrize("typed", ["A1234BC", "ring 0113 496 0000", "LS1 4AP", "AB123456C", "he was in HMP Leeds"])
def test_what_could_be_somebodys_is_kept_nowhere_in_training_and_the_rest_stays(tmp_path: Path, typed: str) -> None:
    vault = new_vault(tmp_path / "vault", KEY, WORKER, "training")
    with vault.session() as records:
        person = records.people.get(begun(records, "TRN-001").person_id)
    ways: tuple[Callable[[Records], object], ...] = (
        lambda records: records.people.add(f"Robin {typed}", NOON),
        lambda records: records.cases.add_note(person.id, typed, "worker", "Wren", NOON.date(), NOON),
        lambda records: records.private.keep(person.id, Sealed(Record(lead_worker=typed))),
    )
    for keep in ways:
        with pytest.raises(LooksReal) as refused, vault.session() as records:
            keep(records)
        assert typed not in str(refused.value)
    with vault.session() as records:
        assert [one.name_used for one in records.people.all()] == [person.name_used]
    vault.close()


def test_a_rehearsal_keeps_its_choices_in_their_order_and_leaves_nothing_when_deleted(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "vault", KEY, WORKER, "training")
    with vault.session() as records:
        sitting = begun(records, "TRN-001")
        begins = records.attempts.begin("TRN-007", 3, 41, "choice", "T04", sitting.person_id, sitting.id, NOON)
        records.attempts.add_choice(begins.id, 1, '{"question": "q.entry"}', NOON)
        records.attempts.add_choice(begins.id, 2, '{"question": "q.privacy"}', NOON)
        records.attempts.keep_note(begins.id, "debrief", {"self": "fine"}, NOON)
        records.attempts.keep_note(begins.id, "debrief", {"self": "better"}, NOON)
        records.attempts.end(begins.id, "done", NOON)
    with vault.session() as records:
        kept = records.attempts.of_case(sitting.person_id)
        assert kept is not None and kept == records.attempts.all()[0]
        assert kept.choices == ('{"question": "q.entry"}', '{"question": "q.privacy"}')
        assert (kept.end, kept.ended_at, kept.trainee) == ("done", NOON, "T04")
        assert records.attempts.note(begins.id, "debrief") == {"self": "better"}
        records.attempts.delete(begins.id)
    with vault.session() as records:
        assert records.attempts.all() == [] and records.attempts.note(begins.id, "debrief") is None
    vault.close()

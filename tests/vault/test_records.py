"""People, sittings, scripts and moves: what goes in comes out, and only whole."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.interview import engine
from bcst_tui.interview.answer import NON_ANSWERS, NOT_ASKED_REASONS, NoAnswer, kept
from bcst_tui.interview.state import Move
from bcst_tui.vault.opening import open_vault
from bcst_tui.vault.records_people import NotInVault
from bcst_tui.vault.records_sittings import _kept, _move_row
from bcst_tui.vault.vault import Vault
from tests.vault.invented import KEY, MONDAY, NOON, SCRIPT, WORKER, begun, said
from tests.vocabulary import interviewing

DEBTS = """
section: home
title: Home
rail: Home
questions:
  - {id: told, kind: yes_no, said: {standard: Shall we talk about money?}, audience: debts}
  - id: owed
    kind: group
    row_named: debt
    said: {standard: Is there anything you owe?}
    audience: debts
    questions:
      - {id: to_whom, kind: short_text, said: {standard: To whom?}, audience: debts}
      - {id: how_much, kind: money, said: {standard: How much?}, audience: debts}
"""


class Broke(Exception):
    """Stands for any bug in the middle of a call."""


def test_the_worker_is_kept(vault: Vault) -> None:
    with vault.session() as records:
        assert records.profile() == WORKER


def test_references_are_neutral_and_never_given_twice(vault: Vault) -> None:
    with vault.session() as records:
        assert [records.people.add(name, NOON).reference for name in "abc"] == ["BC-0001", "BC-0002", "BC-0003"]
        records._session.connection().exec_driver_sql("DELETE FROM person WHERE reference = 'BC-0003'")
    with vault.session() as records:
        assert records.people.add("d", NOON).reference == "BC-0004"


def test_a_person_comes_back_as_they_were_put_in(vault: Vault) -> None:
    with vault.session() as records:
        added = records.people.add(
            "Zed", NOON, legal_name="Zebedee O'Blum", prison_number="A1234BC", birth_date=date(1990, 2, 28)
        )
    with vault.session() as records:
        assert records.people.get(added.id) == added
        assert records.people.by_reference(" bc-0001 ") == added
        assert records.people.by_reference("BC-9999") is None
    assert "Z" not in repr(added)


def test_a_correction_keeps_the_reference(vault: Vault) -> None:
    with vault.session() as records:
        added = records.people.add("Zed", NOON)
        records.people.correct(added.id, name_used="Zeb", prison_number="A1234BC")
    with vault.session() as records:
        person = records.people.get(added.id)
    assert (person.reference, person.name_used, person.prison_number) == ("BC-0001", "Zeb", "A1234BC")


def test_a_record_that_is_not_there_is_a_bug(vault: Vault) -> None:
    with vault.session() as records:
        for missing in (records.people.get, records.sittings.get):
            with pytest.raises(NotInVault):
                missing(77)
        with pytest.raises(NotInVault):
            records.sittings.script("no such hash")


def test_a_sitting_keeps_its_script_and_its_facts(vault: Vault) -> None:
    with vault.session() as records:
        first = begun(records)
        begun(records, "Somebody Else")
    with vault.session() as records:
        again = records.sittings.get(first.id)
        assert again == first
        assert records.sittings.script(again.script_hash) == SCRIPT
        kept_scripts = records._session.connection().exec_driver_sql("SELECT count(*) FROM script_version")
        assert kept_scripts.scalar_one() == 1
    assert (again.facts, again.today, again.status) == ({"weeks_to_release": "14"}, MONDAY, "open")


def test_unfinished_sittings_are_offered_the_latest_first(vault: Vault) -> None:
    with vault.session() as records:
        ids = [begun(records, name).id for name in "abcd"]
        records.sittings.append_move(ids[1], said("x"), NOON + timedelta(minutes=5))
        records.sittings.pause(ids[0], NOON + timedelta(minutes=9))
        records.sittings.complete(ids[2], NOON + timedelta(minutes=10))
        records.sittings.not_held(ids[3], "regime", NOON + timedelta(minutes=11))
    with vault.session() as records:
        offered = records.sittings.unfinished()
        assert [sitting.id for sitting in offered] == [ids[0], ids[1]]
        assert (offered[0].status, offered[1].moves) == ("paused", 1)
        assert records.sittings.get(ids[3]).not_held_reason == "regime"
        assert records.sittings.get(ids[2]).ended_at == NOON + timedelta(minutes=10)


def test_a_completed_sitting_can_be_gone_on_with(vault: Vault) -> None:
    with vault.session() as records:
        sitting = begun(records)
        records.sittings.complete(sitting.id, NOON)
        records.sittings.reopen(sitting.id, NOON)
        assert records.sittings.get(sitting.id).status == "open"
        assert records.sittings.get(sitting.id).ended_at is None


def test_moves_come_back_in_their_order_after_a_restart(vault: Vault, folder: Path) -> None:
    with vault.session() as records:
        sitting = begun(records)
        for word in ("one", "two"):
            records.sittings.append_move(sitting.id, said(word), NOON)
        assert records.sittings.append_moves(sitting.id, [Move("undo"), Move("look", "c01_where")], NOON) == 4
    vault.close()
    again = open_vault(folder, KEY)
    with again.session() as records:
        assert records.sittings.get(sitting.id).moves == 4
        rows = records._session.connection().exec_driver_sql("SELECT act, question_id, value FROM move ORDER BY seq")
        assert [tuple(row) for row in rows] == [
            ("answer", "c01_where", '"one"'),
            ("answer", "c01_where", '"two"'),
            ("undo", "", None),
            ("look", "c01_where", None),
        ]
    again.close()


def test_an_interview_goes_on_where_it_stopped(vault: Vault, folder: Path) -> None:
    went = interviewing(DEBTS).answers(told="yes").adds_row("owed").answer("A shop").skips("not_asked", "no_time")
    went = went.undoes().answer("85.50 a week").goes_back()
    with vault.session() as records:
        sitting = begun(records)
        for move in went.interview.moves:
            records.sittings.append_move(sitting.id, move, NOON)
    vault.close()
    again = open_vault(folder, KEY)
    with again.session() as records:
        moves = records.sittings.moves(sitting.id, went.interview.script)
    again.close()
    resumed = engine.resume(interviewing(DEBTS).interview, moves)
    assert resumed == went.interview
    assert resumed.current == went.interview.current


def test_what_broke_in_the_middle_leaves_nothing_behind(vault: Vault) -> None:
    with vault.session() as records:
        sitting = begun(records)
    with pytest.raises(Broke), vault.session() as records:
        records.sittings.append_move(sitting.id, said("half"), NOON)
        raise Broke
    with vault.session() as records:
        assert records.sittings.get(sitting.id).moves == 0


def test_writing_is_counted_and_reading_is_not(vault: Vault) -> None:
    with vault.session() as records:
        before = records.commits()
        begun(records)
    with vault.session() as records:
        records.people.all()
    with vault.session() as records:
        assert records.commits() == before + 1


@pytest.mark.parametrize("code", NON_ANSWERS)
def test_the_four_non_answers_stay_four(vault: Vault, code: str) -> None:
    for reason in NOT_ASKED_REASONS if code == "not_asked" else (None,):
        answer = NoAnswer(code, reason)  # type: ignore[arg-type]
        assert _kept(_move_row(1, 1, Move("answer", "c01", answer), NOON)) == kept(answer)


@settings(max_examples=25)
@given(words=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=300))
def test_any_words_at_all_are_kept_to_the_letter(words: str) -> None:
    assert _kept(_move_row(1, 1, said(words), NOON)) == words

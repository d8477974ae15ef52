"""Care for the worker: asked after the part whatever was said, kept for seven days, read by nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.disclosure.worker_care import GAP, is_much, sentences
from bcst_tui.line_mode.worker_care import take_care
from tests.casebook.test_private import TO_THE_OFFER, Desk
from tests.line_mode.conftest import Typed

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "vault", trained=True)
    yield made
    made.down()


@given(st.lists(st.integers(0, 20), max_size=8))
def test_three_heavy_ones_within_seven_days_are_much(days_ago: list[int]) -> None:
    heavy = [TODAY - timedelta(days=gone) for gone in days_ago]
    assert is_much(heavy, TODAY) == (len([gone for gone in days_ago if gone < 7]) >= 3)


def test_it_is_asked_whatever_was_said_and_a_gap_is_named_only_where_somebody_was_heard(desk: Desk) -> None:
    assert desk.casebook.owes_care() == (False, False)
    desk.plays(desk.sits(), "now", "back")
    assert desk.casebook.owes_care() == (False, False)
    desk.plays(desk.sits(), *TO_THE_OFFER, "never", "enough", "done", "finish")
    assert desk.casebook.owes_care() == (True, False)
    desk.casebook.take_care(None)
    desk.plays(desk.sits(), "heard", "something_else", "private")
    desk.plays(desk.sits(), "stop")
    assert desk.casebook.owes_care() == (True, True)
    assert GAP in sentences(was_told=True) and GAP not in sentences(was_told=False)


def test_after_seven_days_it_is_gone_and_what_is_offered_is_offered_once(desk: Desk) -> None:
    for days, much in ((0, False), (3, False), (8, False), (9, True), (10, False), (11, False)):
        desk.day = TODAY + timedelta(days=days)
        assert desk.casebook.take_care("heavy") == much, days
        with desk.casebook._vault.session() as records:
            assert all(desk.day - on < timedelta(days=7) for on in records.worker.heavy())


def test_light_ones_are_never_much(desk: Desk) -> None:
    assert not any(desk.casebook.take_care("light") or desk.casebook.take_care("medium") for _ in range(4))


def test_in_lines_it_is_one_line_and_nothing_where_the_part_was_not_open(desk: Desk) -> None:
    take_care(desk.casebook, Typed([]))
    for answers in (["3"], ["3"], ["3", "1"]):
        desk.plays(desk.sits(), "heard", "q1", "private", "stop", "stop", "finish")
        terminal = Typed(answers)
        take_care(desk.casebook, terminal)
        assert not terminal.waiting
    assert any("half an hour" in told for told in terminal.told)

"""The bridge: ordinary help that is wanted stands in the ordinary plan only by a yes to its neutral words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bcst_tui.disclosure.ledger import Ledger
from bcst_tui.disclosure.levels import bridged
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import NOTHING_KEPT, CategoryLine, Draft
from bcst_tui.disclosure.run import Run, Screen
from bcst_tui.disclosure.sealing import Sealed
from bcst_tui.disclosure.talk import Talk
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.model import Action
from tests.casebook.conftest import SATURDAY
from tests.casebook.test_private_papers import Desk, desk

__all__ = ["desk"]
WANTED = replace(
    NOTHING_KEPT,
    ledgers=(Ledger("q1", "disclosed", asks=1), Ledger("q2")),
    lines=(CategoryLine("q1", Draft("now", ("ex",), "yes", ("health", "specialist")), SATURDAY),),
)


def presses(desk: Desk, talk: Talk, *said: str) -> Talk:
    for words in said:
        leads = next(one.leads for one in page_of(talk).options if one.said.startswith(words))
        talk = desk.casebook.private_move(desk.sitting, talk, leads)
    return talk


def at_plan(desk: Desk) -> Talk:
    with desk.casebook._vault.session() as records:
        records.private.keep(desk.sitting.case_id, Sealed(WANTED, Run(Screen("PLAN", ("q1",)))))
    return desk.casebook.private_talk(desk.sitting, desk.casebook.private_view(desk.sitting))


def actions(desk: Desk) -> tuple[Action, ...]:
    return desk.casebook.plan(desk.sitting).actions


def test_what_is_wanted_enters_the_plan_by_a_yes_to_its_words_and_looks_like_any_own_action(desk: Desk) -> None:
    before = actions(desk)
    talk = presses(desk, at_plan(desk), "Help that can stand", "See healthcare")
    assert page_of(talk).kept == ("See healthcare",) and actions(desk) == before
    talk = presses(desk, talk, "Yes")
    [added] = [one for one in actions(desk) if one not in before]
    assert desk.casebook.add_action(desk.sitting, "Ring the library")
    anything = actions(desk)[-1]
    assert replace(anything, activity=added.activity, title=added.title, said=added.said) == added
    assert [one.said for one in page_of(talk).options][0] == "See healthcare: Yes"
    assert [one.said for one in page_of(presses(desk, talk, "See healthcare")).options] == ["Back"]


def test_a_no_leaves_the_plan_as_it_is_and_tells_nobody(desk: Desk, tmp_path: Path) -> None:
    before, paper = actions(desk), desk.casebook.preview(desk.sitting, "RO").text
    talk = presses(desk, at_plan(desk), "Help that can stand", "See healthcare", "No")
    assert [one.said for one in page_of(talk).options][0] == "See healthcare: No, thank you"
    assert (actions(desk), desk.casebook.preview(desk.sitting, "RO").text) == (before, paper)


def test_what_stands_there_already_in_the_workers_own_words_is_not_written_twice(desk: Desk) -> None:
    """And an action of the program with those very words is another thing."""
    first = actions(desk)[0]
    for words in ("See healthcare", "Ring the library"):
        assert desk.casebook.add_action(desk.sitting, words)
    before = actions(desk)
    presses(desk, at_plan(desk), "Help that can stand", "See healthcare", "Yes")
    assert actions(desk) == before and desk.kept.taken_up
    desk.casebook._goes_over(desk.sitting, first.title)
    assert [one.title for one in actions(desk)].count(first.title) == 2


def test_where_the_plan_can_not_be_changed_nothing_is_kept_as_agreed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.casebook, "add_action", lambda *given: Rejection("The plan has gone on since."))
    talk = presses(desk, at_plan(desk), "Help that can stand", "See healthcare", "Yes")
    assert page_of(talk).notice == "The plan has gone on since."
    assert desk.kept.taken_up == ()


def test_only_ordinary_help_goes_over(desk: Desk) -> None:
    activities = desk.casebook._surroundings.reference.activities
    assert bridged(WANTED) == ("PSH-2-01",)
    assert not any(activities[one].is_sealed for one in bridged(WANTED))

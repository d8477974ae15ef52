"""The 47 properties of section 17: each has its tests (properties.md), and here are those that need no other place."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings

from bcst_tui.disclosure.ledger import ITEMS, Sitting
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.record_of_plan import PrivateFollowUp, PrivateReferral, SafetyPart
from bcst_tui.disclosure.run import KEEPS_WHAT_IT_HOLDS, Moment, Run, Screen, events, step
from bcst_tui.disclosure.table import ASKING, COVERS, STATES, TABLE, TARGETS_THAT_ARE_NO_STATES
from bcst_tui.disclosure.talk import Happens, Talk
from bcst_tui.disclosure.writing import Said
from tests.disclosure.test_talk import WALKS as TALKS
from tests.disclosure.test_talk import moved
from tests.disclosure.walking import DAY, WALKS, Trace

TABLE_OF_TESTS = Path(__file__).with_name("properties.md")
TESTS = Path(__file__).parents[1]
PERSONAL = ("sex", "gender", "offence", "nationality", "sexuality", "ethnic", "age", "birth", "belief")
often = settings(max_examples=60, deadline=None)


def _rows() -> dict[int, list[str]]:
    rows = re.findall(r"^\| (\d+) \| [^|]+ \|([^|]*)\|$", TABLE_OF_TESTS.read_text("utf-8"), re.MULTILINE)
    return {int(number): [one.strip() for one in tests.split(";") if one.strip()] for number, tests in rows}


def test_every_property_names_the_tests_that_hold_it() -> None:
    rows = _rows()
    assert list(rows) == list(range(1, 48))
    assert [number for number, tests in rows.items() if not tests] == []


@pytest.mark.parametrize("number", range(1, 48))
def test_the_tests_it_names_are_there_and_bear_its_number(number: int) -> None:
    for one in _rows()[number]:
        file, name = one.split("::")
        _, found, after = (TESTS / file).read_text("utf-8").partition(f"def {name}(")
        body = name + re.split(r"\n(?:@|def |async def |class )", after)[0]
        assert found, f"{one} is not there"
        assert re.search(rf"17_(?:\d+_and_)?{number}_|_and_{number}_|\bP{number}\b", body), f"{one} lacks P{number}"


def test_every_test_that_is_named_as_having_caught_something_is_there() -> None:
    named = re.findall(r"(\w+/\w+\.py)::(\w+)", TABLE_OF_TESTS.read_text("utf-8").partition("## What caught what")[2])
    assert len(named) > 40
    for file, name in named:
        assert f"def {name}(" in (TESTS / file).read_text("utf-8"), name


def test_the_close_is_reached_from_every_state() -> None:
    """P1: by the table alone, whatever screen is held."""
    leads: dict[str, set[str]] = {state: set(row.events.values()) for state, row in TABLE.items()}
    back = {state: {"SAVED", "NEXT"} & targets for state, targets in leads.items()}
    for state, targets in back.items():
        leads[state] |= {"ITEM"} if targets else set()
    for state in STATES:
        if state not in (*COVERS, "SECTION", "LEDGER", "ITEM", "CLOSE"):
            leads[state].add("GROUND")
    for state in STATES:
        assert "CLOSE" in _reached(state, leads), state


def _reached(state: str, leads: dict[str, set[str]]) -> set[str]:
    seen, more = set[str](), [state]
    while more:
        if (one := more.pop()) not in seen:
            seen.add(one)
            more += [target for target in leads.get(one, ()) if target not in TARGETS_THAT_ARE_NO_STATES]
    return seen


@often
@given(TALKS)
def test_every_page_is_left_by_keys_alone(talks: list[Talk]) -> None:
    """P9: from every page a key leads on to something else, with nothing typed."""
    for talk in talks:
        if talk.is_over or talk.state in COVERS:
            continue
        leads = [option.leads for option in page_of(talk).options]
        assert any(isinstance(one, Happens) for one in leads) or talk.pressed("stop") is not None
        assert any(one != talk for one in leads)


@often
@given(TALKS)
def test_enter_on_nothing_writes_nothing(talks: list[Talk]) -> None:
    """P10: where nothing is ticked, Enter answers nothing about an item."""
    for talk in talks:
        page = page_of(talk)
        if page.enter is not None and not talk.ticked:
            assert talk.state not in ASKING
            assert moved(talk, page.enter, Sitting(2)).record.ledgers == talk.record.ledgers


def test_nothing_the_machine_reads_says_who_the_person_is() -> None:
    """P24: no transition can depend on sex, gender, offence or nationality, for none is within its reach."""
    read = {name for kind in (Run, Record, Moment) for name in _field_names(kind, set())}
    assert not [name for name in read if any(re.search(rf"(?:^|_){one}(?:$|_)", name) for one in PERSONAL)]


def _field_names(kind: Any, seen: set[Any]) -> set[str]:
    if kind in seen:
        return set()
    seen.add(kind)
    if not is_dataclass(kind):
        return {name for within in get_args(kind) for name in _field_names(within, seen)}
    hints = get_type_hints(kind)
    own = {one.name for one in fields(kind)}
    return own | {name for one in own for name in _field_names(hints[one], seen)}


@often
@given(WALKS)
def test_within_what_was_told_nothing_is_asked(walk: list[Trace]) -> None:
    """P37: in a run that F6 opened, before it has come back, there is no offer, no question and no confirming."""
    for one in walk:
        if one.after.origins:
            assert one.after.screen.from_list is False
            assert one.after.state not in ("OFFER", "ASK", "CONFIRM")


@often
@given(WALKS)
def test_something_else_changes_neither_item(walk: list[Trace]) -> None:
    """P38: what is neither of the two is heard without a trace in the ledger."""
    for one in walk:
        if one.before.state == "VOLUNTEER" and one.event == "something_else":
            run, record = one.after, one.record
            for event in ("private", "ready", "fine", "nothing", "agree"):
                run, record = step(run, record, event, Moment(one.sitting, DAY))
            assert record.ledgers == one.was.ledgers and record.lines == one.was.lines
            assert run.state == "SHARE"


@often
@given(WALKS)
def test_level_1_and_the_sitting_are_all_that_entering_writes(walk: list[Trace]) -> None:
    """P39, P42: whoever goes in and out again at once leaves both ledgers as they were."""
    for one in walk:
        if one.after.state == "ENTRY" and one.before.state == "SECTION":
            run, record = step(one.after, one.record, "skip", Moment(one.sitting, DAY))
            assert [record.ledger(item) for item in ITEMS] == [one.was.ledger(item) for item in ITEMS]
            assert run.state == "GROUND" and "stop" in events(run)


@often
@given(WALKS)
def test_the_checks_go_on_to_the_limits_only_where_nothing_was_left_behind_them(walk: list[Trace]) -> None:
    """P5, P6: what a cover or the cards held is come back to, never the limits in its place."""
    for one in walk:
        if one.after.state == "PRIVACY":
            may = events(one.after)
            assert ("ok" in may, "ok_again" in may) == (one.after.held is None, one.after.held is not None)


@often
@given(WALKS)
def test_what_waited_behind_the_screen_where_something_was_told_waits_there_again(walk: list[Trace]) -> None:
    """P37: F6 pressed at the checks, at another time or at the cards comes back to them and to what they held."""
    for one in walk:
        if len(one.after.origins) < len(one.before.origins) and one.event in ("carry_on", "skip"):
            origin = one.before.origins[-1]
            if one.after.state == origin.screen.state and origin.screen.state in KEEPS_WHAT_IT_HOLDS:
                assert one.after.held == origin.held


@pytest.mark.parametrize("event", ["done", "later"])
def test_what_is_brought_along_when_the_plan_is_left_is_kept(event: str) -> None:
    """P39: `done` writes the plan, referrals and follow-ups, `later` follow-ups alone; what was there stays."""
    meeting = PrivateFollowUp("resettlement_appointment", "worker", DAY)
    said = Said(
        safety_plan=(SafetyPart("inside", ""),),
        referrals=(PrivateReferral("advocacy", "drafted", DAY),),
        follow_ups=(meeting,),
    )
    run = Run(Screen("PLAN", ("q1",)), checked=True)
    record = replace(NOTHING_KEPT, follow_ups=(replace(meeting, outcome="met"),))
    _, record = step(run, record, event, Moment(Sitting(1), DAY, said))
    assert len(record.follow_ups) == 2
    assert (len(record.safety_plan), len(record.referrals)) == ((1, 1) if event == "done" else (0, 0))

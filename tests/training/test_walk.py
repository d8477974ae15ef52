"""Every way through a persona, and what one slip costs."""

from __future__ import annotations

from functools import cache, reduce
from operator import or_

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcst_tui.disclosure import table
from bcst_tui.disclosure.table import TABLE
from bcst_tui.training.attempt import GATES, Did, Said, begin
from bcst_tui.training.flow import LEADS, is_reached, next_question
from bcst_tui.training.levels import Change, only, pairs, shift_of
from bcst_tui.training.model_path import SlipKind, model
from bcst_tui.training.persona import STYLES, Event, Expected
from bcst_tui.training.slip import SlipRow, rows_of
from bcst_tui.training.turn import take
from bcst_tui.training.walk import Ending, Walk, walk
from tests.training.attempts import people, someone


@cache
def walked(persona_id: str = "TRN-007") -> Walk:
    return walk(someone(persona_id))


STATES: dict[str, table.State] = {state.lower(): state for state in table.STATES}


@pytest.mark.parametrize("persona_id", sorted(people()))
def test_nobody_has_a_dead_reply_a_fact_told_early_or_one_never_told_and_every_event_comes(persona_id: str) -> None:
    found = walked(persona_id)
    assert found.whole and found.dead == () and found.early == ()
    assert set(found.events) == {event.at for event in someone(persona_id).events}
    assert found.told == set(someone(persona_id).facts)


def test_a_perfect_interview_and_one_that_hears_nothing_are_both_endings() -> None:
    assert {Ending(("afraid", "card", "child", "work")), Ending(()), Ending((), stopped=True)} <= set(walked().endings)


def test_nobody_hears_the_name_and_the_child_or_the_work() -> None:
    assert not any("name" in ending.told and {"child", "work"} & set(ending.told) for ending in walked().endings)


def test_a_walk_finds_a_reply_that_comes_too_late_and_a_fact_that_comes_too_early() -> None:
    persona = someone()
    offer = persona.replies["q2.offer"]
    facts = {**persona.facts, "card": persona.facts["card"].model_copy(update={"when": persona.facts["work"].when})}
    shut = offer[1].model_copy(update={"answer": ("not_now",)})
    few = {step: persona.replies[step] for step in ("q.privacy", "q.limits", "e05_money_only_to_me")}
    replies = {**few, "q2.offer": (shut,), "q2.ask": persona.replies["q2.ask"]}
    found = walk(persona.model_copy(update={"facts": facts, "replies": replies, "events": ()}))
    assert ("q2.ask", 0) in found.dead
    assert (("e05_money_only_to_me", 0), "card") in found.early


def test_somebody_who_wants_to_stop_and_is_let_ends_there() -> None:
    persona = someone()
    stop = Event(at="q.privacy", kind="wants_to_stop", expect=Expected(do=("stop",)))
    few = {step: persona.replies[step] for step in ("e05_money_only_to_me", "q.privacy", "q.limits")}
    changed = persona.model_copy(update={"replies": few, "events": (stop,)})
    assert model(changed).ended and not model(changed).log[-1].say
    assert Ending((), stopped=True) in walk(changed).endings


def test_the_order_of_the_private_part_is_the_machines() -> None:
    for state, (before, codes) in LEADS.items():
        assert {TABLE[STATES[before]].events[code] for code in codes} == {STATES[state]}
    assert TABLE["ASK"].events["applies"] == "RESPOND"
    assert {TABLE["CONFIRM"].events[event] for event in ("right", "changed")} == {"NEEDS"}
    assert {TABLE["PRIVACY"].events["skip"], TABLE["LIMITS"].events["rather_not"]} == {"DOOR"}
    assert TABLE["RECORD"].events["keep_out"] == "LEAFLET" and TABLE["LEAFLET"].events["enough"] == "GROUND"


def test_what_is_kept_out_goes_to_nobody_and_who_has_had_enough_is_offered_nothing_more() -> None:
    persona, before = someone(), begin(someone(), 1).hidden.answered("q1.ask", ("applies_now",))
    kept_out, enough = before.answered("q1.record", ("keep_out",)), before.answered("q1.leaflet", ("enough",))
    assert is_reached(persona, "q1.share", before) and not is_reached(persona, "q1.share", kept_out)
    assert is_reached(persona, "q2.offer", before) and not is_reached(persona, "q2.offer", enough)
    assert is_reached(persona, "q.door", before.answered("q.limits", ("rather_not",)))
    assert not is_reached(persona, "q.door", before)


@given(st.data())
def test_whatever_is_chosen_ends_in_an_ending_of_the_walk(data: st.DataObject) -> None:
    persona, put = someone(), list[str]()
    attempt = begin(persona, 1)
    while (question := next_question(persona, attempt.hidden, put)) is not None:
        put.append(question)
        done = question not in GATES or data.draw(st.booleans())
        attempt = take(attempt, persona, Said(question, data.draw(st.sampled_from(STYLES)), done))
        if attempt.held is not None:
            event = persona.event_at(question)
            assert event is not None
            attempt = take(attempt, persona, Did(data.draw(st.sampled_from([event.expect.do, ("carry_on",)]))))
        if attempt.hidden.stopping:
            assert Ending(tuple(sorted(attempt.hidden.revealed)), stopped=True) in walked().endings
            attempt = take(attempt, persona, Did(("pause",)))
    assert Ending(tuple(sorted(attempt.hidden.revealed))) in walked().endings


STEPS = st.lists(st.integers(-40, 40), min_size=1, max_size=4)
PAIRS = st.tuples(st.integers(0, 100), st.integers(0, 100))


@settings(deadline=None)
@given(st.lists(PAIRS, min_size=1, max_size=6), STEPS, STEPS)
def test_many_trusts_and_strains_change_as_each_would_alone(
    some: list[tuple[int, int]], trusts: list[int], strains: list[int]
) -> None:
    change = Change(shift_of(lambda one: stepped(one, trusts)), shift_of(lambda one: stepped(one, strains)))
    together = change.made(reduce(or_, (only(*pair) for pair in some)))
    assert set(pairs(together)) == {(stepped(trust, trusts), stepped(strain, strains)) for trust, strain in some}


def stepped(value: int, steps: list[int]) -> int:
    for step in steps:
        value = max(0, min(100, value + step))
    return value


@cache
def rows() -> tuple[SlipRow, ...]:
    return rows_of(someone())


def row_of(kind: SlipKind, at: str) -> SlipRow:
    return next(row for row in rows() if any((one.kind, one.at) == (kind, at) for one in row.slips))


def test_the_model_interview_hears_four_things_at_a_trust_of_79() -> None:
    best = rows()[0]
    assert (best.told, best.trust, best.slips) == (("afraid", "card", "child", "work"), 79, ())


@pytest.mark.parametrize(
    ("kind", "at", "told"),
    [
        ("ticked", "q.privacy", "card"),
        ("ticked", "q.limits", "card"),
        ("flat", "q.limits", "card"),
        ("flat", "c02b_where_on_release", "afraid child work"),
        ("leading", "e05_money_only_to_me", "afraid child work"),
        ("pressing", "q1.offer", "card"),
        ("leading", "q1.ask", "card work"),
        ("pressing", "q1.respond", "afraid card name"),
        ("pressing", "q.help_now.child", "afraid card child"),
        ("left_out", "choice_of_worker", "afraid card child work"),
        ("flat", "q1.offer", "afraid card child work"),
    ],
)
def test_what_one_slip_costs_is_as_the_specification_prints_it(kind: SlipKind, at: str, told: str) -> None:
    assert row_of(kind, at).told == tuple(told.split())


def test_leading_about_money_leaves_a_false_no_and_pressing_hears_a_name_that_must_not_be_kept() -> None:
    assert ("e05_money_only_to_me", ("no",)) in row_of("leading", "e05_money_only_to_me").otherwise
    assert row_of("pressing", "q1.respond").over_collected == ("name",)

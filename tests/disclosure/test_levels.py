"""Levels follow recorded codes alone; help never depends on stopping; level 1 is everybody's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcst_tui.disclosure.ledger import ITEMS, Item, Ledger, Status
from bcst_tui.disclosure.levels import Around, bridged, level_of, offers
from bcst_tui.disclosure.record import NOTHING_KEPT, CategoryLine, Draft, Record
from tests.disclosure.walking import DAY, WALKS, Trace

ORDINARY = Around()


def told(item: Item, codes: Draft, status: Status = "disclosed") -> Record:
    """A record in which this was told, and agreed to be kept."""
    record = NOTHING_KEPT.with_ledger(Ledger(item, status))
    return replace(record, lines=(CategoryLine(item, codes, DAY),))


PAST = Draft(when="past", wants=("safety_plan",))


def offered(record: Record, around: Around = ORDINARY) -> set[str]:
    return {one.activity for one in offers(record, around) if one.standing == "offered"}


@given(WALKS)
def test_17_33_level_1_is_offered_to_everybody_whatever_they_say(walk: list[Trace]) -> None:
    for one in walk:
        level_1 = [offer.activity for offer in offers(one.record, Around()) if offer.level == 1]
        assert level_1 == ["DVA-1-01", "DVA-1-02", "DVA-1-03", "SWK-1-01", "SWK-1-02", "SWK-1-03"]


def test_telling_it_with_no_wish_is_complete_and_stays_at_level_1() -> None:
    assert level_of(told("q2", Draft(when="now")), "q2", Around()) == 1


def test_what_was_told_and_one_wish_make_level_2() -> None:
    assert level_of(told("q1", PAST), "q1", Around()) == 2
    assert offered(told("q1", PAST)) == {"DVA-2-01"}


def test_a_reason_free_wish_to_keep_away_offers_a_safety_plan_with_nothing_told() -> None:
    assert offered(NOTHING_KEPT, Around(help_with_exclusion=True)) == {"DVA-2-01"}


@pytest.mark.parametrize(
    "codes",
    [
        replace(PAST, when="now"),
        replace(PAST, when="recent"),
        replace(PAST, children_around="yes"),
        replace(PAST, who=("ex", "family")),
    ],
)
def test_what_was_told_may_make_it_level_3(codes: Draft) -> None:
    assert level_of(told("q1", codes), "q1", Around()) == 3


@pytest.mark.parametrize(
    "around",
    [
        Around(unsafe_or_no_address=True),
        Around(pregnant=True),
        Around(under_25_or_care=True),
        Around(learning_disability=True),
        Around(no_english_or_recourse=True),
        Around(recalled=True),
        Around(trauma_with_substances=True),
        Around(worker_view=True),
    ],
)
def test_ordinary_facts_make_it_level_3_only_where_something_is_wanted(around: Around) -> None:
    assert level_of(told("q1", PAST), "q1", around) == 3
    assert level_of(NOTHING_KEPT, "q1", around) == 1


def test_help_to_reach_a_specialist_comes_with_level_3_and_waits_for_consent() -> None:
    wants = replace(PAST, wants=("specialist",))
    assert offered(told("q1", wants)) == {"DVA-2-03"}
    at_3 = [one for one in offers(told("q1", replace(wants, when="now")), Around()) if one.level > 1]
    assert {(one.activity, one.by) for one in at_3} == {("DVA-2-03", "consent"), ("DVA-3-02", "consent")}


@given(st.sets(st.sampled_from(["safety_plan", "get_away", "specialist", "children", "health"])))
def test_17_25_support_to_stop_is_there_only_if_chosen_and_changes_no_other_offer(wants: set[str]) -> None:
    without = told("q2", Draft(when="past", wants=tuple(sorted(wants)) or ("health",)))  # type: ignore[arg-type]
    with_it = told("q2", replace(without.lines[0].codes, wants=(*without.lines[0].codes.wants, "stop_selling")))
    assert offered(with_it) - {"SWK-2-03"} == offered(without) - {"SWK-2-03"}
    assert "SWK-2-02" not in offered(without) or "get_away" in wants


def test_what_an_ordinary_activity_serves_waits_for_the_persons_yes_to_its_line() -> None:
    assert bridged(told("q1", replace(PAST, wants=("money", "health")))) == ("FIN-2-05", "FIN-2-06", "PSH-2-01")
    assert not offered(told("q1", replace(PAST, wants=("money", "health")))) - {"DVA-2-01"}


def test_a_line_is_worth_nothing_once_the_item_is_closed_or_disputed() -> None:
    closed: tuple[Status, ...] = ("closed", "disputed", "no")
    assert [level_of(told("q1", PAST, status), "q1", Around()) for status in closed] == [1, 1, 1]


def test_level_1_is_held_until_the_words_are_said() -> None:
    held = {one.activity: one.standing for one in offers(NOTHING_KEPT, Around())}
    assert set(held.values()) == {"held"} and len(held) == 6
    said = offers(replace(NOTHING_KEPT, level1="delivered"), Around())
    assert {one.activity for one in said if one.standing == "held"} == {"DVA-1-01", "SWK-1-01"}


def test_both_items_are_there() -> None:
    assert {one.item for one in offers(NOTHING_KEPT, Around())} == set(ITEMS)

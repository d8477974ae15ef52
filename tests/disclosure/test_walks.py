"""The properties of section 17 that hold on every walk; each test names its number."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from bcst_tui.disclosure.ledger import ITEMS
from bcst_tui.disclosure.run import KEEPS_WHAT_IT_HOLDS, events
from bcst_tui.disclosure.table import ASKING, COVERS, SHOWS_AN_ITEM, STATES, State
from tests.disclosure.walking import WALKS, Trace, is_settled, walked
from tests.effort import tries

often = settings(max_examples=tries(60, 150), deadline=None)


def _entered(walk: list[Trace], state: str) -> list[Trace]:
    return [one for one in walk if one.after.state == state and one.before.state != state]


@often
@given(WALKS)
def test_17_3_no_item_is_asked_twice_in_a_life(walk: list[Trace]) -> None:
    asked = Counter(one.after.screen.items for one in walk if one.event == "yes" and one.after.state == "ASK")
    assert all(times == 1 for times in asked.values())
    assert all(one.record.ledger(item).asks <= 1 for one in walk for item in ITEMS)


@often
@given(WALKS)
def test_17_4_nothing_settled_is_offered_and_nothing_more_than_twice(walk: list[Trace]) -> None:
    for one in walk:
        for item in ITEMS:
            before, after = one.was.ledger(item), one.record.ledger(item)
            assert after.offers <= 2
            if after.offers > before.offers:
                assert not is_settled(before, one.sitting)


@often
@given(WALKS)
def test_17_5_an_offer_comes_only_after_the_checks_and_the_limits_of_that_sitting(walk: list[Trace]) -> None:
    limits: set[int] = set()
    for one in walk:
        if one.event == "understood":
            limits.add(one.sitting.number)
        if one.after.state in ("OFFER", "ASK", "CONFIRM"):
            assert one.after.checked and one.sitting.number in limits


@often
@given(WALKS)
def test_17_6_after_a_cover_no_words_about_an_item_before_the_checks(walk: list[Trace]) -> None:
    covered = False
    for one in walk:
        if one.after.state in COVERS:
            covered = True
        if one.event in ("ok", "ok_again", "private", "lost"):
            covered = False
        if one.after.state in SHOWS_AN_ITEM:
            assert not covered


@often
@given(WALKS)
def test_17_2_stop_is_at_most_two_keys_from_the_close(walk: list[Trace]) -> None:
    for one in walk:
        if one.event == "stop" and one.before.state != "CLOSE":
            assert one.after.state in ("GROUND", "CLOSE")


@often
@given(WALKS)
def test_17_7_skip_is_one_key_wherever_something_is_asked(walk: list[Trace]) -> None:
    assert all("skip" in events(one.after) for one in walk if one.after.state in ASKING)


@often
@given(WALKS)
def test_17_28_and_34_help_and_heard_are_one_key_from_every_open_screen(walk: list[Trace]) -> None:
    for one in walk:
        if one.after.state in (*COVERS, "END"):
            continue
        assert "now" in events(one.after) or one.after.state == "HELP_NOW"
        assert "heard" in events(one.after) or one.after.state in ("VOLUNTEER", "HEARD")


@often
@given(WALKS)
def test_17_34_being_told_changes_no_counter(walk: list[Trace]) -> None:
    for one in walk:
        if one.event == "heard" or one.before.state in ("VOLUNTEER", "HEARD"):
            for item in ITEMS:
                was, now = one.was.ledger(item), one.record.ledger(item)
                offered_next = one.after.state in ("OFFER", "CONFIRM")
                assert offered_next or (was.offers, was.asks, was.confirms) == (now.offers, now.asks, now.confirms)


@often
@given(WALKS)
def test_17_31_a_worker_not_trained_to_ask_never_sees_an_offer(walk: list[Trace]) -> None:
    assert not [one for one in walk if not one.sitting.trained and one.after.state in ASKING]


@often
@given(WALKS)
def test_17_37_what_was_interrupted_by_being_told_is_come_back_to(walk: list[Trace]) -> None:
    for one in walk:
        ends_it = one.before.state in ("LEAFLET", "VOLUNTEER", "HEARD") and one.event in ("carry_on", "skip")
        if one.before.origins and not one.before.screen.from_list and ends_it and one.after.state != "LEAFLET":
            origin, told = one.before.origins[-1], one.before.told | one.before.origins[-1].told
            asked = [origin.screen, *([origin.held] if origin.screen.state in KEEPS_WHAT_IT_HOLDS else [])]
            was_told = any(screen and screen.state in ASKING and told & set(screen.items) for screen in asked)
            if not was_told:
                seen = one.after.held if one.after.state == "PRIVACY" and one.after.held else one.after.screen
                assert (seen.state, seen.items) == (origin.screen.state, origin.screen.items) or (
                    one.after.state == "PRIVACY" and origin.screen.state == "PRIVACY"
                )
            else:
                assert one.after.state not in ("TOLD", "WHEN", "ASK", "DISPUTE")


@often
@given(WALKS)
def test_17_38_the_item_it_is_not_about_is_left_as_it_was(walk: list[Trace]) -> None:
    for one in walk:
        if one.before.screen.from_list or one.before.state in ("SECTION", *KEEPS_WHAT_IT_HOLDS, *COVERS):
            continue
        if one.after.state in ("OFFER", "CONFIRM", "PRIVACY") or one.event == "rather_not":
            continue
        about = one.after.told if one.before.state == "VOLUNTEER" else set(one.before.screen.items)
        for item in ITEMS:
            if item not in about:
                assert one.was.ledger(item) == one.record.ledger(item)


@often
@given(WALKS)
def test_17_40_only_being_told_opens_what_was_closed_and_keeping_it_out_leaves_nothing(walk: list[Trace]) -> None:
    for one in walk:
        for item in ITEMS:
            if one.was.ledger(item).status == "closed" and one.record.ledger(item).status != "closed":
                assert one.before.state == "VOLUNTEER"
        if one.event == "keep_out":
            for item in one.before.screen.items:
                assert one.record.ledger(item).status == "closed"
                assert one.record.line(item) is None and one.after.screen.draft is None


@often
@given(WALKS)
def test_a_closed_item_never_holds_a_line(walk: list[Trace]) -> None:
    for one in walk:
        assert not [item for item in ITEMS if one.record.ledger(item).status == "closed" and one.record.line(item)]


@often
@given(WALKS)
def test_17_42_level_1_is_delivered_once_the_words_were_said_and_held_before(walk: list[Trace]) -> None:
    said = entered = False
    for one in walk:
        entered = entered or one.after.state in ("ENTRY", "VOLUNTEER")
        said = said or one.after.state in ("LEAFLET", "DOOR")
        if said:
            assert one.record.level1 == "delivered"
        elif entered:
            assert one.record.level1 == "held"


@often
@given(WALKS)
def test_what_keeps_a_status_finds_it_there(walk: list[Trace]) -> None:
    kept = {"WHEN": "later(i_will_say)", "TOLD": "told_elsewhere", "ASK": "unsaid", "DISPUTE": "disputed"}
    for one in walk:
        if one.after.state in kept:
            (item,) = one.after.screen.items
            assert one.record.ledger(item).words == kept[one.after.state]


def test_every_state_is_reached_on_some_walk() -> None:
    """P1."""
    to_see: set[State] = {*STATES, "END"} - {"LEDGER", "ITEM"}
    seen = set[State]()
    for seed in range(400):
        seen |= {one.after.state for one in walked(seed)}
        if seen >= to_see:
            break
    assert seen == to_see

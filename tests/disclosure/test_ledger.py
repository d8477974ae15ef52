"""When an item is due, and what a wrong key may put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bcst_tui.disclosure.correcting import correct, corrections
from bcst_tui.disclosure.handing_over import HandedOver, PassedOn, taken_over
from bcst_tui.disclosure.joining import joined
from bcst_tui.disclosure.ledger import Later, Ledger, Sitting, Status, after_new_sentence, is_due
from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.run import Moment, Run, events, step
from bcst_tui.disclosure.writing import Said
from tests.disclosure.walking import DAY, DRAFT, is_settled

FIRST, SECOND = Sitting(1), Sitting(2)
REVIEW = Sitting(2, "REVIEW")


def played(*events: str, record: Record = NOTHING_KEPT, sitting: Sitting = FIRST) -> tuple[Run, Record]:
    """A run from the list with these events, one after another."""
    run = Run()
    for event in ("q", "start", *events):
        run, record = step(run, record, event, Moment(sitting, DAY, Said(draft=DRAFT)))
    return run, record


TO_THE_OFFER = ("ok", "understood")


@pytest.mark.parametrize(
    ("status", "later", "sitting", "due"),
    [
        ("none", None, FIRST, True),
        ("later", "next_time", FIRST, False),
        ("later", "next_time", SECOND, True),
        ("later", "before_release", SECOND, False),
        ("later", "before_release", REVIEW, True),
        ("later", "i_will_say", REVIEW, False),
        ("carried", None, FIRST, False),
        ("carried", None, SECOND, True),
        ("closed", None, REVIEW, False),
        ("closed", "next_time", REVIEW, False),
        ("told_elsewhere", None, REVIEW, False),
        ("no", None, REVIEW, False),
        ("unsaid", None, REVIEW, False),
        ("disclosed", None, REVIEW, False),
        ("confirmed", None, REVIEW, False),
        ("disputed", None, REVIEW, False),
    ],
)
def test_what_is_due_is_offered_and_all_else_is_settled(
    status: Status, later: Later | None, sitting: Sitting, due: bool
) -> None:
    ledger = Ledger("q1", status, later, written_in=1)
    assert is_due(ledger, sitting) is due
    assert is_settled(ledger, sitting) is not due


@pytest.mark.parametrize(("status", "later"), [("later", "next_time"), ("carried", None)])
def test_an_interview_gone_on_with_on_another_day_is_the_next_time_they_meet(
    status: Status, later: Later | None
) -> None:
    """P4."""
    today = replace(FIRST, day=date(2026, 11, 23))
    ledger = Ledger("q1").put(status, later, FIRST.number, today.day)
    assert not is_due(ledger, today)
    assert is_due(ledger, replace(today, day=date(2026, 11, 24)))


def test_after_two_offers_only_the_person_brings_it_up() -> None:
    twice = replace(Ledger("q1"), offers=2)
    assert twice.put("later", "next_time", 2).later == "i_will_say"
    assert not is_due(replace(twice, status="none"), SECOND)


def test_a_new_sentence_lets_what_was_carried_be_confirmed_once_more_and_changes_nothing_else() -> None:
    before = Ledger("q1", "carried", confirms=1, asks=1, offers=2)
    assert after_new_sentence(before) == replace(before, confirms=0)


def test_not_now_then_next_time_is_offered_in_the_next_sitting_and_not_in_this_one() -> None:
    run, record = played(*TO_THE_OFFER, "not_now", "next_time", "carry_on")
    assert (run.state, run.screen.items) == ("OFFER", ("q2",))
    _, record = played(*TO_THE_OFFER, "not_now", "next_time", "enough")
    run, record = played(*TO_THE_OFFER, record=record, sitting=SECOND)
    assert (run.state, run.screen.items) == ("OFFER", ("q1",))


def test_a_second_not_now_leaves_it_to_the_person() -> None:
    _, record = played(*TO_THE_OFFER, "not_now", "next_time", "enough")
    _, record = played(*TO_THE_OFFER, "not_now", "next_time", "enough", record=record, sitting=SECOND)
    assert record.ledger("q1").words == "later(i_will_say)"


def test_what_is_agreed_becomes_a_line_and_nothing_is_kept_before() -> None:
    run, record = played(*TO_THE_OFFER, "yes", "applies", "ready", "fine", "chosen")
    assert run.screen.draft == DRAFT and record.line("q1") is None
    _, record = step(run, record, "agree", Moment(FIRST, DAY))
    line = record.line("q1")
    assert line is not None and line.codes == DRAFT and line.agreed_on == DAY


def test_keeping_it_out_leaves_closed_and_nothing_else() -> None:
    _, record = played(*TO_THE_OFFER, "yes", "applies", "ready", "fine", "chosen", "keep_out")
    assert record.ledger("q1").status == "closed" and record.lines == ()


def test_a_wrong_key_is_put_right_without_asking_again() -> None:
    run, record = played(*TO_THE_OFFER, "never")
    assert corrections(run) == ("not_now", "already_told")
    run, corrected = correct(run, record, "not_now", Moment(FIRST, DAY))
    assert run.state == "LEAFLET"
    before, after = record.ledger("q1"), corrected.ledger("q1")
    assert after.words == "later(i_will_say)"
    assert (after.offers, after.asks, after.confirms) == (before.offers, before.asks, before.confirms)


def test_a_wrong_key_never_makes_a_disclosure() -> None:
    run, record = played(*TO_THE_OFFER, "yes", "no")
    assert corrections(run) == ("rather_not",)
    with pytest.raises(ValueError, match="applies"):
        correct(run, record, "applies", Moment(FIRST, DAY))


def test_disputing_cuts_access_and_putting_it_right_gives_it_back() -> None:
    carried = NOTHING_KEPT.with_ledger(Ledger("q1", "carried"))
    run, record = played(*TO_THE_OFFER, "not_ok", record=carried)
    assert run.state == "DISPUTE" and record.ledger("q1").may_see == ()
    run, record = step(run, record, "done", Moment(FIRST, DAY))
    _, record = correct(run, record, "leave_it", Moment(FIRST, DAY))
    assert record.ledger("q1").status == "carried" and record.ledger("q1").may_see


def test_an_event_that_a_state_has_not_is_an_error_of_the_driver() -> None:
    with pytest.raises(ValueError, match="SECTION has no event agree"):
        step(Run(), NOTHING_KEPT, "agree", Moment(FIRST, DAY))


def test_of_two_cases_of_one_person_the_word_said_last_stands_and_every_offer_counts() -> None:
    _, earlier = played(*TO_THE_OFFER, "never", "enough")
    later = replace(
        NOTHING_KEPT.with_ledger(Ledger("q1", "told_elsewhere", offers=2)),
        events=(replace(earlier.events[0], on=DAY.replace(day=30)),),
    )
    for one, two in ((earlier, later), (later, earlier)):
        both = joined(one, two)
        assert (both.ledger("q1").status, both.ledger("q1").offers) == ("told_elsewhere", 2)
        assert both.level1 == "delivered" and len(both.events) == len(earlier.events) + 1


def test_a_case_in_which_nothing_was_offered_changes_nothing_of_the_other() -> None:
    _, told = played(*TO_THE_OFFER, "yes", "applies", "ready", "fine", "chosen", "agree")
    assert joined(told, NOTHING_KEPT).ledgers == joined(NOTHING_KEPT, told).ledgers == told.ledgers
    assert joined(NOTHING_KEPT, told).line("q1") == told.line("q1")


def test_what_is_told_or_confirmed_bears_the_day_and_whose_word_it_is() -> None:
    told = played(*TO_THE_OFFER, "yes", "applies")[1].ledger("q1")
    assert (told.source_date, told.source) == (DAY, "self_here")
    passed_on = NOTHING_KEPT.with_ledger(Ledger("q1", "carried", source="self_elsewhere_agreed"))
    confirmed = played(*TO_THE_OFFER, "right", record=passed_on)[1].ledger("q1")
    assert (confirmed.status, confirmed.source_date, confirmed.source) == ("confirmed", DAY, "self_elsewhere_agreed")
    brought = played(*TO_THE_OFFER, "already_told", "bring_in")[1].ledger("q1")
    assert (brought.status, brought.source, brought.source_date) == ("carried", "self_elsewhere_agreed", None)


def test_told_while_its_offer_waited_behind_the_checks_leads_to_them_and_then_to_the_next_item() -> None:
    """P5, P37: what is told is not offered any more, and how private it is needn't be said twice in a sitting."""
    run, record = played(*TO_THE_OFFER, "hide", "unlock", "heard", "q1", "private", "skip", "carry_on")
    assert (run.state, record.ledger("q1").words) == ("PRIVACY", "disclosed")
    run, record = step(run, record, "ok_again", Moment(FIRST, DAY))
    assert (run.state, run.screen.items) == ("OFFER", ("q2",))


def test_a_sitting_is_opened_then_dated_and_stays_dated_and_f6_alone_dates_nothing() -> None:
    assert played()[1].q == "opened"
    dated = played("skip")[1]
    assert dated.q == "dated" and played(record=dated)[1].q == "dated"
    run, record = Run(), NOTHING_KEPT
    for event in ("heard", "something_else", "private", "skip"):
        run, record = step(run, record, event, Moment(FIRST, DAY))
    assert (run.state, record.q, record.level1) == ("LEAFLET", "not_opened", "delivered")


def test_what_was_booked_stays_where_nothing_else_is_and_disputing_tells_its_owner() -> None:
    booked = step(played("fix")[0], NOTHING_KEPT, "book", Moment(FIRST, DAY, Said(booked=DAY)))[1]
    again = step(played("fix")[0], booked, "book", Moment(FIRST, DAY))[1]
    assert (booked.booked, again.booked) == (DAY, DAY)
    carried = NOTHING_KEPT.with_ledger(Ledger("q1", "carried", source="self_elsewhere_agreed"))
    assert played(*TO_THE_OFFER, "not_ok", "done", record=carried)[1].ledger("q1").owner_told


@pytest.mark.parametrize("way", [(), ("fix",), ("hide", "unlock"), ("pause", "resume")])
def test_the_cards_and_a_cover_over_the_checks_come_back_to_the_checks(way: tuple[str, ...]) -> None:
    """P6, P28: where nothing waits behind them yet, the first check is what is come back to."""
    run, _ = played(*way, "now", "back")
    assert run.state == "PRIVACY" and run.held is None
    assert "ok" in events(run)


def test_rather_not_at_the_limits_counts_what_was_passed_on_as_put_and_leaves_it_as_it_is() -> None:
    passed_on = NOTHING_KEPT.with_ledger(Ledger("q1", "carried", source="self_elsewhere_agreed"))
    run, record = played("ok", "rather_not", record=passed_on)
    assert run.state == "DOOR" and record.ledger("q2").words == "later(i_will_say)"
    assert (record.ledger("q1").words, record.ledger("q1").confirms) == ("carried", 1)


def test_what_cant_wait_leads_to_the_cards_and_on_to_what_would_help() -> None:
    run, _ = played(*TO_THE_OFFER, "yes", "applies", "ready", "urgent", "back")
    assert (run.state, run.screen.items) == ("NEEDS", ("q1",))


def test_private_said_after_f6_holds_for_that_run_and_only_where_it_was_said() -> None:
    run, record = Run(), NOTHING_KEPT
    for event in ("heard", "q1", "private", "now", "back"):
        run, record = step(run, record, event, Moment(FIRST, DAY))
    assert run.state == "RESPOND" and run.private
    for event in ("heard", "q2", "not_private"):
        run, record = step(run, record, event, Moment(FIRST, DAY))
    assert run.state == "ARRANGE" and not run.private


def test_what_came_with_an_interview_not_finished_is_confirmed_at_the_next_meeting_in_it() -> None:
    """P3, P4: the interview that came along is theirs to go on with, so nobody waits for another one."""
    carried = PassedOn("q1", "carried", None, 1, 1, 0, DAY, "Resettlement worker", DAY)
    open_still = PassedOn("q2", "none", None, 0, 0, 0, DAY)
    ledger = taken_over(HandedOver((carried, open_still)), sittings=1).ledger("q1")
    assert not is_due(ledger, Sitting(1, day=DAY)) and is_due(ledger, Sitting(1, day=DAY + timedelta(days=1)))

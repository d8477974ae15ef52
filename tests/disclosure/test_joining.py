"""Two private parts of one person made into one: nothing that either kept is lost, and nothing settled opens again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.joining import joined
from bcst_tui.disclosure.ledger import ITEMS, Item, Ledger, LedgerEvent, Status
from bcst_tui.disclosure.record import NOTHING_KEPT, CategoryLine, Draft, HelpLogged, OwnWords, Record
from bcst_tui.disclosure.record_of_plan import PrivateFollowUp, PrivateReferral, SafetyPart, TakenUp
from bcst_tui.disclosure.record_of_sharing import GatewayRecord, KeptBack, Liaison, RiskRoute
from bcst_tui.disclosure.shares import Share

EARLY, LATE = date(2026, 11, 2), date(2026, 11, 23)
ROWS = (
    "events safety_plan follow_ups referrals help_log consents shares gateways liaisons risk_routes taken_up kept_back"
)


def full(name: str, on: date) -> Record:
    """Something in every list of the record; `name` is in each row, so that no two of two records are the same."""
    return replace(
        NOTHING_KEPT,
        events=(LedgerEvent(on, 1, "q1", name, "no", 1, 1, 0),),
        safety_plan=(SafetyPart("inside" if on == EARLY else "where", name),),
        follow_ups=(PrivateFollowUp("resettlement_appointment", name, on),),
        referrals=(PrivateReferral(name, "sent", on),),
        help_log=(HelpLogged("child", on, "10:00", name, "lead", True),),
        consents=(Consent(name, "q1", "given", on, depth=1),),
        shares=(Share(on, "SPEC", name, "consent", {"q1": 1}, "A1.txt", "0"),),
        gateways=(GatewayRecord("child", name, (), "lead", on, True, on),),
        liaisons=(Liaison("marac", "consent", name, on, "worker", True),),
        risk_routes=(RiskRoute(name, on, "not_known"),),
        taken_up=(TakenUp(name, "agreed", on),),
        kept_back=(KeptBack(name, "lead", on),),
    )


EITHER_WAY = [(full("one", EARLY), full("two", LATE)), (full("two", LATE), full("one", EARLY))]


@pytest.mark.parametrize(("stays", "goes"), EITHER_WAY)
@pytest.mark.parametrize("rows", ROWS.split())
def test_every_row_of_either_is_kept_once(stays: Record, goes: Record, rows: str) -> None:
    both = list(getattr(joined(stays, goes), rows))
    for row in (*getattr(stays, rows), *getattr(goes, rows)):
        assert both.count(row) == 1
    assert len(both) == 2


@pytest.mark.parametrize(("stays", "goes"), EITHER_WAY)
def test_what_has_a_day_stands_in_the_order_of_its_days(stays: Record, goes: Record) -> None:
    both = joined(stays, goes)
    assert [one.on for one in both.events] == [one.on for one in both.shares] == [EARLY, LATE]
    assert [one.on for one in both.taken_up] == [one.given_on for one in both.consents] == [EARLY, LATE]


def test_what_stops_a_yes_stands_after_it_whichever_case_it_was_said_in() -> None:
    """P18: by the day it was taken back, and on one and the same day too."""
    yes = Consent("agency", "q1", "given", LATE, depth=2)
    for no in (
        replace(yes, status="withdrawn", depth=0, given_on=EARLY, withdrawn_on=LATE),
        replace(yes, status="refused", depth=0),
        replace(yes, status="withdrawn", depth=0, withdrawn_on=LATE + timedelta(days=1)),
    ):
        one, two = replace(NOTHING_KEPT, consents=(yes,)), replace(NOTHING_KEPT, consents=(no,))
        assert joined(one, two).consents == joined(two, one).consents == (yes, no)


def with_status(status: Status, on: date, item: Item = "q1", *, offers: int = 1, asks: int = 0) -> Record:
    """A record in which this was written on that day."""
    record = NOTHING_KEPT.with_ledger(Ledger(item, status, offers=offers, asks=asks))
    first = LedgerEvent(EARLY - timedelta(days=9), 1, item, "ITEM.offer", "none", 1, 0, 0)
    return replace(record, events=(first, replace(first, on=on, pressed="OFFER.never", status=status)))


def test_each_item_stands_as_it_was_said_last_in_either_and_every_counter_at_its_highest() -> None:
    """P3, P4."""
    first = with_status("later", LATE, offers=1, asks=0).with_ledger(Ledger("q2", "no", offers=1, asks=1))
    second = with_status("no", EARLY, offers=2, asks=1).with_ledger(Ledger("q2", confirms=1))
    for both in (joined(first, second), joined(second, first)):
        assert [both.ledger(item).status for item in ITEMS] == ["later", "no"]
        assert (both.ledger("q1").offers, both.ledger("q1").asks) == (2, 1)
        assert (both.ledger("q2").offers, both.ledger("q2").confirms) == (1, 1)


def test_on_the_same_day_the_case_that_stays_is_believed_and_one_never_opened_is_not() -> None:
    one, two = with_status("no", LATE), with_status("closed", LATE)
    assert joined(one, two).ledger("q1").status == "no" and joined(two, one).ledger("q1").status == "closed"
    unopened = replace(NOTHING_KEPT, events=(LedgerEvent(LATE, 1, "q1", "ITEM.offer", "none", 0, 0, 0),))
    assert joined(unopened, with_status("no", EARLY)).ledger("q1").status == "no"
    without_days = replace(with_status("no", LATE), events=())
    assert joined(NOTHING_KEPT, without_days).ledger("q1").status == "no"


def test_days_of_one_item_say_nothing_of_the_other() -> None:
    told = with_status("disclosed", EARLY, "q1")
    other = replace(with_status("no", LATE, "q2"), ledgers=(Ledger("q1", "no"), Ledger("q2", "no")))
    assert joined(told, other).ledger("q1").status == joined(other, told).ledger("q1").status == "disclosed"


def test_lines_of_both_items_are_kept_and_none_of_what_was_closed_since() -> None:
    """P40."""
    lines = {item: CategoryLine(item, Draft(), EARLY) for item in ITEMS}
    first = replace(with_status("disclosed", EARLY, "q1"), lines=(lines["q1"],))
    second = replace(with_status("disclosed", EARLY, "q2"), lines=(lines["q2"],))
    assert joined(first, second).lines == joined(second, first).lines == (lines["q1"], lines["q2"])
    closed = with_status("closed", LATE)
    left_over = replace(closed, lines=(lines["q1"],))
    assert joined(first, closed).lines == joined(closed, first).lines == joined(first, left_over).lines == ()


def test_what_is_there_once_is_that_of_the_case_that_stays_else_of_the_other() -> None:
    mine = replace(NOTHING_KEPT, own_words=OwnWords("Mine", EARLY), lead_worker="Lee", cover_worker="Mo")
    yours = replace(NOTHING_KEPT, own_words=OwnWords("Yours", LATE), lead_worker="Jo", cover_worker="Al")
    for both in (joined(mine, yours), joined(mine, NOTHING_KEPT), joined(NOTHING_KEPT, mine)):
        assert both.own_words == mine.own_words and (both.lead_worker, both.cover_worker) == ("Lee", "Mo")


def test_what_was_noted_or_said_in_one_holds_for_both() -> None:
    noted = replace(NOTHING_KEPT, consult_requested=True, dual_role=True, booked=EARLY, level1="held")
    for both in (joined(noted, NOTHING_KEPT), joined(NOTHING_KEPT, noted)):
        assert (both.consult_requested, both.dual_role, both.booked, both.level1) == (True, True, EARLY, "held")
    said = replace(NOTHING_KEPT, level1="delivered", booked=LATE)
    for both in (joined(noted, said), joined(said, noted)):
        assert (both.level1, both.booked) == ("delivered", LATE)
    assert not joined(NOTHING_KEPT, NOTHING_KEPT).consult_requested
    assert joined(NOTHING_KEPT, NOTHING_KEPT).booked is None


def test_a_case_taken_in_again_adds_nothing_twice() -> None:
    once = full("one", EARLY)
    again = joined(once, once)
    for rows in ("safety_plan", "follow_ups", "referrals", "consents", "shares", "taken_up"):
        assert getattr(again, rows) == getattr(once, rows)


def test_of_a_part_of_the_plan_in_both_what_stays_stands_and_no_two_have_one_rank() -> None:
    stays = replace(NOTHING_KEPT, safety_plan=(SafetyPart("inside", "post by hand", 1),))
    goes = replace(
        NOTHING_KEPT,
        safety_plan=(SafetyPart("inside", "no post", 2), SafetyPart("where", "aunt", 1), SafetyPart("work", "", 2)),
    )
    assert joined(stays, goes).safety_plan == (
        SafetyPart("inside", "post by hand", 1),
        SafetyPart("where", "aunt", None),
        SafetyPart("work", "", 2),
    )


def test_a_meeting_that_came_twice_is_one_whatever_came_of_it_and_others_stay_apart() -> None:
    meeting = PrivateFollowUp("resettlement_appointment", "worker", LATE)
    held = replace(NOTHING_KEPT, follow_ups=(replace(meeting, outcome="met", outcome_on=LATE),))
    planned = replace(NOTHING_KEPT, follow_ups=(meeting, replace(meeting, due=EARLY)))
    assert joined(held, planned).follow_ups == (*held.follow_ups, replace(meeting, due=EARLY))
    sent = replace(NOTHING_KEPT, referrals=(PrivateReferral("one", "sent", LATE, "DVA-2-03"),))
    drafted = PrivateReferral("one", "drafted", EARLY, "DVA-2-03")
    more = replace(NOTHING_KEPT, referrals=(drafted, replace(drafted, activity="DVA-3-02")))
    assert joined(sent, more).referrals == (*sent.referrals, replace(drafted, activity="DVA-3-02"))

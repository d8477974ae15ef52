"""What goes of the agreements and the plan when a case is handed over: what each yes covers, and nothing beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bcst_tui.disclosure.agreed import CASELOAD_CHECK, HELP
from bcst_tui.disclosure.agreed_before import AgreedBefore, agreed_before, run_out
from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.ledger import ITEMS, Item, Ledger, LedgerEvent, Status
from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.record_of_plan import SafetyPart
from tests.disclosure.walking import DAY

YES = Consent("one", "q1", "given", DAY, depth=3, purpose=HELP, until=DAY + timedelta(days=90), parts=("inside",))
BOTH: tuple[Item, ...] = ITEMS
FIRST, SECOND = ITEMS[:1], ITEMS[1:]
PLANNED = replace(
    NOTHING_KEPT,
    consents=(
        YES,
        replace(YES, topic="q2"),
        replace(YES, topic="none", depth=1),
        replace(YES, topic="none", purpose=CASELOAD_CHECK),
    ),
    safety_plan=(SafetyPart("inside", ""),),
)


def told(*items: Item, status: Status = "disclosed", record: Record = PLANNED) -> Record:
    for item in items:
        record = record.with_ledger(Ledger(item, status))
    return record


def goes(record: Record, agreed: tuple[Item, ...]) -> tuple[str, bool]:
    """The topics of the agreements that go, a caseload check as `check`; and whether the plan goes."""
    found: AgreedBefore = agreed_before(record, agreed, DAY, None)
    topics = ("check" if one.purpose == CASELOAD_CHECK else one.topic for one in found.consents)
    return " ".join(topics), bool(found.safety_plan)


@pytest.mark.parametrize(
    ("record", "agreed", "topics", "is_whole"),
    [
        (told("q1"), FIRST, "q1 check", True),
        (told("q1"), SECOND, "", False),
        (told("q1"), BOTH, "q1 none check", True),
        (told("q1", "q2"), BOTH, "q1 q2 none check", True),
        (told("q1", "q2"), FIRST, "q1", False),
        (PLANNED, BOTH, "none check", True),
        (PLANNED, FIRST, "", False),
        (told("q1", status="no"), BOTH, "none check", True),
        (told("q1", status="disputed"), BOTH, "", False),
    ],
)
def test_each_item_goes_with_its_yes_and_what_is_about_the_person_with_that_of_each_that_was_told(
    record: Record, agreed: tuple[Item, ...], topics: str, is_whole: bool
) -> None:
    assert goes(record, agreed) == (topics, is_whole)


def test_what_they_took_out_of_our_sight_or_closed_after_telling_holds_back_what_rests_on_it() -> None:
    cut = told("q1").with_ledger(Ledger("q1", "confirmed", may_see=("safeguarding_lead",)))
    assert goes(cut, BOTH) == ("", False)
    once = LedgerEvent(DAY, 1, "q1", "ASK.applies", "disclosed", 1, 1, 0)
    closed = told("q1", status="closed")
    assert goes(replace(closed, events=(once,)), BOTH) == ("", False)
    assert goes(replace(closed, events=(replace(once, status="no"),)), BOTH) == ("none check", True)
    assert goes(replace(told("q1", status="closed"), events=(replace(once, item="q2"),)), BOTH) == ("", False)


def test_of_a_yes_that_holds_no_longer_nothing_is_open() -> None:
    over = run_out(replace(YES, anonymous=True))
    assert over == replace(YES, status="expired", depth=0, until=None, parts=())

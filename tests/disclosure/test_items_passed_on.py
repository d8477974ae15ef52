"""How one item goes to the next worker: as it is where it is open or agreed to, and else alike whatever was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bcst_tui.disclosure.handing_over import PRESSED, HandedOver, PassedOn, handed_over, taken_over
from bcst_tui.disclosure.ledger import ITEMS, Later, Ledger, LedgerEvent, Status
from bcst_tui.disclosure.record import NOTHING_KEPT, CategoryLine, Draft, OwnWords, Record
from bcst_tui.disclosure.record_of_plan import SafetyPart
from tests.disclosure.walking import DAY

THEN, HEARD_ON = DAY - timedelta(days=9), date(2026, 5, 4)
LINE = CategoryLine("q1", Draft(when="past"), THEN)
ROLE = "resettlement worker"
OPEN: list[tuple[Status, Later | None]] = [("none", None), ("later", "next_time"), ("later", "before_release")]
SAID: list[tuple[Status, Later | None]] = [("no", None), ("unsaid", None), ("closed", None), ("disputed", None)]
WAITS: tuple[Status, Later] = ("later", "i_will_say")
TOLD: list[tuple[Status, Later | None]] = [("disclosed", None), ("confirmed", None), ("carried", None)]
ELSEWHERE: tuple[Status, Later | None] = ("told_elsewhere", None)


def standing(status: Status, later: Later | None, *lines: CategoryLine) -> Record:
    """The first item as it stands since some days; the other was written today."""
    record = NOTHING_KEPT.with_ledger(Ledger("q1", status, later, offers=1, asks=0, confirms=1))
    events = tuple(
        LedgerEvent(on, 1, item, "OFFER", status, 1, 0, 1)
        for on, item in ((THEN - timedelta(days=1), ITEMS[0]), (THEN, ITEMS[0]), (DAY, ITEMS[1]))
    )
    return replace(record, events=events, lines=lines)


def goes(record: Record, *, is_agreed: bool) -> PassedOn:
    first, second = handed_over(record, ITEMS[:1] if is_agreed else ITEMS[1:], DAY, ROLE).items
    assert (second.item, second.status) == ("q2", "none")
    return first


@pytest.mark.parametrize("is_agreed", [True, False])
@pytest.mark.parametrize(("status", "later"), OPEN)
def test_what_is_still_to_be_offered_goes_as_it_is(status: Status, later: Later | None, is_agreed: bool) -> None:
    """P3, P4: with every offer and question counted, so that none is made too often there."""
    assert goes(standing(status, later), is_agreed=is_agreed) == PassedOn("q1", status, later, 1, 0, 1, THEN)


@pytest.mark.parametrize(("status", "later"), [*SAID, *TOLD, ELSEWHERE, WAITS])
def test_what_was_said_goes_to_nobody_without_a_yes_and_arrives_alike_whatever_it_was(
    status: Status, later: Later | None
) -> None:
    """P3, P12: never asked there, and theirs to open; a yes to what they disputed is none."""
    alike = PassedOn("q1", "later", "i_will_say", 2, 1, 1, DAY)
    record = standing(status, later, LINE)
    assert goes(record, is_agreed=False) == alike
    cut = record.with_ledger(replace(record.ledger("q1"), may_see=("safeguarding_lead",)))
    assert goes(cut, is_agreed=True) == alike


@pytest.mark.parametrize(("status", "later"), [*SAID, WAITS])
def test_an_answer_goes_with_a_yes_and_names_nobody(status: Status, later: Later | None) -> None:
    assert goes(standing(status, later, LINE), is_agreed=True) == PassedOn("q1", status, later, 1, 0, 1, THEN)


@pytest.mark.parametrize(("status", "later"), [*TOLD, ELSEWHERE])
def test_what_was_told_goes_with_its_line_and_who_heard_it_and_when(status: Status, later: Later | None) -> None:
    """P4: to be confirmed there, and where no line is kept, never asked."""
    told = PassedOn("q1", "told_elsewhere", None, 1, 0, 1, THEN, ROLE, THEN)
    with_line = told if status == "told_elsewhere" else replace(told, status="carried", line=LINE)
    assert goes(standing(status, later), is_agreed=True) == told
    assert goes(standing(status, later, LINE), is_agreed=True) == with_line
    record = standing(status, later)
    before = record.with_ledger(replace(record.ledger("q1"), source_role="nurse", source_date=HEARD_ON))
    assert goes(before, is_agreed=True) == replace(told, role="nurse", told_on=HEARD_ON)


def test_what_nobody_wrote_a_day_of_goes_with_the_day_it_goes() -> None:
    assert goes(replace(standing("no", None), events=()), is_agreed=True).changed_on == DAY


def test_words_that_help_and_their_own_go_only_with_a_yes_and_their_own_only_if_they_want_it() -> None:
    helps = SafetyPart("words_that_help", "One step at a time")
    record = replace(NOTHING_KEPT, safety_plan=(SafetyPart("inside", ""), helps), own_words=OwnWords("Mine", THEN))
    without = handed_over(record, (), DAY, ROLE, own_words=True)
    assert (without.what_helps, without.own_words) == ((), None)
    agreed = handed_over(record, ITEMS, DAY, ROLE)
    assert (agreed.what_helps, agreed.own_words) == ((helps,), None)
    assert handed_over(record, ITEMS, DAY, ROLE, own_words=True).own_words == record.own_words
    assert taken_over(HandedOver(agreed.items, (), record.own_words), 0).own_words == record.own_words


def test_it_arrives_as_it_went_with_whose_word_it_is_and_an_event_for_what_was_said() -> None:
    """P3, P4: due in the next sitting there and not in those there have been."""
    carried = PassedOn("q1", "carried", None, 1, 1, 0, THEN, "nurse", HEARD_ON, LINE)
    elsewhere = PassedOn("q2", "told_elsewhere", None, 2, 1, 1, DAY, "nurse", HEARD_ON, replace(LINE, item="q2"))
    record = taken_over(HandedOver((carried, elsewhere)), 3)
    theirs = {"source": "self_elsewhere_agreed", "source_role": "nurse", "source_date": HEARD_ON, "written_in": 3}
    first = Ledger("q1", "carried", None, 1, 1, 0, written_on=THEN, **theirs)  # type: ignore[arg-type]
    second = Ledger("q2", "told_elsewhere", None, 2, 1, 1, written_on=DAY, **theirs)  # type: ignore[arg-type]
    assert record.ledgers == (first, second)
    assert record.lines == (LINE, replace(LINE, item="q2"))
    assert record.events == (
        LedgerEvent(THEN, 3, "q1", PRESSED, "carried", 1, 1, 0),
        LedgerEvent(DAY, 3, "q2", PRESSED, "told_elsewhere", 2, 1, 1),
    )


def test_what_was_never_opened_arrives_without_an_event_and_an_answer_as_said_here() -> None:
    never, no = PassedOn("q1", "none", None, 0, 0, 0, THEN), PassedOn("q2", "no", None, 1, 1, 0, THEN)
    record = taken_over(HandedOver((never, no)), 1)
    assert [one.item for one in record.events] == ["q2"] and record.ledger("q2").source == "self_here"
    assert record.lines == ()

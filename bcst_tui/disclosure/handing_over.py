"""How the private part stands, for the worker who takes a case over: so much as was agreed, so that nobody asks again.
What was agreed and planned there goes along (`agreed_before`).

What may not be passed on arrives alike whatever was said: never to be asked here, and theirs to open.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from bcst_tui.disclosure.agreed_before import (
    HEARD,
    NOTHING_AGREED,
    WHAT_HELPS,
    AgreedBefore,
    agreed_before,
    with_agreed,
)
from bcst_tui.disclosure.ledger import ITEMS, MOST_OFFERS, Item, Later, Ledger, LedgerEvent, Status
from bcst_tui.disclosure.record import NOTHING_KEPT, CategoryLine, OwnWords, Record
from bcst_tui.disclosure.record_of_plan import SafetyPart

PRESSED = "handed over"


@dataclass(frozen=True, repr=False)
class PassedOn:
    """One item as it goes: its standing and counters, who heard it and when, and the line where that was agreed."""

    item: Item
    status: Status
    later: Later | None
    offers: int
    asks: int
    confirms: int
    changed_on: date
    role: str = ""
    told_on: date | None = None
    line: CategoryLine | None = None


@dataclass(frozen=True, repr=False)
class HandedOver:
    """All that goes of the private part. `what_helps`: the words that help, which they chose themselves."""

    items: tuple[PassedOn, PassedOn]
    what_helps: tuple[SafetyPart, ...] = ()
    own_words: OwnWords | None = None
    before: AgreedBefore = NOTHING_AGREED


def handed_over(
    record: Record,
    agreed: Collection[Item],
    today: date,
    role: str,
    *,
    own_words: bool = False,
    release: date | None = None,
) -> HandedOver:
    """What goes. `agreed`: the items the person said the next worker may know of; `role`: of whoever heard it here;
    `release`: after which no way to get in touch holds."""
    first, second = (_passed_on(record, item, item in agreed, today, role) for item in ITEMS)
    helps = tuple(one for one in record.safety_plan if one.part == WHAT_HELPS) if agreed else ()
    said = record.own_words if agreed and own_words else None
    return HandedOver((first, second), helps, said, agreed_before(record, agreed, today, release))


def taken_over(handed: HandedOver, sittings: int, holds: Collection[str] = ()) -> Record:
    """What is kept of it where it arrives; `sittings`: how many there have been here, so that it is due in the next,
    and on another day in the interview that came along unfinished; `holds`: the services that are the same here."""
    record = NOTHING_KEPT
    for one in handed.items:
        ledger = Ledger(
            one.item,
            one.status,
            one.later,
            one.offers,
            one.asks,
            one.confirms,
            source="self_elsewhere_agreed" if one.status in ("carried", "told_elsewhere") else "self_here",
            source_role=one.role,
            source_date=one.told_on,
            written_in=sittings,
            written_on=one.changed_on,
        )
        record = record.with_ledger(ledger)
        if one.line is not None:
            record = replace(record, lines=(*record.lines, one.line))
        if ledger != Ledger(one.item, written_in=sittings, written_on=one.changed_on):
            event = LedgerEvent(
                one.changed_on, sittings, one.item, PRESSED, ledger.words, one.offers, one.asks, one.confirms
            )
            record = replace(record, events=(*record.events, event))
    return with_agreed(replace(record, safety_plan=handed.what_helps, own_words=handed.own_words), handed.before, holds)


def _passed_on(record: Record, item: Item, is_agreed: bool, today: date, role: str) -> PassedOn:
    ledger, line = record.ledger(item), record.line(item)
    changed = max((one.on for one in record.events if one.item == item), default=today)
    is_open = ledger.status == "none" or (ledger.status == "later" and ledger.later != "i_will_say")
    if not is_open and not (is_agreed and "named_worker" in ledger.may_see):
        return PassedOn(item, "later", "i_will_say", MOST_OFFERS, 1, 1, today)
    passed = PassedOn(item, ledger.status, ledger.later, ledger.offers, ledger.asks, ledger.confirms, changed)
    if ledger.status not in (*HEARD, "told_elsewhere"):
        return passed
    passed = replace(passed, role=ledger.source_role or role, told_on=ledger.source_date or changed)
    if ledger.status not in HEARD:
        return passed
    return replace(passed, status="carried", line=line) if line else replace(passed, status="told_elsewhere")

"""What is known before anything was said here (A12): told elsewhere and passed on, or only on record. For the worker.

By keys alone and by role. What only a record says keeps the status `none`: it is not the person's, fills nothing in,
and is never put to them (property 12).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from bcst_tui.disclosure.ledger import ITEMS, Item, Ledger, Sitting, Source
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.talk import Aside, Keeps, Option, Page, Talk, asked
from bcst_tui.interview.dates import month_name

MONTHS_BACK = 12
SOURCES: tuple[Source, ...] = ("self_elsewhere_agreed", "record_only")


def may_be_noted(ledger: Ledger) -> bool:
    """Only while nothing was offered or said here; what a record says may be put right again."""
    return ledger.status == "none" and not (ledger.offers or ledger.asks or ledger.confirms)


def noted(record: Record, item: Item, source: Source, role: str, on: date | None) -> Record:
    """The record with this known of one item. Raises ValueError where something was said here already."""
    ledger = record.ledger(item)
    if not may_be_noted(ledger):
        raise ValueError("what was said here stands")
    if source == "self_elsewhere_agreed":
        ledger = ledger.put("carried", None, ledger.written_in)
    return record.with_ledger(replace(ledger, source=source, source_role=role, source_date=on))


def not_noted(record: Record, item: Item) -> Record:
    """The record without what only a record said."""
    ledger = record.ledger(item)
    if not may_be_noted(ledger):
        raise ValueError("what was said here stands")
    return record.with_ledger(Ledger(item))


def stamped(before: Record, after: Record, sitting: Sitting, today: date) -> Record:
    """Written in this sitting, with an event for each ledger that changed: so it is due from the next one."""
    for item in ITEMS:
        if after.ledger(item) != before.ledger(item):
            after = after.with_ledger(replace(after.ledger(item), written_in=sitting.number, written_on=today))
    return after.noting(before, "SECTION.known", sitting, today)


def known_option(talk: Talk) -> tuple[Option, ...]:
    """The way in, while there is an item of which nothing was said here."""
    open_still = any(may_be_noted(one) for one in talk.record.ledgers)
    return (Option(talk.words.common.known.way, talk.beside("before")),) if open_still else ()


def _before(talk: Talk) -> Page:
    words, titles = talk.words.common.known, talk.words.common.titles
    items = [
        Option(titles[one.item], talk.beside("before_how", code=one.item))
        for one in talk.record.ledgers
        if may_be_noted(one)
    ]
    return _asking(talk, words.which, items)


def _how(talk: Talk) -> Page:
    words = talk.words.common.known
    item = _item(talk)
    options = [Option(words.how[source], talk.beside("before_role", code=item, line=source)) for source in SOURCES]
    if talk.record.ledger(item).source == "record_only":
        options.append(Option(words.take_out, Keeps("known", partial(_without, item))))
    return _asking(talk, words.how_known, options)


def _role(talk: Talk) -> Page:
    words, aside = talk.words.common.known, _aside(talk)
    options = [
        Option(role, talk.beside("before_month", code=aside.code, line=aside.line, words=role)) for role in words.roles
    ]
    return _asking(talk, words.who, options)


def _month(talk: Talk) -> Page:
    words, aside = talk.words.common.known, _aside(talk)
    months = [_months_ago(talk.desk.today, gone) for gone in range(MONTHS_BACK)]
    options = [Option(f"{month_name(one.month)} {one.year}", _kept(aside, _item(talk), one)) for one in months]
    return _asking(talk, words.when, [*options, Option(words.earlier, _kept(aside, _item(talk), None))])


def _months_ago(today: date, gone: int) -> date:
    month = today.year * 12 + today.month - 1 - gone
    return date(month // 12, month % 12 + 1, 1)


def _kept(aside: Aside, item: Item, on: date | None) -> Keeps:
    source: Source = "record_only" if aside.line == "record_only" else "self_elsewhere_agreed"
    return Keeps("known", partial(_with, item, source, aside.words, on))


def _with(item: Item, source: Source, role: str, on: date | None, record: Record) -> Record:
    return noted(record, item, source, role, on)


def _without(item: Item, record: Record) -> Record:
    return not_noted(record, item)


def _item(talk: Talk) -> Item:
    return "q1" if _aside(talk).code == "q1" else "q2"


def _aside(talk: Talk) -> Aside:
    assert talk.aside is not None
    return talk.aside


def _asking(talk: Talk, question: str, options: list[Option]) -> Page:
    back = Option(talk.words.common.share.back, talk.beside("folder"))
    return asked(talk, talk.words.common.plan.folder, question, (*options, back))


KNOWN_ASIDES: Mapping[str, Callable[[Talk], Page]] = {
    "before": _before,
    "before_how": _how,
    "before_role": _role,
    "before_month": _month,
}

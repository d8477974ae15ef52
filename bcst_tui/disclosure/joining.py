"""Two private parts of one person, whose case was opened twice, made into one: nothing settled is asked again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.ledger import ITEMS, Item, Ledger
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.record_of_plan import SafetyPart

Row = TypeVar("Row")


def joined(stays: Record, goes: Record) -> Record:
    """One record of both. The word said last stands; what was offered or asked in either counts in both."""
    record = stays
    for item in ITEMS:
        later, other = _in_order(item, stays, goes)
        ledger, second = later.ledger(item), other.ledger(item)
        record = record.with_ledger(_counting(ledger, second)).without_line(item)
        line = later.line(item) if ledger.status != "closed" else None
        record = replace(record, lines=(*record.lines, line)) if line else record
    return replace(
        record,
        events=tuple(sorted((*stays.events, *goes.events), key=lambda event: event.on)),
        level1="delivered" if "delivered" in (stays.level1, goes.level1) else stays.level1 or goes.level1,
        safety_plan=_parts(stays.safety_plan, goes.safety_plan),
        follow_ups=_once(stays.follow_ups, goes.follow_ups, lambda one: replace(one, outcome="", outcome_on=None)),
        referrals=_once(stays.referrals, goes.referrals, lambda one: (one.agency, one.activity)),
        help_log=(*stays.help_log, *goes.help_log),
        booked=max((day for day in (stays.booked, goes.booked) if day), default=None),
        consents=_in_time(stays.consents, goes.consents),
        shares=tuple(sorted(_once(stays.shares, goes.shares, _whole), key=lambda one: one.on)),
        gateways=(*stays.gateways, *goes.gateways),
        liaisons=(*stays.liaisons, *goes.liaisons),
        risk_routes=(*stays.risk_routes, *goes.risk_routes),
        taken_up=tuple(sorted(_once(stays.taken_up, goes.taken_up, _whole), key=lambda one: one.on)),
        own_words=stays.own_words or goes.own_words,
        lead_worker=stays.lead_worker or goes.lead_worker,
        cover_worker=stays.cover_worker or goes.cover_worker,
        consult_requested=stays.consult_requested or goes.consult_requested,
        dual_role=stays.dual_role or goes.dual_role,
        kept_back=(*stays.kept_back, *goes.kept_back),
    )


def _in_order(item: Item, stays: Record, goes: Record) -> tuple[Record, Record]:
    """The record whose ledger of this item changed last, then the other; one never opened comes second."""

    def changed(record: Record) -> str:
        days = [event.on.isoformat() for event in record.events if event.item == item]
        return "" if record.ledger(item).status == "none" else max(days, default="0")

    return (goes, stays) if changed(goes) > changed(stays) else (stays, goes)


def _in_time(stays: tuple[Consent, ...], goes: tuple[Consent, ...]) -> tuple[Consent, ...]:
    """Every version by its day; on one day a yes comes first, so that whatever stops it stands."""
    return tuple(
        sorted(_once(stays, goes, _whole), key=lambda one: (one.withdrawn_on or one.given_on, one.status != "given"))
    )


def _once(stays: Sequence[Row], goes: Sequence[Row], same: Callable[[Row], object]) -> tuple[Row, ...]:
    """All of both; of what came twice, as in a file taken in again, what stays."""
    there = [same(one) for one in stays]
    return (*stays, *(one for one in goes if same(one) not in there))


def _whole(one: object) -> object:
    return one


def _parts(stays: tuple[SafetyPart, ...], goes: tuple[SafetyPart, ...]) -> tuple[SafetyPart, ...]:
    """Every part of either; of one that is in both what stays, and no two of one rank."""
    ranks = {one.rank for one in stays}
    more = _once(stays, goes, lambda one: one.part)[len(stays) :]
    return (*stays, *(replace(one, rank=None) if one.rank in ranks else one for one in more))


def _counting(ledger: Ledger, other: Ledger) -> Ledger:
    return replace(
        ledger,
        offers=max(ledger.offers, other.offers),
        asks=max(ledger.asks, other.asks),
        confirms=max(ledger.confirms, other.confirms),
    )

"""What was agreed and planned in the private part, as it goes to the next worker: so that nobody has to say it twice,
and nothing is told there that was refused or taken back here.

What was decided without the person, what went to supervision and what happened at the cards never goes.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from bcst_tui.disclosure.agreed import CASELOAD_CHECK, NEITHER, standing
from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.ledger import ITEMS, Item, Status
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.record_of_plan import Part, PrivateFollowUp, PrivateReferral, SafetyPart, TakenUp
from bcst_tui.disclosure.safe_contact import usable_contact
from bcst_tui.disclosure.shares import Share

HEARD: tuple[Status, ...] = ("disclosed", "confirmed", "carried")
WHAT_HELPS = "words_that_help"
PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True, repr=False)
class AgreedBefore:
    """`follow_ups`: those still to come, each with the way to get in touch where that still holds; `consents`: the
    last word on each, a no and a taking back included; `shares`: what has gone by a yes."""

    safety_plan: tuple[SafetyPart, ...] = ()
    follow_ups: tuple[PrivateFollowUp, ...] = ()
    referrals: tuple[PrivateReferral, ...] = ()
    taken_up: tuple[TakenUp, ...] = ()
    consents: tuple[Consent, ...] = ()
    shares: tuple[Share, ...] = ()


NOTHING_AGREED = AgreedBefore()


def agreed_before(record: Record, agreed: Collection[Item], today: date, release: date | None) -> AgreedBefore:
    """What goes. What is about one item needs that item's yes; what is about the person, that of each that was told."""
    known = {item for item in agreed if _is_known(record, item)}
    told = {item for item in ITEMS if _was_ever_told(record, item)}
    may_all = set(agreed) == set(ITEMS)
    is_whole = told <= known if told else may_all
    topics = {*known, *((NEITHER,) if is_whole and may_all else ())}

    def goes(one: Consent) -> bool:
        return is_whole if one.purpose == CASELOAD_CHECK else one.topic in topics

    found = AgreedBefore(
        consents=tuple(one for one in standing(record.consents) if goes(one)),
        shares=tuple(one for one in record.shares if one.basis == "consent" and topics.issuperset(one.topics)),
    )
    if not is_whole:
        return found
    return replace(
        found,
        safety_plan=tuple(one for one in record.safety_plan if one.part != WHAT_HELPS),
        follow_ups=tuple(_still_usable(one, today, release) for one in record.follow_ups if not one.outcome),
        referrals=record.referrals,
        taken_up=record.taken_up,
    )


def with_agreed(record: Record, before: AgreedBefore, holds: Collection[str]) -> Record:
    """The record where it arrives. A yes holds on for `holds`, the services that are the same there; any other has
    run out, and is asked for anew if the person wants it."""
    plan = sorted((*record.safety_plan, *before.safety_plan), key=lambda one: PARTS.index(one.part))
    return replace(
        record,
        safety_plan=tuple(plan),
        follow_ups=before.follow_ups,
        referrals=before.referrals,
        taken_up=before.taken_up,
        consents=tuple(
            one if one.status != "given" or one.agency in holds else run_out(one) for one in before.consents
        ),
        shares=before.shares,
    )


def run_out(consent: Consent) -> Consent:
    """A yes that holds no longer; nothing can be told by it."""
    return replace(consent, status="expired", depth=0, until=None, anonymous=False, parts=())


def _is_known(record: Record, item: Item) -> bool:
    """Whether somebody told this and lets the next worker know of it."""
    ledger = record.ledger(item)
    return ledger.status in HEARD and "named_worker" in ledger.may_see


def _was_ever_told(record: Record, item: Item) -> bool:
    return record.ledger(item).status in (*HEARD, "disputed") or any(
        one.item == item and one.status in HEARD for one in record.events
    )


def _still_usable(one: PrivateFollowUp, today: date, release: date | None) -> PrivateFollowUp:
    """Terms that have run out go to nobody; those that hold are read again there before each use."""
    return replace(one, contact=usable_contact(one.contact, today, release))

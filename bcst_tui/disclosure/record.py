"""What the private part keeps of one person, and nothing else: the fields of section 8.

There is no field for the name of the person feared, for an incident, an injury or a score.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.ledger import ITEMS, Item, Ledger, LedgerEvent, Sitting
from bcst_tui.disclosure.record_of_plan import PrivateFollowUp, PrivateReferral, SafetyPart, TakenUp
from bcst_tui.disclosure.record_of_sharing import GatewayRecord, KeptBack, Liaison, RiskRoute
from bcst_tui.disclosure.shares import Share
from bcst_tui.reference.agency import Want

When = Literal["now", "recent", "past", "not_said"]
Who = Literal["partner", "ex", "family", "takes_from_work", "client", "other", "not_said"]
Around = Literal["yes", "no", "not_said"]
Card = Literal["life", "in_here", "child", "outside", "unsafe_release", "exploitation"]
LevelOne = Literal["", "held", "delivered"]
InTheSitting = Literal["not_opened", "opened", "dated"]


OF_ONE_ITEM: Mapping[Want, Item] = {"stop_selling": "q2"}
"""Wants that belong to one item alone."""


@dataclass(frozen=True, repr=False)
class Draft:
    """Codes not yet agreed; gone unless the person agrees to the lines read back."""

    when: When = "not_said"
    who: tuple[Who, ...] = ()
    children_around: Around = "not_said"
    wants: tuple[Want, ...] = ()

    def of(self, item: Item) -> Draft:
        """The codes as they are kept of one item: what is the other's alone is not among them."""
        return replace(self, wants=tuple(one for one in self.wants if OF_ONE_ITEM.get(one, item) == item))


@dataclass(frozen=True, repr=False)
class CategoryLine:
    """What is kept of a disclosure, with the day the person agreed to it."""

    item: Item
    codes: Draft
    agreed_on: date


@dataclass(frozen=True, repr=False)
class HelpLogged:
    """That a help-now card was acted on: no story, only who was told and whether the person knows."""

    card: Card
    on: date
    at: str
    told_role: str
    decided_by: str
    person_told: bool
    why_not_told: str = ""
    basis: Literal["consent", "gateway"] = "gateway"


@dataclass(frozen=True, repr=False)
class OwnWords:
    """What the person wanted kept in their own words, read back to them: off by default, at most 280 characters."""

    words: str
    agreed_on: date


@dataclass(frozen=True, repr=False)
class Record:
    """All that the private part holds of one person.

    `consents`: every version, the oldest first; `shares`: what has gone already. `lead_worker`, `cover_worker`: who
    holds it, and who was named to cover. `consult_requested`: a worry was taken to supervision, with no content;
    `dual_role`: risk to others was handed to the lead as well.
    """

    ledgers: tuple[Ledger, Ledger] = (Ledger("q1"), Ledger("q2"))
    events: tuple[LedgerEvent, ...] = ()
    lines: tuple[CategoryLine, ...] = ()
    level1: LevelOne = ""
    q: InTheSitting = "not_opened"
    safety_plan: tuple[SafetyPart, ...] = ()
    follow_ups: tuple[PrivateFollowUp, ...] = ()
    referrals: tuple[PrivateReferral, ...] = ()
    help_log: tuple[HelpLogged, ...] = ()
    booked: date | None = None
    consents: tuple[Consent, ...] = ()
    shares: tuple[Share, ...] = ()
    gateways: tuple[GatewayRecord, ...] = ()
    liaisons: tuple[Liaison, ...] = ()
    risk_routes: tuple[RiskRoute, ...] = ()
    taken_up: tuple[TakenUp, ...] = ()
    own_words: OwnWords | None = None
    lead_worker: str = ""
    cover_worker: str = ""
    consult_requested: bool = False
    dual_role: bool = False
    kept_back: tuple[KeptBack, ...] = ()

    def ledger(self, item: Item) -> Ledger:
        return self.ledgers[ITEMS.index(item)]

    def with_ledger(self, ledger: Ledger) -> Record:
        first, second = (ledger if one.item == ledger.item else one for one in self.ledgers)
        return replace(self, ledgers=(first, second))

    def line(self, item: Item) -> CategoryLine | None:
        return next((one for one in self.lines if one.item == item), None)

    def as_may_be_seen(self) -> Record:
        """Without what the person said they don't want us to have; it stands on no page and goes on no paper."""
        cut = {one.item for one in self.ledgers if "named_worker" not in one.may_see}
        if not cut:
            return self
        lines = tuple(one for one in self.lines if one.item not in cut)
        seen = replace(self, lines=lines, consents=tuple(one for one in self.consents if one.topic not in cut))
        if lines:
            return seen
        return replace(seen, safety_plan=(), follow_ups=(), referrals=(), taken_up=(), own_words=None)

    def wants_of(self, items: Collection[Item]) -> tuple[Want, ...]:
        """What was agreed to be wanted about any of these, each once."""
        lines = (self.line(item) for item in items)
        return tuple(dict.fromkeys(want for line in lines if line is not None for want in line.codes.wants))

    def without_line(self, item: Item) -> Record:
        return replace(self, lines=tuple(one for one in self.lines if one.item != item))

    def noting(self, before: Record, pressed: str, sitting: Sitting, today: date) -> Record:
        """The record with an event for each ledger that differs from before; events are only ever added."""
        news = tuple(
            LedgerEvent(today, sitting.number, now.item, pressed, now.words, now.offers, now.asks, now.confirms)
            for was, now in zip(before.ledgers, self.ledgers, strict=True)
            if was != now
        )
        return replace(self, events=(*self.events, *news))


NOTHING_KEPT = Record()

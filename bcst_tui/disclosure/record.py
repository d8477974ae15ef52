"""What the private part keeps of one person, and nothing else: the fields of section 8.

There is no field for the name of the person feared, for an incident, an injury or a score.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from bcst_tui.disclosure.ledger import ITEMS, Item, Ledger, LedgerEvent, Sitting

When = Literal["now", "recent", "past", "not_said"]
Who = Literal["partner", "ex", "family", "takes_from_work", "client", "other", "not_said"]
Around = Literal["yes", "no", "not_said"]
Want = Literal[
    "advocate",
    "children",
    "get_away",
    "health",
    "housing",
    "legal",
    "money",
    "report",
    "report_anonymously",
    "safety_plan",
    "specialist",
    "stop_selling",
]
Card = Literal["life", "in_here", "child", "outside", "unsafe_release", "exploitation"]
LevelOne = Literal["", "held", "delivered"]
InTheSitting = Literal["not_opened", "opened", "dated"]
Part = Literal[
    "inside",
    "release_day",
    "where",
    "contact",
    "orders",
    "money_and_id",
    "children",
    "relationships",
    "work",
    "health",
    "people_and_signs",
    "words_that_help",
]


@dataclass(frozen=True)
class Draft:
    """Codes not yet agreed; gone unless the person agrees to the lines read back."""

    when: When = "not_said"
    who: tuple[Who, ...] = ()
    children_around: Around = "not_said"
    wants: tuple[Want, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class CategoryLine:
    """What is kept of a disclosure, with the day the person agreed to it."""

    item: Item
    codes: Draft = field(repr=False)
    agreed_on: date


@dataclass(frozen=True)
class SafetyPart:
    """One part of the safety plan, in the person's words: at most 120 characters, all optional."""

    part: Part
    words: str = field(repr=False)
    rank: int | None = None


@dataclass(frozen=True)
class PrivateFollowUp:
    """A meeting or a check that belongs here; its label is the same as that of every other meeting."""

    purpose: str
    owner: str
    due: date
    outcome: Literal["", "met", "not_yet", "declined", "changed_mind", "unsafe_to_contact"] = ""


@dataclass(frozen=True)
class PrivateReferral:
    """A referral that belongs here: to which agency, and where it stands."""

    agency: str
    status: str
    on: date


@dataclass(frozen=True)
class HelpLogged:
    """That a help-now card was acted on: no story, only who was told and whether the person knows."""

    card: Card
    on: date
    at: str
    told_role: str
    decided_by: str
    person_told: bool
    why_not_told: str = field(default="", repr=False)
    basis: Literal["consent", "gateway"] = "gateway"


@dataclass(frozen=True)
class Record:
    """All that the private part holds of one person."""

    ledgers: tuple[Ledger, Ledger] = (Ledger("q1"), Ledger("q2"))
    events: tuple[LedgerEvent, ...] = ()
    lines: tuple[CategoryLine, ...] = field(default=(), repr=False)
    level1: LevelOne = ""
    q: InTheSitting = "not_opened"
    safety_plan: tuple[SafetyPart, ...] = field(default=(), repr=False)
    follow_ups: tuple[PrivateFollowUp, ...] = field(default=(), repr=False)
    referrals: tuple[PrivateReferral, ...] = field(default=(), repr=False)
    help_log: tuple[HelpLogged, ...] = field(default=(), repr=False)
    booked: date | None = None

    def ledger(self, item: Item) -> Ledger:
        return self.ledgers[ITEMS.index(item)]

    def with_ledger(self, ledger: Ledger) -> Record:
        first, second = (ledger if one.item == ledger.item else one for one in self.ledgers)
        return replace(self, ledgers=(first, second))

    def line(self, item: Item) -> CategoryLine | None:
        return next((one for one in self.lines if one.item == item), None)

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

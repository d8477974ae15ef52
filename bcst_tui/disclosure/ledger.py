"""The ask-once ledger: for each person and item, whether it is settled, and how often it was offered, asked, confirmed.

It belongs to the person, not to a sitting or a plan: a new plan, a transfer or a return to custody leaves it as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Item = Literal["q1", "q2"]
ITEMS: tuple[Item, ...] = ("q1", "q2")
Status = Literal[
    "none",
    "later",
    "closed",
    "told_elsewhere",
    "no",
    "unsaid",
    "disclosed",
    "carried",
    "confirmed",
    "disputed",
]
Later = Literal["next_time", "before_release", "i_will_say"]
Source = Literal["self_here", "self_elsewhere_agreed", "record_only"]
Stage = Literal["SCREEN", "REVIEW"]
Reader = Literal["named_worker", "safeguarding_lead", "named_cover"]
MOST_OFFERS = 2


@dataclass(frozen=True, repr=False)
class Ledger:
    """What is settled about one item. `written_in`, `written_on`: the sitting that last wrote the status, by its place
    in order, and the day."""

    item: Item
    status: Status = "none"
    later: Later | None = None
    offers: int = 0
    asks: int = 0
    confirms: int = 0
    source: Source = "self_here"
    source_role: str = ""
    source_date: date | None = None
    may_see: tuple[Reader, ...] = ("named_worker", "safeguarding_lead")
    written_in: int = 0
    owner_told: bool = False
    written_on: date | None = None

    @property
    def words(self) -> str:
        """The status as the table writes it: `later(next_time)`."""
        return f"later({self.later})" if self.status == "later" else self.status

    def put(self, status: Status, later: Later | None, sitting: int, on: date | None = None) -> Ledger:
        """The ledger with another status; after the second offer only `i_will_say` remains of the laters."""
        if status == "later" and self.offers >= MOST_OFFERS:
            later = "i_will_say"
        later = later if status == "later" else None
        return replace(self, status=status, later=later, written_in=sitting, written_on=on)


@dataclass(frozen=True)
class Sitting:
    """One time that the two of them meet, as the private part knows it: its place in order, its stage, whether the
    worker is trained to ask, and the day, since an interview that was stopped is gone on with at another meeting.
    Nothing about the person is here, so no transition can depend on it."""

    number: int
    stage: Stage = "SCREEN"
    trained: bool = True
    day: date | None = None

    def is_after(self, ledger: Ledger) -> bool:
        """Whether they meet again here after the status was last written."""
        earlier = ledger.written_on is not None and self.day is not None and ledger.written_on < self.day
        return earlier or ledger.written_in < self.number


@dataclass(frozen=True, repr=False)
class LedgerEvent:
    """One change of one item's ledger, never taken back: what was pressed where, and how the ledger stood after it."""

    on: date
    sitting: int
    item: Item
    pressed: str
    status: str
    offers: int
    asks: int
    confirms: int


def is_due(ledger: Ledger, sitting: Sitting) -> bool:
    """Whether an item is to be offered, or what was carried here confirmed, in this sitting."""
    if ledger.status == "carried":
        return ledger.confirms == 0 and sitting.is_after(ledger)
    if ledger.offers >= MOST_OFFERS:
        return False
    if ledger.status == "none":
        return True
    if ledger.status != "later":
        return False
    if ledger.later == "next_time":
        return sitting.is_after(ledger)
    return ledger.later == "before_release" and sitting.stage == "REVIEW"


def after_new_sentence(ledger: Ledger) -> Ledger:
    """A new sentence lets what was carried be confirmed once more, and nothing else."""
    return replace(ledger, confirms=0)

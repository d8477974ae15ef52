"""Levels and offers of the private part: computed from recorded codes, each an offer that can be declined.

Level 1 is everybody's, whatever they say. Nothing here depends on stopping, and nothing goes to an ordinary plan
but over the bridge, when the person agrees to the neutral line shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bcst_tui.disclosure.ledger import ITEMS, Item, Ledger
from bcst_tui.disclosure.record import Record
from bcst_tui.reference.agency import Want

Level = Literal[1, 2, 3]
Standing = Literal["held", "delivered", "offered"]
GROUP: Mapping[Item, str] = {"q1": "DVA", "q2": "SWK"}
TOLD = ("disclosed", "confirmed")


@dataclass(frozen=True)
class Around:
    """Ordinary facts that may make an offer more pressing; none of them ever learns anything back.

    `help_with_exclusion`: somewhere they'd rather not be near, and they want help with it; no reason is known.
    """

    help_with_exclusion: bool = False
    unsafe_or_no_address: bool = False
    pregnant: bool = False
    under_25_or_care: bool = False
    learning_disability: bool = False
    no_english_or_recourse: bool = False
    recalled: bool = False
    trauma_with_substances: bool = False
    worker_view: bool = False

    @property
    def any(self) -> bool:
        """Whether anything makes it more complex, beyond what was told."""
        return any(
            (
                self.unsafe_or_no_address,
                self.pregnant,
                self.under_25_or_care,
                self.learning_disability,
                self.no_english_or_recourse,
                self.recalled,
                self.trauma_with_substances,
                self.worker_view,
            )
        )


@dataclass(frozen=True)
class Offer:
    """One activity of the minimum specification, as the private part offers it. `by`: what has to be there first."""

    activity: str
    item: Item
    level: Level
    standing: Standing = "offered"
    by: Literal["", "consent"] = ""


BY_WANT: Mapping[Want, tuple[str, ...]] = {
    "safety_plan": ("2-01",),
    "get_away": ("2-02",),
    "specialist": ("2-03", "3-02"),
    "stop_selling": ("2-03",),
    "children": ("3-01",),
}
"""The part's own activities by what somebody wants; one of level 3 waits for level 3, but for help with children."""
BY_CONSENT = ("2-03", "3-01", "3-02")
BRIDGE: Mapping[Want, tuple[str, ...]] = {
    "health": ("PSH-2-01",),
    "housing": ("ACC-3-06",),
    "money": ("FIN-2-05", "FIN-2-06"),
    "legal": ("SUP-1-02",),
    "advocate": ("SUP-3-04",),
}
"""Wants that an ordinary activity serves; it enters the ordinary plan only if the person agrees to its neutral line."""


def level_of(record: Record, item: Item, around: Around) -> Level:
    """Level 1, 2 or 3 of one item (section 14)."""
    if not _wants(record, item) and not (item == "q1" and around.help_with_exclusion):
        return 1
    return 3 if around.any or _is_complex(record, item) else 2


def offers(record: Record, around: Around) -> tuple[Offer, ...]:
    """Everything the private part offers: level 1 for everybody, then what was asked for."""
    return tuple(one for item in ITEMS for one in (*_level_1(record, item), *_chosen(record, item, around)))


def bridged(record: Record) -> tuple[str, ...]:
    """The ordinary activities that could serve what is wanted, if the person agrees to each neutral line."""
    found = [name for item in ITEMS for want in _wants(record, item) for name in BRIDGE.get(want, ())]
    return tuple(dict.fromkeys(found))


def _level_1(record: Record, item: Item) -> Iterator[Offer]:
    group = GROUP[item]
    put: Standing = "held" if record.ledger(item).status == "none" else "delivered"
    told: Standing = "delivered" if record.level1 == "delivered" else "held"
    yield Offer(f"{group}-1-01", item, 1, put)
    yield Offer(f"{group}-1-02", item, 1, told)
    yield Offer(f"{group}-1-03", item, 1, told)


def _chosen(record: Record, item: Item, around: Around) -> Iterator[Offer]:
    level = level_of(record, item, around)
    wants = _wants(record, item)
    numbers = [number for want in wants for number in BY_WANT.get(want, ())]
    if item == "q1" and around.help_with_exclusion:
        numbers.append("2-01")
    for number in sorted(set(numbers)):
        if number == "3-02" and level < 3:
            continue
        yield Offer(
            f"{GROUP[item]}-{number}",
            item,
            3 if number.startswith("3") else 2,
            by="consent" if number in BY_CONSENT else "",
        )


def _wants(record: Record, item: Item) -> tuple[Want, ...]:
    line, ledger = record.line(item), record.ledger(item)
    return line.codes.wants if line is not None and _is_told(ledger) else ()


def _is_told(ledger: Ledger) -> bool:
    return ledger.status in TOLD


def _is_complex(record: Record, item: Item) -> bool:
    line = record.line(item)
    codes = line.codes if line is not None and _is_told(record.ledger(item)) else None
    if record.help_log:
        return True
    return codes is not None and (
        codes.when in ("now", "recent")
        or codes.children_around == "yes"
        or len([one for one in codes.who if one != "not_said"]) > 1
    )

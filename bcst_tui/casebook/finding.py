"""Finding cases: what was typed and chosen, in words, and whether a case is meant by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bcst_tui.casebook.values import CaseLine
from bcst_tui.plan.labels import Labels
from bcst_tui.plan.model import Group
from bcst_tui.text import folded, one_line
from bcst_tui.vault.list_values import WEEKS, CaseInShort, ReleaseWindow
from bcst_tui.vault.list_values import Wanted as Wanted

PAGE = 50
"""So many cases are read at a time."""
MOST_COUNTED = 1000
"""How far matches are counted; of more it is only said that there are more."""
RELEASE: Mapping[ReleaseWindow, str] = {
    "12_weeks": "release within 12 weeks",
    "4_weeks": "release within 4 weeks",
    "none": "no release date",
}
PATHWAYS: tuple[Group, ...] = ("ACC", "ETE", "FIN", "PSH", "SUP")
LEVELS = (2, 3)
EVERYTHING_OPEN = Wanted()
TYPED: Mapping[str, Wanted] = {
    "overdue": Wanted(is_overdue=True),
    "unfinished": Wanted(is_unfinished=True),
    "release": Wanted(release="12_weeks"),
    "closed": Wanted(is_closed=True),
}
"""Words that say how a case stands, and are looked for in no name."""


@dataclass(frozen=True)
class CasePage:
    """Some of the cases that are meant, the newest first, and how many there are; `more`: at least so many."""

    lines: tuple[CaseLine, ...]
    count: int
    more: bool = False

    @property
    def count_words(self) -> str:
        """`1 case`, `312 cases`, `more than 1,000 cases`."""
        cases = "case" if self.count == 1 and not self.more else "cases"
        return f"more than {self.count:,} {cases}" if self.more else f"{self.count:,} {cases}"


@dataclass(frozen=True)
class Choice:
    """One way to narrow the list down, in words, and whether it is chosen."""

    words: str
    is_chosen: bool
    chosen: Wanted


def typed(words: str, chosen: Wanted) -> Wanted:
    """What is wanted once these words are typed beside what was chosen."""
    sought = []
    for word in folded(words).split():
        if (meant := TYPED.get(word)) is None:
            sought.append(word)
            continue
        chosen = replace(
            chosen,
            is_overdue=chosen.is_overdue or meant.is_overdue,
            is_unfinished=chosen.is_unfinished or meant.is_unfinished,
            release=meant.release or chosen.release,
            is_closed=chosen.is_closed or meant.is_closed,
        )
    return replace(chosen, words=" ".join(sought))


def choices(wanted: Wanted, labels: Labels) -> tuple[Choice, ...]:
    """Every way to narrow the list; `chosen` is what is wanted once this one is chosen, or left again."""
    return (
        Choice("Overdue", wanted.is_overdue, replace(wanted, is_overdue=not wanted.is_overdue)),
        Choice("Interview not finished", wanted.is_unfinished, replace(wanted, is_unfinished=not wanted.is_unfinished)),
        *(_window(wanted, window) for window in RELEASE),
        *(_pathway(wanted, group, labels) for group in PATHWAYS),
        *(_level(wanted, level) for level in LEVELS),
        Choice("Closed cases", wanted.is_closed, replace(wanted, is_closed=not wanted.is_closed)),
    )


def said(wanted: Wanted, labels: Labels) -> str:
    """What the list is narrowed to, in words; empty where it is not."""
    return " · ".join(_said(wanted, labels))


def is_meant(case: CaseInShort, wanted: Wanted, today: date) -> bool:
    """Whether a case is one of those wanted: what the vault asks of its lines, for lines it could not keep."""
    words = folded(wanted.words).split()
    return all(
        (
            case.is_closed if wanted.is_closed else (bool(words) or not case.is_closed),
            all(word in case.sought for word in words),
            not wanted.is_overdue or (case.late_from is not None and case.late_from < today),
            not wanted.is_unfinished or case.is_unfinished,
            wanted.pathways <= set(case.pathways),
            not wanted.levels or case.level in wanted.levels,
            _is_in_window(case.release_on, wanted.release, today),
        )
    )


def _is_in_window(release: date | None, window: ReleaseWindow | None, today: date) -> bool:
    if window is None or window == "none":
        return window is None or release is None
    return release is not None and today <= release <= today + timedelta(weeks=WEEKS[window])


def _window(wanted: Wanted, window: ReleaseWindow) -> Choice:
    is_chosen = wanted.release == window
    words = RELEASE[window]
    return Choice(f"{words[0].upper()}{words[1:]}", is_chosen, replace(wanted, release=None if is_chosen else window))


def _pathway(wanted: Wanted, group: Group, labels: Labels) -> Choice:
    chosen = replace(wanted, pathways=wanted.pathways ^ {group})
    return Choice(f"A need in {labels.group(group).lower()}", group in wanted.pathways, chosen)


def _level(wanted: Wanted, level: int) -> Choice:
    return Choice(f"Level {level}", level in wanted.levels, replace(wanted, levels=wanted.levels ^ {level}))


def _said(wanted: Wanted, labels: Labels) -> Iterator[str]:
    if one_line(wanted.words):
        yield f"“{one_line(wanted.words)}”"
    if wanted.is_closed:
        yield "closed"
    if wanted.is_overdue:
        yield "overdue"
    if wanted.is_unfinished:
        yield "interview not finished"
    if wanted.release is not None:
        yield RELEASE[wanted.release]
    if wanted.pathways:
        yield f"a need in {' and '.join(labels.group(one).lower() for one in PATHWAYS if one in wanted.pathways)}"
    if wanted.levels:
        yield f"level {' or '.join(str(level) for level in sorted(wanted.levels))}"

"""What the lists are asked for and what they hold, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from bcst_tui.plan.model import Group
from bcst_tui.plan.open_lines import OpenLine
from bcst_tui.script.model import SittingKind
from bcst_tui.vault.values import NotHeldReason, SittingStatus

ReleaseWindow = Literal["12_weeks", "4_weeks", "none"]
WEEKS: dict[ReleaseWindow, int] = {"12_weeks": 12, "4_weeks": 4}


@dataclass(frozen=True)
class Wanted:
    """Which cases are looked for; every part narrows them down, but of levels either will do.

    `words` are looked for in references, names and prison numbers; while there are any, among closed cases too.
    """

    words: str = field(default="", repr=False)
    is_overdue: bool = False
    is_unfinished: bool = False
    release: ReleaseWindow | None = None
    pathways: frozenset[Group] = frozenset()
    levels: frozenset[int] = frozenset()
    is_closed: bool = False


@dataclass(frozen=True)
class CaseInShort:
    """One case as lists know it; `worked_out_on` where some of it was derived for that day and not read."""

    person_id: int
    sought: str = field(repr=False)
    is_closed: bool = False
    is_unfinished: bool = False
    late_from: date | None = None
    release_on: date | None = None
    pathways: tuple[Group, ...] = ()
    level: int = 1
    worked_out_on: date | None = None
    sitting_kind: SittingKind | None = None
    sitting_status: SittingStatus | None = None
    saved_at: datetime | None = None
    lines: tuple[OpenLine, ...] = ()


@dataclass(frozen=True)
class NotHeld:
    """A meeting that did not happen: when, why, and the day it is tried again."""

    person_id: int
    on: date
    reason: NotHeldReason
    noted_at: datetime
    by: str = field(repr=False)
    words: str = field(default="", repr=False)
    next_attempt: date | None = None

"""What the vault keeps of a plan's life, as values: its edits, and each time somebody came back."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, datetime

from bcst_tui.plan.comparing import Change


@dataclass(frozen=True)
class PlanEdit:
    """One change to a plan: who made it, when and why. The answers themselves have no role."""

    sitting_id: int
    version: int
    at: datetime
    on: date
    by: str = dataclasses.field(repr=False)
    role: str
    why: str = dataclasses.field(repr=False)
    change: Change = dataclasses.field(repr=False)


@dataclass(frozen=True)
class Stay:
    """A time in prison after the first; sittings numbered above `after_sitting` belong to it or to a later one."""

    person_id: int
    began_on: date
    released_on: date
    is_within_six_months: bool
    after_sitting: int


def stay_on(stays: list[Stay], day: date) -> int:
    """Which time in prison a day belongs to: 0 is the first; the day somebody came back begins the new one."""
    return sum(1 for one in stays if one.began_on <= day)


def stay_of(stays: list[Stay], sitting_id: int) -> int:
    """Which time in prison a sitting belongs to: 0 is the first."""
    return sum(1 for one in stays if one.after_sitting < sitting_id)

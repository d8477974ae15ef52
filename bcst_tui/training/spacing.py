"""When to rehearse again: a suggestion, as the evidence for it is thin (one study, 31 nursing students)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

RECALL = (
    "What did you do last time at the moment it mattered most?",
    "Which one thing had you set out to try?",
)
"""Asked before the next rehearsal opens; the answers are the trainee's own and are kept nowhere."""


RECALL_HINT = "By heart, as well as you can. Nothing of it is kept."


def recall_before(today: date, held: Iterable[date]) -> tuple[str, ...]:
    """The two questions that open a rehearsal; none before a first one, nor on a day on which one was held."""
    days = tuple(held)
    return RECALL if days and max(days) < today else ()


@dataclass(frozen=True)
class Suggested:
    """A day to rehearse again, and roughly how long after the first."""

    on: date
    about: str


def suggested(after: date) -> tuple[Suggested, ...]:
    """About a week, a month and three months on."""
    return (
        Suggested(after + timedelta(days=7), "a week"),
        Suggested(_months_on(after, 1), "a month"),
        Suggested(_months_on(after, 3), "three months"),
    )


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

"""Sharing without consent: a recorded decision, for one of six reasons, of the least that is necessary (R83, R86)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal, get_args

from bcst_tui.interview.rejection import Rejection
from bcst_tui.reference.audience import Matrix
from bcst_tui.text import one_line

Limit = Literal["child", "other_adult", "vulnerable_adult", "self_harm", "court_order", "prison_or_crime"]
LIMITS: tuple[Limit, ...] = get_args(Limit)
LONGEST = 500


@dataclass(frozen=True)
class Gateway:
    """One such decision: to whom, why, what, by whom, and whether the person was told. It opens its rows once."""

    limit: Limit
    told_to: str = field(repr=False)
    facts: str = field(repr=False)
    rows: tuple[str, ...]
    decided_by: str = field(repr=False)
    decided_on: date
    person_told: bool
    review_on: date
    why_not_told: str = field(default="", repr=False)
    used_at: datetime | None = None
    id: int = 0


def rows_to_open(matrix: Matrix) -> tuple[str, ...]:
    """The rows such a decision may name."""
    return tuple(row.id for row in matrix.rows.values() if row.part == "ordinary" and row.code_for("STAT") == "G")


def checked(gateway: Gateway, matrix: Matrix, worker: Collection[str], today: date) -> Gateway | Rejection:
    """The decision as it can be kept, or what is missing; `worker`: the name and role of who writes it down."""
    tidy = replace(
        gateway,
        told_to=one_line(gateway.told_to),
        facts=one_line(gateway.facts),
        decided_by=one_line(gateway.decided_by),
        why_not_told=one_line(gateway.why_not_told),
        rows=tuple(dict.fromkeys(gateway.rows)),
    )
    if tidy.limit not in LIMITS:
        return Rejection("Choose which of the six reasons it is; there is no other.")
    if not tidy.rows or not set(tidy.rows) <= set(rows_to_open(matrix)):
        return Rejection("Tick what is shared: the least that is needed, and at least one thing.")
    for words, missing in (
        (tidy.told_to, "Write who is told: the police, children's services, a court."),
        (tidy.facts, "Write in a few words what it rests on."),
        (tidy.decided_by, "Write who decided, by role."),
    ):
        if not words:
            return Rejection(missing)
    if max(len(tidy.told_to), len(tidy.facts), len(tidy.decided_by), len(tidy.why_not_told)) > LONGEST:
        return Rejection(f"Keep each to {LONGEST} letters.")
    if tidy.decided_by.casefold() in {one_line(one).casefold() for one in worker}:
        return Rejection("The safeguarding lead decides, not the worker alone. Write who decided.")
    if not tidy.person_told and not tidy.why_not_told:
        return Rejection("The person was not told: write why not.")
    if tidy.review_on < today:
        return Rejection("The day it is looked at again is over. Choose today or a later day.")
    return tidy

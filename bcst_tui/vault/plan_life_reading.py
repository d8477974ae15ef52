"""Checks, deliveries and referrals of a plan out of their tables; equal to what went in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from sqlmodel import Session, col, select

from bcst_tui.plan.model import Check, Delivery, DueDate, Referral, ReferralStep
from bcst_tui.vault.plan_life_tables import (
    DeliveryRow,
    FollowUpCheck,
    ReferralAudience,
    ReferralRow,
    ReferralStepRow,
)

T = TypeVar("T")


def read_checks(session: Session, follow_ups: Iterable[int | None]) -> Mapping[int | None, tuple[Check, ...]]:
    """The checks of each of these follow-ups that has any."""
    found: dict[int | None, list[Check]] = defaultdict(list)
    for row in _under(session, FollowUpCheck, "follow_up_id", follow_ups):
        found[row.follow_up_id].append(Check(row.on_day, row.done_by, cast(Any, row.outcome), row.next_step))
    return {follow_up: tuple(checks) for follow_up, checks in found.items()}


def read_deliveries(session: Session, activities: Mapping[int | None, str]) -> tuple[Delivery, ...]:
    """Everything done of these actions, in its order."""
    rows = _under(session, DeliveryRow, "action_id", activities)
    return tuple(
        Delivery(activities[row.action_id], row.need, row.on_day, row.by_role, row.what, cast(Any, row.extent))
        for row in sorted(rows, key=lambda one: one.position)
    )


def read_referrals(session: Session, activities: Mapping[int | None, str]) -> tuple[Referral, ...]:
    """Every referral for these actions with its steps, in its order."""
    rows = sorted(_under(session, ReferralRow, "action_id", activities), key=lambda one: one.position)
    ids = [row.id for row in rows]
    steps: dict[int | None, list[ReferralStep]] = defaultdict(list)
    for step in _under(session, ReferralStepRow, "referral_id", ids):
        steps[step.referral_id].append(ReferralStep(cast(Any, step.status), step.on_day, step.done_by, step.words))
    audiences: dict[int | None, list[str]] = defaultdict(list)
    for each in _under(session, ReferralAudience, "referral_id", ids):
        audiences[each.referral_id].append(each.audience)
    return tuple(
        Referral(
            number=row.number,
            service=row.service,
            service_name=row.service_name,
            activity=activities[row.action_id],
            steps=tuple(steps[row.id]),
            audiences=tuple(audiences[row.id]),
            check=DueDate(row.check_clock, row.check_on, row.check_note),
            status=cast(Any, row.status),
            given_how=cast(Any, row.given_how),
            tier=row.tier,
            caseload=cast(Any, row.caseload),
            caseload_on=row.caseload_on,
        )
        for row in rows
    )


def _under(session: Session, table: type[T], parent: str, ids: Iterable[int | None]) -> list[T]:
    """Rows of a table below these parents, in order."""
    named = cast(Any, table)
    link = getattr(named, parent)
    wanted = list(ids)
    if not wanted:
        return []
    return list(session.exec(select(table).where(link.in_(wanted)).order_by(link, col(named.position))))

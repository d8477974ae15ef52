"""Checks, deliveries and referrals of a plan into their tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlmodel import Session

from bcst_tui.plan.model import Check, Delivery, Referral
from bcst_tui.vault.plan_life_tables import (
    DeliveryRow,
    FollowUpCheck,
    ReferralAudience,
    ReferralRow,
    ReferralStepRow,
)


def write_checks(session: Session, follow_up_id: int, checks: Sequence[Check]) -> None:
    session.add_all(
        FollowUpCheck(
            follow_up_id=follow_up_id,
            position=at,
            on_day=one.on,
            done_by=one.by,
            outcome=one.outcome,
            next_step=one.next_step,
        )
        for at, one in enumerate(checks)
    )


def write_deliveries(session: Session, deliveries: Iterable[Delivery], actions: Mapping[str, int]) -> None:
    session.add_all(
        DeliveryRow(
            action_id=actions[one.activity],
            position=at,
            need=one.need,
            on_day=one.on,
            by_role=one.by_role,
            what=one.what,
            extent=one.extent,
        )
        for at, one in enumerate(deliveries)
    )


def write_referrals(session: Session, referrals: Iterable[Referral], actions: Mapping[str, int]) -> None:
    for place, referral in enumerate(referrals):
        row = _row(place, referral, actions[referral.activity])
        session.add(row)
        session.flush()
        assert row.id is not None
        referral_id = row.id
        session.add_all(
            ReferralStepRow(
                referral_id=referral_id, position=at, status=one.status, on_day=one.on, done_by=one.by, words=one.words
            )
            for at, one in enumerate(referral.steps)
        )
        session.add_all(
            ReferralAudience(referral_id=referral_id, position=at, audience=audience)
            for at, audience in enumerate(referral.audiences)
        )


def _row(place: int, referral: Referral, action_id: int) -> ReferralRow:
    return ReferralRow(
        action_id=action_id,
        position=place,
        number=referral.number,
        service=referral.service,
        service_name=referral.service_name,
        status=referral.status,
        given_how=referral.given_how,
        tier=referral.tier,
        caseload=referral.caseload,
        caseload_on=referral.caseload_on,
        check_clock=referral.check.clock,
        check_on=referral.check.on,
        check_note=referral.check.note,
    )

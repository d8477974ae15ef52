"""Checks, deliveries and referrals of a plan into their tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bcst_tui.plan.model import Check, Delivery, Referral
from bcst_tui.vault.bulk_rows import BulkRows
from bcst_tui.vault.plan_life_tables import (
    DeliveryRow,
    FollowUpCheck,
    ReferralAudience,
    ReferralRow,
    ReferralStepRow,
)


def write_checks(rows: BulkRows, follow_up_id: int, checks: Sequence[Check]) -> None:
    for at, one in enumerate(checks):
        rows.add(
            FollowUpCheck,
            follow_up_id=follow_up_id,
            position=at,
            on_day=one.on,
            done_by=one.by,
            outcome=one.outcome,
            next_step=one.next_step,
        )


def write_deliveries(rows: BulkRows, deliveries: Iterable[Delivery], actions: Mapping[str, int]) -> None:
    for at, one in enumerate(deliveries):
        rows.add(
            DeliveryRow,
            action_id=actions[one.activity],
            position=at,
            need=one.need,
            on_day=one.on,
            by_role=one.by_role,
            what=one.what,
            extent=one.extent,
        )


def write_referrals(rows: BulkRows, referrals: Iterable[Referral], actions: Mapping[str, int]) -> None:
    for place, referral in enumerate(referrals):
        referral_id = _referral(rows, place, referral, actions[referral.activity])
        for at, one in enumerate(referral.steps):
            rows.add(
                ReferralStepRow,
                referral_id=referral_id,
                position=at,
                status=one.status,
                on_day=one.on,
                done_by=one.by,
                words=one.words,
            )
        for at, audience in enumerate(referral.audiences):
            rows.add(ReferralAudience, referral_id=referral_id, position=at, audience=audience)


def _referral(rows: BulkRows, place: int, referral: Referral, action_id: int) -> int:
    return rows.numbered(
        ReferralRow,
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

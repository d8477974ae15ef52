"""The tables of how a plan is carried out: checks, deliveries, referrals and their steps.

Like `tables`, without `from __future__ import annotations`.
"""

from datetime import date
from typing import get_args

import sqlalchemy as sa

from bcst_tui.plan.model import CaseloadCheck, ConsentGivenHow, DeliveryExtent, FollowUpOutcome, ReferralStatus
from bcst_tui.vault.columns import day, key, number, one_of, part_of, text
from bcst_tui.vault.tables import STRICT, Row


class FollowUpCheck(Row, table=True):
    __tablename__ = "follow_up_check"
    follow_up_id: int = part_of("follow_up", primary=True)
    position: int = number(primary=True)
    on_day: date = day()
    done_by: str = text()
    outcome: str = one_of("outcome", get_args(FollowUpOutcome))
    next_step: str = text()


class DeliveryRow(Row, table=True):
    """Something done of an action; the need may have gone since, so it is a word and no link."""

    __tablename__ = "delivery"
    id: int | None = key()
    action_id: int = part_of("action")
    position: int = number()
    need: str = text()
    on_day: date = day()
    by_role: str = text()
    what: str = text()
    extent: str = one_of("extent", get_args(DeliveryExtent))


class ReferralRow(Row, table=True):
    """A service asked to take somebody on, for one action."""

    __tablename__ = "referral"
    __table_args__ = (sa.CheckConstraint("tier BETWEEN 1 AND 4"), STRICT)
    id: int | None = key()
    action_id: int = part_of("action")
    position: int = number()
    tier: int | None = number(optional=True)
    number: int = number()
    service: str = text()
    service_name: str = text()
    status: str = one_of("status", get_args(ReferralStatus))
    given_how: str | None = one_of("given_how", get_args(ConsentGivenHow), optional=True)
    caseload: str = one_of("caseload", get_args(CaseloadCheck))
    caseload_on: date | None = day(optional=True)
    check_clock: str = text()
    check_on: date | None = day(optional=True)
    check_note: str = text()


class ReferralStepRow(Row, table=True):
    __tablename__ = "referral_step"
    referral_id: int = part_of("referral", primary=True)
    position: int = number(primary=True)
    status: str = one_of("status", get_args(ReferralStatus))
    on_day: date = day()
    done_by: str = text()
    words: str = text()


class ReferralAudience(Row, table=True):
    __tablename__ = "referral_audience"
    referral_id: int = part_of("referral", primary=True)
    position: int = number(primary=True)
    audience: str = text()

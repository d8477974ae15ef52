"""The tables of consent: what was agreed, who is never told, safe contact, gateway records, shares, requests.

Like `tables`, without `from __future__ import annotations`.
"""

from datetime import date, datetime
from typing import get_args

import sqlalchemy as sa

from bcst_tui.disclosure.consent import ConsentStatus, GivenHow
from bcst_tui.disclosure.gateway import Limit
from bcst_tui.disclosure.shares import Basis
from bcst_tui.reference.agency import ORDINARY_TOPICS
from bcst_tui.vault.columns import day, flag, key, moment, number, one_of, part_of, text
from bcst_tui.vault.tables import STRICT, Row


class ConsentRow(Row, table=True):
    """One version of a consent; only ever added. A merge may carry it to another person."""

    __tablename__ = "consent"
    __table_args__ = (
        sa.CheckConstraint("depth BETWEEN 0 AND 4 AND (depth = 0 OR status = 'given')"),
        sa.CheckConstraint("status != 'given' OR until IS NOT NULL"),
        STRICT,
    )
    id: int | None = key()
    person_id: int = part_of("person")
    at: datetime = moment()
    agency: str = text()
    topic: str = one_of("topic", ORDINARY_TOPICS)
    status: str = one_of("status", get_args(ConsentStatus))
    depth: int = number()
    purpose: str = text()
    which: str = text()
    given_how: str | None = one_of("given_how", get_args(GivenHow), optional=True)
    given_on: date = day()
    until: date | None = day(optional=True)
    withdrawn_on: date | None = day(optional=True)
    text_shown: str = text()
    by_answer: bool = flag("by_answer")


class NeverToldRow(Row, table=True):
    """An agency the person put on the list of those never to be told, or took off it; the last one stands."""

    __tablename__ = "never_told"
    id: int | None = key()
    person_id: int = part_of("person")
    at: datetime = moment()
    agency: str = text()
    stands: bool = flag("stands")


class SafeContactRow(Row, table=True):
    """One version of how to get in touch safely; only ever added."""

    __tablename__ = "safe_contact"
    id: int | None = key()
    person_id: int = part_of("person")
    at: datetime = moment()
    set_on: date = day()
    checked_on: date = day()
    ended: bool = flag("ended")
    details: str = text()


class GatewayRow(Row, table=True):
    """A decision to share without consent; it opens its rows for one paper."""

    __tablename__ = "gateway_record"
    __table_args__ = (sa.CheckConstraint("person_told = 1 OR why_not_told != ''"), STRICT)
    id: int | None = key()
    person_id: int = part_of("person")
    at: datetime = moment()
    decided_on: date = day()
    limit: str = one_of("limit", get_args(Limit))
    told_to: str = text()
    facts: str = text()
    rows: str = text()
    decided_by: str = text()
    person_told: bool = flag("person_told")
    why_not_told: str = text()
    review_on: date = day()
    used_at: datetime | None = moment(optional=True)


class ShareRow(Row, table=True):
    """A paper that went to somebody: never its text, only its fingerprint."""

    __tablename__ = "share"
    id: int | None = key()
    person_id: int = part_of("person")
    at: datetime = moment()
    on_day: date = day()
    audience: str = text()
    sent_to: str = text()
    which: str = text()
    basis: str = one_of("basis", get_args(Basis))
    topics: str = text()
    file_name: str = text()
    fingerprint: str = text()


class RecordRequestRow(Row, table=True):
    """A person's request to see what is kept about them."""

    __tablename__ = "record_request"
    id: int | None = key()
    person_id: int = part_of("person")
    at: datetime = moment()
    received_on: date = day()
    shown_on: date | None = day(optional=True)

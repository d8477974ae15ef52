"""What was agreed, by whom it must not be known, how to get in touch, what was shared, and who asked to see it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, cast

from sqlmodel import Session, col, select

from bcst_tui.disclosure.consent import Consent, ConsentStatus, GivenHow
from bcst_tui.disclosure.gateway import Gateway, Limit
from bcst_tui.disclosure.safe_contact import SafeContact
from bcst_tui.disclosure.shares import Basis, Share
from bcst_tui.reference.audience import AudienceCode
from bcst_tui.vault.closed import refuse_closed
from bcst_tui.vault.consent_tables import (
    ConsentRow,
    GatewayRow,
    NeverToldRow,
    RecordRequestRow,
    SafeContactRow,
    ShareRow,
)
from bcst_tui.vault.records_people import NotInVault

KEPT_APART = ("set_on", "checked_on", "ended", "version")


@dataclass(frozen=True)
class RecordRequest:
    """A person asked to see what is kept about them (R84)."""

    id: int
    person_id: int
    received_on: date
    shown_on: date | None = None


@dataclass(frozen=True)
class ConsentRecords:
    _session: Session = field(repr=False)

    def add(self, person_id: int, consent: Consent, at: datetime) -> None:
        """The next version of a consent. Raises CaseClosed."""
        refuse_closed(self._session, person_id)
        self._session.add(
            ConsentRow(
                person_id=person_id,
                at=at,
                agency=consent.agency,
                topic=consent.topic,
                status=consent.status,
                depth=consent.depth,
                purpose=consent.purpose,
                which=consent.which,
                given_how=consent.given_how,
                given_on=consent.given_on,
                until=consent.until,
                withdrawn_on=consent.withdrawn_on,
                text_shown=consent.text_shown,
                by_answer=consent.by_answer,
            )
        )
        self._session.flush()

    def of(self, person_id: int) -> tuple[Consent, ...]:
        """Every version, oldest first, each numbered within its agency and topic."""
        found = select(ConsentRow).where(col(ConsentRow.person_id) == person_id)
        counted: dict[tuple[str, str], int] = {}
        versions = []
        for row in self._session.exec(found.order_by(col(ConsentRow.at), col(ConsentRow.id))):
            place = (row.agency, row.topic)
            counted[place] = counted.get(place, 0) + 1
            versions.append(_consent(row, counted[place]))
        return tuple(versions)

    def put_on_list(self, person_id: int, agency: str, stands: bool, at: datetime) -> None:
        """An agency never to be told, or taken off that list. Raises CaseClosed."""
        refuse_closed(self._session, person_id)
        self._session.add(NeverToldRow(person_id=person_id, at=at, agency=agency, stands=stands))
        self._session.flush()

    def never_told(self, person_id: int) -> tuple[str, ...]:
        """The agencies that are never to be told."""
        found = select(NeverToldRow).where(col(NeverToldRow.person_id) == person_id)
        rows = self._session.exec(found.order_by(col(NeverToldRow.at), col(NeverToldRow.id)))
        stands = {row.agency: row.stands for row in rows}
        return tuple(agency for agency, on_it in stands.items() if on_it)

    def set_safe_contact(self, person_id: int, contact: SafeContact, at: datetime) -> None:
        """The next version. Raises CaseClosed."""
        refuse_closed(self._session, person_id)
        terms = {name: value for name, value in asdict(contact).items() if name not in KEPT_APART}
        self._session.add(
            SafeContactRow(
                person_id=person_id,
                at=at,
                set_on=contact.set_on,
                checked_on=contact.checked_on,
                ended=contact.ended,
                details=json.dumps(terms, default=date.isoformat, ensure_ascii=False),
            )
        )
        self._session.flush()

    def safe_contacts(self, person_id: int) -> tuple[SafeContact, ...]:
        """Every version, oldest first."""
        found = select(SafeContactRow).where(col(SafeContactRow.person_id) == person_id)
        rows = self._session.exec(found.order_by(col(SafeContactRow.at), col(SafeContactRow.id)))
        return tuple(_safe_contact(row, version) for version, row in enumerate(rows, 1))

    def safe_contact(self, person_id: int) -> SafeContact | None:
        """The latest version, whether or not it can still be used."""
        return next(reversed(self.safe_contacts(person_id)), None)

    def add_gateway(self, person_id: int, gateway: Gateway, at: datetime) -> Gateway:
        """Keep a decision to share without consent."""
        row = GatewayRow(
            person_id=person_id,
            at=at,
            decided_on=gateway.decided_on,
            limit=gateway.limit,
            told_to=gateway.told_to,
            facts=gateway.facts,
            rows=" ".join(gateway.rows),
            decided_by=gateway.decided_by,
            person_told=gateway.person_told,
            why_not_told=gateway.why_not_told,
            review_on=gateway.review_on,
        )
        self._session.add(row)
        self._session.flush()
        return _gateway(row)

    def gateways(self, person_id: int) -> tuple[Gateway, ...]:
        """Every such decision, oldest first."""
        found = select(GatewayRow).where(col(GatewayRow.person_id) == person_id).order_by(col(GatewayRow.id))
        return tuple(_gateway(row) for row in self._session.exec(found))

    def use_gateway(self, gateway_id: int, at: datetime) -> None:
        """It has opened its rows for one paper, and opens them no more."""
        row = self._session.get(GatewayRow, gateway_id)
        if row is None:
            raise NotInVault(f"no gateway record {gateway_id}")
        row.used_at = at
        self._session.flush()

    def add_share(self, person_id: int, share: Share, at: datetime) -> int:
        """A paper goes; the number of its note."""
        row = ShareRow(
            person_id=person_id,
            at=at,
            on_day=share.on,
            audience=share.audience,
            sent_to=share.sent_to,
            which=share.which,
            basis=share.basis,
            topics=_written(share.topics),
            file_name=share.file_name,
            fingerprint=share.fingerprint,
        )
        self._session.add(row)
        self._session.flush()
        assert row.id is not None
        return row.id

    def take_out_share(self, number: int) -> None:
        """The paper of this note could not be written, so nothing went."""
        self._session.delete(self._session.get_one(ShareRow, number))
        self._session.flush()

    def shares(self, person_id: int) -> tuple[Share, ...]:
        """Everything that has gone, oldest first."""
        found = select(ShareRow).where(col(ShareRow.person_id) == person_id).order_by(col(ShareRow.id))
        return tuple(_share(row) for row in self._session.exec(found))

    def ask_for_record(self, person_id: int, received_on: date, at: datetime) -> RecordRequest:
        """Note that somebody asked to see their record; a closed case takes it too."""
        row = RecordRequestRow(person_id=person_id, at=at, received_on=received_on)
        self._session.add(row)
        self._session.flush()
        return _request(row)

    def requests(self, person_id: int | None = None, *, is_open: bool = False) -> tuple[RecordRequest, ...]:
        """Every request of one person or of all, the oldest first; `is_open`: those not shown yet."""
        found = select(RecordRequestRow).order_by(col(RecordRequestRow.received_on), col(RecordRequestRow.id))
        if person_id is not None:
            found = found.where(col(RecordRequestRow.person_id) == person_id)
        if is_open:
            found = found.where(col(RecordRequestRow.shown_on).is_(None))
        return tuple(_request(row) for row in self._session.exec(found))

    def show_record(self, request_id: int, on: date) -> RecordRequest:
        """The record was looked at together on that day."""
        row = self._session.get(RecordRequestRow, request_id)
        if row is None:
            raise NotInVault(f"no request {request_id}")
        row.shown_on = on
        self._session.flush()
        return _request(row)


def _consent(row: ConsentRow, version: int) -> Consent:
    return Consent(
        agency=row.agency,
        topic=row.topic,
        status=cast(ConsentStatus, row.status),
        given_on=row.given_on,
        depth=row.depth,
        purpose=row.purpose,
        which=row.which,
        given_how=cast("GivenHow | None", row.given_how),
        until=row.until,
        withdrawn_on=row.withdrawn_on,
        version=version,
        text_shown=row.text_shown,
        by_answer=row.by_answer,
    )


def _safe_contact(row: SafeContactRow, version: int) -> SafeContact:
    terms: dict[str, Any] = json.loads(row.details)
    if terms.get("valid_until"):
        terms["valid_until"] = date.fromisoformat(terms["valid_until"])
    return SafeContact(**terms, set_on=row.set_on, checked_on=row.checked_on, ended=row.ended, version=version)


def _gateway(row: GatewayRow) -> Gateway:
    assert row.id is not None
    return Gateway(
        limit=cast(Limit, row.limit),
        told_to=row.told_to,
        facts=row.facts,
        rows=tuple(row.rows.split()),
        decided_by=row.decided_by,
        decided_on=row.decided_on,
        person_told=row.person_told,
        review_on=row.review_on,
        why_not_told=row.why_not_told,
        used_at=row.used_at,
        id=row.id,
    )


def _share(row: ShareRow) -> Share:
    return Share(
        on=row.on_day,
        audience=cast(AudienceCode, row.audience),
        sent_to=row.sent_to,
        basis=cast(Basis, row.basis),
        topics=_read(row.topics),
        file_name=row.file_name,
        fingerprint=row.fingerprint,
        which=row.which,
    )


def _request(row: RecordRequestRow) -> RecordRequest:
    assert row.id is not None
    return RecordRequest(row.id, row.person_id, row.received_on, row.shown_on)


def _written(topics: Mapping[str, int]) -> str:
    return " ".join(f"{topic}:{depth}" for topic, depth in sorted(topics.items()))


def _read(words: str) -> dict[str, int]:
    pairs = (one.partition(":") for one in words.split())
    return {topic: int(depth) for topic, _, depth in pairs}

"""Requests to see the record (R84), and decisions to share without consent (R83, R86)."""

from __future__ import annotations

from datetime import date, timedelta

from bcst_tui.casebook.consent_values import Gateway, NewGateway, RecordRequestDue, RowToShare
from bcst_tui.casebook.safe_contacts import SafeContacts
from bcst_tui.disclosure.gateway import checked, rows_to_open
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.dates import read_date
from bcst_tui.plan.working_days import working_day_on_or_before
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_consents import RecordRequest

NO_DATE = "That is not a date. Write it like 12/3/2027."


class RecordRequests(SafeContacts):
    """The part of the casebook that answers for the record itself."""

    def ask_for_record(self, case_id: int, received: str = "") -> RecordRequestDue | Rejection:
        """Note that the person asked to see their record, on a day as typed or today."""
        on = read_date(received) if received.strip() else self.today()
        if on is None:
            return Rejection(NO_DATE)
        if on > self.today():
            return Rejection("That day is still to come. Choose today or an earlier day.")
        now = self._surroundings.now()
        with self._vault.session() as records:
            records.log("record_asked_for", records.people.get(case_id).reference, now)
            return self._request_due(records, records.consents.ask_for_record(case_id, on, now))

    def show_record(self, request_id: int, shown: str = "") -> RecordRequestDue | Rejection:
        """The record was looked at together, on a day as typed or today; the full copy is what is shown."""
        on = read_date(shown) if shown.strip() else self.today()
        if on is None:
            return Rejection(NO_DATE)
        with self._vault.session() as records:
            asked = next((one for one in records.consents.requests() if one.id == request_id), None)
            if asked is None or asked.shown_on is not None:
                return Rejection("That request has been settled already.")
            if not asked.received_on <= on <= self.today():
                return Rejection("Choose a day from when it was asked for up to today.")
            records.log("record_shown", records.people.get(asked.person_id).reference, self._surroundings.now())
            return self._request_due(records, records.consents.show_record(request_id, on))

    def requests(self, case_id: int) -> tuple[RecordRequestDue, ...]:
        """Every request of one case, the oldest first."""
        with self._vault.session() as records:
            return tuple(self._request_due(records, one) for one in records.consents.requests(case_id))

    def requests_open(self) -> tuple[RecordRequestDue, ...]:
        """Every request nobody has answered yet, the soonest due first."""
        with self._vault.session() as records:
            found = [self._request_due(records, one) for one in records.consents.requests(is_open=True)]
        return tuple(sorted(found, key=lambda one: one.due))

    def gateways(self, case_id: int) -> tuple[Gateway, ...]:
        """Every decision to share without consent, the oldest first."""
        with self._vault.session() as records:
            return records.consents.gateways(case_id)

    def rows_to_share(self) -> tuple[RowToShare, ...]:
        """What such a decision may open, kind by kind."""
        matrix = self._surroundings.reference.matrix
        return tuple(RowToShare(row, matrix.rows[row].title) for row in rows_to_open(matrix))

    def decide_gateway(self, case_id: int, new: NewGateway) -> Gateway | Rejection:
        """Keep a decision of the lead; it opens its rows for one paper and no more. Never a reason but the six."""
        review = read_date(new.review_on)
        if review is None:
            return Rejection("Write the day it is looked at again, like 12/3/2027.")
        gateway = Gateway(
            limit=new.limit,
            told_to=new.told_to,
            facts=new.facts,
            rows=new.rows,
            decided_by=new.decided_by,
            decided_on=self.today(),
            person_told=new.person_told,
            review_on=review,
            why_not_told="" if new.person_told else new.why_not_told,
        )
        worker = (self.profile.name, self.profile.role)
        ready = checked(gateway, self._surroundings.reference.matrix, worker, self.today())
        if isinstance(ready, Rejection):
            return ready
        with self._vault.session() as records:
            return records.consents.add_gateway(case_id, ready, self._surroundings.now())

    def _request_due(self, records: Records, asked: RecordRequest) -> RecordRequestDue:
        person = records.people.get(asked.person_id)
        due = self._shown_by(asked.received_on)
        is_late = asked.shown_on is None and self.today() > due
        return RecordRequestDue(
            asked.id, person.id, person.reference, person.name_used, asked.received_on, due, is_late, asked.shown_on
        )

    def _shown_by(self, received: date) -> date:
        """21 calendar days after it was received, or the last working day before (R84)."""
        days = self._surroundings.reference.clocks["record_request"].days or 0
        return working_day_on_or_before(received + timedelta(days=days))

"""The safeguarding lead reads one person's private part with a key of their own: why, and whether the person knows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from bcst_tui.casebook.private_papers import PrivatePapers
from bcst_tui.casebook.values import Preview, Sitting
from bcst_tui.disclosure.gateway import Limit
from bcst_tui.disclosure.record_of_sharing import GatewayRecord
from bcst_tui.errors import UsageError
from bcst_tui.text import one_line


@dataclass(frozen=True)
class LeadOpening:
    """Why it is opened, and whether the person is told: they are, unless that makes it less safe."""

    reason: Limit
    person_told: bool
    why_not_told: str = field(default="", repr=False)
    review_on: date | None = None


class LeadOpenings(PrivatePapers):
    """The part of the casebook that accounts for an opening by the lead."""

    def shown_to_lead(self, sitting: Sitting, why: LeadOpening) -> Preview:
        """The record as the lead may read it; that it was opened, and why, is on the disk first. Raises UsageError."""
        because = one_line(why.why_not_told)
        if not why.person_told and not because:
            raise UsageError("The person is told, unless that makes it less safe: then say why not.")
        role, today = self.profile.sealed_reader_role, self.today()
        decision = GatewayRecord(
            why.reason, role, (), role, today, why.person_told, why.review_on or today, because, used_on=today
        )
        with self._vault.session() as records:
            sealed = records.private.of(sitting.case_id)
            record = replace(sealed.record, gateways=(*sealed.record.gateways, decision))
            records.private.keep(sitting.case_id, replace(sealed, record=record))
            records.log("opened_by_lead", sitting.reference, self._surroundings.now())
        return self.private_preview(sitting, "SG")

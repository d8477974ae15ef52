"""The services of a plan as lines: those pointed to with every check, those asked to take somebody on step by step."""

from __future__ import annotations

from collections.abc import Iterator

from bcst_tui.export.dates import in_words
from bcst_tui.export.document import Line, Pathway
from bcst_tui.export.rows import part_of_plan, rows_of_activity
from bcst_tui.export.wording import Wording
from bcst_tui.plan.model import Check, FollowUp, Plan, Referral, ReferralStep, Signpost
from bcst_tui.plan.own_actions import is_own
from bcst_tui.reference.reference import Reference


class ServiceLines:
    """Knows which rows each mention of a service gives away."""

    def __init__(self, plan: Plan, reference: Reference, wording: Wording) -> None:
        self.plan = plan
        self.reference = reference
        self.wording = wording

    def signposts(self) -> Iterator[Line]:
        """Every service the person was pointed to, how, and what came of it (R33)."""
        for signpost in self.plan.signposts:
            rows = rows_of_activity(self.plan, self.reference, signpost.activity, signpost.audiences)
            services = (signpost.service,)
            pathway = Pathway(self._part(signpost.activity), "service", "services")
            yield Line("actions", rows, self._pointed_to(signpost), pathway=pathway, services=services)
            yield Line("actions", rows, self._checked(signpost.follow_up), depth=1, services=services)
            if signpost.safe_to_contact != "not_asked":
                safe = self.reference.label("safe_to_contact", signpost.safe_to_contact)
                yield Line("safe_contact", ("actions", *rows), safe, depth=1, services=services)
            yield from self._checks(signpost, rows)

    def referrals(self) -> Iterator[Line]:
        """Every service asked to take the person on, with each step and its day (R34)."""
        for referral in self.plan.referrals:
            rows = rows_of_activity(self.plan, self.reference, referral.activity, referral.audiences)
            services = (referral.service,)
            pathway = Pathway(self._part(referral.activity), "referral", "referrals")
            status = self.reference.label("referral_status", referral.status).lower()
            head = f"{referral.service_name}{self._code(referral.activity)}: {status}"
            yield Line("actions", rows, head, pathway=pathway, services=services)
            for words in self._about(referral):
                yield Line("actions", rows, words, depth=1, services=services)
            for step in referral.steps:
                yield Line("actions", rows, self._step(step), depth=1, services=services)
                if step.words:
                    yield Line("worker_notes", ("actions", *rows), f"worker: {step.words}", depth=2, services=services)

    def _about(self, referral: Referral) -> Iterator[str]:
        if referral.tier:
            yield f"Tier {referral.tier} of treatment"
        if referral.given_how and not self.wording.is_plain:
            yield f"The person agreed: {self.reference.label('consent_given_how', referral.given_how).lower()}"
        if referral.caseload_on and not self.wording.is_plain:
            caseload = self.reference.label("caseload_check", referral.caseload).lower()
            yield f"Asked whether they know the person: {caseload}, {in_words(referral.caseload_on)}"
        if referral.check.on:
            note = f". {referral.check.note}" if referral.check.note else ""
            yield f"Looked into next: {in_words(referral.check.on)}{note}"
        elif referral.check.note:
            yield referral.check.note

    def _step(self, step: ReferralStep) -> str:
        status = self.reference.label("referral_status", step.status)
        return f"{status}, {in_words(step.on)}{self._by(step.by)}"

    def _checks(self, signpost: Signpost, rows: tuple[str, ...]) -> Iterator[Line]:
        """Each check before the last word, and what was to happen next; of the last, what happens next."""
        follow_up, services = signpost.follow_up, (signpost.service,)
        for one in follow_up.checks:
            yield Line("actions", rows, self._heard(one), depth=1, services=services)
            if one.next_step:
                yield Line("worker_notes", ("actions", *rows), f"next: {one.next_step}", depth=2, services=services)
        if follow_up.next_step and follow_up.next_step not in {one.next_step for one in follow_up.checks}:
            yield Line("worker_notes", rows, f"next: {follow_up.next_step}", depth=1, services=services)

    def _heard(self, check: Check) -> str:
        outcome = self.reference.label("follow_up_outcome", check.outcome)
        return f"Asked, {in_words(check.on)}{self._by(check.by)}: {outcome}"

    def _pointed_to(self, signpost: Signpost) -> str:
        how = self.reference.label("signpost_how", signpost.how).lower()
        named = f"{signpost.service_name}{self._code(signpost.activity)}"
        return f"{named}: {how}, {in_words(signpost.given_on)}"

    def _checked(self, follow_up: FollowUp) -> str:
        outcome = (
            self.reference.label("follow_up_status", follow_up.status)
            if follow_up.outcome is None
            else self.reference.label("follow_up_outcome", follow_up.outcome)
        )
        return f"Check by {in_words(follow_up.due.on, 'a day not set yet')}: {outcome}"

    def _part(self, activity: str) -> str:
        return part_of_plan(self.plan, self.reference, activity)

    def _code(self, activity: str) -> str:
        return "" if self.wording.is_plain or is_own(activity) else f" ({activity})"

    def _by(self, role: str) -> str:
        return f", {role}" if role and not self.wording.is_plain else ""

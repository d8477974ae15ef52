"""How a plan is carried out: what was done, who was pointed to or referred where, and what came of it."""

from __future__ import annotations

from datetime import date

from bcst_tui.casebook.papers import Papers, which_one
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.consent import ConsentStatus, depths, latest
from bcst_tui.disclosure.safe_contact import may_be_reached
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan import deliveries, follow_ups, referrals
from bcst_tui.plan.case_dates import case_dates
from bcst_tui.plan.due_dates import signpost_follow_up
from bcst_tui.plan.model import (
    CaseloadCheck,
    ConsentGivenHow,
    DeliveryExtent,
    FollowUpOutcome,
    Plan,
    Referral,
    ReferralStatus,
    SafeToContact,
    Signpost,
    SignpostHow,
    Stamp,
)
from bcst_tui.plan.ways_on import WayOn, steps_of, ways_on

NO_LONGER: tuple[ConsentStatus, ...] = ("refused", "withdrawn")
NOT_SENT_YET: tuple[ReferralStatus, ...] = ("drafted", "consented")


class CarryingOut(Papers):
    """The part of the casebook that writes down what becomes of a plan; each with today and the worker's role."""

    def deliver(
        self,
        sitting: Sitting,
        activity: str,
        what: str,
        extent: DeliveryExtent,
        *,
        need: str = "",
        on: str = "",
        closes: bool = False,
        meets: bool = False,
    ) -> Plan | Rejection:
        """Write down something done of an action; done in full it may end the action and meet the need (R31)."""
        day = deliveries.day_done(on, self.today())
        if isinstance(day, Rejection):
            return day
        stamp = Stamp(day, self.profile.role)
        return self._edited(
            sitting,
            lambda plan: deliveries.deliver(plan, activity, what, extent, stamp, need, closes=closes, meets=meets),
        )

    def point_to(
        self, sitting: Sitting, service: str, activity: str, how: SignpostHow, safe: SafeToContact = "not_asked"
    ) -> Plan | Rejection:
        """Note that the person was pointed to a service today; its follow-up comes with it (R33)."""
        release = case_dates(sitting.whole.known).release
        reference = self._surroundings.reference
        said = self._as_agreed(sitting, release) if safe == "not_asked" else safe
        return self._edited(
            sitting,
            lambda plan: follow_ups.point_to(plan, reference, service, activity, self.today(), release, how, said),
        )

    def _as_agreed(self, sitting: Sitting, release: date | None) -> SafeToContact:
        """What the person's own terms say of getting in touch, if they gave any (J03)."""
        with self._vault.session() as records:
            return may_be_reached(records.consents.safe_contact(sitting.case_id), self.today(), release)

    def say_safe(self, sitting: Sitting, service: str, activity: str, safe: SafeToContact) -> Plan | Rejection:
        """Say whether we may ring or write about a service."""
        return self._edited(sitting, lambda plan: follow_ups.say_safe(plan, service, activity, safe))

    def date_follow_up(self, sitting: Sitting, service: str, activity: str, due: str) -> Plan | Rejection:
        """Say when a service is asked about again (K04)."""
        return self._edited(sitting, lambda plan: follow_ups.date_follow_up(plan, service, activity, due, self.today()))

    def day_to_ask_again(self, sitting: Sitting) -> str:
        """The day that is offered for asking again, ready to be typed over (R33)."""
        release = case_dates(sitting.whole.known).release
        due = signpost_follow_up(self.today(), release, self._surroundings.reference.clocks)
        return f"{due.on:%d/%m/%Y}" if due.on else ""

    def close_signpost(
        self,
        sitting: Sitting,
        service: str,
        activity: str,
        outcome: FollowUpOutcome,
        next_step: str = "",
        *,
        ask_again: str = "",
        instead: str = "",
        at_review: bool = False,
    ) -> Plan | Rejection:
        """Write down what came of a signpost; some outcomes demand what happens next (R32, R73).

        With a day to ask again, or at the review, it stays open; with another service `instead`, the person is
        pointed to that one.
        """
        reference, stamp = self._surroundings.reference, self._stamp
        release = case_dates(sitting.whole.known).release
        named = reference.services.get(instead)
        safe = self._as_agreed(sitting, release)
        step = next_step or (f"Pointed to {named.name} instead." if named else "")

        def edit(plan: Plan) -> Plan | Rejection:
            closed = follow_ups.close_signpost(
                plan,
                service,
                outcome,
                reference,
                step,
                activity,
                stamp=stamp,
                ask_again=ask_again,
                at_review=at_review,
            )
            if isinstance(closed, Rejection) or not instead:
                return closed
            return follow_ups.point_to(closed, reference, instead, activity, stamp.on, release, safe=safe)

        return self._edited(sitting, edit)

    def ways_on(self, sitting: Sitting, plan: Plan, signpost: Signpost, outcome: FollowUpOutcome) -> tuple[WayOn, ...]:
        """What is offered to come next after this outcome."""
        return ways_on(plan, signpost, outcome, self.day_to_ask_again(sitting), self.today())

    def draft_referral(
        self, sitting: Sitting, service: str, activity: str, tier: int | None = None
    ) -> Plan | Rejection:
        """Begin a referral; nothing leaves yet."""
        reference, stamp = self._surroundings.reference, self._stamp
        return self._edited(sitting, lambda plan: referrals.draft(plan, reference, service, activity, stamp, tier))

    def move_referral(
        self,
        sitting: Sitting,
        number: int,
        status: ReferralStatus,
        *,
        words: str = "",
        given_how: ConsentGivenHow | None = None,
    ) -> Plan | Rejection:
        """Write down the next step of a referral; it is sent only with the person's yes (R43)."""
        reference, dates = self._surroundings.reference, case_dates(sitting.whole.known)
        named = next((one for one in self.plan(sitting).referrals if one.number == number), None)
        if named is not None and status == "sent" and (refused := self._why_not_to(sitting.case_id, named)):
            return Rejection(refused)
        agreed = named is not None and self.may_refer(sitting.case_id, named.service, named.activity) is True

        def edit(plan: Plan) -> Plan | Rejection:
            return referrals.go_on(
                plan,
                number,
                status,
                reference,
                dates,
                self._stamp,
                words=words,
                given_how=given_how,
                consented=agreed,
            )

        return self._edited(sitting, edit)

    def may_refer(self, case_id: int, agency: str, activity: str) -> bool | Rejection:
        """Whether a consent that holds lets this be sent; what keeps consents says so in its own part."""
        return False

    def _why_not_to(self, case_id: int, referral: Referral) -> str:
        """Why nothing goes to this service, whatever was agreed before: it is never to be told, or the yes is gone."""
        if refused := self.check_before(case_id, referral.service_name):
            return refused
        agencies = self._surroundings.reference.agencies.values()
        meant = [one for one in agencies if referral.service == one.id or referral.service in one.services]
        with self._vault.session() as records:
            held = records.consents.of(case_id)
            for one in meant:
                if never := self._why_never(records, case_id, one, which_one(held, one.id)):
                    return never
                said = {each.status for (agency, _), each in latest(held).items() if agency == one.id}
                if said & set(NO_LONGER) and not depths(held, self.today(), one.id):
                    return f"The person does not want {one.title} to be told. Ask again before anything is sent."
        return ""

    def say_caseload(self, sitting: Sitting, number: int, answer: CaseloadCheck) -> Plan | Rejection:
        """Write down whether a service knows the person already (R101)."""
        return self._edited(sitting, lambda plan: referrals.say_caseload(plan, number, answer, self.today()))

    def date_referral(self, sitting: Sitting, number: int, due: str) -> Plan | Rejection:
        """Say when a referral is looked into next."""
        return self._edited(sitting, lambda plan: referrals.date_check(plan, number, due, self.today()))

    def referral_steps(self, plan: Plan, referral: Referral) -> tuple[ReferralStatus, ...]:
        """Where a referral can go from here."""
        return steps_of(plan, referral, self._surroundings.reference)

    def asks_if_known(self, plan: Plan, referral: Referral) -> bool:
        """Whether this second referral is not sent before the service says if it knows the person (R101)."""
        reference = self._surroundings.reference
        return referral.status in NOT_SENT_YET and referrals.needs_caseload_check(plan, referral, reference)

    @property
    def _stamp(self) -> Stamp:
        return Stamp(self.today(), self.profile.role)

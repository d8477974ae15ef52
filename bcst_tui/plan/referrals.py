"""Referrals: a service asked to take somebody on, step by step, each with its day (R34, R43, R59, R101)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import get_args

from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.due_dates import (
    AGREED,
    THEN_EVERY,
    agreed_day,
    housing_referral,
    housing_referral_checks,
    signpost_follow_up,
)
from bcst_tui.plan.edits import LONGEST
from bcst_tui.plan.evidence import unique
from bcst_tui.plan.follow_ups import row_of, row_of_name
from bcst_tui.plan.model import (
    Action,
    CaseloadCheck,
    ConsentGivenHow,
    DueDate,
    Plan,
    Referral,
    ReferralStatus,
    ReferralStep,
    Stamp,
)
from bcst_tui.plan.own_actions import is_own
from bcst_tui.plan.working_days import working_days_after
from bcst_tui.reference.reference import Reference
from bcst_tui.text import one_line

GOES_ON_TO: Mapping[ReferralStatus, tuple[ReferralStatus, ...]] = {
    "drafted": ("consented", "sent", "withdrawn"),
    "consented": ("sent", "withdrawn"),
    "sent": ("waiting", "accepted", "rejected", "withdrawn"),
    "waiting": ("waiting", "accepted", "rejected", "withdrawn"),
    "accepted": ("done", "rejected", "withdrawn"),
    "rejected": (),
    "done": (),
    "withdrawn": (),
}
ASKED_ABOUT: tuple[ReferralStatus, ...] = ("sent", "waiting", "accepted")
CAME_TO_NOTHING: tuple[ReferralStatus, ...] = ("rejected", "withdrawn")
HOUSING = "ACC"
SUBSTANCE = ("PSH-2-02", "PSH-3-01")
TIERS = (1, 2, 3, 4)
LAST_TIER = 4
ANSWERED: tuple[CaseloadCheck, ...] = ("known", "not_known", "no_answer")
GIVEN_HOW: tuple[ConsentGivenHow, ...] = ("signed", "spoken", "interpreter")
IN_PRISON = "prison"
NOT_SENT, NO_MORE = "Not sent yet.", "Looked into for the last time before release."
NOT_THERE = "That referral is not in this plan."


def draft(
    plan: Plan, reference: Reference, service_id: str, activity: str, stamp: Stamp, tier: int | None = None
) -> Plan | Rejection:
    """The plan with a referral begun; nothing has left yet."""
    action = next((one for one in plan.actions if one.activity == activity), None)
    service = reference.services.get(service_id)
    if service is None or service.sealed or service.never_proposed:
        return Rejection("That service cannot be named in this plan.")
    if action is None:
        return Rejection("A referral belongs to an action of this plan.")
    if refused := _why_no_draft(plan, action, service_id, tier):
        return Rejection(refused)
    begun = Referral(
        number=max((one.number for one in plan.referrals), default=0) + 1,
        service=service_id,
        service_name=service.name,
        activity=activity,
        steps=(ReferralStep("drafted", stamp.on, stamp.by),),
        audiences=unique(
            [
                *row_of(activity, reference),
                *row_of_name(service_id, reference),
                *(action.audiences if is_own(activity) else ()),
            ]
        ),
        check=DueDate("none_yet", None, NOT_SENT),
        tier=tier if needs_tier(activity) else None,
    )
    return replace(plan, referrals=(*plan.referrals, begun))


def go_on(
    plan: Plan,
    number: int,
    status: ReferralStatus,
    reference: Reference,
    dates: CaseDates,
    stamp: Stamp,
    *,
    words: str = "",
    given_how: ConsentGivenHow | None = None,
    consented: bool = False,
) -> Plan | Rejection:
    """The plan with the next step of a referral. `consented`: a consent that holds is on record elsewhere."""
    before = _numbered(plan, number)
    if before is None:
        return Rejection(NOT_THERE)
    words = one_line(words)
    if refused := _why_not(plan, before, status, reference, words, given_how, consented):
        return Rejection(refused)
    after = replace(
        before,
        status=status,
        steps=(*before.steps, ReferralStep(status, stamp.on, stamp.by, words)),
        given_how=given_how if status == "consented" else before.given_how,
    )
    return _with(plan, before, replace(after, check=next_check(after, reference, dates)))


def say_caseload(plan: Plan, number: int, answer: CaseloadCheck, on: date) -> Plan | Rejection:
    """The plan with what a service says to whether it knows the person; asked only with the person's yes (R101)."""
    before = _numbered(plan, number)
    if before is None:
        return Rejection(NOT_THERE)
    if answer not in get_args(CaseloadCheck):
        return Rejection(f"Say what they answer, with one of: {', '.join(get_args(CaseloadCheck))}.")
    return _with(plan, before, replace(before, caseload=answer, caseload_on=on))


def date_check(plan: Plan, number: int, due: str, today: date) -> Plan | Rejection:
    """The plan with the day on which a referral is looked into next."""
    before = _numbered(plan, number)
    if before is None:
        return Rejection(NOT_THERE)
    if before.status not in ASKED_ABOUT:
        return Rejection("Nobody has to be asked about this referral as it stands.")
    day = agreed_day(due, today)
    if isinstance(day, Rejection):
        return day
    return _with(plan, before, replace(before, check=DueDate(AGREED, day)))


def referrals_kept(previous: Plan, reference: Reference, dates: CaseDates) -> tuple[Referral, ...]:
    """The referrals of the plan before; what is asked about is dated anew, as release may have moved."""
    return tuple(
        one if one.check.clock == AGREED else replace(one, check=next_check(one, reference, dates))
        for one in previous.referrals
    )


def next_check(referral: Referral, reference: Reference, dates: CaseDates) -> DueDate:
    """When a referral is looked into next: housing by its own clock (R34), others as a signpost (R33)."""
    if referral.status not in ASKED_ABOUT:
        return DueDate("none_yet", None, NOT_SENT if referral.status in ("drafted", "consented") else "")
    sent_on = next(one.on for one in referral.steps if one.status == "sent")
    last = referral.steps[-1]
    looked = None if last.status == "sent" else last.on
    if not is_housing(referral.activity, reference):
        return signpost_follow_up(looked or sent_on, dates.release, reference.clocks)
    if looked is None:
        return housing_referral(sent_on, dates, reference.clocks)
    if dates.release is None:
        return DueDate("housing_referral", working_days_after(looked, THEN_EVERY))
    ahead = [day for day in housing_referral_checks(sent_on, dates, reference.clocks) if day > looked]
    return DueDate("housing_referral", ahead[0]) if ahead else DueDate("housing_referral", None, NO_MORE)


def is_housing(activity: str, reference: Reference) -> bool:
    return not is_own(activity) and reference.activities[activity].group == HOUSING


def needs_tier(activity: str) -> bool:
    """Whether a referral for this goes to drug treatment, which has four tiers (R59)."""
    return activity in SUBSTANCE


def needs_consent(activity: str, reference: Reference) -> bool:
    """Whether nothing leaves for this before the person has agreed; for own words, always."""
    return is_own(activity) or reference.activities[activity].consent != "none"


def needs_caseload_check(plan: Plan, referral: Referral, reference: Reference) -> bool:
    """Whether this is a second referral to drug services, and goes outside (R101); never the prison's own care."""
    service = reference.services.get(referral.service)
    outside = service is None or service.where != IN_PRISON
    others = (one for one in plan.referrals if one.number != referral.number and one.status not in CAME_TO_NOTHING)
    return needs_tier(referral.activity) and outside and any(needs_tier(one.activity) for one in others)


def wants_aftercare(plan: Plan, referral: Referral) -> bool:
    """Whether the last tier is done and nothing is under way for afterwards (R59)."""
    if referral.status != "done" or referral.tier != LAST_TIER:
        return False
    later = (one for one in plan.referrals if one.number > referral.number and needs_tier(one.activity))
    return all(one.status in CAME_TO_NOTHING for one in later)


def _why_no_draft(plan: Plan, action: Action, service_id: str, tier: int | None) -> str:
    if action.locked_because:
        return f"This has to wait. {action.locked_because}"
    if needs_tier(action.activity) and tier not in TIERS:
        return "Say which tier of treatment it is for: 1, 2, 3 or 4."
    same = (one for one in plan.referrals if (one.service, one.activity) == (service_id, action.activity))
    if any(GOES_ON_TO[one.status] for one in same):
        return "A referral to that service for this is under way. Go on with it."
    return ""


def _why_not(
    plan: Plan,
    referral: Referral,
    status: ReferralStatus,
    reference: Reference,
    words: str,
    given_how: ConsentGivenHow | None,
    consented: bool,
) -> str:
    if status not in GOES_ON_TO[referral.status]:
        return f"From “{reference.label('referral_status', referral.status)}” it can't go there."
    if status == "rejected" and not words:
        return "Say why they turned it down, so that the next worker knows."
    if len(words) > LONGEST:
        return f"Say it in {LONGEST} letters or fewer."
    if status == "consented" and given_how not in GIVEN_HOW:
        return "Say how the person agreed: signed, spoken or through an interpreter."
    if status == "sent":
        return _why_not_sent(plan, referral, reference, consented)
    return ""


def _why_not_sent(plan: Plan, referral: Referral, reference: Reference, consented: bool) -> str:
    agreed = consented or referral.status == "consented"
    if needs_consent(referral.activity, reference) and not agreed:
        return "Nothing leaves before the person agrees. Write down first how they did."
    if needs_caseload_check(plan, referral, reference) and referral.caseload not in ANSWERED:
        return "A second referral to drug services. With the person's yes, ask first whether they know them already."
    return ""


def _numbered(plan: Plan, number: int) -> Referral | None:
    return next((one for one in plan.referrals if one.number == number), None)


def _with(plan: Plan, before: Referral, after: Referral) -> Plan:
    return replace(plan, referrals=tuple(after if one is before else one for one in plan.referrals))

"""Signposts and what came of them: none without a follow-up, none closed without an outcome (R32, R33, R73)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import get_args

from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.known import Known
from bcst_tui.plan.asking_again import AT_REVIEW, asked_on
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.due_dates import AGREED, agreed_day, signpost_follow_up
from bcst_tui.plan.evidence import unique
from bcst_tui.plan.levels import stands
from bcst_tui.plan.model import (
    Check,
    DueDate,
    FollowUp,
    FollowUpOutcome,
    Need,
    Plan,
    ReferralStatus,
    SafeToContact,
    Signpost,
    SignpostHow,
    Stamp,
)
from bcst_tui.plan.own_actions import ROWS, is_own
from bcst_tui.reference.reference import Reference
from bcst_tui.script.script import Script
from bcst_tui.text import one_line

TELLING = ("services_that_tell",)
OUTCOMES = "follow_up_outcome"
SIGNPOST_ONLY = "SIGNPOST"
NOT_REACHED: FollowUpOutcome = "not_reached"
UNSAFE: FollowUpOutcome = "unsafe_to_contact"
TRIES = 3
"""How often somebody is tried before a follow-up may close as not reached: our judgement, the sources name none."""
SAFE_CONTACT_ONLY = "Get in touch only by the safe contact."
MEET_INSTEAD = "Meet and ask: do not ring or write."
ACTIVE_HOW: tuple[SignpostHow, ...] = ("introduced", "rang_together", "went_with")
STARTED: tuple[ReferralStatus, ...] = ("sent", "waiting", "accepted", "done")
NOTHING_LEFT_TO_DO = ("declined", "not_possible", "not_needed")


def signpost(
    reference: Reference,
    service_id: str,
    activity_id: str,
    given_on: date,
    release: date | None,
    how: SignpostHow = "told",
    audiences: tuple[str, ...] = (),
    safe: SafeToContact = "not_asked",
) -> Signpost:
    """A service the person was told of, with the follow-up it cannot be without."""
    return Signpost(
        service=service_id,
        service_name=reference.services[service_id].name,
        activity=activity_id,
        how=how,
        given_on=given_on,
        follow_up=FollowUp(signpost_follow_up(given_on, release, reference.clocks)),
        audiences=unique([*row_of(activity_id, reference), *row_of_name(service_id, reference), *audiences]),
        safe_to_contact=safe,
    )


def row_of(activity_id: str, reference: Reference) -> tuple[str, ...]:
    """The rows that naming a service for this activity gives something away of."""
    return ROWS if is_own(activity_id) else (reference.activities[activity_id].row,)


def row_of_name(service_id: str, reference: Reference) -> tuple[str, ...]:
    """The row of a service whose very name tells; most have none."""
    return TELLING if reference.tells(reference.services[service_id].name) else ()


def close(
    follow_up: FollowUp,
    outcome: FollowUpOutcome,
    reference: Reference,
    next_step: str = "",
    *,
    stamp: Stamp,
    ask_again: DueDate | None = None,
    tried: int = 0,
) -> FollowUp | Rejection:
    """A follow-up with what was heard: closed with it, or asked about again on another day.

    Some outcomes must name what happens next. Somebody not reached is tried three times before it closes so;
    `tried`: how often already.
    """
    if outcome not in reference.vocabulary[OUTCOMES]:
        known = ", ".join(reference.vocabulary[OUTCOMES])
        return Rejection(f"Say what came of it, with one of: {known}.")
    step = one_line(next_step)
    if reference.vocabulary[OUTCOMES][outcome].next_step and not step and ask_again is None:
        return Rejection(f"“{reference.label(OUTCOMES, outcome)}” leaves something open. Say what happens next.")
    if outcome == NOT_REACHED and ask_again is None and tried + 1 < TRIES:
        return Rejection(f"That is try {tried + 1} of {TRIES}. Say on which day you try again.")
    checks = (*follow_up.checks, Check(stamp.on, stamp.by, outcome, step))
    if ask_again is not None:
        return FollowUp(ask_again, checks=checks)
    return replace(follow_up, status="closed", outcome=outcome, next_step=step, checks=checks)


def tries(signpost: Signpost) -> int:
    """How often somebody was not reached since the service was named; named again, it is tried anew."""
    return sum(one.outcome == NOT_REACHED and one.on >= signpost.given_on for one in signpost.follow_up.checks)


def close_signpost(
    plan: Plan,
    service_id: str,
    outcome: FollowUpOutcome,
    reference: Reference,
    next_step: str = "",
    activity_id: str | None = None,
    *,
    stamp: Stamp,
    ask_again: str = "",
    at_review: bool = False,
) -> Plan | Rejection:
    """The plan with what came of this service; the activity tells two of one service apart.

    With a day to ask again it stays open; asked about at the review, its day is the review's, and moves with it.
    Not safe to get in touch is remembered for this service.
    """
    found = _signpost(plan, service_id, activity_id)
    if found is None:
        return Rejection("That service is not among the signposts of this plan.")
    day = asked_on(plan, ask_again, at_review, stamp.on)
    if isinstance(day, Rejection):
        return day
    if at_review:
        next_step = AT_REVIEW
    step = next_step if one_line(next_step) or outcome != UNSAFE else SAFE_CONTACT_ONLY
    closed = close(found.follow_up, outcome, reference, step, stamp=stamp, ask_again=day, tried=tries(found))
    if isinstance(closed, Rejection):
        return closed
    safe = "no" if outcome == UNSAFE else found.safe_to_contact
    done = replace(found, follow_up=closed, status="given" if day else "closed", safe_to_contact=safe)
    return _with(plan, found, done)


def date_follow_up(plan: Plan, service_id: str, activity_id: str, due: str, today: date) -> Plan | Rejection:
    """The plan with the day on which this service is asked about again (K04)."""
    found = _signpost(plan, service_id, activity_id)
    if found is None:
        return Rejection("That service is not among the signposts of this plan.")
    if found.follow_up.status == "closed":
        return Rejection("What came of this is written down, so nothing is due.")
    day = agreed_day(due, today)
    if isinstance(day, Rejection):
        return day
    return _with(plan, found, replace(found, follow_up=replace(found.follow_up, due=DueDate(AGREED, day))))


def say_safe(plan: Plan, service_id: str, activity_id: str, safe: SafeToContact) -> Plan | Rejection:
    """The plan with whether we may ring or write about this service."""
    found = _signpost(plan, service_id, activity_id)
    if found is None:
        return Rejection("That service is not among the signposts of this plan.")
    if safe not in get_args(SafeToContact):
        return Rejection(f"Say whether it is safe, with one of: {', '.join(get_args(SafeToContact))}.")
    return _with(plan, found, replace(found, safe_to_contact=safe))


def _signpost(plan: Plan, service_id: str, activity_id: str | None) -> Signpost | None:
    named = (one for one in plan.signposts if one.service == service_id)
    return next((one for one in named if activity_id in (None, one.activity)), None)


def _with(plan: Plan, before: Signpost, after: Signpost) -> Plan:
    return replace(plan, signposts=tuple(after if one is before else one for one in plan.signposts))


def point_to(
    plan: Plan,
    reference: Reference,
    service_id: str,
    activity_id: str,
    given_on: date,
    release: date | None,
    how: SignpostHow = "told",
    safe: SafeToContact = "not_asked",
) -> Plan | Rejection:
    """The plan with a signpost the worker gave apart from the ticks of the interview."""
    service = reference.services.get(service_id)
    if service is None or service.sealed or service.never_proposed:
        return Rejection("That service cannot be named in this plan.")
    if how not in get_args(SignpostHow):
        return Rejection(f"Say how, with one of: {', '.join(get_args(SignpostHow))}.")
    action = next((one for one in plan.actions if one.activity == activity_id), None)
    if action is None:
        return Rejection("A signpost belongs to an action of this plan.")
    if any((one.service, one.activity) == (service_id, activity_id) for one in plan.signposts):
        return Rejection("That service is named for this already. Look at its follow-up.")
    rows = action.audiences if is_own(activity_id) else ()
    given = signpost(reference, service_id, activity_id, given_on, release, how, rows, safe)
    return replace(plan, signposts=(*plan.signposts, given))


def signposts_given(
    known: Known, reference: Reference, dates: CaseDates, safe: SafeToContact = "not_asked"
) -> tuple[Signpost, ...]:
    """Every signpost that the worker's ticks record, once a service and activity; `safe` as the person said of all."""
    found: dict[tuple[str, str], Signpost] = {}
    for section in known.script.sections:
        for rule in section.file.signposts:
            seen = known.question(rule.question)
            sealed = reference.services[rule.service].sealed or reference.activities[rule.activity].is_sealed
            if sealed or seen is None or rule.option not in seen.codes:
                continue
            row = known.answers[rule.question][0].audience
            one = signpost(
                reference, rule.service, rule.activity, known.today, dates.release, audiences=(row,), safe=safe
            )
            found.setdefault((rule.service, rule.activity), one)
    return tuple(found.values())


def ticked(script: Script) -> frozenset[tuple[str, str, str]]:
    """Every service and activity that a tick in the interview stands for, with the row of its question."""
    return frozenset(
        (rule.service, rule.activity, script.placed[rule.question].question.audience)
        for section in script.sections
        for rule in section.file.signposts
    )


def only_signposted(plan: Plan) -> tuple[Need, ...]:
    """Needs for which nothing is planned but to point somewhere: an active step is called for (R73).

    Introducing, ringing together, going along, a referral sent and anything done are active steps. A need that is met
    calls for none.
    """
    planned = _planned_for(plan)
    active = _actively(plan)
    return tuple(
        need
        for need in plan.needs
        if stands(need)
        and need.status != "met"
        and planned.get(need.code) == {SIGNPOST_ONLY}
        and not any(need.code in one.needs for one in plan.actions if one.activity in active)
    )


def _actively(plan: Plan) -> set[str]:
    """The activities for which more than telling was done."""
    return {
        *(one.activity for one in plan.signposts if one.how in ACTIVE_HOW),
        *(one.activity for one in plan.referrals if one.status in STARTED),
        *(one.activity for one in plan.deliveries if one.extent != "attempted"),
    }


def without_action(plan: Plan) -> tuple[Need, ...]:
    """Needs for which nothing is planned at all."""
    planned = _planned_for(plan)
    return tuple(need for need in plan.needs if stands(need) and need.code not in planned)


def _planned_for(plan: Plan) -> Mapping[str, set[str]]:
    """The providers of what is planned, by need."""
    planned: dict[str, set[str]] = {}
    for action in plan.actions:
        if action.status not in NOTHING_LEFT_TO_DO:
            for code in action.needs:
                planned.setdefault(code, set()).add(action.provider)
    return planned

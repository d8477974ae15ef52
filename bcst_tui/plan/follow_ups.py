"""Signposts and what came of them: none without a follow-up, none closed without an outcome (R32, R33, R73)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import get_args

from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.known import Known
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.due_dates import AGREED, agreed_day, signpost_follow_up
from bcst_tui.plan.evidence import unique
from bcst_tui.plan.levels import stands
from bcst_tui.plan.model import DueDate, FollowUp, FollowUpOutcome, Need, Plan, Signpost, SignpostHow
from bcst_tui.plan.own_actions import ROWS, is_own
from bcst_tui.reference.reference import Reference
from bcst_tui.script.script import Script

OUTCOMES = "follow_up_outcome"
SIGNPOST_ONLY = "SIGNPOST"
NOTHING_LEFT_TO_DO = ("declined", "not_possible", "not_needed")


def signpost(
    reference: Reference,
    service_id: str,
    activity_id: str,
    given_on: date,
    release: date | None,
    how: SignpostHow = "told",
    audiences: tuple[str, ...] = (),
) -> Signpost:
    """A service the person was told of, with the follow-up it cannot be without."""
    return Signpost(
        service=service_id,
        service_name=reference.services[service_id].name,
        activity=activity_id,
        how=how,
        given_on=given_on,
        follow_up=FollowUp(signpost_follow_up(given_on, release, reference.clocks)),
        audiences=unique([*_row_of(activity_id, reference), *audiences]),
    )


def _row_of(activity_id: str, reference: Reference) -> tuple[str, ...]:
    return ROWS if is_own(activity_id) else (reference.activities[activity_id].row,)


def close(
    follow_up: FollowUp, outcome: FollowUpOutcome, reference: Reference, next_step: str = ""
) -> FollowUp | Rejection:
    """A follow-up with what came of it; some outcomes must name what happens next."""
    if outcome not in reference.vocabulary[OUTCOMES]:
        known = ", ".join(reference.vocabulary[OUTCOMES])
        return Rejection(f"Say what came of it, with one of: {known}.")
    if reference.vocabulary[OUTCOMES][outcome].next_step and not next_step.strip():
        return Rejection(f"“{reference.label(OUTCOMES, outcome)}” leaves something open. Say what happens next.")
    return replace(follow_up, status="closed", outcome=outcome, next_step=next_step.strip())


def close_signpost(
    plan: Plan,
    service_id: str,
    outcome: FollowUpOutcome,
    reference: Reference,
    next_step: str = "",
    activity_id: str | None = None,
) -> Plan | Rejection:
    """The plan with the follow-up of this service closed; the activity tells two of one service apart."""
    named = (one for one in plan.signposts if one.service == service_id)
    found = next((one for one in named if activity_id in (None, one.activity)), None)
    if found is None:
        return Rejection("That service is not among the signposts of this plan.")
    closed = close(found.follow_up, outcome, reference, next_step)
    if isinstance(closed, Rejection):
        return closed
    done = replace(found, follow_up=closed, status="closed")
    return replace(plan, signposts=tuple(done if one is found else one for one in plan.signposts))


def date_follow_up(plan: Plan, service_id: str, activity_id: str, due: str, today: date) -> Plan | Rejection:
    """The plan with the day on which this service is asked about again (K04)."""
    found = next((one for one in plan.signposts if (one.service, one.activity) == (service_id, activity_id)), None)
    if found is None:
        return Rejection("That service is not among the signposts of this plan.")
    if found.follow_up.status == "closed":
        return Rejection("What came of this is written down, so nothing is due.")
    day = agreed_day(due, today)
    if isinstance(day, Rejection):
        return day
    dated = replace(found, follow_up=replace(found.follow_up, due=DueDate(AGREED, day)))
    return replace(plan, signposts=tuple(dated if one is found else one for one in plan.signposts))


def point_to(
    plan: Plan,
    reference: Reference,
    service_id: str,
    activity_id: str,
    given_on: date,
    release: date | None,
    how: SignpostHow = "told",
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
    given = signpost(reference, service_id, activity_id, given_on, release, how, rows)
    return replace(plan, signposts=(*plan.signposts, given))


def signposts_given(known: Known, reference: Reference, dates: CaseDates) -> tuple[Signpost, ...]:
    """Every signpost that the worker's ticks record, once a service and activity."""
    found: dict[tuple[str, str], Signpost] = {}
    for section in known.script.sections:
        for rule in section.file.signposts:
            seen = known.question(rule.question)
            sealed = reference.services[rule.service].sealed or reference.activities[rule.activity].is_sealed
            if sealed or seen is None or rule.option not in seen.codes:
                continue
            row = known.answers[rule.question][0].audience
            one = signpost(reference, rule.service, rule.activity, known.today, dates.release, audiences=(row,))
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
    """Needs for which nothing is planned but to point somewhere: an active step is called for (R73)."""
    planned = _planned_for(plan)
    return tuple(
        need for need in plan.needs if stands(need) and need.code in planned and planned[need.code] == {SIGNPOST_ONLY}
    )


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

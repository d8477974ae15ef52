"""A plan as plain values for programs to compare (`bcst replay --json`).

Keys, stable: `script`, `sitting`, `today`, `plan`, `needs`, `markers`, `levels`, `actions`, `signposts`, `referrals`,
`deadlines`, `decisions`, `asked`, `waiting`, `kept_out`, `set_aside`, `held_apart`. Days are ISO dates, or null where
they cannot be worked out, and then `note` says why. Lists keep the order of the script and the specification.
"""

from __future__ import annotations

from datetime import date

from bcst_tui.interview.state import Interview
from bcst_tui.plan.actions import sealed_level_1
from bcst_tui.plan.deliveries import deliveries_of
from bcst_tui.plan.due_dates import DELIVERED
from bcst_tui.plan.follow_ups import only_signposted, without_action
from bcst_tui.plan.model import (
    Action,
    Deadline,
    Delivery,
    Evidence,
    GroupLevel,
    Marker,
    Need,
    Plan,
    Referral,
    Signpost,
)
from bcst_tui.reference.reference import Reference

JsonValue = str | int | bool | None | list["JsonValue"] | dict[str, "JsonValue"]
JsonObject = dict[str, JsonValue]


def plan_json(plan: Plan, interview: Interview, reference: Reference | None = None) -> JsonObject:
    """The plan, and every question asked in order; with the reference, what is held in the private part."""
    levels = {level.group: level for level in plan.levels}
    pointed_only = {need.code for need in only_signposted(plan)}
    no_action = {need.code for need in without_action(plan)}
    told: JsonObject = {
        "script": {"id": interview.script.id, "version": interview.script.version},
        "sitting": interview.sitting,
        "today": interview.today.isoformat(),
        "plan": {"version": plan.version, "agreed_on": _day(plan.agreed_on)},
        "needs": [_need(one, levels[one.group], pointed_only, no_action) for one in plan.needs],
        "markers": [_marker(one) for one in plan.markers],
        "levels": [_level(one) for one in plan.levels],
        "actions": [_action(one, plan) for one in plan.actions],
        "signposts": [_signpost(one) for one in plan.signposts],
        "referrals": [_referral(one) for one in plan.referrals],
        "deadlines": [_deadline(one) for one in plan.deadlines],
        "decisions": {
            name: {"status": one.status, "limb": one.limb, "because": one.because} for name, one in plan.decisions
        },
        "asked": [one.id for one in interview.path.asked],
        "waiting": [one.id for one in interview.path.waiting],
        "kept_out": [one.id for one in interview.path.kept_out],
        "set_aside": list(interview.set_aside),
    }
    if reference is not None:
        told["held_apart"] = list(sealed_level_1(reference))
    return told


def _need(need: Need, level: GroupLevel, pointed_only: set[str], no_action: set[str]) -> JsonObject:
    return {
        "code": need.code,
        "group": need.group,
        "title": need.title,
        "level": level.level if need.status != "dropped" else 1,
        "level_3_offered": level.offered_3 and need.status != "dropped",
        "status": need.status,
        "origin": need.origin,
        "persons_view": need.persons_view,
        "reason": need.reason,
        "found_on": _day(need.found_on),
        "evidence": [_evidence(one) for one in need.evidence],
        "source": need.source,
        "only_signposted": need.code in pointed_only,
        "without_action": need.code in no_action,
    }


def _marker(marker: Marker) -> JsonObject:
    return {
        "code": marker.code,
        "title": marker.title,
        "counts_for": list(marker.counts_for),
        "evidence": [_evidence(one) for one in marker.evidence],
        "source": marker.source,
    }


def _level(level: GroupLevel) -> JsonObject:
    return {
        "group": level.group,
        "level": level.level,
        "level_3_offered": level.offered_3,
        "markers": [marker.code for marker in level.markers],
        "worker_agrees": level.worker_agrees,
        "reason": level.reason,
    }


def _action(action: Action, plan: Plan) -> JsonObject:
    is_done = action.due.clock == DELIVERED
    return {
        "activity": action.activity,
        "title": action.title,
        "level": action.level,
        "provider": action.provider,
        "owner": action.owner,
        "said_by": action.said_by,
        "status": action.status,
        "status_on": _day(action.status_on),
        "status_by": action.status_by,
        "passed_to": action.passed_to,
        "deliveries": [_delivery(one) for one in deliveries_of(plan, action.activity)],
        "due": None if is_done else _day(action.due.on),
        "delivered_on": _day(action.due.on) if is_done else None,
        "clock": action.due.clock,
        "note": action.due.note,
        "needs": list(action.needs),
        "locked_because": action.locked_because,
        "caution": action.caution,
        "reason": action.reason,
        "source": action.source,
    }


def _signpost(signpost: Signpost) -> JsonObject:
    follow_up = signpost.follow_up
    return {
        "service": signpost.service,
        "name": signpost.service_name,
        "activity": signpost.activity,
        "how": signpost.how,
        "given_on": signpost.given_on.isoformat(),
        "status": signpost.status,
        "safe_to_contact": signpost.safe_to_contact,
        "follow_up": {
            "due": _day(follow_up.due.on),
            "note": follow_up.due.note,
            "status": follow_up.status,
            "outcome": follow_up.outcome,
            "next_step": follow_up.next_step,
            "checks": [
                {"on": one.on.isoformat(), "by": one.by, "outcome": one.outcome, "next_step": one.next_step}
                for one in follow_up.checks
            ],
        },
    }


def _delivery(delivery: Delivery) -> JsonObject:
    return {
        "on": delivery.on.isoformat(),
        "by": delivery.by_role,
        "what": delivery.what,
        "extent": delivery.extent,
        "need": delivery.need,
    }


def _referral(referral: Referral) -> JsonObject:
    return {
        "number": referral.number,
        "service": referral.service,
        "name": referral.service_name,
        "activity": referral.activity,
        "status": referral.status,
        "steps": [
            {"status": one.status, "on": one.on.isoformat(), "by": one.by, "words": one.words} for one in referral.steps
        ],
        "given_how": referral.given_how,
        "tier": referral.tier,
        "caseload": referral.caseload,
        "caseload_on": _day(referral.caseload_on),
        "check": _day(referral.check.on),
        "note": referral.check.note,
    }


def _deadline(deadline: Deadline) -> JsonObject:
    return {
        "clock": deadline.clock,
        "title": deadline.title,
        "due": _day(deadline.due),
        "state": deadline.state,
        "note": deadline.note,
    }


def _evidence(evidence: Evidence) -> JsonObject:
    return {"question": evidence.question_id, "words": evidence.words}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

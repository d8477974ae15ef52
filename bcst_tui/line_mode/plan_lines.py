"""A plan in lines that can be read aloud: no columns, nothing told by place alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.deliveries import deliveries_of
from bcst_tui.plan.follow_ups import only_signposted
from bcst_tui.plan.labels import Labels
from bcst_tui.plan.model import Action, Delivery, Need, Plan, Referral, Signpost
from bcst_tui.plan.own_actions import is_own
from bcst_tui.plan.referrals import wants_aftercare
from bcst_tui.plan.timeline import Timeline, spoken_lines

NO_DATE = "no date yet"


def plan_lines(plan: Plan, timeline: Timeline, labels: Labels) -> Iterator[str]:
    """Needs, actions, follow-ups, a line for each; then every date in its order, up to release and after."""
    levels = {level.group: level for level in plan.levels}
    pointed = only_signposted(plan)
    yield "Needs:"
    for need in plan.needs:
        level = levels[need.group]
        only = "; ! only pointed to a service: add a step such as ringing together" if need in pointed else ""
        yield f"  {_need(need)}; level {level.level}{', level 3 offered' if level.offered_3 else ''}{only}"
    yield "Actions:"
    for action in plan.actions:
        yield f"  {_action(action)}"
        yield from (f"    {_done(one, labels)}" for one in deliveries_of(plan, action.activity))
    yield "Follow-ups:"
    yield from (f"  {_signpost(one, labels)}" for one in plan.signposts)
    yield from (f"  {_referral(one, plan, labels)}" for one in plan.referrals)
    yield "Dates:"
    yield from (f"  {line}" for line in spoken_lines(timeline))


def _need(need: Need) -> str:
    because = "; ".join(told.words for told in need.evidence) or need.reason
    return f"{need.title}, {need.status.replace('_', ' ')}, because of: {because}"


def _action(action: Action) -> str:
    waits = f"; waits: {action.locked_because}" if action.locked_because else ""
    care = f"; take care: {action.caution}" if action.caution else ""
    to_whom = f"passed on to {action.passed_to}" if action.passed_to else ""
    status = to_whom or action.status.replace("_", " ")
    since = f" since {day_words(action.status_on)}" if action.status_on and action.status_by else ""
    named = action.title if is_own(action.activity) else f"{action.activity} {action.title}"
    return f"{named}: {action.owner}, {status}{since}, {_day(action.due.on, action.due.note)}{waits}{care}"


def _done(done: Delivery, labels: Labels) -> str:
    by = f" ({done.by_role})" if done.by_role else ""
    return f"{labels.of('delivery', done.extent)}, {day_words(done.on)}: {done.what}{by}"


def _signpost(one: Signpost, labels: Labels) -> str:
    meet = f"; {labels.of('safe_to_contact', 'no')}" if one.safe_to_contact == "no" else ""
    tried = f"; asked {len(one.follow_up.checks)} times so far" if len(one.follow_up.checks) > 1 else ""
    return f"{one.service_name}: asked about on {_day(one.follow_up.due.on, one.follow_up.due.note)}{meet}{tried}"


def _referral(one: Referral, plan: Plan, labels: Labels) -> str:
    look = f"; look into it on {_day(one.check.on, '')}" if one.check.on else ""
    after = "; ! the treatment is done: plan what care comes afterwards" if wants_aftercare(plan, one) else ""
    return f"Referral to {one.service_name}: {labels.of('referral_status', one.status)}{look}{after}"


def _day(day: date | None, note: str) -> str:
    return day_words(day) if day else note or NO_DATE

"""Keeping the worker's decisions when a plan is derived again from changed answers, dates or rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from bcst_tui.plan.due_dates import AGREED, DELIVERED, FOLLOW_UP
from bcst_tui.plan.model import Action, Need, Plan, Signpost
from bcst_tui.plan.own_actions import is_own

NO_LONGER_SHOWN = "The answers no longer show this need."
NO_LONGER_CALLED_FOR = "Nothing calls for this any longer."
IN_THE_INTERVIEW = "Done in the interview."
DECLINED_IN_THE_INTERVIEW = "Offered in the interview."
BY_ITSELF = ("", NO_LONGER_CALLED_FOR, IN_THE_INTERVIEW, DECLINED_IN_THE_INTERVIEW)
DONE = ("delivered", "transferred")
OUTLIVES_A_LOCK = ("delivered", "transferred", "declined", "not_possible", "not_needed")


def carry_over(previous: Plan, derived: Plan, today: date) -> Plan:
    """The derived plan with what was decided about its actions, and its version, kept from the one before.

    `today`: the day of the sitting.
    """
    before = {action.activity: action for action in previous.actions}
    agreed = previous.version > 0
    kept = [_action_kept(before.pop(one.activity, None), one, agreed, today) for one in derived.actions]
    codes = {need.code for need in derived.needs}
    own = [_own_kept(before.pop(name), codes) for name in list(before) if is_own(name)]
    rest = [one for action in before.values() for one in _left_over(action, previous, derived)]
    return replace(
        derived,
        actions=(*kept, *own, *rest),
        deliveries=previous.deliveries,
        version=previous.version,
        agreed_on=previous.agreed_on,
    )


def needs_kept(
    previous: Plan, found: Iterable[Need], is_asked_about: Callable[[Need], bool] = lambda _: True
) -> tuple[Need, ...]:
    """The needs found, as they were decided on before; those added or decided on are not lost.

    One that is not found again falls only where the answers it rests on were given anew, or are known otherwise.
    """
    before = {need.code: need for need in previous.needs}
    agreed = previous.version > 0
    kept = [_need_kept(before.pop(need.code, None), need, agreed) for need in found]
    rest = [tuple(_not_found_again(one)) if is_asked_about(one) else (one,) for one in before.values()]
    return (*kept, *(one for some in rest for one in some))


def signposts_kept(
    previous: Plan,
    given: Iterable[Signpost],
    by_tick: frozenset[tuple[str, str, str]],
    today: date,
    named_today: Iterable[Signpost] = (),
) -> tuple[Signpost, ...]:
    """The signposts ticked, with what came of them; those closed, or made apart from a tick, or given before this
    sitting, stay: that another service was named today takes no follow-up away.

    `by_tick` names services and activities with the row of the question they are ticked in; one made by hand
    has no such row. Of `named_today`, one that was closed before this sitting is asked about anew (R33).
    """
    before = {(one.service, one.activity): one for one in previous.signposts}
    anew = {(one.service, one.activity) for one in named_today}
    kept = []
    for one in given:
        name = (one.service, one.activity)
        kept.append(_signpost_kept(before.pop(name, None), one, today if name in anew else None))
    stay = [
        one for one in before.values() if one.status == "closed" or one.given_on < today or not _is_ticked(one, by_tick)
    ]
    return (*kept, *stay)


def _need_kept(before: Need | None, found: Need, agreed: bool) -> Need:
    if before is None:
        return found
    title, said = (before.title, before.said) if agreed else (found.title, found.said)
    kept = replace(
        found,
        title=title,
        said=said,
        persons_view=before.persons_view,
        found_on=before.found_on or found.found_on,
        funding=before.funding or found.funding,
    )
    if before.status == "dropped" and before.reason == NO_LONGER_SHOWN:
        return kept
    return replace(kept, status=before.status, origin=before.origin, reason=before.reason)


def _not_found_again(need: Need) -> Iterable[Need]:
    if need.origin != "rule" or need.status == "dropped":
        yield need
    elif need.status != "proposed":
        yield replace(need, status="dropped", reason=NO_LONGER_SHOWN, evidence=())


def _is_ticked(signpost: Signpost, by_tick: frozenset[tuple[str, str, str]]) -> bool:
    return any((signpost.service, signpost.activity, row) in by_tick for row in signpost.audiences)


def _signpost_kept(before: Signpost | None, given: Signpost, named_on: date | None) -> Signpost:
    if before is None:
        return given
    if named_on is not None and _closed_before(before, named_on):
        safe = given.safe_to_contact if before.safe_to_contact == "not_asked" else before.safe_to_contact
        return replace(given, follow_up=replace(given.follow_up, checks=before.follow_up.checks), safe_to_contact=safe)
    due = before.follow_up.due
    if before.given_on == given.given_on and before.follow_up.status == "open" and due.clock == FOLLOW_UP:
        due = given.follow_up.due
    safe = given.safe_to_contact if before.safe_to_contact == "not_asked" else before.safe_to_contact
    follow_up = replace(before.follow_up, due=due)
    return replace(before, follow_up=follow_up, audiences=given.audiences, safe_to_contact=safe)


def _closed_before(signpost: Signpost, day: date) -> bool:
    """Whether what came of it was written down for good before that day; where no day is kept, when it was given."""
    if signpost.status != "closed":
        return False
    return max([signpost.given_on, *(one.on for one in signpost.follow_up.checks)]) < day


def _action_kept(before: Action | None, derived: Action, agreed: bool, today: date) -> Action:
    if before is None:
        return derived
    if derived.status != before.status and _was_done_before(before, today):
        derived = replace(derived, status=before.status, reason=before.reason, due=before.due)
    reason = before.reason if before.reason not in BY_ITSELF else derived.reason
    found_on = before.found_on or derived.found_on
    kept = replace(derived, owner=before.owner, said_by=before.said_by, reason=reason, found_on=found_on)
    if before.status == derived.status:
        kept = _as_stamped(before, kept)
    if before.due.clock == derived.due.clock == DELIVERED:
        kept = replace(kept, due=before.due)
    if agreed:
        kept = replace(kept, title=before.title, said=before.said, neutral=before.neutral)
    if before.due.clock == AGREED and derived.due.clock != DELIVERED:
        kept = replace(kept, due=before.due)
    done_since = before.status == "agreed" and derived.status == "delivered"
    waits = bool(derived.locked_because) and before.status not in OUTLIVES_A_LOCK
    if done_since or waits or not _is_decided(before):
        return kept
    due = before.due if DELIVERED in (before.due.clock, derived.due.clock) else kept.due
    return _as_stamped(before, replace(kept, status=before.status, reason=before.reason, due=due))


def _was_done_before(action: Action, today: date) -> bool:
    """Whether it was delivered before this sitting: what is said in it takes that back no more (R31)."""
    return action.status == "delivered" and action.due.on is not None and action.due.on < today


def _as_stamped(before: Action, kept: Action) -> Action:
    """With who said how it stands, and when."""
    return replace(kept, status_on=before.status_on, status_by=before.status_by, passed_to=before.passed_to)


def _is_decided(action: Action) -> bool:
    """Whether the worker has said how it stands, not the rules."""
    if action.status == "held" and action.locked_because:
        return action.reason not in BY_ITSELF
    if action.status == "proposed":
        return False
    by_itself = action.status in ("declined", "not_needed") and action.reason in BY_ITSELF[1:]
    return not by_itself and action.due.note != IN_THE_INTERVIEW


def _is_touched(action: Action) -> bool:
    return _is_decided(action) or action.due.clock == AGREED or action.reason == NO_LONGER_CALLED_FOR


def _left_over(action: Action, previous: Plan, derived: Plan) -> Iterable[Action]:
    """An action nothing of today calls for: as it stands where its need does, else ended, or gone if untouched."""
    codes = {need.code for need in derived.needs}
    found = {code for one in derived.actions for code in one.needs}
    standing = {one.code for one in derived.needs if one.status != "dropped" and one.origin == "rule"}
    done = {one.activity for one in previous.deliveries} | {one.activity for one in previous.referrals}
    if any(code in standing - found for code in action.needs):
        yield _own_kept(action, codes)
    elif _is_touched(action) or action.activity in done:
        yield _no_longer_called_for(action, codes)


def _own_kept(action: Action, codes: set[str]) -> Action:
    return replace(action, needs=tuple(code for code in action.needs if code in codes))


def _no_longer_called_for(action: Action, codes: set[str]) -> Action:
    kept = replace(action, needs=tuple(code for code in action.needs if code in codes), locked_because="", caution="")
    if kept.status in DONE:
        return kept
    return replace(kept, status="not_needed", reason=NO_LONGER_CALLED_FOR)

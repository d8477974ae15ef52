"""What is otherwise since a plan was agreed last: the dates that moved, needs and actions added or standing otherwise.

Each line names all rows its words would give away. What is gone rests on nothing any more: its worker
alone reads it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bcst_tui.export.case import SinceAgreed
from bcst_tui.export.rows import rows_of_activity, rows_of_level, rows_of_need
from bcst_tui.plan.change_words import sentence
from bcst_tui.plan.comparing import Change, Changes
from bcst_tui.plan.labels import Labels
from bcst_tui.plan.model import Plan
from bcst_tui.plan.moved_dates import MovedDate, Moves
from bcst_tui.reference.reference import Reference

TOLD = ("needs", "actions")
GONE = ("worker_notes",)
CODED = ("", "status", "persons_view", "origin", "said_by", "due", "level", "offered_3", "worker_agrees", "how", "tier")
"""What a change may be of and hold no words a worker typed; none is a thing that is new."""


def moved(moves: Moves, plan: Plan, reference: Reference) -> tuple[SinceAgreed, ...]:
    """`The release date moved from 3 March 2027 to 14 April 2027.`, and each date that moved with it."""
    if not moves.head:
        return ()
    head = SinceAgreed(moves.head, ("custody_dates",))
    return (head, *(SinceAgreed(one.words, _rows_of_date(one, plan, reference)) for one in moves.dates))


def changed(version: int, changes: Changes, plan: Plan, reference: Reference) -> tuple[SinceAgreed, ...]:
    """`Since version 1: Somewhere to live: confirmed → met.`"""
    return tuple(_changed(version, changes, plan, reference))


def _rows_of_date(one: MovedDate, plan: Plan, reference: Reference) -> tuple[str, ...]:
    """Its own, and those of every action of that title or pointing to that service."""
    pointed = {signpost.activity for signpost in plan.signposts if one.title.endswith(signpost.service_name)}
    behind = [action.activity for action in plan.actions if action.title == one.title or action.activity in pointed]
    rows = [row for activity in behind for row in _rows_of_action(activity, plan, reference)]
    return tuple(dict.fromkeys((*one.audiences, *rows)))


def _changed(version: int, changes: Changes, plan: Plan, reference: Reference) -> Iterator[SinceAgreed]:
    labels = Labels(reference)
    for one in changes:
        if one.part in TOLD and (one.kind != "changed" or one.field == "status"):
            yield SinceAgreed(f"Since version {version}: {sentence(one, labels)}", _rows(one, plan, reference))


def _rows(change: Change, plan: Plan, reference: Reference) -> tuple[str, ...]:
    if change.kind == "removed":
        return GONE
    if change.part == "actions":
        return _rows_of_action(change.code, plan, reference)
    return next(rows_of_need(one) for one in plan.needs if one.code == change.code)


def rows_of_change(change: Change, plan: Plan, reference: Reference) -> tuple[str, ...]:
    """Every row a line of the log would give away; those of a worker's own text where that can't be known any more."""
    activities = {one.activity: one for one in plan.actions}
    if change.kind == "removed" or change.field not in CODED:
        return GONE
    if change.part == "needs":
        found = next((rows_of_need(one) for one in plan.needs if one.code == change.code), GONE)
        return ("needs_status", *found)
    if change.part == "levels":
        return next((("levels", *rows_of_level(plan, one)) for one in plan.levels if one.group == change.code), GONE)
    activity = _activity_of(change, plan)
    return _rows_of_action(activity, plan, reference) if activity in activities else GONE


def _activity_of(change: Change, plan: Plan) -> str:
    """The activity an action, a service pointed to or a referral is about; what was done is in a worker's words."""
    if change.part == "referrals":
        return next((one.activity for one in plan.referrals if str(one.number) == change.code), "")
    if change.part in ("actions", "signposts"):
        return change.code.rsplit("/", 1)[-1]
    return ""


def _rows_of_action(activity: str, plan: Plan, reference: Reference) -> tuple[str, ...]:
    action = next(one for one in plan.actions if one.activity == activity)
    return ("actions", *rows_of_activity(plan, reference, activity, action.audiences, action.needs))

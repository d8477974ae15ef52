"""The words a plan is shown in on the screen: dates, reasons, and all there is to say of each thing in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import get_args

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.labels import Labels
from bcst_tui.plan.model import (
    Action,
    ActionStatus,
    DueDate,
    FollowUp,
    FollowUpOutcome,
    GroupLevel,
    Need,
    NeedStatus,
    PersonsView,
    Plan,
    SaidBy,
    Signpost,
    SignpostHow,
)

QuestionWords = Callable[[str], str]

NEED_SIGNS: dict[NeedStatus, str] = {
    "proposed": "?",
    "confirmed": "●",
    "dropped": "×",
    "being_met": "◐",
    "met": "●",
    "unmet": "○",
}
NEED_CHOICES: tuple[NeedStatus, ...] = get_args(NeedStatus)
ACTION_CHOICES: tuple[ActionStatus, ...] = get_args(ActionStatus)
VIEW_CHOICES: tuple[PersonsView, ...] = get_args(PersonsView)
SAID_BY_CHOICES: tuple[SaidBy, ...] = get_args(SaidBy)
HOW_CHOICES: tuple[SignpostHow, ...] = get_args(SignpostHow)
OUTCOME_CHOICES: tuple[FollowUpOutcome, ...] = get_args(FollowUpOutcome)


def due_words(due: DueDate) -> str:
    """The date, or in words why there is none."""
    return short_day(due.on) if due.on else due.note or "no date"


def short_day(day: date) -> str:
    """12 Mar 2027."""
    return f"{day.day} {day:%b %Y}"


def because(need: Need, question: QuestionWords) -> str:
    """Why a need is thought to be one: the answers it rests on, or the worker's reason."""
    if need.evidence:
        told = (one.words if "?" in one.words else f"{question(one.question_id)} {one.words}" for one in need.evidence)
        return "Because: " + "; ".join(one.strip() for one in told)
    return f"Because: {need.reason}" if need.reason else ""


def need_details(need: Need, plan: Plan, question: QuestionWords, labels: Labels) -> tuple[str, ...]:
    """Everything about a need, line by line."""
    level = next((one.level for one in plan.levels if one.group == need.group), None)
    actions = [one.title for one in plan.actions if need.code in one.needs]
    return _filled(
        need.title,
        because(need, question),
        f"{labels.group(need.group)}, level {level}" if level else labels.group(need.group),
        f"{labels.of('need_origin', need.origin)} · {labels.of('need_status', need.status)}"
        + (f" ({need.reason})" if need.reason and need.evidence else ""),
        f"The person: {labels.of('person_view', need.persons_view)}",
        f"Leads to: {'; '.join(actions)}" if actions else "",
        f"Source: {need.source}",
    )


def action_details(action: Action, plan: Plan, labels: Labels) -> tuple[str, ...]:
    """Everything about an action, line by line."""
    needs = [one.title for one in plan.needs if one.code in action.needs]
    due = day_words(action.due.on) if action.due.on else due_words(action.due)
    return _filled(
        f"{action.activity}  {action.title}",
        f"In the plan: {labels.of('done_by', action.said_by)}: {action.said}",
        f"Owner: {action.owner or 'nobody yet'}",
        f"Due: {due}" + (f" ({action.due.note})" if action.due.note and action.due.on else ""),
        f"Status: {labels.of('action_status', action.status)}" + (f" ({action.reason})" if action.reason else ""),
        f"Has to wait: {action.locked_because}" if action.locked_because else "",
        f"For: {'; '.join(needs)}" if needs else "For everyone (level 1)" if action.level == 1 else "",
        f"Source: {action.source}",
    )


def signpost_details(signpost: Signpost, plan: Plan, labels: Labels) -> tuple[str, ...]:
    """Everything about a signpost and its follow-up."""
    follow_up = signpost.follow_up
    outcome = follow_up_words(follow_up, labels)
    return _filled(
        signpost.service_name,
        f"{labels.of('signpost_how', signpost.how)} on {day_words(signpost.given_on)}",
        f"Follow up: {due_words(follow_up.due)} · {outcome}",
        f"Next: {follow_up.next_step}" if follow_up.next_step else "",
        f"Activity: {signpost.activity}",
    )


def follow_up_words(follow_up: FollowUp, labels: Labels) -> str:
    """Open, or what came of it."""
    if follow_up.outcome is None:
        return labels.of("follow_up_status", follow_up.status)
    return labels.of("follow_up_outcome", follow_up.outcome)


def level_details(level: GroupLevel, plan: Plan, labels: Labels) -> tuple[str, ...]:
    """The level of a group, and what speaks for another."""
    agrees = {True: "You agreed to level 3.", False: "You said no to level 3.", None: ""}[level.worker_agrees]
    markers = "; ".join(marker.title for marker in level.markers)
    return _filled(
        f"{labels.group(level.group)}: level {level.level}",
        "Level 3 is offered: do you agree?" if level.offered_3 and level.worker_agrees is None else agrees,
        f"Makes it more complex: {markers}" if markers else "Nothing marked as making it more complex.",
        f"Reason: {level.reason}" if level.reason else "",
    )


def _filled(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)

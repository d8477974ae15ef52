"""The words a plan is shown in on the screen: statuses, groups, dates, and a line for each thing in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import get_args

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.model import (
    Action,
    ActionStatus,
    ClockState,
    Deadline,
    DueDate,
    FollowUpOutcome,
    Group,
    GroupLevel,
    Need,
    NeedOrigin,
    NeedStatus,
    PersonsView,
    Plan,
    SaidBy,
    Signpost,
    SignpostHow,
)

QuestionWords = Callable[[str], str]

GROUPS: dict[Group, str] = {
    "ACC": "Home",
    "ETE": "Work and learning",
    "FIN": "Money",
    "PSH": "Health and people",
    "SUP": "Support",
}
NEED_STATUS: dict[NeedStatus, str] = {
    "proposed": "proposed",
    "confirmed": "confirmed",
    "dropped": "dropped",
    "being_met": "being met",
    "met": "met",
    "unmet": "unmet",
}
NEED_SIGNS: dict[NeedStatus, str] = {
    "proposed": "?",
    "confirmed": "●",
    "dropped": "×",
    "being_met": "◐",
    "met": "●",
    "unmet": "○",
}
VIEWS: dict[PersonsView, str] = {
    "not_read_back": "not read back yet",
    "agreed": "agrees",
    "changed": "would put it differently",
    "not_mine": "not a need to them",
}
ORIGINS: dict[NeedOrigin, str] = {"rule": "from the answers", "worker": "added by you", "person": "asked for"}
ACTION_STATUS: dict[ActionStatus, str] = {
    "proposed": "proposed",
    "agreed": "agreed",
    "in_progress": "under way",
    "delivered": "done",
    "declined": "offered, declined",
    "not_possible": "not possible",
    "not_needed": "not needed",
    "held": "held for now",
    "transferred": "passed on",
}
SAID_BY: dict[SaidBy, str] = {"i_will": "I will", "we_will": "We will", "worker_will": "Worker will"}
CLOCKS: dict[ClockState, str] = {
    "on_time": "on time",
    "late": "LATE",
    "not_started": "not started",
    "not_computable": "can't be worked out yet",
}
HOW: dict[SignpostHow, str] = {
    "told": "told",
    "leaflet": "leaflet",
    "introduced": "introduced",
    "rang_together": "rang together",
    "went_with": "went with",
}
OUTCOMES: dict[FollowUpOutcome, str] = {
    "met": "met",
    "engaged": "taking part",
    "not_yet": "not yet, waiting",
    "service_refused": "service said no",
    "declined": "declined",
    "changed_mind": "changed their mind",
    "unsafe_to_contact": "not safe to get in touch",
    "not_reached": "not reached",
}
NEED_CHOICES: tuple[NeedStatus, ...] = get_args(NeedStatus)
ACTION_CHOICES: tuple[ActionStatus, ...] = get_args(ActionStatus)
VIEW_CHOICES: tuple[PersonsView, ...] = get_args(PersonsView)
SAID_BY_CHOICES: tuple[SaidBy, ...] = get_args(SaidBy)
GROUP_CHOICES: tuple[Group, ...] = get_args(Group)


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


def need_details(need: Need, plan: Plan, question: QuestionWords) -> tuple[str, ...]:
    """Everything about a need, line by line."""
    level = next((one.level for one in plan.levels if one.group == need.group), None)
    actions = [one.title for one in plan.actions if need.code in one.needs]
    return _filled(
        need.title,
        because(need, question),
        f"{GROUPS[need.group]}, level {level}; {ORIGINS[need.origin]}" if level else GROUPS[need.group],
        f"Status: {NEED_STATUS[need.status]}" + (f" ({need.reason})" if need.reason and need.evidence else ""),
        f"The person: {VIEWS[need.persons_view]}",
        f"Leads to: {'; '.join(actions)}" if actions else "",
        f"Source: {need.source}",
    )


def action_details(action: Action, plan: Plan) -> tuple[str, ...]:
    """Everything about an action, line by line."""
    needs = [one.title for one in plan.needs if one.code in action.needs]
    due = day_words(action.due.on) if action.due.on else due_words(action.due)
    return _filled(
        f"{action.activity}  {action.title}",
        f"In the plan: {SAID_BY[action.said_by]}: {action.said}",
        f"Owner: {action.owner or 'nobody yet'}",
        f"Due: {due}" + (f" ({action.due.note})" if action.due.note and action.due.on else ""),
        f"Status: {ACTION_STATUS[action.status]}" + (f" ({action.reason})" if action.reason else ""),
        f"Has to wait: {action.locked_because}" if action.locked_because else "",
        f"For: {'; '.join(needs)}" if needs else "For everyone (level 1)" if action.level == 1 else "",
        f"Source: {action.source}",
    )


def signpost_details(signpost: Signpost, plan: Plan) -> tuple[str, ...]:
    """Everything about a signpost and its follow-up."""
    follow_up = signpost.follow_up
    outcome = OUTCOMES[follow_up.outcome] if follow_up.outcome else "open"
    return _filled(
        signpost.service_name,
        f"{HOW[signpost.how].capitalize()} on {day_words(signpost.given_on)}; {signpost.status}",
        f"Follow up: {due_words(follow_up.due)} · {outcome}",
        f"Next: {follow_up.next_step}" if follow_up.next_step else "",
        f"Activity: {signpost.activity}",
    )


def deadline_details(deadline: Deadline, plan: Plan) -> tuple[str, ...]:
    """Everything about a date."""
    due = day_words(deadline.due) if deadline.due else "no date"
    return _filled(deadline.title, f"{due} · {CLOCKS[deadline.state]}", deadline.note)


def level_details(level: GroupLevel, plan: Plan) -> tuple[str, ...]:
    """The level of a group, and what speaks for another."""
    agrees = {True: "You agreed to level 3.", False: "You said no to level 3.", None: ""}[level.worker_agrees]
    markers = "; ".join(marker.title for marker in level.markers)
    return _filled(
        f"{GROUPS[level.group]}: level {level.level}",
        "Level 3 is offered: do you agree?" if level.offered_3 and level.worker_agrees is None else agrees,
        f"Makes it more complex: {markers}" if markers else "Nothing marked as making it more complex.",
        f"Reason: {level.reason}" if level.reason else "",
    )


def _filled(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)

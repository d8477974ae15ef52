"""The words a plan is shown in on the screen: dates, reasons, and all there is to say of each thing in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.deliveries import deliveries_of
from bcst_tui.plan.evidence import with_question
from bcst_tui.plan.labels import Labels
from bcst_tui.plan.model import (
    Action,
    ActionStatus,
    Delivery,
    DueDate,
    Evidence,
    FollowUp,
    FollowUpOutcome,
    Group,
    GroupLevel,
    Need,
    NeedStatus,
    PersonsView,
    Plan,
    Referral,
    SaidBy,
    Signpost,
    SignpostHow,
)
from bcst_tui.plan.own_actions import is_own
from bcst_tui.plan.referrals import GOES_ON_TO
from bcst_tui.plan.ways_on import TIER_WORDS

QuestionWords = Callable[[str], str]
"""The words of the question that an answer was to."""
LevelAdds = Callable[[Group], tuple[str, ...]]
"""What level 3 of a group would add."""

NEED_SIGNS: dict[NeedStatus, str] = {
    "proposed": "?",
    "confirmed": "●",
    "dropped": "×",
    "being_met": "◐",
    "met": "●",
    "unmet": "○",
}
ACTION_CHOICES: tuple[ActionStatus, ...] = get_args(ActionStatus)
VIEW_CHOICES: tuple[PersonsView, ...] = get_args(PersonsView)
SAID_BY_CHOICES: tuple[SaidBy, ...] = get_args(SaidBy)
HOW_CHOICES: tuple[SignpostHow, ...] = get_args(SignpostHow)
OUTCOME_CHOICES: tuple[FollowUpOutcome, ...] = get_args(FollowUpOutcome)
SHORT = 150


def due_words(due: DueDate) -> str:
    """The date, or in words why there is none."""
    return short_day(due.on) if due.on else due.note or "no date"


def short_day(day: date) -> str:
    """12 Mar 2027."""
    return f"{day.day} {day:%b %Y}"


def nothing_added(group: Group) -> tuple[str, ...]:
    """Nobody has worked out what level 3 would add."""
    return ()


@dataclass(frozen=True)
class PlanWords:
    """One plan in words."""

    plan: Plan
    question: QuestionWords
    labels: Labels
    level_adds: LevelAdds = nothing_added

    @property
    def agreed(self) -> str:
        """Which version this is, or what it is a draft of."""
        plan = self.plan
        if plan.agreed_on:
            return f"version {plan.version}, agreed {day_words(plan.agreed_on)}"
        return f"changed since version {plan.version}" if plan.version else "not agreed yet"

    def because(self, need: Need) -> tuple[str, ...]:
        """Why a need is thought to be one: each answer it rests on with its item, or the worker's reason."""
        if need.evidence:
            return tuple(f"Because: {self._told(one)}{_item(one)}" for one in need.evidence)
        return (f"Because: {need.reason}",) if need.reason else ()

    def because_in_short(self, need: Need) -> str:
        """The same on a line or two of a list."""
        told = [f"“{one.words}”{_item(one)}" for one in need.evidence] or [need.reason]
        words = f"Because {'; '.join(told)}" if any(told) else ""
        return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"

    def need_details(self, need: Need) -> tuple[str, ...]:
        """Everything about a need, line by line."""
        actions = [one.title for one in self.plan.actions if need.code in one.needs]
        reason = f" ({need.reason})" if need.reason and need.evidence else ""
        return _filled(
            need.title,
            *self.because(need),
            f"Source: {need.source}",
            f"{self.labels.of('need_origin', need.origin)} · {self.labels.of('need_status', need.status)}{reason}",
            f"The person: {self.labels.of('person_view', need.persons_view)}",
            f"Leads to: {'; '.join(actions)}" if actions else "",
            *self._level_of(need.group),
        )

    def action_details(self, action: Action) -> tuple[str, ...]:
        """What the table has no room for, line by line."""
        needs = [one.title for one in self.plan.needs if one.code in action.needs]
        own = is_own(action.activity)
        return _filled(
            action.title if own else f"{action.activity}  {action.title}",
            f"Has to wait: {action.locked_because}" if action.locked_because else "",
            f"Take care: {action.caution}" if action.caution else "",
            f"For: {'; '.join(needs)}" if needs else "" if own else "For everyone (level 1)",
            self._stands(action),
            *self._done(action),
            f"Provided by: {self.labels.provider(action.provider)}",
            f"By when: {action.due.note}" if action.due.note else "",
            "Added by the worker; Delete takes it out until it is agreed" if own else f"Said: “{action.said}”",
            f"Source: {action.source}",
        )

    def follow_up(self, follow_up: FollowUp) -> str:
        """Open, or what came of it."""
        if follow_up.outcome is None:
            return self.labels.of("follow_up_status", follow_up.status)
        return self.labels.of("follow_up_outcome", follow_up.outcome)

    def signpost_details(self, signpost: Signpost) -> tuple[str, ...]:
        """Everything about a signpost and its follow-up."""
        follow_up = signpost.follow_up
        return _filled(
            signpost.service_name,
            f"{self.labels.of('signpost_how', signpost.how)} on {day_words(signpost.given_on)}",
            f"Safe to ring or write? {self.labels.of('safe_to_contact', signpost.safe_to_contact)}",
            f"Follow up: {due_words(follow_up.due)} · {self.follow_up(follow_up)}",
            f"Next: {_next_step(follow_up)}" if _next_step(follow_up) else "",
            *(
                f"{day_words(one.on)}: {self.labels.of('follow_up_outcome', one.outcome)}{_by(one.by)}"
                for one in follow_up.checks
            ),
            self.action_of(signpost.activity),
        )

    def referral_details(self, referral: Referral) -> tuple[str, ...]:
        """Everything about a referral, step by step."""
        return _filled(
            referral.service_name,
            _look_into_it(referral),
            f"Tier {TIER_WORDS[referral.tier - 1]}" if referral.tier else "",
            f"The person agreed: {self.labels.of('consent_given_how', referral.given_how)}"
            if referral.given_how
            else "",
            f"Do they know the person? {self.labels.of('caseload_check', referral.caseload)}, "
            f"{day_words(referral.caseload_on)}"
            if referral.caseload_on
            else "",
            *(
                f"{day_words(one.on)}: {self.labels.of('referral_status', one.status)}{_by(one.by)}"
                f"{f'. {one.words}' if one.words else ''}"
                for one in referral.steps
            ),
            self.action_of(referral.activity),
        )

    def action_of(self, activity: str) -> str:
        """The action a service was named for."""
        title = next((one.title for one in self.plan.actions if one.activity == activity), "")
        return f"For: {title}" if title else ""

    def done_in_short(self, action: Action) -> str:
        """How far and when something was done of an action last, on a line of the list."""
        done = deliveries_of(self.plan, action.activity)
        return f"{self.labels.of('delivery', done[-1].extent)}, {short_day(done[-1].on)}" if done else ""

    def _done(self, action: Action) -> tuple[str, ...]:
        return tuple(self._delivery(one) for one in deliveries_of(self.plan, action.activity))

    def _delivery(self, one: Delivery) -> str:
        return f"{self.labels.of('delivery', one.extent)}, {day_words(one.on)}: {one.what}{_by(one.by_role)}"

    def _stands(self, action: Action) -> str:
        """How it stands, since when, who said so, to whom it went and why."""
        since = f" since {day_words(action.status_on)}" if action.status_on else ""
        to_whom = f", to {action.passed_to}" if action.passed_to else ""
        why = f": {action.reason}" if action.reason else ""
        if not (since or why):
            return ""
        return f"{self.labels.of('action_status', action.status)}{since}{_by(action.status_by)}{to_whom}{why}"

    def level_details(self, level: GroupLevel) -> tuple[str, ...]:
        """The level of a group, and what speaks for another."""
        return _filled(
            f"{self.labels.group(level.group)}: level {level.level}",
            *self._level_words(level),
            f"Reason: {level.reason}" if level.reason else "",
        )

    def group_heading(self, group: Group) -> str:
        """A group over its needs, with its level."""
        level = next((one for one in self.plan.levels if one.group == group), None)
        if level is None:
            return self.labels.group(group)
        offered = ", level 3 offered" if level.offered_3 and level.worker_agrees is None else ""
        return f"{self.labels.group(group)} · level {level.level}{offered}"

    def _level_of(self, group: Group) -> tuple[str, ...]:
        level = next((one for one in self.plan.levels if one.group == group), None)
        if level is None:
            return ()
        return (f"{self.labels.group(group)}, level {level.level}", *self._level_words(level))

    def _level_words(self, level: GroupLevel) -> tuple[str, ...]:
        agrees = {True: "You agreed to level 3.", False: "You said no to level 3.", None: ""}[level.worker_agrees]
        offered = level.offered_3 and level.worker_agrees is None
        markers = "; ".join(marker.title for marker in level.markers)
        adds = "; ".join(self.level_adds(level.group)) if level.offered_3 else ""
        return _filled(
            "Level 3 is offered: do you agree? (5 goes to the levels)" if offered else agrees,
            _markers_words(level, markers),
            f"Level 3 would add: {adds}" if adds else "",
        )

    def _told(self, one: Evidence) -> str:
        return with_question(one, self.question(one.question_id))


def _by(role: str) -> str:
    return f" ({role})" if role else ""


def _item(evidence: Evidence) -> str:
    """The item of the specification a question belongs to: `c14_homeless` → c14; a fact belongs to none."""
    found = re.match(r"[a-z]\d\d", evidence.question_id)
    return f" ({found[0]})" if found else ""


def _markers_words(level: GroupLevel, markers: str) -> str:
    if not markers:
        return "Nothing marked as making it more complex."
    return (
        f"Would make a need here more complex: {markers}" if level.level == 1 else f"Makes it more complex: {markers}"
    )


def _next_step(follow_up: FollowUp) -> str:
    """What was said to happen next: at the last check, also where it stays open."""
    said = [one.next_step for one in follow_up.checks[-1:]]
    return follow_up.next_step or "".join(said)


def _look_into_it(referral: Referral) -> str:
    """When a referral is looked into; nothing of one that has ended."""
    if not GOES_ON_TO[referral.status]:
        return ""
    note = referral.check.note if referral.check.on else ""
    return f"Look into it: {due_words(referral.check).rstrip('.')}. {note}".strip()


def _filled(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)

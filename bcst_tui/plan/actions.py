"""Which activities of the minimum specification are planned for this person, and how each stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Self

from bcst_tui.interview.answer import NoAnswer
from bcst_tui.interview.known import Known
from bcst_tui.plan.carrying import DECLINED_IN_THE_INTERVIEW, IN_THE_INTERVIEW
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.due_dates import DELIVERED, due_date, with_extra_time
from bcst_tui.plan.evidence import grounds, rows_behind, unique
from bcst_tui.plan.levels import SAME_TASKS_AT_3, stands
from bcst_tui.plan.model import Action, ActionStatus, DueDate, Group, GroupLevel, Level, Need, Signpost
from bcst_tui.reference.activity import Activity
from bcst_tui.reference.reference import Reference
from bcst_tui.script.condition import Condition, holds
from bcst_tui.script.rules import ActionRule, ClosingRule

NOT_WAITING_FOR_LEVEL_3 = ("SUP-3-02", "ACC-3-01", "ACC-3-03", "ACC-3-05", "ACC-3-07", "PSH-3-03")
CHECKED_BEFORE_RELEASE = ("PSH-1-05",)
WAITS_FOR_YES = "This waits for the person's yes."


@dataclass(frozen=True)
class Circumstances:
    """All that decides which actions there are."""

    known: Known
    reference: Reference
    needs: Mapping[str, Need]
    levels: Mapping[Group, Level]
    dates: CaseDates
    signposted: frozenset[str] = frozenset()
    is_first: bool = True
    before: Mapping[str, Action] = field(default_factory=dict)
    """The actions of the plan this one goes on from: what stood there counts its time from the day it arose."""
    agreed: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How deep each topic is open to each agency."""

    @classmethod
    def of(
        cls,
        known: Known,
        reference: Reference,
        needs: Iterable[Need],
        levels: Iterable[GroupLevel],
        dates: CaseDates,
        signposts: Iterable[Signpost],
        is_first: bool,
        before: Iterable[Action] = (),
        agreed: Mapping[tuple[str, str], int] = MappingProxyType({}),
    ) -> Self:
        """The circumstances of one sitting, with needs by code and levels by group."""
        by_code = {need.code: need for need in needs}
        by_group = {one.group: one.level for one in levels}
        signposted = frozenset(one.activity for one in signposts)
        stood = {one.activity: one for one in before}
        return cls(known, reference, by_code, by_group, dates, signposted, is_first, stood, agreed)

    def arose(self, activity_id: str) -> date:
        """The day of the sitting that first called for this activity."""
        stood = self.before.get(activity_id)
        return (stood.found_on if stood is not None else None) or self.known.today


@dataclass(frozen=True)
class Ground:
    """One reason for an action: the rule that holds, for a need or by its own fact."""

    rule: ActionRule
    found_on: date
    audiences: tuple[str, ...]


def planned_actions(around: Circumstances) -> tuple[Action, ...]:
    """Every ordinary level 1 activity, and each higher one there is a reason for; one action an activity."""
    reasons = _reasons(around)
    closings: dict[str, list[ClosingRule]] = {}
    for closing in around.known.script.closings:
        closings.setdefault(closing.activity, []).append(closing)
    return tuple(
        _action(activity, reasons.get(activity.id, []), closings.get(activity.id, []), around)
        for activity in around.reference.activities.values()
        if activity.id in reasons or _is_everyones(activity) or activity.id in around.signposted
    )


def sealed_level_1(reference: Reference) -> tuple[str, ...]:
    """The level 1 activities of the private part: everyone's too (R20), held there and in no ordinary plan."""
    return tuple(one.id for one in reference.activities.values() if one.level == 1 and one.is_sealed)


def is_personal(activity: Activity) -> bool:
    """Whether an activity may stand in somebody's ordinary plan."""
    return activity.scope == "person" and not activity.never_proposed and not activity.is_sealed


def _is_everyones(activity: Activity) -> bool:
    return activity.level == 1 and not activity.is_sealed


def _reasons(around: Circumstances) -> dict[str, list[Ground]]:
    reasons: dict[str, list[Ground]] = {}
    for rule in around.known.script.actions:
        activity = around.reference.activities[rule.activity]
        if is_personal(activity) and _applies(rule, activity, around):
            reasons.setdefault(rule.activity, []).append(_ground(rule, around))
    for activity_id in list(reasons):
        same_task = around.reference.activities[activity_id].same_task_as
        if same_task is not None:
            reasons.pop(same_task, None)
    return reasons


def _applies(rule: ActionRule, activity: Activity, around: Circumstances) -> bool:
    level = around.levels.get(_group(activity), 1)
    if rule.need is not None and not _is_standing(rule.need, around.needs):
        return False
    if rule.only_at_level is not None and level != int(rule.only_at_level):
        return False
    if activity.level == 3 and activity.id not in NOT_WAITING_FOR_LEVEL_3 and level != 3:
        return False
    return rule.when is None or holds(rule.when, around.known)


def _is_standing(code: str, needs: Mapping[str, Need]) -> bool:
    return code in needs and stands(needs[code])


def _ground(rule: ActionRule, around: Circumstances) -> Ground:
    need = around.needs.get(rule.need or "")
    own = grounds(rule.when, around.known).audiences if rule.when is not None else ()
    found_on = (need.found_on if need else None) or around.arose(rule.activity)
    return Ground(rule, found_on, unique([*(need.audiences if need else ()), *own]))


def _action(activity: Activity, reasons: list[Ground], closings: list[ClosingRule], around: Circumstances) -> Action:
    locked = _lock(activity, reasons, around)
    status: ActionStatus = "held" if locked else _closed(closings, around.known)
    group_level = around.levels.get(_group(activity), 1)
    extra_time = activity.group in SAME_TASKS_AT_3 and group_level == 3 and 3 in activity.levels
    locks = [one.rule.locked_unless for one in reasons if locked]
    cautions = [one.rule for one in reasons if _calls_for_care(one.rule, around.known)]
    behind = _rows_read([*locks, *(rule.caution_when for rule in cautions)], around.known)
    return Action(
        activity=activity.id,
        title=activity.title,
        said=activity.said,
        neutral=around.reference.neutral_labels[activity.label],
        provider=activity.provider,
        owner=around.reference.provider_of(activity.id),
        level=3 if extra_time else _level(activity),
        needs=unique(one.rule.need for one in reasons if one.rule.need is not None),
        due=_due(activity, status, reasons, extra_time, around),
        audiences=unique([activity.row, *(row for one in reasons for row in one.audiences), *behind]),
        source="; ".join(unique([activity.source, *(one.rule.source for one in reasons)])),
        status=status,
        locked_because=locked,
        reason=DECLINED_IN_THE_INTERVIEW if status == "declined" else "",
        caution=" ".join(unique(rule.caution for rule in cautions if rule.caution)),
        status_on=around.known.today if status in ("delivered", "declined") else None,
        found_on=around.arose(activity.id),
    )


def _rows_read(conditions: Iterable[Condition | None], known: Known) -> list[str]:
    return [row for one in conditions if one is not None for row in rows_behind(one, known)]


def _calls_for_care(rule: ActionRule, known: Known) -> bool:
    return rule.caution_when is not None and holds(rule.caution_when, known)


def _lock(activity: Activity, reasons: list[Ground], around: Circumstances) -> str:
    """Why the action waits; one reason without a lock, or with an open one, is enough to begin.

    Where an agency's consent opens it, that decides, whether it was said in answer to a question or agreed since.
    """
    because = ""
    unlocks = around.reference.unlocks_of(activity.id)
    is_agreed = any(around.agreed.get((agency, topic), 0) >= depth for agency, topic, depth in unlocks)
    for reason in reasons:
        unless = reason.rule.locked_unless
        if unless is None and activity.consent != "explicit":
            return ""
        if is_agreed if unlocks else unless is not None and holds(unless, around.known):
            return ""
        because = because or reason.rule.locked_because or WAITS_FOR_YES
    return because


def _closed(closings: list[ClosingRule], known: Known) -> ActionStatus:
    """Delivered if the interview did it; declined where all it rests on was declined."""
    for closing in closings:
        if holds(closing.when, known):
            names = [one.question_id for one in grounds(closing.when, known).evidence]
            answers = [known.answers[name][1] for name in names if name in known.answers]
            declined = all(isinstance(one, NoAnswer) and one.code == "declined" for one in answers)
            return "declined" if answers and declined else closing.counts_as
    return "proposed"


def _due(
    activity: Activity, status: ActionStatus, reasons: list[Ground], extra_time: bool, around: Circumstances
) -> DueDate:
    today, dates, clocks = around.known.today, around.dates, around.reference.clocks
    if status == "delivered":
        return DueDate(DELIVERED, today, IN_THE_INTERVIEW)
    if not reasons:
        return due_date(_level_1_clock(activity, around), around.arose(activity.id), dates, clocks)
    dues = [due_date(one.rule.due, one.found_on, dates, clocks) for one in reasons]
    soonest = min(dues, key=lambda due: due.on or date.max)
    first_found = min(one.found_on for one in reasons)
    return with_extra_time(soonest, first_found, dates, clocks) if extra_time else soonest


def _level_1_clock(activity: Activity, around: Circumstances) -> str:
    """Open level 1 work is due with part 2 (R26), what a later sitting first brings as for a need found then."""
    if activity.id in CHECKED_BEFORE_RELEASE:
        return "health_checks"
    stood = around.before.get(activity.id)
    if stood is not None and stood.due.clock == "part_2":
        return "part_2"
    return "part_2" if around.is_first else "new_need"


def _group(activity: Activity) -> Group:
    assert activity.group != "DVA" and activity.group != "SWK"
    return activity.group


def _level(activity: Activity) -> Level:
    return 3 if activity.level == 3 else 2 if activity.level == 2 else 1

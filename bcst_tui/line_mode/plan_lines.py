"""A plan in lines that can be read aloud: no columns, nothing told by place alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.model import Action, Need, Plan
from bcst_tui.plan.own_actions import is_own
from bcst_tui.plan.timeline import Timeline, spoken_lines

NO_DATE = "no date yet"


def plan_lines(plan: Plan, timeline: Timeline) -> Iterator[str]:
    """Needs, actions, follow-ups, a line for each; then every date in its order, up to release and after."""
    levels = {level.group: level for level in plan.levels}
    yield "Needs:"
    for need in plan.needs:
        level = levels[need.group]
        yield f"  {_need(need)}; level {level.level}{', level 3 offered' if level.offered_3 else ''}"
    yield "Actions:"
    yield from (f"  {_action(action)}" for action in plan.actions)
    yield "Follow-ups:"
    for one in plan.signposts:
        yield f"  {one.service_name}: asked about on {_day(one.follow_up.due.on, one.follow_up.due.note)}"
    yield "Dates:"
    yield from (f"  {line}" for line in spoken_lines(timeline))


def _need(need: Need) -> str:
    because = "; ".join(told.words for told in need.evidence) or need.reason
    return f"{need.title}, {need.status.replace('_', ' ')}, because of: {because}"


def _action(action: Action) -> str:
    waits = f"; waits: {action.locked_because}" if action.locked_because else ""
    care = f"; take care: {action.caution}" if action.caution else ""
    status = action.status.replace("_", " ")
    named = action.title if is_own(action.activity) else f"{action.activity} {action.title}"
    return f"{named}: {action.owner}, {status}, {_day(action.due.on, action.due.note)}{waits}{care}"


def _day(day: date | None, note: str) -> str:
    return day_words(day) if day else note or NO_DATE

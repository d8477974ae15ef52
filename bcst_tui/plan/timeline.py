"""The dates of a plan in one line of time: what was, today, what is due, the last 12 weeks, release.

For the worker. A copy for anybody else draws a plan and dates already cut to that reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Literal, TypeVar

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.deadlines import uc_limits
from bcst_tui.plan.due_dates import Clocks
from bcst_tui.plan.model import Action, Deadline, DueDate, Plan, Signpost
from bcst_tui.plan.referrals import ASKED_ABOUT

MarkKind = Literal["came_in", "today", "deadline", "action", "follow_up", "reminder", "release"]
WINDOW, RENT_HELP = "last_12_weeks", "uc_housing_limit"
TO_DO = ("proposed", "agreed", "in_progress", "held")
Due = TypeVar("Due", Action, Signpost)


@dataclass(frozen=True)
class Mark:
    """One thing that falls on a day; what is due on the same day together is one mark."""

    on: date
    kind: MarkKind
    label: str = field(repr=False)
    details: tuple[str, ...] = field(default=(), repr=False)
    is_late: bool = False


@dataclass(frozen=True)
class Undated:
    """What has no date, and the sentence why not."""

    label: str = field(repr=False)
    why: str


@dataclass(frozen=True)
class Timeline:
    """Every mark in the order of the days, and what can't be put on a day."""

    marks: tuple[Mark, ...]
    undated: tuple[Undated, ...]
    today: date
    release: date | None = None
    window_opens: date | None = None


def timeline(plan: Plan, dates: CaseDates, today: date, clocks: Clocks) -> Timeline:
    """Every date of the plan that still matters, once; settled actions and closed follow-ups have none."""
    marks = (
        *_fixed_marks(dates, today),
        *(_deadline_mark(one, one.due) for one in plan.deadlines if one.due is not None),
        *_other_rent_limit(plan, dates, clocks),
        *_action_marks(_to_do(plan), today),
        *_follow_up_marks(_to_check(plan), today),
        *_referral_marks(plan, today),
        *_release_marks(dates, today),
    )
    return Timeline(
        marks=tuple(sorted(marks, key=lambda mark: mark.on)),
        undated=tuple(_undated(plan)),
        today=today,
        release=dates.release,
        window_opens=next((one.due for one in plan.deadlines if one.clock == WINDOW), None),
    )


def _fixed_marks(dates: CaseDates, today: date) -> Iterator[Mark]:
    if dates.custody_began is not None:
        yield Mark(dates.custody_began, "came_in", "Came in")
    yield Mark(today, "today", "Today")


def _release_marks(dates: CaseDates, today: date) -> Iterator[Mark]:
    """Release, and the dates that may move it; those are reminders until they are granted (R05)."""
    for day, label in ((dates.home_curfew, "Home detention curfew"), (dates.parole, "Parole")):
        if day is not None:
            yield Mark(day, "reminder", f"{label}, if granted", ("A reminder: it moves nothing until it is granted.",))
    if dates.release is not None:
        over = ("This day has passed. Look at the record.",) if today > dates.release else ()
        yield Mark(dates.release, "release", "Release", over)


def _deadline_mark(deadline: Deadline, due: date) -> Mark:
    return Mark(due, "deadline", deadline.title, (deadline.note,) if deadline.note else (), deadline.state == "late")


def _other_rent_limit(plan: Plan, dates: CaseDates, clocks: Clocks) -> Iterator[Mark]:
    """The later of the two counts of the rent help (R42); the earlier one is the clock."""
    used = next((one.due for one in plan.deadlines if one.clock == RENT_HELP and one.due), None)
    if used is None or dates.custody_began is None:
        return
    by_months, by_days = uc_limits(dates.custody_began, clocks)
    later, count = (by_months, "six months") if by_months > by_days else (by_days, "182 days")
    if later > used:
        yield Mark(later, "reminder", f"Rent help, if it is counted as {count}", ("Ask DWP. The earlier is used.",))


def _to_do(plan: Plan) -> tuple[Action, ...]:
    return tuple(one for one in plan.actions if one.status in TO_DO)


def _to_check(plan: Plan) -> tuple[Signpost, ...]:
    return tuple(one for one in plan.signposts if one.follow_up.status == "open")


def _action_marks(actions: Sequence[Action], today: date) -> Iterator[Mark]:
    for day, due in _by_day([(one.due, one) for one in actions]):
        label = due[0].title if len(due) == 1 else f"{len(due)} actions due"
        details = tuple(f"{one.title} ({one.owner or 'nobody yet'})" for one in due)
        yield Mark(day, "action", label, details, day < today)


def _follow_up_marks(signposts: Sequence[Signpost], today: date) -> Iterator[Mark]:
    for day, due in _by_day([(one.follow_up.due, one) for one in signposts]):
        label = f"Follow up: {due[0].service_name}" if len(due) == 1 else f"{len(due)} services to follow up"
        yield Mark(day, "follow_up", label, tuple(one.service_name for one in due), day < today)


def _referral_marks(plan: Plan, today: date) -> Iterator[Mark]:
    """The days on which a referral is looked into (R34)."""
    for one in plan.referrals:
        if one.status in ASKED_ABOUT and one.check.on is not None:
            note = (one.check.note,) if one.check.note else ()
            yield Mark(one.check.on, "follow_up", f"Referral: {one.service_name}", note, one.check.on < today)


def _by_day(owed: Sequence[tuple[DueDate, Due]]) -> Iterator[tuple[date, list[Due]]]:
    """What is due, day by day."""
    dated = sorted(((due.on, place) for place, (due, _) in enumerate(owed) if due.on is not None))
    for day, places in groupby(dated, key=lambda one: one[0]):
        yield day, [owed[place][1] for _, place in places]


def _undated(plan: Plan) -> Iterator[Undated]:
    """What has no date: clocks each with its sentence, actions and follow-ups together by theirs."""
    yield from (Undated(one.title, one.note) for one in plan.deadlines if one.due is None)
    owed = [(one.due.note, "action") for one in _to_do(plan) if one.due.on is None]
    owed += [(one.follow_up.due.note, "follow-up") for one in _to_check(plan) if one.follow_up.due.on is None]
    for why, what in dict.fromkeys(owed):
        count = owed.count((why, what))
        yield Undated(f"1 {what}" if count == 1 else f"{count} {what}s", why or "No date yet.")


def spoken_lines(line: Timeline) -> Iterator[str]:
    """The dates in lines that can be read aloud, the soonest first; nothing is told by place alone."""
    for mark in line.marks:
        yield f"{day_words(mark.on)}{', late' if mark.is_late else ''}: {mark.label}"
    yield from (f"No date: {one.label}. {one.why}" for one in line.undated)

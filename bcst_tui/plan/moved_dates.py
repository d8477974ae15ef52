"""What a moved date takes along: the release date from one day to another, and every date that was counted from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.due_dates import AGREED, DELIVERED, Clocks
from bcst_tui.plan.model import DueDate, Plan
from bcst_tui.plan.referrals import ASKED_ABOUT

WINDOW = "last_12_weeks"
NOT_COUNTED = ("review", "consent")
ACTIVE = ("proposed", "agreed", "in_progress", "held")
NAMED = 1
"""So many fit in three lines of a narrow window; the papers and the versions of the plan name them all."""


@dataclass(frozen=True)
class MovedDate:
    """One date that is another by now, or can no longer be worked out."""

    title: str = field(repr=False)
    before: date | None
    after: date | None
    audiences: tuple[str, ...]

    @property
    def words(self) -> str:
        return f"{self.title.rstrip('.')}, {_day(self.before)} → {_day(self.after)}"


@dataclass(frozen=True)
class Moves:
    """The release date then and now, and what moved: the last 12 weeks, then the soonest first."""

    release_before: date | None
    release_now: date | None
    dates: tuple[MovedDate, ...]

    @property
    def head(self) -> str:
        """`The release date moved from 3 March 2027 to 14 April 2027.`"""
        before, now = self.release_before, self.release_now
        if before == now:
            return "Dates moved, because a day they are counted from was put right." if self.dates else ""
        if before is None and now is not None:
            return f"There is a release date now: {day_words(now)}."
        if now is None and before is not None:
            return f"There is no release date any more (it was {day_words(before)}). Choose a review date."
        assert before is not None and now is not None
        return f"The release date moved from {day_words(before)} to {day_words(now)}."

    @property
    def sentence(self) -> str:
        """All of it, with the first date by name; empty where nothing moved."""
        if not self.head or not self.dates:
            return self.head
        count = len(self.dates)
        more = f"; and {count - NAMED} more" if count > NAMED else ""
        named = "; ".join(one.words for one in self.dates[:NAMED])
        return f"{self.head} {count} {'date' if count == 1 else 'dates'} moved with it: {named}{more}."


def moves(older: Plan, newer: Plan, clocks: Clocks) -> Moves:
    """What moved between two forms of one plan; a day agreed with the person never does by itself.

    A release date found or lost says by itself that the last 12 weeks have a day now, or none.
    """
    found = (*_clocks(older, newer), *_actions(older, newer), *_follow_ups(older, newer), *_referrals(older, newer))
    window = next((one.title for one in newer.deadlines if one.clock == WINDOW), "")
    dates = sorted(found, key=lambda one: (one.title != window, *_soonest(one)))
    return Moves(release_of(older, clocks), release_of(newer, clocks), tuple(dates))


def release_of(plan: Plan, clocks: Clocks) -> date | None:
    """The release date a plan counts from, by its window."""
    opens = next((one.due for one in plan.deadlines if one.clock == WINDOW), None)
    return None if opens is None else opens + timedelta(days=clocks[WINDOW].days_before_release[0])


def _clocks(older: Plan, newer: Plan) -> Iterator[MovedDate]:
    before = {(one.clock, one.title): one for one in older.deadlines}
    for one in newer.deadlines:
        was = before.get((one.clock, one.title))
        if was is None or was.due == one.due or one.clock in NOT_COUNTED:
            continue
        if one.clock != WINDOW or (was.due and one.due):
            yield MovedDate(one.title, was.due, one.due, (one.audience,))


def _actions(older: Plan, newer: Plan) -> Iterator[MovedDate]:
    before = {one.activity: one for one in older.actions}
    for one in newer.actions:
        was = before.get(one.activity)
        if was is not None and one.status in ACTIVE and _has_moved(was.due, one.due):
            yield MovedDate(one.title, was.due.on, one.due.on, one.audiences)


def _follow_ups(older: Plan, newer: Plan) -> Iterator[MovedDate]:
    before = {(one.service, one.activity): one for one in older.signposts}
    for one in newer.signposts:
        was = before.get((one.service, one.activity))
        if was is None or one.follow_up.status == "closed":
            continue
        if _has_moved(was.follow_up.due, one.follow_up.due):
            title = f"Follow up: {one.service_name}"
            yield MovedDate(title, was.follow_up.due.on, one.follow_up.due.on, one.audiences)


def _referrals(older: Plan, newer: Plan) -> Iterator[MovedDate]:
    before = {one.number: one for one in older.referrals}
    for one in newer.referrals:
        was = before.get(one.number)
        if was is not None and was.status == one.status in ASKED_ABOUT and _has_moved(was.check, one.check):
            title = f"Look into the referral: {one.service_name}"
            yield MovedDate(title, was.check.on, one.check.on, one.audiences)


def _has_moved(was: DueDate, now: DueDate) -> bool:
    by_hand = {AGREED, DELIVERED} & {was.clock, now.clock}
    return was.on != now.on and not by_hand


def _soonest(one: MovedDate) -> tuple[date, str]:
    return one.after or date.max, one.title


def _day(day: date | None) -> str:
    return day_words(day) if day is not None else "no date"

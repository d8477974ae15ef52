"""When a service is asked about again: on a day that was typed, at the review, or as its clock says (K04, R33)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bcst_tui.interview.answer import Rejection
from bcst_tui.plan.due_dates import AGREED, FOLLOW_UP, Clocks, agreed_day, signpost_follow_up
from bcst_tui.plan.model import Deadline, DueDate, FollowUp, Plan, Signpost

AT_REVIEW = "Ask again at the review."
WINDOW = "last_12_weeks"
REVIEWS = (WINDOW, "review")


def asked_on(plan: Plan, ask_again: str, at_review: bool, today: date) -> DueDate | Rejection | None:
    """The day to ask again: that of the review, one that was typed, or none."""
    if at_review:
        return review_day(plan.deadlines, today)
    day = agreed_day(ask_again, today) if ask_again.strip() else None
    return DueDate(AGREED, day) if isinstance(day, date) else day


def review_day(deadlines: Iterable[Deadline], today: date) -> DueDate | None:
    """The day from which the next review can ask about something again; None where no such day is known."""
    days = [(one.due, one.clock) for one in deadlines if one.clock in REVIEWS and one.due is not None]
    ahead = [DueDate(clock, day) for day, clock in sorted(days) if day > today]
    return ahead[0] if ahead else None


def redated(
    signpost: Signpost, deadlines: Sequence[Deadline], release: date | None, sat_on: date, clocks: Clocks
) -> Signpost:
    """With the day to ask again counted anew, as the release date may have moved: from the day it was given (R33), or
    from the review it waits for. `sat_on`: the day of the sitting."""
    follow_up = signpost.follow_up
    due = follow_up.due
    if follow_up.status == "closed":
        return signpost
    if due.clock == FOLLOW_UP:
        due = signpost_follow_up(signpost.given_on, release, clocks)
    elif due.clock in REVIEWS:
        due = _at_the_review(follow_up, deadlines, sat_on)
    return replace(signpost, follow_up=replace(follow_up, due=due))


def _at_the_review(follow_up: FollowUp, deadlines: Sequence[Deadline], sat_on: date) -> DueDate:
    """The day of the review that is waited for, never before it was said to wait; one that came already, without the
    last 12 weeks, or whose day is no longer known, stays as it stood."""
    due = follow_up.due
    window = next((one.due for one in deadlines if one.clock == WINDOW), None)
    has_come = due.clock != WINDOW and due.on is not None and due.on <= sat_on
    if has_come:
        return due
    if window is not None:
        return DueDate(WINDOW, max([window, *(one.on for one in follow_up.checks)]))
    return review_day(deadlines, sat_on) or due

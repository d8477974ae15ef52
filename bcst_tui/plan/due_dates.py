"""When an action or a follow-up is due, by the one clock table (R11, R24, R33, R34, R44)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.dates import read_date
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.model import DueDate
from bcst_tui.plan.working_days import (
    last_working_day_before,
    next_working_day,
    working_day_on_or_before,
    working_days_after,
    working_days_before,
)
from bcst_tui.reference.guidance import Clock

Clocks = Mapping[str, Clock]
AGREED = "agreed_date"
OVER_FOUR_YEARS = "No date over four years, but what cannot wait is for now"
DELIVERED = "delivered"
FOLLOW_UP = "signpost_follow_up"
CANNOT_WAIT = ("dated_letter", "no_address", "release_day")
CHECK_IN_AFTER = 5
DO_IT_NOW = "Release is less than four weeks away: do it now."
BEFORE_A_LETTER = 2
WITHOUT_RELEASE_DAYS, THEN_EVERY = 10, 20


def agreed_day(typed: str, today: date) -> date | Rejection:
    """The day somebody typed for something to be done by."""
    day = read_date(typed)
    if day is None:
        return Rejection("That is not a date. Write it like 12/3/2027.")
    if day < today:
        return Rejection("That day is over. Choose today or a later day.")
    return day


def due_date(kind: str, found_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """The due date of an action that arose on that day; KeyError for a kind there is not."""
    return _KINDS[kind](found_on, dates, clocks)


def new_need(found_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """The first action on a need (R11)."""
    days = clocks["new_need"].working_days or 0
    return _capped("new_need", working_days_after(found_on, days), found_on, dates)


def next_day(found_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """What cannot wait and has no date of its own, such as an unreported claim: next working day."""
    return _dated_letter(None, found_on, dates, clocks)


def home_letter(found_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """A court or a notice about a home, by the date on that letter."""
    return _dated_letter(dates.home_letter, found_on, dates, clocks)


def debt_letter(found_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """A court or a bailiff about a debt, by the date on that letter."""
    return _dated_letter(dates.debt_letter, found_on, dates, clocks)


def housing_referral(sent_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """The check on a housing referral (R34)."""
    first, *later = housing_referral_checks(sent_on, dates, clocks)
    if dates.release is None:
        return DueDate("housing_referral", first, f"No release date: then every {THEN_EVERY} working days.")
    again = f"Again on {day_words(later[0])}." if later else ""
    return DueDate("housing_referral", first, again)


def housing_referral_checks(sent_on: date, dates: CaseDates, clocks: Clocks) -> tuple[date, ...]:
    """Every day a housing referral is looked into before release."""
    clock = clocks["housing_referral"]
    release = dates.release
    if release is None:
        first = working_days_after(sent_on, WITHOUT_RELEASE_DAYS)
        return first, working_days_after(first, THEN_EVERY)
    first = working_day_on_or_before(release - timedelta(days=clock.days_before_release[0]))
    again = working_days_before(release, clock.working_days_before_release[0])
    if sent_on >= first:
        first = _before_release(working_days_after(sent_on, clock.working_days or 0), sent_on, release)
    return (first, again) if again > first else (first,)


def no_address(found_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """No address for the day of release goes to the home team four weeks before it (R44)."""
    clock = clocks["no_address"]
    if dates.release is None:
        return DueDate("no_address", None, clock.if_missing)
    day = working_day_on_or_before(dates.release - timedelta(days=clock.days_before_release[0]))
    if day >= found_on:
        return DueDate("no_address", day)
    soon = _before_release(next_working_day(found_on), found_on, dates.release)
    return DueDate("no_address", soon, "Release is less than four weeks away: tell the team outside now.")


def release_day(found_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """On the day of release itself."""
    note = "" if dates.release else clocks["no_address"].if_missing
    return DueDate("release_day", dates.release, note)


def health_checks(found_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """Health checks, needs met or not, handover (R35, R37, R38); found less than four weeks before release, now."""
    days = health_check_days(dates, clocks)
    if not days or dates.release is None:
        return DueDate("health_checks", None, clocks["health_checks"].if_missing)
    first, second = days
    notes = []
    if first < found_on <= dates.release:
        first = _before_release(next_working_day(found_on), found_on, dates.release)
        notes.append(DO_IT_NOW)
    if second > first:
        notes.append(f"Again on {day_words(second)}.")
    return DueDate("health_checks", first, " ".join(notes))


def health_check_days(dates: CaseDates, clocks: Clocks) -> tuple[date, ...]:
    """The two days the checks fall on; none without a release date."""
    clock = clocks["health_checks"]
    if dates.release is None:
        return ()
    first = working_day_on_or_before(dates.release - timedelta(days=clock.days_before_release[0]))
    return first, working_days_before(dates.release, clock.working_days_before_release[0])


def part_two(found_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """Five working days after part 1 reached us, that day being day 0 (R02); none over four years (R04)."""
    clock = clocks["part_2"]
    if not dates.has_part_two:
        return DueDate("part_2", None, OVER_FOUR_YEARS)
    if dates.part_one_here is None:
        return DueDate("part_2", None, clock.if_missing)
    note = "On remand this date is an aim." if dates.is_unsentenced else ""
    return DueDate("part_2", working_days_after(dates.part_one_here, clock.working_days or 0), note)


def none_yet(found_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """Nothing to date it by yet."""
    return DueDate("none_yet", None, "To be agreed with the person.")


def with_extra_time(due: DueDate, found_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """More time for the same task, with a check-in on the way (R24, R25); what cannot wait is not put off."""
    clock = clocks["extra_time"]
    if due.clock in CANNOT_WAIT:
        return due
    if due.on is None:
        return DueDate(due.clock, None, due.note or clock.if_missing)
    later = working_days_after(due.on, clock.working_days or 0)
    check_in = working_days_after(found_on, CHECK_IN_AFTER)
    note = f"Extra time: check in on {day_words(check_in)}."
    return DueDate(due.clock, _before_release(later, found_on, dates.release), f"{due.note} {note}".strip())


def signpost_follow_up(given_on: date, release: date | None, clocks: Clocks) -> DueDate:
    """Ten working days after it was given, at latest the last working day before release (R33)."""
    day = working_days_after(given_on, clocks[FOLLOW_UP].working_days or 0)
    return DueDate(FOLLOW_UP, _before_release(day, given_on, release))


def _dated_letter(letter: date | None, found_on: date, dates: CaseDates, clocks: Clocks) -> DueDate:
    """Next working day, or 2 before the date on the letter if sooner; a day that is over is for today."""
    day = working_days_after(found_on, clocks["dated_letter"].working_days or 0)
    if letter is not None:
        day = max(found_on, min(day, working_days_before(letter, BEFORE_A_LETTER)))
    return _capped("dated_letter", day, found_on, dates)


def _capped(clock: str, day: date, found_on: date, dates: CaseDates) -> DueDate:
    return DueDate(clock, _before_release(day, found_on, dates.release))


def _before_release(day: date, from_day: date, release: date | None) -> date:
    """At latest the last working day before a release still to come, and never before the day it arose."""
    if release is None or release < from_day:
        return day
    return max(from_day, min(day, last_working_day_before(release)))


_KINDS: Mapping[str, Callable[[date, CaseDates, Clocks], DueDate]] = {
    "new_need": new_need,
    "next_working_day": next_day,
    "home_letter": home_letter,
    "debt_letter": debt_letter,
    "housing_referral": housing_referral,
    "release_minus_28": no_address,
    "no_address": no_address,
    "release_day": release_day,
    "health_checks": health_checks,
    "part_2": part_two,
    "none_yet": none_yet,
}
DUE_KINDS: tuple[str, ...] = tuple(_KINDS)

"""The clocks of a case, each with its date and state today, or in words why it cannot be worked out.

The table is that of the clocks file; figures and words come from the reference data.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from bcst_tui.interview.known import years_between
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.due_dates import DO_IT_NOW, Clocks, health_check_days, health_checks, no_address, part_two
from bcst_tui.plan.model import ClockState, Deadline
from bcst_tui.plan.uk_time import hours_after
from bcst_tui.plan.working_days import next_working_day, working_days_after

YOUNG_UNTIL, CARE_SUPPORT_UNTIL = 26, 25
CONSENT_WARNING_DAYS = 14
DONE_ON = "Done "


def deadlines(
    dates: CaseDates, today: date, clocks: Clocks, is_first: bool = True, sat_on: date | None = None
) -> tuple[Deadline, ...]:
    """Every clock that runs for this case, in the order of the table; those of the first screening only in it.

    What arose in the sitting counts from its day (`sat_on`, else today); whether it is late is judged by `today`.
    """
    found_on = sat_on or today
    return (
        *([part_one_deadline(dates, today, clocks), part_two_deadline(dates, today, clocks)] if is_first else []),
        last_12_weeks(dates, today, clocks),
        *(both_at_once(dates, today, clocks) if is_first else ()),
        *review(dates, today, found_on, clocks),
        *back_within_6_months(dates, clocks),
        *uc_housing_limit(dates, today, clocks),
        *sentenced(dates, today, found_on, clocks),
        *no_address_deadline(dates, today, found_on, clocks),
        *health_checks_deadlines(dates, today, found_on if is_first else None, clocks),
        *ages(dates, today, clocks),
        *council_consent(dates, today, clocks),
    )


def part_one_deadline(dates: CaseDates, today: date, clocks: Clocks) -> Deadline:
    """72 elapsed hours from reception (R01); from then on a prompt each working day to chase it (R14)."""
    clock = clocks["part_1"]
    if dates.came_in is None:
        return _not_computable("part_1", clocks)
    due = hours_after(dates.came_in, clock.hours or 0)
    by = f"By {due:%H:%M} that day."
    done = dates.part_one_done or dates.part_one_here
    if done is not None:
        late = done > due.date()
        return Deadline(
            "part_1", clock.title, due.date(), "late" if late else "on_time", f"{by} {DONE_ON}{day_words(done)}."
        )
    if today > due.date():
        chase = f"{by} Not received: chase it, next on {day_words(next_working_day(today))}."
        return Deadline("part_1", clock.title, due.date(), "late", chase)
    return Deadline("part_1", clock.title, due.date(), "on_time", by)


def is_part_one_done(note: str) -> bool:
    """Whether the note of a part 1 clock says that it was done, on time or late."""
    return DONE_ON in note


def part_two_deadline(dates: CaseDates, today: date, clocks: Clocks) -> Deadline:
    """Five working days from part 1 received (R02); once the interview has ended, the day it was held decides."""
    due = part_two(today, dates, clocks)
    note = _held(due.note, dates) if due.on is not None else due.note
    return Deadline("part_2", clocks["part_2"].title, due.on, _part_two_state(due.on, dates, today), note)


def _part_two_state(due: date | None, dates: CaseDates, today: date) -> ClockState:
    return "not_started" if due is None else "late" if (dates.part_two_done or today) > due else "on_time"


def _held(note: str, dates: CaseDates) -> str:
    done = f"{DONE_ON}{day_words(dates.part_two_done)}." if dates.part_two_done else ""
    return " ".join(filter(None, (note, done)))


def last_12_weeks(dates: CaseDates, today: date, clocks: Clocks) -> Deadline:
    """The window for the second assessment opens 84 days before release (R05)."""
    if dates.release is None:
        return _not_computable("last_12_weeks", clocks)
    opens = window_opens(dates.release, clocks)
    notes = ["Open now."] if opens <= today <= dates.release else []
    if today > dates.release:
        notes.append("The release date has passed. Look at the record.")
    for title, day in (("home detention curfew", dates.home_curfew), ("parole", dates.parole)):
        if day is not None and day < dates.release:
            notes.append(f"The {title} date, {day_words(day)}, is a reminder until it is granted.")
    state: ClockState = "late" if today > dates.release else "on_time"
    return Deadline("last_12_weeks", clocks["last_12_weeks"].title, opens, state, " ".join(notes))


def window_opens(release: date, clocks: Clocks) -> date:
    return release - timedelta(days=clocks["last_12_weeks"].days_before_release[0])


def is_both_at_once(dates: CaseDates, clocks: Clocks) -> bool:
    """Whether both assessments are one interview: the window opens by the day part 2 is due (R08, R70)."""
    if dates.legal_status == "fixed_term_recall":
        return True
    measured_at = part_two(dates.part_one_here or date.min, dates, clocks).on or dates.custody_began
    if dates.release is None or measured_at is None:
        return False
    return window_opens(dates.release, clocks) <= measured_at


def both_at_once(dates: CaseDates, today: date, clocks: Clocks) -> Iterator[Deadline]:
    if not is_both_at_once(dates, clocks):
        return
    due = part_two(today, dates, clocks).on
    if due is not None and dates.release is not None:
        due = min(due, dates.release)
    note = _held("One interview, two dated records. The day of release comes first.", dates)
    yield Deadline("both_at_once", clocks["both_at_once"].title, due, _part_two_state(due, dates, today), note)


def review(dates: CaseDates, today: date, found_on: date, clocks: Clocks) -> Iterator[Deadline]:
    """A review date where no release date can be counted back from (R09)."""
    clock = clocks["review"]
    if dates.release is not None:
        return
    suggested = dates.review or _suggested_review(dates, found_on, clock.days or 0)
    if suggested is None:
        yield _not_computable("review", clocks)
        return
    note = "" if dates.review else "Suggested. Agree it with the person."
    yield Deadline("review", clock.title, suggested, _state(suggested, today), note)


def back_within_6_months(dates: CaseDates, clocks: Clocks) -> Iterator[Deadline]:
    """Within six calendar months of the last release, part 1 comes filled in from last time (R06)."""
    clock = clocks["back_within_6_months"]
    if dates.released_before is False:
        return
    if dates.last_release is None or dates.custody_began is None:
        yield Deadline("back_within_6_months", clock.title, None, "not_computable", clock.if_missing)
        return
    until = months_after(dates.last_release, clock.months or 0)
    if dates.custody_began <= until:
        note = "Back within it: part 1 may be old, so check it with the person. The plan starts fresh."
        yield Deadline("back_within_6_months", clock.title, until, "on_time", note)


def uc_housing_limit(dates: CaseDates, today: date, clocks: Clocks) -> Iterator[Deadline]:
    """Six calendar months and 182 days from the day custody began, the earlier one used (R42);
    none where the answers say that no claim pays for a home."""
    clock = clocks["uc_housing_limit"]
    if dates.pays_no_rent:
        return
    if dates.custody_began is None:
        yield _not_computable("uc_housing_limit", clocks)
        return
    by_months, by_days = uc_limits(dates.custody_began, clocks)
    limit = min(by_months, by_days)
    both = f"Six months: {day_words(by_months)}. 182 days: {day_words(by_days)}."
    notes = [both, "The earlier is used, counted from the day of reception. Ask DWP."]
    if today > limit:
        notes.append("This day has passed.")
    if dates.release is not None and dates.release > limit:
        notes.append("Release is later: where there is rent to pay, go through keeping or ending the home.")
    yield Deadline("uc_housing_limit", clock.title, limit, "on_time", " ".join(notes))


def uc_limits(began: date, clocks: Clocks) -> tuple[date, date]:
    """The limit by calendar months, and by days."""
    clock = clocks["uc_housing_limit"]
    return months_after(began, clock.months or 0), began + timedelta(days=clock.days or 0)


def sentenced(dates: CaseDates, today: date, found_on: date, clocks: Clocks) -> Iterator[Deadline]:
    """When remand becomes a sentence, the advice on housing costs is given again (R13)."""
    if dates.is_newly_sentenced:
        clock = clocks["sentenced"]
        due = working_days_after(found_on, clock.working_days or 0)
        note = "Remand has become a sentence."
        yield Deadline("sentenced", clock.title, due, _state(due, today), note, "legal_status")


def no_address_deadline(dates: CaseDates, today: date, found_on: date, clocks: Clocks) -> Iterator[Deadline]:
    """With no address for the day of release, the home team is told four weeks before (R44)."""
    if not dates.no_address:
        return
    due = no_address(found_on, dates, clocks)
    state: ClockState = "not_computable" if due.on is None else _state(due.on, today)
    yield Deadline("no_address", clocks["no_address"].title, due.on, state, due.note, "housing_plan")


def health_checks_deadlines(
    dates: CaseDates, today: date, first_sat_on: date | None, clocks: Clocks
) -> Iterator[Deadline]:
    """Two checks before release (R35, R37, R38); a first one past before the first screening is for now, not late."""
    title = clocks["health_checks"].title
    days = health_check_days(dates, clocks)
    if not days or dates.release is None:
        yield _not_computable("health_checks", clocks)
        return
    first, second = days
    note = ""
    if first_sat_on is not None and first < first_sat_on <= dates.release:
        now = health_checks(first_sat_on, dates, clocks)
        first, note = now.on or first, DO_IT_NOW
    yield Deadline("health_checks", f"{title}, first", first, _state(first, today), note)
    if second > first:
        yield Deadline("health_checks", f"{title}, second", second, _state(second, today))


def ages(dates: CaseDates, today: date, clocks: Clocks) -> Iterator[Deadline]:
    """The last day of offers that end with an age still to come (R68, R69)."""
    clock = clocks["ages"]
    if dates.birth_date is None:
        yield Deadline("ages", clock.title, None, "not_computable", clock.if_missing, "birth_ni")
        return
    for age, offer in ((CARE_SUPPORT_UNTIL, "under 25"), (YOUNG_UNTIL, "18 to 25")):
        if years_between(dates.birth_date, today) >= age:
            continue
        last = last_day_under(dates.birth_date, age)
        note = "That is before release." if dates.release is not None and last < dates.release else ""
        yield Deadline("ages", f"{clock.title}, {offer}", last, "on_time", note, "birth_ni")


def last_day_under(birth: date, age: int) -> date:
    """The day before a birthday; somebody born on 29 February has theirs on 1 March in common years."""
    year = birth.year + age
    try:
        birthday = birth.replace(year=year)
    except ValueError:
        birthday = date(year, 3, 1)
    return birthday - timedelta(days=1)


def council_consent(dates: CaseDates, today: date, clocks: Clocks) -> Iterator[Deadline]:
    """A consent runs out after six calendar months, with a warning 14 days before (R85)."""
    if dates.council_consent is None:
        return
    clock = clocks["consent"]
    until = months_after(dates.council_consent, clock.months or 0)
    warn = until - timedelta(days=CONSENT_WARNING_DAYS)
    note = f"Telling a council. Sooner if its purpose is met. Ask again from {day_words(warn)}."
    yield Deadline("consent", clock.title, until, _state(until, today), note, "consents_others")


def months_after(day: date, months: int) -> date:
    """Calendar months later, at latest the end of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _suggested_review(dates: CaseDates, found_on: date, days: int) -> date | None:
    """28 days after reception on remand and standard recall, then yearly on recall; life and IPP by parole date.

    Never a day that is over: on remand the next 28 days are suggested.
    """
    if dates.legal_status in ("life", "ipp"):
        return dates.parole if dates.parole is not None and dates.parole >= found_on else None
    began = dates.custody_began
    if began is None or not (dates.is_unsentenced or dates.legal_status == "standard_recall"):
        return None
    first = began + timedelta(days=days)
    if dates.legal_status != "standard_recall":
        return first if first >= found_on else found_on + timedelta(days=days)
    years = 0
    while months_after(first, 12 * years) < found_on:
        years += 1
    return months_after(first, 12 * years)


def _state(due: date, today: date) -> ClockState:
    return "late" if today > due else "on_time"


def _not_computable(clock: str, clocks: Clocks) -> Deadline:
    return Deadline(clock, clocks[clock].title, None, "not_computable", clocks[clock].if_missing)

"""What is due, over all cases: the worker's list for one day, and the next thing due in each case.

Nothing of the private part is in a plan, so nothing of it can be here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from bcst_tui.interview.showing import day_words
from bcst_tui.plan.deadlines import is_part_one_done
from bcst_tui.plan.due_dates import Clocks
from bcst_tui.plan.model import Plan
from bcst_tui.script.model import SittingKind

Thing = Literal["action", "follow_up", "clock", "interview"]
Band = Literal["overdue", "today", "week", "follow_ups", "part_two", "windows", "reviews", "unfinished"]
BANDS: Mapping[Band, str] = {
    "overdue": "Overdue",
    "today": "Due today",
    "week": "Due within a week",
    "follow_ups": "Follow-ups to make",
    "part_two": "Part 2 clocks",
    "windows": "Last 12 weeks",
    "reviews": "Review dates",
    "unfinished": "Interviews not finished",
}
SITTINGS: Mapping[SittingKind, str] = {
    "first_screening": "First screening",
    "need_found_later": "A need found later",
    "review": "Review",
    "follow_up": "Follow-up",
}
ACTIVE = ("proposed", "agreed", "in_progress")
PART_TWO = ("both_at_once", "part_2")
OF_THE_SCREENING = ("part_1", *PART_TWO)
WINDOW, REVIEW = "last_12_weeks", "review"
CAN_BE_LATE = (*OF_THE_SCREENING, REVIEW)
"""Clocks that something ends; the others are over once their day is."""
SAYS_NO_DAY = ("back_within_6_months",)
WEEK, FORTNIGHT = timedelta(days=7), timedelta(days=14)


@dataclass(frozen=True)
class Owed:
    """One line of a plan that can fall due; one that is settled stands for what an earlier plan said of it."""

    thing: Thing
    code: str
    title: str = field(repr=False)
    on: date | None
    is_open: bool = True


@dataclass(frozen=True)
class SittingOwes:
    """What the plan of one interview owes; `goes_on` marks the one of its case that would be carried on."""

    sitting_id: int
    kind: SittingKind
    on: date
    is_unfinished: bool
    goes_on: bool
    owed: tuple[Owed, ...] = ()


@dataclass(frozen=True)
class CaseOwes:
    """What all plans of one open case owe, the oldest interview first."""

    case_id: int
    reference: str
    name_used: str = field(repr=False)
    sittings: tuple[SittingOwes, ...] = ()


@dataclass(frozen=True)
class DueLine:
    """What one case owes on one day, of one sort; several actions of a day are one line."""

    band: Band
    case: CaseOwes
    sitting: SittingOwes | None
    thing: Thing
    on: date | None
    codes: tuple[str, ...]
    titles: tuple[str, ...] = field(repr=False)

    @property
    def title(self) -> str:
        """The first of them, and how many more."""
        more = len(self.titles) - 1
        return f"{self.titles[0]}, and {more} more" if more else self.titles[0]

    @property
    def sitting_words(self) -> str:
        """Which interview it comes from: `First screening, 18 November 2026`; empty where there was none."""
        return f"{SITTINGS[self.sitting.kind]}, {day_words(self.sitting.on)}" if self.sitting else ""


def owed_by(plan: Plan) -> tuple[Owed, ...]:
    """Everything in a plan that can fall due."""
    return (
        *(owed_action(one.activity, one.title, one.due.on, one.status) for one in plan.actions),
        *(
            owed_follow_up(one.service, one.activity, one.service_name, one.follow_up.due.on, one.follow_up.status)
            for one in plan.signposts
        ),
        *(owed_clock(one.clock, one.title, one.due, one.note) for one in plan.deadlines),
    )


def owed_action(activity: str, title: str, on: date | None, status: str) -> Owed:
    return Owed("action", activity, title, on, status in ACTIVE)


def owed_follow_up(service: str, activity: str, service_name: str, on: date | None, status: str) -> Owed:
    return Owed("follow_up", f"{service}/{activity}", f"Follow up: {service_name}", on, status == "open")


def owed_clock(clock: str, title: str, on: date | None, note: str) -> Owed:
    is_over = clock in SAYS_NO_DAY or (clock == "part_1" and is_part_one_done(note))
    return Owed("clock", clock, title, on, not is_over)


def todays(cases: Iterable[CaseOwes], today: date, clocks: Clocks) -> dict[Band, tuple[DueLine, ...]]:
    """The list for today: every band that holds something, each in the order of the days."""
    lines: dict[Band, list[DueLine]] = {band: [] for band in BANDS}
    for case in cases:
        for line in _together(_lines(case, today, clocks)):
            lines[line.band].append(line)
    return {band: tuple(sorted(some, key=_order)) for band, some in lines.items() if some}


def next_due(case: CaseOwes, today: date, clocks: Clocks) -> tuple[date | None, str]:
    """The first thing due and not done in a case; of what can't be late, the first still to come."""
    dated = [
        (one.on, one.title)
        for _, one in _open_things(case, today, clocks)
        if one.on is not None and (one.on >= today or _can_be_late(one))
    ]
    return min(dated, default=(None, ""))


def states(case: CaseOwes, today: date, clocks: Clocks) -> tuple[str, ...]:
    """The words a list of cases can be narrowed by; `release` is one within 12 weeks."""
    held = {
        "overdue": any(_is_late(one, today) for _, one in _open_things(case, today, clocks)),
        "unfinished": any(one.is_unfinished for one in case.sittings),
        "release": any(one.goes_on and _is_release_near(one, today, clocks) for one in case.sittings),
    }
    return tuple(word for word, is_so in held.items() if is_so)


def meetings(case: CaseOwes, today: date, clocks: Clocks) -> tuple[date, ...]:
    """The days from today on that a follow-up is made on or a review held."""
    days = {
        one.on
        for _, one in _open_things(case, today, clocks)
        if one.on is not None and one.on >= today and (one.thing == "follow_up" or one.code == REVIEW)
    }
    return tuple(sorted(days))


def _lines(case: CaseOwes, today: date, clocks: Clocks) -> Iterator[DueLine]:
    for sitting, one in _open_things(case, today, clocks):
        if one.on is not None and (band := _band(one, one.on, today)) is not None:
            yield DueLine(band, case, sitting, one.thing, one.on, (one.code,), (one.title,))
    if not case.sittings:
        yield DueLine("unfinished", case, None, "interview", None, (), ("No interview yet",))
    for sitting in case.sittings:
        if sitting.is_unfinished:
            yield DueLine("unfinished", case, sitting, "interview", sitting.on, (), ("Not finished",))


def _open_things(case: CaseOwes, today: date, clocks: Clocks) -> Iterator[tuple[SittingOwes, Owed]]:
    """What is open in a case, once: a later plan speaks for an earlier one, and the clocks are those of the last."""
    settled: set[tuple[Thing, str]] = set()
    for sitting in reversed(case.sittings):
        for one in sitting.owed:
            if one.thing != "clock" and one.is_open and (one.thing, one.code) not in settled:
                yield sitting, one
        settled |= {(one.thing, one.code) for one in sitting.owed}
        if sitting.goes_on:
            yield from ((sitting, one) for one in _running(case, sitting, today, clocks))


def _running(case: CaseOwes, sitting: SittingOwes, today: date, clocks: Clocks) -> Iterator[Owed]:
    """The clocks of this interview that still run; of the two for part 2, the earlier."""
    part_two = [one for one in sitting.owed if one.code in PART_TWO and one.thing == "clock" and one.on is not None]
    first = min(part_two, key=lambda one: (one.on, one.code), default=None)
    for one in sitting.owed:
        if one.thing != "clock" or not one.is_open or one.on is None:
            continue
        if one.code in OF_THE_SCREENING and not sitting.is_unfinished:
            continue
        if one.code in PART_TWO and one is not first:
            continue
        if one.code == WINDOW and not _window_matters(case, sitting, one.on, today, clocks):
            continue
        yield one


def _window_matters(case: CaseOwes, sitting: SittingOwes, opens: date, today: date, clocks: Clocks) -> bool:
    """Whether the last 12 weeks still want a review: until release, and where no interview has been it."""
    is_one_interview = any(one.code == "both_at_once" for one in sitting.owed)
    return (
        today <= _release(opens, clocks) and not is_one_interview and all(one.kind != "review" for one in case.sittings)
    )


def _is_release_near(sitting: SittingOwes, today: date, clocks: Clocks) -> bool:
    opens = [one.on for one in sitting.owed if one.thing == "clock" and one.code == WINDOW and one.on is not None]
    return any(day <= today <= _release(day, clocks) for day in opens)


def _release(window_opens: date, clocks: Clocks) -> date:
    return window_opens + timedelta(days=clocks[WINDOW].days_before_release[0])


def _is_late(one: Owed, today: date) -> bool:
    return one.on is not None and one.on < today and _can_be_late(one)


def _can_be_late(one: Owed) -> bool:
    return one.thing != "clock" or one.code in CAN_BE_LATE


def _band(one: Owed, on: date, today: date) -> Band | None:
    """Where a thing stands on the list today; None while it is too far off to be there."""
    if _is_late(one, today):
        return "overdue"
    if one.code == WINDOW:
        return "windows" if on <= today + FORTNIGHT else None
    if on <= today:
        return "today" if on == today else None
    if one.code in PART_TWO:
        return "part_two"
    if one.thing == "follow_up":
        return "follow_ups" if on <= today + FORTNIGHT else None
    if one.code == REVIEW:
        return "reviews" if on <= today + FORTNIGHT else None
    return "week" if on <= today + WEEK else None


def _together(lines: Iterable[DueLine]) -> Iterator[DueLine]:
    """The actions and follow-ups of one plan that fall on one day, as one line."""
    found: dict[object, list[DueLine]] = {}
    for place, line in enumerate(lines):
        alone = line.thing in ("clock", "interview")
        key = place if alone else (line.band, line.thing, line.on, line.sitting and line.sitting.sitting_id)
        found.setdefault(key, []).append(line)
    for same in found.values():
        yield _joined(same)


def _joined(lines: Sequence[DueLine]) -> DueLine:
    first = lines[0]
    codes = tuple(code for line in lines for code in line.codes)
    titles = tuple(title for line in lines for title in line.titles)
    return DueLine(first.band, first.case, first.sitting, first.thing, first.on, codes, titles)


def _order(line: DueLine) -> tuple[date, str, str]:
    return (line.on or date.max, line.case.reference, line.thing)

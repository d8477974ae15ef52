"""Management figures of one quarter: people counted by the plan of their newest interview in it, each once.

Every number counts people. Nothing here knows a name, a reference, a worker or a wing, and only rows of the audience
matrix that managers may have counted (`#`) are read. What may be told of each number is `small_numbers`' business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any, Literal, get_args

from bcst_tui.plan.distance import AREAS, Moved
from bcst_tui.plan.feedback import LEAVE_OUT, QUESTIONS
from bcst_tui.plan.labels import OUTCOMES, Labels
from bcst_tui.plan.model import ActionStatus, FollowUpOutcome, Group
from bcst_tui.plan.quarters import Quarter
from bcst_tui.plan.small_numbers import alone, shielded
from bcst_tui.reference.activity import Activity

REVIEW, WINDOW, BOTH = REVIEW_CLOCKS = ("review", "last_12_weeks", "both_at_once")
ReviewKept = Literal["on_time", "late", "not_held"]
REVIEWS: Mapping[ReviewKept, str] = {"on_time": "On time", "late": "Late", "not_held": "Not held yet"}
PEOPLE, TIMELINESS, REVIEWED, AGES = (
    "People",
    "Part 1 and part 2",
    "Reviews that fell in the quarter",
    "Ages, and offers",
)
FOLLOW_UPS, FEEDBACK = "Follow-ups", "What people thought"
SAFETY = "People and safety, the part that everybody is offered"
GONE_THROUGH: Mapping[str, str] = {
    "dated": "Gone through",
    "opened": "Opened, and to be gone through another day",
    "not_opened": "Not opened",
}
HEARD: Mapping[bool, str] = {True: "Told what help there is", False: "Not told yet"}
HELPED = "A help-now card acted on"
HOW_THAT_WAS = f"{SAFETY}: how that was, for those who said"
HOW_WAS: Mapping[str, str] = {"ok": "OK", "so_so": "So-so", "hard": "Hard"}
NOT_FIRST, NOT_COMPUTABLE = "Not a first screening", "Cannot be worked out: a date is missing"
TIMES: Mapping[tuple[bool, bool], str] = {
    (True, True): "Both on time",
    (False, True): "Part 1 late, part 2 on time",
    (True, False): "Part 1 on time, part 2 late",
    (False, False): "Both late",
}
BANDS = ("18 to 20", "21 to 25", "26 and over", "Age not known")
OFFERED: Mapping[bool, str] = {True: "pointed to a service", False: "not pointed to one"}
NEED_OPEN: Mapping[bool, str] = {True: "something open", False: "all met"}
DONE, OUTSTANDING, NOT_GOING_AHEAD = "done", "outstanding", "not going ahead"
STANDS: Mapping[ActionStatus, str] = {
    "delivered": DONE,
    **dict.fromkeys(("proposed", "agreed", "in_progress", "held"), OUTSTANDING),
    **dict.fromkeys(("declined", "not_possible", "not_needed", "transferred"), NOT_GOING_AHEAD),
}
MOVED: Mapping[Moved, str] = {"up": "moved up", "same": "the same", "down": "moved down"}


@dataclass(frozen=True)
class Counted:
    """One person, by their newest interview of the quarter that was held; `on_time` is of part 1 and of part 2."""

    is_first: bool
    born: date | None = field(default=None, repr=False)
    on_time: tuple[bool, bool] | None = None
    levels: Mapping[Group, int] = field(default_factory=dict, repr=False)
    open_in: frozenset[Group] = frozenset()
    actions: Mapping[str, ActionStatus] = field(default_factory=dict, repr=False)
    outcomes: frozenset[str] = field(default=frozenset(), repr=False)
    """Of the checks on services: how they were closed, and `open`; empty where the person was pointed to none."""
    moved: Mapping[str, Moved] = field(default_factory=dict, repr=False)
    private_part: str = "not_opened"
    has_heard: bool = False
    was_helped: bool = False


@dataclass(frozen=True)
class ReviewAsked:
    """One interview that was held: whether it was a review itself, its day, and its plan's clocks for a review."""

    is_review: bool
    on: date
    clocks: Mapping[str, date | None] = field(repr=False)


@dataclass(frozen=True)
class Counts:
    """All that figures of one quarter are made from."""

    quarter: Quarter
    people: Sequence[Counted]
    not_finished: int
    reviews: Sequence[ReviewKept]
    feedback: Sequence[tuple[int | None, int | None, int | None]]
    how_was: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Figure:
    """One line: the part it stands in, what is counted, and what may be told of the number."""

    part: str
    line: str
    told: str


@dataclass(frozen=True)
class Figures:
    """The figures of a quarter; `kept_on` is the day they were written to a file and so settled, if they were."""

    quarter: Quarter
    lines: tuple[Figure, ...]
    kept_on: date | None = None


def figures(counts: Counts, labels: Labels, activities: Iterable[Activity]) -> tuple[Figure, ...]:
    """Every figure of the quarter, each as it may be told."""
    people = counts.people
    return (
        Figure(PEOPLE, "Interviewed", alone(len(people))),
        Figure(PEOPLE, "Interviews begun and not finished", alone(counts.not_finished)),
        *_parts(TIMELINESS, _timeliness, (*TIMES.values(), NOT_COMPUTABLE, NOT_FIRST), people),
        *_parts(REVIEWED, REVIEWS.__getitem__, tuple(REVIEWS.values()), counts.reviews),
        *_by_age(people, counts.quarter.last),
        *(line for group in get_args(Group) for line in _levels(people, group, labels)),
        *(line for one in activities if _is_counted(one) for line in _activity(people, one)),
        *_outcomes(people, labels),
        *(line for code in AREAS for line in _distance(people, code)),
        *_safety(people),
        *_how_was(counts.how_was),
        *_feedback(counts.feedback),
    )


def review_kept(asked: Sequence[ReviewAsked], quarter: Quarter, weeks: timedelta) -> ReviewKept | None:
    """How the first review of a person that fell in the quarter was kept; one that was given another day is passed."""
    for one, then in zip_longest(asked, asked[1:]):
        opens, by = one.clocks.get(WINDOW), one.clocks.get(REVIEW)
        last = opens + weeks if opens else by
        if last is None or not quarter.first <= last <= quarter.last:
            continue
        if BOTH in one.clocks or (opens and one.is_review):
            return "on_time"
        if then is None:
            return "not_held"
        if then.is_review:
            return "on_time" if then.on <= last else "late"
    return None


def _parts(part: str, sort: Callable[[Any], str], lines: Sequence[str], them: Iterable[Any]) -> Iterator[Figure]:
    """The parts of one whole, shielded together."""
    count = Counter(map(sort, them))
    for line, told in zip(lines, shielded([count[line] for line in lines]), strict=True):
        yield Figure(part, line, told)


def _timeliness(one: Counted) -> str:
    if not one.is_first:
        return NOT_FIRST
    return NOT_COMPUTABLE if one.on_time is None else TIMES[one.on_time]


def _by_age(people: Sequence[Counted], on: date) -> Iterator[Figure]:
    """18 to 20 apart from 21 to 25 (R68), and who was pointed to a service in each band (R64)."""

    def sort(one: Counted) -> str:
        return f"{_band(one.born, on)}: {OFFERED[bool(one.outcomes)]}"

    yield from _parts(AGES, sort, [f"{band}: {offer}" for band in BANDS for offer in OFFERED.values()], people)


def _band(born: date | None, on: date) -> str:
    if born is None:
        return BANDS[3]
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return BANDS[0] if age <= 20 else BANDS[1] if age <= 25 else BANDS[2]


def _levels(people: Sequence[Counted], group: Group, labels: Labels) -> Iterator[Figure]:
    """Need and level are one thing by the one level rule, so they are told in one: no need is level 1."""
    none = "No need: level 1"

    def sort(one: Counted) -> str:
        level = one.levels.get(group, 1)
        return none if level == 1 else f"Level {level}, {NEED_OPEN[group in one.open_in]}"

    lines = [none, *(f"Level {level}, {words}" for level in (2, 3) for words in NEED_OPEN.values())]
    yield from _parts(f"Needs and levels: {labels.group(group)}", sort, lines, people)


def _is_counted(activity: Activity) -> bool:
    """A person's own, and nothing of the private part."""
    return not activity.is_sealed and activity.scope == "person"


def _activity(people: Sequence[Counted], activity: Activity) -> Iterator[Figure]:
    planned = [STANDS[one.actions[activity.id]] for one in people if activity.id in one.actions]
    yield from _parts(f"{activity.id} {activity.title}", str, (DONE, OUTSTANDING, NOT_GOING_AHEAD), planned)


def _outcomes(people: Sequence[Counted], labels: Labels) -> Iterator[Figure]:
    """How many people had at least one check that ended so: nobody's checks make a whole."""
    yield Figure(FOLLOW_UPS, "Still open", alone(sum("open" in one.outcomes for one in people)))
    for outcome in get_args(FollowUpOutcome):
        count = sum(outcome in one.outcomes for one in people)
        yield Figure(FOLLOW_UPS, f"Closed: {labels.of(OUTCOMES, outcome)}", alone(count))


def _distance(people: Sequence[Counted], code: str) -> Iterator[Figure]:
    """From somebody's first mark to their latest."""
    moved = [MOVED[one.moved[code]] for one in people if code in one.moved]
    yield from _parts(f"Distance travelled: {AREAS[code]}", str, tuple(MOVED.values()), moved)


def _safety(people: Sequence[Counted]) -> Iterator[Figure]:
    """What was offered to everybody, and never what anybody answered: no number rises with what is told (P19)."""
    yield from _parts(SAFETY, lambda one: GONE_THROUGH[one.private_part], tuple(GONE_THROUGH.values()), people)
    yield from _parts(SAFETY, lambda one: HEARD[one.has_heard], tuple(HEARD.values()), people)
    yield Figure(SAFETY, HELPED, alone(sum(one.was_helped for one in people)))


def _how_was(told: Mapping[str, int]) -> Iterator[Figure]:
    """A tally that nobody's name or day was ever kept with."""
    yield from _parts(HOW_THAT_WAS, lambda how: HOW_WAS[how], tuple(HOW_WAS.values()), Counter(told).elements())


def _feedback(given: Sequence[tuple[int | None, ...]]) -> Iterator[Figure]:
    for place, question in enumerate(QUESTIONS):
        lines = (*question.labels, LEAVE_OUT)
        said = [LEAVE_OUT if (score := scores[place]) is None else question.labels[score - 1] for scores in given]
        yield from _parts(f"{FEEDBACK}: {question.said}", str, lines, said)

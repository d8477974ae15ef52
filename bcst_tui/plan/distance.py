"""Distance travelled (K01, R115): the person's own marks for ten parts of life, sitting by sitting.

1 is very bad, 5 very good. Each part stands for itself: there is no total, and a low mark is a reason to ask, no need.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bcst_tui.interview.answer import Given
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import EachChosen

Moved = Literal["up", "same", "down"]
QUESTIONS = ("k01b_how_things_are", "k01c_health", "k01d_strength")
SCALE = ("very_bad", "not_so_good", "all_right", "good", "very_good")
"""The options of a mark, from 1 to 5."""
AREAS: Mapping[str, str] = {
    "housing": "Home",
    "substances": "Drink and drugs",
    "physical": "Health of the body",
    "spiritual": "Faith, or what gives strength",
    "mental": "Health of the mind",
    "family": "Family",
    "friends": "Friends",
    "agencies": "Offices and services",
    "living_skills": "Everyday things",
    "responsibility": "In charge of own life",
}
"""The ten parts, in the order of the paper they come from."""
MOVED_WORDS: Mapping[Moved, str] = {"up": "better", "same": "the same", "down": "lower"}
LOW, STRONG = 2, 4
ASK_LOW = "1 or 2. Ask: what would make it one better?"
ASK_MIDDLE = "3. Ask: what keeps it there?"
SAY_STRONG = "4 or 5. A strength: say so, and write it down as one."


@dataclass(frozen=True)
class Mark:
    """What the person gave on one day."""

    on: date
    score: int


@dataclass(frozen=True)
class Area:
    """One part of life with every mark it was given, the oldest first; there is at least one."""

    code: str
    title: str
    marks: tuple[Mark, ...]

    @property
    def latest(self) -> int:
        return self.marks[-1].score

    @property
    def scores(self) -> tuple[int, ...]:
        return tuple(mark.score for mark in self.marks)

    @property
    def moved(self) -> Moved | None:
        """From the first mark to the latest; None while there is one mark only."""
        first, last = self.marks[0].score, self.latest
        if len(self.marks) < 2:
            return None
        return "up" if last > first else "down" if last < first else "same"


def areas(interviews: Iterable[Interview]) -> tuple[Area, ...]:
    """Every part that was given a mark in these interviews, the oldest interview first."""
    given = [(interview.today, marks_in(interview)) for interview in interviews]
    found = (
        Area(code, title, tuple(Mark(on, marks[code]) for on, marks in given if code in marks))
        for code, title in AREAS.items()
    )
    return tuple(area for area in found if area.marks)


def marks_in(interview: Interview) -> dict[str, int]:
    """The marks of one interview, 1 to 5, by part; a part that was not marked is left out."""
    return {code: SCALE.index(option) + 1 for code, option in _pairs(interview) if code in AREAS and option in SCALE}


def _pairs(interview: Interview) -> Iterator[tuple[str, str]]:
    for question_id in QUESTIONS:
        answer = interview.answer_to(question_id)
        if isinstance(answer, Given) and isinstance(answer.value, EachChosen):
            yield from answer.value.pairs


def to_ask(found: Iterable[Area]) -> dict[str, tuple[str, ...]]:
    """What to ask or say of the latest marks, and of which parts; what nothing calls for is left out."""
    sorts: dict[str, list[str]] = {ASK_LOW: [], ASK_MIDDLE: [], SAY_STRONG: []}
    for area in found:
        sort = ASK_LOW if area.latest <= LOW else SAY_STRONG if area.latest >= STRONG else ASK_MIDDLE
        sorts[sort].append(area.title)
    return {sort: tuple(titles) for sort, titles in sorts.items() if titles}

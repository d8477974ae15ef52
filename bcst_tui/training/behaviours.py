"""The sixteen behaviours that are looked at, with what 0, 1 and 2 stand for. Twelve are flow, four are conversation.

Points of one result are never added to those of another, and no row has points without evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Result = Literal["flow", "conversation"]
How = Literal["log", "log_and_observer", "observer"]
MOST = 2


@dataclass(frozen=True)
class Behaviour:
    """One row. `how`: what it is marked from; `anchors`: what 0, 1 and 2 stand for."""

    number: int
    title: str
    result: Result
    how: How
    anchors: tuple[str, str, str]

    @property
    def short(self) -> str:
        """The title in a few words, for a chart."""
        return SHORT[self.number]


BEHAVIOURS: tuple[Behaviour, ...] = (
    Behaviour(1, "Privacy checked before an item; interpreter right", "flow", "log", ("no", "late or part", "before")),
    Behaviour(2, "Choice of worker and time offered", "flow", "log", ("none", "one", "both")),
    Behaviour(3, "Limits before asking, said back", "flow", "log", ("none", "told", "in their own words")),
    Behaviour(
        4,
        "Offer and question neutral, every way out given",
        "flow",
        "log_and_observer",
        ("led", "ways out missing", "full"),
    ),
    Behaviour(
        5, "Took no, not now and never at once", "flow", "log", ("pressed", "asked again, softly", "taken at once")
    ),
    Behaviour(
        6,
        "Asked once; what was told before is confirmed",
        "flow",
        "log",
        ("asked again", "had it told again", "right words"),
    ),
    Behaviour(
        7, "Answer to being told: thanked, believed, no why", "conversation", "observer", ("probed", "mixed", "all")
    ),
    Behaviour(
        8,
        "Silence left; cue noticed and named gently",
        "conversation",
        "observer",
        ("filled", "noticed", "noticed and checked"),
    ),
    Behaviour(
        9,
        "Asked what can't wait; danger passed on, person told",
        "flow",
        "log_and_observer",
        ("missed", "acted only", "acted and told"),
    ),
    Behaviour(
        10,
        "Few lines, read back, own words only if asked for",
        "flow",
        "log",
        ("a story kept", "few lines", "read back"),
    ),
    Behaviour(
        11,
        "Consent one agency at a time, and how much; no is fine",
        "flow",
        "log",
        ("all in one", "one by one", "and how much"),
    ),
    Behaviour(
        12,
        "No steer to leave or to stop working",
        "flow",
        "log_and_observer",
        ("steered", "hinted", "the person's own goals"),
    ),
    Behaviour(13, "Safe contact complete, no message unless asked", "flow", "log", ("unsafe", "part", "complete")),
    Behaviour(14, "Hid, paused or stopped in time", "flow", "log", ("missed", "late", "in time")),
    Behaviour(
        15,
        "Plain words; giving back and leaving the choice, more than closed questions",
        "conversation",
        "observer",
        ("mostly closed", "even", "mostly giving back"),
    ),
    Behaviour(
        16,
        "Close: settled, next step in one sentence, on time",
        "conversation",
        "observer",
        ("abrupt", "part", "full"),
    ),
)
SHORT = {
    1: "Privacy first",
    2: "Choice of worker, time",
    3: "Limits, said back",
    4: "Neutral, ways out given",
    5: "No taken at once",
    6: "Asked once",
    7: "Answer to being told",
    8: "Silence and cues",
    9: "What can't wait",
    10: "Few lines, read back",
    11: "Consent one by one",
    12: "No steer",
    13: "Safe contact",
    14: "Hid or stopped in time",
    15: "Plain words, given back",
    16: "Close",
}
BY_NUMBER = {one.number: one for one in BEHAVIOURS}
FLOW = tuple(one.number for one in BEHAVIOURS if one.result == "flow")
CONVERSATION = tuple(one.number for one in BEHAVIOURS if one.result == "conversation")
OBSERVED = tuple(one.number for one in BEHAVIOURS if one.how != "log")
"""Rows an observer may tick: the conversation, and those of the flow where the log does not hear everything."""


@dataclass(frozen=True)
class Mark:
    """What one row came to: its points and the turns they rest on. `points` None: it did not come up."""

    row: int
    points: int | None
    turns: tuple[int, ...] = ()
    why: str = ""

    @property
    def anchor(self) -> str:
        """The points in words."""
        return "did not come up" if self.points is None else BY_NUMBER[self.row].anchors[self.points]


@dataclass(frozen=True)
class Score:
    """Points out of what came up; a row that did not come up costs nothing."""

    marks: tuple[Mark, ...]

    @property
    def points(self) -> int:
        return sum(one.points for one in self.marks if one.points is not None)

    @property
    def out_of(self) -> int:
        return MOST * sum(one.points is not None for one in self.marks)

    @property
    def is_full(self) -> bool:
        return self.points == self.out_of

    @property
    def in_words(self) -> str:
        """`22/24`, and what did not come up."""
        left = sum(one.points is None for one in self.marks)
        return f"{self.points}/{self.out_of}" + (f" ({left} did not come up)" if left else "")

"""A timeline drawn in text: an axis of months, and under it a line for each mark, its sign where its day is.

Each mark has a line of its own, so labels can't run into each other whatever the dates are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from unicodedata import combining, east_asian_width

from bcst_tui.interview.dates import month_name
from bcst_tui.plan.time_axis import Axis, axis_over
from bcst_tui.plan.timeline import Mark, MarkKind, Timeline
from bcst_tui.text import one_line

NARROWEST = 40
LEAD = 14
"""Columns before the axis: a sign for late, the day, and a space."""
NO_DATE, SET_IN = "No date", "  "


@dataclass(frozen=True)
class Strokes:
    """What a timeline is drawn with."""

    signs: Mapping[MarkKind, str]
    rule: str
    tick: str
    window: str
    guide: str
    earlier: str
    later: str
    cut: str


DRAWN = Strokes(
    {"came_in": "►", "today": "▼", "deadline": "●", "action": "■", "follow_up": "□", "reminder": "○", "release": "▲"},
    rule="─",
    tick="┬",
    window="═",
    guide="·",
    earlier="«",
    later="»",
    cut="…",
)
TYPED = Strokes(
    {"came_in": ">", "today": "v", "deadline": "*", "action": "#", "follow_up": "+", "reminder": "o", "release": "^"},
    rule="-",
    tick="+",
    window="=",
    guide=".",
    earlier="<",
    later=">",
    cut="~",
)
"""For consoles and papers that know no more than ASCII."""
KINDS: Mapping[MarkKind, str] = {
    "deadline": "deadline",
    "action": "actions",
    "follow_up": "follow-up",
    "reminder": "reminder",
}


@dataclass(frozen=True)
class DrawnMark:
    """The line of a mark; `sign` is the place of its sign in the text, `label` where its words begin and end."""

    text: str
    sign: int
    label: tuple[int, int]


@dataclass(frozen=True)
class Drawing:
    """A timeline at one width."""

    timeline: Timeline
    width: int
    strokes: Strokes = DRAWN

    @cached_property
    def axis(self) -> Axis:
        days = (mark.on for mark in self.timeline.marks)
        return axis_over(days, self.timeline.today, self.timeline.release, max(self.width, NARROWEST) - LEAD)

    def heading(self) -> tuple[str, str]:
        """The months, and the rule under them on which today, the last 12 weeks and release stand."""
        axis, strokes, line = self.axis, self.strokes, self.timeline
        names = [" "] * axis.columns
        rule = [strokes.rule] * axis.columns
        for tick in axis.ticks():
            names[tick.column : tick.column + len(tick.words)] = tick.words
            rule[tick.column] = strokes.tick
        if line.window_opens is not None and line.release is not None:
            opens, closes = axis.place(line.window_opens), axis.place(line.release)
            rule[opens:closes] = strokes.window * (closes - opens)
        rule[axis.place(line.today)] = strokes.signs["today"]
        if line.release is not None:
            rule[axis.place(line.release)] = strokes.signs["release"]
        lead = " " * LEAD
        return (lead + "".join(names)).rstrip(), lead + "".join(rule)

    def mark(self, mark: Mark) -> DrawnMark:
        """The line of one mark: its day in words, its sign in its place, its label beside it."""
        axis, strokes = self.axis, self.strokes
        at = axis.place(mark.on)
        cells = [" "] * axis.columns
        for day in (self.timeline.today, self.timeline.release):
            if day is not None:
                cells[axis.place(day)] = strokes.guide
        label = _cells(one_line(mark.label))
        begins, label = _beside(at, label, axis.columns, strokes.cut)
        for gap in (begins - 1, begins + len(label)):
            if 0 <= gap < axis.columns:
                cells[gap] = " "
        cells[begins : begins + len(label)] = label
        cells[at] = self._sign(mark, axis)
        lead = f"{'!' if mark.is_late else ' '}{_short(mark.on):>11}  "
        start = len(lead) + len("".join(cells[:begins]))
        return DrawnMark(
            (lead + "".join(cells)).rstrip(),
            len(lead) + len("".join(cells[:at])),
            (start, start + len("".join(label))),
        )

    def _sign(self, mark: Mark, axis: Axis) -> str:
        if axis.holds(mark.on):
            return self.strokes.signs[mark.kind]
        return self.strokes.earlier if mark.on < axis.begins else self.strokes.later

    def key(self) -> str:
        """What the signs mean, of those that are drawn."""
        kinds = {mark.kind for mark in self.timeline.marks}
        told = [f"{self.strokes.signs[kind]} {words}" for kind, words in KINDS.items() if kind in kinds]
        if self.timeline.window_opens is not None and self.timeline.release is not None:
            told.append(f"{self.strokes.window * 2} last 12 weeks")
        if any(mark.is_late for mark in self.timeline.marks):
            told.append("! late")
        return "   ".join(told)


def timeline_lines(timeline: Timeline, width: int, strokes: Strokes = DRAWN) -> Iterator[str]:
    """The whole timeline in text no wider than `width` (at least 40), with what has no date under it."""
    drawing = Drawing(timeline, width, strokes)
    room = max(width, NARROWEST)
    yield from drawing.heading()
    yield from (drawing.mark(mark).text for mark in timeline.marks)
    for one in timeline.undated:
        yield from _folded(f"{NO_DATE} {one.label}: {one.why}", room, strokes.cut)


def _beside(at: int, label: list[str], columns: int, cut: str) -> tuple[int, list[str]]:
    """Where a label begins that stands right of its sign, or left of it where it fits better; cut if it must be."""
    right, left = columns - at - 2, at - 1
    if len(label) > right and (len(label) <= left or left > right):
        label = _shortened(label, left, cut)
        return at - 1 - len(label), label
    return at + 2, _shortened(label, right, cut)


def _shortened(label: list[str], room: int, cut: str) -> list[str]:
    if len(label) <= room:
        return label
    kept = label[: max(room - 1, 0)]
    return [*(kept[:-1] if kept and _is_wide(kept[-1]) else kept), cut]


def _cells(words: str) -> list[str]:
    """A string for each column the words take; the second column of a wide letter is an empty one."""
    cells: list[str] = []
    for letter in words:
        if cells and (combining(letter) or letter == "\u200d" or "\ufe00" <= letter <= "\ufe0f"):
            cells[-1] += letter
            continue
        cells.append(letter)
        if _is_wide(letter):
            cells.append("")
    return cells


def _folded(words: str, room: int, cut: str) -> Iterator[str]:
    """The words on lines no wider than the room, those after the first set in further."""
    line, indent = SET_IN, SET_IN * 2
    for word in one_line(words).split():
        cells = _shortened(_cells(word), room - len(indent), cut)
        gap = " " if line.strip() else ""
        if len(_cells(line)) + len(gap) + len(cells) > room:
            yield line
            line, gap = indent, ""
        line += gap + "".join(cells)
    yield line


def _is_wide(letter: str) -> bool:
    return bool(letter) and east_asian_width(letter[0]) in "WF"


def _short(day: date) -> str:
    return f"{day.day} {month_name(day.month)[:3]} {day.year}"

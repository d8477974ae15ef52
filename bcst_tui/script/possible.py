"""What conditions could ever see of an answer or a fact: enough values to tell every case of the script apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import get_args

from bcst_tui.script.condition import Condition, NonAnswerCode, Seen, leaves, number_seen
from bcst_tui.script.magnitude import Magnitude, compare, magnitude
from bcst_tui.script.model import Question
from bcst_tui.script.script import Placed, Script

MOST_VALUES = 4096
NOTHING_KNOWN: tuple[Seen | None, ...] = (None, *(Seen(non_answer=code) for code in get_args(NonAnswerCode)))
_SOME_DAY = date(2030, 1, 1)
_FREE_TEXT = "any other words"

Values = tuple[Seen | None, ...]


class Possible:
    """Values for every question and fact of one script, around everything its conditions compare with."""

    def __init__(self, script: Script) -> None:
        self.wanted: dict[str, set[str]] = {}
        self.counted: set[str] = set()
        sizes: set[Magnitude] = {0, 1, 2, _SOME_DAY}
        for condition in every_condition(script):
            for leaf in _with_where(condition):
                self._note(leaf)
                sizes.update(_sizes(leaf))
        self.numbers = sorted({near for size in sizes if not isinstance(size, date) for near in _around(size)})
        self.days = sorted({near for size in sizes if isinstance(size, date) for near in _days_around(size)})

    def _note(self, leaf: Condition) -> None:
        name = leaf.question or leaf.fact or leaf.count or ""
        codes = (leaf.equals, leaf.includes, *(leaf.one_of or ()))
        self.wanted.setdefault(name, set()).update(code for code in codes if code is not None)
        if leaf.count is not None:
            self.counted.add(leaf.count)

    def answers(self, question: Question, row: str | None) -> Values | None:
        """What could be seen of an answer to this question; None where that is too much to try out."""
        given = self._given(question, row)
        return None if given is None else (None, *given, *NOTHING_KNOWN[1:])

    def _given(self, question: Question, row: str | None) -> Sequence[Seen] | None:
        match question.kind:
            case "yes_no":
                return [Seen((code,)) for code in ("yes", "no", "unsure")]
            case "choice" | "choices" | "ranking":
                return self._picked(question)
            case "each":
                return [Seen((option.id,)) for option in question.options] if row is not None else None
            case "scale":
                return [number_seen(point) for point in range(1, 6)]
            case "whole_number" | "money" | "length_of_time":
                sizes = [size for size in self.numbers if _within(question, size)]
                return [Seen((str(size),), size=size) for size in sizes]
            case "date" | "partial_date" | "date_time":
                return [Seen((day.isoformat(),), size=day) for day in self.days if _within(question, day)]
            case "note" | "acknowledgement" | "group":
                return [Seen(("done",))]
            case _:
                return [Seen((text,)) for text in (*sorted(self.wanted.get(question.id, ())), _FREE_TEXT)]

    def _picked(self, question: Question) -> Sequence[Seen] | None:
        """Every choice that some condition could tell from another."""
        wanted = self.wanted.get(question.id, set())
        alike: dict[object, str] = {}
        for option in question.options:
            alone = option.id in wanted or question.id in self.counted
            alike.setdefault(option.id if alone else (option.tags, option.exclusive), option.id)
        options = [option for option in question.options if option.id in alike.values()]
        tags = {option.id: frozenset(option.tags) for option in options}
        ones = [Seen((option.id,), tags[option.id]) for option in options]
        if question.kind == "choice":
            return ones
        together = [option.id for option in options if not option.exclusive]
        if 2 ** len(together) > MOST_VALUES:
            return None
        several = (codes for size in range(2, len(together) + 1) for codes in combinations(together, size))
        return ones + [Seen(codes, frozenset().union(*(tags[code] for code in codes))) for codes in several]

    def facts(self, name: str) -> Values:
        """What could be known as this fact."""
        told = [Seen((text,), size=magnitude(text)) for text in sorted(self.wanted.get(name, ()))]
        sized: list[Magnitude] = [*self.numbers, *self.days]
        return (None, *told, *(Seen((str(size),), size=size) for size in sized), Seen((_FREE_TEXT,)))

    def counts(self, most: int) -> Values:
        """How many rows there could be."""
        whole = sorted({int(size) for size in self.numbers if 0 <= size <= most} | {0, most})
        return (None, *(number_seen(number) for number in whole))


def every_condition(script: Script) -> Iterator[Condition]:
    """Every condition of the script, wherever it stands."""
    for section in script.sections:
        for placed in section.placed:
            for one in (placed, *placed.members):
                yield from one.conditions
        yield from (need.when for need in section.file.needs)
        yield from (marker.when for marker in section.file.markers)
        yield from (closing.when for closing in section.file.closings)
        for action in section.file.actions:
            yield from (one for one in (action.when, action.locked_unless, action.caution_when) if one is not None)
        for decision in section.file.decisions:
            yield from (step.when for step in decision.steps)
    if script.not_private_when is not None:
        yield script.not_private_when
    yield from script.kept_out_when.values()


def question_read(script: Script, name: str, group: str | None) -> Placed | None:
    """The question a name stands for; inside a group, one of the same row first."""
    inner = script.member(group, name) if group is not None else None
    return inner or script.placed.get(name)


def _with_where(condition: Condition) -> Iterator[Condition]:
    for leaf in leaves(condition):
        yield leaf
        if leaf.where is not None:
            yield from _with_where(leaf.where)


def _sizes(leaf: Condition) -> Iterator[Magnitude]:
    for text in (leaf.at_least, leaf.at_most, leaf.equals):
        if isinstance(text, str) and (size := magnitude(text)) is not None:
            yield size


def _around(size: int | float) -> Iterable[int | float]:
    return (size - 1, size, size + 1)


def _days_around(day: date) -> Iterator[date]:
    for days in (-1, 0, 1):
        if (days < 0 and day > date.min) or days == 0 or (days > 0 and day < date.max):
            yield day + timedelta(days=days)


def _within(question: Question, size: Magnitude) -> bool:
    """Whether an answer of this size keeps to the question's own fixed bounds."""
    check = question.check
    least = magnitude(check.at_least) if isinstance(check.at_least, str) else None
    most = magnitude(check.at_most) if isinstance(check.at_most, str) else None
    too_small = least is not None and compare(size, least) == -1
    return not too_small and not (most is not None and compare(size, most) == 1)

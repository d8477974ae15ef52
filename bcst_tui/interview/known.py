"""What conditions may see at one point of an interview: facts, and the answers on the path so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bcst_tui.interview.answer import Answer, NoAnswer
from bcst_tui.interview.values import Chosen, EachChosen
from bcst_tui.script.condition import Scope, Seen, holds
from bcst_tui.script.magnitude import magnitude
from bcst_tui.script.model import Question
from bcst_tui.script.script import Script


@dataclass
class Known:
    """A scope that grows as the path is walked; conditions are judged against it."""

    script: Script = field(repr=False)
    today: date
    facts: Mapping[str, str] = field(repr=False, default_factory=dict)
    answers: dict[str, tuple[Question, Answer]] = field(repr=False, default_factory=dict)
    group_rows: dict[str, tuple[int, ...]] = field(repr=False, default_factory=dict)
    _seen: dict[tuple[str, str | None], tuple[object, Seen]] = field(
        repr=False, compare=False, init=False, default_factory=dict
    )
    """What was worked out of each answer, with that answer; conditions ask for the same ones again and again."""

    _facts_seen: dict[str, tuple[tuple[int, int], Seen | None]] = field(
        repr=False, compare=False, init=False, default_factory=dict
    )
    """What each fact was, and after how many answers and groups: what is known only grows."""

    def question(self, question_id: str, row: str | None = None) -> Seen | None:
        found = self.answers.get(question_id)
        if found is None:
            return None
        held = self._seen.get((question_id, row))
        if held is not None and held[0] is found:
            return held[1]
        seen = seen_of(*found, row)
        self._seen[question_id, row] = (found, seen)
        return seen

    def fact(self, name: str) -> Seen | None:
        so_far = len(self.answers), len(self.group_rows)
        held = self._facts_seen.get(name)
        if held is None or held[0] != so_far:
            held = self._facts_seen[name] = so_far, self._fact(name)
        return held[1]

    def _fact(self, name: str) -> Seen | None:
        if name == "today":
            return Seen((self.today.isoformat(),), size=self.today)
        counted = self._counted(name)
        if counted is not None:
            return Seen((str(counted),), size=counted)
        works_out = self.script.worked_out.get(name)
        text = works_out(self) if works_out is not None else self.facts.get(name)
        return Seen((text,), size=magnitude(text)) if text else None

    def need(self, need_id: str) -> bool:
        return holds(self.script.needs[need_id].when, self)

    def rows(self, group_id: str) -> list[Scope] | None:
        if group_id not in self.group_rows:
            return None
        return [KnownInRow(self, group_id, row) for row in self.group_rows[group_id]]

    def _counted(self, name: str) -> int | None:
        rule = self.script.facts.get(name)
        if rule is None:
            return None
        if rule.weeks_until and isinstance(day := self._date(rule.weeks_until), date):
            return -((self.today - day).days // 7)
        if rule.years_since and isinstance(day := self._date(rule.years_since), date):
            return years_between(day, self.today)
        return None

    def _date(self, question_id: str) -> date | None:
        seen = self.question(question_id)
        return seen.size if seen is not None and isinstance(seen.size, date) else None


@dataclass(frozen=True)
class KnownInRow:
    """Inside a group an id means this row first, then the interview around it."""

    around: Known
    group: str
    row: int

    def question(self, question_id: str, row: str | None = None) -> Seen | None:
        inner = self.around.question(f"{self.group}[{self.row}].{question_id}", row)
        if inner is not None or self.around.script.member(self.group, question_id) is not None:
            return inner
        return self.around.question(question_id, row)

    def fact(self, name: str) -> Seen | None:
        return self.around.fact(name)

    def need(self, need_id: str) -> bool:
        return self.around.need(need_id)

    def rows(self, group_id: str) -> list[Scope] | None:
        return self.around.rows(group_id)


def seen_of(question: Question, answer: Answer, row: str | None = None) -> Seen:
    """What a condition may see of this answer: codes, tags and size, or which non-answer it is."""
    if isinstance(answer, NoAnswer):
        return Seen(non_answer=answer.code)
    value = answer.value
    if isinstance(value, EachChosen) and row is not None:
        return Seen(tuple(option for name, option in value.pairs if name == row))
    tags: frozenset[str] = frozenset()
    if isinstance(value, Chosen):
        tags = frozenset(tag for option in question.options if option.id in value.codes for tag in option.tags)
    return Seen(value.codes, tags, value.size)


def years_between(earlier: date, later: date) -> int:
    """Whole years, as ages are counted: somebody born on 29 February has their birthday on 1 March."""
    return later.year - earlier.year - ((later.month, later.day) < (earlier.month, earlier.day))

"""Which questions could ever be asked, and which rules could ever hold.

A search tries out what could be answered, known or left open, as far as it matters to one condition: every
answer it supposes must itself belong to a question that is asked. What would take too long to try out counts
as possible, so what is called dead is dead.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bcst_tui.script.condition import Condition, OtherAnswer, Seen, test_seen
from bcst_tui.script.model import SITTING_KINDS, SittingKind
from bcst_tui.script.possible import Possible, Values, question_read
from bcst_tui.script.script import Placed, Script

MOST_TESTS_A_SEARCH = 20_000
MOST_TESTS = 1_000_000


@dataclass(frozen=True)
class Goal:
    """A condition that has to hold; inside a group, its ids mean the same row first."""

    condition: Condition
    group: str | None = None


@dataclass(frozen=True)
class Subject:
    """Something a test looks at: an answer (of one row of a list), a fact, or a number of rows."""

    what: str
    name: str
    row: str | None = None
    group: str | None = None
    where: Condition | None = None


Supposed = dict[Subject, Seen | None]
Verdict = bool | Subject


class Reach:
    """What can be reached in one script."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.possible = Possible(script)
        self.tests_left = MOST_TESTS

    def asked(self, placed: Placed) -> bool:
        """Whether there is a sitting in which this question is asked."""
        goals = goals_of(self.script, placed)
        condition = self.script.not_private_when
        if placed.question.needs_privacy and condition is not None:
            goals = (*goals, Goal(Condition(none=(condition,))))
        kept_out = self.script.kept_out_when.get(placed.question.kept_out_by or "")
        if kept_out is not None:
            goals = (*goals, Goal(Condition(none=(kept_out,))))
        around = self.script.placed[placed.group] if placed.group else placed
        return any(self.holds(goals, sitting) for sitting in placed.sittings & around.sittings)

    def anywhere(self, *conditions: Condition) -> bool:
        """Whether these can hold together in some sitting."""
        return any(self.holds([Goal(condition) for condition in conditions], sitting) for sitting in SITTING_KINDS)

    def holds(self, goals: Iterable[Goal], sitting: SittingKind) -> bool:
        """Whether all the goals can hold at once in this kind of sitting."""
        search = _Search(self, sitting, min(MOST_TESTS_A_SEARCH, self.tests_left))
        found = search.succeeds(tuple(goals))
        self.tests_left -= search.tests
        return found


def goals_of(script: Script, placed: Placed) -> tuple[Goal, ...]:
    """Everything that must hold for this question to be asked; in a group, for the group too."""
    own = tuple(Goal(condition, placed.group) for condition in placed.conditions)
    return own + goals_of(script, script.placed[placed.group]) if placed.group else own


@dataclass(frozen=True)
class _Step:
    """What is still to hold, once this is supposed as well."""

    goals: tuple[Goal, ...]
    supposed: Supposed
    subject: Subject | None
    value: Seen | None

    def all_supposed(self) -> Supposed:
        return self.supposed if self.subject is None else {**self.supposed, self.subject: self.value}


class _Search:
    """One search, which stops when it has made too many tests."""

    def __init__(self, reach: Reach, sitting: SittingKind, most_tests: int) -> None:
        self.reach = reach
        self.script = reach.script
        self.sitting = sitting
        self.most_tests = most_tests
        self.tests = 0

    def succeeds(self, goals: tuple[Goal, ...]) -> bool:
        """Suppose one thing after another until every goal holds, or nothing is left to suppose."""
        waiting: list[_Step] = [_Step(goals, {}, None, None)]
        while waiting:
            step = waiting.pop()
            supposed = step.all_supposed()
            verdicts = [(goal, self._judge(goal.condition, goal.group, supposed)) for goal in step.goals]
            if self.tests >= self.most_tests:
                return True
            if any(verdict is False for _, verdict in verdicts):
                continue
            subject = next((verdict for _, verdict in verdicts if isinstance(verdict, Subject)), None)
            values = self._values(subject) if subject is not None else None
            if subject is None or values is None:
                return True
            left = tuple(goal for goal, verdict in verdicts if verdict is not True)
            then = (*left, *self._follows(subject))
            waiting += [_Step(left if value is None else then, supposed, subject, value) for value in reversed(values)]
        return False

    def _judge(self, condition: Condition, group: str | None, supposed: Supposed) -> Verdict:
        """Whether it holds, or what has to be supposed next to say so."""
        self.tests += 1
        if condition.need is not None:
            return self._judge(self.script.needs[condition.need].when, None, supposed)
        if not condition.joined:
            return self._tested(condition, group, supposed)
        settles = condition.all is None
        undecided: Subject | None = None
        for part in condition.joined:
            verdict = self._judge(part, group, supposed)
            if isinstance(verdict, Subject):
                undecided = undecided or verdict
            elif verdict is settles:
                return settles if condition.none is None else not settles
        if undecided is not None:
            return undecided
        return not settles if condition.none is None else settles

    def _tested(self, leaf: Condition, group: str | None, supposed: Supposed) -> Verdict:
        subject = self._subject(leaf, group)
        bound = leaf.at_least if leaf.at_least is not None else leaf.at_most
        compared = self._compared(bound, group) if isinstance(bound, OtherAnswer) else None
        for one in (subject, compared):
            if one is not None and one not in supposed:
                return one
        seen = supposed[subject]
        if subject.what == "question" and leaf.count is not None and seen is not None and seen.non_answer is None:
            seen = Seen((str(len(seen.codes)),), size=len(seen.codes))
        return test_seen(leaf, seen, _Compared(supposed.get(compared) if compared else None)) is True

    def _subject(self, leaf: Condition, group: str | None) -> Subject:
        if leaf.fact is not None:
            return Subject("fact", leaf.fact)
        name = leaf.question or leaf.count or ""
        placed = question_read(self.script, name, group)
        if leaf.count is not None and placed is not None and placed.members:
            return Subject("count", name, where=leaf.where)
        return Subject("question", name, leaf.row, placed.group if placed else None)

    def _compared(self, bound: OtherAnswer, group: str | None) -> Subject:
        if bound.fact is not None:
            return Subject("fact", bound.fact)
        placed = question_read(self.script, bound.question or "", group)
        return Subject("question", bound.question or "", None, placed.group if placed else None)

    def _values(self, subject: Subject) -> Values | None:
        if subject.what == "fact":
            return self.reach.possible.facts(subject.name)
        placed = question_read(self.script, subject.name, subject.group)
        if placed is None or self.sitting not in placed.sittings:
            return (None,)
        if subject.what == "count":
            return self.reach.possible.counts(placed.question.at_most_rows)
        return self.reach.possible.answers(placed.question, subject.row)

    def _follows(self, subject: Subject) -> tuple[Goal, ...]:
        """What must hold as well for there to be an answer at all."""
        if subject.what != "fact":
            placed = question_read(self.script, subject.name, subject.group)
            return goals_of(self.script, placed) if placed else ()
        rule = self.script.facts.get(subject.name)
        source = (rule.weeks_until or rule.years_since) if rule else None
        counted_from = self.script.placed.get(source) if source else None
        return goals_of(self.script, counted_from) if counted_from else ()


@dataclass(frozen=True)
class _Compared:
    """A scope that knows only what a bound names."""

    seen: Seen | None

    def question(self, question_id: str, row: str | None = None) -> Seen | None:
        return self.seen

    def fact(self, name: str) -> Seen | None:
        return self.seen

    def need(self, need_id: str) -> bool:
        return False

    def rows(self, group_id: str) -> None:
        return None

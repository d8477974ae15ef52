"""The one grammar of conditions: in scripts, need rules and personas alike.

`all | any | none: [...]`, or one subject (`question`, `fact`, `count`, `need`) with exactly one test; in a script
also `named`, which stands for a condition of script.yaml and is read as if that were written in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, ValidationInfo, model_validator

from bcst_tui.script.magnitude import Magnitude, compare, magnitude

NonAnswerCode = Literal["declined", "not_asked", "not_known", "not_applicable"]

JOINS = ("all", "any", "none")
SUBJECTS = ("question", "fact", "count", "need")
TESTS = ("equals", "one_of", "includes", "tagged", "at_least", "at_most", "answered")
QUESTION_ID = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"


class ScriptModel(BaseModel):
    """A frozen piece of a script file; unknown words are mistakes, and nothing of it is echoed in errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class OtherAnswer(ScriptModel):
    """A bound that is itself an answer or a fact."""

    question: str | None = None
    fact: str | None = None

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if (self.question is None) == (self.fact is None):
            raise ValueError("names one `question` or one `fact` to compare with")
        return self


Bound = str | OtherAnswer


def sizes_alone(*bounds: Bound | None) -> None:
    """Raise ValueError for a bound that is neither a size nor the name of one."""
    for bound in bounds:
        if isinstance(bound, str) and magnitude(bound) is None:
            raise ValueError(f"`{bound}` is no number, £ amount, date (2027-03-12) or length (3 months)")


class Condition(ScriptModel):
    """Something that holds or does not, of the answers and facts known so far."""

    all: tuple[Condition, ...] | None = None
    any: tuple[Condition, ...] | None = None
    none: tuple[Condition, ...] | None = None
    question: str | None = None
    row: str | None = None
    fact: str | None = None
    count: str | None = None
    where: Condition | None = None
    need: str | None = None
    equals: str | None = None
    one_of: tuple[str, ...] | None = None
    includes: str | None = None
    tagged: str | None = None
    at_least: Bound | None = None
    at_most: Bound | None = None
    answered: Literal["true"] | NonAnswerCode | None = None

    @model_validator(mode="wrap")
    @classmethod
    def _or_its_name(cls, written: Any, as_written: ModelWrapValidatorHandler[Self], known: ValidationInfo) -> Self:
        if isinstance(written, str):
            raise ValueError("a condition is no line of text: write it like {fact: age, at_least: 18}")
        if not isinstance(written, Mapping) or "named" not in written:
            return as_written(written)
        if len(written) > 1:
            raise ValueError("`named` stands alone, with the name of a condition")
        named: Mapping[str, Self] = known.context or {}
        if not isinstance(written["named"], str) or written["named"] not in named:
            known_here = ", ".join(named) or "none"
            raise ValueError(f"there is no condition named `{written['named']}`; known here: {known_here}")
        return named[written["named"]]

    @model_validator(mode="after")
    def _has_one_form(self) -> Self:
        given = self.model_fields_set
        heads = [word for word in (*JOINS, *SUBJECTS) if word in given]
        if len(heads) != 1:
            raise ValueError("a condition begins with exactly one of " + ", ".join((*JOINS, *SUBJECTS)))
        head = heads[0]
        tests = [word for word in TESTS if word in given]
        if head in JOINS:
            return self._is_join(head, given)
        if head == "need" and not tests:
            return self
        if len(tests) != 1:
            raise ValueError(f"`{head}` takes exactly one test: " + ", ".join(TESTS))
        return self._test_fits(head, tests[0])

    def _is_join(self, head: str, given: set[str]) -> Self:
        if given != {head}:
            raise ValueError(f"`{head}` stands alone, with a list of conditions beneath it")
        if not getattr(self, head):
            raise ValueError(f"`{head}` needs at least one condition beneath it")
        return self

    def _test_fits(self, head: str, test: str) -> Self:
        if self.where is not None and head != "count":
            raise ValueError("`where` goes with `count`")
        if self.row is not None and head != "question":
            raise ValueError("`row` goes with `question`")
        if head == "count" and test not in ("equals", "at_least", "at_most"):
            raise ValueError("`count` takes `equals`, `at_least` or `at_most`")
        if head == "need":
            raise ValueError("`need` takes no test: it holds or it does not")
        sizes_alone(self.at_least, self.at_most)
        return self

    @property
    def joined(self) -> tuple[Condition, ...]:
        """The conditions beneath `all`, `any` or `none`; empty for a subject with a test."""
        return self.all or self.any or self.none or ()


@dataclass(frozen=True)
class Seen:
    """What a condition may see of an answer or a fact: codes, tags, size, or which non-answer it is."""

    codes: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    size: Magnitude | None = None
    non_answer: NonAnswerCode | None = None


class Scope(Protocol):
    """What is known at one point of an interview."""

    def question(self, question_id: str, row: str | None = None) -> Seen | None: ...

    def fact(self, name: str) -> Seen | None: ...

    def need(self, need_id: str) -> bool: ...

    def rows(self, group_id: str) -> Sequence[Scope] | None: ...


def holds(condition: Condition, scope: Scope) -> bool:
    """Whether the condition holds; what is not known makes a test false."""
    if condition.all is not None:
        return all_hold(condition.all, scope)
    if condition.any is not None:
        return _any_holds(condition.any, scope)
    if condition.none is not None:
        return not _any_holds(condition.none, scope)
    if condition.need is not None:
        return scope.need(condition.need)
    return test_of(condition, scope) is True


def all_hold(conditions: tuple[Condition, ...], scope: Scope) -> bool:
    """Whether every one of these holds. Asked hundreds of times for each key, so with no generator."""
    for one in conditions:
        if not holds(one, scope):
            return False
    return True


def _any_holds(conditions: tuple[Condition, ...], scope: Scope) -> bool:
    for one in conditions:
        if holds(one, scope):
            return True
    return False


def verdict(condition: Condition, scope: Scope) -> bool | None:
    """Whether the condition holds, with None where a fact it needs is missing: unknown is not "no"."""
    if condition.joined:
        parts = [verdict(part, scope) for part in condition.joined]
        if condition.all is not None:
            return False if False in parts else None if None in parts else True
        found = True if True in parts else None if None in parts else False
        return found if condition.any is not None or found is None else not found
    if condition.need is not None:
        return scope.need(condition.need)
    return test_of(condition, scope)


def test_of(condition: Condition, scope: Scope) -> bool | None:
    """One subject and its test; None where the subject is not known."""
    return test_seen(condition, _subject(condition, scope), scope)


def test_seen(condition: Condition, seen: Seen | None, scope: Scope) -> bool | None:
    """The condition's test, put to what is known of its subject."""
    if condition.answered is not None:
        return _answered(condition.answered, seen)
    if seen is None or seen.non_answer is not None:
        return None
    if condition.equals is not None:
        return _equals(condition.equals, seen)
    if condition.one_of is not None:
        return bool(seen.codes) and set(seen.codes) <= set(condition.one_of)
    if condition.includes is not None:
        return condition.includes in seen.codes
    if condition.tagged is not None:
        return condition.tagged in seen.tags
    return _within(condition, seen, scope)


def supports(condition: Condition, scope: Scope) -> Iterator[Condition]:
    """The single tests that hold and by which the condition holds: the evidence for it."""
    if not holds(condition, scope):
        return
    if condition.all is not None or condition.any is not None:
        for part in condition.joined:
            yield from supports(part, scope)
    elif condition.none is None:
        yield condition


def leaves(condition: Condition) -> Iterator[Condition]:
    """Every single test in the condition, those of `where` apart."""
    for part in condition.joined:
        yield from leaves(part)
    if not condition.joined:
        yield condition


def parts(condition: Condition) -> Iterator[Condition]:
    """The condition and every one beneath it, those of `where` as well."""
    yield condition
    for beneath in (*condition.joined, *((condition.where,) if condition.where is not None else ())):
        yield from parts(beneath)


def _subject(condition: Condition, scope: Scope) -> Seen | None:
    if condition.question is not None:
        return scope.question(condition.question, condition.row)
    if condition.fact is not None:
        return scope.fact(condition.fact)
    assert condition.count is not None
    return _counted(condition.count, condition.where, scope)


def _counted(subject: str, where: Condition | None, scope: Scope) -> Seen | None:
    """How many rows or options there are; not known while neither a row nor an answer has been given."""
    rows = scope.rows(subject)
    seen = scope.question(subject)
    if not rows and (seen is None or seen.non_answer is not None):
        return seen
    if rows is None:
        return number_seen(len(seen.codes) if seen else 0)
    return number_seen(sum(1 for row in rows if where is None or holds(where, row)))


def number_seen(number: int) -> Seen:
    """A number as conditions see it."""
    return Seen(codes=(str(number),), size=number)


def _answered(wanted: str, seen: Seen | None) -> bool:
    if seen is None:
        return False
    return seen.non_answer is None if wanted == "true" else seen.non_answer == wanted


def _equals(wanted: str, seen: Seen) -> bool:
    return seen.codes == (wanted,) or (seen.size is not None and magnitude(wanted) == seen.size)


def _within(condition: Condition, seen: Seen, scope: Scope) -> bool | None:
    bound = condition.at_least if condition.at_least is not None else condition.at_most
    assert bound is not None
    size = bound_size(bound, scope)
    if size is None or seen.size is None:
        return None
    order = compare(seen.size, size)
    if order is None:
        return None
    return order >= 0 if condition.at_least is not None else order <= 0


def bound_size(bound: Bound, scope: Scope) -> Magnitude | None:
    """The size of a bound: its own, or that of the answer or fact it names."""
    if isinstance(bound, str):
        return magnitude(bound)
    seen = scope.question(bound.question) if bound.question else scope.fact(bound.fact or "")
    return seen.size if seen else None

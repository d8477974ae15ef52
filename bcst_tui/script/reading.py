"""What a condition reads: questions, facts, counts and needs by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bcst_tui.script.condition import Bound, Condition, OtherAnswer, leaves
from bcst_tui.script.script import Script

Subject = Literal["question", "fact", "count", "need"]
SUBJECTS: tuple[Subject, ...] = ("question", "fact", "count", "need")


@dataclass(frozen=True)
class Read:
    """One name that a condition reads, and the single test that reads it."""

    what: Subject
    name: str
    condition: Condition


def reads(condition: Condition) -> Iterator[Read]:
    """Every name the condition reads, bounds included, those inside `where` apart."""
    for leaf in leaves(condition):
        for what in SUBJECTS:
            if (name := getattr(leaf, what)) is not None:
                yield Read(what, name, leaf)
        for bound in (leaf.at_least, leaf.at_most):
            yield from bound_reads(bound, leaf)


def bound_reads(bound: Bound | None, condition: Condition) -> Iterator[Read]:
    """The name a bound reads, if it is not a size of its own."""
    if isinstance(bound, OtherAnswer):
        what: Subject = "question" if bound.question else "fact"
        yield Read(what, bound.question or bound.fact or "", condition)


def rests_on(script: Script, read: Read, through_needs: int = 2) -> Iterator[str]:
    """The questions this name is worked out from, through facts and needs; no need reads deeper than two."""
    if read.what in ("question", "count"):
        yield read.name
    elif read.what == "fact" and (rule := script.facts.get(read.name)) is not None:
        yield from (question for question in (rule.weeks_until, rule.years_since) if question is not None)
    elif read.what == "need" and read.name in script.needs and through_needs:
        for deeper in reads(script.needs[read.name].when):
            yield from rests_on(script, deeper, through_needs - 1)


def needs_read(condition: Condition) -> list[str]:
    """The needs this condition reads."""
    return [read.name for read in reads(condition) if read.what == "need"]

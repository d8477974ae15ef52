"""What a worker may keep in mind with somebody: prompts of the groups the sources name (R28, R75).

A group is noticed by a condition over answers and facts. It sets no need, no level and no marker, it is no part of a
plan, and so it stands on no paper. It is worked out afresh each time, and so shows again at a review.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bcst_tui.reference.guidance import Cohort
from bcst_tui.reference.reference import Reference
from bcst_tui.script.condition import Condition, Scope, holds
from bcst_tui.script.references import mistakes_in_condition
from bcst_tui.script.script import Script, Spot
from bcst_tui.yaml_text import FileMistake

NOTHING_IN_PARTICULAR = "Nothing in particular, as far as is known. It comes out of the answers as they are given."
NOT_NOW = "Somebody else can see or hear, so this waits for a private moment."


@dataclass(frozen=True)
class CohortPrompts:
    """What to ask, offer and avoid with somebody of one group; the heading names no label."""

    cohort: str = field(repr=False)
    heading: str = field(repr=False)
    ask: tuple[str, ...] = field(repr=False)
    offer: tuple[str, ...] = field(repr=False)
    avoid: tuple[str, ...] = field(repr=False)
    activities: tuple[str, ...] = field(repr=False)
    source: str = field(repr=False)


def cohort_prompts(known: Scope, reference: Reference) -> tuple[CohortPrompts, ...]:
    """The prompts of every group noticed in what is known so far, in the order of the file; the worker's alone.

    Raises ScriptError with file and line for a condition that is none.
    """
    return tuple(
        _prompts(reference.cohorts[name])
        for name, written in reference.cohort_conditions.items()
        if holds(written.read_as(Condition), known)
    )


def ways_of(prompts: CohortPrompts) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What to ask, to offer and to avoid; what there is nothing of is left out."""
    ways = (("Ask", prompts.ask), ("Offer", prompts.offer), ("Avoid", prompts.avoid))
    return (way for way in ways if way[1])


def mistakes(script: Script, reference: Reference) -> Iterator[FileMistake]:
    """Every condition of a group that is none, or that reads what this script does not know."""
    for name, written in reference.cohort_conditions.items():
        spot = Spot(written.text.source, written.text.lines, written.place)
        try:
            yield from mistakes_in_condition(script, written.read_as(Condition), spot, name)
        except FileMistake as mistake:
            yield mistake


def _prompts(cohort: Cohort) -> CohortPrompts:
    return CohortPrompts(
        cohort.id, cohort.heading, cohort.ask, cohort.offer, cohort.avoid, cohort.activities, cohort.source
    )

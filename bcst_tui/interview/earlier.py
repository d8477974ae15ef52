"""What earlier sittings already hold: shown to confirm, or not asked again, by each question's carry policy (R92)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bcst_tui.interview.answer import Given, NoAnswer
from bcst_tui.script.model import Question


@dataclass(frozen=True)
class Told:
    """An answer given before, and the day it was given."""

    answer: Given = field(repr=False)
    on: date


@dataclass(frozen=True)
class Unsaid:
    """An answer that is none, such as "does not know", and the day it was given."""

    answer: NoAnswer
    on: date


@dataclass(frozen=True)
class Earlier:
    """What has been told before: answers by id, the rows of groups, and every question that was put and settled.

    `unsaid`: what was put and had an answer that is none, such as not known. `part_one`: what part 1 says to questions
    that nobody has been asked yet; it is shown to be confirmed and counts for nothing before.
    """

    answers: Mapping[str, Told] = field(repr=False, default_factory=dict)
    rows: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()
    unsaid: Mapping[str, Unsaid] = field(repr=False, default_factory=dict)
    part_one: Mapping[str, Told] = field(repr=False, default_factory=dict)

    def is_over(self, question: Question) -> bool:
        """Whether this is never asked again, having been asked once."""
        return question.carry == "never_again" and question.id in self.settled


NOTHING_TOLD = Earlier()

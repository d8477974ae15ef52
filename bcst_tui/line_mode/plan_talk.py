"""Talking about one sitting's plan in numbered lines: choosing, changing, and what has been changed so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.forms import FormName, Part, Writing
from bcst_tui.casebook.values import Sitting
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.half_written import part_in_words
from bcst_tui.line_mode.prompts import Lines, choose
from bcst_tui.plan.model import Plan

T = TypeVar("T")
BACK = "Back"
DAY = "Which day? Such as 12/3/2027"


class PlanTalk:
    """What every part of the talk needs; each change is on the disk before it is told."""

    def __init__(self, casebook: Casebook, sitting: Sitting, lines: Lines) -> None:
        self._casebook = casebook
        self._sitting = sitting
        self._lines = lines
        self._labels = casebook.labels
        self._earlier: list[Plan] = []

    @property
    def _plan(self) -> Plan:
        return self._casebook.plan(self._sitting)

    def _writing(self, form: FormName, subject: str = "") -> Writing:
        """A form of this case, as far as it was filled in before."""
        return self._casebook.writing(self._sitting.case_id, form, subject)

    def _line(self, part: Part, words: str) -> str:
        return part_in_words(self._lines, part, words)

    def _change(self, edit: Callable[[], Plan | Rejection], writing: Writing | None = None) -> bool:
        """Make a change, and say that it is saved or why it was not made; with it goes the form it was written on."""
        before = self._plan
        try:
            edited = edit() if writing is None else writing.settled(edit)
        except NotSaved as refused:
            self._lines.say(f"! NOT saved: {refused}")
            return False
        if isinstance(edited, Rejection):
            self._lines.say(f"! {edited.reason}")
            return False
        self._earlier.append(before)
        self._lines.say("Saved.")
        return True

    def _choice(self, choices: Sequence[str], leave: str = BACK) -> int | None:
        """The place picked; None for back."""
        place = choose(self._lines, (*choices, leave))
        return place if place < len(choices) else None

    def _picked(self, things: Sequence[T], told: Sequence[str]) -> T | None:
        place = self._choice(told)
        return None if place is None else things[place]

    def _named(self, vocabulary: str, codes: Sequence[T]) -> T | None:
        """One of these codes, picked by what it is called."""
        return self._picked(codes, [self._labels.of(vocabulary, str(code)) for code in codes])

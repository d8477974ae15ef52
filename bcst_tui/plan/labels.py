"""The words people read for the plan's codes, out of the vocabulary data, which may be changed locally."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import get_args

from bcst_tui.plan.model import FollowUpOutcome, Group
from bcst_tui.reference.reference import Reference

OUTCOMES = "follow_up_outcome"


@dataclass(frozen=True)
class Labels:
    """What each code is called here; the codes themselves never show."""

    _reference: Reference = field(repr=False)

    def of(self, vocabulary: str, code: str) -> str:
        """The words for a code of one kind of status; KeyError for a code there is not."""
        return self._reference.label(vocabulary, code)

    def group(self, group: str) -> str:
        """What a group of the specification is called."""
        return self._reference.group_labels[group]

    def provider(self, code: str) -> str:
        """Who provides an activity, as it is called here (R29)."""
        return self._reference.provider_labels.get(code, code)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of an ordinary plan, in their order."""
        return get_args(Group)

    def needs_next_step(self, outcome: FollowUpOutcome) -> bool:
        """Whether closing a follow-up so leaves something open that must be named (R73)."""
        return self._reference.vocabulary[OUTCOMES][outcome].next_step

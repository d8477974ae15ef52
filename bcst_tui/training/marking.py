"""The four results of a rehearsal, side by side and never added up; critical errors come first."""

from __future__ import annotations

from dataclasses import dataclass

from bcst_tui.training.behaviours import Score
from bcst_tui.training.critical import CriticalError, criticals_of
from bcst_tui.training.evidence import Evidence
from bcst_tui.training.flow_marked import flow_of
from bcst_tui.training.observing import Sheet, conversation_of
from bcst_tui.training.plan_marked import PlanMarks, plan_of
from bcst_tui.training.recorded import CodingMarks, coding_of


@dataclass(frozen=True)
class Marks:
    """Four results. What was told is none of them."""

    criticals: tuple[CriticalError, ...]
    coding: CodingMarks
    plan: PlanMarks
    flow: Score
    conversation: Score
    told: tuple[str, ...]
    stayed: tuple[str, ...]


def marked(evidence: Evidence, observed: Sheet | None = None) -> Marks:
    """What this rehearsal came to; the conversation is marked only where somebody watched."""
    told = evidence.attempt.hidden.revealed
    return Marks(
        criticals=criticals_of(evidence),
        coding=coding_of(evidence),
        plan=plan_of(evidence),
        flow=flow_of(evidence),
        conversation=conversation_of(observed),
        told=told,
        stayed=tuple(one for one in evidence.persona.facts if one not in told),
    )

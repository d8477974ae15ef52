"""Decision lists, such as the settled test: the first step that holds decides (R40)."""

from __future__ import annotations

from bcst_tui.plan.model import SettledStatus
from bcst_tui.script.condition import Scope, verdict
from bcst_tui.script.rules import Decision

ASK_AGAIN = "A fact this rests on is not known yet. Ask again."


def decide(decision: Decision, scope: Scope) -> SettledStatus:
    """What the list says; a step that might hold stops it at unknown, since unknown is not "no"."""
    for step in decision.steps:
        step_holds = verdict(step.when, scope)
        if step_holds is None:
            return SettledStatus(decision.unknown, None, ASK_AGAIN)
        if step_holds:
            return SettledStatus(step.then, step.limb, step.because)
    return SettledStatus(decision.otherwise.then, None, decision.otherwise.because)

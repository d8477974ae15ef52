"""What the rules make of the answers so far, for the question that the worker decides."""

from __future__ import annotations

from bcst_tui.plan.model import Plan
from bcst_tui.script.model import Question


def suggestion_words(question: Question, plan: Plan) -> str:
    """The decision worked out for this question, by which limb and why; empty if there is none."""
    decision = dict(plan.decisions).get(question.suggest or "")
    if decision is None:
        return ""
    option = question.option(decision.status)
    said = option.said if option else decision.status.replace("_", " ").capitalize()
    limb = f" (limb {decision.limb})" if decision.limb else ""
    return f"From the answers: {said}{limb}.\nBecause {decision.because[:1].lower()}{decision.because[1:]}"

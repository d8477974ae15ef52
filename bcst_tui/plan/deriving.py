"""From an interview to its plan: needs, markers, levels, actions, signposts, dates and decisions.

A plan is never stored as the truth of the answers: it is derived afresh, and what the worker decided in an earlier
one (`previous`) is carried over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bcst_tui.interview.state import Interview
from bcst_tui.plan.actions import Circumstances, planned_actions
from bcst_tui.plan.carrying import carry_over, needs_kept, signposts_kept
from bcst_tui.plan.case_dates import case_dates
from bcst_tui.plan.deadlines import deadlines
from bcst_tui.plan.decisions import decide
from bcst_tui.plan.follow_ups import signposts_given, ticked
from bcst_tui.plan.levels import group_levels
from bcst_tui.plan.model import Plan
from bcst_tui.plan.needs import as_decided, markers_found, needs_found
from bcst_tui.reference.reference import Reference

NOTHING_BEFORE = Plan()


def derive(
    interview: Interview,
    reference: Reference,
    facts: Mapping[str, str] | None = None,
    previous: Plan = NOTHING_BEFORE,
    today: date | None = None,
) -> Plan:
    """Everything that follows from the answers so far, with the worker's earlier decisions kept.

    Needs are dated by the day of the sitting; whether a clock is late is judged by `today`, where that is later.
    """
    if facts:
        interview = replace(interview, facts={**interview.facts, **facts})
    known = interview.known
    needs = needs_kept(previous, needs_found(known))
    known = as_decided(known, needs)
    markers = markers_found(known)
    levels = group_levels(needs, markers, previous.levels)
    dates = case_dates(known)
    signposts = signposts_kept(previous, signposts_given(known, reference, dates), ticked(known.script))
    is_first = interview.sitting == "first_screening"
    derived = Plan(
        needs=needs,
        markers=markers,
        levels=levels,
        actions=planned_actions(Circumstances.of(known, reference, needs, levels, dates, signposts, is_first)),
        signposts=signposts,
        deadlines=deadlines(dates, today or known.today, reference.clocks, is_first, known.today),
        decisions=tuple((name, decide(one, known)) for name, one in known.script.decisions.items()),
    )
    return carry_over(previous, derived)

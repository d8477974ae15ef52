"""Facts that a script's conditions read and the plan works out, so that both say the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from bcst_tui.interview.known import Known
from bcst_tui.plan.case_dates import case_dates
from bcst_tui.plan.deadlines import is_both_at_once
from bcst_tui.plan.due_dates import Clocks
from bcst_tui.script.script import Script


def both_at_once(known: Known, clocks: Clocks) -> str:
    """Whether part 2 and the review of the last 12 weeks are one interview, as far as has been told (R08, R70)."""
    return "yes" if is_both_at_once(case_dates(known), clocks) else "no"


WORKED_OUT: Mapping[str, Callable[..., str]] = {"both_at_once": both_at_once}


def with_worked_out(script: Script, clocks: Clocks) -> Script:
    """The script, able to read what the plan works out by these clocks."""
    return replace(script, worked_out={name: partial(rule, clocks=dict(clocks)) for name, rule in WORKED_OUT.items()})

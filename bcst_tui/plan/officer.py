"""Passing on: what goes to staff in the prison at once, and the plan that goes to the officer outside (R10, R35)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, get_args

from bcst_tui.interview.known import Known
from bcst_tui.plan.case_dates import case_dates

Urgent = Literal[
    "hurting_self",
    "threat",
    "ill",
    "injured",
    "medicine_missed",
    "shakes_without",
    "child_alone",
    "pet_alone",
    "nobody_told",
]
URGENT: tuple[Urgent, ...] = get_args(Urgent)
HANDED_OVER: Literal["plan"] = "plan"
UrgentTo = Literal["wing_staff", "healthcare", "safer_custody", "safeguarding", "family_contact"]
URGENT_TO: tuple[UrgentTo, ...] = get_args(UrgentTo)
Officer = Literal["responsible_officer", "home_team"]
OFFICERS: tuple[Officer, ...] = get_args(Officer)
OFTEN_BOTH: frozenset[str] = frozenset(
    {"hurting_self", "threat", "ill", "medicine_missed", "shakes_without", "child_alone", "pet_alone"}
)
"""What is often a need for the plan as well."""
NEAR = timedelta(weeks=12)
NO_OFFICER = "No responsible officer is known, and release is within 12 weeks. Find out who it is, and tell them."


def no_officer_known(known: Known, today: date) -> str:
    """That nobody outside is known to hand the plan to, once release is near; else empty (R35)."""
    release = case_dates(known).release
    officer = known.question("a09d_responsible_officer")
    if release is None or release - today > NEAR or (officer is not None and officer.non_answer is None):
        return ""
    return NO_OFFICER

"""What is kept as it is said, within a screen: each row on the disk at once, so that a power cut keeps the rows before.

Each kind may be kept in its own places alone, and changes its own part of the record alone (property 41).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from bcst_tui.disclosure.agreed import DEEPEST_OF_NEITHER, NEITHER, standing
from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.run import Run
from bcst_tui.disclosure.table import State

Kind = Literal["consent", "withdrawal", "plan", "liaison", "known", "holding"]
OUTSIDE_A_RUN: tuple[State, ...] = ("SECTION", "END")
WHERE: Mapping[Kind, tuple[State, ...]] = {
    "consent": ("SHARE",),
    "withdrawal": ("SHARE", *OUTSIDE_A_RUN),
    "plan": ("PLAN", *OUTSIDE_A_RUN),
    "liaison": ("HELP_NOW", *OUTSIDE_A_RUN),
    "known": OUTSIDE_A_RUN,
    "holding": OUTSIDE_A_RUN,
}
WHAT: Mapping[Kind, tuple[str, ...]] = {
    "consent": ("consents",),
    "withdrawal": ("consents", "referrals"),
    "plan": ("safety_plan", "follow_ups", "referrals", "taken_up", "own_words"),
    "liaison": ("liaisons", "risk_routes", "gateways"),
    "known": ("ledgers",),
    "holding": ("lead_worker", "cover_worker", "consult_requested", "dual_role"),
}


def kept(run: Run, before: Record, kind: Kind, after: Record) -> Record:
    """The record after this; raises ValueError where it may not be kept here: a front end's error, never a person's."""
    if run.state not in WHERE[kind]:
        raise ValueError(f"{run.state} keeps no {kind}")
    allowed = {name: getattr(before, name) for name in WHAT[kind]}
    if replace(after, **allowed) != before:
        raise ValueError(f"a {kind} changes nothing else")
    if after.consents[: len(before.consents)] != before.consents:
        raise ValueError("a version is never rewritten")
    if not all(_may_be(one, kind, before) for one in after.consents[len(before.consents) :]):
        raise ValueError(f"no such {kind}")
    return after


def _may_be(new: Consent, kind: Kind, before: Record) -> bool:
    if new.topic == NEITHER and new.depth > DEEPEST_OF_NEITHER:
        return False
    if kind == "consent":
        return True
    whose = (new.agency, new.topic, new.purpose)
    stands = (one.depth for one in standing(before.consents) if (one.agency, one.topic, one.purpose) == whose)
    return new.status in ("withdrawn", "expired") or (new.status == "given" and 0 < new.depth < next(stands, 0))

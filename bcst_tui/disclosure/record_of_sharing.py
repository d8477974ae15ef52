"""What the private part keeps of telling others: decisions without consent, and liaison (sections 10 and 15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bcst_tui.disclosure.gateway import Limit

Kind = Literal["marac", "children", "exploitation"]
LiaisonOutcome = Literal["pending", "accepted", "not_accepted", "advice"]
OurAction = Literal["", "meeting_attended", "papers_sent", "plan_changed", "nothing_more"]
Route = Literal["to_the_meeting", "to_a_specialist", "no_further_step", "not_known"]


@dataclass(frozen=True, repr=False)
class GatewayRecord:
    """Something told without a yes: which legal reason, to which body, which rows, who decided; no story."""

    reason: Limit
    told_to: str
    rows: tuple[str, ...]
    decided_by: str
    decided_on: date
    person_told: bool
    review_on: date
    why_not_told: str = ""
    used_on: date | None = None


@dataclass(frozen=True, repr=False)
class Liaison:
    """What was raised with a meeting about risk, with children's services, or with a first responder (section 15).

    `area`: where the person will live. `wishes`: at most two lines they wrote for the meeting. `where_child`,
    `reference`: children only. `responder`, `agreed`: exploitation only; an adult has to agree.
    """

    kind: Kind
    basis: Literal["consent", "gateway"]
    decided_by: str
    raised_on: date
    raised_by_role: str
    person_told: bool
    review: date | None = None
    reason: Limit | None = None
    outcome: LiaisonOutcome = "pending"
    area: str = ""
    our_action: OurAction = ""
    why_not_told: str = ""
    wishes: tuple[str, ...] = ()
    where_child: str = ""
    reference: str = ""
    responder: str = ""
    agreed: bool | None = None


@dataclass(frozen=True, repr=False)
class RiskRoute:
    """That a trained person looked at the risk, outside this tool: by which role, when, and where it led."""

    done_by: str
    on: date
    outcome: Route
    our_action: OurAction = ""


@dataclass(frozen=True, repr=False)
class KeptBack:
    """That the safeguarding lead keeps a row of the matrix from the person's own full copy, as it would raise risk."""

    row: str
    decided_by: str
    on: date

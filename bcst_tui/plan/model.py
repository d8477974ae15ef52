"""The plan as values: needs with evidence, actions, signposts with their follow-ups, and dates.

Codes are those of the one vocabulary, labelled in data/vocabulary.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

NeedStatus = Literal["proposed", "confirmed", "dropped", "being_met", "met", "unmet"]
FundingRoute = Literal["", "fee_for_service", "rate_card"]
NeedOrigin = Literal["rule", "worker", "person"]
PersonsView = Literal["not_read_back", "agreed", "changed", "not_mine"]
ActionStatus = Literal[
    "proposed",
    "agreed",
    "in_progress",
    "delivered",
    "declined",
    "not_possible",
    "not_needed",
    "held",
    "transferred",
]
SaidBy = Literal["i_will", "we_will", "worker_will"]
DeliveryExtent = Literal["full", "part", "attempted"]
SafeToContact = Literal["yes", "no", "not_asked"]
ReferralStatus = Literal["drafted", "consented", "sent", "waiting", "accepted", "rejected", "done", "withdrawn"]
CaseloadCheck = Literal["not_needed", "asked", "known", "not_known", "no_answer"]
ConsentGivenHow = Literal["signed", "spoken", "interpreter", "declined"]
SignpostStatus = Literal["given", "declined", "closed"]
SignpostHow = Literal["told", "leaflet", "introduced", "rang_together", "went_with"]
FollowUpOutcome = Literal[
    "met",
    "engaged",
    "not_yet",
    "service_refused",
    "declined",
    "changed_mind",
    "unsafe_to_contact",
    "not_reached",
]
ClockState = Literal["on_time", "late", "not_started", "not_computable"]
Group = Literal["ACC", "ETE", "FIN", "PSH", "SUP"]
Level = Literal[1, 2, 3]


@dataclass(frozen=True)
class Evidence:
    """One answer a need or a marker rests on."""

    question_id: str
    words: str = field(repr=False)
    audience: str


@dataclass(frozen=True)
class Marker:
    """A complexity marker that holds, and the groups it counts for."""

    code: str
    title: str
    counts_for: tuple[Group, ...]
    evidence: tuple[Evidence, ...]
    source: str
    audience: str


@dataclass(frozen=True)
class Need:
    """Something to be met, why we think so, and what the worker and the person say of it."""

    code: str
    group: Group
    title: str = field(repr=False)
    said: str = field(repr=False)
    evidence: tuple[Evidence, ...]
    source: str
    audiences: tuple[str, ...]
    status: NeedStatus = "proposed"
    origin: NeedOrigin = "rule"
    persons_view: PersonsView = "not_read_back"
    reason: str = field(default="", repr=False)
    found_on: date | None = None
    funding: FundingRoute = ""
    """How it is paid for, by the kind of prison it was found in (R12); nothing where that is not known."""


@dataclass(frozen=True)
class GroupLevel:
    """The level of one group, by the one level rule (R20–R24)."""

    group: Group
    level: Level
    offered_3: bool
    markers: tuple[Marker, ...]
    worker_agrees: bool | None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True)
class DueDate:
    """When something is due, or in words why that can't be worked out."""

    clock: str
    on: date | None
    note: str = ""


@dataclass(frozen=True)
class Deadline:
    """One clock of the case: its date, its state today, and what it counts from."""

    clock: str
    title: str
    due: date | None
    state: ClockState
    note: str = ""
    audience: str = "deadlines"


@dataclass(frozen=True)
class Action:
    """One activity of the minimum specification, planned for this person."""

    activity: str
    title: str = field(repr=False)
    said: str = field(repr=False)
    neutral: str
    provider: str
    owner: str = field(repr=False)
    level: Level
    needs: tuple[str, ...]
    due: DueDate
    audiences: tuple[str, ...]
    source: str
    status: ActionStatus = "proposed"
    said_by: SaidBy = "worker_will"
    locked_because: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)
    caution: str = field(default="", repr=False)
    status_on: date | None = None
    status_by: str = ""
    """Who last said how it stands, by role; the rules are nobody."""
    passed_to: str = field(default="", repr=False)
    found_on: date | None = None
    """The day of the sitting that first called for it; its time is counted from there in every later one."""


@dataclass(frozen=True)
class Stamp:
    """The day on which something was said or done, and who wrote it down, by role."""

    on: date
    by: str = ""


@dataclass(frozen=True)
class Delivery:
    """Something done of an action, for a need of it or for none (R31)."""

    activity: str
    need: str
    on: date
    by_role: str
    what: str = field(repr=False)
    extent: DeliveryExtent


@dataclass(frozen=True)
class Check:
    """One time that a service was asked about, and what was heard."""

    on: date
    by: str
    outcome: FollowUpOutcome
    next_step: str = field(default="", repr=False)


@dataclass(frozen=True)
class FollowUp:
    """The check on what came of a signpost; closing it demands an outcome."""

    due: DueDate
    status: Literal["open", "closed"] = "open"
    outcome: FollowUpOutcome | None = None
    next_step: str = field(default="", repr=False)
    checks: tuple[Check, ...] = ()
    """Every check, the oldest first; the last of a closed one is what it was closed with."""


@dataclass(frozen=True)
class Signpost:
    """A service the person was told of; it cannot exist without its follow-up (R33)."""

    service: str
    service_name: str
    activity: str
    how: SignpostHow
    given_on: date
    follow_up: FollowUp
    audiences: tuple[str, ...]
    status: SignpostStatus = "given"
    safe_to_contact: SafeToContact = "not_asked"


@dataclass(frozen=True)
class ReferralStep:
    """One thing that became of a referral."""

    status: ReferralStatus
    on: date
    by: str = ""
    words: str = field(default="", repr=False)


@dataclass(frozen=True)
class Referral:
    """A service asked to take somebody on, and every step of it; `number` tells it from the others of the plan."""

    number: int
    service: str
    service_name: str
    activity: str
    steps: tuple[ReferralStep, ...]
    audiences: tuple[str, ...]
    check: DueDate
    status: ReferralStatus = "drafted"
    given_how: ConsentGivenHow | None = None
    tier: int | None = None
    caseload: CaseloadCheck = "not_needed"
    caseload_on: date | None = None


@dataclass(frozen=True)
class SettledStatus:
    """What the settled test says, by which limb, and why (R40)."""

    status: str
    limb: str | None
    because: str = field(repr=False)


@dataclass(frozen=True)
class Plan:
    """Everything that follows from one sitting."""

    needs: tuple[Need, ...] = ()
    markers: tuple[Marker, ...] = ()
    levels: tuple[GroupLevel, ...] = ()
    actions: tuple[Action, ...] = ()
    signposts: tuple[Signpost, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    referrals: tuple[Referral, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    decisions: tuple[tuple[str, SettledStatus], ...] = ()
    version: int = 0
    """The version agreed last, which a draft is to follow."""
    agreed_on: date | None = None

"""What the vault keeps of part 1, of what was told to staff at once and of landlords tried, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bcst_tui.interview.values import Json
from bcst_tui.plan.officer import Officer, Urgent, UrgentTo
from bcst_tui.reference.service import LandlordKind

PartOneSource = Literal["file", "typed"]
HandedOn = Literal[Urgent, "plan"]
ToldRole = Literal[UrgentTo, Officer]
LandlordState = Literal["tried", "not_suitable"]


@dataclass(frozen=True)
class PartOneAnswer:
    """One answer of part 1: to which question, on which day, and how it came here."""

    question_id: str
    value: Json = field(repr=False)
    said_on: date
    source: PartOneSource = "file"


@dataclass(frozen=True)
class HandOffLogged:
    """What was told to which role, when and by whom; codes, never anybody's words."""

    what: HandedOn
    told_to: ToldRole
    on: date
    at_time: str = ""
    by: str = field(default="", repr=False)


@dataclass(frozen=True)
class LandlordTried:
    """How it stands with one kind of landlord; `because` says why it does not suit."""

    kind: LandlordKind
    state: LandlordState
    on: date
    because: str = field(default="", repr=False)
    by: str = field(default="", repr=False)

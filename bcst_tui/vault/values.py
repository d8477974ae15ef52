"""What the vault keeps besides answers and plans, as values. Light to import; rows never leave the vault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from bcst_tui.disclosure.section_q import QState
from bcst_tui.script.model import SittingKind

SittingStatus = Literal["planned", "open", "paused", "completed", "not_held"]
NotHeldReason = Literal["refused", "transferred", "released", "unwell", "no_interpreter", "regime", "other"]
AccessKind = Literal[
    "set_up",
    "unlocked",
    "locked",
    "person_added",
    "opened",
    "begun",
    "resumed",
    "completed",
    "plan_made",
    "plan_agreed",
    "exported",
    "handed_over",
    "erased",
    "closed",
    "reopened",
    "merged",
    "noted",
    "note_struck",
    "backed_up",
    "not_held",
    "stay_begun",
    "part_one_read",
    "consent_given",
    "consent_ended",
    "shared_without_consent",
    "record_asked_for",
    "record_shown",
    "service_changed",
    "figures_made",
    "statement_written",
    "handed_off",
    "keys_changed",
    "opened_by_lead",
    "taken_over",
]
CaseEventKind = Literal[
    "closed_released",
    "closed_transferred",
    "closed_died",
    "closed_other",
    "reopened",
    "merged",
    "note_struck",
    "returned",
]
CLOSING: tuple[CaseEventKind, ...] = ("closed_released", "closed_transferred", "closed_died", "closed_other")


@dataclass(frozen=True)
class Profile:
    """The one worker this vault belongs to, and the roles the limits of confidence name."""

    name: str = field(repr=False)
    role: str
    prison: str
    is_resettlement_prison: bool
    sealed_reader_role: str
    safeguarding_role: str


@dataclass(frozen=True)
class Person:
    """Somebody whose case is kept here; lists and file names use the reference."""

    id: int
    reference: str
    name_used: str = field(repr=False)
    created_at: datetime
    legal_name: str = field(default="", repr=False)
    prison_number: str | None = field(default=None, repr=False)
    birth_date: date | None = field(default=None, repr=False)
    opened_by: str = field(default="", repr=False)


@dataclass(frozen=True)
class ScriptTexts:
    """A script as it was when a sitting began: its files' own text, kept once."""

    hash: str
    script_id: str
    version: str
    files: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class Sitting:
    """One meeting over one script; `moves` is how many entries it has so far."""

    id: int
    person_id: int
    kind: SittingKind
    status: SittingStatus
    script_hash: str
    today: date
    started_at: datetime
    last_saved_at: datetime
    moves: int = 0
    ended_at: datetime | None = None
    not_held_reason: NotHeldReason | None = None
    private_part: QState = "not_opened"
    facts: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class AccessEvent:
    """Who looked at what, when; never what was in it."""

    at: datetime
    what: AccessKind
    record: str


@dataclass(frozen=True)
class CaseEvent:
    """Something that happened to a case as a whole; only ever added."""

    person_id: int
    at: datetime
    on: date
    what: CaseEventKind
    by: str = field(repr=False)
    words: str = field(default="", repr=False)


@dataclass(frozen=True)
class CaseNote:
    """A worker's own words about a case, under the row of the audience matrix that says who reads them."""

    id: int
    person_id: int
    written_at: datetime
    written_on: date
    by: str = field(repr=False)
    audience: str
    words: str = field(repr=False)
    sitting_id: int | None = None
    struck_at: datetime | None = None
    struck_by: str = field(default="", repr=False)


@dataclass(frozen=True)
class Feedback:
    """What somebody thought of being interviewed (K07); nothing in it or beside it says who."""

    dealt_with: int | None
    listened: int | None
    again: int | None
    words: str = field(default="", repr=False)

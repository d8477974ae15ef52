"""What a document says of the case beside its plan: names, dates, meetings, what was and wasn't said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bcst_tui.plan.model import Evidence

NonAnswer = Literal["declined", "not_asked", "not_known", "not_applicable"]


@dataclass(frozen=True)
class KeyDate:
    """A date of the case, or the words for its missing."""

    title: str
    on: date | None
    note: str = ""
    audience: str = "custody_dates"
    at: str = ""


@dataclass(frozen=True)
class SittingHeld:
    """One sitting: what kind, whether it was held, and when; `also`: other assessments it stands for (R08)."""

    kind: str
    held_on: date | None
    status: str = "completed"
    reason: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Meeting:
    """A meeting to come, under a neutral label."""

    on: date | None
    at: str = ""
    with_whom: str = field(default="", repr=False)
    label: str = "resettlement_appointment"


@dataclass(frozen=True)
class Goal:
    """Something the person wants, in their words."""

    words: str = field(repr=False)


@dataclass(frozen=True)
class AdviceGiven:
    """Advice the worker gave, as ticked, and the audience row of the question it was ticked in."""

    words: str = field(repr=False)
    audience: str
    on: date | None = None


@dataclass(frozen=True)
class Unanswered:
    """A question that has no answer, and which of the four kinds of no answer that is."""

    question: str = field(repr=False)
    code: NonAnswer
    audience: str
    reason: str = ""


@dataclass(frozen=True)
class ToldAnswer:
    """What was asked, in few words, and what was answered; `part`: the part of the interview.

    `names_others`: typed, and maybe about somebody else. `keeps_to_nothing`: no wish, or all is well as it is.
    """

    question_id: str
    question: str = field(repr=False)
    words: str = field(repr=False)
    audience: str
    names_others: bool = False
    part: str = ""
    keeps_to_nothing: bool = False


@dataclass(frozen=True)
class Occasion:
    """What called for an action that no need calls for: the answers its own rule rests on."""

    activity: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class HandOff:
    """Something passed on at once: when, to which role, in fixed words."""

    on: date | None
    told: str
    words: str = field(repr=False)
    at: str = ""


@dataclass(frozen=True)
class CaseNote:
    """A worker's free note, and the audience row of what it is about; it is told to nobody who may not see both."""

    written_on: date
    by: str = field(repr=False)
    words: str = field(repr=False)
    audience: str = "worker_notes"


@dataclass(frozen=True)
class Agreed:
    """What the person said about one agency, in words; `is_live`: something may be told by it today."""

    agency: str
    title: str = field(repr=False)
    words: str = field(repr=False)
    is_live: bool = False


@dataclass(frozen=True)
class ContactTerm:
    """One of the person's terms for getting in touch safely; `names_others`: it is about somebody else."""

    words: str = field(repr=False)
    names_others: bool = False


@dataclass(frozen=True)
class SinceAgreed:
    """Something that is otherwise since the plan was agreed last, and every audience row it gives away."""

    words: str = field(repr=False)
    audiences: tuple[str, ...]


@dataclass(frozen=True)
class KeptLine:
    """What is kept of the record itself: who asked to see it, what went to whom, what was shared without consent.

    `names_others`: typed, and maybe about somebody else.
    """

    words: str = field(repr=False)
    audiences: tuple[str, ...] = ()
    names_others: bool = False


@dataclass(frozen=True)
class AreaMoved:
    """One part of life and the person's own marks for it, 1 to 5, the oldest first."""

    title: str
    scores: tuple[int, ...] = field(repr=False)


@dataclass(frozen=True)
class CaseHeader:
    """The case, as a document needs it; `reference` is neutral and is all a file name holds of the person.

    `easy_words`, `large_print`: how the person would like their own copies (B04).
    `closed` is how and when it was, where it was.
    `moved`, `changed`: dates, needs and actions that are otherwise since the plan was agreed last.
    `log`: what part 1 said, and every edit and version of the plan.
    """

    reference: str
    name_used: str = field(repr=False)
    made_on: date
    legal_name: str = field(default="", repr=False)
    prison_number: str = field(default="", repr=False)
    prison: str = ""
    worker: str = field(default="", repr=False)
    worker_role: str = ""
    key_dates: tuple[KeyDate, ...] = ()
    sittings: tuple[SittingHeld, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    goals: tuple[Goal, ...] = ()
    told: tuple[ToldAnswer, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    advice: tuple[AdviceGiven, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()
    hand_offs: tuple[HandOff, ...] = ()
    notes: tuple[CaseNote, ...] = ()
    distance: tuple[AreaMoved, ...] = ()
    kept: tuple[KeptLine, ...] = ()
    log: tuple[KeptLine, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    safe_contact: tuple[ContactTerm, ...] = ()
    moved: tuple[SinceAgreed, ...] = ()
    changed: tuple[SinceAgreed, ...] = ()
    invented: bool = False
    closed: str = field(default="", repr=False)
    has_died: bool = False
    easy_words: bool = False
    large_print: bool = False

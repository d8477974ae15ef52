"""What the casebook hands out about whole cases: closing, deleting, merging, notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bcst_tui.script.model import SittingKind
from bcst_tui.vault.values import CaseNote as CaseNote
from bcst_tui.vault.values import SittingStatus

ClosedHow = Literal["released", "transferred", "died", "other"]
CaseField = Literal["name_used", "legal_name", "prison_number", "birth_date"]


@dataclass(frozen=True)
class Closing:
    """What the worker says when closing a case: how it ended, on which day as typed, and in words."""

    how: ClosedHow
    on: str = ""
    words: str = field(default="", repr=False)


@dataclass(frozen=True)
class Deleting:
    """What a deletion would take along, and what becomes of the backups, as sentences."""

    reference: str
    goes: tuple[str, ...]
    stays: str


@dataclass(frozen=True)
class CaseSide:
    """One of two cases that may be the same person's, laid beside the other; `holds`: how many of each kind."""

    case_id: int
    reference: str
    said: Mapping[CaseField, str] = field(repr=False)
    opened: date
    interviews: str
    plans: int
    holds: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class SideBySide:
    """Two cases, and where they say different things, so that somebody has to choose."""

    sides: tuple[CaseSide, CaseSide]
    differing: tuple[CaseField, ...]


@dataclass(frozen=True)
class Merging:
    """Which case stays, and whose word is taken wherever the two differ: a case id for each field."""

    stays: int
    goes: int
    taken: Mapping[CaseField, int] = field(default_factory=dict)


@dataclass(frozen=True)
class NoteReaders:
    """A row of the audience matrix a note can be put under, and in words who reads it then."""

    row: str
    title: str
    read_by: str


@dataclass(frozen=True)
class InterviewLine:
    """One of a case's interviews, as a list of them shows it."""

    sitting_id: int
    kind: SittingKind
    status: SittingStatus
    on: date
    answered: int
    asked: int
    also: tuple[SittingKind, ...] = ()

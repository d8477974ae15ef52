"""What the casebook hands to both front ends: values only, nothing of the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from bcst_tui.export.formats import FileFormat
from bcst_tui.interview.dates import month_name
from bcst_tui.interview.rejection import Rejection
from bcst_tui.interview.state import Interview
from bcst_tui.interview.whole import whole
from bcst_tui.reference.audience import AudienceCode
from bcst_tui.reference.reference import Reference
from bcst_tui.script.model import SittingKind
from bcst_tui.text import one_line
from bcst_tui.vault.purpose import Purpose as Purpose
from bcst_tui.vault.values import Feedback as Feedback
from bcst_tui.vault.values import Profile as Profile
from bcst_tui.vault.values import SittingStatus


def initials(name: str) -> str:
    """The first letters of a name: all a list shows until somebody asks for more."""
    letters = (next(filter(str.isalnum, part), "") for part in one_line(name).split())
    return " ".join(letter.upper() for letter in letters if letter)


@dataclass(frozen=True)
class Surroundings:
    """What a casebook needs from outside: the script to begin sittings on, reference data, and the clocks."""

    script_files: Mapping[str, str] = field(repr=False)
    reference: Reference = field(repr=False)
    today: Callable[[], date]
    now: Callable[[], datetime]
    trained_to_ask: bool = False
    purpose: Purpose = "live"

    @property
    def is_training(self) -> bool:
        """Whether everybody in here is invented."""
        return self.purpose == "training"


@dataclass(frozen=True)
class NewCase:
    """What the worker types to open a case (A01)."""

    name_used: str = field(repr=False)
    legal_name: str = field(default="", repr=False)
    prison_number: str = field(default="", repr=False)
    birth_date: str = field(default="", repr=False)


@dataclass(frozen=True)
class CaseLine:
    """One case as the list shows it; `saved_at` is UTC, `closed` says when and how it was, or nothing.

    `formerly`: the references of cases that were merged into it.
    """

    case_id: int
    reference: str
    name_used: str = field(repr=False)
    prison_number: str = field(repr=False)
    sitting_kind: SittingKind | None = None
    sitting_status: SittingStatus | None = None
    saved_at: datetime | None = None
    answered: int = 0
    asked: int = 0
    next_due: date | None = None
    next_due_title: str = ""
    is_overdue: bool = False
    closed: str = field(default="", repr=False)
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True)
class SameAs:
    """A case that may be the same person's as one about to be opened, and what says so."""

    case: CaseLine
    is_certain: bool

    @property
    def words(self) -> str:
        """`BC-0007 has the same prison number. Closed on 3 March 2027: released.`"""
        alike = "the same prison number" if self.is_certain else "the same name and birth date"
        return f"{self.case.reference} has {alike}. {self.case.closed or 'It is open.'}"


@dataclass(frozen=True)
class HasCase(Rejection):
    """No second case was opened: these may be the same person's."""

    same: tuple[SameAs, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Unfinished:
    """An interview that was stopped before its end."""

    case: CaseLine
    today: date

    @property
    def words(self) -> str:
        """`saved 14:02, question 12 of about 40`, by the clock on the wall here; with the day if it was another."""
        if self.case.answered >= self.case.asked:
            return f"{self._saved}, every question has its answer"
        return f"{self._saved}, question {self.case.answered + 1} of about {self.case.asked}"

    @property
    def _saved(self) -> str:
        if self.case.saved_at is None:
            return "not saved yet"
        here = self.case.saved_at.astimezone()
        day = "" if here.date() == self.today else f"{here.day} {month_name(here.month)}, "
        return f"saved {day}{here:%H:%M}"


@dataclass(frozen=True)
class Sitting:
    """One interview under way, as it stands in the vault."""

    sitting_id: int
    case_id: int
    reference: str
    name_used: str = field(repr=False)
    interview: Interview
    started_at: datetime
    saved_at: datetime
    status: SittingStatus
    closed: str = field(default="", repr=False)

    @property
    def may_change_kind(self) -> bool:
        """Whether it is a later interview in which nothing was said yet: it may have been begun as the wrong one."""
        standing = self.interview.standing
        is_later = self.interview.sitting != "first_screening" and self.status in ("open", "paused")
        return is_later and not standing.answers and not standing.rows

    @cached_property
    def whole(self) -> Interview:
        """All that is known of the person by now: this interview, and before it what nobody asked again."""
        return whole(self.interview)


@dataclass(frozen=True)
class Preview:
    """A document exactly as its reader will get it: `text` is the file, `seen` what a reader of it has before them.

    `may_tick`: the audience rows the person can still tick or leave, of those that hold something.
    `to`: whom in particular it is for, where there are many such readers. `is_large`: they asked for large print.
    `is_private`: it holds the private part, as far as this reader may see it. `may_keep_back`, `kept_back`: the rows
    that the safeguarding lead may keep from the person's own copy of it, and those that are.
    """

    audience: AudienceCode
    title: str
    file_name: str
    text: str = field(repr=False)
    seen: str = field(repr=False)
    file_format: FileFormat = "md"
    ticked: frozenset[str] = frozenset()
    may_tick: tuple[str, ...] = ()
    to: str = ""
    to_whom: str = field(default="", repr=False)
    is_large: bool = False
    is_private: bool = False
    may_keep_back: tuple[str, ...] = field(default=(), repr=False)
    kept_back: frozenset[str] = field(default=frozenset(), repr=False)


@dataclass(frozen=True)
class Reader:
    """Somebody a copy can be made for, or cannot; `why_not`: in a few words."""

    audience: AudienceCode
    title: str
    for_whom: str
    is_possible: bool
    why_not: str = field(default="not yet", repr=False)

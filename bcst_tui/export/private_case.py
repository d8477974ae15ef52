"""What papers may be made of in the private part: the sealed record, and the words it is read out in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bcst_tui.disclosure.consent import Consent, latest
from bcst_tui.disclosure.levels import TOLD, Around
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.wording import PrivateWords
from bcst_tui.export.case import ContactTerm

ABOUT = {"q1": "People around", "q2": "Other work and money"}
"""What an item is called on paper: neutral, and only where more than "please contact me" was agreed."""
NEITHER = "none"
AROUND_ROWS: Mapping[str, str] = {
    "help_with_exclusion": "exclusions",
    "unsafe_or_no_address": "housing_plan",
    "pregnant": "health",
    "under_25_or_care": "care_status",
    "learning_disability": "language_access",
    "no_english_or_recourse": "immigration",
    "recalled": "legal_status",
    "trauma_with_substances": "past_effects",
    "worker_view": "worker_notes",
}
"""The ordinary rows that a level would give away, where ordinary facts make it higher."""


@dataclass(frozen=True)
class PrivateCase:
    """One person's private part, for papers. `contacts`: of each follow-up, the terms that still hold, in words."""

    record: Record = field(repr=False)
    words: PrivateWords = field(repr=False)
    around: Around = field(default=Around(), repr=False)
    contacts: tuple[tuple[ContactTerm, ...], ...] = field(default=(), repr=False)

    @property
    def told(self) -> tuple[str, ...]:
        """The items that what belongs to the whole person is about: each of them needs its consent."""
        items = tuple(one.item for one in self.record.ledgers if one.status in TOLD or self.record.line(one.item))
        return items or (NEITHER,)

    @property
    def around_rows(self) -> tuple[str, ...]:
        return tuple(row for name, row in AROUND_ROWS.items() if getattr(self.around, name))


def standing_consents(consents: Iterable[Consent], today: date) -> tuple[Consent, ...]:
    """The last word for each agency and topic; those that let something out first."""
    return tuple(sorted(latest(consents).values(), key=lambda one: not one.is_live(today)))

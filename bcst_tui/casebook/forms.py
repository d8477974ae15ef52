"""Forms outside the interview while they are filled in: kept as they stand, so that a power cut takes none of it.

A front end asks for the writing of a form, hands its parts to the fields, and has what comes of it settled: it is
saved first and let go of after that. A cut between the two offers again what is saved already, and loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeVar

from bcst_tui.casebook.drafts import LONGEST
from bcst_tui.casebook.values import Surroundings
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.text import clean
from bcst_tui.vault.vault import Vault

FormName = Literal[
    "note",
    "statement",
    "slip",
    "need",
    "action",
    "dropped",
    "view",
    "standing",
    "done",
    "outcome",
    "turned_down",
    "level",
    "closing",
    "not_held",
    "landlord",
    "gateway",
    "safe_contact",
    "service",
]
FORMS: Mapping[str, str] = {
    "note": "a note",
    "statement": "a statement in their own words",
    "slip": "a slip",
    "need": "a new need",
    "action": "an action of your own",
    "dropped": "why a need is dropped",
    "view": "what they say of a need",
    "standing": "how an action stands",
    "done": "what was done",
    "outcome": "what comes after a follow-up",
    "turned_down": "why a referral was turned down",
    "level": "why a level fits or does not",
    "closing": "how it ended",
    "not_held": "why an interview was not held",
    "landlord": "why a landlord does not suit",
    "gateway": "a decision to share without consent",
    "safe_contact": "safe contact",
    "service": "a service",
}
"""Every form that is kept while it is filled in, and what it is called where it is told to be unfinished."""
OF_ONE_STAY: frozenset[str] = frozenset(
    {"slip", "need", "action", "dropped", "view", "standing", "done", "outcome", "turned_down", "level", "not_held"}
)
"""Those of a plan and its meetings: nothing of them goes on into another time in prison (R06)."""
Made = TypeVar("Made")


@dataclass(frozen=True)
class Part:
    """One field of a form that is being filled in; `first` is what stands in it where nobody has written anything."""

    writing: Writing = field(repr=False)
    name: str
    first: str = field(default="", repr=False)

    @property
    def words(self) -> str:
        """What is to stand in the field."""
        return self.writing.words.get(self.name, self.first)

    @property
    def begun(self) -> str:
        """A sentence where this field comes filled in with what was written earlier, or empty."""
        return self.writing.begun if self.name in self.writing.words else ""

    def keep(self, words: str) -> None:
        """Keep what stands in the field now. Raises a NotSaved; then it is kept in memory alone."""
        self.writing.keep({self.name: None if words.strip() == self.first.strip() else words})

    def let_go(self) -> None:
        """Let go of this field alone; where the disk refuses even that, it is found again the next time."""
        with suppress(NotSaved):
            self.writing.keep({self.name: None})


class Writing:
    """One form about one thing, from the first letter until it is saved or given up."""

    def __init__(self, vault: Vault, now: Callable[[], datetime], about: tuple[int | None, FormName, str]) -> None:
        self._vault = vault
        self._now = now
        self._about = about
        self._number: int | None = None
        self._kept: dict[str, str] = {}
        self.words: dict[str, str] = {}
        self.begun = ""
        self._find()

    def part(self, name: str, first: str = "") -> Part:
        return Part(self, name, first)

    def keep(self, written: Mapping[str, str | None]) -> None:
        """Keep these fields as they stand, None for one nobody has written in. Raises a NotSaved."""
        for name, words in written.items():
            if words is None:
                self.words.pop(name, None)
            else:
                self.words[name] = clean(words)[:LONGEST]
        if self.words == self._kept:
            return
        with self._vault.session() as records:
            if self.words:
                person_id, form, subject = self._about
                self._number = records.forms.keep(person_id, form, subject, self.words, self._now(), self._number)
            elif self._number is not None:
                records.forms.drop(self._number)
                self._number = None
        self._kept = dict(self.words)

    def let_go(self) -> None:
        """It was saved, or given up. Where the disk refuses even that, it is found again the next time."""
        if self._number is not None:
            with suppress(NotSaved), self._vault.session() as records:
                records.forms.drop(self._number)
        self._find()

    def settled(self, change: Callable[[], Made]) -> Made:
        """Make the change this form was written for; what was written stays where it was not made."""
        made = change()
        if not isinstance(made, Rejection):
            self.let_go()
        return made

    def _find(self) -> None:
        """Go on with what was begun, if anything was."""
        with self._vault.session() as records:
            found = records.forms.newest(*self._about)
        self._number = found.number if found else None
        self.words = dict(found.words) if found else {}
        self._kept = dict(self.words)
        self.begun = begun_words(found.at) if found else ""


class Forms:
    """The part of the casebook that keeps forms while they are filled in."""

    _vault: Vault
    _surroundings: Surroundings

    def writing(self, case_id: int | None, form: FormName, subject: str = "") -> Writing:
        """The form as far as it was filled in before; of no case where it is about nobody."""
        return Writing(self._vault, self._surroundings.now, (case_id, form, subject))


def begun_words(at: datetime) -> str:
    """When it was begun, by the clock on the wall here."""
    here = at.astimezone()
    return f"You had begun this on {day_words(here.date())} at {here:%H:%M}. It is not saved yet."

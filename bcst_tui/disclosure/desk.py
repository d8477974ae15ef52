"""What the private part knows of here and now: the day, the names to fill in, whom to call, who could be told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.levels import Around
from bcst_tui.disclosure.record import Record
from bcst_tui.reference.agency import PrivateAgency
from bcst_tui.reference.guidance import ContactCard


@dataclass(frozen=True)
class Desk:
    """Here and now: the day, the time, names and roles to fill in, whom to call, and what is not drawn openly."""

    today: date
    time: str
    fill: Callable[[str], str] = field(repr=False)
    cards: tuple[ContactCard, ...] = field(default=(), repr=False)
    covered: tuple[str, ...] = field(default=(), repr=False)
    person: str = field(default="", repr=False)
    worker: str = field(default="", repr=False)
    agencies: Mapping[str, PrivateAgency] = field(default_factory=dict, repr=False)
    agreed_until: date | None = None
    release: date | None = field(default=None, repr=False)
    window_opens: date | None = field(default=None, repr=False)
    around: Around = field(default=Around(), repr=False)
    would_get: Callable[[Record, tuple[Consent, ...]], tuple[str, ...]] | None = field(default=None, repr=False)
    """What an agency would get by these consents, from the code that writes it; None where nothing can be written."""

    def is_covered(self, words: str) -> bool:
        """Whether these words tell what it is about, so that nobody else may read them."""
        spoken = f" {_bare(words)} "
        return any(f" {one} " in spoken or f" {one}s " in spoken for one in map(_bare, self.covered))


def _bare(word: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", word.casefold()))

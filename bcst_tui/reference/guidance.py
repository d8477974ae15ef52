"""What a worker looks up: clocks, groups to be mindful of, and who to call when something cannot wait."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bcst_tui.reference.entry import Entry


class Clock(Entry):
    """One clock: what starts it, how long it runs, and what is shown if it cannot be worked out."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = Field(min_length=1)
    starts: str
    hours: int | None = None
    days: int | None = None
    working_days: int | None = None
    months: int | None = None
    days_before_release: tuple[int, ...] = ()
    working_days_before_release: tuple[int, ...] = ()
    chase: str = ""
    if_missing: str = Field(min_length=1)
    judgement: bool = False
    rules: tuple[str, ...] = Field(min_length=1)


class ClocksFile(Entry):
    """The file clocks.yaml."""

    clocks: tuple[Clock, ...]


class Cohort(Entry):
    """A group the sources name; it opens questions and offers and sets no need or level (R75)."""

    id: str = Field(pattern=r"^[A-Z][A-Z_]*$")
    title: str = Field(min_length=1)
    noticed: str
    ask: tuple[str, ...] = Field(min_length=1)
    offer: tuple[str, ...] = Field(min_length=1)
    avoid: tuple[str, ...] = Field(min_length=1)
    activities: tuple[str, ...]
    rules: tuple[str, ...] = Field(min_length=1)
    source: str = Field(min_length=1)
    part: Literal["ordinary", "sealed"] = "ordinary"


class CohortsFile(Entry):
    """The file cohorts.yaml."""

    cohorts: tuple[Cohort, ...]


class Contact(Entry):
    """A role to ring."""

    role: str = Field(min_length=1)
    name: str = Field(repr=False)
    phone: str = Field(repr=False)


class ContactCard(Entry):
    """What to do first when something cannot wait, and who to call; a dummy keeps section Q closed."""

    id: str = Field(pattern=r"^[a-z_]+$")
    title: str = Field(min_length=1)
    first: str = Field(min_length=1)
    contacts: tuple[Contact, ...] = Field(min_length=1)
    dummy: bool = False


class ContactCardsFile(Entry):
    """The file contact_cards.yaml."""

    cards: tuple[ContactCard, ...]

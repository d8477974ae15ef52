"""Whom a person may agree to have told something: agencies as data, renameable, each with what it may be asked for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator

from bcst_tui.reference.audience import TOPICS
from bcst_tui.reference.entry import Entry

AgencyReader = Literal["HOU", "SPEC", "RO"]
ORDINARY_TOPICS = tuple(topic for topic in TOPICS if topic not in ("q", "any"))
DEEPEST = 4


class Unlock(Entry):
    """An activity that waits until this much is agreed."""

    activity: str
    topic: str
    depth: int = Field(ge=1, le=DEEPEST)


class AskedInInterview(Entry):
    """An answer that is at the same time a decision about this agency."""

    question: str
    option: str
    status: Literal["given", "refused", "later"] = "given"
    topics: dict[str, int] = {}


class Agency(Entry):
    """One kind of agency: whom it serves, what it might do, and the topics it may be asked to hear of."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = Field(min_length=1)
    serves: str = Field(min_length=1)
    may_do: str = Field(min_length=1)
    reader: AgencyReader
    topics: tuple[str, ...] = Field(min_length=1)
    activities: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    unlocks: tuple[Unlock, ...] = ()
    answers: tuple[AskedInInterview, ...] = ()
    how_answered: str = ""
    which_answered: str = ""

    @field_validator("topics")
    @classmethod
    def _are_ordinary(cls, topics: tuple[str, ...]) -> tuple[str, ...]:
        for topic in topics:
            if topic not in ORDINARY_TOPICS:
                raise ValueError(f"`{topic}` is not an ordinary topic; they are {', '.join(ORDINARY_TOPICS)}")
        return topics


class AgenciesFile(Entry):
    """The file agencies.yaml."""

    agencies: tuple[Agency, ...] = Field(min_length=1)

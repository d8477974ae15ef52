"""Whom a person may agree to have told something: agencies as data, renameable, each with what it may be asked for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator

from bcst_tui.reference.audience import TOPICS
from bcst_tui.reference.entry import Entry

AgencyReader = Literal["HOU", "SPEC", "RO"]
Want = Literal[
    "advocate",
    "children",
    "get_away",
    "health",
    "housing",
    "legal",
    "money",
    "report",
    "report_anonymously",
    "safety_plan",
    "specialist",
    "stop_selling",
]
"""What somebody may want in the private part: the whole menu."""
PrivateTopic = Literal["q1", "q2", "none"]
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


class Whom(Entry):
    """Whom somebody may agree to have told something: whom it serves and what it might do.

    `wants`: what it is offered for in the private part. `inside`: it works in the prison, so nobody has to be asked
    first whether the person is known there.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = Field(min_length=1)
    serves: str = Field(min_length=1)
    may_do: str = Field(min_length=1)
    reader: AgencyReader
    wants: tuple[Want, ...] = ()
    inside: bool = False


class PrivateAgency(Whom):
    """One that is asked about in the private part alone, and stands on no other list.

    `about`: what it may hear of; `none` is what is neither item. `nameless`: whether it may or must be told without
    a name.
    """

    about: tuple[PrivateTopic, ...] = ("q1", "q2", "none")
    nameless: Literal["never", "may", "only"] = "never"


class Agency(Whom):
    """One kind of agency, with the topics it may be asked to hear of."""

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
    private: tuple[PrivateAgency, ...] = ()

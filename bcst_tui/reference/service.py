"""Services somebody may be pointed to: what for, whom each takes, and how old what is known of it is."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from bcst_tui.reference.entry import Entry

Where = Literal["prison", "release_area", "national"]
WhomTaken = Literal["anybody", "women", "men"]
Known = Literal["yes", "no", "ask"]
"""Whether it does, as far as anybody has asked it."""
LandlordKind = Literal["social", "charitable", "private"]
Layer = Literal["shipped", "local", "app"]
YOUNGEST, OLDEST = 0, 120


class Takes(Entry):
    """Whom a service takes (R47, R111, R116); `ask` is not known and has to be asked."""

    whom: WhomTaken = "anybody"
    drug_use: Known = "ask"
    couples: Known = "ask"
    children: Known = "ask"
    no_public_funds: Known = "ask"
    curfew: Known = "ask"
    from_age: int | None = Field(default=None, ge=YOUNGEST, le=OLDEST)
    to_age: int | None = Field(default=None, ge=YOUNGEST, le=OLDEST)
    languages: str = ""

    @model_validator(mode="after")
    def _ages_rise(self) -> Takes:
        if self.from_age is not None and self.to_age is not None and self.from_age > self.to_age:
            raise ValueError("to_age is not below from_age")
        return self


class Service(Entry):
    """A service somebody may be pointed to, and where to look up how to reach it.

    `activities` are those it is for, beside the activities that name it; a retired one is offered to nobody.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str = Field(min_length=1)
    does: str = Field(min_length=1)
    for_whom: str = Field(min_length=1)
    where: Where
    reach: str = Field(min_length=1)
    checked_on: date | Literal["not_yet"]
    source: str = Field(min_length=1)
    area: str = ""
    opening: str = ""
    activities: tuple[str, ...] = ()
    takes: Takes = Takes()
    landlord: LandlordKind | None = None
    sealed: bool = False
    never_proposed: bool = False
    retired: bool = False

    @property
    def may_be_named(self) -> bool:
        """Whether it may stand in an ordinary plan at all."""
        return not (self.sealed or self.never_proposed)


class ServicesFile(Entry):
    """The file services.yaml; `example` holds for all of it."""

    example: bool
    services: tuple[Service, ...]

"""What a worker looks up: clocks, groups to be mindful of, and who to call when something cannot wait."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, JsonValue, model_validator

from bcst_tui.reference.entry import Entry

CLOCK_LENGTHS: Mapping[str, tuple[str, ...]] = {
    "part_1": ("hours",),
    "part_2": ("working_days",),
    "last_12_weeks": ("days_before_release",),
    "both_at_once": (),
    "review": ("days",),
    "back_within_6_months": ("months",),
    "uc_housing_limit": ("months", "days"),
    "new_need": ("working_days",),
    "dated_letter": ("working_days",),
    "sentenced": ("working_days",),
    "extra_time": ("working_days",),
    "signpost_follow_up": ("working_days",),
    "housing_referral": ("days_before_release", "working_days_before_release", "working_days"),
    "no_address": ("days_before_release",),
    "health_checks": ("days_before_release", "working_days_before_release"),
    "ages": (),
    "consent": ("months",),
    "safe_contact": (),
    "record_request": ("days",),
    "private_review": (),
    "keeping": (),
    "screen": (),
}
CARDS = ("life", "in_here", "child", "outside", "unsafe_release", "exploitation")
FILL_IN = "Fill in here"


class Clock(Entry):
    """One clock: what starts it, how long it runs, and what is shown if it cannot be worked out.

    Which clocks there are, and what each is measured in, is fixed (CLOCK_LENGTHS); the figures are data.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = Field(min_length=1)
    starts: str = Field(min_length=1)
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
    """A group the sources name; it opens questions and offers and sets no need or level (R75).

    `when` is a condition as scripts write it; conditions are read by the plan, which knows answers.
    """

    id: str = Field(pattern=r"^[A-Z][A-Z_]*$")
    title: str = Field(min_length=1)
    heading: str = ""
    noticed: str = Field(min_length=1)
    when: dict[str, JsonValue] | None = None
    waits_for: str = ""
    not_shown_because: str = ""
    ask: tuple[str, ...] = Field(min_length=1)
    offer: tuple[str, ...] = Field(min_length=1)
    avoid: tuple[str, ...] = Field(min_length=1)
    activities: tuple[str, ...] = Field(min_length=1)
    rules: tuple[str, ...] = Field(min_length=1)
    source: str = Field(min_length=1)
    part: Literal["ordinary", "sealed"] = "ordinary"

    @model_validator(mode="after")
    def _says_when_it_is_shown(self) -> Self:
        noticed = self.when is not None or bool(self.waits_for)
        if self.part == "sealed":
            if noticed or self.not_shown_because or self.heading:
                raise ValueError("is of the private part, so it takes no `heading` and is shown by no condition")
        elif noticed == bool(self.not_shown_because):
            raise ValueError("needs `when` or `waits_for`, or else `not_shown_because`")
        elif not self.heading:
            raise ValueError("needs a `heading` that the person may see too")
        return self


class CohortsFile(Entry):
    """The file cohorts.yaml."""

    cohorts: tuple[Cohort, ...]


class Contact(Entry):
    """A role to ring."""

    role: str = Field(min_length=1)
    name: str = Field(min_length=1, repr=False)
    phone: str = Field(min_length=1, repr=False)

    @property
    def is_filled_in(self) -> bool:
        """Whether somebody could be rung by it."""
        return self.name != FILL_IN and bool(self.phone.strip("0 "))


class ContactCard(Entry):
    """What to do first when something cannot wait, and who to call; a dummy keeps section Q closed."""

    id: str = Field(pattern=r"^[a-z_]+$")
    title: str = Field(min_length=1)
    first: str = Field(min_length=1)
    contacts: tuple[Contact, ...] = Field(min_length=1)
    dummy: bool = False
    source: str = Field(min_length=1)

    @model_validator(mode="after")
    def _says_that_it_is_a_dummy(self) -> Self:
        if not self.dummy and not all(contact.is_filled_in for contact in self.contacts):
            raise ValueError("holds a name or number still to fill in, so it needs `dummy: yes`")
        return self


class ContactCardsFile(Entry):
    """The file contact_cards.yaml."""

    cards: tuple[ContactCard, ...]

"""The words people read for the codes that rules use, and the fixed shape of the own copy."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from bcst_tui.reference.activity import ActivityGroup, ProviderCode
from bcst_tui.reference.entry import Entry

NeutralCode = Literal[
    "resettlement_appointment",
    "housing_help",
    "money_help",
    "forms_papers",
    "work_learning",
    "health_appointment",
    "family_friends",
    "advice",
]


class NeutralLabel(Entry):
    """One of the eight labels that any paper may carry (R90)."""

    code: NeutralCode
    label: str = Field(min_length=1)


class GroupLabel(Entry):
    """What a group of the specification is called."""

    code: ActivityGroup
    label: str = Field(min_length=1)
    sealed: bool = False


class ProviderLabel(Entry):
    """What a provider is called here, and what Annex A called it."""

    code: ProviderCode
    label: str = Field(min_length=1)
    official: str = ""


HeadingId = Literal["want", "meetings", "housing", "work", "money", "health_people", "who", "next"]


class OwnCopyHeading(Entry):
    """One fixed heading: how many slots it has, filled or blank, and the lines that never change."""

    id: HeadingId
    title: str = Field(min_length=1)
    slots: int = Field(default=0, ge=0, le=4)
    lines: tuple[str, ...] = ()
    easy_title: str = ""
    easy_lines: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _easy_words_keep_the_shape(self) -> Self:
        if self.easy_lines and len(self.easy_lines) != len(self.lines):
            raise ValueError("`easy_lines` are as many as `lines`, so that the copy keeps its shape")
        return self

    def in_words(self, easy: bool) -> tuple[str, tuple[str, ...]]:
        """The title and the lines, in easy words where there are any."""
        return (self.easy_title or self.title, self.easy_lines or self.lines) if easy else (self.title, self.lines)


class OwnCopyShape(Entry):
    """The one shape every own copy has (R90)."""

    title: str
    name_line: str
    date_line: str
    blank: str = Field(min_length=1)
    forbidden: tuple[str, ...]
    headings: tuple[OwnCopyHeading, ...] = Field(min_length=8, max_length=8)


class LabelsFile(Entry):
    """The file labels.yaml."""

    neutral: tuple[NeutralLabel, ...]
    groups: tuple[GroupLabel, ...]
    providers: tuple[ProviderLabel, ...]
    telling: tuple[str, ...] = ()
    own_copy: OwnCopyShape

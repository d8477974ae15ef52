"""The words people read for the codes that rules use, and the fixed shape of the own copy."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, RootModel, model_validator

from bcst_tui.reference.activity import ActivityGroup, ProviderCode
from bcst_tui.reference.entry import Entry


class NeutralLabel(Entry):
    """One of the eight labels that any paper may carry."""

    code: str = Field(pattern=r"^[a-z_]+$")
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
    own_copy: OwnCopyShape


class Term(Entry):
    """One status code and its label."""

    code: str = Field(pattern=r"^[a-z_]+$")
    label: str = Field(min_length=1)
    next_step: bool = False


class VocabularyFile(RootModel[dict[str, tuple[Term, ...]]]):
    """The file vocabulary.yaml: one list of terms for each kind of status."""

    model_config = {"frozen": True, "hide_input_in_errors": True}

    @model_validator(mode="after")
    def _each_code_once(self) -> VocabularyFile:
        for name, terms in self.root.items():
            codes = [term.code for term in terms]
            if len(codes) != len(set(codes)):
                raise ValueError(f"`{name}` holds a code twice")
        return self

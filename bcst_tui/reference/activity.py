"""What can be done for somebody: activities of the minimum specification, services, courses."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator

from bcst_tui.reference.entry import Entry

ActivityGroup = Literal["ACC", "ETE", "FIN", "PSH", "SUP", "DVA", "SWK"]
ProviderCode = Literal[
    "HOST",
    "HOME",
    "JOINT_HOST_HOME",
    "JOINT_HOST_HOME_NPS",
    "JOINT_HEALTH",
    "HOST_AND_SIGNPOST",
    "SIGNPOST",
    "NOT_STATED",
]
ConsentRule = Literal["explicit", "recommended", "none"]
SEALED_GROUPS: tuple[ActivityGroup, ...] = ("DVA", "SWK")


class Activity(Entry):
    """One thing a worker may do or arrange for somebody (001 chapters 3 to 8 and Annex A)."""

    id: str = Field(pattern=r"^(ACC|ETE|FIN|PSH|SUP|DVA|SWK)-[123]-\d\d$")
    group: ActivityGroup
    levels: tuple[int, ...] = Field(min_length=1)
    title: str = Field(min_length=1)
    said: str = Field(min_length=1)
    provider: ProviderCode
    note: str = ""
    services: tuple[str, ...] = ()
    consent: ConsentRule
    asterisk: bool
    scope: Literal["person", "organisation"] = "person"
    same_task_as: str | None = None
    never_proposed: bool = False
    row: str
    label: str
    source: str = Field(min_length=1)

    @field_validator("levels")
    @classmethod
    def _rise_from_one_to_three(cls, levels: tuple[int, ...]) -> tuple[int, ...]:
        if list(levels) != sorted(set(levels)) or not set(levels) <= {1, 2, 3}:
            raise ValueError("levels are 1, 2 or 3, each once, the lowest first")
        return levels

    @property
    def level(self) -> int:
        """The level the activity begins at."""
        return self.levels[0]

    @property
    def is_sealed(self) -> bool:
        """Whether it belongs to the private part."""
        return self.group in SEALED_GROUPS


class ActivitiesFile(Entry):
    """The file activities.yaml."""

    activities: tuple[Activity, ...]


class Course(Entry):
    """One online course of Annex B."""

    id: str = Field(pattern=r"^VC-\d\d$")
    title: str = Field(min_length=1)
    path: str = Field(min_length=1)
    about: str = Field(min_length=1)
    suits: tuple[str, ...] = Field(min_length=1)
    caution: str = ""
    licence_to_practise: bool = False
    activities: tuple[str, ...] = Field(min_length=1)


class CoursesFile(Entry):
    """The file courses.yaml."""

    source: str = Field(min_length=1)
    courses: tuple[Course, ...]

"""What a file with part 1 may hold: the field's name there, and the question it is shown at to be confirmed (A11)."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from bcst_tui.reference.entry import Entry


class PartOneField(Entry):
    """One field of part 1; `also`: other words it uses for an answer, in small letters."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    question: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    also: Mapping[str, str] = Field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.name


class PartOneFile(Entry):
    """The file part_one.yaml."""

    source: str = Field(min_length=1)
    fields: tuple[PartOneField, ...] = Field(min_length=1)

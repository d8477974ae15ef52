"""The audience matrix as data: ten readers, one row for every kind of fact, one code where they meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self, get_args

from pydantic import Field, field_validator, model_validator

from bcst_tui.reference.entry import Entry

AudienceCode = Literal["CELL", "FULL", "WK", "SG", "RO", "HOU", "SPEC", "STAT", "MI", "TR"]
AUDIENCES: tuple[AudienceCode, ...] = get_args(AudienceCode)
Code = Literal["Y", "Y*", "n", "C", "G", "#", "S", "-"]
CODES: tuple[Code, ...] = get_args(Code)
Part = Literal["ordinary", "sealed", "unlinked"]
Layout = Literal["record", "officer", "person", "outside", "own_copy", "totals"]
TOPICS = (
    "identity",
    "access",
    "housing",
    "work",
    "money",
    "health",
    "substance",
    "family",
    "care",
    "immigration",
    "legal",
    "contacts",
    "plan",
    "q",
    "any",
)
OWN_COPIES: tuple[AudienceCode, ...] = ("CELL", "FULL")
_ONLY: dict[AudienceCode, tuple[Code, ...]] = {
    "CELL": ("Y", "n", "C", "-"),
    "MI": ("#", "-"),
    "TR": ("S", "-"),
}


class ConsentNeeded(Entry):
    """One consent that opens a C row: a topic and how deep it must go."""

    topic: str
    depth: int = Field(ge=1, le=4)

    @field_validator("topic")
    @classmethod
    def _is_a_topic(cls, topic: str) -> str:
        if topic not in TOPICS:
            raise ValueError(f"`{topic}` is not a topic; the topics are {', '.join(TOPICS)}")
        return topic


class Row(Entry):
    """One kind of fact: what it covers, which consent opens it, and what each reader gets of it."""

    id: str = Field(pattern=r"^[a-z][a-z_]*$")
    title: str = Field(min_length=1)
    items: tuple[str, ...]
    consent: tuple[ConsentNeeded, ...]
    codes: tuple[Code, ...]
    part: Part = "ordinary"
    tells_of_others: bool = False

    @field_validator("consent", mode="before")
    @classmethod
    def _topic_and_depth(cls, told: Any) -> Any:
        if not isinstance(told, str):
            return told
        if told == "none":
            return ()
        pairs = [choice.partition(":") for choice in told.split(" or ")]
        return tuple({"topic": topic.strip(), "depth": depth.strip()} for topic, _, depth in pairs)

    @field_validator("codes", mode="before")
    @classmethod
    def _one_code_a_column(cls, told: Any) -> Any:
        if not isinstance(told, str):
            return told
        codes = tuple(told.split())
        if len(codes) != len(AUDIENCES):
            raise ValueError(f"needs {len(AUDIENCES)} codes, one for each reader, and has {len(codes)}")
        for code in codes:
            if code not in CODES:
                raise ValueError(f"`{code}` is not a code; the codes are {' '.join(CODES)}")
        return codes

    @model_validator(mode="after")
    def _codes_fit_their_columns(self) -> Self:
        for audience, code in zip(AUDIENCES, self.codes, strict=True):
            if code not in _ONLY.get(audience, CODES):
                raise ValueError(f"`{code}` cannot stand in the column {audience}")
            if code == "C" and audience not in OWN_COPIES and not self.consent:
                raise ValueError(f"says C for {audience} and names no consent that would open it")
        return self

    def code_for(self, audience: AudienceCode) -> Code:
        """What stands where this row meets that reader's column."""
        return self.codes[AUDIENCES.index(audience)]


class Audience(Entry):
    """One reader: who they are, what their document is laid out as, its title, and what stands above all else."""

    code: AudienceCode
    title: str = Field(min_length=1)
    for_whom: str = Field(min_length=1)
    layout: Layout
    heading: str = Field(min_length=1)
    opening: tuple[str, ...] = ()


class MatrixFile(Entry):
    """The file audiences.yaml."""

    columns: tuple[str, ...]
    audiences: tuple[Audience, ...]
    rows: tuple[Row, ...]

    @field_validator("columns")
    @classmethod
    def _are_the_ten(cls, columns: tuple[str, ...]) -> tuple[str, ...]:
        if columns != AUDIENCES:
            raise ValueError(f"must be {', '.join(AUDIENCES)}, in this order")
        return columns


@dataclass(frozen=True)
class Matrix:
    """Who may see what: every row by its id, every reader by code, and the row of every document field."""

    rows: Mapping[str, Row]
    audiences: Mapping[AudienceCode, Audience]
    fields: Mapping[str, str]

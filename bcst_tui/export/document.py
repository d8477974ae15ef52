"""A document before and after the audience matrix: what could be told, and what this reader gets.

Every line of a Document names the audience rows it comes from; a Copy has none left, only words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bcst_tui.reference.audience import AudienceCode

NOTHING_HERE = "Nothing to show here."


@dataclass(frozen=True)
class Line:
    """Something that could be told: the row it belongs to and the rows its words are derived from.

    `neutral` is told in its place where the matrix says n; `pathway` where only the part of life may be told.
    `services` are those a line concerns: a service outside reads of its own and no other's. None: it concerns none.
    """

    row: str
    derived_from: tuple[str, ...] = ()
    text: str = field(default="", repr=False)
    cells: tuple[str, ...] = field(default=(), repr=False)
    neutral: str = ""
    pathway: str = ""
    depth: int = 0
    services: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Section:
    """One heading; `row` decides for a whole column of readers whether the heading stands at all."""

    heading: str
    row: str
    lines: tuple[Line, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """Everything that could be told of one plan, before anybody in particular reads it."""

    title: str
    reference: str
    made_on: date
    facts: tuple[Line, ...]
    sections: tuple[Section, ...]
    banner: str = ""


@dataclass(frozen=True)
class ListLine:
    """One point of a list, and how far in it stands."""

    text: str = field(repr=False)
    depth: int = 0


@dataclass(frozen=True)
class CopySection:
    """One heading as this reader gets it: a table, a list, or the sentence that there is nothing."""

    heading: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    lines: tuple[ListLine, ...] = ()
    if_empty: str = NOTHING_HERE


@dataclass(frozen=True)
class Copy:
    """What one reader gets, ready to be written in any format."""

    audience: AudienceCode
    title: str
    note: str
    facts: tuple[ListLine, ...]
    sections: tuple[CopySection, ...]
    banner: str = ""

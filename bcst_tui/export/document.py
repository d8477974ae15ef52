"""A document before and after the audience matrix: what could be told, and what this reader gets.

Every line of a Document names the audience rows it comes from; a Copy has none left, only words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bcst_tui.reference.audience import AudienceCode
from bcst_tui.text import one_line

NOTHING_HERE = "Nothing to show here."
NO_WORDS = "—"
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Pathway:
    """The part of life something is about, and what kind of thing it is: all that is told without a consent."""

    part: str
    one: str = ""
    many: str = ""

    def words(self, count: int) -> str:
        """`Health and people: one need unmet`, `Health and people: two needs unmet`."""
        if not self.many:
            return f"{self.part}: {self.one}" if self.one else self.part
        number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
        return f"{self.part}: {number} {self.one if count == 1 else self.many}"


@dataclass(frozen=True)
class Line:
    """Something that could be told: the row it belongs to and the rows its words are derived from.

    `neutral` is told in its place where the matrix says n; `pathway` where only the part of life may be told.
    `services` are those a line concerns: a service outside reads of its own and no other's. None: any may read it; an
    empty one: no service does.
    `names_others`: its words were typed and may be about somebody else (R84). `is_head`: it stands only over others.
    `about`: the topics of the private part it concerns. `part`: the part of the safety plan it is.
    """

    row: str
    derived_from: tuple[str, ...] = ()
    text: str = field(default="", repr=False)
    neutral: str = ""
    pathway: Pathway | None = None
    depth: int = 0
    services: tuple[str, ...] | None = None
    names_others: bool = False
    is_head: bool = False
    about: tuple[str, ...] = field(default=(), repr=False)
    part: str = field(default="", repr=False)


@dataclass(frozen=True)
class Section:
    """One heading; `row` decides for a whole column of readers whether the heading stands at all.

    Without words for `if_empty` it stands only over something. `is_private`: it may hold rows of the private part.
    """

    heading: str
    row: str
    lines: tuple[Line, ...]
    if_empty: str = NOTHING_HERE
    is_private: bool = False


@dataclass(frozen=True)
class Document:
    """Everything that could be told of one plan, before anybody in particular reads it."""

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
    """One heading as this reader gets it: a list, or the sentence that there is nothing."""

    heading: str
    lines: tuple[ListLine, ...] = ()
    if_empty: str = NOTHING_HERE


@dataclass(frozen=True)
class Copy:
    """What one reader gets, ready to be written in any format."""

    audience: AudienceCode
    title: str
    opening: tuple[str, ...]
    facts: tuple[ListLine, ...]
    sections: tuple[CopySection, ...]
    banner: str = ""
    is_large: bool = False
    """For somebody who reads large print: a form with type of its own is set in large type."""


def words_or_dash(text: str) -> str:
    """One line of text as every format shows it; a dash if there is none."""
    return one_line(text) or NO_WORDS

"""What is said and shown in the private part, as data: one wording a state (and item), read from q.yaml."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from bcst_tui.disclosure.ledger import Item, Later, Source, Status
from bcst_tui.disclosure.record import Around, When, Who
from bcst_tui.disclosure.table import COVERS, TABLE, WITHOUT_A_SCREEN, State
from bcst_tui.disclosure.wording_of_plan import FormWords, PartWords, PlanWords, ShareWords
from bcst_tui.reference.agency import Want
from bcst_tui.script.condition import ScriptModel

FILE = "q.yaml"
LIMITS = ("child", "other_adult", "vulnerable_adult", "self_harm", "court_order", "prison_or_crime")
"""Every limit of confidence, by its code; each is said in every wording and language."""
SPOKEN: tuple[State, ...] = tuple(
    state for state in TABLE if state not in (*COVERS, *WITHOUT_A_SCREEN) and state != "SECTION"
)
BY_ITEM: tuple[State, ...] = ("OFFER", "ASK")
BY_THE_CHECKS = ("ok", "ok_again", "fix")


class Telling(ScriptModel):
    """One thing said: a standard form, an easy one a short line at a time, and other languages."""

    id: str = ""
    standard: str = Field(min_length=1)
    easy: tuple[str, ...] = Field(min_length=1)
    languages: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class AnswerWords(ScriptModel):
    """One key: the event it gives, and its words. `code` tells apart answers that give the same event."""

    event: str
    code: str = ""
    said: str = Field(min_length=1)
    easy: str = ""


class CheckOption(ScriptModel):
    """One answer to a check of privacy; only some pass, and the worker can't override it."""

    id: str
    said: str = Field(min_length=1)
    passes: bool = False


class Check(ScriptModel):
    """One of the five checks, the same for everyone."""

    id: str
    said: str = Field(min_length=1)
    easy: str = ""
    options: tuple[CheckOption, ...] = Field(min_length=2)


class WantWords(ScriptModel):
    """One entry of the menu of support; `only`: offered with one item alone."""

    id: Want
    said: str = Field(min_length=1)
    easy: str = Field(min_length=1)
    only: Item | None = None


class StepWords(ScriptModel):
    """The words of one state, for one item or for both."""

    id: State
    item: Item | None = None
    title: str = Field(min_length=1)
    said: tuple[Telling, ...] = Field(min_length=1)
    notice: str = ""
    answers: tuple[AnswerWords, ...] = Field(min_length=1)
    checks: tuple[Check, ...] = ()
    wants: tuple[WantWords, ...] = ()


class KeptWords(ScriptModel):
    """What may be kept, in the words it is read out in: each code with its own."""

    nothing: str = Field(min_length=1)
    headings: dict[Literal["when", "who", "children_around", "wants"], str]
    when: dict[When, str]
    who: dict[Who, str]
    children_around: dict[Around, str]
    standing: dict[Status, str]
    later: dict[Later, str]
    speak_first: str = Field(min_length=1)
    helps: str = Field(min_length=1)
    avoid: str = Field(min_length=1)
    change: str = Field(min_length=1)
    read: str = Field(min_length=1)


class HelpLogWords(ScriptModel):
    """The log of a help card: what is asked, and the roles and reasons to choose from; no text is typed."""

    note: str = Field(min_length=1)
    go_on: str = Field(min_length=1)
    acted: str = Field(min_length=1)
    told: str = Field(min_length=1)
    decided: str = Field(min_length=1)
    person_told: str = Field(min_length=1)
    why_not_told: str = Field(min_length=1)
    basis: str = Field(min_length=1)
    after: str = Field(min_length=1)
    roles: tuple[str, ...] = Field(min_length=1)
    deciders: tuple[str, ...] = Field(min_length=1)
    reasons: tuple[str, ...] = Field(min_length=1)


class KnownWords(ScriptModel):
    """What was known before: which item, how, from which role and when; no text is typed, no name is kept."""

    way: str = Field(min_length=1)
    which: str = Field(min_length=1)
    how_known: str = Field(min_length=1)
    how: dict[Source, str]
    take_out: str = Field(min_length=1)
    who: str = Field(min_length=1)
    roles: tuple[str, ...] = Field(min_length=1)
    when: str = Field(min_length=1)
    earlier: str = Field(min_length=1)


class HoldingWords(ScriptModel):
    """Who holds it and who covers, and what went to supervision or to the lead; nothing of what was told."""

    way: str = Field(min_length=1)
    said: str = Field(min_length=1)
    held_by: str = Field(min_length=1)
    covered_by: str = Field(min_length=1)
    mine: str = Field(min_length=1)
    cover: str = Field(min_length=1)
    covering: str = Field(min_length=1)
    nobody: str = Field(min_length=1)
    consult: str = Field(min_length=1)
    dual: str = Field(min_length=1)
    tell_them: str = Field(min_length=1)


class BookingWords(ScriptModel):
    """Another day: days from today, with the words for them."""

    asked: str = Field(min_length=1)
    days: dict[int, str] = Field(min_length=1)
    later: str = Field(min_length=1)
    none: str = Field(min_length=1)


class CommonWords(ScriptModel):
    """The words that belong to no one state. `covered`: drawn only after a key while the person may be looking."""

    titles: dict[str, str]
    why: str = Field(min_length=1)
    covered: tuple[str, ...]
    kept: KeptWords
    help_log: HelpLogWords
    booking: BookingWords
    known: KnownWords
    holding: HoldingWords
    share: ShareWords
    safety_parts: tuple[PartWords, ...] = Field(min_length=1)
    plan: PlanWords
    forms: tuple[FormWords, ...] = Field(min_length=1)

    def form(self, form_id: str) -> FormWords:
        """The form of this name."""
        return next(one for one in self.forms if one.id == form_id)


class WordsFile(CommonWords):
    """The file q.yaml."""

    version: str
    reviewed_by: tuple[str, ...]
    steps: tuple[StepWords, ...] = Field(min_length=1)


@dataclass(frozen=True)
class PrivateWords:
    """All the words of the private part. `reviewed_by`: which specialists have been through them; empty until then."""

    version: str
    reviewed_by: tuple[str, ...]
    common: CommonWords
    steps: tuple[StepWords, ...]

    def of(self, state: State, item: Item | None = None) -> StepWords:
        """The words of this state, for this item where they differ."""
        return next(one for one in self.steps if one.id == state and one.item in (None, item))

    def wants(self, items: Collection[Item], easy: bool = False) -> tuple[WantWords, ...]:
        """The menu of support in the order of its words, nothing of it ticked; what is one item's alone with that."""
        menu = [one for one in self.of("NEEDS").wants if one.only is None or one.only in items]
        return tuple(sorted(menu, key=lambda one: (one.easy if easy else one.said).casefold()))

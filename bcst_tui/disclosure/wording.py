"""What is said and shown in the private part, as data: one wording a state (and item), read from q.yaml.

Raises ScriptError with file, line and remedy where a state has no words, an event no answer, or a line is not easy.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic import Field

from bcst_tui.disclosure.ledger import ITEMS, Item, Later, Source, Status
from bcst_tui.disclosure.record import Around, When, Who
from bcst_tui.disclosure.table import COVERS, TABLE, WITHOUT_A_SCREEN, State
from bcst_tui.disclosure.wording_of_plan import FormWords, PartWords, PlanWords, ShareWords, Spoken, mistakes
from bcst_tui.reference.agency import Want
from bcst_tui.script.condition import ScriptModel
from bcst_tui.text import words_in
from bcst_tui.yaml_text import read_yaml, validated

FILE = "q.yaml"
LIMITS = ("child", "other_adult", "vulnerable_adult", "self_harm", "court_order", "prison_or_crime")
"""Every limit of confidence, by its code; each is said in every wording and language."""
SPOKEN: tuple[State, ...] = tuple(
    state for state in TABLE if state not in (*COVERS, *WITHOUT_A_SCREEN) and state != "SECTION"
)
BY_ITEM: tuple[State, ...] = ("OFFER", "ASK")
BY_THE_CHECKS = ("ok", "ok_again", "fix")
MOST_EASY_WORDS = 15
PLACEHOLDERS = ("sealed_reader_role", "told_role", "told_month", "day", "time")
_BRACES = re.compile(r"\{([^{}]*)\}")


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


def load_words(text: str) -> PrivateWords:
    """The words out of q.yaml's text. Raises ScriptError for the first mistake."""
    yaml = read_yaml(text, FILE)
    file = validated(WordsFile, yaml)
    for place, what, remedy in _mistakes(file):
        raise yaml.error(place, what, remedy)
    return PrivateWords(file.version, file.reviewed_by, file, file.steps)


Mistake = tuple[tuple[Any, ...], str, str]


def _mistakes(file: WordsFile) -> Iterator[Mistake]:
    yield from _missing_states(file)
    for number, step in enumerate(file.steps):
        yield from _answers(number, step)
        yield from _not_sayable(number, step)
    yield from _limits(file)
    yield from _codes_without_words(file.kept)
    yield from _of_the_plan(file)


def _codes_without_words(kept: KeptWords) -> Iterator[Mistake]:
    for name, codes in (("when", When), ("who", Who), ("children_around", Around), ("standing", Status)):
        for code in get_args(codes):
            if code not in getattr(kept, name):
                yield ("kept", name), f"`{code}` has no words", "Add it, with the words that are read out."


def _of_the_plan(file: WordsFile) -> Iterator[Mistake]:
    for place, code in mistakes(file.plan, file.safety_parts):
        yield ("plan",), f"`{code}` has no words under `{place}`", "Add it, with the words that are read out."
    for one in _spoken(file.share, file.plan):
        for line in one.easy:
            if words_in(line) > MOST_EASY_WORDS:
                yield ("plan",), f"an easy line has more than {MOST_EASY_WORDS} words: {line}", "Split it in two."


def _spoken(*words: ShareWords | PlanWords) -> Iterator[Spoken]:
    for part in words:
        yield from (said for name in type(part).model_fields if isinstance(said := getattr(part, name), Spoken))


def _missing_states(file: WordsFile) -> Iterator[Mistake]:
    there = [(step.id, step.item) for step in file.steps]
    for state in SPOKEN:
        for item in ITEMS if state in BY_ITEM else (None,):
            if (state, item) not in there:
                what = f"{state} has no words{f' for {item}' if item else ''}"
                yield ("steps",), what, "Add a step with them."


def _answers(number: int, step: StepWords) -> Iterator[Mistake]:
    events = [event for event in TABLE[step.id].events if event not in BY_THE_CHECKS]
    said = [one.event for one in step.answers]
    for event in events:
        if event not in said:
            yield ("steps", number, "answers"), f"{step.id} has no answer for `{event}`", "Add one, with its words."
    for place, one in enumerate(step.answers):
        if one.event not in events:
            what = f"{step.id} knows no event `{one.event}`"
            yield ("steps", number, "answers", place), what, f"It knows: {', '.join(events)}."


def _not_sayable(number: int, step: StepWords) -> Iterator[Mistake]:
    for place, telling in enumerate(step.said):
        for line in (*telling.easy, *(one for said in telling.languages.values() for one in said)):
            if words_in(line) > MOST_EASY_WORDS:
                what = f"an easy line of {step.id} has more than {MOST_EASY_WORDS} words"
                yield ("steps", number, "said", place), what, "Split it in two."
        for name in _BRACES.findall(" ".join((telling.standard, *telling.easy))):
            if name not in PLACEHOLDERS:
                what = f"{step.id} names {{{name}}}, which nothing fills in"
                yield ("steps", number, "said", place), what, f"There are: {', '.join(PLACEHOLDERS)}."


def _limits(file: WordsFile) -> Iterator[Mistake]:
    for number, step in enumerate(file.steps):
        if step.id != "LIMITS":
            continue
        said = {telling.id for telling in step.said}
        for limit in LIMITS:
            if limit not in said:
                yield ("steps", number, "said"), f"the limit `{limit}` is not said", "Add a line with that id."
        languages = {code for telling in step.said for code in telling.languages}
        for code in languages:
            missing = [one.id for one in step.said if one.id in LIMITS and code not in one.languages]
            if missing:
                what = f"in `{code}`, the limit `{missing[0]}` is not said"
                yield ("steps", number, "said"), what, "A language has all the limits, or none of this part."

"""The words of the private part out of q.yaml.

Raises ScriptError with file, line and remedy where a state has no words, an event no answer, or a line is not easy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from bcst_tui.disclosure.ledger import ITEMS, Status
from bcst_tui.disclosure.record import Around, When, Who
from bcst_tui.disclosure.table import TABLE
from bcst_tui.disclosure.wording import (
    BY_ITEM,
    BY_THE_CHECKS,
    FILE,
    LIMITS,
    SPOKEN,
    KeptWords,
    PrivateWords,
    StepWords,
    WordsFile,
)
from bcst_tui.disclosure.wording_of_plan import PlanWords, ShareWords, Spoken, mistakes
from bcst_tui.text import words_in
from bcst_tui.yaml_text import read_yaml, validated

MOST_EASY_WORDS = 15
PLACEHOLDERS = ("sealed_reader_role", "told_role", "told_month", "day", "time")
_BRACES = re.compile(r"\{([^{}]*)\}")


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

"""What the sources ask for, to count against: every item to settle, and every rule with what carries it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self, get_args

from pydantic import Field, model_validator

from bcst_tui.reference.entry import Entry
from bcst_tui.reference.loading import by_id, text_of
from bcst_tui.yaml_text import FileMistake, Place, YamlText, read_yaml, validated

ITEMS_FILE, RULES_FILE = "items.yaml", "rules.yaml"
ByWord = Literal[
    "questions", "needs", "markers", "decisions", "activities", "clocks", "cohorts", "rows", "screens", "modules"
]
BY_WORDS: tuple[ByWord, ...] = get_args(ByWord)
_RULE_ID = re.compile(r"\bR\d{2,3}\b")
_TEST = r"^tests/[a-z0-9_/]+\.py::test_[a-z0-9_]+$"


class Item(Entry):
    """One thing the interview has to settle, and where: by the script unless it says otherwise."""

    id: str = Field(pattern=r"^[A-L][0-9]{2}$")
    starred: bool
    about: str = Field(min_length=1)
    asked_by: Literal["script", "section_q", "screen", "app"] = "script"
    because: str | None = None

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if (self.asked_by == "script") != (self.because is None):
            raise ValueError("`because` goes with every `asked_by` but script, which needs none")
        return self


class Rule(Entry):
    """One rule of the sources: what it asks, what carries it out and which tests say so, or what it waits for."""

    id: str = Field(pattern=r"^R[0-9]{2,3}$")
    asks: str = Field(min_length=1)
    strength: Literal["contract", "guidance", "sample", "derived"]
    source: str = Field(min_length=1)
    by: dict[ByWord, tuple[str, ...]] = Field(default_factory=dict)
    tests: tuple[str, ...] = ()
    waits_for: str = ""
    not_software: str = ""

    @model_validator(mode="after")
    def _says_how_it_stands(self) -> Self:
        if self.not_software:
            if self.by or self.tests or self.waits_for:
                raise ValueError("is said to be no software, so it takes no `by`, no `tests` and no `waits_for`")
        elif bool(self.by) != bool(self.tests):
            raise ValueError("`by` and `tests` go together: what carries it out, and what would fail without")
        elif not self.tests and not self.waits_for:
            raise ValueError("needs `by` and `tests`, or `waits_for`, or `not_software`")
        for test in self.tests:
            if not re.fullmatch(_TEST, test):
                raise ValueError(f"`{test}` is no test; write it like tests/plan/test_levels.py::test_the_table")
        return self


class ItemsFile(Entry):
    """The file items.yaml."""

    items: tuple[Item, ...] = Field(min_length=1)


class RulesFile(Entry):
    """The file rules.yaml."""

    rules: tuple[Rule, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Specification:
    """Every item and every rule, by id."""

    items: Mapping[str, Item]
    rules: Mapping[str, Rule]


def load_specification(files: Mapping[str, str]) -> Specification:
    """The items and rules in these files; raises ScriptError for a file that is missing or a mistake in one."""
    items, rules = (read_yaml(text_of(name, files), name) for name in (ITEMS_FILE, RULES_FILE))
    return Specification(
        by_id(validated(ItemsFile, items).items, items, "items"),
        by_id(validated(RulesFile, rules).rules, rules, "rules"),
    )


def rules_in(text: str) -> tuple[str, ...]:
    """The ids of the rules a text names, as `source` does."""
    return tuple(dict.fromkeys(_RULE_ID.findall(text)))


def unknown_rules(files: Mapping[str, str], specification: Specification) -> Iterator[FileMistake]:
    """Every rule that a reference file names and the specification does not have."""
    for name, written in files.items():
        text = read_yaml(written, name)
        for place, words in _texts(text.value, ()):
            for rule in rules_in(words):
                if rule not in specification.rules:
                    yield text.error(place, f"there is no rule `{rule}`", f"Name one of {RULES_FILE}, or add it there.")


def unknown_items(rows: Mapping[str, Iterable[str]], text: YamlText, known: Iterable[str]) -> Iterator[FileMistake]:
    """Every item that a row of the audience matrix covers and that there is not."""
    held = set(known)
    for number, items in enumerate(rows.values()):
        for item in items:
            if item not in held:
                yield text.error(("rows", number, "items"), f"there is no item `{item}`", f"Look in {ITEMS_FILE}.")


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*place, key))
    else:
        for number, inner in enumerate(value):
            yield from _texts(inner, (*place, number))

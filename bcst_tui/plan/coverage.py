"""Which items a script settles and which activities its rules reach, and which it doesn't yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Self

from pydantic import Field, model_validator

from bcst_tui.script.condition import ScriptModel
from bcst_tui.script.script import Placed, Script
from bcst_tui.yaml_text import read_yaml, validated

ItemState = Literal["asked", "decided", "not_yet"]
ITEMS_FILE = "items.yaml"


class Item(ScriptModel):
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


class ItemsFile(ScriptModel):
    """The file items.yaml."""

    items: tuple[Item, ...] = Field(min_length=1)


@dataclass(frozen=True)
class CoveredItem:
    """One item, with the questions that settle it."""

    item: Item
    questions: tuple[str, ...]

    @property
    def state(self) -> ItemState:
        """Asked by the script, decided elsewhere, or neither yet."""
        if self.questions:
            return "asked"
        return "not_yet" if self.item.asked_by == "script" else "decided"


@dataclass(frozen=True)
class CoveredActivity:
    """One activity, with the rules that lead to it."""

    activity: str
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """What a script covers of all there is to cover."""

    script: str
    items: tuple[CoveredItem, ...]
    activities: tuple[CoveredActivity, ...]

    @property
    def items_not_yet(self) -> tuple[str, ...]:
        return tuple(covered.item.id for covered in self.items if covered.state == "not_yet")

    @property
    def activities_not_yet(self) -> tuple[str, ...]:
        return tuple(covered.activity for covered in self.activities if not covered.rules)

    def as_dict(self) -> dict[str, object]:
        """The same, for programs to read."""
        return {
            "script": self.script,
            "items": [
                {
                    "id": covered.item.id,
                    "starred": covered.item.starred,
                    "about": covered.item.about,
                    "state": covered.state,
                    "asked_by": covered.item.asked_by,
                    "because": covered.item.because,
                    "questions": list(covered.questions),
                }
                for covered in self.items
            ],
            "activities": [{"id": covered.activity, "rules": list(covered.rules)} for covered in self.activities],
            "not_yet": {"items": list(self.items_not_yet), "activities": list(self.activities_not_yet)},
        }


def known_items(text: str, source: str = ITEMS_FILE) -> tuple[Item, ...]:
    """The items in this text; raises ScriptError for a mistake in it, or an id that stands twice."""
    yaml = read_yaml(text, source)
    items = validated(ItemsFile, yaml).items
    seen: set[str] = set()
    for place, item in enumerate(items):
        if item.id in seen:
            raise yaml.error(("items", place), f"the item `{item.id}` stands twice", "Keep one of them.")
        seen.add(item.id)
    return items


def coverage(script: Script, items: Iterable[Item], activities: Iterable[str]) -> Coverage:
    """What the script covers of these items and activities."""
    by_item: dict[str, list[str]] = {}
    for name, placed in _every_question(script):
        for item in placed.question.covers:
            by_item.setdefault(item, []).append(name)
    by_activity: dict[str, list[str]] = {}
    for activity, rule in _every_rule(script):
        by_activity.setdefault(activity, []).append(rule)
    return Coverage(
        script.id,
        tuple(CoveredItem(item, tuple(by_item.get(item.id, ()))) for item in items),
        tuple(CoveredActivity(activity, tuple(by_activity.get(activity, ()))) for activity in activities),
    )


def _every_question(script: Script) -> Iterator[tuple[str, Placed]]:
    for placed in script.order:
        yield placed.id, placed
        for member in placed.members:
            yield f"{placed.id}.{member.id}", member


def _every_rule(script: Script) -> Iterator[tuple[str, str]]:
    """Each activity a rule leads to, with what that rule is."""
    for section in script.sections:
        for action in section.file.actions:
            yield action.activity, f"action of {action.need}" if action.need else f"action in {section.id}"
        for closing in section.file.closings:
            yield closing.activity, f"closing in {section.id}"
        for signpost in section.file.signposts:
            yield signpost.activity, f"signpost {signpost.question}.{signpost.option}"

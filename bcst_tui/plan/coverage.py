"""Which items a script settles, which activities its rules reach, which rules of the sources work; and which not yet.

A rule works when the script or the program carries it out and a test says so. What the rules of a script cite (their
`source`) counts by itself, so that the list of rules cannot fall behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bcst_tui.reference.activity import Activity
from bcst_tui.reference.reference import Reference
from bcst_tui.reference.specification import BY_WORDS, RULES_FILE, ByWord, Item, Rule, Specification, rules_in
from bcst_tui.script.references import did_you_mean
from bcst_tui.script.script import Placed, Script, Spot
from bcst_tui.yaml_text import FileMistake

ItemState = Literal["asked", "decided", "not_yet"]
ActivityState = Literal["reached", "decided", "not_yet"]
RuleState = Literal["working", "in_part", "not_yet", "not_software"]


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
    """One activity, with the rules of the script that lead to it."""

    activity: Activity
    rules: tuple[str, ...]

    @property
    def state(self) -> ActivityState:
        """Reached by a rule, decided elsewhere, or neither yet."""
        if self.rules:
            return "reached"
        return "decided" if self.because else "not_yet"

    @property
    def because(self) -> str:
        """Why no rule of a script ever leads to it."""
        if self.activity.is_sealed:
            return "Section Q leads to it, and nothing else does."
        if self.activity.never_proposed:
            return "Never proposed; its source says why."
        return "A duty of the organisation, never one person's." if self.activity.scope == "organisation" else ""


@dataclass(frozen=True)
class CoveredRule:
    """One rule, with what this script cites it for and what it names that this script has not got."""

    rule: Rule
    cited_by: Mapping[ByWord, tuple[str, ...]]
    missing: tuple[str, ...]

    @property
    def state(self) -> RuleState:
        """How far it works: only with something that carries it out here, and a test that says so."""
        if self.rule.not_software:
            return "not_software"
        if not self.rule.tests or self.missing:
            return "not_yet"
        return "in_part" if self.rule.waits_for else "working"

    @property
    def by(self) -> Mapping[ByWord, tuple[str, ...]]:
        """What carries it out: what the list of rules names, and what in the script cites it."""
        words = [word for word in BY_WORDS if word in self.rule.by or word in self.cited_by]
        both = {word: (*self.rule.by.get(word, ()), *self.cited_by.get(word, ())) for word in words}
        return {word: tuple(dict.fromkeys(ids)) for word, ids in both.items()}

    @property
    def waits_for(self) -> str:
        """What is missing, for it to work or to work wholly."""
        gone = f"{', '.join(self.missing)} (not in this script)" if self.missing else ""
        return "; ".join(part for part in (gone, self.rule.waits_for) if part)


@dataclass(frozen=True)
class Coverage:
    """What a script covers of all there is to cover."""

    script: str
    items: tuple[CoveredItem, ...]
    activities: tuple[CoveredActivity, ...]
    rules: tuple[CoveredRule, ...]

    @property
    def items_not_yet(self) -> tuple[str, ...]:
        return tuple(covered.item.id for covered in self.items if covered.state == "not_yet")

    @property
    def activities_not_yet(self) -> tuple[str, ...]:
        return tuple(covered.activity.id for covered in self.activities if covered.state == "not_yet")

    def rules_that_are(self, state: RuleState) -> tuple[str, ...]:
        return tuple(covered.rule.id for covered in self.rules if covered.state == state)

    def as_dict(self) -> dict[str, object]:
        """The same, for programs to read."""
        return {
            "script": self.script,
            "items": [_item_as_dict(covered) for covered in self.items],
            "activities": [_activity_as_dict(covered) for covered in self.activities],
            "rules": [_rule_as_dict(covered) for covered in self.rules],
            "not_yet": {
                "items": list(self.items_not_yet),
                "activities": list(self.activities_not_yet),
                "rules": list(self.rules_that_are("not_yet")),
            },
        }


def coverage(script: Script, specification: Specification, reference: Reference) -> Coverage:
    """What the script covers of the specification, with this reference data."""
    by_item: dict[str, list[str]] = {}
    for name, placed in _every_question(script):
        for item in placed.question.covers:
            by_item.setdefault(item, []).append(name)
    by_activity: dict[str, list[str]] = {}
    for activity, rule in _every_rule(script):
        by_activity.setdefault(activity, []).append(rule)
    cited: dict[str, dict[ByWord, tuple[str, ...]]] = {}
    for rule_id, word, name, _ in cited_in(script):
        by_word = cited.setdefault(rule_id, {})
        by_word[word] = (*by_word.get(word, ()), name)
    known = _known_here(script, reference)
    return Coverage(
        script.id,
        tuple(CoveredItem(item, tuple(by_item.get(item.id, ()))) for item in specification.items.values()),
        tuple(CoveredActivity(one, tuple(by_activity.get(one.id, ()))) for one in reference.activities.values()),
        tuple(
            CoveredRule(rule, cited.get(rule.id, {}), tuple(_missing(rule, known)))
            for rule in specification.rules.values()
        ),
    )


_CITING: tuple[tuple[str, ByWord, str], ...] = (
    ("needs", "needs", "id"),
    ("markers", "markers", "id"),
    ("decisions", "decisions", "id"),
    ("actions", "activities", "activity"),
)


def cited_in(script: Script) -> Iterator[tuple[str, ByWord, str, Spot]]:
    """Every rule of the sources that a rule of the script names: its id, by what kind of rule, which, and where."""
    for section in script.sections:
        for kind, word, name in _CITING:
            for number, rule in enumerate(getattr(section.file, kind)):
                for rule_id in rules_in(rule.source):
                    yield rule_id, word, getattr(rule, name), section.spot(kind, number, "source")


def unknown_citations(script: Script, specification: Specification) -> Iterator[FileMistake]:
    """Every rule of the sources that a script names and that there is not."""
    for rule_id, _, _, spot in cited_in(script):
        if rule_id not in specification.rules:
            remedy = f"{did_you_mean(rule_id, specification.rules)} The rules are in {RULES_FILE}."
            yield spot.mistake(f"there is no rule `{rule_id}`", remedy)


def _known_here(script: Script, reference: Reference) -> Mapping[ByWord, set[str]]:
    """What the list of rules may name; screens and modules are the program's own, and its tests look for them."""
    return {
        "questions": {name for name, _ in _every_question(script)},
        "needs": set(script.needs),
        "markers": {marker.id for marker in script.markers},
        "decisions": set(script.decisions),
        "activities": set(reference.activities),
        "clocks": set(reference.clocks),
        "cohorts": set(reference.cohorts),
        "rows": set(reference.matrix.rows),
    }


def _missing(rule: Rule, known: Mapping[ByWord, set[str]]) -> Iterator[str]:
    for word, ids in rule.by.items():
        yield from (one for one in ids if word in known and one not in known[word])


def _item_as_dict(covered: CoveredItem) -> dict[str, object]:
    return {
        "id": covered.item.id,
        "starred": covered.item.starred,
        "about": covered.item.about,
        "state": covered.state,
        "asked_by": covered.item.asked_by,
        "because": covered.item.because,
        "questions": list(covered.questions),
    }


def _activity_as_dict(covered: CoveredActivity) -> dict[str, object]:
    return {
        "id": covered.activity.id,
        "title": covered.activity.title,
        "state": covered.state,
        "because": covered.because,
        "rules": list(covered.rules),
    }


def _rule_as_dict(covered: CoveredRule) -> dict[str, object]:
    rule = covered.rule
    return {
        "id": rule.id,
        "asks": rule.asks,
        "strength": rule.strength,
        "state": covered.state,
        "by": {word: list(ids) for word, ids in covered.by.items()},
        "tests": list(rule.tests),
        "waits_for": covered.waits_for,
        "not_software": rule.not_software,
    }


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

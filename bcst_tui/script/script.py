"""A script as the interview uses it: every question placed in order, with all that must hold for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bcst_tui.script.condition import Condition
from bcst_tui.script.model import FactRule, Question, SectionFile, SittingKind
from bcst_tui.script.rules import ActionRule, ClosingRule, Decision, MarkerRule, NeedRule
from bcst_tui.yaml_text import FileMistake, Place, at


@dataclass(frozen=True)
class Spot:
    """A place in a script file, to say on which line something is wrong."""

    source: str
    lines: Mapping[Place, int] = field(repr=False)
    place: Place = ()

    def at(self, *steps: str | int) -> Spot:
        """A place further in."""
        return Spot(self.source, self.lines, (*self.place, *steps))

    def mistake(self, what: str, remedy: str = "") -> FileMistake:
        """What is wrong here, or at the nearest thing around it."""
        known = self.place
        while known and known not in self.lines:
            known = known[:-1]
        return at(self.source, self.lines.get(known, 1), what, remedy)


@dataclass(frozen=True)
class Placed:
    """A question where it stands: its section, page and group, and every condition above it."""

    question: Question
    section: str
    place: Place
    conditions: tuple[Condition, ...] = ()
    sittings: frozenset[SittingKind] = frozenset()
    page: str | None = None
    group: str | None = None
    members: tuple[Placed, ...] = ()

    @property
    def id(self) -> str:
        return self.question.id


@dataclass(frozen=True)
class Section:
    """One section: its words and rules, and its questions flattened into the order they are asked in."""

    file: SectionFile
    source: str
    placed: tuple[Placed, ...]
    lines: Mapping[Place, int] = field(repr=False, default_factory=dict)

    @property
    def id(self) -> str:
        return self.file.section

    def spot(self, *place: str | int) -> Spot:
        """This place in the section's file."""
        return Spot(self.source, self.lines, place)


@dataclass(frozen=True)
class Script:
    """A whole script, read, checked and ready to be asked."""

    id: str
    version: str
    title: str
    sections: tuple[Section, ...]
    facts: Mapping[str, FactRule]
    conditions: Mapping[str, Condition]
    not_private_when: Condition | None
    kept_out_when: Mapping[str, Condition]
    files: Mapping[str, str] = field(repr=False)
    digest: str = ""
    lines: Mapping[Place, int] = field(repr=False, default_factory=dict)
    worked_out: Mapping[str, Callable[[Any], str]] = field(repr=False, compare=False, default_factory=dict)
    """Facts the app works out from what is known so far, each by its name."""

    def spot(self, *place: str | int) -> Spot:
        """This place in script.yaml."""
        return Spot("script.yaml", self.lines, place)

    @cached_property
    def order(self) -> tuple[Placed, ...]:
        """Every question outside groups, in the order of asking."""
        return tuple(placed for section in self.sections for placed in section.placed)

    @cached_property
    def placed(self) -> Mapping[str, Placed]:
        """Every question outside groups by id."""
        return {placed.id: placed for placed in self.order}

    @cached_property
    def needs(self) -> Mapping[str, NeedRule]:
        return {rule.id: rule for section in self.sections for rule in section.file.needs}

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        return {decision.id: decision for section in self.sections for decision in section.file.decisions}

    @property
    def markers(self) -> Iterator[MarkerRule]:
        return (rule for section in self.sections for rule in section.file.markers)

    @property
    def actions(self) -> Iterator[ActionRule]:
        return (rule for section in self.sections for rule in section.file.actions)

    @property
    def closings(self) -> Iterator[ClosingRule]:
        return (rule for section in self.sections for rule in section.file.closings)

    def section(self, section_id: str) -> Section:
        """The section of this id; KeyError if there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def member(self, group_id: str, member_id: str) -> Placed | None:
        """The question of this id inside a group."""
        group = self.placed.get(group_id)
        return next((m for m in group.members if m.id == member_id), None) if group else None

"""Which questions are asked, in order: one walk over the script with the answers there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bcst_tui.interview.answer import Answer
from bcst_tui.interview.earlier import NOTHING_TOLD, Earlier
from bcst_tui.interview.known import Known, KnownInRow
from bcst_tui.script.condition import Scope, all_hold, holds
from bcst_tui.script.model import Question, SittingKind
from bcst_tui.script.script import Placed, Script


@dataclass(frozen=True)
class Asked:
    """One question as it stands on the path; in a group, for one row."""

    id: str
    placed: Placed = field(repr=False)
    row: int | None = None

    @property
    def question(self) -> Question:
        return self.placed.question


@dataclass(frozen=True)
class Path:
    """The questions of a sitting in order, those that wait for privacy, those kept out, and what is then known."""

    asked: tuple[Asked, ...]
    waiting: tuple[Asked, ...]
    known: Known = field(repr=False)
    kept_out: tuple[Asked, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Asked]:
        return {one.id: one for one in self.asked}

    @cached_property
    def _positions(self) -> Mapping[str, int]:
        return {one.id: place for place, one in enumerate(self.asked)}

    def get(self, question_id: str) -> Asked | None:
        """The question of this id, if it is on the path."""
        return self.by_id.get(question_id)

    def position(self, question_id: str) -> int:
        """How many questions come before this one, or before the first of this row; 0 if it is not on the path."""
        if question_id.endswith("]"):
            first = next((one.id for one in self.asked if one.id.startswith(f"{question_id}.")), "")
            return self._positions.get(first, 0)
        return self._positions.get(question_id, 0)


def walk(
    script: Script,
    sitting: SittingKind,
    known: Known,
    answers: Mapping[str, Answer],
    rows: Mapping[str, tuple[int, ...]],
    earlier: Earlier = NOTHING_TOLD,
) -> Path:
    """The path these answers lead along: one pass, since a question reads only what stands before it."""
    asked: list[Asked] = []
    waiting: list[Asked] = []
    kept_out: list[Asked] = []
    for placed in script.order:
        if sitting not in placed.sittings or not all_hold(placed.conditions, known):
            continue
        if earlier.is_over(placed.question):
            continue
        if _is_kept_out(script, placed, known):
            kept_out.append(Asked(placed.id, placed))
            continue
        if _must_wait(script, placed, known, answers):
            waiting.append(Asked(placed.id, placed))
            continue
        if placed.members:
            known.group_rows[placed.id] = rows.get(placed.id, ())
            asked.extend(_in_rows(placed, sitting, known, answers))
        asked.append(Asked(placed.id, placed))
        _learn(known, placed, placed.id, answers)
    return Path(tuple(asked), tuple(waiting), known, tuple(kept_out))


def _is_kept_out(script: Script, placed: Placed, known: Known) -> bool:
    """Whether the person said that this kind of thing is not to be kept; an answer given before is set aside (R80)."""
    condition = script.kept_out_when.get(placed.question.kept_out_by or "")
    return condition is not None and holds(condition, known)


def _must_wait(script: Script, placed: Placed, known: Known, answers: Mapping[str, Answer]) -> bool:
    """Whether the question is put off while somebody can hear; what goes by show-card is not."""
    condition, question = script.not_private_when, placed.question
    waits = question.needs_privacy and not question.by_show_card and placed.id not in answers
    return waits and condition is not None and holds(condition, known)


def _in_rows(group: Placed, sitting: SittingKind, known: Known, answers: Mapping[str, Answer]) -> Iterator[Asked]:
    for row in known.group_rows[group.id]:
        scope: Scope = KnownInRow(known, group.id, row)
        for member in group.members:
            if sitting in member.sittings and all_hold(member.conditions, scope):
                name = f"{group.id}[{row}].{member.id}"
                yield Asked(name, member, row)
                _learn(known, member, name, answers)


def _learn(known: Known, placed: Placed, name: str, answers: Mapping[str, Answer]) -> None:
    if name in answers:
        known.answers[name] = (placed.question, answers[name])

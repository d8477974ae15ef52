"""An interview: the moves made in it over a script, and everything that follows from them.

Nothing is kept but the moves. What has been answered, what is on the path, what is set aside and what comes
next are worked out from them, always from the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from bcst_tui.interview.answer import Answer
from bcst_tui.interview.earlier import NOTHING_TOLD, Earlier, Told, Unsaid
from bcst_tui.interview.known import Known
from bcst_tui.interview.path import Asked, Path, walk
from bcst_tui.script.condition import holds
from bcst_tui.script.model import SittingKind
from bcst_tui.script.script import Script

Act = Literal["answer", "look", "undo", "add_row", "remove_row"]
SectionStatus = Literal["not_started", "in_progress", "done", "nothing_to_ask"]


@dataclass(frozen=True)
class Move:
    """One thing done in an interview: the unit that is saved.

    `question` is a question id, a row's question (`f10_children[2].age`), a row (`f10_children[2]`) or, for
    a look, "" for wherever is next.
    """

    act: Act
    question: str = ""
    answer: Answer | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Standing:
    """Where the moves have led: answers by id, rows by group, and what is being looked at."""

    answers: Mapping[str, Answer] = field(repr=False)
    rows: Mapping[str, tuple[int, ...]]
    looking_at: str = ""
    last: str = ""


@dataclass(frozen=True)
class Progress:
    """How far a section, or the whole interview, has come."""

    answered: int
    asked: int
    waiting: int = 0

    @property
    def status(self) -> SectionStatus:
        if self.asked == 0:
            return "nothing_to_ask"
        if self.answered == self.asked:
            return "done"
        return "in_progress" if self.answered else "not_started"


@dataclass(frozen=True)
class Interview:
    """One sitting over one script; every change is a new Interview."""

    script: Script = field(repr=False, compare=False)
    sitting: SittingKind
    today: date
    facts: Mapping[str, str] = field(repr=False, default_factory=dict)
    moves: tuple[Move, ...] = ()
    earlier: Earlier = field(repr=False, default=NOTHING_TOLD)

    @cached_property
    def standing(self) -> Standing:
        return fold(self.moves)

    @cached_property
    def path(self) -> Path:
        """Every question that is asked in this sitting, as things stand."""
        answers, rows = self.standing.answers, self.standing.rows
        return walk(self.script, self.sitting, self.known_before, answers, rows, self.earlier)

    @property
    def known_before(self) -> Known:
        """What is known before the first question."""
        return Known(self.script, self.today, {**self.facts, "sitting": self.sitting})

    @property
    def known(self) -> Known:
        """What conditions may see: the facts, and every answer on the path."""
        return self.path.known

    @property
    def current(self) -> Asked | None:
        """The question to put now; None when nothing is left to ask."""
        return self.path.get(self.standing.looking_at) or self._next_after(self.standing.last)

    @property
    def is_private(self) -> bool:
        """Whether nobody else can hear or see the screen, as far as has been said."""
        overheard = self.script.not_private_when
        return overheard is None or not holds(overheard, self.known)

    @property
    def is_complete(self) -> bool:
        """Whether every question on the path has an answer or a reason why not."""
        return all(asked.id in self.standing.answers for asked in self.path.asked)

    @property
    def set_aside(self) -> tuple[str, ...]:
        """Answers a change has put off the path; they return if the path returns."""
        on_path = self.path.by_id
        return tuple(name for name in self.standing.answers if name not in on_path)

    def answer_to(self, question_id: str) -> Answer | None:
        """The answer on the path to this question, if there is one."""
        return self.standing.answers.get(question_id) if question_id in self.path.by_id else None

    def row_named(self, asked: Asked) -> str:
        """`Child 1`: which of several a question is about, or empty."""
        if asked.placed.group is None or asked.row is None:
            return ""
        named = self.script.placed[asked.placed.group].question.row_named or "one"
        return f"{named.capitalize()} {self.standing.rows.get(asked.placed.group, ()).index(asked.row) + 1}"

    def told_before(self, question_id: str) -> Told | Unsaid | None:
        """What an earlier sitting or part 1 holds and is only to be confirmed now, while it is not answered yet.

        "Does not apply" was told too; what somebody would rather not say or did not know is asked anew.
        """
        asked = self.path.get(question_id)
        if asked is None or asked.question.carry != "confirm" or question_id in self.standing.answers:
            return None
        if asked.row is not None:
            return None
        unsaid = self.earlier.unsaid.get(question_id)
        if unsaid is not None and unsaid.answer.code == "not_applicable":
            return unsaid
        return self.earlier.answers.get(question_id) or self.earlier.part_one.get(question_id)

    def progress(self, section: str | None = None) -> Progress:
        """How many of the questions on the path have an answer; `waiting` ones need a private moment."""
        asked = [one for one in self.path.asked if section in (None, one.placed.section)]
        waiting = [one for one in self.path.waiting if section in (None, one.placed.section)]
        answered = sum(1 for one in asked if one.id in self.standing.answers)
        return Progress(answered, len(asked), len(waiting))

    def _next_after(self, question_id: str) -> Asked | None:
        answers = self.standing.answers
        start = self.path.position(question_id)
        later = (one for one in self.path.asked[start:] if one.id not in answers)
        return next(later, None) or next((one for one in self.path.asked if one.id not in answers), None)


def fold(moves: tuple[Move, ...]) -> Standing:
    """Where these moves have led."""
    answers: dict[str, Answer] = {}
    rows: dict[str, tuple[int, ...]] = {}
    added: dict[str, int] = {}
    looking_at = last = ""
    for move in standing_moves(moves):
        looking_at = move.question if move.act == "look" else ""
        if move.act == "answer" and move.answer is not None:
            answers[move.question] = move.answer
            last = move.question
        elif move.act == "add_row":
            added[move.question] = added.get(move.question, 0) + 1
            rows[move.question] = (*rows.get(move.question, ()), added[move.question])
            last = f"{move.question}[{added[move.question]}]"
        elif move.act == "remove_row":
            group, row = row_of(move.question)
            rows[group] = tuple(kept for kept in rows.get(group, ()) if kept != row)
            answers = {name: a for name, a in answers.items() if not name.startswith(f"{move.question}.")}
            last = group
    return Standing(answers, rows, looking_at, last)


def row_of(row_id: str) -> tuple[str, int]:
    """`f10_children[2]` → (`f10_children`, 2)."""
    group, _, number = row_id.removesuffix("]").partition("[")
    return group, int(number)


def standing_moves(moves: tuple[Move, ...]) -> list[Move]:
    """The moves that have not been undone; an undo takes back the last answer or row, and the looks since."""
    stands: list[Move] = []
    for move in moves:
        if move.act != "undo":
            stands.append(move)
            continue
        while stands and stands[-1].act == "look":
            stands.pop()
        if stands:
            stands.pop()
    return stands

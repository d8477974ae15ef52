"""What happened in a rehearsal, as marking looks it up: what was put when, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bcst_tui.training.attempt import Attempt, Coded, Codes, Did, Said, Step
from bcst_tui.training.kept import NOTHING, Kept
from bcst_tui.training.persona import Deed, Persona

ITEMS = ("q1", "q2")
ASKING = ("offer", "ask", "confirm")
NOES = ("no", "not_now", "never", "rather_not", "leave_it", "not_ok", "keep_out")
"""Answers that are to be taken as they are."""
MENTIONED = "_mentioned"


def state_of(question_id: str) -> str:
    """`offer` of `q1.offer`; empty for an ordinary question."""
    part, _, state = question_id.partition(".")
    return state if part in ("q", *ITEMS) else ""


@dataclass(frozen=True)
class Evidence:
    """A rehearsal with its persona and what was kept of it."""

    persona: Persona
    attempt: Attempt
    kept: Kept = field(default=NOTHING, repr=False)

    @property
    def log(self) -> tuple[Step, ...]:
        return self.attempt.log

    def put(self, *states: str, item: str | None = None) -> tuple[Step, ...]:
        """The steps that put a question of one of these states of the private part."""
        return tuple(
            step
            for step in self.log
            if isinstance(step.choice, Said)
            and step.choice.question.partition(".")[0] in ITEMS
            and state_of(step.choice.question) in states
            and (item is None or step.choice.question.startswith(f"{item}."))
        )

    def put_question(self, question_id: str) -> tuple[Step, ...]:
        """The steps that put this question; a gate that was only ticked is not put."""
        return tuple(
            one
            for one in self.log
            if isinstance(one.choice, Said) and one.choice.question == question_id and one.choice.done
        )

    def with_deed(self, *deeds: Deed) -> tuple[Step, ...]:
        """The steps in which one of these was done or left out."""
        return tuple(step for step in self.log if set(deeds) & set(step.deeds))

    def answered(self) -> Iterator[Step]:
        """The steps in which the person answered."""
        return (step for step in self.log if step.reply is not None)

    def last_answers(self) -> dict[str, Step]:
        """The step that answered each question last."""
        return {step.question: step for step in self.answered()}

    def coded(self) -> dict[str, Codes]:
        """What the trainee recorded last of each question."""
        return {step.choice.question: step.choice.codes for step in self.log if isinstance(step.choice, Coded)}

    def with_action(self, action: str) -> tuple[Step, ...]:
        """The steps in which this was done by hand."""
        return tuple(step for step in self.log if isinstance(step.choice, Did) and action in step.choice.actions)

    @property
    def first_item(self) -> int | None:
        """The number of the step that first offered, asked or confirmed an item."""
        return next((step.number for step in self.put(*ASKING)), None)

    def refused(self) -> tuple[Step, ...]:
        """The steps in which the person said one of the noes to something of the private part."""
        return tuple(
            one for one in self.answered() if one.question.startswith(("q1.", "q2.")) and set(NOES) & set(one.answer)
        )

    def mentioned(self) -> tuple[tuple[Step, str], ...]:
        """Every danger the person spoke of, with its step: `child`, `outside`."""
        return tuple(
            (step, code.removesuffix(MENTIONED))
            for step in self.answered()
            for code in step.answer
            if code.endswith(MENTIONED)
        )


def style_of(step: Step) -> str:
    """The wording this step used; empty where it put nothing."""
    return step.choice.style if isinstance(step.choice, Said) else ""


def numbers(steps: tuple[Step, ...]) -> tuple[int, ...]:
    return tuple(step.number for step in steps)

"""One rehearsal, from its first step to its last: what was done, what came of it, and the hidden values behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from bcst_tui.training.persona import Action, Deed, Effect, EventKind, Persona, Style

Act = Action | Literal["choice_of_worker", "read_back", "notice", "carry_on"]
"""What can be done beside putting a question; `carry_on`: going on as if nothing had happened."""
Critical = Literal["asked_not_private", "asked_without_limits", "asked_again", "carried_on_after_stop"]
EventEnd = Literal["in_time", "late", "missed"]
Codes = tuple[str, ...]

PRIVACY, LIMITS = "q.privacy", "q.limits"
GATES = (PRIVACY, LIMITS)
SAID_BACK = ("own_words", "partly")


@dataclass(frozen=True)
class Said:
    """A question put in one wording; at a gate `done` tells whether it was really done or just ticked."""

    question: str
    style: Style = "open_choice"
    done: bool = True

    @property
    def is_ticked(self) -> bool:
        """Whether a gate was passed with nothing said."""
        return self.question in GATES and not self.done


@dataclass(frozen=True)
class Did:
    """One key, and all that is done by it."""

    actions: tuple[Act, ...]


@dataclass(frozen=True)
class Coded:
    """What the trainee records as the answer; it changes nothing of what the person says."""

    question: str
    codes: Codes


Choice = Said | Did | Coded


class Hidden(NamedTuple):
    """What the trainee doesn't see. `stopping`: asked to stop, and not yet let; `spent`: deeds that have counted."""

    trust: int
    strain: int
    private: bool = False
    limits: bool = False
    pushed: bool = False
    stopping: bool = False
    answers: tuple[tuple[str, Codes], ...] = ()
    revealed: Codes = ()
    spent: tuple[Deed, ...] = ()

    def moved(self, effect: Effect) -> Hidden:
        """After this effect, both values kept between 0 and 100."""
        return self._replace(trust=_clamped(self.trust + effect.trust), strain=_clamped(self.strain + effect.strain))

    def answer_to(self, question_id: str) -> Codes:
        """What the person answered; nothing where they didn't."""
        return next((codes for question, codes in self.answers if question == question_id), ())

    def answered(self, question_id: str, codes: Codes) -> Hidden:
        """With this answer; one given again stands in place of the first."""
        others = tuple(one for one in self.answers if one[0] != question_id)
        return self._replace(answers=(*others, (question_id, codes)))


def _clamped(value: int) -> int:
    return max(0, min(100, value))


@dataclass(frozen=True)
class Held:
    """A question that was put, and an event that came before its answer. `late`: too slow, and paid for already."""

    question: str
    style: Style
    kind: EventKind
    used: int = 0
    done: tuple[Act, ...] = ()
    late: bool = False


@dataclass(frozen=True)
class Step:
    """One choice and what came of it.

    `reply`: which row of the persona's replies; None where nothing was answered. `then`: trust and strain as it was
    chosen, before its own effect.
    """

    number: int
    choice: Choice
    before: tuple[int, int]
    after: tuple[int, int]
    deeds: tuple[Deed, ...] = ()
    event: EventKind | None = None
    event_text: str = ""
    event_end: EventEnd | None = None
    answers: str = ""
    reply: int | None = None
    then: tuple[int, int] = (0, 0)
    say: str = ""
    easy: str = ""
    cue: str = ""
    answer: Codes = ()
    reveals: Codes = ()
    asks_to_stop: bool = False
    critical: tuple[Critical, ...] = ()

    @property
    def question(self) -> str:
        """The question this step put or answered; empty where it did neither."""
        return self.answers or (self.choice.question if isinstance(self.choice, Said | Coded) else "")


@dataclass(frozen=True)
class Attempt:
    """A rehearsal so far. The same persona, seed and choices give the same attempt, byte for byte."""

    persona_id: str
    version: int
    seed: int
    hidden: Hidden = field(repr=False)
    log: tuple[Step, ...] = ()
    held: Held | None = None
    happened: tuple[str, ...] = ()
    ended: bool = False

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What was chosen, step by step: enough to play it again."""
        return tuple(step.choice for step in self.log)

    @property
    def criticals(self) -> tuple[Critical, ...]:
        """Every critical error, in order."""
        return tuple(one for step in self.log for one in step.critical)


def begin(persona: Persona, seed: int) -> Attempt:
    """A rehearsal before its first step."""
    return Attempt(persona.id, persona.version, seed, Hidden(persona.start.trust, persona.start.strain))

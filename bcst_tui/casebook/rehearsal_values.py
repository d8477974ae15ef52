"""What a training casebook hands to front ends: the people to rehearse with, and one rehearsal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bcst_tui.training.attempt import Attempt, Step
from bcst_tui.training.persona import Persona, PersonaFile
from bcst_tui.training.wordings import Wordings
from bcst_tui.vault.attempt_values import AttemptEnd as AttemptEnd
from bcst_tui.vault.attempt_values import KeptAttempt as KeptAttempt
from bcst_tui.vault.attempt_values import Mode as Mode


@dataclass(frozen=True)
class Library:
    """Every persona, and the wordings that all of them share."""

    personas: Mapping[str, PersonaFile]
    wordings: Wordings = field(repr=False)


@dataclass(frozen=True)
class Rehearsal:
    """One rehearsal as it stands on the disk."""

    kept: KeptAttempt
    persona: Persona = field(repr=False)
    attempt: Attempt = field(repr=False)

    @property
    def id(self) -> int:
        return self.kept.id

    @property
    def called(self) -> str:
        """The name the person uses."""
        return self.persona.person.called.split()[0]

    @property
    def is_over(self) -> bool:
        return self.kept.end is not None

    @property
    def last(self) -> Step | None:
        """What came of the last choice that was more than a code."""
        return next((step for step in reversed(self.attempt.log) if step.say or step.event or step.asks_to_stop), None)

    @property
    def waits_for_an_act(self) -> bool:
        """Whether something has come in between, or the person wants to stop."""
        return self.attempt.held is not None or self.attempt.hidden.stopping

    def at(self, attempt: Attempt) -> Rehearsal:
        return replace(self, attempt=attempt)


def codes_of(kept: object) -> tuple[str, ...]:
    """An answer as a rehearsal codes it: option ids, yes and no, or a word for no answer."""
    if isinstance(kept, str):
        return (kept,)
    if isinstance(kept, bool | int | float):
        return (str(kept),)
    if isinstance(kept, list):
        return tuple(code for one in kept for code in codes_of(one))
    if isinstance(kept, dict):
        return tuple(f"{name}={code}" for name, value in kept.items() for code in codes_of(value))
    return ()

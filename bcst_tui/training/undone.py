"""The one-slip view: a rehearsal played again with one turn done well, and everything else as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bcst_tui.training.attempt import Attempt, Choice, Did, Said, begin
from bcst_tui.training.persona import Persona
from bcst_tui.training.turn import take

MOST_SHOWN = 3


@dataclass(frozen=True)
class Undone:
    """What would have been otherwise, had this turn been done well. `more`, `less`: facts told then and not now."""

    turn: int
    question: str
    was: str
    more: tuple[str, ...]
    less: tuple[str, ...]
    trust: int
    trust_then: int


def undone(persona: Persona, attempt: Attempt) -> tuple[Undone, ...]:
    """Each slip of this rehearsal made good, one at a time; those that change most first."""
    found = [_had_it_been_well(persona, attempt, step.number) for step in attempt.log if is_slip(step.choice)]
    found.sort(key=lambda one: (-len(one.more) - len(one.less), -abs(one.trust_then - one.trust), one.turn))
    return tuple(found[:MOST_SHOWN])


def is_slip(choice: Choice) -> bool:
    """Whether this could have been done better: another wording, a gate really done, an event answered."""
    if isinstance(choice, Said):
        return choice.style != "open_choice" or not choice.done
    return isinstance(choice, Did) and "carry_on" in choice.actions


def _had_it_been_well(persona: Persona, attempt: Attempt, turn: int) -> Undone:
    step = attempt.log[turn - 1]
    other = _played(persona, attempt, turn, _done_well(persona, attempt, turn))
    told, then = attempt.hidden.revealed, other.hidden.revealed
    return Undone(
        turn=turn,
        question=step.question,
        was=_what_it_was(step.choice),
        more=tuple(one for one in then if one not in told),
        less=tuple(one for one in told if one not in then),
        trust=attempt.hidden.trust,
        trust_then=other.hidden.trust,
    )


def _done_well(persona: Persona, attempt: Attempt, turn: int) -> Choice:
    choice = attempt.log[turn - 1].choice
    if isinstance(choice, Said):
        return replace(choice, style="open_choice", done=True)
    before = _played(persona, replace(attempt, log=attempt.log[: turn - 1]), 0, choice)
    event = persona.event_at(before.held.question) if before.held else None
    return Did(event.expect.do) if event else choice


def _played(persona: Persona, attempt: Attempt, turn: int, instead: Choice) -> Attempt:
    """The same choices from the start, but for this turn; what came after an end is left out."""
    now = begin(persona, attempt.seed)
    for place, choice in enumerate(attempt.choices, start=1):
        if now.ended:
            break
        now = take(now, persona, instead if place == turn else choice)
    return now


def _what_it_was(choice: Choice) -> str:
    if isinstance(choice, Said):
        return "just ticked" if not choice.done else choice.style
    return "carried on with"

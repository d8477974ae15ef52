"""Choices as they are kept, one by one: enough to play a rehearsal again."""

from __future__ import annotations

from pydantic import TypeAdapter

from bcst_tui.training.attempt import Attempt, Choice, Coded, Did, Said
from bcst_tui.training.persona import Persona
from bcst_tui.training.turn import replay

_KINDS: dict[str, TypeAdapter[Choice]] = {
    "said": TypeAdapter(Said),
    "did": TypeAdapter(Did),
    "coded": TypeAdapter(Coded),
}


def kept_form(choice: Choice) -> str:
    """The choice as one line: its kind, a blank, its JSON."""
    kind = next(kind for kind in _KINDS if type(choice).__name__.casefold() == kind)
    return f"{kind} {_KINDS[kind].dump_json(choice).decode()}"


def choice_from(kept: str) -> Choice:
    """The choice back."""
    kind, _, content = kept.partition(" ")
    return _KINDS[kind].validate_json(content)


def played_again(attempt: Attempt, persona: Persona, kept: tuple[str, ...]) -> Attempt:
    """The rehearsal after all these."""
    return replay(attempt, persona, tuple(choice_from(one) for one in kept))

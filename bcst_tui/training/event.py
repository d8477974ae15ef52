"""An event that came before an answer: what it asks for, and whether that was done in time."""

from __future__ import annotations

from dataclasses import replace

from bcst_tui.training.attempt import Act, Held
from bcst_tui.training.persona import Expected, Persona


def expected(persona: Persona, held: Held) -> Expected:
    """What this event asks for."""
    found = persona.event_at(held.question)
    assert found is not None
    return found.expect


def after(held: Held, actions: tuple[Act, ...]) -> Held:
    """With one more key pressed."""
    return replace(held, used=held.used + 1, done=(*held.done, *actions))


def is_too_late(held: Held, expect: Expected) -> bool:
    """Whether so many keys went by and none of it is begun."""
    return held.used >= expect.within and not any(one in held.done for one in expect.do)


def is_over(held: Held, expect: Expected) -> bool:
    """Whether everything it asks for is done."""
    return set(expect.do) <= set(held.done)

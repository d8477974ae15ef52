"""Where a trainee would meet no answer: steps of the private part that a persona leads to and has no reply at."""

from __future__ import annotations

from collections.abc import Iterator

from bcst_tui.disclosure.ledger import ITEMS, Item
from bcst_tui.training.finding import Around, Finding, error, warning
from bcst_tui.training.flow import APPLIES, LEADS, NEVER_AGAIN, VOLUNTEERS
from bcst_tui.training.persona import Persona, PersonaFile

ALWAYS = ("q.entry", "q.privacy", "q.limits", "q.door", "q.ground")
ONCE_TOLD = ("respond", "today", "needs", "record", "share", "plan")


def silence_findings(file: PersonaFile, around: Around) -> Iterator[Finding]:
    """A warning that names such steps, and an error for a step without weight that there is not."""
    persona = file.persona
    if silent := [f"`{step}`" for step in steps_come_to(persona) if step not in persona.replies]:
        what = f"a rehearsal comes to {', '.join(silent)}, and nobody answers there"
        yield warning(file, ("replies",), what, "Add what they say; under `weightless:` too, where it weighs nothing.")
    for number, step in enumerate(persona.weightless):
        if step not in persona.replies:
            yield error(file, ("weightless", number), f"`{step}` has no replies here", "Take it out, or add them.")


def steps_come_to(persona: Persona) -> tuple[str, ...]:
    """The steps of the private part that the answers of this persona can lead to."""
    return (*ALWAYS, *(step for item in ITEMS for step in _of_item(persona, item)))


def _of_item(persona: Persona, item: Item) -> Iterator[str]:
    status = persona.ledger[item].status if item in persona.ledger else "none"
    if status in NEVER_AGAIN:
        return
    yield f"{item}.{'confirm' if status == 'carried' else 'offer'}"
    yield from (
        f"{item}.{after}" for after, (state, codes) in LEADS.items() if _may_say(persona, f"{item}.{state}", codes)
    )
    if _may_say(persona, f"{item}.ask", APPLIES) or any(
        VOLUNTEERS + item in reply.answer for rows in persona.replies.values() for reply in rows
    ):
        yield from (f"{item}.{state}" for state in ONCE_TOLD)
    elif _may_say(persona, f"{item}.confirm", ("right", "changed")):
        yield from (f"{item}.{state}" for state in ONCE_TOLD[2:])
    yield f"{item}.leaflet"


def _may_say(persona: Persona, step: str, codes: tuple[str, ...]) -> bool:
    return any(set(codes) & set(reply.answer) for reply in persona.replies.get(step, ()))

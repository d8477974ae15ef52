"""What each thing that is done or said does to the hidden values; the turn engine and the walk both go by it."""

from __future__ import annotations

from bcst_tui.training.attempt import LIMITS, PRIVACY, SAID_BACK, Act, Hidden, Said
from bcst_tui.training.persona import Deed, Effect, Expected, Persona, Reply

BY_HAND: tuple[Deed, ...] = ("choice_of_worker", "read_back")
PRIVATE_PART = ("q.", "q1.", "q2.")


def deed_counts(hidden: Hidden, persona: Persona, deed: Deed) -> Hidden:
    """After the deed; each counts once in a rehearsal."""
    if deed in hidden.spent:
        return hidden
    return hidden.moved(persona.steps.get(deed, Effect()))._replace(spent=(*hidden.spent, deed))


def deed_of(said: Said) -> Deed | None:
    """The deed that putting this is: at a gate done or just ticked, and told or asked to be said back."""
    if said.question == PRIVACY:
        return "privacy_skipped" if said.is_ticked else "privacy_done"
    if said.question == LIMITS:
        done: Deed = "limits_sayback" if said.style == "open_choice" else "limits_told"
        return "limits_skipped" if said.is_ticked else done
    return None


def put(hidden: Hidden, persona: Persona, said: Said) -> Hidden:
    """After these words, and the gate if it is one. Questions the persona has no reply to leave no mark."""
    deed = deed_of(said)
    if said.is_ticked:
        hidden = hidden._replace(private=False) if said.question == PRIVACY else hidden._replace(limits=False)
        return deed_counts(hidden, persona, deed) if deed else hidden
    if said.question in persona.replies and said.question not in persona.weightless:
        hidden = hidden.moved(persona.style[said.style])
    if said.style == "pressing" and said.question.startswith(PRIVATE_PART):
        hidden = hidden._replace(pushed=True)
    if said.question == PRIVACY:
        hidden = hidden._replace(private=True)
    return deed_counts(hidden, persona, deed) if deed else hidden


def answered(hidden: Hidden, question_id: str, reply: Reply) -> Hidden:
    """After this reply."""
    hidden = hidden.moved(Effect(trust=reply.trust, strain=reply.strain)) if reply.trust or reply.strain else hidden
    new = tuple(one for one in reply.reveals if one not in hidden.revealed)
    hidden = hidden.answered(question_id, reply.answer)._replace(revealed=(*hidden.revealed, *new))
    if question_id == LIMITS:
        return hidden._replace(limits=not set(SAID_BACK).isdisjoint(reply.answer))
    return hidden


def acted(hidden: Hidden, persona: Persona, actions: tuple[Act, ...]) -> Hidden:
    """After what was done by hand: a stop honoured, a choice of worker, reading back, the checks made again."""
    for deed in deeds_of(hidden, actions):
        hidden = deed_counts(hidden, persona, deed)
    if "privacy_recheck" in actions:
        hidden = hidden._replace(private=True)
    return hidden._replace(stopping=False)


def deeds_of(hidden: Hidden, actions: tuple[Act, ...]) -> tuple[Deed, ...]:
    """The deeds among these actions."""
    honoured: tuple[Deed, ...] = ("paused_when_asked",) if hidden.stopping else ()
    return (*honoured, *(deed for deed in BY_HAND if deed in actions))


def missed(hidden: Hidden, expect: Expected, *, paid: bool) -> Hidden:
    """An event passed and not all was done about it; where it was about privacy, that is gone until checked again."""
    hidden = hidden if paid else hidden.moved(expect.miss)
    return hidden._replace(private=False) if {"hide", "privacy_recheck"} & set(expect.do) else hidden


def asks_to_stop(hidden: Hidden, persona: Persona) -> bool:
    """Whether it is too much now."""
    return hidden.strain >= persona.start.stop_at and not hidden.stopping

"""The turn engine: one choice of the trainee, and what the person does. Pure; the TUI and line mode both drive it.

The order within a turn: wording and deeds count, an event may come in between, then the first reply that holds.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bcst_tui.training import event
from bcst_tui.training.attempt import (
    GATES,
    LIMITS,
    PRIVACY,
    SAID_BACK,
    Act,
    Attempt,
    Choice,
    Coded,
    Critical,
    Did,
    Held,
    Hidden,
    Said,
    Step,
)
from bcst_tui.training.drawing import drawn, one_of
from bcst_tui.training.persona import Deed, Effect, Event, Persona, Style
from bcst_tui.training.seeing import Moment, reply_now


def take(attempt: Attempt, persona: Persona, choice: Choice) -> Attempt:
    """The rehearsal after one more choice. After its end only codes can still be recorded."""
    level = (attempt.hidden.trust, attempt.hidden.strain)
    step = Step(len(attempt.log) + 1, choice, level, level)
    match choice:
        case Coded():
            return _logged(attempt, step)
        case _ if attempt.ended:
            raise ValueError("the rehearsal is over")
        case Said():
            return _said(attempt, persona, choice, step)
        case Did():
            return _did(attempt, persona, choice.actions, step)
        case _:
            assert_never(choice)


def replay(attempt: Attempt, persona: Persona, choices: tuple[Choice, ...]) -> Attempt:
    """The rehearsal after all these choices."""
    for choice in choices:
        attempt = take(attempt, persona, choice)
    return attempt


def _logged(attempt: Attempt, step: Step) -> Attempt:
    hidden = attempt.hidden
    return replace(attempt, log=(*attempt.log, replace(step, after=(hidden.trust, hidden.strain))))


def _said(attempt: Attempt, persona: Persona, said: Said, step: Step) -> Attempt:
    if attempt.hidden.stopping:
        return _carried_on(attempt, persona, step)
    again = attempt.held is not None and attempt.held.question == said.question
    if attempt.held is not None:
        attempt, step = _missed(attempt, persona, step)
    if again:
        step = replace(step, critical=(*step.critical, "asked_again"))
        return _replied(attempt, persona, said.question, said.style, step)
    step = replace(step, critical=(*step.critical, *_wrong_to_put(attempt, said.question)))
    if said.question in GATES and not said.done:
        return _ticked(attempt, persona, said.question, step)
    attempt, step = _wording_counts(attempt, persona, said, step)
    due = persona.event_at(said.question)
    if due is not None and said.question not in attempt.happened:
        attempt, step = _happened(attempt, due, said, step)
        if due.expect.do:
            return _logged(attempt, step)
    return _replied(attempt, persona, said.question, said.style, step)


def _wrong_to_put(attempt: Attempt, question_id: str) -> tuple[Critical, ...]:
    """The critical errors of putting this question now."""
    item, _, state = question_id.partition(".")
    if item not in ("q1", "q2") or state not in ("offer", "ask", "confirm"):
        return ()
    found: list[Critical] = []
    if not attempt.hidden.private:
        found.append("asked_not_private")
    if not attempt.hidden.limits:
        found.append("asked_without_limits")
    put_before = any(isinstance(step.choice, Said) and step.choice.question == question_id for step in attempt.log)
    if put_before and state == "ask":
        found.append("asked_again")
    return tuple(found)


def _ticked(attempt: Attempt, persona: Persona, gate: str, step: Step) -> Attempt:
    """A gate that was ticked and not done: nobody said anything, and nothing is so."""
    if gate == PRIVACY:
        hidden, deeds = _deed_counts(replace(attempt.hidden, private=False), persona, "privacy_skipped")
    else:
        hidden, deeds = _deed_counts(replace(attempt.hidden, limits=False), persona, "limits_skipped")
    return _logged(*_may_ask_to_stop(replace(attempt, hidden=hidden), persona, replace(step, deeds=deeds)))


def _wording_counts(attempt: Attempt, persona: Persona, said: Said, step: Step) -> tuple[Attempt, Step]:
    """What the wording does, and the gate if it is one. Questions the persona has no reply to leave no mark."""
    hidden = attempt.hidden
    deeds = step.deeds
    if said.question in persona.replies:
        hidden = hidden.moved(persona.style[said.style])
    if said.style == "pressing" and said.question.startswith(("q.", "q1.", "q2.")):
        hidden = replace(hidden, pushed=True)
    if said.question == PRIVACY:
        hidden, deeds = _deed_counts(replace(hidden, private=True), persona, "privacy_done")
    elif said.question == LIMITS:
        told: Deed = "limits_sayback" if said.style == "open_choice" else "limits_told"
        hidden, deeds = _deed_counts(hidden, persona, told)
    return replace(attempt, hidden=hidden), replace(step, deeds=(*step.deeds, *deeds))


def _deed_counts(hidden: Hidden, persona: Persona, deed: Deed) -> tuple[Hidden, tuple[Deed, ...]]:
    """The deed's effect; each counts once in a rehearsal."""
    if deed in hidden.spent:
        return hidden, (deed,)
    moved = hidden.moved(persona.steps.get(deed, Effect()))
    return replace(moved, spent=(*hidden.spent, deed)), (deed,)


def _happened(attempt: Attempt, due: Event, said: Said, step: Step) -> tuple[Attempt, Step]:
    kinds = ((due.kind, due.text), *((one.kind, one.text) for one in due.instead))
    kind, text = kinds[drawn(attempt, said.question, len(kinds), "event")]
    held = Held(said.question, said.style, kind) if due.expect.do else None
    attempt = replace(attempt, held=held, happened=(*attempt.happened, said.question))
    return attempt, replace(step, event=kind, event_text=text, event_end=None if held else "in_time")


def _replied(attempt: Attempt, persona: Persona, question_id: str, style: Style, step: Step) -> Attempt:
    """The person answers, if the persona has anything to say to this question."""
    found = reply_now(persona, question_id, Moment(attempt.hidden, style))
    if found is None:
        return _logged(*_may_ask_to_stop(attempt, persona, step))
    place, reply = found
    chosen = drawn(attempt, question_id, len(reply.say))
    hidden = attempt.hidden.moved(Effect(trust=reply.trust, strain=reply.strain)).answered(question_id, reply.answer)
    new = tuple(one for one in reply.reveals if one not in hidden.revealed)
    hidden = replace(hidden, revealed=(*hidden.revealed, *new))
    if question_id == LIMITS:
        hidden = replace(hidden, limits=bool(set(reply.answer) & set(SAID_BACK)))
    step = replace(
        step,
        answers=question_id,
        reply=place,
        say=reply.say[chosen],
        easy=reply.easy[chosen] if reply.easy else "",
        cue=one_of(attempt, question_id, reply.cue, "cue"),
        answer=reply.answer,
        reveals=reply.reveals,
    )
    return _logged(*_may_ask_to_stop(replace(attempt, hidden=hidden), persona, step))


def _may_ask_to_stop(attempt: Attempt, persona: Persona, step: Step) -> tuple[Attempt, Step]:
    if attempt.hidden.strain < persona.start.stop_at or attempt.hidden.stopping:
        return attempt, step
    words = persona.stop
    said = drawn(attempt, "stop", len(words.say))
    step = replace(
        step,
        asks_to_stop=True,
        say=" ".join(filter(None, (step.say, words.say[said]))),
        easy=" ".join(filter(None, (step.easy, words.easy[said]))) if words.easy else step.easy,
        cue=step.cue or one_of(attempt, "stop", words.cue, "cue"),
    )
    return replace(attempt, hidden=replace(attempt.hidden, stopping=True)), step


def _carried_on(attempt: Attempt, persona: Persona, step: Step) -> Attempt:
    """Going on after the person asked to stop: they say it again, and answer nothing."""
    hidden = replace(attempt.hidden, stopping=False)
    attempt, step = _may_ask_to_stop(replace(attempt, hidden=hidden), persona, step)
    attempt = replace(attempt, hidden=replace(attempt.hidden, stopping=True))
    return _logged(attempt, replace(step, critical=("carried_on_after_stop",)))


def _did(attempt: Attempt, persona: Persona, actions: tuple[Act, ...], step: Step) -> Attempt:
    if actions == ("notice",):
        return _logged(attempt, step)
    hidden, deeds = attempt.hidden, step.deeds
    if hidden.stopping:
        if not {"stop", "pause"} & set(actions):
            return _carried_on(attempt, persona, step)
        hidden, honoured = _deed_counts(replace(hidden, stopping=False), persona, "paused_when_asked")
        deeds = (*deeds, *honoured)
    by_hand: tuple[Deed, ...] = ("choice_of_worker", "read_back")
    for deed in by_hand:
        if deed in actions:
            hidden, counted = _deed_counts(hidden, persona, deed)
            deeds = (*deeds, *counted)
    if "privacy_recheck" in actions:
        hidden = replace(hidden, private=True)
    attempt, step = replace(attempt, hidden=hidden), replace(step, deeds=deeds)
    if attempt.held is not None:
        return _met(attempt, persona, attempt.held, actions, step)
    return _logged(replace(attempt, ended="stop" in actions), step)


def _met(attempt: Attempt, persona: Persona, held: Held, actions: tuple[Act, ...], step: Step) -> Attempt:
    """What these actions do about the event; once all is done that it asks for, the question is answered."""
    expected = event.expected(persona, held)
    held = event.after(held, actions)
    step = replace(step, event=held.kind)
    if "carry_on" in actions:
        attempt, step = _missed(replace(attempt, held=held), persona, step)
        return _replied(attempt, persona, held.question, held.style, step)
    if event.is_too_late(held, expected) and not held.late:
        held = replace(held, late=True)
        attempt = replace(attempt, hidden=attempt.hidden.moved(expected.miss))
    if not event.is_over(held, expected):
        return _logged(replace(attempt, held=held, ended="stop" in actions), step)
    step = replace(step, event_end="late" if held.late else "in_time")
    attempt = replace(attempt, held=None, ended="stop" in actions)
    if attempt.ended:
        return _logged(attempt, step)
    return _replied(attempt, persona, held.question, held.style, step)


def _missed(attempt: Attempt, persona: Persona, step: Step) -> tuple[Attempt, Step]:
    """The event passed and not all was done about it; where it was about privacy, that is gone until checked again."""
    held = attempt.held
    assert held is not None
    expected = event.expected(persona, held)
    hidden = attempt.hidden if held.late else attempt.hidden.moved(expected.miss)
    if event.breaks_privacy(expected):
        hidden = replace(hidden, private=False)
    return replace(attempt, held=None, hidden=hidden), replace(step, event=held.kind, event_end="missed")

"""The turn engine: one choice of the trainee, and what the person does. Pure; the TUI and line mode both drive it.

The order within a turn: wording and deeds count, an event may come in between, then the first reply that holds. In the
turn in which one event is passed over no other comes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bcst_tui.training import counting, event
from bcst_tui.training.attempt import (
    Act,
    Attempt,
    Choice,
    Coded,
    Critical,
    Did,
    Held,
    Said,
    Step,
)
from bcst_tui.training.drawing import drawn, one_of
from bcst_tui.training.persona import Event, Persona, Style
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
    deed = counting.deed_of(said)
    wrong = _wrong_to_put(attempt, said.question)
    step = replace(step, deeds=(deed,) if deed else (), critical=(*step.critical, *wrong))
    attempt = replace(attempt, hidden=counting.put(attempt.hidden, persona, said))
    if said.is_ticked:
        return _logged(*_may_ask_to_stop(attempt, persona, step))
    due = persona.event_at(said.question) if step.event is None else None
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


def _happened(attempt: Attempt, due: Event, said: Said, step: Step) -> tuple[Attempt, Step]:
    kinds = ((due.kind, due.text), *((one.kind, one.text) for one in due.instead))
    kind, text = kinds[drawn(attempt, said.question, len(kinds), "event")]
    held = Held(said.question, said.style, kind) if due.expect.do else None
    attempt = replace(attempt, held=held, happened=(*attempt.happened, said.question))
    return attempt, replace(step, event=kind, event_text=text)


def _replied(attempt: Attempt, persona: Persona, question_id: str, style: Style, step: Step) -> Attempt:
    """The person answers; where the persona has nothing to say to this question, they would have to think."""
    found = reply_now(persona, question_id, Moment(attempt.hidden, style))
    if found is None:
        return _logged(*_may_ask_to_stop(attempt, persona, _no_answer(attempt, persona, question_id, step)))
    place, reply = found
    chosen = drawn(attempt, question_id, len(reply.say))
    step = replace(
        step,
        answers=question_id,
        reply=place,
        then=(attempt.hidden.trust, attempt.hidden.strain),
        say=reply.say[chosen],
        easy=reply.easy[chosen] if reply.easy else "",
        cue=one_of(attempt, question_id, reply.cue, "cue"),
        answer=reply.answer,
        reveals=reply.reveals,
    )
    attempt = replace(attempt, hidden=counting.answered(attempt.hidden, question_id, reply))
    return _logged(*_may_ask_to_stop(attempt, persona, step))


def _no_answer(attempt: Attempt, persona: Persona, question_id: str, step: Step) -> Step:
    """Where nobody prepared anything: something kind, which is no answer and moves nothing."""
    words = persona.have_to_think
    said = drawn(attempt, question_id, len(words.say))
    return replace(
        step,
        say=words.say[said],
        easy=words.easy[said] if words.easy else "",
        cue=one_of(attempt, question_id, words.cue, "cue"),
    )


def _may_ask_to_stop(attempt: Attempt, persona: Persona, step: Step) -> tuple[Attempt, Step]:
    if not counting.asks_to_stop(attempt.hidden, persona):
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
    return replace(attempt, hidden=attempt.hidden._replace(stopping=True)), step


def _carried_on(attempt: Attempt, persona: Persona, step: Step) -> Attempt:
    """Going on after the person asked to stop: they say it again, and answer nothing."""
    let_on = replace(attempt, hidden=attempt.hidden._replace(stopping=False))
    return _logged(*_may_ask_to_stop(let_on, persona, replace(step, critical=("carried_on_after_stop",))))


def _did(attempt: Attempt, persona: Persona, actions: tuple[Act, ...], step: Step) -> Attempt:
    if actions == ("notice",):
        return _logged(attempt, step)
    if attempt.hidden.stopping and not {"stop", "pause"} & set(actions):
        return _carried_on(attempt, persona, step)
    step = replace(step, deeds=counting.deeds_of(attempt.hidden, actions))
    attempt = replace(attempt, hidden=counting.acted(attempt.hidden, persona, actions))
    if attempt.held is not None:
        return _met(attempt, persona, attempt.held, actions, step)
    return _logged(replace(attempt, ended="stop" in actions), step)


def _met(attempt: Attempt, persona: Persona, held: Held, actions: tuple[Act, ...], step: Step) -> Attempt:
    """What these actions do about the event; once all is done that it asks for, the question is answered."""
    expect = event.expected(persona, held)
    held = event.after(held, actions)
    attempt, step = replace(attempt, held=held), replace(step, event=held.kind)
    if "carry_on" in actions:
        attempt, step = _missed(attempt, persona, step)
        return _replied(attempt, persona, held.question, held.style, step)
    if event.is_too_late(held, expect) and not held.late:
        held = replace(held, late=True)
        attempt = replace(attempt, held=held, hidden=attempt.hidden.moved(expect.miss))
    over, stops = event.is_over(held, expect), "stop" in actions
    if not over:
        return _logged(replace(attempt, ended=stops), step)
    step = replace(step, event_end="late" if held.late else "in_time")
    attempt = replace(attempt, held=None, ended=stops)
    return _logged(attempt, step) if stops else _replied(attempt, persona, held.question, held.style, step)


def _missed(attempt: Attempt, persona: Persona, step: Step) -> tuple[Attempt, Step]:
    held = attempt.held
    assert held is not None
    hidden = counting.missed(attempt.hidden, event.expected(persona, held), paid=held.late)
    return replace(attempt, held=None, hidden=hidden), replace(step, event=held.kind, event_end="missed")

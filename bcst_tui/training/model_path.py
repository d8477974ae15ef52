"""The model interview of a persona, and the same with one thing done worse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from bcst_tui.training.attempt import GATES, PRIVACY, Act, Attempt, Did, Said, begin
from bcst_tui.training.counting import PRIVATE_PART
from bcst_tui.training.flow import next_question
from bcst_tui.training.persona import STYLES, Persona, Style
from bcst_tui.training.turn import take

SlipKind = Literal["flat", "leading", "pressing", "ticked", "event_missed", "left_out"]
ByHand = Literal["choice_of_worker", "read_back"]


@dataclass(frozen=True)
class Slip:
    """One thing done worse. `at`: the question, or for something left out what it is."""

    kind: SlipKind
    at: str


def model(persona: Persona, seed: int = 0, slip: Slip | None = None) -> Attempt:
    """The interview with everything done well but the slip: open wordings, gates done, events met, a stop honoured."""
    attempt, put = begin(persona, seed), list[str]()
    while not attempt.ended and (question := next_question(persona, attempt.hidden, put)) is not None:
        attempt = _by_hand(attempt, persona, put, question, slip)
        put.append(question)
        attempt = _put(attempt, persona, question, slip)
        if attempt.hidden.stopping:
            attempt = take(attempt, persona, Did(("pause",)))
    return attempt


def slips(persona: Persona) -> tuple[Slip, ...]:
    """Everything that could go worse, once, on the model path."""
    found: list[Slip] = [Slip("left_out", deed) for deed in get_args(ByHand) if deed in persona.steps]
    asked = [step.choice for step in model(persona).log if isinstance(step.choice, Said)]
    styles: tuple[SlipKind, ...] = ("flat", "leading", "pressing")
    for said in asked:
        if said.question in GATES:
            found.append(Slip("ticked", said.question))
        found += [Slip(style, said.question) for style in styles]
        event = persona.event_at(said.question)
        if event is not None and event.expect.do:
            found.append(Slip("event_missed", said.question))
    return tuple(found)


def deed_before(persona: Persona, question: str, put: Sequence[str]) -> ByHand | None:
    """What is done by hand before this question: a choice of worker at the checks, reading back after an item."""
    if question == PRIVACY:
        return "choice_of_worker" if "choice_of_worker" in persona.steps else None
    leaves_the_part = bool(put) and put[-1].startswith(PRIVATE_PART) and not question.startswith(PRIVATE_PART)
    return "read_back" if leaves_the_part and "read_back" in persona.steps else None


def _by_hand(attempt: Attempt, persona: Persona, put: list[str], question: str, slip: Slip | None) -> Attempt:
    deed = deed_before(persona, question, put)
    if deed is None or slip == Slip("left_out", deed):
        return attempt
    actions: tuple[Act, ...] = (deed,)
    return take(attempt, persona, Did(actions))


def _put(attempt: Attempt, persona: Persona, question: str, slip: Slip | None) -> Attempt:
    here = slip.kind if slip is not None and slip.at == question else None
    style: Style = next((one for one in STYLES if one == here), "open_choice")
    attempt = take(attempt, persona, Said(question, style, done=here != "ticked"))
    if attempt.held is not None:
        event = persona.event_at(question)
        assert event is not None
        did: tuple[Act, ...] = ("carry_on",) if here == "event_missed" else event.expect.do
        attempt = take(attempt, persona, Did(did))
    return attempt

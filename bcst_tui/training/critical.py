"""The critical errors, which head every debrief: some from the engine, some from the log, some from what was kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bcst_tui.training.attempt import Step
from bcst_tui.training.evidence import Evidence

CriticalKind = Literal[
    "asked_not_private",
    "asked_without_limits",
    "asked_again",
    "carried_on_after_stop",
    "story_or_name_kept",
    "shared_without_a_yes",
    "message_left",
    "child_danger_left",
    "interpreted_by_the_wrong_one",
]
IN_WORDS: dict[CriticalKind, str] = {
    "asked_not_private": "Asked when it was not private",
    "asked_without_limits": "Asked before the limits were said and said back",
    "asked_again": "Asked again what had been asked or told",
    "carried_on_after_stop": "Carried on after the person wanted to stop",
    "story_or_name_kept": "Kept a story, or the name of who is feared",
    "shared_without_a_yes": "Told somebody with no yes and no duty to",
    "message_left": "A message could be left where it is not safe",
    "child_danger_left": "A danger to a child was not passed on",
    "interpreted_by_the_wrong_one": "A relative or another prisoner interpreted",
}
_INTERPRETER = ("interpreter_unavailable", "prisoner_offered_as_interpreter")


@dataclass(frozen=True)
class CriticalError:
    """One, with the turn it happened in; None where it is in what was kept."""

    kind: CriticalKind
    turn: int | None = None

    @property
    def in_words(self) -> str:
        return IN_WORDS[self.kind] + (f" (T{self.turn})" if self.turn else "")


def criticals_of(evidence: Evidence) -> tuple[CriticalError, ...]:
    """Every critical error, those of the log in its order, then those of what was kept; each once a turn."""
    return tuple(dict.fromkeys((*_of_the_log(evidence), *_of_what_was_kept(evidence))))


def _of_the_log(evidence: Evidence) -> Iterator[CriticalError]:
    for step in evidence.log:
        yield from (CriticalError(one, step.number) for one in step.critical)
    yield from (CriticalError("asked_again", step.number) for step in asked_afresh(evidence))
    yield from (
        CriticalError("interpreted_by_the_wrong_one", one.number) for one in in_place_of_an_interpreter(evidence)
    )
    for step, card in evidence.mentioned():
        if card == "child" and step in dangers_left(evidence):
            yield CriticalError("child_danger_left", step.number)


def _of_what_was_kept(evidence: Evidence) -> Iterator[CriticalError]:
    kept = evidence.kept
    if kept.harmer_named or "record_narrative" in kept.wrong:
        yield CriticalError("story_or_name_kept")
    if any(not one.basis for one in kept.shares) or "category_to_officer_without_consent" in kept.wrong:
        yield CriticalError("shared_without_a_yes")
    if "phone_with_message" in kept.wrong:
        yield CriticalError("message_left")


def asked_afresh(evidence: Evidence) -> tuple[Step, ...]:
    """Offers and questions about an item the person has told before, where only confirming is right."""
    told = [item for item, earlier in evidence.persona.ledger.items() if earlier.status == "carried"]
    return tuple(step for item in told for step in evidence.put("offer", "ask", item=item))


def dangers_left(evidence: Evidence) -> tuple[Step, ...]:
    """The steps in which the person spoke of a danger that nobody acted on afterwards."""
    return tuple(
        step
        for step, card in evidence.mentioned()
        if not any(one.number > step.number for one in evidence.put_question(f"q.help_now.{card}"))
    )


def in_place_of_an_interpreter(evidence: Evidence) -> tuple[Step, ...]:
    """The steps in which the interview went on with nobody fit to interpret."""
    return tuple(one for one in evidence.log if one.event in _INTERPRETER and one.event_end == "missed")

"""The actor's card: who somebody plays, and what they say at each step. No fact stands on it before it may be told.

The lines of a reply that tells something are on a slip of their own, which the facilitator hands over when it is true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bcst_tui.training.attempt import Attempt, begin
from bcst_tui.training.drawing import drawn, one_of
from bcst_tui.training.persona import Persona, Reply
from bcst_tui.training.seeing import Moment, may_be_told

NOT_TO_ADD = "Say the line, give the cue, and stop. Add nothing: no reason, no name, no story."
HANDED_OVER = "*the facilitator shows you this line when it is time*"
STOP = "You may stop, swap or leave at any time and needn't say why."


@dataclass(frozen=True)
class Line:
    """What to say now, how, and no more."""

    step: str
    row: str
    say: str
    easy: str
    cue: str


def letter(row: int) -> str:
    """By what a row of replies is called out: a, b, c…"""
    return chr(ord("a") + row)


def line_now(attempt: Attempt) -> Line | None:
    """The line to hand to whoever plays the person: what the last turn was answered with."""
    step = attempt.log[-1] if attempt.log else None
    if step is None or not step.say:
        return None
    row = letter(step.reply) if step.reply is not None else ""
    return Line(step.question, row, step.say, step.easy, step.cue)


def card(persona: Persona, seed: int) -> str:
    """The card as markdown, for a seed: lines that tell nothing yet. It is marked where it is written."""
    return "\n".join(_lines(persona, begin(persona, seed)))


def _lines(persona: Persona, attempt: Attempt) -> Iterator[str]:
    person = persona.person
    yield f"# {person.called} ({person.pronouns})"
    yield ""
    yield f"{persona.id} v{persona.version} · seed {attempt.seed} · for whoever plays {person.called}"
    yield ""
    yield f"**Before you say yes:** {persona.content_note}"
    yield ""
    yield f"{STOP} {NOT_TO_ADD}"
    yield ""
    yield person.card
    yield from ("", "The facilitator calls out a letter for each step, and you say that line.")
    for step, rows in persona.replies.items():
        yield from ("", f"## {step}", "")
        for number, row in enumerate(rows):
            safe = _is_safe(persona, row, attempt)
            yield f"- {letter(number)}: {_said(attempt, step, row) if safe else HANDED_OVER}"
    yield from ("", "## If you want to stop", "")
    yield f"- “{persona.stop.say[drawn(attempt, 'stop', len(persona.stop.say))]}”"
    yield from ("", "Afterwards: say your own name, what you had for breakfast, and what you do tonight.")


def _is_safe(persona: Persona, row: Reply, attempt: Attempt) -> bool:
    """Whether everything the row tells is true to tell before anything was said."""
    moment = Moment(attempt.hidden)
    return all(name in persona.facts and may_be_told(persona.facts[name], moment) for name in row.reveals)


def _said(attempt: Attempt, step: str, row: Reply) -> str:
    place = drawn(attempt, step, len(row.say))
    cue = one_of(attempt, step, row.cue, "cue")
    easy = f" / easy: “{row.easy[place]}”" if row.easy else ""
    return f"“{row.say[place]}”{easy}" + (f" [{cue}]" if cue else "")

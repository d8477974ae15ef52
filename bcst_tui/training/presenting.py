"""A rehearsal to show a group, turn by turn: what was said and seen, and nothing that is hidden behind it.

No points, no trust, no strain, no trainee. The wording is shown as what it was said in, as the group is to judge it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from bcst_tui.training.attempt import Attempt, Coded, Did, Said
from bcst_tui.training.coding import CodeBook
from bcst_tui.training.done_in_words import done
from bcst_tui.training.persona import Persona
from bcst_tui.training.wordings import Wordings


@dataclass(frozen=True)
class Frame:
    """One thing to show. `number`: the turn, as a debrief counts it; `to_code`: what the group may code it as."""

    number: int
    lines: tuple[str, ...]
    to_code: tuple[str, ...] = ()


def frames(persona: Persona, attempt: Attempt, wordings: Wordings, book: CodeBook) -> tuple[Frame, ...]:
    """The opening, then each turn in which something was said, done or seen."""
    return tuple(_frames(persona, attempt, wordings, book))


def _frames(persona: Persona, attempt: Attempt, wordings: Wordings, book: CodeBook) -> Iterator[Frame]:
    opening = [persona.person.called, f"({persona.person.pronouns})", persona.person.card]
    note = [f"Before you begin: {persona.content_note}"] if persona.content_note else []
    yield Frame(0, (*opening, *note))
    for step in (one for one in attempt.log if not isinstance(one.choice, Coded)):
        lines = list(_worker(persona, step.choice, wordings))
        lines += [step.event_text or step.event.replace("_", " ")] if step.event and not step.event_end else []
        lines += [f"{_called(persona)}: “{step.say}”" + (f" [{step.cue}]" if step.cue else "")] if step.say else []
        options = book.options.get(step.answers, ()) if step.reply is not None else ()
        letter = book.letter(step.answers) if options else ""
        codes = tuple(f"{letter}{place} {code}" for place, code in enumerate(options, start=1))
        yield Frame(step.number, tuple(lines), codes)


def _worker(persona: Persona, choice: Said | Did | Coded, wordings: Wordings) -> Iterator[str]:
    if isinstance(choice, Said):
        said = next((one for one in wordings.of(persona, choice.question) if one.style == choice.style), None)
        if not choice.done:
            yield "(The worker ticks that it is done.)"
        else:
            yield f"Worker: “{said.standard}”" if said else f"(The worker asks: {choice.question}.)"
    elif isinstance(choice, Did):
        yield f"(The worker {done(choice.actions)}.)"


def _called(persona: Persona) -> str:
    return persona.person.called.split()[0]


WIDEST = 60
CODES_APART = "    "
LAST = "That was the last turn."


def slide(frame: Frame, width: int) -> tuple[str, ...]:
    """The frame as lines to project: short ones with room between them, no wider than this."""
    most = max(20, min(width, WIDEST))
    lines = [f"Turn {frame.number}", ""] if frame.number else []
    for told in frame.lines:
        lines += [*wrap(told, most), ""]
    return (*lines, *wrap(CODES_APART.join(one.replace(" ", _HELD) for one in frame.to_code), most))


_HELD = "\u00a0"
"""Holds the number of a code and its name on one line."""

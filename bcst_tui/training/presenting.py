"""A rehearsal to show a group, turn by turn: what was said and seen, and nothing that is hidden behind it.

No points, no trust, no strain, no trainee. The wording is shown as what it was said in, as the group is to judge it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bcst_tui.training.attempt import Attempt, Coded, Did, Said
from bcst_tui.training.coding import CodeBook, in_one
from bcst_tui.training.persona import Persona
from bcst_tui.training.wordings import Wordings


@dataclass(frozen=True)
class Frame:
    """One thing to show. `to_code`: the codes to choose from, where the group codes this answer."""

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
    for number, step in enumerate((one for one in attempt.log if not isinstance(one.choice, Coded)), start=1):
        lines = list(_worker(persona, step.choice, wordings))
        lines += [step.event_text or step.event.replace("_", " ")] if step.event and not step.event_end else []
        lines += [f"{_called(persona)}: “{step.say}”" + (f" [{step.cue}]" if step.cue else "")] if step.say else []
        options = book.options.get(step.answers, ()) if step.reply is not None else ()
        letter = book.letter(step.answers) if options else ""
        codes = tuple(f"{letter}{place} {code}" for place, code in enumerate(options, start=1))
        yield Frame(number, tuple(lines), codes)


def _worker(persona: Persona, choice: Said | Did | Coded, wordings: Wordings) -> Iterator[str]:
    if isinstance(choice, Said):
        said = next((one for one in wordings.of(persona, choice.question) if one.style == choice.style), None)
        if not choice.done:
            yield "(The worker ticks that it is done.)"
        else:
            yield f"Worker: “{said.standard}”" if said else f"(The worker asks: {choice.question}.)"
    elif isinstance(choice, Did):
        yield f"(The worker: {', '.join(one.replace('_', ' ') for one in choice.actions)}.)"


def _called(persona: Persona) -> str:
    return persona.person.called.split()[0]


def model_line(book: CodeBook, question: str, codes: tuple[str, ...]) -> str:
    """The model's code of one question, for after the discussion."""
    code = in_one(codes)
    options = book.options.get(question, ())
    return f"{book.letter(question)}{options.index(code) + 1} {code}" if code in options else code

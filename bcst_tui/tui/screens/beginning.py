"""Before a rehearsal begins: what it is about, in which way, and by which draw; at every step one can turn back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.app import App

from bcst_tui.training.results import NO_CODE, is_trainee_code
from bcst_tui.training.spacing import RECALL_HINT
from bcst_tui.tui.widgets.choosing import ChooseOne, SayInALine

if TYPE_CHECKING:
    from bcst_tui.casebook.rehearsal_values import KeptAttempt, Mode
    from bcst_tui.casebook.trainers import TrainersCasebook

GO_ON = "Go on"
BACK = "Choose somebody else, or leave: no reason is asked"
HOW = "How do you want to rehearse?"
MODES: tuple[tuple[Mode, str], ...] = (
    ("choice", "I choose among three or four ways to say it"),
    ("speak", "I speak, and somebody beside me presses how it was put"),
)
CODE = "A code for you, such as T04, or nothing"
CODE_HINT = "Never a name. Enter goes on · Esc goes back"
DRAW = "Which draw? The same number gives the same words again"
DRAW_HINT = "Enter goes on · Esc goes back"
LONGEST_CODE, LONGEST_DRAW = 8, 6


@dataclass(frozen=True)
class Wish:
    """How to rehearse."""

    mode: Mode
    trainee: str
    seed: int


async def before_beginning(
    app: App[Any], casebook: TrainersCasebook, persona_id: str, after: KeptAttempt | None = None
) -> Wish | None:
    """The note, the card and three short questions; None where somebody turned back.

    Whoever goes on `after` a rehearsal of theirs is asked neither how nor for a code again.
    """
    persona = casebook.library.personas[persona_id].persona
    note = persona.content_note or "Nothing that needs a note."
    title = f"{note}\n\n{persona.person.called} ({persona.person.pronouns}). {persona.person.card}"
    if await app.push_screen_wait(ChooseOne(title, [GO_ON, BACK], "A key chooses")) != 0:
        return None
    how = (after.mode, after.trainee) if after is not None else await _how_and_who(app)
    if how is None or not await _recalled(app, casebook.recall(how[1])):
        return None
    usual = 1 + sum(1 for one in casebook.rehearsals() if one.persona == persona_id)
    typed = await app.push_screen_wait(SayInALine(DRAW, DRAW_HINT, words=str(usual), longest=LONGEST_DRAW))
    if typed is None:
        return None
    seed = int(typed) if typed.isascii() and typed.isdecimal() else usual
    return Wish(*how, seed)


async def _recalled(app: App[Any], questions: tuple[str, ...]) -> bool:
    """Whether whoever rehearsed before has gone through these, by heart; what they write goes nowhere."""
    for question in questions:
        if await app.push_screen_wait(SayInALine(question, f"{RECALL_HINT} {DRAW_HINT}", may_be_empty=True)) is None:
            return False
    return True


async def _how_and_who(app: App[Any]) -> tuple[Mode, str] | None:
    place = await app.push_screen_wait(ChooseOne(HOW, [words for _, words in MODES], "A key chooses · Esc goes back"))
    if place is None:
        return None
    code = await _code(app)
    return None if code is None else (MODES[place][0], code)


async def _code(app: App[Any]) -> str | None:
    """Asked for until it is one, or nothing."""
    title = CODE
    while True:
        typed = await app.push_screen_wait(SayInALine(title, CODE_HINT, longest=LONGEST_CODE, may_be_empty=True))
        if typed is None or not (code := typed.strip().upper()) or is_trainee_code(code):
            return None if typed is None else code
        title = NO_CODE

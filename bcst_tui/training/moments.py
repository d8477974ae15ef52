"""Every kind of moment a row of replies could meet: enough values to tell all its conditions apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod

from bcst_tui.script.condition import Condition
from bcst_tui.script.reading import Read, reads
from bcst_tui.training.attempt import Codes, Hidden
from bcst_tui.training.counting import PRIVATE_PART
from bcst_tui.training.persona import STYLES, Persona
from bcst_tui.training.seeing import Moment

MOST_MOMENTS = 60_000
BOTH = (False, True)


def moments(persona: Persona, step: str, conditions: Iterable[Condition]) -> list[Moment] | None:
    """Moments at this step that differ in what these conditions read; None where there would be too many."""
    read = [one for condition in conditions for one in reads(condition)]
    trusts, strains = _sizes(read, "trust"), _sizes(read, "strain")
    flags = {name: BOTH if _is_read(read, name) else (True,) for name in ("private", "limits", "pushed")}
    styles = STYLES if _is_read(read, "style") else STYLES[:1]
    asked = sorted({one.name for one in read if one.what == "question"})
    given = [((), *_answers(persona, question)) for question in asked]
    axes = (trusts, strains, *flags.values(), styles, *given)
    if prod(len(axis) for axis in axes) > MOST_MOMENTS:
        return None
    all_hidden = _all_hidden(trusts, strains, flags, asked, given)
    every = (Moment(hidden, style) for hidden in all_hidden for style in styles)
    return [one for one in every if _can_be(one, step)]


def _all_hidden(
    trusts: list[int],
    strains: list[int],
    flags: Mapping[str, tuple[bool, ...]],
    asked: list[str],
    given: list[tuple[Codes, ...]],
) -> Iterator[Hidden]:
    for answers in product(*given):
        known = tuple((question, codes) for question, codes in zip(asked, answers, strict=True) if codes)
        for trust, strain in product(trusts, strains):
            for private, limits, pushed in product(flags["private"], flags["limits"], flags["pushed"]):
                yield Hidden(trust, strain, private, limits, pushed, answers=known)


def _can_be(moment: Moment, step: str) -> bool:
    """Pressing in the private part is being pushed."""
    return moment.style != "pressing" or moment.hidden.pushed or not step.startswith(PRIVATE_PART)


def _is_read(read: list[Read], name: str) -> bool:
    return any(one.what == "fact" and one.name == name for one in read)


def _sizes(read: list[Read], name: str) -> list[int]:
    """Values just below, at and just above every bound."""
    bounds = [
        int(bound)
        for one in read
        if one.name == name
        for bound in (one.condition.at_least, one.condition.at_most, one.condition.equals)
        if isinstance(bound, str) and bound.isdecimal()
    ]
    return sorted({value for bound in bounds for value in (bound - 1, bound, bound + 1) if 0 <= value <= 100} or {50})


def _answers(persona: Persona, question: str) -> list[Codes]:
    return sorted({reply.answer for reply in persona.replies.get(question, ())})

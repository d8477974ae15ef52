"""What a persona's conditions see: the hidden values, the wording just used, and the codes answered so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bcst_tui.script.condition import Scope, Seen, holds, number_seen
from bcst_tui.training.attempt import Hidden
from bcst_tui.training.persona import FALSE, TRUE, Fact, Persona, Reply, Style


@dataclass(frozen=True)
class Moment:
    """One moment of a rehearsal, as conditions see it. No code of a persona file is ever run."""

    hidden: Hidden
    style: Style | None = None

    def question(self, question_id: str, row: str | None = None) -> Seen | None:
        codes = self.hidden.answer_to(question_id)
        return Seen(codes=codes) if codes else None

    def fact(self, name: str) -> Seen | None:
        if name == "style":
            return Seen(codes=(self.style,)) if self.style else None
        value = {
            "trust": self.hidden.trust,
            "strain": self.hidden.strain,
            "private": self.hidden.private,
            "limits": self.hidden.limits,
            "pushed": self.hidden.pushed,
        }.get(name)
        if isinstance(value, bool):
            return Seen(codes=(TRUE if value else FALSE,))
        return number_seen(value) if value is not None else None

    def need(self, need_id: str) -> bool:
        return False

    def rows(self, group_id: str) -> Sequence[Scope] | None:
        return None


def may_be_told(fact: Fact, moment: Moment) -> bool:
    """Whether the fact's own condition holds."""
    return holds(fact.when, moment)


def reply_now(persona: Persona, question_id: str, moment: Moment) -> tuple[int, Reply] | None:
    """The first row of the replies that holds, with its place; None where the persona has nothing to say to it."""
    for place, reply in enumerate(persona.replies.get(question_id, ())):
        if reply.when is None or holds(reply.when, moment):
            return place, reply
    return None

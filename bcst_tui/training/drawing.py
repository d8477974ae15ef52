"""What the seed decides: which of several lines is said, and in which order wordings stand. Never what is answered.

Each draw rests on the persona, the seed and the question alone, so that earlier choices never shift later draws.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

from bcst_tui.training.attempt import Attempt

Thing = TypeVar("Thing")


def drawn(attempt: Attempt, question_id: str, count: int, what: str = "") -> int:
    """A number below `count`; `what` tells apart several draws for one question."""
    return _number(attempt, question_id, what) % count


def one_of(attempt: Attempt, question_id: str, things: Sequence[str], what: str = "") -> str:
    """One of these, or nothing where there is none."""
    return things[drawn(attempt, question_id, len(things), what)] if things else ""


def shuffled(attempt: Attempt, question_id: str, things: Sequence[Thing]) -> tuple[Thing, ...]:
    """The same things in an order of their own for this seed and question."""
    order = sorted(range(len(things)), key=lambda place: _number(attempt, question_id, f"order{place}"))
    return tuple(things[place] for place in order)


def _number(attempt: Attempt, question_id: str, what: str) -> int:
    key = f"{attempt.persona_id}|{attempt.version}|{attempt.seed}|{question_id}" + (f"|{what}" if what else "")
    return int.from_bytes(hashlib.sha256(key.encode()).digest(), "big")

"""The plan result: actions held against the model plan. What is on the wrong list costs more than a miss."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bcst_tui.training.evidence import Evidence
from bcst_tui.training.kept import KeptFollowUp

EVERYBODYS = "1"
"""The level whose activities exist for everyone, so that none of them is ever too much."""
COSTS_OF_WRONG = 2


@dataclass(frozen=True)
class PlanMarks:
    """`without_basis`: right, but leaving with no consent or gateway, or by the other of the two."""

    needed: int
    matched: tuple[str, ...]
    missed: tuple[str, ...]
    extra: tuple[str, ...]
    wrong_level: tuple[tuple[str, str], ...]
    without_basis: tuple[tuple[str, str], ...]
    wrong: tuple[str, ...]
    loose_ends: tuple[KeptFollowUp, ...]

    @property
    def cost(self) -> int:
        """Misses, and what is wrong counted twice."""
        misses = len(self.missed) + len(self.wrong_level) + len(self.without_basis)
        return misses + COSTS_OF_WRONG * len(self.wrong)

    @property
    def in_words(self) -> str:
        rest = ((self.extra, "extra"), (self.wrong_level, "at the wrong level"), (self.without_basis, "without a yes"))
        more = [f"{len(some)} {what}" for some, what in (*rest, (self.wrong, "wrong")) if some]
        loose = [f"{len(self.loose_ends)} follow-ups with something missing"] if self.loose_ends else []
        return ", ".join([f"{len(self.matched)}/{self.needed}", *more, *loose])


def plan_of(evidence: Evidence) -> PlanMarks:
    """The trainee's actions held against what this person's plan needs."""
    model, kept = evidence.persona.plan, evidence.kept
    actions = tuple(dict.fromkeys(kept.actions))
    missed = [one for one in model.need if one not in actions]
    left = [one for one in actions if one not in model.need]
    without_basis = _pairs(left, missed, _activity)
    fine = {_activity(one) for one in (*model.near, *model.need)}
    left = [one for one in left if _level(one) != EVERYBODYS and _activity(one) not in fine]
    return PlanMarks(
        needed=len(model.need),
        matched=tuple(one for one in model.need if one in actions),
        without_basis=without_basis,
        wrong_level=_pairs(left, missed, _group),
        missed=tuple(missed),
        extra=tuple(left),
        wrong=tuple(one for one in kept.wrong if one in model.wrong),
        loose_ends=tuple(one for one in kept.follow_ups if one.missing),
    )


def _pairs(left: list[str], missed: list[str], same: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """Actions taken in place of what was needed, as (needed, taken); both leave the lists they stood in."""
    found = list[tuple[str, str]]()
    for taken in tuple(left):
        needed = next((one for one in missed if same(one) == same(taken)), None)
        if needed is not None:
            found.append((needed, taken))
            left.remove(taken)
            missed.remove(needed)
    return tuple(found)


def _activity(action: str) -> str:
    return action.partition("@")[0]


def _group(action: str) -> str:
    return action.partition("-")[0]


def _level(action: str) -> str:
    return _activity(action).split("-")[1]

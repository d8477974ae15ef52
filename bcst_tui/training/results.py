"""What is left of a rehearsal on the trainer's dashboard: codes and results, no answers and nobody's words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bcst_tui.training.critical import CriticalKind
from bcst_tui.training.marking import Marks
from bcst_tui.training.persona import Persona

NO_TRAINEE = "–"
NOTHING_SEEN = "–"
RESULTS = ("flow", "conversation", "coding", "plan")


@dataclass(frozen=True)
class Result:
    """One rehearsal of one trainee. `shares`: each result as a share of full, 0 to 1; None where nothing came up."""

    trainee: str
    number: int
    persona: str
    family: str
    on: date
    shares: Mapping[str, float | None]
    in_words: Mapping[str, str]
    rows: Mapping[int, int | None]
    criticals: tuple[CriticalKind, ...] = ()


NO_CODE = "That is no code. Give one or two letters and up to three figures, such as T04, or nothing; never a name."


def is_trainee_code(typed: str) -> bool:
    """Whether this is a code such as T04, and so tells nobody's name."""
    return re.fullmatch(r"[A-Z]{1,2}[0-9]{1,3}", typed) is not None


def result_of(marks: Marks, persona: Persona, trainee: str, number: int, on: date) -> Result:
    """What the dashboard keeps of these marks."""
    coding, plan = marks.coding, marks.plan
    shares = {
        "flow": _share(marks.flow.points, marks.flow.out_of),
        "conversation": _share(marks.conversation.points, marks.conversation.out_of),
        "coding": _share(len(coding.answers) - coding.cost, len(coding.answers)),
        "plan": _share(plan.needed - plan.cost, plan.needed),
    }
    words = {
        "flow": _of(marks.flow.points, marks.flow.out_of),
        "conversation": _of(marks.conversation.points, marks.conversation.out_of),
        "coding": _of(coding.count("exact"), len(coding.answers)),
        "plan": _of(len(plan.matched), plan.needed),
    }
    rows = {one.row: one.points for one in (*marks.flow.marks, *marks.conversation.marks)}
    kinds = tuple(one.kind for one in marks.criticals)
    return Result(trainee or NO_TRAINEE, number, persona.id, persona.family, on, shares, words, rows, kinds)


def _share(points: int, out_of: int) -> float | None:
    return max(0.0, points / out_of) if out_of else None


def _of(points: int, out_of: int) -> str:
    """`20/22`; where nothing came up or nobody watched, nothing that looks like none."""
    return f"{points}/{out_of}" if out_of else NOTHING_SEEN


def repeated(results: Sequence[Result], persona: Persona | str, trainee: str) -> bool:
    """Whether this trainee has rehearsed with this person before: what is better now may be memory, not skill."""
    persona_id = persona if isinstance(persona, str) else persona.id
    return sum(one.trainee == trainee and one.persona == persona_id for one in results) > 1


def parallel_forms(persona: Persona, everybody: Sequence[Persona], met: Sequence[str] = ()) -> tuple[str, ...]:
    """Others of the same family, those not met yet first."""
    family = [one.id for one in everybody if one.family == persona.family and one.id != persona.id]
    return tuple(sorted(family, key=lambda one: (one in met, one)))

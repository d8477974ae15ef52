"""What one slip costs: the model interview with one thing worse, and what the person then doesn't tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bcst_tui.training.attempt import Attempt, Codes
from bcst_tui.training.model_path import Slip, model, slips
from bcst_tui.training.persona import Persona


@dataclass(frozen=True)
class SlipRow:
    """Slips that end alike. `trust`: as the last fact is told; `otherwise`: answers that are no longer the same."""

    slips: tuple[Slip, ...]
    told: Codes
    lost: Codes
    over_collected: Codes
    otherwise: tuple[tuple[str, Codes], ...]
    stopped: bool
    trust: int

    @property
    def changes_nothing(self) -> bool:
        """Whether it costs nothing that shows."""
        return bool(self.slips) and not (self.lost or self.over_collected or self.otherwise or self.stopped)


def rows_of(persona: Persona, among: Callable[[Slip], bool] = lambda _: True) -> tuple[SlipRow, ...]:
    """One row for the model interview, then one for each way that a slip ends; `among`: of which slips."""
    best = model(persona)
    rows: dict[tuple[object, ...], SlipRow] = {}
    for slip in (None, *filter(among, slips(persona))):
        row = _row(persona, best, best if slip is None else model(persona, slip=slip), slip)
        key = (slip is None, row.told, row.over_collected, row.otherwise, row.stopped)
        before = rows.get(key)
        merged = row if before is None else _joined(before, row)
        rows[key] = merged
    return tuple(rows.values())


def _joined(one: SlipRow, other: SlipRow) -> SlipRow:
    return SlipRow(
        (*one.slips, *other.slips), one.told, one.lost, one.over_collected, one.otherwise, one.stopped, one.trust
    )


def _row(persona: Persona, best: Attempt, attempt: Attempt, slip: Slip | None) -> SlipRow:
    before, after = dict(best.hidden.answers), dict(attempt.hidden.answers)
    told = tuple(sorted(attempt.hidden.revealed))
    return SlipRow(
        slips=(slip,) if slip is not None else (),
        told=told,
        lost=tuple(sorted(set(best.hidden.revealed) - set(told))),
        over_collected=tuple(name for name, fact in persona.facts.items() if name in told and not fact.collect),
        otherwise=tuple((question, codes) for question, codes in after.items() if before.get(question) != codes),
        stopped=any(step.asks_to_stop for step in attempt.log),
        trust=next((step.then[0] for step in reversed(attempt.log) if step.reveals), attempt.hidden.trust),
    )

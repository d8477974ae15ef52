"""Rehearsals as the training vault keeps them: which persona, by which seed, and every choice in its order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Mode = Literal["choice", "speak"]
AttemptEnd = Literal["done", "stopped"]


@dataclass(frozen=True)
class KeptAttempt:
    """One rehearsal; `trainee` is a code such as T04 or nothing, `choices` the JSON of each in its order."""

    id: int
    persona: str
    version: int
    seed: int
    mode: Mode
    trainee: str
    case_id: int
    sitting_id: int
    begun_at: datetime
    ended_at: datetime | None = None
    end: AttemptEnd | None = None
    choices: tuple[str, ...] = field(default=(), repr=False)

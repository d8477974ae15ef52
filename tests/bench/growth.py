"""How deriving a plan grows with the number of answers."""

from __future__ import annotations

import time
from datetime import date
from statistics import median

from bcst_tui.config import read_folder, shipped
from bcst_tui.interview import engine
from bcst_tui.interview.answer import Given
from bcst_tui.interview.state import Interview, Move
from bcst_tui.interview.values import Chosen
from bcst_tui.plan.deriving import derive
from bcst_tui.reference.loading import load_reference
from bcst_tui.script.loading import load_script
from tests.bench.vaults import long_script

SIZES = (50, 500, 5000)


def measure() -> None:
    """A plan from a full interview of 50, 500 and 5,000 answers; a ratio of 10 is linear."""
    reference = load_reference(read_folder(shipped("data")))
    taken = []
    for size in SIZES:
        answered = _answered(size)

        def derived(answered: Interview = answered) -> float:
            start = time.perf_counter()
            derive(engine.resume(answered, ()), reference)
            return time.perf_counter() - start

        taken.append(median(derived() for _ in range(5)))
    told = ", ".join(f"{size}: {seconds * 1000:.1f} ms" for size, seconds in zip(SIZES, taken, strict=True))
    print(f"plan from a full interview: {told}; {taken[1] / taken[0]:.1f}× and {taken[2] / taken[1]:.1f}×")


def _answered(questions: int) -> Interview:
    begun = engine.begin(load_script(long_script(questions)), "first_screening", date(2026, 11, 21))
    moves = (Move("answer", f"q{number:04}", Given(Chosen(("yes",)))) for number in range(questions))
    return engine.resume(begun, moves)

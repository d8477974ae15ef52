"""A step of the private part on the disk: 8 KiB of one person and the 16 KiB of everybody's days, sealed afresh."""

from __future__ import annotations

import secrets
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bcst_tui.disclosure.sealing import Sealed
from bcst_tui.vault.opening import new_vault
from tests.bench.ratios import compared
from tests.bench.vaults import PROFILE
from tests.vault.invented import MONDAY, begun, said

PEOPLE = 200
ROUNDS = 200
NOW = datetime.now(UTC)


def measure() -> None:
    """Against an ordinary answer in the same vault."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(new_vault(Path(folder) / "vault", secrets.token_bytes(32), PROFILE)) as vault,
    ):
        with vault.session() as records:
            sitting = begun(records)
            others = [records.people.add(f"Invented {number}", NOW).id for number in range(PEOPLE)]
            records.private.begin_missing()
            for number, person_id in enumerate(others):
                records.private._diary.put(person_id, [_day(number), _day(number + 30)])

        def private() -> None:
            with vault.session() as records:
                records.private.keep(sitting.person_id, Sealed(records.private.of(sitting.person_id).record))

        def answered() -> None:
            with vault.session() as records:
                records.sittings.append_move(sitting.id, said("with friends"), NOW)

        title = f"step of the private part on the disk, {PEOPLE} people with days, against an answer"
        compared(title, _seconds(private), _seconds(answered), ROUNDS, "≤ 2")


def _seconds(done: Callable[[], None]) -> Callable[[], float]:
    def taken() -> float:
        start = time.perf_counter()
        done()
        return time.perf_counter() - start

    return taken


def _day(number: int) -> date:
    return MONDAY + timedelta(days=number)

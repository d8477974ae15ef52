"""What the worker keeps about their own days; nothing in it leads to anybody interviewed.

Like `tables`, without `from __future__ import annotations`.
"""

from datetime import date

from bcst_tui.disclosure.worker_care import STRAINS
from bcst_tui.vault.columns import day, key, one_of
from bcst_tui.vault.tables import Row


class WorkerStrainRow(Row, table=True):
    """How heavy one interview was; gone after seven days."""

    __tablename__ = "worker_strain"
    id: int | None = key()
    on: date = day()
    how: str = one_of("how", STRAINS)

"""How heavy the worker's interviews were, for seven days and for the worker alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session, col, delete, select

from bcst_tui.disclosure.worker_care import Strain
from bcst_tui.vault.worker_tables import WorkerStrainRow


@dataclass(frozen=True)
class WorkerRecords:
    _session: Session = field(repr=False)

    def add_strain(self, on: date, how: Strain, first_kept: date) -> None:
        """Keep one more, and let go of what is older than that day."""
        self._session.connection().execute(delete(WorkerStrainRow).where(col(WorkerStrainRow.on) < first_kept))
        self._session.add(WorkerStrainRow(on=on, how=how))
        self._session.flush()

    def heavy(self) -> list[date]:
        """The days of the heavy ones still kept."""
        days = (
            select(col(WorkerStrainRow.on)).where(col(WorkerStrainRow.how) == "heavy").order_by(col(WorkerStrainRow.on))
        )
        return list(self._session.exec(days))

    def forget_strain(self) -> None:
        """Begin to count anew."""
        self._session.connection().execute(delete(WorkerStrainRow))

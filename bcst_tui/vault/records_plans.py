"""Plans: the draft that follows from a sitting, and the versions a person agreed to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlmodel import Session, col, select

from bcst_tui.plan.model import Plan
from bcst_tui.vault.closed import refuse_closed_sitting
from bcst_tui.vault.plan_reading import read_plan
from bcst_tui.vault.plan_tables import PlanRow
from bcst_tui.vault.plan_writing import write_plan
from bcst_tui.vault.records_people import NotInVault
from bcst_tui.vault.tables import SittingRow


@dataclass(frozen=True)
class PlanRecords:
    _session: Session = field(repr=False)

    def save(self, sitting_id: int, plan: Plan, at: datetime) -> Plan:
        """Keep the plan, titles and all. A draft takes the place of the sitting's earlier draft; an agreed version
        is never written over. The plan comes back with its version. Raises CaseClosed."""
        refuse_closed_sitting(self._session, sitting_id)
        sitting = self._session.get(SittingRow, sitting_id)
        if sitting is None:
            raise NotInVault(f"no sitting {sitting_id}")
        latest = self._latest_row(sitting_id)
        version = 1 if latest is None else latest.version
        if latest is not None and latest.status == "agreed":
            version += 1
        elif latest is not None:
            self._session.delete(latest)
            self._session.flush()
        row = PlanRow(
            person_id=sitting.person_id,
            sitting_id=sitting_id,
            version=version,
            status="draft" if plan.agreed_on is None else "agreed",
            made_at=at,
            agreed_on=plan.agreed_on,
        )
        self._session.add(row)
        self._session.flush()
        write_plan(self._session, row, plan)
        return replace(plan, version=version)

    def latest(self, sitting_id: int) -> Plan | None:
        """The sitting's newest plan, draft or agreed."""
        row = self._latest_row(sitting_id)
        return None if row is None else read_plan(self._session, row)

    def versions(self, sitting_id: int) -> list[Plan]:
        """All versions of a sitting's plan, oldest first."""
        found = select(PlanRow).where(col(PlanRow.sitting_id) == sitting_id).order_by(col(PlanRow.version))
        return [read_plan(self._session, row) for row in self._session.exec(found)]

    def of(self, person_id: int) -> Plan | None:
        """The person's newest plan, from whichever sitting."""
        newest = (
            select(PlanRow)
            .where(col(PlanRow.person_id) == person_id)
            .order_by(col(PlanRow.sitting_id).desc(), col(PlanRow.version).desc())
        )
        row = self._session.exec(newest).first()
        return None if row is None else read_plan(self._session, row)

    def _latest_row(self, sitting_id: int) -> PlanRow | None:
        newest = select(PlanRow).where(col(PlanRow.sitting_id) == sitting_id).order_by(col(PlanRow.version).desc())
        return self._session.exec(newest).first()

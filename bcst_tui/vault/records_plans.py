"""Plans: the draft that follows from a sitting, and the versions a person agreed to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime

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

    def save(self, sitting_id: int, plan: Plan, at: datetime, follows: int = 0) -> Plan:
        """Keep the plan, titles and all. A draft takes the place of the sitting's earlier draft; an agreed version
        is never written over. The plan comes back with its version, above the one it follows. Raises CaseClosed."""
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
        version = max(version, follows + 1)
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

    def newest_among(self, sitting_ids: Collection[int]) -> Plan | None:
        """The newest plan of the last of these sittings that has one, draft or agreed."""
        newest = (
            select(PlanRow)
            .where(col(PlanRow.sitting_id).in_(sitting_ids))
            .order_by(col(PlanRow.sitting_id).desc(), col(PlanRow.version).desc())
        )
        row = self._session.exec(newest).first()
        return None if row is None else read_plan(self._session, row)

    def version(self, sitting_id: int, version: int) -> Plan | None:
        """One version of a sitting's plan."""
        wanted = select(PlanRow).where(col(PlanRow.sitting_id) == sitting_id, col(PlanRow.version) == version)
        row = self._session.exec(wanted).first()
        return None if row is None else read_plan(self._session, row)

    def lines_of(self, person_id: int) -> list[tuple[int, int, datetime, date | None]]:
        """Sitting, version, when it was made and the day it was agreed, of each of a person's plans, oldest first."""
        found = select(PlanRow).where(col(PlanRow.person_id) == person_id).order_by(col(PlanRow.id))
        return [(row.sitting_id, row.version, row.made_at, row.agreed_on) for row in self._session.exec(found)]

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

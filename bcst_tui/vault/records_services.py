"""The services written, changed or retired in the app."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bcst_tui.reference.service import Service, Takes
from bcst_tui.vault.service_tables import ServiceRow

WRITTEN_HERE = "written in bcst"
OWN = "own_"
_TAKES = ("whom", "drug_use", "couples", "children", "no_public_funds", "curfew", "from_age", "to_age", "languages")
_ALIKE = ("name", "does", "for_whom", "area", "reach", "opening", "landlord")


@dataclass(frozen=True)
class ServiceRecords:
    _session: Session = field(repr=False)

    def all(self) -> list[Service]:
        """Everyone's, retired ones too, the first written first."""
        rows = self._session.exec(select(ServiceRow).order_by(col(ServiceRow.changed_at), col(ServiceRow.id)))
        return [_service(row) for row in rows]

    def next_id(self) -> str:
        """An id no service here has had: their rows are never taken out."""
        had = self._session.exec(select(ServiceRow.id).where(col(ServiceRow.id).startswith(OWN))).all()
        numbers = [int(one.removeprefix(OWN)) for one in had if one.removeprefix(OWN).isdecimal()]
        return f"{OWN}{max(numbers, default=0) + 1}"

    def keep(self, service: Service, at: datetime) -> Service:
        """Add it, or change the one of its id."""
        self._session.merge(ServiceRow(id=service.id, changed_at=at, **_columns(service)))
        self._session.flush()
        return service


def _columns(service: Service) -> dict[str, Any]:
    return {
        **{name: getattr(service, name) for name in _ALIKE},
        **{name: getattr(service.takes, name) for name in _TAKES},
        "where_found": service.where,
        "activities": " ".join(service.activities),
        "checked_on": None if service.checked_on == "not_yet" else service.checked_on,
        "is_retired": service.retired,
    }


def _service(row: ServiceRow) -> Service:
    takes = Takes.model_validate({name: getattr(row, name) for name in _TAKES})
    return Service.model_validate(
        {
            **{name: getattr(row, name) for name in _ALIKE},
            "id": row.id,
            "where": row.where_found,
            "activities": tuple(row.activities.split()),
            "takes": takes,
            "checked_on": row.checked_on or "not_yet",
            "source": WRITTEN_HERE,
            "retired": row.is_retired,
        }
    )

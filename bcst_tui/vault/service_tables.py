"""The table of the services that were written, changed or retired in the app; they belong to nobody's case.

Like `tables`, without `from __future__ import annotations`.
"""

from datetime import date, datetime
from typing import get_args

import sqlalchemy as sa

from bcst_tui.reference.service import Known, LandlordKind, Where, WhomTaken
from bcst_tui.vault.columns import day, flag, moment, number, one_of, text
from bcst_tui.vault.tables import STRICT, Row

KNOWN = get_args(Known)


class ServiceRow(Row, table=True):
    """A service as it stands; the row of a retired one stays, for the plans that name it."""

    __tablename__ = "service"
    __table_args__ = (sa.CheckConstraint("from_age IS NULL OR to_age IS NULL OR from_age <= to_age"), STRICT)
    id: str = text(primary=True)
    name: str = text()
    does: str = text()
    for_whom: str = text()
    where_found: str = one_of("where_found", get_args(Where))
    area: str = text()
    reach: str = text()
    opening: str = text()
    activities: str = text()
    landlord: str | None = one_of("landlord", get_args(LandlordKind), optional=True)
    whom: str = one_of("whom", get_args(WhomTaken))
    drug_use: str = one_of("drug_use", KNOWN)
    couples: str = one_of("couples", KNOWN)
    children: str = one_of("children", KNOWN)
    no_public_funds: str = one_of("no_public_funds", KNOWN)
    curfew: str = one_of("curfew", KNOWN)
    from_age: int | None = number(optional=True)
    to_age: int | None = number(optional=True)
    languages: str = text()
    checked_on: date | None = day(optional=True)
    is_retired: bool = flag("is_retired")
    changed_at: datetime = moment()

"""The tables of a plan's life: every edit of it, each time somebody came back, and interviews that are two assessments.

Like `tables`, without `from __future__ import annotations`.
"""

from datetime import date, datetime
from typing import get_args

from bcst_tui.plan.comparing import ChangeKind
from bcst_tui.script.model import SITTING_KINDS
from bcst_tui.vault.columns import day, flag, key, moment, number, one_of, part_of, text
from bcst_tui.vault.tables import Row


class PlanEditRow(Row, table=True):
    """One change to a plan; only ever added. A merge may carry it to another person."""

    __tablename__ = "plan_edit"
    id: int | None = key()
    person_id: int = part_of("person")
    sitting_id: int = part_of("sitting")
    version: int = number()
    at: datetime = moment()
    on_day: date = day()
    done_by: str = text()
    role: str = text()
    why: str = text()
    kind: str = one_of("kind", get_args(ChangeKind))
    part: str = text()
    code: str = text()
    title: str = text()
    field: str = text()
    before: str = text()
    after: str = text()


class StayRow(Row, table=True):
    """A time in prison after the first one; the sittings numbered above `after_sitting` belong to it or a later one."""

    __tablename__ = "stay"
    id: int | None = key()
    person_id: int = part_of("person")
    began_on: date = day()
    released_on: date = day()
    is_within_six_months: bool = flag("is_within_six_months")
    after_sitting: int = number()
    noted_at: datetime = moment()


class SittingAlsoRow(Row, table=True):
    """Another dated assessment that the same interview stands for (R08)."""

    __tablename__ = "sitting_also"
    sitting_id: int = part_of("sitting", primary=True)
    kind: str = one_of("kind", SITTING_KINDS, primary=True)
    held_on: date = day()

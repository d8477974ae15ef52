"""The tables of what part 1 said, what was told to staff at once, the hand-over, and the landlords tried.

Like `tables`, without `from __future__ import annotations`. Only ever added to; the newest line counts.
"""

from datetime import date, datetime
from typing import get_args

from bcst_tui.reference.service import LandlordKind
from bcst_tui.vault.columns import day, key, moment, one_of, part_of, text
from bcst_tui.vault.record_values import HandedOn, LandlordState, PartOneSource, ToldRole
from bcst_tui.vault.tables import Row


class PartOneRow(Row, table=True):
    """One answer as part 1 has it, in the form answers are kept in; it is no answer until it is confirmed."""

    __tablename__ = "part_one"
    id: int | None = key()
    person_id: int = part_of("person")
    question_id: str = text()
    value: str = text()
    said_on: date = day()
    source: str = one_of("source", get_args(PartOneSource))
    kept_by: str = text()
    kept_at: datetime = moment()


class HandOffRow(Row, table=True):
    """Something told to staff at once, in fixed words (R10), or the plan handed over to the officer outside (R35)."""

    __tablename__ = "hand_off"
    id: int | None = key()
    person_id: int = part_of("person")
    at: datetime = moment()
    on_day: date = day()
    at_time: str = text()
    what: str = one_of("what", get_args(HandedOn))
    told_to: str = one_of("told_to", get_args(ToldRole))
    done_by: str = text()


class LandlordRow(Row, table=True):
    """A kind of landlord tried, or why it does not suit (R48)."""

    __tablename__ = "landlord"
    id: int | None = key()
    person_id: int = part_of("person")
    at: datetime = moment()
    on_day: date = day()
    kind: str = one_of("kind", get_args(LandlordKind))
    state: str = one_of("state", get_args(LandlordState))
    because: str = text()
    done_by: str = text()

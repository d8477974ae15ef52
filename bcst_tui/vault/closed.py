"""A closed case is read and never written to: asked here by every record that writes, so no way round is left."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from bcst_tui.errors import NotSaved
from bcst_tui.vault.case_tables import CaseEventRow
from bcst_tui.vault.edit_tables import StayRow
from bcst_tui.vault.tables import PersonRow, SittingRow
from bcst_tui.vault.values import CLOSING, CaseEventKind

OPENING: tuple[CaseEventKind, ...] = ("reopened", "returned")
STANDING = (*CLOSING, *OPENING)
"""What a case's state is read from: the last of these."""

_LATER = aliased(CaseEventRow)
_REOPENED = exists().where(
    col(_LATER.person_id) == col(CaseEventRow.person_id),
    col(_LATER.id) > col(CaseEventRow.id),
    col(_LATER.what).in_(OPENING),
)
_CLOSED = (
    select(PersonRow.reference)
    .join(CaseEventRow, col(CaseEventRow.person_id) == col(PersonRow.id))
    .where(col(CaseEventRow.what).in_(CLOSING), ~_REOPENED)
)
_CLOSED_PERSON = _CLOSED.where(col(PersonRow.id) == bindparam("wanted"))
_CLOSED_SITTING = _CLOSED.join(SittingRow, col(SittingRow.person_id) == col(PersonRow.id)).where(
    col(SittingRow.id) == bindparam("wanted")
)


_LATER_STAY = exists().where(
    col(StayRow.person_id) == col(SittingRow.person_id), col(StayRow.after_sitting) >= col(SittingRow.id)
)
_OF_AN_EARLIER_STAY = (
    select(PersonRow.reference)
    .join(SittingRow, col(SittingRow.person_id) == col(PersonRow.id))
    .where(col(SittingRow.id) == bindparam("wanted"), _LATER_STAY)
)


class CaseClosed(NotSaved):
    """The case was closed, so nothing is written in it; nothing has been lost."""

    title = "This case is closed"


class StayOver(CaseClosed):
    """The time in prison that this belongs to is over, and another has begun (R06); nothing has been lost."""

    title = "This is from the time before"


def refuse_closed(session: Session, person_id: int) -> None:
    """Raises CaseClosed if this person's case is."""
    _refuse(session.connection().execute(_CLOSED_PERSON, {"wanted": person_id}).scalar())


def refuse_closed_sitting(session: Session, sitting_id: int) -> None:
    """Raises CaseClosed if the case this sitting belongs to is."""
    _refuse(session.connection().execute(_CLOSED_SITTING, {"wanted": sitting_id}).scalar())
    reference = session.connection().execute(_OF_AN_EARLIER_STAY, {"wanted": sitting_id}).scalar()
    if reference is not None:
        raise StayOver(
            f"{reference} has come back since, so what is from the time before can be read and nothing is written in "
            "it.",
            "Open the case: it begins with a new interview and a new plan.",
        )


def of_this_stay() -> Any:
    """Whether a sitting belongs to the present time in prison, as a part of a query."""
    return ~_LATER_STAY


def closed_people(session: Session) -> set[int]:
    """The numbers of everybody whose case is closed."""
    return set(session.connection().execute(_CLOSED.with_only_columns(col(CaseEventRow.person_id))).scalars())


def _refuse(reference: str | None) -> None:
    if reference is not None:
        raise CaseClosed(
            f"{reference} is closed, so it can be read and nothing more is written in it.",
            "Reopen it first, if that is right, from the list of cases.",
        )

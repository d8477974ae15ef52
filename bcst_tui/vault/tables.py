"""The tables, as rows: foreign keys, closed vocabularies, and rules the database itself holds to.

The text that makes them in a file is frozen in `migrations`; a test holds the two together. This module has no
`from __future__ import annotations`: SQLModel reads the annotations themselves.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, get_args

import sqlalchemy as sa
from sqlmodel import SQLModel

from bcst_tui.disclosure.section_q import QState
from bcst_tui.interview.answer import NON_ANSWERS, NOT_ASKED_REASONS
from bcst_tui.interview.state import Act
from bcst_tui.script.model import SITTING_KINDS
from bcst_tui.vault.columns import day, flag, key, moment, number, one_of, only_row, part_of, text
from bcst_tui.vault.values import AccessKind, NotHeldReason, SittingStatus

STRICT = {"sqlite_strict": True}


class Row(SQLModel):
    """A row shows its ids and nothing else, wherever it is printed."""

    __table_args__: Any = STRICT

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:  # type: ignore[override]
        for name, value in self.__dict__.items():
            if name == "id" or name.endswith("_id"):
                yield name, value


class VaultState(Row, table=True):
    """Which database this is, and how many times it has been written to."""

    __tablename__ = "vault_state"
    id: int | None = only_row()
    database_id: str = text()
    commits: int = number()
    people_counted: int = number()
    made_at: datetime = moment()


class WorkerProfile(Row, table=True):
    __tablename__ = "worker_profile"
    id: int | None = only_row()
    name: str = text()
    role: str = text()
    prison: str = text()
    is_resettlement_prison: bool = flag("is_resettlement_prison")
    sealed_reader_role: str = text()
    safeguarding_role: str = text()
    created_at: datetime = moment()


class PersonRow(Row, table=True):
    __tablename__ = "person"
    id: int | None = key()
    reference: str = text(unique=True)
    name_used: str = text()
    legal_name: str = text()
    prison_number: str | None = text(optional=True)
    birth_date: date | None = day(optional=True)
    opened_by: str = text()
    created_at: datetime = moment()


class ScriptVersion(Row, table=True):
    __tablename__ = "script_version"
    hash: str = text(primary=True)
    script_id: str = text()
    version: str = text()
    files: str = text()
    kept_at: datetime = moment()


class SittingRow(Row, table=True):
    __tablename__ = "sitting"
    __table_args__ = (sa.CheckConstraint("(status = 'not_held') = (not_held_reason IS NOT NULL)"), STRICT)
    id: int | None = key()
    person_id: int = part_of("person")
    kind: str = one_of("kind", SITTING_KINDS)
    status: str = one_of("status", get_args(SittingStatus))
    not_held_reason: str | None = one_of("not_held_reason", get_args(NotHeldReason), optional=True)
    private_part: str = one_of("private_part", get_args(QState))
    script_hash: str = text(references="script_version.hash")
    today: date = day()
    started_at: datetime = moment()
    last_saved_at: datetime = moment()
    ended_at: datetime | None = moment(optional=True)


class SittingFact(Row, table=True):
    __tablename__ = "sitting_fact"
    sitting_id: int = part_of("sitting", primary=True)
    name: str = text(primary=True)
    value: str = text()


class MoveRow(Row, table=True):
    """One thing done in a sitting; only ever added."""

    __tablename__ = "move"
    __table_args__ = (
        sa.CheckConstraint("(act = 'answer') = ((value IS NULL) != (non_answer IS NULL))"),
        sa.CheckConstraint("(reason IS NOT NULL) = (non_answer IS NOT NULL AND non_answer = 'not_asked')"),
        STRICT,
    )
    sitting_id: int = part_of("sitting", primary=True)
    seq: int = number(primary=True)
    act: str = one_of("act", get_args(Act))
    question_id: str = text()
    value: str | None = text(optional=True)
    non_answer: str | None = one_of("non_answer", NON_ANSWERS, optional=True)
    reason: str | None = one_of("reason", NOT_ASKED_REASONS, optional=True)
    at: datetime = moment()


class DraftRow(Row, table=True):
    """What was being entered and is no answer yet; one in a sitting."""

    __tablename__ = "draft"
    sitting_id: int = part_of("sitting", primary=True)
    question_id: str = text()
    words: str = text()
    at: datetime = moment()


class AccessEventRow(Row, table=True):
    """Who looked at what, when; only ever added."""

    __tablename__ = "access_event"
    id: int | None = key()
    at: datetime = moment()
    what: str = one_of("what", get_args(AccessKind))
    record: str = text()

"""The tables, as rows: foreign keys, closed vocabularies, and rules the database itself holds to.

The text that makes them in a file is frozen in `migrations`; a test holds the two together. This module has no
`from __future__ import annotations`: SQLModel reads the annotations themselves.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, get_args

import sqlalchemy as sa
from sqlmodel import SQLModel

from bcst_tui.interview.answer import NON_ANSWERS, NOT_ASKED_REASONS
from bcst_tui.interview.state import Act
from bcst_tui.plan.model import (
    ActionStatus,
    ClockState,
    FollowUpOutcome,
    Group,
    NeedOrigin,
    NeedStatus,
    PersonsView,
    SaidBy,
    SignpostHow,
    SignpostStatus,
)
from bcst_tui.script.model import SITTING_KINDS
from bcst_tui.vault.columns import day, flag, key, moment, number, one_of, only_row, part_of, text
from bcst_tui.vault.values import AccessKind, NotHeldReason, PrivatePartState, SittingStatus

STRICT = {"sqlite_strict": True}
GROUPS = get_args(Group)


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
    private_part: str = one_of("private_part", get_args(PrivatePartState))
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


class PlanRow(Row, table=True):
    __tablename__ = "plan"
    __table_args__ = (
        sa.UniqueConstraint("sitting_id", "version"),
        sa.CheckConstraint("(status = 'agreed') = (agreed_on IS NOT NULL)"),
        STRICT,
    )
    id: int | None = key()
    person_id: int = part_of("person")
    sitting_id: int = part_of("sitting")
    version: int = number()
    status: str = one_of("status", ("draft", "agreed"))
    made_at: datetime = moment()
    agreed_on: date | None = day(optional=True)


class NeedRow(Row, table=True):
    __tablename__ = "need"
    __table_args__ = (sa.UniqueConstraint("plan_id", "code"), STRICT)
    id: int | None = key()
    plan_id: int = part_of("plan")
    position: int = number()
    code: str = text()
    group: str = one_of("group", GROUPS)
    title: str = text()
    said: str = text()
    source: str = text()
    status: str = one_of("status", get_args(NeedStatus))
    origin: str = one_of("origin", get_args(NeedOrigin))
    persons_view: str = one_of("persons_view", get_args(PersonsView))
    reason: str = text()
    found_on: date | None = day(optional=True)


class NeedEvidence(Row, table=True):
    __tablename__ = "need_evidence"
    need_id: int = part_of("need", primary=True)
    position: int = number(primary=True)
    question_id: str = text()
    words: str = text()
    audience: str = text()


class NeedAudience(Row, table=True):
    __tablename__ = "need_audience"
    need_id: int = part_of("need", primary=True)
    position: int = number(primary=True)
    audience: str = text()


class MarkerRow(Row, table=True):
    """A complexity marker; `position` is its place in the plan, empty if only a level names it."""

    __tablename__ = "marker"
    __table_args__ = (sa.UniqueConstraint("plan_id", "code"), STRICT)
    id: int | None = key()
    plan_id: int = part_of("plan")
    position: int | None = number(optional=True)
    code: str = text()
    title: str = text()
    source: str = text()
    audience: str = text()


class MarkerGroup(Row, table=True):
    __tablename__ = "marker_group"
    marker_id: int = part_of("marker", primary=True)
    position: int = number(primary=True)
    group: str = one_of("group", GROUPS)


class MarkerEvidence(Row, table=True):
    __tablename__ = "marker_evidence"
    marker_id: int = part_of("marker", primary=True)
    position: int = number(primary=True)
    question_id: str = text()
    words: str = text()
    audience: str = text()


class GroupLevelRow(Row, table=True):
    __tablename__ = "group_level"
    __table_args__ = (
        sa.UniqueConstraint("plan_id", "group"),
        sa.CheckConstraint("level BETWEEN 1 AND 3"),
        STRICT,
    )
    id: int | None = key()
    plan_id: int = part_of("plan")
    position: int = number()
    group: str = one_of("group", GROUPS)
    level: int = number()
    offered_3: bool = flag("offered_3")
    worker_agrees: bool | None = flag("worker_agrees", optional=True)
    reason: str = text()


class LevelMarker(Row, table=True):
    __tablename__ = "level_marker"
    level_id: int = part_of("group_level", primary=True)
    position: int = number(primary=True)
    marker_id: int = part_of("marker")


class ActionRow(Row, table=True):
    __tablename__ = "action"
    __table_args__ = (
        sa.UniqueConstraint("plan_id", "activity"),
        sa.CheckConstraint("level BETWEEN 1 AND 3"),
        STRICT,
    )
    id: int | None = key()
    plan_id: int = part_of("plan")
    position: int = number()
    activity: str = text()
    title: str = text()
    said: str = text()
    neutral: str = text()
    provider: str = text()
    owner: str = text()
    level: int = number()
    source: str = text()
    status: str = one_of("status", get_args(ActionStatus))
    said_by: str = one_of("said_by", get_args(SaidBy))
    locked_because: str = text()
    reason: str = text()
    due_clock: str = text()
    due_on: date | None = day(optional=True)
    due_note: str = text()


class ActionNeed(Row, table=True):
    """Which needs an action meets."""

    __tablename__ = "action_need"
    action_id: int = part_of("action", primary=True)
    position: int = number(primary=True)
    need_id: int = part_of("need")


class ActionAudience(Row, table=True):
    __tablename__ = "action_audience"
    action_id: int = part_of("action", primary=True)
    position: int = number(primary=True)
    audience: str = text()


class FollowUpRow(Row, table=True):
    """Closing one demands an outcome, and some outcomes a next step."""

    __tablename__ = "follow_up"
    __table_args__ = (
        sa.CheckConstraint("(status = 'closed') = (outcome IS NOT NULL)"),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome NOT IN ('not_yet', 'service_refused', 'not_reached') OR next_step != ''"
        ),
        STRICT,
    )
    id: int | None = key()
    plan_id: int = part_of("plan")
    due_clock: str = text()
    due_on: date | None = day(optional=True)
    due_note: str = text()
    status: str = one_of("status", ("open", "closed"))
    outcome: str | None = one_of("outcome", get_args(FollowUpOutcome), optional=True)
    next_step: str = text()


class SignpostRow(Row, table=True):
    """A service the person was told of: of one action, and never without a follow-up of its own (R33)."""

    __tablename__ = "signpost"
    id: int | None = key()
    action_id: int = part_of("action")
    follow_up_id: int = part_of("follow_up", unique=True)
    position: int = number()
    service: str = text()
    service_name: str = text()
    how: str = one_of("how", get_args(SignpostHow))
    status: str = one_of("status", get_args(SignpostStatus))
    given_on: date = day()


class SignpostAudience(Row, table=True):
    __tablename__ = "signpost_audience"
    signpost_id: int = part_of("signpost", primary=True)
    position: int = number(primary=True)
    audience: str = text()


class DeadlineRow(Row, table=True):
    __tablename__ = "deadline"
    plan_id: int = part_of("plan", primary=True)
    position: int = number(primary=True)
    clock: str = text()
    title: str = text()
    due: date | None = day(optional=True)
    state: str = one_of("state", get_args(ClockState))
    note: str = text()
    audience: str = text()


class DecisionRow(Row, table=True):
    __tablename__ = "decision"
    plan_id: int = part_of("plan", primary=True)
    position: int = number(primary=True)
    name: str = text()
    status: str = text()
    limb: str | None = text(optional=True)
    because: str = text()


class AccessEventRow(Row, table=True):
    """Who looked at what, when; only ever added."""

    __tablename__ = "access_event"
    id: int | None = key()
    at: datetime = moment()
    what: str = one_of("what", get_args(AccessKind))
    record: str = text()

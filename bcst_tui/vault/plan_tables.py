"""The tables a plan is kept in: whole, with its titles, its evidence and the audience of every line.

Like `tables`, without `from __future__ import annotations`.
"""

from datetime import date, datetime
from typing import get_args

import sqlalchemy as sa

from bcst_tui.plan.model import (
    ActionStatus,
    ClockState,
    FollowUpOutcome,
    FundingRoute,
    Group,
    NeedOrigin,
    NeedStatus,
    PersonsView,
    SafeToContact,
    SaidBy,
    SignpostHow,
    SignpostStatus,
)
from bcst_tui.vault.columns import day, flag, key, moment, number, one_of, part_of, text
from bcst_tui.vault.tables import STRICT, Row

GROUPS = get_args(Group)


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
    funding: str = one_of("funding", get_args(FundingRoute), before="")


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
    caution: str = text(added=True)
    status_on: date | None = day(optional=True)
    status_by: str = text(added=True)
    passed_to: str = text(added=True)
    found_on: date | None = day(optional=True)


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
    safe_to_contact: str = one_of("safe_to_contact", get_args(SafeToContact), before="not_asked")


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

"""A plan out of its tables, equal to the one that went in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from sqlmodel import Session, col, select

from bcst_tui.plan.model import (
    Action,
    Check,
    Deadline,
    DueDate,
    Evidence,
    FollowUp,
    GroupLevel,
    Marker,
    Need,
    Plan,
    SettledStatus,
    Signpost,
)
from bcst_tui.vault.plan_life_reading import read_checks, read_deliveries, read_referrals
from bcst_tui.vault.plan_tables import (
    ActionAudience,
    ActionNeed,
    ActionRow,
    DeadlineRow,
    DecisionRow,
    FollowUpRow,
    GroupLevelRow,
    LevelMarker,
    MarkerEvidence,
    MarkerGroup,
    MarkerRow,
    NeedAudience,
    NeedEvidence,
    NeedRow,
    PlanRow,
    SignpostAudience,
    SignpostRow,
)

T = TypeVar("T")


def read_plan(session: Session, row: PlanRow) -> Plan:
    """The plan as it was kept; the database's own checks vouch for every code."""
    assert row.id is not None
    return _Reading(session, row.id).plan(row)


class _Reading:
    """One plan on its way out, table by table rather than row by row."""

    def __init__(self, session: Session, plan_id: int) -> None:
        self._session = session
        self._plan_id = plan_id

    def plan(self, row: PlanRow) -> Plan:
        need_rows = self._own(NeedRow)
        marker_rows = self._own(MarkerRow)
        action_rows = self._own(ActionRow)
        markers = self._markers(marker_rows)
        activities = {action.id: action.activity for action in action_rows}
        return Plan(
            needs=self._needs(need_rows),
            markers=tuple(markers[marker.id] for marker in marker_rows if marker.position is not None),
            levels=self._levels(markers),
            actions=self._actions(action_rows, {need.id: need.code for need in need_rows}),
            signposts=self._signposts(activities),
            deliveries=read_deliveries(self._session, activities),
            referrals=read_referrals(self._session, activities),
            deadlines=tuple(_deadline(each) for each in self._own(DeadlineRow)),
            decisions=tuple(
                (each.name, SettledStatus(each.status, each.limb, each.because)) for each in self._own(DecisionRow)
            ),
            version=row.version,
            agreed_on=row.agreed_on,
        )

    def _own(self, table: type[T]) -> list[T]:
        """The plan's rows of one table, in order."""
        named = cast(Any, table)
        found = select(table).where(named.plan_id == self._plan_id).order_by(named.position)
        return list(self._session.exec(found))

    def _under(self, table: type[T], parent: str, ids: Iterable[int | None]) -> Mapping[int | None, list[T]]:
        """Rows of a table below these parents, in order, by parent."""
        named = cast(Any, table)
        link = getattr(named, parent)
        found = select(table).where(link.in_(list(ids))).order_by(link, named.position)
        below: dict[int | None, list[T]] = defaultdict(list)
        for row in self._session.exec(found):
            below[getattr(row, parent)].append(row)
        return below

    def _needs(self, rows: list[NeedRow]) -> tuple[Need, ...]:
        ids = [row.id for row in rows]
        evidence = self._under(NeedEvidence, "need_id", ids)
        audiences = self._under(NeedAudience, "need_id", ids)
        return tuple(
            Need(
                code=row.code,
                group=cast(Any, row.group),
                title=row.title,
                said=row.said,
                evidence=tuple(_evidence(each) for each in evidence[row.id]),
                source=row.source,
                audiences=tuple(each.audience for each in audiences[row.id]),
                status=cast(Any, row.status),
                origin=cast(Any, row.origin),
                persons_view=cast(Any, row.persons_view),
                reason=row.reason,
                found_on=row.found_on,
                funding=cast(Any, row.funding),
            )
            for row in rows
        )

    def _markers(self, rows: list[MarkerRow]) -> dict[int | None, Marker]:
        ids = [row.id for row in rows]
        groups = self._under(MarkerGroup, "marker_id", ids)
        evidence = self._under(MarkerEvidence, "marker_id", ids)
        return {
            row.id: Marker(
                code=row.code,
                title=row.title,
                counts_for=tuple(cast(Any, each.group) for each in groups[row.id]),
                evidence=tuple(_evidence(each) for each in evidence[row.id]),
                source=row.source,
                audience=row.audience,
            )
            for row in rows
        }

    def _levels(self, markers: Mapping[int | None, Marker]) -> tuple[GroupLevel, ...]:
        rows = self._own(GroupLevelRow)
        links = self._under(LevelMarker, "level_id", [row.id for row in rows])
        return tuple(
            GroupLevel(
                group=cast(Any, row.group),
                level=cast(Any, row.level),
                offered_3=row.offered_3,
                markers=tuple(markers[link.marker_id] for link in links[row.id]),
                worker_agrees=row.worker_agrees,
                reason=row.reason,
            )
            for row in rows
        )

    def _actions(self, rows: list[ActionRow], codes: Mapping[int | None, str]) -> tuple[Action, ...]:
        ids = [row.id for row in rows]
        needs = self._under(ActionNeed, "action_id", ids)
        audiences = self._under(ActionAudience, "action_id", ids)
        return tuple(
            Action(
                activity=row.activity,
                title=row.title,
                said=row.said,
                neutral=row.neutral,
                provider=row.provider,
                owner=row.owner,
                level=cast(Any, row.level),
                needs=tuple(codes[link.need_id] for link in needs[row.id]),
                due=DueDate(row.due_clock, row.due_on, row.due_note),
                audiences=tuple(each.audience for each in audiences[row.id]),
                source=row.source,
                status=cast(Any, row.status),
                said_by=cast(Any, row.said_by),
                locked_because=row.locked_because,
                reason=row.reason,
                caution=row.caution,
                status_on=row.status_on,
                status_by=row.status_by,
                passed_to=row.passed_to,
                found_on=row.found_on,
            )
            for row in rows
        )

    def _signposts(self, activities: Mapping[int | None, str]) -> tuple[Signpost, ...]:
        found = (
            select(SignpostRow, FollowUpRow)
            .join(FollowUpRow, col(SignpostRow.follow_up_id) == col(FollowUpRow.id))
            .where(col(FollowUpRow.plan_id) == self._plan_id)
            .order_by(col(SignpostRow.position))
        )
        pairs = list(self._session.exec(found))
        audiences = self._under(SignpostAudience, "signpost_id", [signpost.id for signpost, _ in pairs])
        checks = read_checks(self._session, [follow_up.id for _, follow_up in pairs])
        return tuple(
            Signpost(
                service=row.service,
                service_name=row.service_name,
                activity=activities[row.action_id],
                how=cast(Any, row.how),
                given_on=row.given_on,
                follow_up=_follow_up(follow_up, checks.get(follow_up.id, ())),
                audiences=tuple(each.audience for each in audiences[row.id]),
                status=cast(Any, row.status),
                safe_to_contact=cast(Any, row.safe_to_contact),
            )
            for row, follow_up in pairs
        )


def _evidence(row: NeedEvidence | MarkerEvidence) -> Evidence:
    return Evidence(row.question_id, row.words, row.audience)


def _follow_up(row: FollowUpRow, checks: tuple[Check, ...]) -> FollowUp:
    return FollowUp(
        due=DueDate(row.due_clock, row.due_on, row.due_note),
        status=cast(Any, row.status),
        outcome=cast(Any, row.outcome),
        next_step=row.next_step,
        checks=checks,
    )


def _deadline(row: DeadlineRow) -> Deadline:
    return Deadline(
        clock=row.clock,
        title=row.title,
        due=row.due,
        state=cast(Any, row.state),
        note=row.note,
        audience=row.audience,
    )

"""A plan into its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session

from bcst_tui.plan.model import Action, DueDate, Evidence, GroupLevel, Marker, Need, Plan, Signpost
from bcst_tui.vault.bulk_rows import BulkRows
from bcst_tui.vault.plan_life_writing import write_checks, write_deliveries, write_referrals
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
from bcst_tui.vault.tables import Row


def write_plan(session: Session, row: PlanRow, plan: Plan) -> None:
    """Everything the plan holds, under this row."""
    assert row.id is not None
    rows = BulkRows(session)
    _Writing(rows, row.id).plan(plan)
    rows.write()


class _Writing:
    """One plan on its way in."""

    def __init__(self, rows: BulkRows, plan_id: int) -> None:
        self._rows = rows
        self._plan_id = plan_id

    def plan(self, plan: Plan) -> None:
        needs = {need.code: self._need(place, need) for place, need in enumerate(plan.needs)}
        markers = {marker.code: self._marker(place, marker) for place, marker in enumerate(plan.markers)}
        for place, level in enumerate(plan.levels):
            self._level(place, level, markers)
        actions = {action.activity: self._action(place, action, needs) for place, action in enumerate(plan.actions)}
        for place, signpost in enumerate(plan.signposts):
            self._signpost(place, signpost, actions[signpost.activity])
        write_deliveries(self._rows, plan.deliveries, actions)
        write_referrals(self._rows, plan.referrals, actions)
        self._deadlines_and_decisions(plan)

    def _need(self, place: int, need: Need) -> int:
        need_id = self._rows.numbered(
            NeedRow,
            plan_id=self._plan_id,
            position=place,
            code=need.code,
            group=need.group,
            title=need.title,
            said=need.said,
            source=need.source,
            status=need.status,
            origin=need.origin,
            persons_view=need.persons_view,
            reason=need.reason,
            found_on=need.found_on,
            funding=need.funding,
        )
        for at, one in enumerate(need.evidence):
            self._rows.add(NeedEvidence, need_id=need_id, **_evidence(at, one))
        self._audiences(NeedAudience, "need_id", need_id, need.audiences)
        return need_id

    def _marker(self, place: int | None, marker: Marker) -> int:
        marker_id = self._rows.numbered(
            MarkerRow,
            plan_id=self._plan_id,
            position=place,
            code=marker.code,
            title=marker.title,
            source=marker.source,
            audience=marker.audience,
        )
        for at, one in enumerate(marker.evidence):
            self._rows.add(MarkerEvidence, marker_id=marker_id, **_evidence(at, one))
        for at, group in enumerate(marker.counts_for):
            self._rows.add(MarkerGroup, marker_id=marker_id, position=at, group=group)
        return marker_id

    def _level(self, place: int, level: GroupLevel, markers: dict[str, int]) -> None:
        level_id = self._rows.numbered(
            GroupLevelRow,
            plan_id=self._plan_id,
            position=place,
            group=level.group,
            level=level.level,
            offered_3=level.offered_3,
            worker_agrees=level.worker_agrees,
            reason=level.reason,
        )
        for at, marker in enumerate(level.markers):
            if marker.code not in markers:
                markers[marker.code] = self._marker(None, marker)
            self._rows.add(LevelMarker, level_id=level_id, position=at, marker_id=markers[marker.code])

    def _action(self, place: int, action: Action, needs: Mapping[str, int]) -> int:
        action_id = self._rows.numbered(
            ActionRow,
            plan_id=self._plan_id,
            position=place,
            activity=action.activity,
            title=action.title,
            said=action.said,
            neutral=action.neutral,
            provider=action.provider,
            owner=action.owner,
            level=action.level,
            source=action.source,
            status=action.status,
            said_by=action.said_by,
            locked_because=action.locked_because,
            reason=action.reason,
            caution=action.caution,
            status_on=action.status_on,
            status_by=action.status_by,
            passed_to=action.passed_to,
            found_on=action.found_on,
            **_due(action.due),
        )
        for at, code in enumerate(action.needs):
            self._rows.add(ActionNeed, action_id=action_id, position=at, need_id=needs[code])
        self._audiences(ActionAudience, "action_id", action_id, action.audiences)
        return action_id

    def _signpost(self, place: int, signpost: Signpost, action_id: int) -> None:
        follow_up = signpost.follow_up
        follow_up_id = self._rows.numbered(
            FollowUpRow,
            plan_id=self._plan_id,
            status=follow_up.status,
            outcome=follow_up.outcome,
            next_step=follow_up.next_step,
            **_due(follow_up.due),
        )
        write_checks(self._rows, follow_up_id, follow_up.checks)
        signpost_id = self._rows.numbered(
            SignpostRow,
            action_id=action_id,
            follow_up_id=follow_up_id,
            position=place,
            service=signpost.service,
            service_name=signpost.service_name,
            how=signpost.how,
            status=signpost.status,
            given_on=signpost.given_on,
            safe_to_contact=signpost.safe_to_contact,
        )
        self._audiences(SignpostAudience, "signpost_id", signpost_id, signpost.audiences)

    def _deadlines_and_decisions(self, plan: Plan) -> None:
        for at, deadline in enumerate(plan.deadlines):
            self._rows.add(
                DeadlineRow,
                plan_id=self._plan_id,
                position=at,
                clock=deadline.clock,
                title=deadline.title,
                due=deadline.due,
                state=deadline.state,
                note=deadline.note,
                audience=deadline.audience,
            )
        for at, (name, decided) in enumerate(plan.decisions):
            self._rows.add(
                DecisionRow,
                plan_id=self._plan_id,
                position=at,
                name=name,
                status=decided.status,
                limb=decided.limb,
                because=decided.because,
            )

    def _audiences(self, table: type[Row], parent: str, parent_id: int, audiences: Sequence[str]) -> None:
        for at, audience in enumerate(audiences):
            self._rows.add(table, **{parent: parent_id, "position": at, "audience": audience})


def _evidence(place: int, evidence: Evidence) -> dict[str, Any]:
    return {
        "position": place,
        "question_id": evidence.question_id,
        "words": evidence.words,
        "audience": evidence.audience,
    }


def _due(due: DueDate) -> dict[str, Any]:
    return {"due_clock": due.clock, "due_on": due.on, "due_note": due.note}

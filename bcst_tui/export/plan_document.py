"""A plan and its case laid out as a Document: every line with the audience rows it comes from.

One layout serves every reader but the cell copy; who gets what is the matrix's business (audience.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcst_tui.errors import ExportRefused
from bcst_tui.export.case import CaseHeader
from bcst_tui.export.dates import in_words
from bcst_tui.export.document import Document, Line, Section
from bcst_tui.export.fields import refuse_undecided_fields
from bcst_tui.export.own_copy import TRAINING_BANNER
from bcst_tui.plan.model import Action, DueDate, Evidence, FollowUp, GroupLevel, Need, Plan, Signpost
from bcst_tui.reference.reference import Reference

ACTION_COLUMNS = ("Activity", "What", "Why", "Provider", "Who", "Due", "Status")
SIGNPOST_COLUMNS = ("Service", "Activity", "How", "Given", "Check by", "Outcome")
DEADLINE_COLUMNS = ("What", "Due", "State", "Note")


def plan_document(header: CaseHeader, plan: Plan, reference: Reference) -> Document:
    """Everything that could be told of the plan.

    Raises ExportRefused for a field without an audience row or an activity that belongs to the private part.
    """
    refuse_undecided_fields(reference.matrix.fields, header, plan)
    told = _PlanInWords(plan, reference)
    return Document(
        title=f"Resettlement plan {header.reference}",
        reference=header.reference,
        made_on=header.made_on,
        facts=tuple(_facts(header, plan)),
        sections=(
            Section("Dates", "custody_dates", tuple(_key_dates(header))),
            Section("Deadlines", "deadlines", tuple(told.deadlines()), DEADLINE_COLUMNS),
            Section("What the person wants", "goals_strengths", tuple(_goals(header))),
            Section("Home: settled or not", "housing_plan", tuple(told.decisions())),
            Section("Levels", "levels", tuple(told.levels())),
            Section("Needs, and why", "needs_status", tuple(told.needs())),
            Section("Actions", "actions", tuple(told.actions()), ACTION_COLUMNS),
            Section("Signposts and their follow-ups", "actions", tuple(told.signposts()), SIGNPOST_COLUMNS),
            Section("Advice given", "actions", tuple(_advice(header))),
            Section("Declined, not asked, not known", "sitting_record", tuple(_unanswered(header, reference))),
            Section("Handed on at once", "hand_offs", tuple(_hand_offs(header))),
            Section("Sittings", "sitting_record", tuple(_sittings(header, reference))),
            Section("Meetings to come", "meetings", tuple(_meetings(header, reference))),
        ),
        banner=TRAINING_BANNER if header.invented else "",
    )


def _facts(header: CaseHeader, plan: Plan) -> Iterator[Line]:
    worker = f"{header.worker}, {header.worker_role}" if header.worker_role else header.worker
    agreed = f"version {plan.version}, agreed {in_words(plan.agreed_on)}"
    for row, title, words in (
        ("legal_name", "Reference", header.reference),
        ("name_used", "Name used", header.name_used),
        ("legal_name", "Legal name", header.legal_name),
        ("legal_name", "Prison number", header.prison_number),
        ("custody_dates", "Prison", header.prison),
        ("meetings", "Worker", worker),
        ("record_keeping", "Plan", agreed if plan.agreed_on else "a draft, not agreed yet"),
        ("meetings", "Written on", in_words(header.made_on)),
    ):
        if words:
            yield Line(row, text=f"{title}: {words}")


def _key_dates(header: CaseHeader) -> Iterator[Line]:
    for key_date in header.key_dates:
        note = f" ({key_date.note})" if key_date.note else ""
        yield Line(key_date.audience, text=f"{key_date.title}: {in_words(key_date.on)}{note}")


def _goals(header: CaseHeader) -> Iterator[Line]:
    for goal in header.goals:
        yield Line("goals_strengths", text=goal.words)


def _advice(header: CaseHeader) -> Iterator[Line]:
    for advice in header.advice:
        on = f"{in_words(advice.on)}: " if advice.on else ""
        yield Line("actions", (advice.audience,), text=f"{on}{advice.words}")


def _unanswered(header: CaseHeader, reference: Reference) -> Iterator[Line]:
    for question in header.unanswered:
        why = f" ({reference.label('not_asked_reason', question.reason)})" if question.reason else ""
        label = reference.label("non_answer", question.code)
        yield Line("sitting_record", (question.audience,), text=f"{label}{why}: {question.question}")


def _hand_offs(header: CaseHeader) -> Iterator[Line]:
    for hand_off in header.hand_offs:
        yield Line("hand_offs", text=f"{in_words(hand_off.on)}, told to {hand_off.told}: {hand_off.words}")


def _sittings(header: CaseHeader, reference: Reference) -> Iterator[Line]:
    for sitting in header.sittings:
        on = in_words(sitting.held_on)
        kind = reference.label("sitting_kind", sitting.kind)
        status = reference.label("sitting_status", sitting.status)
        why = f", {reference.label('not_held_reason', sitting.reason)}" if sitting.reason else ""
        yield Line("sitting_record", text=f"{on}: {kind}, {status}{why}", neutral=on)


def _meetings(header: CaseHeader, reference: Reference) -> Iterator[Line]:
    for meeting in header.meetings:
        at = f", {meeting.at}" if meeting.at else ""
        whom = f", with {meeting.with_whom}" if meeting.with_whom else ""
        label = reference.neutral_labels[meeting.label]
        yield Line("meetings", text=f"{in_words(meeting.on)}{at}: {label}{whom}")


class _PlanInWords:
    """The plan's own parts as lines; knows which rows give each of them away."""

    def __init__(self, plan: Plan, reference: Reference) -> None:
        self.plan = plan
        self.reference = reference

    def deadlines(self) -> Iterator[Line]:
        for deadline in self.plan.deadlines:
            state = self.reference.label("clock", deadline.state)
            cells = (deadline.title, in_words(deadline.due, "—"), state, deadline.note)
            yield Line("deadlines", _other_than("deadlines", [deadline.audience]), cells=cells)

    def decisions(self) -> Iterator[Line]:
        for what, settled in self.plan.decisions:
            limb = f", limb {settled.limb}" if settled.limb else ""
            status = settled.status.replace("_", " ")
            yield Line("housing_plan", text=f"{what.replace('_', ' ')}: {status}{limb}")
            if settled.because:
                yield Line("markers_evidence", ("housing_plan",), text=f"because {settled.because}", depth=1)

    def levels(self) -> Iterator[Line]:
        for group_level in self.plan.levels:
            label = self.reference.group_labels[group_level.group]
            rows = self._rows_of_level(group_level)
            behind = (*rows, *_rows_of_markers(group_level))
            yield Line("levels", rows, text=f"{label}: level {group_level.level}", pathway=label)
            if group_level.offered_3:
                yield Line("levels", behind, text="level 3 offered", depth=1)
            for marker in group_level.markers if group_level.level > 1 else ():
                yield from _because(marker.evidence, behind, marker.title, marker.source)
            if group_level.reason:
                yield Line("worker_notes", behind, text=f"worker: {group_level.reason}", depth=1)

    def needs(self) -> Iterator[Line]:
        for need in self.plan.needs:
            label = self.reference.group_labels[need.group]
            rows = _rows_of_need(need)
            text = f"{need.title} ({label}): {self._standing(need)}"
            yield Line("needs_status", rows, text=text, pathway=f"{label}: a need")
            yield from self._level_of(need)
            yield from _because(need.evidence, rows, "", need.source)
            if need.reason:
                yield Line("worker_notes", rows, text=f"worker: {need.reason}", depth=1)

    def actions(self) -> Iterator[Line]:
        """What needs call for first, then what is there for everyone."""
        for action in sorted(self.plan.actions, key=lambda action: action.level == 1):
            rows = self._rows_of_activity(action.activity, action.audiences, action.needs)
            label = self.reference.group_labels[self.reference.activities[action.activity].group]
            services = self.reference.activities[action.activity].services
            cells = self._action_cells(action)
            yield Line("actions", rows, cells=cells, pathway=f"{label}: an action", services=services)
        for action in self.plan.actions:
            if action.reason:
                rows = self._rows_of_activity(action.activity, action.audiences, action.needs)
                yield Line("worker_notes", rows, text=f"{action.activity}: {action.reason}")

    def signposts(self) -> Iterator[Line]:
        for signpost in self.plan.signposts:
            rows = self._rows_of_activity(signpost.activity, signpost.audiences)
            label = self.reference.group_labels[self.reference.activities[signpost.activity].group]
            cells, service = self._signpost_cells(signpost), (signpost.service,)
            yield Line("actions", rows, cells=cells, pathway=f"{label}: a service", services=service)
        for signpost in self.plan.signposts:
            if signpost.follow_up.next_step:
                rows = self._rows_of_activity(signpost.activity, signpost.audiences)
                text = f"{signpost.service_name}, next: {signpost.follow_up.next_step}"
                yield Line("worker_notes", rows, text=text)

    def _action_cells(self, action: Action) -> tuple[str, ...]:
        status = self.reference.label("action_status", action.status)
        return (
            action.activity,
            action.title,
            self._why(action),
            self._provider_and_owner(action),
            self.reference.label("done_by", action.said_by),
            _due(action.due),
            f"{status}: {action.locked_because}" if action.locked_because else status,
        )

    def _why(self, action: Action) -> str:
        titles = [need.title for need in self.plan.needs if need.code in action.needs]
        return "; ".join(titles) or ("for everyone" if action.level == 1 else "")

    def _provider_and_owner(self, action: Action) -> str:
        """Who provides it, and who answers for it where that is somebody else (R29)."""
        provider = self.reference.provider_labels.get(action.provider, action.provider)
        return provider if action.owner in ("", provider) else f"{provider}: {action.owner}"

    def _signpost_cells(self, signpost: Signpost) -> tuple[str, ...]:
        return (
            signpost.service_name,
            signpost.activity,
            self.reference.label("signpost_how", signpost.how),
            in_words(signpost.given_on),
            _due(signpost.follow_up.due),
            self._outcome(signpost.follow_up),
        )

    def _outcome(self, follow_up: FollowUp) -> str:
        if follow_up.outcome is None:
            return self.reference.label("follow_up_status", follow_up.status)
        return self.reference.label("follow_up_outcome", follow_up.outcome)

    def _standing(self, need: Need) -> str:
        origin = self.reference.label("need_origin", need.origin)
        status = self.reference.label("need_status", need.status)
        return f"{status}; {origin}; {self.reference.label('person_view', need.persons_view)}"

    def _level_of(self, need: Need) -> Iterator[Line]:
        for group_level in self.plan.levels:
            if group_level.group == need.group:
                rows = self._rows_of_level(group_level)
                yield Line("levels", rows, text=f"level {group_level.level}", depth=1)

    def _rows_of_level(self, group_level: GroupLevel) -> tuple[str, ...]:
        """The rows a level gives something away of: level 2 of the group's needs, level 3 of its markers too."""
        needs = [need for need in self.plan.needs if need.group == group_level.group and need.status != "dropped"]
        from_needs = [row for need in needs for row in _rows_of_need(need)] if group_level.level > 1 else []
        from_markers = _rows_of_markers(group_level) if group_level.level == 3 else ()
        return _other_than("levels", [*from_needs, *from_markers])

    def _rows_of_activity(self, activity_id: str, named: Iterable[str], needs: Iterable[str] = ()) -> tuple[str, ...]:
        """The rows a mention of this activity gives something away of: its own, its needs' and its evidence's."""
        activity = self.reference.activities.get(activity_id)
        if activity is None:
            raise ExportRefused(
                f"`{activity_id}` is not an activity, so nobody has decided who may read of it.",
                "Add it to data/activities.yaml, with its audience row.",
            )
        codes = set(needs)
        from_needs = [row for need in self.plan.needs if need.code in codes for row in _rows_of_need(need)]
        return _other_than("actions", [activity.row, *named, *from_needs])


def _rows_of_need(need: Need) -> tuple[str, ...]:
    return _other_than("needs_status", [*need.audiences, *(evidence.audience for evidence in need.evidence)])


def _rows_of_markers(group_level: GroupLevel) -> tuple[str, ...]:
    found = [
        row
        for marker in group_level.markers
        for row in (marker.audience, *(evidence.audience for evidence in marker.evidence))
    ]
    return _other_than("levels", found)


def _other_than(own: str, rows: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row for row in rows if row != own))


def _because(evidence: Iterable[Evidence], rows: tuple[str, ...], title: str, source: str) -> Iterator[Line]:
    answers = list(evidence)
    lead = f"{title}, because" if title else "because"
    for answer in answers:
        words = f"{lead} {_item(answer.question_id)} “{answer.words}”, {source}"
        yield Line("markers_evidence", (*rows, answer.audience), text=words, depth=1)
    if not answers and source:
        yield Line("markers_evidence", rows, text=f"{lead} {source}", depth=1)


def _item(question_id: str) -> str:
    """The item a question belongs to: `c02_back_there` → C02."""
    return question_id.partition("_")[0].upper()


def _due(due: DueDate) -> str:
    if due.on is None:
        return due.note or "not dated"
    return f"{in_words(due.on)} ({due.note})" if due.note else in_words(due.on)

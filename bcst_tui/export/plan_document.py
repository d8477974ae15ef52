"""A plan and its case laid out as a Document: every line with the audience rows it comes from.

One layout serves every reader but the cell copy; who gets what is the matrix's business (audience.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from bcst_tui.errors import ExportRefused
from bcst_tui.export import case_lines
from bcst_tui.export.case import CaseHeader
from bcst_tui.export.dates import in_words
from bcst_tui.export.document import Document, Line, Section
from bcst_tui.export.fields import refuse_undecided_fields
from bcst_tui.export.own_copy import TRAINING_BANNER
from bcst_tui.plan.carrying import IN_THE_INTERVIEW
from bcst_tui.plan.due_dates import DELIVERED
from bcst_tui.plan.model import Action, DueDate, Evidence, FollowUp, GroupLevel, Marker, Need, Plan, Signpost
from bcst_tui.reference.reference import Reference

SIGNPOST_COLUMNS = ("Service", "For", "How", "Given", "Check by", "Outcome")
TOLD_AMONG_DEADLINES = "part_2"
LONGEST_NOTE = 100
CLOSED = ("delivered", "declined", "not_possible", "not_needed", "transferred")


def plan_document(header: CaseHeader, plan: Plan, reference: Reference) -> Document:
    """Everything that could be told of the plan.

    Raises ExportRefused for a field without an audience row or an activity that belongs to the private part.
    """
    refuse_undecided_fields(reference.matrix.fields, header, plan)
    told = _PlanInWords(plan, reference)
    unanswered = case_lines.unanswered(header, reference)
    return Document(
        title=f"Resettlement plan {header.reference}",
        reference=header.reference,
        made_on=header.made_on,
        facts=tuple(case_lines.facts(header, plan)),
        sections=(
            Section("Dates", "custody_dates", tuple(case_lines.key_dates(header))),
            Section("Handed on at once", "hand_offs", tuple(case_lines.hand_offs(header))),
            Section("What the person wants", "goals_strengths", tuple(case_lines.goals(header))),
            Section("Needs, and why", "needs_status", tuple(told.needs())),
            Section("Actions", "actions", tuple(told.actions())),
            Section("Signposts and their follow-ups", "actions", tuple(told.signposts()), SIGNPOST_COLUMNS),
            Section("Meetings to come", "meetings", tuple(case_lines.meetings(header, reference))),
            Section("Deadlines", "deadlines", tuple(told.deadlines())),
            Section("Home: settled or not", "housing_plan", tuple(told.decisions())),
            Section("Levels", "levels", tuple(told.levels())),
            Section("Advice given", "actions", tuple(case_lines.advice(header))),
            Section("Declined, not asked, not known", "sitting_record", tuple(unanswered)),
            Section("Notes", "worker_notes", tuple(case_lines.notes(header))),
            Section("Sittings", "sitting_record", tuple(case_lines.sittings(header, reference))),
        ),
        banner=TRAINING_BANNER if header.invented else "",
    )


class _PlanInWords:
    """The plan's own parts as lines; knows which rows give each of them away."""

    def __init__(self, plan: Plan, reference: Reference) -> None:
        self.plan = plan
        self.reference = reference

    def deadlines(self) -> Iterator[Line]:
        """Every clock, the soonest first, and last what cannot be worked out."""
        for deadline in sorted(self.plan.deadlines, key=lambda one: one.due or date.max):
            state = self.reference.label("clock", deadline.state)
            rows = _other_than("deadlines", [deadline.audience])
            if deadline.due is None:
                yield Line("deadlines", rows, text=f"{deadline.title}: {deadline.note or state}")
                continue
            yield Line("deadlines", rows, text=f"{deadline.title}: {in_words(deadline.due)}. {state}.")
            for note in _in_short_lines(deadline.note):
                yield Line("deadlines", rows, text=note, depth=1)

    def decisions(self) -> Iterator[Line]:
        for what, settled in self.plan.decisions:
            limb = f", limb {settled.limb}" if settled.limb else ""
            status = settled.status.replace("_", " ")
            yield Line("housing_plan", text=f"{_sentence(what.replace('_', ' '))}: {status}{limb}")
            if settled.because:
                yield Line("markers_evidence", ("housing_plan",), text=settled.because, depth=1)

    def levels(self) -> Iterator[Line]:
        """The level of every group; what a marker rests on stands where the marker stands first."""
        told: set[Marker] = set()
        for group_level in self.plan.levels:
            label = self.reference.group_labels[group_level.group]
            rows = self._rows_of_level(group_level)
            behind = (*rows, *_rows_of_markers(group_level))
            yield Line("levels", rows, text=f"{label}: level {group_level.level}", pathway=label)
            if group_level.offered_3:
                yield Line("levels", behind, text="level 3 offered", depth=1)
            for marker in group_level.markers if group_level.level > 1 else ():
                yield Line("markers_evidence", behind, text=marker.title, depth=1)
                if marker not in told:
                    yield from _because(marker.evidence, behind, marker.source, depth=2)
                told.add(marker)
            if group_level.reason:
                yield Line("worker_notes", behind, text=f"worker: {group_level.reason}", depth=1)

    def needs(self) -> Iterator[Line]:
        for need in self.plan.needs:
            label = self.reference.group_labels[need.group]
            rows = _rows_of_need(need)
            yield Line("needs_status", rows, text=f"{need.title} ({label})", pathway=f"{label}: a need")
            yield from _because(need.evidence, rows, need.source)
            yield Line("needs_status", rows, text=self._standing(need), depth=1)
            yield from self._level_of(need)
            if need.reason:
                yield Line("worker_notes", rows, text=f"worker: {need.reason}", depth=1)

    def actions(self) -> Iterator[Line]:
        """What needs call for first and the soonest of it, then what is there for everyone, then what is closed."""
        for action in sorted(self.plan.actions, key=_next_first):
            rows = self._rows_of_activity(action.activity, action.audiences, action.needs)
            activity = self.reference.activities[action.activity]
            title, label = f"{action.activity}: {action.title}", self.reference.group_labels[activity.group]
            yield Line("actions", rows, text=title, pathway=f"{label}: an action", services=activity.services)
            for words in self._action_words(action):
                yield Line("actions", rows, text=words, depth=1, services=activity.services)
            if action.reason:
                yield Line("worker_notes", rows, text=action.reason, depth=1, services=activity.services)

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

    def _action_words(self, action: Action) -> Iterator[str]:
        """By when and by whom, how it stands, and why."""
        status = self.reference.label("action_status", action.status)
        if action.due.clock == DELIVERED:
            note = action.due.note or "Done."
            yield f"{status}, {in_words(action.due.on)}. {note}" if note != IN_THE_INTERVIEW else _in_interview(action)
            return
        who = self.reference.label("done_by", action.said_by)
        by = f"By {in_words(action.due.on)}" if action.due.on else "Not dated"
        yield f"{by}: {self._provider_and_owner(action)} ({who[:1].lower()}{who[1:]})"
        if action.due.note and action.due.clock != TOLD_AMONG_DEADLINES:
            yield action.due.note
        if action.locked_because:
            yield f"{status}: {action.locked_because}"
        elif action.status != "proposed":
            yield status
        if titles := [need.title for need in self.plan.needs if need.code in action.needs]:
            yield f"For: {'; '.join(titles)}"

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
                rows = ("needs_status", *_rows_of_need(need), *self._rows_of_level(group_level))
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


def _because(evidence: Iterable[Evidence], rows: tuple[str, ...], source: str, depth: int = 1) -> Iterator[Line]:
    """The answers, each with its item, and once the paragraph that makes them count."""
    for answer in evidence:
        words = f"because “{answer.words}” ({_item(answer.question_id)})"
        yield Line("markers_evidence", (*rows, answer.audience), text=words, depth=depth)
    if source:
        yield Line("markers_evidence", rows, text=f"source: {source}", depth=depth)


def _next_first(action: Action) -> tuple[bool, bool, date]:
    return action.status in CLOSED, action.level == 1 and not action.needs, action.due.on or date.max


def _in_interview(action: Action) -> str:
    return f"Done in the interview, {in_words(action.due.on)}."


def _in_short_lines(note: str) -> Iterator[str]:
    """Whole sentences, as many to a line as stay readable where nothing wraps."""
    line = ""
    for sentence in re.split(r"(?<=\.) ", note) if note else ():
        if line and len(line) + len(sentence) >= LONGEST_NOTE:
            yield line
            line = ""
        line = f"{line} {sentence}".strip()
    if line:
        yield line


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _item(question_id: str) -> str:
    """The item a question belongs to: `c07b_paid_now` → C07."""
    return question_id[:3].upper()


def _due(due: DueDate) -> str:
    if due.on is None:
        return due.note or "not dated"
    return f"{in_words(due.on)} ({due.note})" if due.note else in_words(due.on)

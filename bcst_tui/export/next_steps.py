"""What happens next, the soonest first: what is to be done, who does it, by when, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bcst_tui.export.case import CaseHeader
from bcst_tui.export.dates import in_words
from bcst_tui.export.document import Line, Pathway
from bcst_tui.export.evidence_in_words import EvidenceInWords
from bcst_tui.export.rows import part_of_plan, rows_of_activity
from bcst_tui.export.wording import Wording
from bcst_tui.plan.carrying import IN_THE_INTERVIEW
from bcst_tui.plan.deliveries import deliveries_of
from bcst_tui.plan.due_dates import DELIVERED
from bcst_tui.plan.model import Action, DueDate, Plan, Referral, Signpost
from bcst_tui.plan.own_actions import is_own
from bcst_tui.plan.referrals import ASKED_ABOUT
from bcst_tui.reference.reference import Reference

CLOSED = ("delivered", "declined", "not_possible", "not_needed", "transferred")
TOLD_AMONG_DEADLINES = "part_2"
UNDATED = "No day yet"
HELD = "Held for now"


@dataclass(frozen=True)
class Step:
    """One thing to do, its lines, and the day it sorts by."""

    on: date | None
    lines: tuple[Line, ...]


class Steps:
    """The actions, checks and meetings of a plan as lines; knows what each gives away."""

    def __init__(self, header: CaseHeader, plan: Plan, reference: Reference, wording: Wording) -> None:
        self.header = header
        self.plan = plan
        self.reference = reference
        self.wording = wording
        self._worker = (header.worker if wording.names_worker else "") or wording.worker
        self._rows_of_worker = ("meetings",) if wording.names_worker and header.worker else ()
        self._evidence = EvidenceInWords(header, wording)
        self._occasions = {one.activity: one.evidence for one in header.occasions}
        self._titles = {need.code: need.said if wording.is_plain else need.title for need in plan.needs}

    def next(self) -> Iterator[Line]:
        """Everything open that this person's answers call for, and every meeting, in the order of its day.

        Of somebody who has died there is nothing.
        """
        if self.header.has_died:
            return
        steps = [
            *(self._action(action) for action in self.plan.actions if _is_open(action) and not _is_for_all(action)),
            *(self._check(one) for one in self.plan.signposts if one.follow_up.status == "open"),
            *(self._look(one) for one in self.plan.referrals if one.status in ASKED_ABOUT),
            *self._meetings(),
        ]
        for step in sorted(steps, key=lambda one: one.on or date.max):
            yield from step.lines
        yield from self._counted_here()

    def for_everyone(self) -> Iterator[Line]:
        """What level 1 holds for everyone and is still to do."""
        if self.header.has_died:
            return
        for action in sorted(self.plan.actions, key=_by_day):
            if _is_open(action) and _is_for_all(action):
                yield from (replace(line, pathway=None) for line in self._action(action).lines)

    def closed(self) -> Iterator[Line]:
        for action in self.plan.actions:
            if not _is_open(action):
                rows, services = self._behind(action)
                yield Line("actions", rows, self._title(action), services=services)
                yield Line("actions", rows, self._ended(action), depth=1, services=services)
                yield from self._done(action)
                yield from self._reason(action)

    def _action(self, action: Action) -> Step:
        """What waits stands under no day, and after all that has one."""
        rows, services = self._behind(action)
        is_held = action.status == "held"
        day = HELD if is_held else in_words(action.due.on, UNDATED)
        head = Line("actions", rows, f"{day}: {self._title(action)}", pathway=self._pathway(action), services=services)
        told = [
            self._who(action),
            *(Line("actions", rows, words, depth=1, services=services) for words in self._when_and_why(action)),
            *(Line("cautions", rows, words, depth=1, services=services) for words in _with_care(action)),
        ]
        occasion = self._evidence.lines(self._occasions.get(action.activity, ()), rows)
        return Step(
            None if is_held else action.due.on, (head, *told, *self._done(action), *occasion, *self._reason(action))
        )

    def _counted_here(self) -> Iterator[Line]:
        """Stand-ins for actions told further down: which list one stands in would tell how it stands."""
        for action in self.plan.actions:
            if not _is_open(action) or _is_for_all(action):
                rows, services = self._behind(action)
                yield Line("actions", rows, pathway=self._pathway(action), services=services)

    def _check(self, signpost: Signpost) -> Step:
        """The follow-up of a signpost (R33)."""
        return self._asked_about(signpost, signpost.follow_up.due, signpost.service_name)

    def _look(self, referral: Referral) -> Step:
        """The next look at a referral (R34)."""
        return self._asked_about(referral, referral.check, f"the referral to {referral.service_name}")

    def _asked_about(self, about: Signpost | Referral, due: DueDate, named: str) -> Step:
        rows = rows_of_activity(self.plan, self.reference, about.activity, about.audiences)
        services = (about.service,)
        worker = f"{self._worker[:1].upper()}{self._worker[1:]}"
        what = f"{in_words(due.on, UNDATED)}: {worker} asks what came of {named}"
        label = part_of_plan(self.plan, self.reference, about.activity)
        behind = (*rows, *self._rows_of_worker)
        lines = [Line("actions", behind, what, pathway=Pathway(label, "check", "checks"), services=services)]
        if due.note:
            lines.append(Line("actions", rows, due.note, depth=1, services=services))
        return Step(due.on, tuple(lines))

    def _meetings(self) -> Iterator[Step]:
        coming = (one for one in self.header.meetings if one.on is None or one.on >= self.header.made_on)
        for meeting in coming:
            at = f", {meeting.at}" if meeting.at else ""
            whom = f", with {meeting.with_whom}" if meeting.with_whom else ""
            label = self.wording.meeting or self.reference.neutral_labels[meeting.label]
            yield Step(meeting.on, (Line("meetings", text=f"{in_words(meeting.on, UNDATED)}{at}: {label}{whom}"),))

    def _title(self, action: Action) -> str:
        if is_own(action.activity):
            return action.title
        return action.said if self.wording.is_plain else f"{action.title} ({action.activity})"

    def _pathway(self, action: Action) -> Pathway:
        return Pathway(part_of_plan(self.plan, self.reference, action.activity), "action", "actions")

    def _behind(self, action: Action) -> tuple[tuple[str, ...], tuple[str, ...]]:
        rows = rows_of_activity(self.plan, self.reference, action.activity, action.audiences, action.needs)
        return rows, () if is_own(action.activity) else self.reference.readers_of(action.activity)

    def _who(self, action: Action) -> Line:
        rows, services = self._behind(action)
        provider = self.reference.provider_labels.get(action.provider, action.provider)
        provider = provider if action.owner in ("", provider) else f"{provider}, {action.owner}"
        if not _needs_saying(action):
            return Line("actions", rows, f"Who: {provider}", depth=1, services=services)
        named = () if action.said_by == "i_will" else self._rows_of_worker
        words = self.wording.who(action.said_by, self._worker, provider)
        return Line("actions", (*rows, *named), words, depth=1, services=services)

    def _when_and_why(self, action: Action) -> Iterator[str]:
        if action.status == "held" and action.due.on and not self.wording.is_plain:
            yield f"Once it can go on: by {in_words(action.due.on)}"
        if action.due.note and action.due.clock != TOLD_AMONG_DEADLINES:
            yield action.due.note
        if action.status not in ("proposed", "held"):
            yield self._stands(action)
        titles = [self._titles[code] for code in action.needs if code in self._titles]
        if titles:
            yield f"Why: {'; '.join(title.rstrip('.') for title in titles)}"

    def _stands(self, action: Action) -> str:
        """How it stands, to whom it went, and for the record who said so and when."""
        status = self.reference.label("action_status", action.status)
        to_whom = f", to {action.passed_to}" if action.passed_to else ""
        said = (in_words(action.status_on), action.status_by) if action.status_on and action.status_by else ()
        return f"{status}{to_whom}" if self.wording.is_plain or not said else f"{status}{to_whom}, {', '.join(said)}"

    def _done(self, action: Action) -> Iterator[Line]:
        """What was done of an action, with its day (R31); the words for it are the worker's."""
        rows, services = self._behind(action)
        for one in deliveries_of(self.plan, action.activity):
            by = f", {one.by_role}" if one.by_role and not self.wording.is_plain else ""
            extent = self.reference.label("delivery", one.extent)
            told = f"Done so far: {extent.lower()}, {in_words(one.on)}{by}"
            yield Line("actions", rows, told, depth=1, services=services)
            yield Line("worker_notes", rows, f"worker: {one.what}", depth=2, services=services)

    def _reason(self, action: Action) -> Iterator[Line]:
        if action.reason:
            rows, services = self._behind(action)
            yield Line("worker_notes", rows, f"Worker: {action.reason}", depth=1, services=services)

    def _ended(self, action: Action) -> str:
        if action.due.clock != DELIVERED:
            return self._stands(action)
        if action.due.note == IN_THE_INTERVIEW:
            return f"Done in the interview, {in_words(action.due.on)}."
        status = self.reference.label("action_status", action.status)
        by = f", {action.status_by}" if action.status_by and not self.wording.is_plain else ""
        return f"{status}, {in_words(action.due.on)}{by}. {action.due.note}".rstrip()


def _is_open(action: Action) -> bool:
    return action.status not in CLOSED


def _is_for_all(action: Action) -> bool:
    return action.level == 1 and not action.needs and not is_own(action.activity)


def _needs_saying(action: Action) -> bool:
    return not _is_for_all(action) or action.said_by != "worker_will"


def _with_care(action: Action) -> Iterator[str]:
    """What an action waits for, and what its worker has to take care of."""
    if action.locked_because:
        yield f"Waits: {action.locked_because}"
    if action.caution:
        yield f"Take care: {action.caution}"


def _by_day(action: Action) -> date:
    return action.due.on or date.max

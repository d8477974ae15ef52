"""A case's plan, version by version: which there are, how any two differ, and who changed what when."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bcst_tui.casebook.one_plan import AGREED, PLAN, THE_ANSWERS, same_stay
from bcst_tui.casebook.plans import Plans
from bcst_tui.casebook.values import Sitting
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.change_words import by_part, sentence
from bcst_tui.plan.comparing import Changes, compare
from bcst_tui.plan.due_dates import Clocks
from bcst_tui.plan.labels import Labels
from bcst_tui.plan.model import Delivery, Plan
from bcst_tui.plan.moved_dates import Moves, moves
from bcst_tui.vault.edit_values import PlanEdit, stay_of
from bcst_tui.vault.records import Records

Parts = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Version:
    """One form of a case's plan; `stay` 0 is the first time in prison, and a draft has no day it was agreed."""

    sitting_id: int
    number: int
    made_at: datetime
    agreed_on: date | None
    by: str = dataclasses.field(default="", repr=False)
    stay: int = 0

    @property
    def words(self) -> str:
        """`Version 1, agreed on 3 March 2027 by Wren Invented`."""
        before = f"Time {self.stay + 1}: " if self.stay else ""
        if self.agreed_on is None:
            return f"{before}Draft of version {self.number}, {day_words(self.made_at.astimezone().date())}"
        by = f" by {self.by}" if self.by else ""
        return f"{before}Version {self.number}, agreed on {day_words(self.agreed_on)}{by}"


@dataclass(frozen=True)
class EditLine:
    """One change to the plan: the day, who made it and why, in words."""

    on: date
    by: str = dataclasses.field(repr=False)
    what: str = dataclasses.field(repr=False)
    why: str = dataclasses.field(default="", repr=False)

    @property
    def words(self) -> str:
        why = f" Why: {self.why}" if self.why else ""
        return f"{day_words(self.on)}, {self.by}: {self.what}{why}"


@dataclass(frozen=True)
class DoneElsewhere:
    """Something done in another plan than the one held now: of an earlier stay, or of a case merged in."""

    on: date
    what: str = dataclasses.field(repr=False)
    why: str = dataclasses.field(repr=False)
    plan_of: date

    @property
    def words(self) -> str:
        """`3 March 2027: Two forms, in part. For: Somewhere to live (plan of 1 March 2027).`"""
        return f"{day_words(self.on)}: {self.what}. For: {self.why} (plan of {day_words(self.plan_of)})."


class Versions(Plans):
    """The part of the casebook that looks back over a plan."""

    def versions(self, case_id: int) -> tuple[Version, ...]:
        """Every version that was agreed, and the draft being worked on, the newest first.

        Where cases were merged, the draft of each interview: the plan that goes on need not hold what the others did.
        """
        with self._vault.session() as records:
            lines = records.plans.lines_of(case_id)
            stays, agreed_by = records.stays.of(case_id), _agreed_by(records.edits.of(case_id))
            was_merged = bool(records.cases.former_references(case_id))
        told = [
            Version(sitting, number, made, on, agreed_by.get((sitting, number), ""), stay_of(stays, sitting))
            for sitting, number, made, on in lines
        ]
        newest = max(told, key=lambda one: (one.sitting_id, one.number), default=None)
        last = {one.sitting_id: one for one in sorted(told, key=lambda one: one.number)}
        drafts = list(last.values()) if was_merged else [newest]
        shown = [one for one in told if one.agreed_on is not None or one in drafts]
        return tuple(sorted(shown, key=lambda one: (one.stay, one.number, one.sitting_id), reverse=True))

    def compared(self, older: Version, newer: Version) -> Parts:
        """What the second says otherwise than the first, by part; nothing where they say the same."""
        with self._vault.session() as records:
            changes = compare(_plan(records, older), _plan(records, newer))
        return by_part(changes, self.labels)

    def edits(self, case_id: int) -> tuple[EditLine, ...]:
        """Every change to the plan of a case, the latest first."""
        with self._vault.session() as records:
            return tuple(self._line_of_edit(one) for one in reversed(records.edits.of(case_id)))

    def done_elsewhere(self, case_id: int) -> tuple[DoneElsewhere, ...]:
        """What was done in the other plans of a case, the latest first; it is read, and never changed."""
        with self._vault.session() as records:
            return tuple(done_elsewhere(records, case_id, self.labels))

    def moved_dates(self, sitting: Sitting) -> Moves:
        """What moved since the version agreed last, or the plan of the sitting before; nothing once it is agreed."""
        with self._vault.session() as records:
            return dates_moved(records, sitting, self._as_kept(records, sitting), self._surroundings.reference.clocks)

    def since_agreed(self, sitting: Sitting) -> tuple[int, Changes]:
        """The version agreed last in this time in prison before this sitting's plan, and what is otherwise since."""
        with self._vault.session() as records:
            return changes_since(records, sitting, self._as_kept(records, sitting))

    def _line_of_edit(self, edit: PlanEdit) -> EditLine:
        by = f"{edit.by}, {edit.role}" if edit.role else edit.by
        change = edit.change
        if change.part == PLAN:
            return EditLine(edit.on, by, f"{change.title} agreed.", edit.why)
        why = "" if change.field == "reason" else edit.why
        return EditLine(edit.on, "the answers" if edit.by == THE_ANSWERS else by, sentence(change, self.labels), why)


def done_elsewhere(records: Records, case_id: int, labels: Labels) -> list[DoneElsewhere]:
    """Out of the last plan of every sitting that another stay, or the other of two merged cases, may hold."""
    stays, was_merged = records.stays.of(case_id), bool(records.cases.former_references(case_id))
    held = [(one, plan) for one in records.sittings.of(case_id) if (plan := records.plans.latest(one.id)) is not None]
    if not held:
        return []
    holder, now = held[-1]
    seen = set(now.deliveries)
    found: list[DoneElsewhere] = []
    for one, plan in reversed(held[:-1]):
        if was_merged or stay_of(stays, one.id) != stay_of(stays, holder.id):
            new = [each for each in plan.deliveries if each not in seen]
            seen.update(new)
            found.extend(_done(plan, each, one.today, labels) for each in new)
    return sorted(found, key=lambda one: one.on, reverse=True)


def _done(plan: Plan, delivery: Delivery, plan_of: date, labels: Labels) -> DoneElsewhere:
    titles = {one.code: one.title for one in plan.needs} | {one.activity: one.title for one in plan.actions}
    extent = labels.of("delivery", delivery.extent).lower()
    why = titles.get(delivery.need) or titles.get(delivery.activity, delivery.activity)
    return DoneElsewhere(delivery.on, f"{delivery.what}, {extent}; by {delivery.by_role}", why, plan_of)


def dates_moved(records: Records, sitting: Sitting, now: Plan, clocks: Clocks) -> Moves:
    """What moved since the version agreed last, or the plan of the sitting before.

    Where nothing but answers changed since it was agreed, only another release date counts.
    """
    moved = moves(_agreed_last(records, sitting) or _before(records, sitting) or now, now, clocks)
    is_as_agreed = now.agreed_on is not None and moved.release_before == moved.release_now
    return moves(now, now, clocks) if is_as_agreed else moved


def changes_since(records: Records, sitting: Sitting, now: Plan) -> tuple[int, Changes]:
    """The version agreed last in this time in prison, and what is otherwise since; nothing once it is agreed."""
    before = _agreed_last(records, sitting)
    if before is None or now.agreed_on is not None:
        return 0, ()
    return before.version, compare(before, now)


def _agreed_by(edits: list[PlanEdit]) -> Mapping[tuple[int, int], str]:
    return {
        (one.sitting_id, one.version): one.by for one in edits if (one.change.part, one.change.field) == (PLAN, AGREED)
    }


def _plan(records: Records, version: Version) -> Plan:
    return records.plans.version(version.sitting_id, version.number) or Plan()


def _before(records: Records, sitting: Sitting) -> Plan | None:
    earlier = [one.id for one in same_stay(records, sitting) if one.id < sitting.sitting_id]
    return records.plans.newest_among(earlier) if earlier else None


def _agreed_last(records: Records, sitting: Sitting) -> Plan | None:
    before = [one for one in same_stay(records, sitting) if one.id <= sitting.sitting_id]
    agreed = [plan for one in before for plan in records.plans.versions(one.id) if plan.agreed_on is not None]
    return max(agreed, key=lambda one: one.version, default=None)

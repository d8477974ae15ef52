"""What is on record beside the answers, as it goes to the next worker with the case: the plan and what became of it,
notes, part 1, what was told to staff, landlords tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pydantic import AwareDatetime

from bcst_tui.casebook.handed_checks import MOST, holds_together, json_of, with_services_of_elsewhere
from bcst_tui.casebook.notes import Notes
from bcst_tui.interview.answer import LONG_TEXT
from bcst_tui.plan.comparing import Change
from bcst_tui.plan.model import Plan
from bcst_tui.reference.audience import AudienceCode
from bcst_tui.script.model import SittingKind
from bcst_tui.vault.edit_values import PlanEdit, stay_on
from bcst_tui.vault.hand_over_file import NOT_ONE
from bcst_tui.vault.record_values import HandOffLogged, LandlordTried, PartOneAnswer, PartOneSource
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import CaseNote, Sitting

NAMED_WORKER: AudienceCode = "WK"


@dataclass(frozen=True)
class HandedNote:
    """A note with its row, which says who reads it; `sitting`: the place of its interview in the file."""

    written_at: AwareDatetime
    on: date
    by: str = field(repr=False)
    audience: str
    words: str = field(repr=False)
    sitting: int | None = None


@dataclass(frozen=True)
class HandedPlan:
    """One form of the plan, and in which interview of the file it stood."""

    sitting: int
    made_at: AwareDatetime
    plan: Plan = field(repr=False)


@dataclass(frozen=True)
class HandedEdit:
    """A line of the log of a plan's changes."""

    sitting: int
    version: int
    at: AwareDatetime
    on: date
    by: str = field(repr=False)
    role: str
    why: str = field(repr=False)
    change: Change = field(repr=False)


@dataclass(frozen=True)
class HandedPartOne:
    """An answer of part 1, in the form answers are kept in."""

    question_id: str
    value: object = field(repr=False)
    said_on: date
    source: PartOneSource


@dataclass(frozen=True)
class HandedRecord:
    """All of it, of this time in prison. `also`: interviews that are another assessment as well (R08)."""

    notes: tuple[HandedNote, ...] = field(default=(), repr=False)
    plans: tuple[HandedPlan, ...] = field(default=(), repr=False)
    edits: tuple[HandedEdit, ...] = field(default=(), repr=False)
    also: tuple[tuple[int, SittingKind, date], ...] = ()
    part_one: tuple[HandedPartOne, ...] = field(default=(), repr=False)
    hand_offs: tuple[HandOffLogged, ...] = field(default=(), repr=False)
    landlords: tuple[LandlordTried, ...] = field(default=(), repr=False)


class RecordHandedOver(Notes):
    """The part of the casebook that gives the record along with a case, and takes it over."""

    def _record_of(self, records: Records, person_id: int, held: Sequence[Sitting]) -> HandedRecord:
        place = {one.id: at for at, one in enumerate(held)}
        stays = records.stays.of(person_id)
        edits = (one for one in records.edits.of(person_id) if one.sitting_id in place)
        return HandedRecord(
            notes=tuple(
                HandedNote(
                    one.written_at, one.written_on, one.by, one.audience, one.words, place.get(one.sitting_id or 0)
                )
                for one in self._notes_that_go(records, person_id)
            ),
            plans=tuple(
                HandedPlan(place[number], made_at, plan)
                for number, version, made_at, _ in records.plans.lines_of(person_id)
                if number in place and (plan := records.plans.version(number, version)) is not None
            ),
            edits=tuple(
                HandedEdit(place[one.sitting_id], one.version, one.at, one.on, one.by, one.role, one.why, one.change)
                for one in edits
            ),
            also=tuple((place[one.id], kind, on) for one in held for kind, on in records.edits.also(one.id)),
            part_one=tuple(
                HandedPartOne(one.question_id, one.value, one.said_on, one.source)
                for one in records.part_one.of(person_id)
                if stay_on(stays, one.said_on) == len(stays)
            ),
            hand_offs=tuple(one for one in records.hand_offs.of(person_id) if stay_on(stays, one.on) == len(stays)),
            landlords=records.landlords.of(person_id),
        )

    def _notes_that_go(self, records: Records, person_id: int) -> list[CaseNote]:
        """Of this time in prison, not struck, and under a row the next worker reads."""
        stays = records.stays.of(person_id)
        return [
            one
            for one in records.cases.notes(person_id)
            if one.struck_at is None
            and stay_on(stays, one.written_on) == len(stays)
            and self.is_read_by(one.audience, NAMED_WORKER)
        ]

    def _take_record(
        self, records: Records, person_id: int, record: HandedRecord, begun: Sequence[int], *, is_new: bool
    ) -> None:
        """`begun`: the interviews taken over, in the order of the file. Of somebody who has a case here only what is
        not known yet is added, and no plan."""
        if is_new:
            self._take_plans(records, record, begun)
        self._take_notes(records, person_id, record.notes, begun if is_new else ())
        now, by = self._surroundings.now(), self.profile.name
        logged = records.hand_offs.of(person_id)
        for passed in record.hand_offs:
            if passed not in logged:
                records.hand_offs.add(person_id, passed, now)
        here = {one.kind: one for one in records.landlords.of(person_id)}
        for tried in record.landlords:
            if tried.kind not in here or here[tried.kind].on < tried.on:
                records.landlords.add(person_id, tried, now)
        said = {one.question_id: one.said_on for one in records.part_one.of(person_id)}
        new = (one for one in record.part_one if said.get(one.question_id, date.min) < one.said_on)
        records.part_one.keep(person_id, tuple(_answer(one) for one in new), by, now)

    def _take_plans(self, records: Records, record: HandedRecord, begun: Sequence[int]) -> None:
        """Each form under the interview it stood in, with its number; then what is logged of them."""
        for one in record.plans:
            sitting_id, plan = _among(begun, one.sitting), with_services_of_elsewhere(one.plan)
            if not holds_together(plan):
                raise NOT_ONE
            if records.plans.save(sitting_id, plan, one.made_at, plan.version - 1).version != plan.version:
                raise NOT_ONE
        if not all(0 < one.version <= MOST for one in record.edits):
            raise NOT_ONE
        records.edits.add(
            PlanEdit(_among(begun, one.sitting), one.version, one.at, one.on, one.by, one.role, one.why, one.change)
            for one in record.edits
        )
        for place, kind, on in record.also:
            records.edits.stands_for(_among(begun, place), kind, on)

    def _take_notes(self, records: Records, person_id: int, notes: Sequence[HandedNote], begun: Sequence[int]) -> None:
        rows = self._surroundings.reference.matrix.rows
        here = {(one.written_at, one.words) for one in records.cases.notes(person_id)}
        for one in notes:
            if one.audience not in rows or rows[one.audience].part != "ordinary" or len(one.words) > LONG_TEXT:
                raise NOT_ONE
            sitting = None if one.sitting is None or not begun else _among(begun, one.sitting)
            if (one.written_at, one.words) not in here:
                records.cases.add_note(person_id, one.words, one.audience, one.by, one.on, one.written_at, sitting)


def _among(begun: Sequence[int], place: int) -> int:
    """The interview at this place of the file. Raises UsageError where it has none there."""
    if not 0 <= place < len(begun):
        raise NOT_ONE
    return begun[place]


def _answer(one: HandedPartOne) -> PartOneAnswer:
    try:
        return PartOneAnswer(one.question_id, json_of(one.value), one.said_on, one.source)
    except ValueError:
        raise NOT_ONE from None

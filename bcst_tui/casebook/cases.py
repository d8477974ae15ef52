"""Reading cases: the lists of them, their interviews, and what is open at the start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bcst_tui.casebook.case_values import InterviewLine
from bcst_tui.casebook.closing import closed_words
from bcst_tui.casebook.finding import EVERYTHING_OPEN, MOST_COUNTED, PAGE, CasePage
from bcst_tui.casebook.listing import Listing, with_meetings
from bcst_tui.casebook.owing import going_on
from bcst_tui.casebook.values import CaseLine, Sitting, Unfinished
from bcst_tui.plan.open_lines import next_due
from bcst_tui.script.model import SittingKind
from bcst_tui.vault.list_values import CaseInShort, Wanted
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import CaseEvent, Person

EVERYBODY = 1_000_000_000


class Cases(Listing):
    """The part of the casebook that finds cases and reads them."""

    def cases(self) -> tuple[CaseLine, ...]:
        """Every open case, the newest first."""
        return self.find_cases(EVERYTHING_OPEN, most=EVERYBODY).lines

    def closed_cases(self) -> tuple[CaseLine, ...]:
        """Every case that was closed, the newest first."""
        return self.find_cases(Wanted(is_closed=True), most=EVERYBODY).lines

    def find_cases(self, wanted: Wanted, start: int = 0, most: int = PAGE) -> CasePage:
        """The cases that are wanted, from the one in this place on; only those given back are read."""
        unkept = self._bring_up()
        with self._vault.session() as records:
            unkept = self._with_days(records, unkept)
            counted = max(MOST_COUNTED, start + most)
            found = self._found(records, wanted, counted + 1, unkept)
            shown = found[start : start + most]
            lines = self._read_lines(records, shown, self._shorts(records, shown, unkept))
        return CasePage(lines, min(len(found), counted), len(found) > counted)

    def case(self, case_id: int) -> CaseLine:
        """One case, open or closed."""
        with self._vault.session() as records:
            return self._line(records, records.people.get(case_id))

    def case_by_reference(self, reference: str) -> CaseLine | None:
        """The case with this reference, or that took over the one with it; in any case of letters."""
        with self._vault.session() as records:
            person = records.people.by_reference(reference)
            return self._line(records, person) if person else None

    def unfinished(self) -> Unfinished | None:
        """The interview saved last of those not ended: what is offered at the start."""
        unkept = self._bring_up()
        open_ones = {one.saved_at: number for number, one in unkept.items() if one.is_unfinished and one.saved_at}
        with self._vault.session() as records:
            person_id = open_ones[max(open_ones)] if open_ones else records.lists.last_unfinished()
            if person_id is None:
                return None
            return Unfinished(self._line(records, records.people.get(person_id)), self.today())

    def open_sitting(self, case_id: int) -> Sitting | None:
        """The case's interview to go on with: one that is not ended, else the latest."""
        with self._vault.session() as records:
            person, sittings = records.people.get(case_id), records.sittings.of_this_stay(case_id)
            return self._sitting(records, person, going_on(sittings)) if sittings else None

    def sitting(self, sitting_id: int) -> Sitting:
        """One interview, whichever it is."""
        with self._vault.session() as records:
            found = records.sittings.get(sitting_id)
            return self._sitting(records, records.people.get(found.person_id), found)

    def interviews(self, case_id: int) -> tuple[InterviewLine, ...]:
        """All of a case's interviews, the latest first, each with the other assessments it stands for (R08)."""
        with self._vault.session() as records:
            person = records.people.get(case_id)
            held = [self._sitting(records, person, found) for found in records.sittings.of(case_id)]
            also = {one.sitting_id: tuple(kind for kind, _ in records.edits.also(one.sitting_id)) for one in held}
        return tuple(_interview_line(one, also[one.sitting_id]) for one in reversed(held))

    def _read_lines(
        self, records: Records, named: Sequence[int], shorts: dict[int, CaseInShort]
    ) -> tuple[CaseLine, ...]:
        """In short, without how far the interview has come: that takes reading it."""
        closings = records.cases.closings(named)
        former = records.cases.former_references_among(named)
        return tuple(
            self._line_of(one, shorts[one.id], closings.get(one.id), former.get(one.id, ()))
            for one in records.people.some(named)
        )

    def _line(self, records: Records, person: Person) -> CaseLine:
        """One case whole, with how far its interview has come."""
        closing, former = records.cases.closing(person.id), tuple(records.cases.former_references(person.id))
        line = self._line_of(person, self._short_now(records, person.id), closing, former)
        held = records.sittings.of_this_stay(person.id)
        if not held:
            return line
        progress = self._sitting(records, person, going_on(held)).interview.progress()
        return replace(line, answered=progress.answered, asked=progress.asked)

    def _short_now(self, records: Records, person_id: int) -> CaseInShort:
        short = self._short_of(records, person_id)
        days = [on for number, on in records.private.days() if number == person_id]
        return short if short.is_closed else with_meetings(short, days)

    def _line_of(
        self, person: Person, short: CaseInShort, closing: CaseEvent | None, former: tuple[str, ...]
    ) -> CaseLine:
        today = self.today()
        on, title = next_due(short.lines, today)
        return CaseLine(
            person.id,
            person.reference,
            person.name_used,
            person.prison_number or "",
            sitting_kind=short.sitting_kind,
            sitting_status=short.sitting_status,
            saved_at=short.saved_at,
            next_due=on,
            next_due_title=title,
            is_overdue=short.late_from is not None and short.late_from < today,
            closed=closed_words(closing) if closing else "",
            formerly=former,
        )


def _interview_line(sitting: Sitting, also: tuple[SittingKind, ...]) -> InterviewLine:
    progress = sitting.interview.progress()
    interview = sitting.interview
    return InterviewLine(
        sitting.sitting_id, interview.sitting, sitting.status, interview.today, progress.answered, progress.asked, also
    )

"""Reading cases: the lists of them, their interviews, and what is open at the start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bcst_tui.casebook.case_values import InterviewLine
from bcst_tui.casebook.closing import closed_words
from bcst_tui.casebook.owing import Owing, by_person, going_on
from bcst_tui.casebook.values import CaseLine, Sitting, Unfinished
from bcst_tui.plan.todays import CaseOwes, next_due, states
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_due import Standing
from bcst_tui.vault.values import CaseEvent, Person


class Cases(Owing):
    """The part of the casebook that finds cases and reads them."""

    def cases(self) -> tuple[CaseLine, ...]:
        """Every open case, the newest first."""
        return self._lines(closed=False)

    def closed_cases(self) -> tuple[CaseLine, ...]:
        """Every case that was closed, the newest first."""
        return self._lines(closed=True)

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
        with self._vault.session() as records:
            open_ones = records.sittings.unfinished()
            if not open_ones:
                return None
            line = self._line(records, records.people.get(open_ones[0].person_id))
            return Unfinished(line, self.today())

    def open_sitting(self, case_id: int) -> Sitting | None:
        """The case's interview to go on with: one that is not ended, else the latest."""
        with self._vault.session() as records:
            person, sittings = records.people.get(case_id), records.sittings.of(case_id)
            return self._sitting(records, person, going_on(sittings)) if sittings else None

    def sitting(self, sitting_id: int) -> Sitting:
        """One interview, whichever it is."""
        with self._vault.session() as records:
            found = records.sittings.get(sitting_id)
            return self._sitting(records, records.people.get(found.person_id), found)

    def interviews(self, case_id: int) -> tuple[InterviewLine, ...]:
        """All of a case's interviews, the latest first."""
        with self._vault.session() as records:
            person = records.people.get(case_id)
            held = [self._sitting(records, person, found) for found in records.sittings.of(case_id)]
        return tuple(_interview_line(sitting) for sitting in reversed(held))

    def _lines(self, *, closed: bool) -> tuple[CaseLine, ...]:
        """In short, without how far the interview has come: that takes reading it."""
        with self._vault.session() as records:
            closings = records.cases.closings()
            former = records.cases.all_former_references()
            wanted = [one for one in reversed(records.people.all()) if (one.id in closings) == closed]
            held = by_person(records.due.standings())
            owes = [] if closed else self._owes(records, wanted, held)
        lines = [_in_short(one, held.get(one.id, []), closings.get(one.id), former.get(one.id, ())) for one in wanted]
        if closed:
            return tuple(lines)
        return tuple(self._with_due(line, one) for line, one in zip(lines, owes, strict=True))

    def _line(self, records: Records, person: Person) -> CaseLine:
        """One case whole, with how far its interview has come."""
        closing, former = records.cases.closing(person.id), tuple(records.cases.former_references(person.id))
        held = by_person(records.due.standings(person.id)).get(person.id, [])
        line = _in_short(person, held, closing, former)
        if held:
            latest = self._sitting(records, person, records.sittings.get(going_on(held).id))
            progress = latest.interview.progress()
            line = replace(line, answered=progress.answered, asked=progress.asked)
        if closing or not held:
            return line
        (owes,) = self._owes(records, [person], {person.id: held})
        return self._with_due(line, owes)

    def _with_due(self, line: CaseLine, owes: CaseOwes) -> CaseLine:
        today, clocks = self.today(), self._surroundings.reference.clocks
        on, title = next_due(owes, today, clocks)
        return replace(line, next_due=on, next_due_title=title, states=states(owes, today, clocks))


def _in_short(person: Person, held: Sequence[Standing], closing: CaseEvent | None, former: tuple[str, ...]) -> CaseLine:
    line = CaseLine(
        person.id,
        person.reference,
        person.name_used,
        person.prison_number or "",
        closed=closed_words(closing) if closing else "",
        formerly=former,
    )
    if not held:
        return line
    latest = going_on(held)
    return replace(line, sitting_kind=latest.kind, sitting_status=latest.status, saved_at=latest.last_saved_at)


def _interview_line(sitting: Sitting) -> InterviewLine:
    progress = sitting.interview.progress()
    interview = sitting.interview
    return InterviewLine(
        sitting.sitting_id, interview.sitting, sitting.status, interview.today, progress.answered, progress.asked
    )

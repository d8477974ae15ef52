"""Reading cases: the lists of them, their interviews, and what is open at the start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bcst_tui.casebook.case_values import InterviewLine
from bcst_tui.casebook.closing import closed_words
from bcst_tui.casebook.plans import Plans
from bcst_tui.casebook.scripts import Scripts
from bcst_tui.casebook.values import CaseLine, Sitting, Unfinished
from bcst_tui.interview import engine
from bcst_tui.interview.carried import carried
from bcst_tui.interview.earlier import NOTHING_TOLD
from bcst_tui.interview.state import Interview
from bcst_tui.vault import values as kept
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import CaseEvent, Person


class Cases(Plans):
    """The part of the casebook that finds cases and reads them."""

    _scripts: Scripts

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
        with self._vault.session() as records:
            closings = records.cases.closings()
            former = records.cases.all_former_references()
            wanted = [one for one in reversed(records.people.all()) if (one.id in closings) == closed]
            return tuple(
                self._line_of(records, person, closings.get(person.id), former.get(person.id, ())) for person in wanted
            )

    def _line(self, records: Records, person: Person) -> CaseLine:
        former = tuple(records.cases.former_references(person.id))
        return self._line_of(records, person, records.cases.closing(person.id), former)

    def _line_of(
        self, records: Records, person: Person, closing: CaseEvent | None, former: tuple[str, ...]
    ) -> CaseLine:
        closed = closed_words(closing) if closing else ""
        line = CaseLine(
            person.id, person.reference, person.name_used, person.prison_number or "", closed=closed, formerly=former
        )
        sittings = records.sittings.of(person.id)
        if not sittings:
            return line
        latest = self._sitting(records, person, going_on(sittings))
        progress = latest.interview.progress()
        due, title = (None, "") if closed else self._next_due(records, latest)
        return replace(
            line,
            sitting_kind=latest.interview.sitting,
            sitting_status=latest.status,
            saved_at=latest.saved_at,
            answered=progress.answered,
            asked=progress.asked,
            next_due=due,
            next_due_title=title,
        )

    def _sitting(self, records: Records, person: Person, found: kept.Sitting) -> Sitting:
        interview = self._interview(records, found)
        closing = records.cases.closing(person.id)
        return Sitting(
            sitting_id=found.id,
            case_id=person.id,
            reference=person.reference,
            name_used=person.name_used,
            interview=interview,
            started_at=found.started_at,
            saved_at=found.last_saved_at,
            status=found.status,
            closed=closed_words(closing) if closing else "",
        )

    def _interview(self, records: Records, found: kept.Sitting) -> Interview:
        """The interview as it stands; what earlier ones of the person hold is there to be confirmed."""
        script = self._scripts.of(found.script_hash, records.sittings.script)
        before = [one for one in records.sittings.of(found.person_id) if one.id < found.id and one.moves]
        earlier = carried((self._interview(records, one) for one in before), script) if before else NOTHING_TOLD
        begun = engine.begin(script, found.kind, found.today, found.facts, earlier)
        return engine.resume(begun, records.sittings.moves(found.id, script))


def going_on(sittings: Sequence[kept.Sitting]) -> kept.Sitting:
    """The one that would be carried on: what is not ended, the last saved of several, else the latest."""
    unfinished = [one for one in sittings if one.status in ("open", "paused")]
    return max(unfinished, key=lambda one: (one.last_saved_at, one.id)) if unfinished else sittings[-1]


def _interview_line(sitting: Sitting) -> InterviewLine:
    progress = sitting.interview.progress()
    interview = sitting.interview
    return InterviewLine(
        sitting.sitting_id, interview.sitting, sitting.status, interview.today, progress.answered, progress.asked
    )

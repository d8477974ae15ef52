"""The one object both front ends hold: an unlocked vault, and everything a worker does with it."""

from __future__ import annotations

from dataclasses import replace

from bcst_tui.casebook.case_keeping import CaseKeeping
from bcst_tui.casebook.drafts import Drafts
from bcst_tui.casebook.new_cases import checked_case
from bcst_tui.casebook.papers import Papers
from bcst_tui.casebook.scripts import Scripts
from bcst_tui.casebook.values import CaseLine, NewCase, Sitting, Surroundings, Unfinished
from bcst_tui.interview import engine
from bcst_tui.interview.answer import NotAskedReason, Rejection
from bcst_tui.interview.known import years_between
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.script.condition import NonAnswerCode
from bcst_tui.script.model import SittingKind
from bcst_tui.vault import values as kept
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import Person
from bcst_tui.vault.vault import Vault


class Casebook(Papers, Drafts, CaseKeeping):
    """One worker's cases. Every call that changes something has it on the disk before it returns.

    Raises NotSaved where the disk refuses; then nothing has changed.
    """

    def __init__(self, vault: Vault, surroundings: Surroundings) -> None:
        self._vault = vault
        self._surroundings = surroundings
        self._scripts = Scripts(surroundings.script_files, surroundings.reference)
        with vault.session() as records:
            self.profile = records.profile()

    @property
    def warning(self) -> str:
        """A sentence to show once after unlocking, or empty."""
        return self._vault.warning

    def close(self) -> None:
        """Lock: one file is left, and nothing of it open."""
        self._vault.close()

    def cases(self) -> tuple[CaseLine, ...]:
        """Every case, the newest first."""
        with self._vault.session() as records:
            return tuple(self._line(records, person) for person in reversed(records.people.all()))

    def unfinished(self) -> Unfinished | None:
        """The interview saved last of those not ended: what is offered at the start."""
        with self._vault.session() as records:
            open_ones = records.sittings.unfinished()
            if not open_ones:
                return None
            line = self._line(records, records.people.get(open_ones[0].person_id))
            return Unfinished(line, self.today())

    def add_case(self, new: NewCase) -> CaseLine | Rejection:
        """Open a case under the next neutral reference."""
        checked = checked_case(new, self.today())
        if isinstance(checked, Rejection):
            return checked
        now = self._surroundings.now()
        with self._vault.session() as records:
            person = records.people.add(
                checked.name_used,
                now,
                legal_name=checked.legal_name,
                prison_number=checked.prison_number,
                birth_date=checked.birth_date,
                opened_by=self.profile.name,
            )
            records.log("person_added", person.reference, now)
            return self._line(records, person)

    def begin(self, case_id: int, kind: SittingKind = "first_screening") -> Sitting:
        """Begin a sitting on today's script, or go on with the one already open."""
        now = self._surroundings.now()
        with self._vault.session() as records:
            person = records.people.get(case_id)
            for sitting in reversed(records.sittings.of(case_id)):
                if sitting.status in ("open", "paused"):
                    records.log("resumed", person.reference, now)
                    return self._sitting(records, person, sitting)
            texts, facts = self._scripts.today(), self._facts(person)
            begun = records.sittings.begin(case_id, kind, texts, self.today(), now, facts)
            records.log("begun", person.reference, now)
            return self._sitting(records, person, begun)

    def open_sitting(self, case_id: int) -> Sitting | None:
        """The case's latest sitting, finished or not."""
        with self._vault.session() as records:
            sittings = records.sittings.of(case_id)
            person = records.people.get(case_id)
            return self._sitting(records, person, sittings[-1]) if sittings else None

    def case_by_reference(self, reference: str) -> CaseLine | None:
        """The case with this reference, in any case of letters."""
        with self._vault.session() as records:
            person = records.people.by_reference(reference)
            return self._line(records, person) if person else None

    def answer(self, sitting: Sitting, raw: Json) -> Sitting | Rejection:
        """Answer the question being asked; it is on the disk before the next one is known."""
        return self._moved(sitting, engine.answer(sitting.interview, raw))

    def revise(self, sitting: Sitting, question_id: str, raw: Json) -> Sitting | Rejection:
        return self._moved(sitting, engine.revise(sitting.interview, question_id, raw))

    def skip(self, sitting: Sitting, code: NonAnswerCode, reason: NotAskedReason | None = None) -> Sitting | Rejection:
        return self._moved(sitting, engine.skip(sitting.interview, code, reason))

    def look(self, sitting: Sitting, question_id: str) -> Sitting | Rejection:
        return self._moved(sitting, engine.look(sitting.interview, question_id))

    def back(self, sitting: Sitting) -> Sitting:
        return self._kept(sitting, engine.back(sitting.interview))

    def onward(self, sitting: Sitting) -> Sitting:
        return self._kept(sitting, engine.onward(sitting.interview))

    def undo(self, sitting: Sitting) -> Sitting:
        return self._kept(sitting, engine.undo(sitting.interview))

    def add_row(self, sitting: Sitting, group_id: str) -> Sitting | Rejection:
        return self._moved(sitting, engine.add_row(sitting.interview, group_id))

    def remove_row(self, sitting: Sitting, row_id: str) -> Sitting | Rejection:
        return self._moved(sitting, engine.remove_row(sitting.interview, row_id))

    def stop(self, sitting: Sitting) -> Sitting:
        """End for now; the interview is offered again at the next start."""
        now = self._surroundings.now()
        with self._vault.session() as records:
            if records.sittings.get(sitting.sitting_id).status == "open":
                records.sittings.pause(sitting.sitting_id, now)
        return replace(sitting, status="paused" if sitting.status == "open" else sitting.status, saved_at=now)

    def complete(self, sitting: Sitting) -> Sitting:
        """End for good: the sitting was held and is whole."""
        now = self._surroundings.now()
        with self._vault.session() as records:
            records.sittings.complete(sitting.sitting_id, now)
            records.drafts.drop(sitting.sitting_id)
            records.log("completed", sitting.reference, now)
        return replace(sitting, status="completed", saved_at=now)

    def words(self, text: str) -> str:
        """A script's words with the names and roles of this place in them."""
        return (
            text.replace("{worker_name}", self.profile.name)
            .replace("{prison}", self.profile.prison)
            .replace("{sealed_reader_role}", self.profile.sealed_reader_role)
            .replace("{safeguarding_role}", self.profile.safeguarding_role)
        )

    def _moved(self, sitting: Sitting, moved: Interview | Rejection) -> Sitting | Rejection:
        return moved if isinstance(moved, Rejection) else self._kept(sitting, moved)

    def _kept(self, sitting: Sitting, moved: Interview) -> Sitting:
        """The sitting with its new moves on the disk; raises if somebody else has moved it meanwhile."""
        new = moved.moves[len(sitting.interview.moves) :]
        if not new:
            return sitting
        now = self._surroundings.now()
        with self._vault.session() as records:
            last = records.sittings.append_moves(sitting.sitting_id, new, now)
            if last != len(moved.moves):
                raise RuntimeError(f"sitting {sitting.sitting_id} was moved from elsewhere")
            records.drafts.settle(sitting.sitting_id, new)
        return replace(sitting, interview=moved, saved_at=now, status="open")

    def _facts(self, person: Person) -> dict[str, str]:
        facts = {
            "resettlement_prison": "yes" if self.profile.is_resettlement_prison else "no",
            "worker_name": self.profile.name,
            "prison": self.profile.prison,
            "sealed_reader_role": self.profile.sealed_reader_role,
            "safeguarding_role": self.profile.safeguarding_role,
            "prison_number": person.prison_number or "",
        }
        if person.birth_date is not None:
            facts["birth_date"] = person.birth_date.isoformat()
            facts["age"] = str(years_between(person.birth_date, self.today()))
        return {name: value for name, value in facts.items() if value}

    def _sitting(self, records: Records, person: Person, found: kept.Sitting) -> Sitting:
        script = self._scripts.of(found.script_hash, records.sittings.script)
        begun = engine.begin(script, found.kind, found.today, found.facts)
        interview = engine.resume(begun, records.sittings.moves(found.id, script))
        return Sitting(
            sitting_id=found.id,
            case_id=person.id,
            reference=person.reference,
            name_used=person.name_used,
            interview=interview,
            started_at=found.started_at,
            saved_at=found.last_saved_at,
            status=found.status,
        )

    def _line(self, records: Records, person: Person) -> CaseLine:
        line = CaseLine(person.id, person.reference, person.name_used, person.prison_number or "")
        sittings = records.sittings.of(person.id)
        if not sittings:
            return line
        latest = self._sitting(records, person, sittings[-1])
        progress = latest.interview.progress()
        due, title = self._next_due(records, latest)
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

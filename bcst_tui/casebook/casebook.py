"""The one object both front ends hold: an unlocked vault, and everything a worker does with it."""

from __future__ import annotations

from dataclasses import replace

from bcst_tui.casebook.carrying_out import CarryingOut
from bcst_tui.casebook.case_keeping import CaseKeeping
from bcst_tui.casebook.days import Days
from bcst_tui.casebook.drafts import Drafts
from bcst_tui.casebook.erasing import Erasing
from bcst_tui.casebook.figures import FiguresKeeping
from bcst_tui.casebook.forms import Forms
from bcst_tui.casebook.hand_offs import HandOffs
from bcst_tui.casebook.hand_over import HandOver
from bcst_tui.casebook.lead_opening import LeadOpenings
from bcst_tui.casebook.merges import Merges
from bcst_tui.casebook.missed import MissedInterviews
from bcst_tui.casebook.new_cases import CheckedCase, checked_case, has_name_and_birth, has_number
from bcst_tui.casebook.notes import Notes
from bcst_tui.casebook.one_plan import is_two_assessments
from bcst_tui.casebook.owing import going_on
from bcst_tui.casebook.part_one import PartOneKeeping
from bcst_tui.casebook.private_agreements import PrivateAgreements
from bcst_tui.casebook.record_requests import RecordRequests
from bcst_tui.casebook.scripts import Scripts
from bcst_tui.casebook.services import Services
from bcst_tui.casebook.slips import Slips
from bcst_tui.casebook.statements import Statements
from bcst_tui.casebook.stays import Stays
from bcst_tui.casebook.values import CaseLine, HasCase, NewCase, SameAs, Sitting, Surroundings
from bcst_tui.casebook.worker_care import WorkerCare
from bcst_tui.interview import engine
from bcst_tui.interview.answer import NotAskedReason, Rejection
from bcst_tui.interview.known import years_between
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Json
from bcst_tui.script.condition import NonAnswerCode
from bcst_tui.script.model import SittingKind
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import Person
from bcst_tui.vault.vault import Vault


class Casebook(
    HandOffs,
    HandOver,
    PartOneKeeping,
    RecordRequests,
    Drafts,
    Forms,
    CaseKeeping,
    Erasing,
    Merges,
    Notes,
    Slips,
    Services,
    Days,
    FiguresKeeping,
    Statements,
    Stays,
    CarryingOut,
    MissedInterviews,
    PrivateAgreements,
    LeadOpenings,
    WorkerCare,
):
    """One worker's cases. Every call that changes something has it on the disk before it returns.

    Raises NotSaved where the disk refuses; then nothing has changed.
    """

    def __init__(self, vault: Vault, surroundings: Surroundings) -> None:
        self._vault = vault
        self._surroundings = surroundings
        self._scripts = Scripts(surroundings.script_files, surroundings.reference)
        self._given_services = surroundings.reference.services
        with vault.session() as records:
            self.profile = records.profile()
            self._learn_services(records.services.all())

    @property
    def warning(self) -> str:
        """A sentence to show once after unlocking, or empty."""
        return self._vault.warning

    def close(self) -> None:
        """Lock: one file is left, and nothing of it open."""
        self._vault.close()

    def _alike(self, records: Records, checked: CheckedCase) -> tuple[SameAs, ...]:
        """Cases, closed ones too, that may be this person's: by prison number, or by name and birth date."""
        return tuple(
            SameAs(self._line(records, person), has_number(person, checked))
            for person in records.people.alike(checked.prison_number, checked.birth_date)
            if has_number(person, checked) or has_name_and_birth(person, checked)
        )

    def add_case(self, new: NewCase, *, is_another: bool = False) -> CaseLine | HasCase | Rejection:
        """Open a case under the next neutral reference; a HasCase where that may be somebody who has one.

        `is_another`: the worker has looked at that case, and says that this is somebody else.
        """
        checked = checked_case(new, self.today())
        if isinstance(checked, Rejection):
            return checked
        now = self._surroundings.now()
        with self._vault.session() as records:
            if not is_another and (same := self._alike(records, checked)):
                return HasCase(" ".join(one.words for one in same), same)
            person = records.people.add(
                checked.name_used,
                now,
                legal_name=checked.legal_name,
                prison_number=checked.prison_number,
                birth_date=checked.birth_date,
                opened_by=self.profile.name,
            )
            records.private.begin_missing()
            records.log("person_added", person.reference, now)
            return self._line(records, person)

    def begin(self, case_id: int, kind: SittingKind = "first_screening") -> Sitting:
        """Begin a sitting on today's script, or go on with the one already open. Raises CaseClosed, a NotSaved.

        One that was begun as another kind by mistake becomes this kind, as long as nothing was said in it.
        """
        now = self._surroundings.now()
        with self._vault.session() as records:
            records.cases.refuse_closed(case_id)
            person, held = records.people.get(case_id), records.sittings.of_this_stay(case_id)
            if held and (latest := going_on(held)).status in ("open", "paused"):
                records.log("resumed", person.reference, now)
                going = self._sitting(records, person, latest)
                if kind == "first_screening" or kind == latest.kind or not going.may_change_kind:
                    return going
                return self._sitting(records, person, records.sittings.change_kind(latest.id, kind))
            texts, facts = self._scripts.today(), self._facts(person)
            begun = records.sittings.begin(case_id, kind, texts, self.today(), now, facts)
            records.private.new_sitting(case_id)
            records.log("begun", person.reference, now)
            return self._sitting(records, person, begun)

    def answer(self, sitting: Sitting, raw: Json) -> Sitting | Rejection:
        """Answer the question being asked; it is on the disk before the next one is known."""
        return self._moved(sitting, engine.answer(sitting.interview, raw, self.today()))

    def confirm(self, sitting: Sitting) -> Sitting | Rejection:
        """Say of the question being asked that what was told in an earlier sitting is still right."""
        return self._moved(sitting, engine.confirm(sitting.interview))

    def revise(self, sitting: Sitting, question_id: str, raw: Json) -> Sitting | Rejection:
        return self._moved(sitting, engine.revise(sitting.interview, question_id, raw, self.today()))

    def skip(self, sitting: Sitting, code: NonAnswerCode, reason: NotAskedReason | None = None) -> Sitting | Rejection:
        return self._moved(sitting, engine.skip(sitting.interview, code, reason))

    def look(self, sitting: Sitting, question_id: str) -> Sitting | Rejection:
        return self._moved(sitting, engine.look(sitting.interview, question_id))

    def back(self, sitting: Sitting) -> Sitting:
        return self.keep(sitting, engine.back(sitting.interview))

    def onward(self, sitting: Sitting) -> Sitting:
        return self.keep(sitting, engine.onward(sitting.interview))

    def undo(self, sitting: Sitting) -> Sitting:
        return self.keep(sitting, engine.undo(sitting.interview))

    def add_row(self, sitting: Sitting, group_id: str) -> Sitting | Rejection:
        return self._moved(sitting, engine.add_row(sitting.interview, group_id))

    def remove_row(self, sitting: Sitting, row_id: str) -> Sitting | Rejection:
        return self._moved(sitting, engine.remove_row(sitting.interview, row_id))

    def stop(self, sitting: Sitting) -> Sitting:
        """End for now; the interview is offered again at the next start."""
        now = self._surroundings.now()
        with self._vault.session() as records:
            if records.cases.closing(sitting.case_id) is not None:
                return sitting
            if records.sittings.get(sitting.sitting_id).status == "open":
                records.sittings.pause(sitting.sitting_id, now)
        return replace(sitting, status="paused" if sitting.status == "open" else sitting.status, saved_at=now)

    def complete(self, sitting: Sitting) -> Sitting:
        """End for good: the sitting was held and is whole; its plan is kept, so that lists need not derive it."""
        now = self._surroundings.now()
        with self._vault.session() as records:
            records.sittings.complete(sitting.sitting_id, now)
            records.drafts.drop(sitting.sitting_id)
            records.log("completed", sitting.reference, now)
            plan = self._as_kept(records, sitting)
            if sitting.interview.sitting == "first_screening" and is_two_assessments(plan):
                records.edits.stands_for(sitting.sitting_id, "review", sitting.interview.today)
            if plan.agreed_on is None:
                self._keep(records, sitting, plan)
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
        return moved if isinstance(moved, Rejection) else self.keep(sitting, moved)

    def keep(self, sitting: Sitting, moved: Interview) -> Sitting:
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
            kept = replace(sitting, interview=moved, saved_at=now, status="open")
            self._decided_by_answers(records, kept, sitting.interview)
        return kept

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

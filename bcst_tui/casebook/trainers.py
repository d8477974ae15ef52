"""The training casebook with what trainers do: debrief, leaks to find, hand-over drill, dashboard, deletion."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

from bcst_tui.casebook.rehearsal_record import AtTheEnd, kept_of
from bcst_tui.casebook.rehearsal_values import Rehearsal
from bcst_tui.casebook.rehearsal_ways import same_family
from bcst_tui.casebook.safe_contact_form import NOT_SAID, in_words
from bcst_tui.casebook.training import OtherVersion, TrainingCasebook
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.ledger import Item
from bcst_tui.disclosure.safe_contact import SafeContact
from bcst_tui.errors import BcstError, ExportRefused, NotSaved, UsageError
from bcst_tui.interview.answer import Rejection
from bcst_tui.reference.audience import AudienceCode
from bcst_tui.script.loading import load_script
from bcst_tui.script.script import Script
from bcst_tui.training.coding import CodeBook, code_book
from bcst_tui.training.dashboard import Dashboard
from bcst_tui.training.debrief import MOST_OWN_LINES, Debrief
from bcst_tui.training.drill import handed_over, told_in
from bcst_tui.training.evidence import Evidence
from bcst_tui.training.leaks import Exercise, Found, Leak, Paper, planted
from bcst_tui.training.marking import marked
from bcst_tui.training.naming import Names
from bcst_tui.training.observing import Sheet, Tick, two_observers
from bcst_tui.training.persona import Persona
from bcst_tui.training.presenting import Frame, frames
from bcst_tui.training.results import NO_TRAINEE, Result, result_of
from bcst_tui.training.spacing import recall_before
from bcst_tui.vault.attempt_values import KeptAttempt

FIVE_PAPERS = 5
READERS: tuple[AudienceCode, ...] = ("CELL", "RO", "HOU", "SPEC", "WK", "FULL", "SG")
"""Whose copies are put before a group, the first five that can be made."""
OWN, SHEETS, WRONG, CHECK, DRILL = "own_lines", "sheets", "wrong", "export_check", "drill"
"""The words under which notes are kept beside a rehearsal."""


class NoRehearsal(BcstError):
    """No rehearsal has this number."""

    title = "There is no such rehearsal"
    exit_code = 2


class TrainersCasebook(TrainingCasebook):
    """One training vault, for those who look at rehearsals afterwards."""

    def numbered_rehearsal(self, number: int) -> KeptAttempt:
        """The rehearsal with this number. Raises NoRehearsal."""
        found = next((one for one in self.rehearsals() if one.id == number), None)
        if found is None:
            numbers = ", ".join(str(one.id) for one in self.rehearsals()) or "none yet"
            raise NoRehearsal(f"There is no rehearsal {number}.", f"There are: {numbers}.")
        return found

    def rehearsal(self, kept: KeptAttempt) -> Rehearsal:
        """The same played again; in a drill, with the person as they were handed over."""
        drill = self._note(kept.id, DRILL)
        if drill is None:
            return super().rehearsal(kept)
        base = self.library.personas[kept.persona].persona
        persona = handed_over(base, tuple(drill["told"]), drill["month"])
        with self._standing_in(persona):
            return super().rehearsal(kept)

    # the debrief

    def debrief(self, number: int) -> Debrief:
        """Everything its debrief is written from; its results are folded until own lines are there."""
        kept = self.numbered_rehearsal(number)
        rehearsal, sitting = self.rehearsal(kept), self.sitting(kept.sitting_id)
        evidence = self._evidence(rehearsal, sitting)
        sheets = self._sheets(number)
        check = self._note(kept.id, CHECK)
        minutes = None if kept.ended_at is None else round((kept.ended_at - kept.begun_at).total_seconds() / 60)
        return Debrief(
            evidence,
            marked(evidence, sheets[0] if sheets else None),
            number=self._number(kept),
            trainee=kept.trainee,
            minutes=minutes,
            own=tuple(self._note(kept.id, OWN) or ()),
            observers=two_observers(sheets[0], sheets[1]) if len(sheets) > 1 else None,
            export_check=_check_from(check) if check else None,
            form=_said_on(self.safe_contact(kept.case_id)),
            names=self._names(sitting.interview.script),
            on=kept.begun_at.date(),
            parallel=tuple(one.id for one in same_family(self, rehearsal)),
        )

    def _names(self, script: Script) -> Names:
        questions = {name: placed.question for name, placed in script.placed.items()}
        activities = self._surroundings.reference.activities
        return Names(
            {name: one.in_short for name, one in questions.items() if one.in_short},
            {name: one.title for name, one in activities.items()},
        )

    def write_own_lines(self, number: int, *lines: str) -> None:
        """How it was, in one or two lines of the trainee's own; it opens the results."""
        written = [line.strip() for line in lines if line.strip()]
        if not 1 <= len(written) <= MOST_OWN_LINES:
            raise UsageError("Write one line or two.", "How was that for you?")
        self._keep_note(number, OWN, written)

    def keep_sheet(self, number: int, sheet: Sheet) -> None:
        """An observer's ticks, in place of their earlier ones."""
        others = [one for one in self._sheets(number) if one.observer != sheet.observer]
        self._keep_note(number, SHEETS, [_sheet_kept(one) for one in (*others, sheet)])

    def tick_wrong(self, number: int, *codes: str) -> None:
        """What a trainer saw in the record that costs more than a miss: `record_narrative` and others of the plan."""
        known = self._played(number).persona.plan.wrong
        if unknown := [one for one in codes if one not in known]:
            raise UsageError(f"{unknown[0]!r} is none of this person's.", f"There are: {', '.join(known)}.")
        self._keep_note(number, WRONG, list(codes))

    def recall(self, trainee: str) -> tuple[str, ...]:
        """What somebody of this code is asked by heart before they begin again; nothing without a code."""
        held = [one.begun_at.date() for one in self.rehearsals() if trainee and one.trainee == trainee and one.end]
        return recall_before(self._surroundings.today(), held)

    # find the leak, hand-over drill, groups

    def leak_exercise(self, number: int, seed: int) -> Exercise:
        """Five papers of this rehearsal, one with leaks planted in it. Raises ExportRefused."""
        played = self._played(number)
        papers = tuple(self._papers(self.sitting(played.kept.sitting_id)))
        return planted(papers, played.persona, seed)

    def keep_export_check(self, number: int, found: Found) -> None:
        """What was found of the leaks, for the debrief."""
        leaks = ([one.line, one.kind, one.why] for one in found.found), ([o.line, o.kind, o.why] for o in found.missed)
        self._keep_note(number, CHECK, [*(list(some) for some in leaks), found.false_alarms])

    def begin_drill(self, number: int, seed: int, trainee: str = "") -> Rehearsal | Rejection:
        """The same person with the next trainee: what was told is to be confirmed."""
        first = self._played(number)
        told, month = told_in(first.attempt), f"{first.kept.begun_at:%B}"
        if not told:
            return Rejection("Nothing was told in that rehearsal, so there is nothing to confirm.")
        persona = handed_over(first.persona, told, month)
        with self._standing_in(persona):
            begun = self.rehearse(persona.id, seed, first.kept.mode, trainee)
        self._keep_note(begun.id, DRILL, {"told": told, "month": month})
        self._pass_on_lines(first.kept.case_id, begun.kept.case_id, told)
        return begun

    def _pass_on_lines(self, before: int, after: int, told: tuple[Item, ...]) -> None:
        """The line that was kept of each item told goes with it, as in a real hand-over."""
        with self._vault.session() as records:
            lines = tuple(one for one in records.private.of(before).record.lines if one.item in told)
            sealed = records.private.of(after)
            records.private.keep(after, replace(sealed, record=replace(sealed.record, lines=lines)))

    def book(self, number: int) -> CodeBook:
        return code_book(self._played(number).persona, load_script(self._surroundings.script_files))

    def frames(self, number: int) -> tuple[Frame, ...]:
        """The rehearsal to show a group."""
        played = self._played(number)
        return frames(played.persona, played.attempt, self.library.wordings, self.book(number))

    # the dashboard and the end of a course

    def dashboard(self) -> Dashboard:
        """Every rehearsal that has been ended; those of an earlier version of a person are counted and left out."""
        people = tuple(one.persona for one in self.library.personas.values())
        ended = [one for one in self.rehearsals() if one.end is not None]
        results = tuple(self._results(ended))
        return Dashboard(results, people, left_out=len(ended) - len(results))

    def _results(self, ended: list[KeptAttempt]) -> Iterator[Result]:
        for kept in ended:
            with suppress(OtherVersion):
                found = self.debrief(kept.id)
                day = kept.begun_at.date()
                yield result_of(found.marks, found.evidence.persona, kept.trainee, found.number, day)

    def delete_trainee(self, trainee: str) -> str:
        """Every rehearsal of this code, or of no code, with its case and its log; a sentence on what remains."""
        code = "" if trainee == NO_TRAINEE else trainee
        return self._delete([one for one in self.rehearsals() if one.trainee == code], trainee)

    def delete_everything(self) -> str:
        """The end of the course."""
        return self._delete(list(self.rehearsals()), "everybody")

    def _delete(self, of: list[KeptAttempt], whose: str) -> str:
        if not of:
            return f"There is no rehearsal of {whose}."
        with self._vault.session() as records:
            for kept in of:
                records.attempts.delete(kept.id)
                records.private.forget_days(kept.case_id)
                records.cases.erase(kept.case_id)
        told = f"{len(of)} rehearsal{'' if len(of) == 1 else 's'} of {whose} deleted."
        try:
            self._vault.clear_traces()
            self._vault.forget_in_backups()
        except NotSaved:
            return f"{told} The disk was too full to clear what lay beneath: make room, then delete again."
        return f"{told} No row and no backup holds any of it."

    # within

    def _played(self, number: int) -> Rehearsal:
        return self.rehearsal(self.numbered_rehearsal(number))

    def _evidence(self, rehearsal: Rehearsal, sitting: Sitting) -> Evidence:
        kept = rehearsal.kept
        plan, contact = self.plan(sitting), self.safe_contact(kept.case_id)
        with self._vault.session() as records:
            record = records.private.of(kept.case_id).record
        wrong = tuple(self._note(kept.id, WRONG) or ())
        end = AtTheEnd(rehearsal.persona, rehearsal.attempt, plan, record, contact)
        return Evidence(rehearsal.persona, rehearsal.attempt, kept_of(end, wrong))

    def _papers(self, sitting: Sitting) -> Iterator[Paper]:
        made = 0
        for reader in READERS:
            with suppress(ExportRefused):
                offered = self.recipients(sitting, reader)
                shown = self.preview(sitting, reader, to=offered[0].to if offered else "")
                yield Paper(reader, shown.file_name, tuple(shown.text.splitlines()))
                made += 1
            if made == FIVE_PAPERS:
                return

    def _number(self, kept: KeptAttempt) -> int:
        """The how-manieth rehearsal of this trainee it is."""
        return sum(one.trainee == kept.trainee and one.id <= kept.id for one in self.rehearsals())

    def _sheets(self, number: int) -> tuple[Sheet, ...]:
        return tuple(_sheet_from(one) for one in self._note(number, SHEETS) or ())

    def _note(self, attempt_id: int, kind: str) -> Any:
        with self._vault.session() as records:
            return records.attempts.note(attempt_id, kind)

    def _keep_note(self, attempt_id: int, kind: str, content: Any) -> None:
        with self._vault.session() as records:
            records.attempts.keep_note(attempt_id, kind, content, self._surroundings.now())

    @contextmanager
    def _standing_in(self, persona: Persona) -> Iterator[None]:
        """This person in place of the one of the same id."""
        library = self.library
        file = replace(library.personas[persona.id], persona=persona)
        self.library = replace(library, personas={**library.personas, persona.id: file})
        try:
            yield
        finally:
            self.library = library


def _said_on(contact: SafeContact | None) -> tuple[str, ...]:
    """The lines of the form on which something stands."""
    return tuple(line for line in in_words(contact) if not line.endswith(f": {NOT_SAID}")) if contact else ()


def _sheet_kept(sheet: Sheet) -> dict[str, Any]:
    return {"observer": sheet.observer, "ticks": [[one.row, one.points, one.quote, one.turn] for one in sheet.ticks]}


def _sheet_from(kept: dict[str, Any]) -> Sheet:
    return Sheet(kept["observer"], tuple(Tick(*one) for one in kept["ticks"]))


def _check_from(kept: list[Any]) -> Found:
    found, missed, false_alarms = kept
    return Found(tuple(Leak(*one) for one in found), tuple(Leak(*one) for one in missed), false_alarms)

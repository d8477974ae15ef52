"""A person's own statement about convictions: written with them, kept apart, on paper only when they ask for it."""

from __future__ import annotations

from pathlib import Path

from bcst_tui.casebook.cases import Cases
from bcst_tui.casebook.marks import copy_name, marked_copy
from bcst_tui.casebook.values import Preview
from bcst_tui.errors import ExportRefused
from bcst_tui.export.files import file_name, write_file
from bcst_tui.export.formats import FileFormat, render, seen
from bcst_tui.export.statement import ASKED_FOR, ROW, statement_copy
from bcst_tui.interview.answer import Given, Rejection
from bcst_tui.plan.statement import ASKED_FOR_IN, LONGEST, PURPOSES, Purpose, Statement
from bcst_tui.text import clean, is_blank
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import Person


class Statements(Cases):
    """The part of the casebook that keeps statements."""

    def statements(self, case_id: int) -> tuple[Statement, ...]:
        """Every version of every statement of a case, the latest first."""
        with self._vault.session() as records:
            return tuple(reversed(records.statements.of(case_id)))

    def statement(self, case_id: int, purpose: Purpose) -> Statement | None:
        """The latest version for this purpose, if there is one that was not taken back."""
        latest = next((one for one in self.statements(case_id) if one.purpose == purpose), None)
        return None if latest is None or latest.is_taken_back else latest

    def statements_wanted(self, case_id: int) -> tuple[Purpose, ...]:
        """For whom the person wanted help with one (C20, D07), and none has been written."""
        sitting = self.open_sitting(case_id)
        if sitting is None:
            return ()
        answers = {name: sitting.whole.answer_to(name) for name in ASKED_FOR_IN}
        said_yes = {name for name, one in answers.items() if isinstance(one, Given) and one.value.codes == ("yes",)}
        written = {one.purpose for one in self.statements(case_id)}
        wanted = {purpose for name in said_yes for purpose in ASKED_FOR_IN[name]}
        return tuple(purpose for purpose in PURPOSES if purpose in wanted - written)

    def write_statement(self, case_id: int, purpose: Purpose, words: str) -> Statement | Rejection:
        """Keep what the person wants to say as the next version. Raises CaseClosed, a NotSaved."""
        said = "\n".join(line.rstrip() for line in clean(words).strip().splitlines())
        if is_blank(said):
            return Rejection("Nothing is written yet.")
        if len(said) > LONGEST:
            return Rejection(f"Keep it to {LONGEST} letters; this one has {len(said)}. Shorter is read more kindly.")
        return self._keep_statement(case_id, purpose, said)

    def take_back_statement(self, case_id: int, purpose: Purpose) -> Statement:
        """The person no longer wants it used: no paper comes from it; earlier versions stay here, read by nobody else.

        Raises CaseClosed, a NotSaved.
        """
        return self._keep_statement(case_id, purpose, "")

    def statement_paper(self, case_id: int, purpose: Purpose, file_format: FileFormat = "txt") -> Preview:
        """The statement as the person will get it, to hand over where they choose. Raises ExportRefused."""
        with self._vault.session() as records:
            person = records.people.get(case_id)
            self._refuse_for_the_dead(records, person)
            latest = next((one for one in reversed(records.statements.of(case_id)) if one.purpose == purpose), None)
        if latest is None:
            raise ExportRefused("No statement has been written yet.", "Write it together first.")
        copy = statement_copy(latest, person.name_used, self._surroundings.reference.matrix, "FULL", ASKED_FOR)
        copy = marked_copy(copy, self._surroundings)
        return Preview(
            audience="FULL",
            title=PURPOSES[purpose],
            file_name=copy_name(copy, file_name(person.reference, "statement", self.today(), file_format)),
            text=render(copy, file_format),
            seen=seen(copy, file_format),
            file_format=file_format,
            ticked=ASKED_FOR.ticked,
        )

    def write_statement_paper(
        self, case_id: int, purpose: Purpose, shown: Preview, folder: Path, overwrite: bool = False
    ) -> Path:
        """Write the statement that was shown into the folder. Raises ExportRefused."""
        if self.statement_paper(case_id, purpose, shown.file_format) != shown:
            raise ExportRefused("The statement has changed since it was shown.", "Look at it again.")
        written = write_file(folder, shown.file_name, shown.text, overwrite=overwrite)
        with self._vault.session() as records:
            records.log("exported", f"{records.people.get(case_id).reference} {ROW}", self._surroundings.now())
        return written

    def _keep_statement(self, case_id: int, purpose: Purpose, words: str) -> Statement:
        now = self._surroundings.now()
        with self._vault.session() as records:
            person = records.people.get(case_id)
            records.statements.add(case_id, purpose, words, self.profile.name, self.today(), now)
            records.log("statement_written", person.reference, now)
            return records.statements.of(case_id)[-1]

    def _refuse_for_the_dead(self, records: Records, person: Person) -> None:
        closing = records.cases.closing(person.id)
        if closing is not None and closing.what == "closed_died":
            raise ExportRefused(f"{person.reference} is closed because the person has died, so no copy is made.")

"""Free notes on a case: written once, under the row that says who reads them, and struck through if wrong."""

from __future__ import annotations

from bcst_tui.casebook.case_values import CaseNote, NoteReaders
from bcst_tui.casebook.cases import Cases
from bcst_tui.export.audience import Sight, permissions_for, sight_of
from bcst_tui.export.document import Line
from bcst_tui.interview.answer import LONG_TEXT, Rejection
from bcst_tui.reference.audience import AudienceCode
from bcst_tui.text import clean, is_blank
from bcst_tui.vault.values import CaseEvent

OWN_ROW = "worker_notes"
"""The row every note belongs to; another one only narrows who reads it."""
NOBODY = "nobody but you, here in bcst"


class Notes(Cases):
    """The part of the casebook that keeps notes."""

    def note_readers(self) -> tuple[NoteReaders, ...]:
        """Any note's row, then those that fewer people read; each with who reads it, in words."""
        rows = self._surroundings.reference.matrix.rows
        usual = self.read_by(OWN_ROW)
        fewer = [row for row in rows.values() if row.part == "ordinary" and self.read_by(row.id) != usual]
        return tuple(NoteReaders(row.id, row.title, self.read_by(row.id)) for row in (rows[OWN_ROW], *fewer))

    def notes(self, case_id: int) -> tuple[CaseNote, ...]:
        """A case's notes, the latest first; struck ones stay in their place."""
        with self._vault.session() as records:
            return tuple(reversed(records.cases.notes(case_id)))

    def add_note(self, case_id: int, words: str, row: str = OWN_ROW) -> CaseNote | Rejection:
        """Keep a note, as written. Raises CaseClosed, a NotSaved."""
        text, rows = clean(words).strip(), self._surroundings.reference.matrix.rows
        if is_blank(text):
            return Rejection("Nothing is written yet.")
        if len(text) > LONG_TEXT:
            return Rejection(f"Keep a note to {LONG_TEXT} letters; this one has {len(text)}. Two notes will do.")
        if row not in rows or rows[row].part != "ordinary":
            return Rejection("Choose who reads it.")
        now = self._surroundings.now()
        with self._vault.session() as records:
            person = records.people.get(case_id)
            records.log("noted", person.reference, now)
            return records.cases.add_note(case_id, text, row, self.profile.name, self.today(), now)

    def strike_note(self, note_id: int) -> CaseNote:
        """Strike a note through: it is seen here and stands on no paper any more. Raises CaseClosed, a NotSaved."""
        now = self._surroundings.now()
        with self._vault.session() as records:
            note = records.cases.note(note_id)
            if note.struck_at is not None:
                return note
            person = records.people.get(note.person_id)
            event = CaseEvent(person.id, now, self.today(), "note_struck", self.profile.name, f"note {note_id}")
            records.cases.add_event(event)
            records.log("note_struck", person.reference, now)
            return records.cases.strike_note(note_id, self.profile.name, now)

    def read_by(self, row: str) -> str:
        """Who reads a note under this row, in words."""
        audiences = self._surroundings.reference.matrix.audiences.items()
        return "; ".join(reader.for_whom for code, reader in audiences if self.is_read_by(row, code)) or NOBODY

    def is_read_by(self, row: str, reader: AudienceCode) -> bool:
        """Whether a note under this row stands on this reader's paper."""
        matrix = self._surroundings.reference.matrix
        line = Line(OWN_ROW, (row,) if row != OWN_ROW else ())
        return sight_of(line, matrix, reader, permissions_for(reader, matrix)) is Sight.SHOWN

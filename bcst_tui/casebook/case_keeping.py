"""Closing and reopening cases, and feedback that is nobody's."""

from __future__ import annotations

import secrets

from bcst_tui.casebook.case_values import ClosedHow, Closing
from bcst_tui.casebook.cases import Cases
from bcst_tui.casebook.closing import KINDS, checked_closing
from bcst_tui.casebook.handed_over import passed_on
from bcst_tui.casebook.left_undone import left_undone
from bcst_tui.casebook.values import CaseLine
from bcst_tui.interview.answer import SHORT_TEXT, Rejection
from bcst_tui.text import clean, one_line
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import CaseEvent, CaseEventKind, Feedback, Person

LONGEST_FEEDBACK = 500


class CaseKeeping(Cases):
    """The part of the casebook that ends cases and takes them up again."""

    def open_before_closing(self, case_id: int, how: ClosedHow = "other") -> tuple[str, ...]:
        """Sentences about what would be left undone if the case were closed so now; none of them forbids it."""
        with self._vault.session() as records:
            return left_undone(records, case_id, how, passed_on(records, case_id, self._interview))

    def why_not_closed(self, closing: Closing) -> str:
        """What has to be mended in these words before a case can be closed with them, or empty."""
        checked = checked_closing(closing, self.today())
        return checked.reason if isinstance(checked, Rejection) else ""

    def close_case(self, case_id: int, closing: Closing) -> CaseLine | Rejection:
        """Close a case: it leaves the list, nothing falls due in it, and nothing more is written in it."""
        checked = checked_closing(closing, self.today())
        if isinstance(checked, Rejection):
            return checked
        on, words = checked
        now = self._surroundings.now()
        with self._vault.session() as records:
            records.cases.refuse_closed(case_id)
            person = records.people.get(case_id)
            records.cases.add_event(CaseEvent(case_id, now, on, KINDS[closing.how], self.profile.name, words))
            records.log("closed", person.reference, now)
            return self._line(records, person)

    def reopen_case(self, case_id: int, reason: str) -> CaseLine | Rejection:
        """Take a closed case up again, with the reason why."""
        words = one_line(reason)
        if not words:
            return Rejection("Write why it is opened again, in a few words.")
        if len(words) > SHORT_TEXT:
            return Rejection(f"Keep it to {SHORT_TEXT} letters.")
        with self._vault.session() as records:
            person = records.people.get(case_id)
            if records.cases.closing(case_id) is None:
                return Rejection(f"{person.reference} is open already.")
            self._happened(records, person, "reopened", words)
            records.log("reopened", person.reference, self._surroundings.now())
            return self._line(records, person)

    def add_feedback(self, given: Feedback) -> Rejection | None:
        """Keep what somebody thought of the interview (K07): by month, with nothing that says whose it is.

        No case is named, and nothing is logged. Raises NotSaved.
        """
        words = clean(given.words).strip()
        scores = (given.dealt_with, given.listened, given.again)
        if not words and scores == (None, None, None):
            return Rejection("Nothing was said. Choose at least one, or leave it.")
        if len(words) > LONGEST_FEEDBACK:
            return Rejection(f"Keep it to {LONGEST_FEEDBACK} letters.")
        if any(score is not None and not 1 <= score <= 5 for score in scores):
            return Rejection("Each one is from 1 to 5.")
        month = f"{self.today():%Y-%m}"
        with self._vault.session() as records:
            records.feedback.add(secrets.token_hex(16), month, Feedback(*scores, words))
        return None

    def _happened(self, records: Records, person: Person, what: CaseEventKind, words: str) -> None:
        now = self._surroundings.now()
        records.cases.add_event(CaseEvent(person.id, now, self.today(), what, self.profile.name, words))

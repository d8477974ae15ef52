"""Who is told nothing, and how to get in touch safely: looked at before anything goes out (F12, J03)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bcst_tui.casebook.consent_values import SafeContact, ToldNothing
from bcst_tui.casebook.papers import may_be
from bcst_tui.casebook.stop_letters import StopLetters
from bcst_tui.disclosure.consent import live
from bcst_tui.disclosure.safe_contact import checked, usable_contact
from bcst_tui.disclosure.told_nothing import PEOPLE, matched
from bcst_tui.interview.answer import Given, Rejection
from bcst_tui.interview.showing import in_short
from bcst_tui.interview.state import Interview
from bcst_tui.interview.values import Text
from bcst_tui.plan.case_dates import case_dates
from bcst_tui.vault.records import Records

MAY_NAME_SOMEBODY = ("family_friends", "lost_touch")
"""The audience rows of questions that ask whom to turn to."""


class SafeContacts(StopLetters):
    """The part of the casebook that knows who must not know, and how to reach the person."""

    def told_nothing(self, case_id: int) -> ToldNothing:
        """The people and agencies who are to be told nothing."""
        with self._vault.session() as records:
            return ToldNothing(self._people_listed(records, case_id), records.consents.never_told(case_id))

    def never_tell(self, case_id: int, agency: str, stands: bool = True) -> ToldNothing | Rejection:
        """Put an agency on the list of those never to be told, which stops what was agreed; or take it off."""
        named = self._by_id[agency]
        if named.reader == "RO":
            return Rejection(
                "The officer outside gets the plan in any case, and the person was told so. What they did not agree to "
                "stays out of it: stop that instead."
            )
        with self._vault.session() as records:
            records.consents.put_on_list(case_id, agency, stands, self._surroundings.now())
            if stands:
                self._end(records, case_id, named, ())
        return self.told_nothing(case_id)

    def clashes(self, case_id: int) -> tuple[str, ...]:
        """Everybody named to be told or asked who may be on the list at the same time."""
        with self._vault.session() as records:
            people = self._people_listed(records, case_id)
            named = list(self._named(records, case_id)) if people else []
        return tuple(f"{what}: {may_be(found)}" for what, whom in named if (found := matched(people, whom)))

    def safe_contact(self, case_id: int) -> SafeContact | None:
        """The person's terms as they stand, if they can still be used."""
        with self._vault.session() as records:
            return self._usable(records, case_id)

    def safe_contacts(self, case_id: int) -> tuple[SafeContact, ...]:
        """Every version, the oldest first."""
        with self._vault.session() as records:
            return records.consents.safe_contacts(case_id)

    def set_safe_contact(self, case_id: int, contact: SafeContact) -> SafeContact | Rejection:
        """Keep the person's terms as a new version. Raises CaseClosed, a NotSaved."""
        today = self.today()
        ready = checked(replace(contact, set_on=today, checked_on=today, ended=False), today)
        if isinstance(ready, Rejection):
            return ready
        with self._vault.session() as records:
            people = self._people_listed(records, case_id)
            if found := matched(people, f"{ready.named} {ready.who_may_answer}"):
                return Rejection(may_be(found))
            return self._version(records, case_id, ready)

    def still_right(self, case_id: int, is_right: bool) -> SafeContact | None | Rejection:
        """Asked before each use: yes dates it anew; no ends it, and nothing is used."""
        with self._vault.session() as records:
            contact = self._usable(records, case_id)
            if contact is None:
                return Rejection("There is no safe contact that can still be used. Agree it afresh.")
            kept = self._version(records, case_id, replace(contact, checked_on=self.today(), ended=not is_right))
            return kept if is_right else None

    def _version(self, records: Records, case_id: int, contact: SafeContact) -> SafeContact:
        records.consents.set_safe_contact(case_id, contact, self._surroundings.now())
        return records.consents.safe_contacts(case_id)[-1]

    def _usable(self, records: Records, case_id: int) -> SafeContact | None:
        return usable_contact(records.consents.safe_contact(case_id), self.today(), self._release(records, case_id))

    def _release(self, records: Records, case_id: int) -> date | None:
        sitting = self._sitting_of(records, case_id)
        return case_dates(sitting.whole.known).release if sitting else None

    def _named(self, records: Records, case_id: int) -> Iterator[tuple[str, str]]:
        """Everybody who is to be turned to, told or rung, and as what."""
        sitting = self._sitting_of(records, case_id)
        yield from _in_answers(sitting.whole) if sitting else ()
        contact = self._usable(records, case_id)
        if contact is not None:
            yield "Safe contact", f"{contact.named} {contact.who_may_answer}"
        for one in live(records.consents.of(case_id), self.today()):
            if one.which and one.topic == "identity":
                yield self._by_id[one.agency].title if one.agency in self._by_id else one.agency, one.which


def _in_answers(interview: Interview) -> Iterator[tuple[str, str]]:
    for name, (question, answer) in interview.known.answers.items():
        is_named = question.audience in MAY_NAME_SOMEBODY and not name.startswith(PEOPLE)
        if is_named and isinstance(answer, Given) and isinstance(answer.value, Text):
            yield in_short(question), answer.value.words

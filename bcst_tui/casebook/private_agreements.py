"""Who may know of the private part, and what was planned there: each answer on the disk as it is given."""

from __future__ import annotations

from functools import partial

from bcst_tui.casebook.marks import copy_name, marked_copy
from bcst_tui.casebook.papers import Papers
from bcst_tui.casebook.private import PrivatePart
from bcst_tui.casebook.stop_letters import LETTER
from bcst_tui.casebook.values import Preview, Sitting
from bcst_tui.disclosure.agreed import agencies_open
from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.desk import Desk
from bcst_tui.disclosure.keeping import OUTSIDE_A_RUN
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.talk import Talk
from bcst_tui.disclosure.wording import PrivateWords
from bcst_tui.export.files import file_name
from bcst_tui.export.formats import FileFormat, render, seen
from bcst_tui.export.letters import PaperSent, StopLetter, stop_letter
from bcst_tui.export.private_terms import would_get
from bcst_tui.interview.rejection import Rejection
from bcst_tui.plan.case_dates import case_dates
from bcst_tui.plan.deadlines import months_after
from bcst_tui.plan.private_around import around_of

NOTHING_WENT = "Nothing had gone to them, so there is nothing to ask them to stop using."
STILL_AGREED = "What was agreed with them still holds. Take it back first."


class PrivateAgreements(PrivatePart, Papers):
    """The part of the casebook that knows whom the private part may be told to."""

    def private_folder(self, sitting: Sitting, easy: bool = False) -> Talk:
        """What was agreed before, to look at and to change, outside any run; what a lock left open comes first."""
        view = self.private_resume(sitting)
        talk = self.private_talk(sitting, view, easy)
        return talk.beside("folder") if view.run.state in OUTSIDE_A_RUN else talk

    def private_stop_letter(
        self, sitting: Sitting, agency: str, file_format: FileFormat = "txt"
    ) -> Preview | Rejection:
        """The letter to an agency that something of it had gone to; it says nothing they were not told."""
        record = self.private_view(sitting).record
        gone = [one for one in record.shares if one.sent_to == agency]
        if not gone:
            return Rejection(NOTHING_WENT)
        if agency in agencies_open(record, self.today()):
            return Rejection(STILL_AGREED)
        named = self._surroundings.reference.private_agencies.get(agency)
        to = next((one.which for one in gone if one.which), named.title if named else "")
        papers = tuple(PaperSent(one.on, one.file_name) for one in gone)
        copy = marked_copy(stop_letter(StopLetter(to, self.today(), self.profile.name, papers)), self._surroundings)
        return Preview(
            audience="HOU",
            title=copy.title,
            file_name=copy_name(copy, file_name(sitting.reference, LETTER, self.today(), file_format)),
            text=render(copy, file_format),
            seen=seen(copy, file_format),
            file_format=file_format,
            to=agency,
            to_whom=to,
        )

    def _desk(self, words: PrivateWords, sitting: Sitting) -> Desk:
        """Here and now, with the names and dates that what is agreed rests on."""
        reference, known = self._surroundings.reference, sitting.whole.known
        release, months = case_dates(known).release, reference.clocks["consent"].months or 0
        return Desk(
            self.today(),
            f"{self._surroundings.now().astimezone():%H:%M}",
            self.words,
            tuple(reference.contact_cards.values()),
            (*reference.own_copy.forbidden, *words.common.covered),
            person=sitting.name_used,
            worker=self.profile.name,
            agencies=reference.private_agencies,
            agreed_until=months_after(self.today(), months),
            release=release,
            window_opens=self._window_opens(sitting),
            around=around_of(known, self.today()),
            would_get=partial(self._would_get, sitting),
        )

    def _would_get(self, sitting: Sitting, record: Record, consents: tuple[Consent, ...]) -> tuple[str, ...]:
        """The very words, by the code that writes the paper."""
        reference = self._surroundings.reference
        agency = reference.private_agencies[consents[0].agency]
        with self._vault.session() as records:
            header = self._header_of(records, sitting)
        around = around_of(sitting.whole.known, self.today())
        return would_get(record, consents, agency.reader, header, reference, self.private_words, around)

"""The private part, for both front ends: one event at a time, on the disk before the next screen is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from bcst_tui.casebook.owing import Owing
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure import ledger as ledgers
from bcst_tui.disclosure.correcting import correct, corrections
from bcst_tui.disclosure.desk import Desk
from bcst_tui.disclosure.how_was_that import HowWas
from bcst_tui.disclosure.keeping import OUTSIDE_A_RUN, kept
from bcst_tui.disclosure.known_pages import stamped
from bcst_tui.disclosure.loading_words import load_words
from bcst_tui.disclosure.pages import without_interpreter
from bcst_tui.disclosure.record import NOTHING_KEPT, Record
from bcst_tui.disclosure.run import Moment, Run, events, leads_to_asking, lost, step
from bcst_tui.disclosure.sealing import Sealed
from bcst_tui.disclosure.table import COVERS
from bcst_tui.disclosure.talk import Box, Keeps, Leads, Letter, PutRight, Talk
from bcst_tui.disclosure.wording import FILE, PrivateWords
from bcst_tui.disclosure.writing import NOTHING_SAID, Said
from bcst_tui.interview.rejection import Rejection
from bcst_tui.plan.case_dates import case_dates
from bcst_tui.plan.deadlines import window_opens
from bcst_tui.plan.model import Plan
from bcst_tui.plan.own_actions import is_own
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_private import LOST, SHUT


@dataclass(frozen=True)
class PrivateView:
    """Where the private part of a sitting stands: its screen, what is kept, and what may happen next."""

    run: Run = field(repr=False)
    record: Record = field(repr=False)

    @property
    def events(self) -> tuple[str, ...]:
        """What may happen now, in the order of the table."""
        return events(self.run)

    @property
    def corrections(self) -> tuple[str, ...]:
        """The answers a wrong key may be put right to, here and now."""
        return corrections(self.run)


class PrivatePart(Owing):
    """The part of the casebook that opens what is sealed. Every call raises NotSaved where the disk refuses."""

    _was_open = False
    _was_told = False

    @cached_property
    def private_words(self) -> PrivateWords:
        """What is said and shown. Raises ScriptError with file and line."""
        return load_words(self._surroundings.script_files[FILE])

    def words(self, text: str) -> str:
        """A script's words with the names and roles of this place in them."""
        raise NotImplementedError

    def why_private_is_closed(self) -> str:
        """Why the part can't be opened on this machine yet, or nothing: shut since a recovery, or cards still to be
        filled in (section 9)."""
        if self._vault.is_private_shut:
            return self.private_shut_words
        empty = [card.title for card in self._surroundings.reference.contact_cards.values() if card.dummy]
        if not empty:
            return ""
        return (
            f"Nobody has filled in who to call for: {'; '.join(empty)}. The private part stays closed until the"
            " safeguarding lead has, in local/data/contact_cards.yaml."
        )

    @property
    def private_shut_words(self) -> str:
        """What is to be done while nobody here can open the part."""
        return str(SHUT if self._vault.lead_key else LOST)

    def private_talk(self, sitting: Sitting, view: PrivateView, easy: bool = False) -> Talk:
        """What a front end draws and asks from; it goes on with `private_move`."""
        words = self.private_words
        return Talk(words, self._desk(words, sitting), view.run, view.record, view.corrections, easy)

    def private_move(self, sitting: Sitting, talk: Talk, leads: Leads) -> Talk:
        """The talk after this: something half chosen, kept at once, an event of the machine, or a wrong key put right.

        A letter is the front end's to write, and a line to type in its to ask; the talk stays as it is.
        """
        if isinstance(leads, Talk):
            return leads
        if isinstance(leads, Letter | Box):
            return talk
        if isinstance(leads, Keeps):
            if leads.goes_over and isinstance(refused := self._goes_over(sitting, leads.goes_over), Rejection):
                return talk.beside("bridge", why=refused.reason)
            return talk.after_keeping(self.private_keep(sitting, leads).record, leads.then)
        if isinstance(leads, PutRight):
            view = self.private_correct(sitting, leads.answer)
        else:
            talk = replace(talk, only_book=talk.only_book or without_interpreter(talk, leads))
            view = self.private_step(sitting, leads.event, leads.said, leads.how_was)
        return talk.at(view.run, view.record, view.corrections, self._desk(talk.words, sitting))

    def private_begun(self, sitting: Sitting, talk: Talk, box: Box, words: str) -> Talk:
        """A line half typed, sealed with the run until it ends or the day does; nothing typed lets go of it."""
        begun = talk.half_typed(box, words)
        if begun == talk.run.half_typed or talk.is_folder or talk.is_over:
            return talk
        with self._vault.session() as records:
            sealed = records.private.of(sitting.case_id)
            run = replace(sealed.run, half_typed=begun)
            return replace(talk, run=self._kept_private(records, sitting, replace(sealed, run=run)).run)

    def private_enter(self, sitting: Sitting, event: str, easy: bool = False) -> Talk:
        """Into the part by its own door (`q`), because something was told (`heard`), or for the cards (`now`).

        What a lock left open is gone on with instead; what was cut off is gone first.
        """
        view = self.private_resume(sitting)
        if view.run.state in ("SECTION", "END"):
            view = self.private_step(sitting, event)
        return self.private_talk(sitting, view, easy)

    def _desk(self, words: PrivateWords, sitting: Sitting) -> Desk:
        """Here and now, for the pages of this sitting."""
        raise NotImplementedError

    def private_view(self, sitting: Sitting) -> PrivateView:
        """How it stands in this sitting, as kept."""
        with self._vault.session() as records:
            return _view(records.private.of(sitting.case_id))

    def private_step(
        self, sitting: Sitting, event: str, said: Said = NOTHING_SAID, how_was: HowWas | None = None
    ) -> PrivateView:
        """One event, with what it brings. Raises ValueError for one that this screen hasn't got."""
        with self._vault.session() as records:
            if how_was:
                records.feedback.add_how_was(f"{self.today():%Y-%m}", how_was)
            sealed = records.private.of(sitting.case_id)
            at = Run() if sealed.run.state == "END" else sealed.run
            run, record = step(at, sealed.record, event, self._moment(records, sitting, said))
            return self._kept_private(records, sitting, Sealed(record, run))

    def private_keep(self, sitting: Sitting, keeps: Keeps) -> PrivateView:
        """One row kept as it is said, within its screen. Raises ValueError for one that has no place there."""
        with self._vault.session() as records:
            sealed = records.private.of(sitting.case_id)
            record = kept(sealed.run, sealed.record, keeps.kind, keeps.change(sealed.record))
            if keeps.kind == "known":
                moment = self._moment(records, sitting, NOTHING_SAID)
                record = stamped(sealed.record, record, moment.sitting, moment.today)
            return self._kept_private(records, sitting, replace(sealed, record=record))

    def _goes_over(self, sitting: Sitting, words: str) -> Plan | Rejection:
        """These words in the ordinary plan, as any action of the worker's own; once, however often it was said."""
        plan = self.plan(sitting)
        if any(is_own(one.activity) and one.title == words for one in plan.actions):
            return plan
        return self.add_action(sitting, words)

    def private_correct(self, sitting: Sitting, answer: str) -> PrivateView:
        """The answer just given, put right; nothing is asked again."""
        with self._vault.session() as records:
            sealed = records.private.of(sitting.case_id)
            run, record = correct(sealed.run, sealed.record, answer, self._moment(records, sitting, NOTHING_SAID))
            return self._kept_private(records, sitting, Sealed(record, run))

    def private_resume(self, sitting: Sitting) -> PrivateView:
        """After an unlock: a run that was locked goes on past the checks; one that was cut off is gone.

        Whatever the person had not agreed to keep is gone with it, but for a line half typed that day; their answers
        to the offers stand.
        """
        if self._vault.is_private_shut:
            return PrivateView(Run(), NOTHING_KEPT)
        with self._vault.session() as records:
            sealed = records.private.of(sitting.case_id)
            is_of_today = sealed.kept_on == self.today()
            if sealed.run.state in OUTSIDE_A_RUN and (is_of_today or sealed.run.half_typed is None):
                return _view(sealed)
            if self._may_go_on(sealed):
                run, record = step(
                    sealed.run, sealed.record, "passphrase", self._moment(records, sitting, NOTHING_SAID)
                )
                return self._kept_private(records, sitting, Sealed(record, run))
            run, record = lost(sealed.run, sealed.record)
            return self._kept_private(records, sitting, Sealed(record, run if is_of_today else Run()))

    def _may_go_on(self, sealed: Sealed) -> bool:
        """Locked earlier the same day, and with nothing to ask that this worker isn't trained for."""
        is_of_today = sealed.run.state == "LOCKED" and sealed.kept_on == self.today()
        return is_of_today and (self._surroundings.trained_to_ask or not leads_to_asking(sealed.run))

    def is_private_open(self, sitting: Sitting) -> bool:
        """Whether a run is under way, so that leaving it goes through its own ways out."""
        return self.private_view(sitting).run.state not in ("SECTION", "END", *COVERS)

    def _moment(self, records: Records, sitting: Sitting, said: Said) -> Moment:
        held = sorted(one.id for one in records.sittings.of(sitting.case_id))
        stage: ledgers.Stage = "REVIEW" if self._is_near_release(sitting) else "SCREEN"
        place = held.index(sitting.sitting_id) + 1
        today = self.today()
        return Moment(ledgers.Sitting(place, stage, self._surroundings.trained_to_ask, today), today, said)

    def _is_near_release(self, sitting: Sitting) -> bool:
        """A review, or any interview of the last 12 weeks: who said "nearer the day I leave" must not wait for the name
        of one."""
        opens = self._window_opens(sitting)
        return sitting.interview.sitting == "review" or (opens is not None and opens <= self.today())

    def _window_opens(self, sitting: Sitting) -> date | None:
        release = case_dates(sitting.whole.known).release
        return window_opens(release, self._surroundings.reference.clocks) if release else None

    def _kept_private(self, records: Records, sitting: Sitting, sealed: Sealed) -> PrivateView:
        """On the disk, with the one thing others may see: whether the part was opened or dated in this sitting."""
        records.private.keep(sitting.case_id, replace(sealed, kept_on=self.today()))
        self._was_open = self._was_open or sealed.run.state not in ("SECTION", "END", "HELP_NOW")
        self._was_told = self._was_told or sealed.run.state == "RESPOND"
        if sealed.record.q != "not_opened":
            records.sittings.set_private_part(sitting.sitting_id, sealed.record.q)
        return _view(sealed)


def _view(sealed: Sealed) -> PrivateView:
    return PrivateView(sealed.run, sealed.record)

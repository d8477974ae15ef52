"""A case as papers need it: the person, what has changed, what was agreed, and the interviews it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bcst_tui.casebook.closing import closed_plainly
from bcst_tui.casebook.distances import Distances
from bcst_tui.casebook.kept_lines import kept_lines
from bcst_tui.casebook.one_plan import same_stay
from bcst_tui.casebook.record_log import log_lines
from bcst_tui.casebook.safe_contact_form import terms
from bcst_tui.casebook.values import Sitting
from bcst_tui.casebook.versions import changes_since, dates_moved
from bcst_tui.disclosure.consent import Consent, latest
from bcst_tui.disclosure.safe_contact import usable_contact
from bcst_tui.export import since, told
from bcst_tui.export.case import Agreed, AreaMoved, CaseHeader, CaseNote, SittingHeld
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.case_dates import case_dates
from bcst_tui.plan.model import Plan
from bcst_tui.training.invented import is_invented_number
from bcst_tui.vault.edit_values import stay_of, stay_on
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import Person


class CaseForPapers(Distances):
    """The part of the casebook that gathers what papers tell of a case."""

    def _header(self, sitting: Sitting) -> CaseHeader:
        with self._vault.session() as records:
            return self._header_of(records, sitting)

    def _header_of(self, records: Records, sitting: Sitting, supposed: Iterable[Consent] = ()) -> CaseHeader:
        """The case with all that papers need; `supposed`: consents as they would be, to show what they would open."""
        person = records.people.get(sitting.case_id)
        closing = records.cases.closing(person.id)
        rows = self._surroundings.reference.matrix.rows.values()
        others = frozenset(row.id for row in rows if row.tells_of_others)
        told_of = told.with_interview(self._who(records, person), sitting.whole, sitting.status, others)
        held = (*records.consents.of(person.id), *supposed)
        release = case_dates(sitting.whole.known).release
        contact = usable_contact(records.consents.safe_contact(person.id), self.today(), release)
        moved = self._distance(records, person.id, sitting.sitting_id)
        return replace(
            told_of,
            distance=tuple(AreaMoved(one.title, one.scores) for one in moved),
            sittings=(*_held(records, sitting), *_not_held(records, sitting)),
            meetings=() if closing else told_of.meetings,
            agreed=tuple(self._agreed_line(one) for one in latest(held).values()),
            safe_contact=terms(contact) if contact else (),
            kept=kept_lines(records, person.id, self._surroundings.reference),
        )

    def _with_changes(self, records: Records, sitting: Sitting, plan: Plan, header: CaseHeader) -> CaseHeader:
        """The case with what is otherwise since its plan was agreed last, and the log of all before."""
        reference = self._surroundings.reference
        moves, (version, changes) = (
            dates_moved(records, sitting, plan, reference.clocks),
            changes_since(records, sitting, plan),
        )
        return replace(
            header,
            moved=since.moved(moves, plan, reference),
            changed=since.changed(version, changes, plan, reference),
            log=log_lines(records, sitting.case_id, plan, reference, sitting.interview.script),
        )

    def _who(self, records: Records, person: Person) -> CaseHeader:
        closing = records.cases.closing(person.id)
        notes = [one for one in records.cases.notes(person.id) if one.struck_at is None]
        return CaseHeader(
            reference=person.reference,
            name_used=person.name_used,
            made_on=self.today(),
            legal_name=person.legal_name,
            prison_number=person.prison_number or "",
            prison=self.profile.prison,
            worker=self.profile.name,
            worker_role=self.profile.role,
            notes=tuple(CaseNote(one.written_on, one.by, one.words, one.audience) for one in notes),
            invented=self._is_invented(person),
            closed=closed_plainly(closing) if closing else "",
            has_died=closing is not None and closing.what == "closed_died",
        )

    def _is_invented(self, person: Person) -> bool:
        return self._surroundings.is_training or is_invented_number(person.prison_number or "")

    def _agreed_line(self, consent: Consent) -> Agreed:
        """`A council, home` and `the main lines, agreed 3 March 2026, until 3 September 2026`."""
        reference, stands = self._surroundings.reference, consent.standing(self.today())
        agency = reference.agencies.get(consent.agency)
        topic = reference.label("consent_topic", consent.topic)
        if is_live := consent.is_live(self.today()):
            depth = reference.label("consent_depth", f"depth_{consent.depth}")
            until = f", until {day_words(consent.until)}" if consent.until else ""
            words = f"{depth}, agreed {day_words(consent.given_on)}{until}"
        else:
            since = consent.withdrawn_on or consent.given_on
            words = f"{reference.label('consent_status', stands)}, {day_words(since)}"
        return Agreed(consent.agency, f"{agency.title if agency else consent.agency}, {topic}", words, is_live)


def _held(records: Records, sitting: Sitting) -> Iterator[SittingHeld]:
    """Every interview of this time in prison up to this one; what is also a review is both (R08)."""
    for one in same_stay(records, sitting):
        if one.id == sitting.sitting_id or (one.id < sitting.sitting_id and one.moves):
            also = tuple(kind for kind, _ in records.edits.also(one.id))
            status = sitting.status if one.id == sitting.sitting_id else one.status
            yield SittingHeld(one.kind, one.today, status, also=also)


def _not_held(records: Records, sitting: Sitting) -> Iterator[SittingHeld]:
    """The meetings of this time in prison that did not happen, with the kind of reason; never the worker's words."""
    stays = records.stays.of(sitting.case_id)
    for one in records.lists.not_held([sitting.case_id]).get(sitting.case_id, ()):
        if stay_on(stays, one.on) != stay_of(stays, sitting.sitting_id):
            continue
        yield SittingHeld(sitting.interview.sitting, one.on, "not_held", one.reason)

"""Two cases that turn out to be one person's: laid side by side, then made one, with a record of it."""

from __future__ import annotations

from collections.abc import Mapping

from bcst_tui.casebook.case_contents import held
from bcst_tui.casebook.case_values import CaseField, CaseSide, Merging, SideBySide
from bcst_tui.casebook.cases import Cases
from bcst_tui.casebook.values import CaseLine
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.vault.closed import CaseClosed
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import CaseEvent, Person

TWO_PLANS = " Both had a plan: one goes on, and what was done in the other is told under Versions of the plan."
NOTHING_SAID = " Both had a first interview: one in which nothing was said was left out."
FIELD_NAMES: Mapping[CaseField, str] = {
    "name_used": "Name used",
    "legal_name": "Full name",
    "prison_number": "Prison number",
    "birth_date": "Birth date",
}


class Merges(Cases):
    """The part of the casebook that makes one case of two."""

    def side_by_side(self, reference: str, other: str) -> SideBySide | Rejection:
        """Two cases beside each other, or why they can't be merged."""
        with self._vault.session() as records:
            people = [records.people.by_reference(wanted) for wanted in (reference, other)]
            for wanted, person in zip((reference, other), people, strict=True):
                if person is None:
                    return Rejection(f"There is no case {wanted.strip().upper() or 'without a reference'}.")
                try:
                    records.cases.refuse_closed(person.id)
                except CaseClosed as closed:
                    return Rejection(str(closed))
            one, two = (person for person in people if person is not None)
            if one.id == two.id:
                return Rejection(f"Both are {one.reference}. Name another case.")
            return SideBySide((self._side(records, one), self._side(records, two)), _differing(one, two))

    def merge_cases(self, merging: Merging) -> CaseLine | Rejection:
        """Move all of one case into the other in one transaction, after a backup. It can't be undone.

        What the emptied one said is kept in the record, and its reference leads to the case that stays.
        """
        with self._vault.session() as records:
            undecided = _undecided(records, merging)
        if undecided:
            return Rejection(f"Choose first which is right: {undecided.lower()}.")
        if self._vault.is_private_shut:
            return Rejection("The private part is shut, so no two cases can be made one until it is open again.")
        self._vault.back_up()
        now = self._surroundings.now()
        with self._vault.session() as records:
            stays, goes = records.people.get(merging.stays), records.people.get(merging.goes)
            by_id = {stays.id: stays, goes.id: goes}
            both_planned = all(records.plans.lines_of(one) for one in by_id)
            records.private.join(stays.id, goes.id)
            records.cases.merge(stays.id, goes.id, now)
            records.people.correct(
                stays.id,
                name_used=_chosen("name_used", by_id, merging).name_used,
                legal_name=_chosen("legal_name", by_id, merging).legal_name,
                prison_number=_chosen("prison_number", by_id, merging).prison_number,
                birth_date=_chosen("birth_date", by_id, merging).birth_date,
            )
            one_empty = NOTHING_SAID if _without_doubled(records, stays.id) else ""
            words = f"{_as_they_were(stays, goes)}{TWO_PLANS if both_planned else ''}{one_empty}"
            records.cases.add_event(CaseEvent(stays.id, now, self.today(), "merged", self.profile.name, words))
            records.log("merged", f"{goes.reference} {stays.reference}", now)
            return self._line(records, records.people.get(stays.id))

    def _side(self, records: Records, person: Person) -> CaseSide:
        line = self._line(records, person)
        sittings = records.sittings.of(person.id)
        told = f"{line.answered} of about {line.asked} answered" if sittings else "none"
        return CaseSide(
            case_id=person.id,
            reference=person.reference,
            said=_said(person),
            opened=person.created_at.astimezone().date(),
            interviews=f"{len(sittings)}; the latest {told}" if len(sittings) > 1 else told,
            plans=sum(1 for one in sittings for plan in records.plans.versions(one.id) if plan.agreed_on is not None),
            holds={kind.heading: count for kind, count in held(records, person.id)},
        )


def _without_doubled(records: Records, person_id: int) -> bool:
    """Let first screenings go in which nothing was said, while another stands; whether there were any."""
    firsts = [one for one in records.sittings.of_this_stay(person_id) if one.kind == "first_screening"]
    empty = [one for one in firsts if not one.moves]
    doubled = empty if len(empty) < len(firsts) else empty[1:]
    return any([records.sittings.let_go_empty(one.id) for one in doubled])


def _said(person: Person) -> dict[CaseField, str]:
    return {
        "name_used": person.name_used,
        "legal_name": person.legal_name,
        "prison_number": person.prison_number or "",
        "birth_date": day_words(person.birth_date) if person.birth_date else "",
    }


def _differing(one: Person, two: Person) -> tuple[CaseField, ...]:
    """The fields both have filled in, and not alike."""
    first, second = _said(one), _said(two)
    return tuple(name for name in FIELD_NAMES if first[name] and second[name] and first[name] != second[name])


def _undecided(records: Records, merging: Merging) -> str:
    """The first field on which the two differ and nobody has chosen, or empty."""
    both = (merging.stays, merging.goes)
    differing = _differing(*(records.people.get(case_id) for case_id in both))
    return next((FIELD_NAMES[name] for name in differing if merging.taken.get(name) not in both), "")


def _chosen(name: CaseField, people: Mapping[int, Person], merging: Merging) -> Person:
    """Whose word is taken for this field: the one chosen, else the one who has said anything."""
    order = (merging.taken.get(name, merging.stays), merging.stays, merging.goes)
    return next((people[case_id] for case_id in order if _said(people[case_id])[name]), people[merging.stays])


def _as_they_were(stays: Person, goes: Person) -> str:
    """Both cases as they were before, so that nothing said in either is forgotten."""
    told = []
    for person in (stays, goes):
        filled = [f"{FIELD_NAMES[name].lower()} {said}" for name, said in _said(person).items() if said]
        told.append(f"{person.reference} had {', '.join(filled)}")
    return f"{goes.reference} was merged into {stays.reference}. {'. '.join(told)}."

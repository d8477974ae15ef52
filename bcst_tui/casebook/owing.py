"""What every case owes and can be found by, out of its plans as they are kept.

A plan that was kept after the last answer is read; only one that was not is derived.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from bcst_tui.casebook.closing import closed_words
from bcst_tui.casebook.plans import Plans
from bcst_tui.casebook.scripts import Scripts
from bcst_tui.casebook.values import Sitting
from bcst_tui.disclosure.told_nothing import PEOPLE, with_merged_lists
from bcst_tui.export.told import NEXT_MEETING, day_of
from bcst_tui.interview import engine
from bcst_tui.interview.carried import carried, out_of_an_earlier_stay
from bcst_tui.interview.earlier import Earlier
from bcst_tui.interview.state import Interview
from bcst_tui.plan.case_dates import CaseDates
from bcst_tui.plan.deadlines import council_consent
from bcst_tui.plan.deadlines_of_consents import as_agreed, consents_running
from bcst_tui.plan.open_lines import late_from, open_lines, release_of
from bcst_tui.plan.owed import CaseOwes, Owed, PlanInShort, SittingOwes, owed_clock, plan_in_short
from bcst_tui.script.model import SittingKind
from bcst_tui.text import folded
from bcst_tui.vault import values as kept
from bcst_tui.vault.edit_values import Stay, stay_of, stay_on
from bcst_tui.vault.list_values import CaseInShort, NotHeld
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_due import Standing
from bcst_tui.vault.values import Person

UNFINISHED = ("open", "paused")
Held = TypeVar("Held", kept.Sitting, Standing)


@dataclass(frozen=True)
class Background:
    """What is read once for several people: the interviews of their present stay, plans, and what was not held."""

    held: Mapping[int, list[Standing]]
    plans: Mapping[int, PlanInShort]
    derived: frozenset[int]
    meetings: Mapping[int, date]
    not_held: Mapping[int, list[NotHeld]]
    closed: frozenset[int]
    former: Mapping[int, tuple[str, ...]]
    also: Mapping[int, tuple[SittingKind, ...]]
    consents: Mapping[int, tuple[Owed, ...]]
    """When what was agreed runs out, of those with no interview in this stay, whose plan would tell it."""


class Owing(Plans):
    """The part of the casebook that reads sittings, one whole or all in short."""

    _scripts: Scripts

    def _in_short(self, records: Records, people: Sequence[Person]) -> list[CaseInShort]:
        """These cases as lists know them, worked out from all that is kept of them."""
        behind = self._background(records, people)
        return [self._case_in_short(person, behind) for person in people]

    def _case_in_short(self, person: Person, behind: Background) -> CaseInShort:
        held = behind.held.get(person.id, [])
        names = (person.reference, *behind.former.get(person.id, ()), person.name_used, person.legal_name)
        short = CaseInShort(person.id, folded(" ".join((*names, person.prison_number or ""))))
        if held:
            latest = going_on(held)
            short = replace(
                short, sitting_kind=latest.kind, sitting_status=latest.status, saved_at=latest.last_saved_at
            )
        if person.id in behind.closed:
            return replace(short, is_closed=True)
        clocks = self._surroundings.reference.clocks
        owes = _owes(person, held, behind)
        lines = open_lines(owes, clocks)
        plan = behind.plans[held[-1].id] if held else PlanInShort()
        return replace(
            short,
            is_unfinished=any(one.status in UNFINISHED for one in held),
            late_from=late_from(lines),
            release_on=release_of(owes, clocks),
            pathways=plan.groups,
            level=plan.level,
            worked_out_on=self.today() if any(one.id in behind.derived for one in held) else None,
            lines=lines,
        )

    def _background(self, records: Records, people: Sequence[Person]) -> Background:
        named = [person.id for person in people]
        closed = frozenset(records.cases.closings(named))
        stays = {number: found for number in named if (found := records.stays.of(number))}
        held = _of_this_stay(by_person(records.due.standings(named)), stays)
        so_far = {one.id: tuple(some[:place]) for some in held.values() for place, one in enumerate(some, 1)}
        wanted = [one.id for number, some in held.items() if number not in closed for one in speaking(some)]
        plans = dict(records.due.in_short([number for number in wanted if _plan_is_current(so_far[number])]))
        derived = frozenset(wanted) - plans.keys()
        whose = {person.id: person for person in people}
        for number in sorted(derived):
            plans[number] = self._derived_in_short(records, whose[so_far[number][-1].person_id], number)
        last = {some[-1].id: number for number, some in held.items() if number not in closed}
        return Background(
            held,
            plans,
            derived,
            self._meetings(records, whose, last),
            _missed_in_this_stay(records.lists.not_held(named), stays),
            closed,
            records.cases.former_references_among(named),
            {one: tuple(kind for kind, _ in records.edits.also(one)) for one in so_far},
            {one: tuple(self._consents_owed(records, one)) for one in named if one not in held and one not in closed},
        )

    def _consents_owed(self, records: Records, person_id: int) -> Iterator[Owed]:
        reference, today = self._surroundings.reference, self.today()
        agreed = records.consents.of(person_id)
        council = council_consent(as_agreed(CaseDates(), agreed, today), today, reference.clocks)
        for one in (*council, *consents_running(agreed, today, reference)):
            yield owed_clock(one.clock, one.title, one.due, one.note)

    def _derived_in_short(self, records: Records, person: Person, sitting_id: int) -> PlanInShort:
        sitting = self._sitting(records, person, records.sittings.get(sitting_id))
        return plan_in_short(self._as_kept(records, sitting))

    def _meetings(self, records: Records, whose: Mapping[int, Person], last: Mapping[int, int]) -> dict[int, date]:
        """By person, the day agreed in the latest interview for the next meeting (K08)."""
        found = {}
        for number in records.due.with_answer_to(NEXT_MEETING, list(last)):
            sitting = self._sitting(records, whose[last[number]], records.sittings.get(number))
            if (day := day_of(sitting.interview, NEXT_MEETING)) is not None:
                found[last[number]] = day
        return found

    def _sitting(self, records: Records, person: Person, found: kept.Sitting) -> Sitting:
        interview = self._interview(records, found)
        closing = records.cases.closing(person.id)
        return Sitting(
            sitting_id=found.id,
            case_id=person.id,
            reference=person.reference,
            name_used=person.name_used,
            interview=interview,
            started_at=found.started_at,
            saved_at=found.last_saved_at,
            status=found.status,
            closed=closed_words(closing) if closing else "",
        )

    def _interview(self, records: Records, found: kept.Sitting) -> Interview:
        """The interview as it stands; what earlier ones of the person hold is there to be confirmed."""
        stays = records.stays.of(found.person_id)
        before: list[tuple[int, Interview]] = []
        for one in records.sittings.of(found.person_id):
            if one.id < found.id and one.moves:
                stay = stay_of(stays, one.id)
                before.append((stay, self._after(before, stay, records, one)))
        return self._after(before, stay_of(stays, found.id), records, found)

    def _after(
        self, before: Sequence[tuple[int, Interview]], stay: int, records: Records, found: kept.Sitting
    ) -> Interview:
        """One interview, read back once those before it have been; those of an earlier stay tell little (R06)."""
        script = self._scripts.of(found.script_hash, records.sittings.script)
        of_this = [one for number, one in before if number == stay]
        earlier = out_of_an_earlier_stay([one for number, one in before if number < stay], script)
        earlier = self._with_lists_of_both(records, found, before, stay, carried(of_this, script, earlier))
        begun = engine.begin(script, found.kind, found.today, found.facts, earlier)
        return engine.resume(begun, records.sittings.moves(found.id, script))

    def _with_lists_of_both(
        self,
        records: Records,
        found: kept.Sitting,
        before: Sequence[tuple[int, Interview]],
        stay: int,
        earlier: Earlier,
    ) -> Earlier:
        """With everybody to be told nothing in either of two cases made one, until that has been asked since."""
        merged_at = records.cases.merged_at(found.person_id)
        if merged_at is None or found.started_at <= merged_at:
            return earlier
        held = [one for one in records.sittings.of(found.person_id) if one.moves and one.id < found.id]
        told = [(one.started_at <= merged_at, it) for one, (of, it) in zip(held, before, strict=True) if of == stay]
        if any(PEOPLE in it.standing.answers for was_before, it in told if not was_before):
            return earlier
        return with_merged_lists(earlier, (it for was_before, it in told if was_before))


def _owes(person: Person, held: Sequence[Standing], behind: Background) -> CaseOwes:
    missed = behind.not_held.get(person.id, [])
    return CaseOwes(
        person.id,
        person.reference,
        person.name_used,
        tuple(_sitting_owes(one, held, behind) for one in held),
        meeting=_still_to_come(behind.meetings.get(person.id), missed),
        attempt=next_attempt(held, missed),
        consents=behind.consents.get(person.id, ()),
    )


def _sitting_owes(one: Standing, held: Sequence[Standing], behind: Background) -> SittingOwes:
    is_unfinished = one.status in UNFINISHED
    owed = behind.plans[one.id].owed if one.id in behind.plans else ()
    also = behind.also.get(one.id, ())
    return SittingOwes(
        one.id, one.kind, one.on, is_unfinished, one is going_on(held), owed, "review" in (one.kind, *also)
    )


def speaking(held: Sequence[Standing]) -> tuple[Standing, ...]:
    """Whose plans are read: that of the latest interview, which goes on from all before it, and that of one still
    under way. A plan that another has gone on from owes nothing more."""
    return tuple(one for one in held if one is held[-1] or one is going_on(held))


def _of_this_stay(held: Mapping[int, list[Standing]], stays: Mapping[int, list[Stay]]) -> dict[int, list[Standing]]:
    """What was told before somebody came back is over (R06)."""
    since = {number: max((one.after_sitting for one in some), default=0) for number, some in stays.items()}
    present = {number: [one for one in some if one.id > since.get(number, 0)] for number, some in held.items()}
    return {number: some for number, some in present.items() if some}


def _missed_in_this_stay(
    missed: Mapping[int, list[NotHeld]], stays: Mapping[int, list[Stay]]
) -> dict[int, list[NotHeld]]:
    """What was not held before somebody came back is not tried again (R06)."""
    return {
        number: [one for one in some if stay_on(stays.get(number, []), one.on) == len(stays.get(number, []))]
        for number, some in missed.items()
    }


def _still_to_come(meeting: date | None, missed: Sequence[NotHeld]) -> date | None:
    """A meeting that was noted as not held is no longer waited for: its next attempt is."""
    return None if meeting is None or any(one.on >= meeting for one in missed) else meeting


def next_attempt(held: Sequence[Standing], missed: Sequence[NotHeld]) -> date | None:
    """The day the last one not held is tried again, until something has been answered since."""
    if not missed:
        return None
    last = missed[-1]
    has_met = any(one.moved_at is not None and one.moved_at > last.noted_at for one in held)
    return None if has_met else last.next_attempt


def _plan_is_current(so_far: Sequence[Standing]) -> bool:
    """Whether the plan of the last of these was made, by the clock, after every answer in it and in those before it,
    which may be told there too; one of the same moment counts as older."""
    made_at = so_far[-1].plan_made_at
    return made_at is not None and all(one.moved_at is None or made_at > one.moved_at for one in so_far)


def going_on(held: Sequence[Held]) -> Held:
    """The one that would be carried on: what is not ended, the last saved of several, else the latest.

    One in which nothing was said goes before none in which something was, where two cases were made one.
    """
    begun = [one for one in held if one.moves or not _is_doubled(one, held)]
    unfinished = [one for one in begun if one.status in UNFINISHED]
    return max(unfinished, key=lambda one: (one.moves > 0, one.last_saved_at, one.id)) if unfinished else begun[-1]


def _is_doubled(empty: Held, held: Sequence[Held]) -> bool:
    """Whether an empty first screening stands beside another: one case has no two but by a merge."""
    firsts = [one for one in held if one.kind == "first_screening" and one.moves]
    return empty.kind == "first_screening" and bool(firsts)


def by_person(standings: Iterable[Standing]) -> dict[int, list[Standing]]:
    """Each person's sittings, the oldest first."""
    found: dict[int, list[Standing]] = defaultdict(list)
    for one in standings:
        found[one.person_id].append(one)
    return found

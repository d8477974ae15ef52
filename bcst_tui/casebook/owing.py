"""What every open case owes, out of the plans as they are kept.

A plan that was kept after the last answer is read; only one that was not is derived. Either is remembered until
the interview or its plan changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from bcst_tui.casebook.closing import closed_words
from bcst_tui.casebook.plans import Plans
from bcst_tui.casebook.scripts import Scripts
from bcst_tui.casebook.values import Sitting
from bcst_tui.interview import engine
from bcst_tui.interview.carried import carried
from bcst_tui.interview.earlier import NOTHING_TOLD
from bcst_tui.interview.state import Interview
from bcst_tui.plan.todays import CaseOwes, Owed, SittingOwes, owed_by
from bcst_tui.vault import values as kept
from bcst_tui.vault.records import Records
from bcst_tui.vault.records_due import Standing
from bcst_tui.vault.values import Person

UNFINISHED = ("open", "paused")
Held = TypeVar("Held", kept.Sitting, Standing)


class Owing(Plans):
    """The part of the casebook that reads sittings, one whole or all in short."""

    _scripts: Scripts

    def _owes(
        self, records: Records, people: Sequence[Person], standings: Mapping[int, list[Standing]]
    ) -> list[CaseOwes]:
        """What these people's cases owe; their sittings by person."""
        self._read_up(records, people, standings)
        return [
            CaseOwes(person.id, person.reference, person.name_used, self._sittings_owe(standings.get(person.id, [])))
            for person in people
        ]

    def _sittings_owe(self, standings: Sequence[Standing]) -> tuple[SittingOwes, ...]:
        return tuple(
            SittingOwes(
                one.id,
                one.kind,
                one.on,
                one.status in UNFINISHED,
                one is going_on(standings),
                self._known_to_owe[one.id][1],
            )
            for one in standings
        )

    def _read_up(self, records: Records, people: Sequence[Person], standings: Mapping[int, list[Standing]]) -> None:
        """Learn what has changed since the last look: read the plans that are kept, derive those that are not."""
        news: dict[int, tuple[Person, tuple[Standing, ...]]] = {}
        for person in people:
            held = standings.get(person.id, [])
            for place, one in enumerate(held, 1):
                so_far = tuple(held[:place])
                if self._known_to_owe.get(one.id, ((), ()))[0] != so_far:
                    news[one.id] = (person, so_far)
        on_record = records.due.owed([number for number, (_, so_far) in news.items() if _plan_is_current(so_far)])
        for number, (person, so_far) in news.items():
            owed = on_record[number] if number in on_record else self._derived_to_owe(records, person, so_far[-1])
            self._known_to_owe[number] = (so_far, owed)

    def _derived_to_owe(self, records: Records, person: Person, standing: Standing) -> tuple[Owed, ...]:
        sitting = self._sitting(records, person, records.sittings.get(standing.id))
        return owed_by(self._as_kept(records, sitting))

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
        before: list[Interview] = []
        for one in records.sittings.of(found.person_id):
            if one.id < found.id and one.moves:
                before.append(self._after(before, records, one))
        return self._after(before, records, found)

    def _after(self, before: Sequence[Interview], records: Records, found: kept.Sitting) -> Interview:
        """One interview, read back once those before it have been."""
        script = self._scripts.of(found.script_hash, records.sittings.script)
        earlier = carried(before, script) if before else NOTHING_TOLD
        begun = engine.begin(script, found.kind, found.today, found.facts, earlier)
        return engine.resume(begun, records.sittings.moves(found.id, script))


def _plan_is_current(so_far: Sequence[Standing]) -> bool:
    """Whether the plan of the last of these was made, by the clock, after every answer in it and in those before it,
    which may be told there too; one of the same moment counts as older."""
    made_at = so_far[-1].plan_made_at
    return made_at is not None and all(one.moved_at is None or made_at > one.moved_at for one in so_far)


def going_on(held: Sequence[Held]) -> Held:
    """The one that would be carried on: what is not ended, the last saved of several, else the latest."""
    unfinished = [one for one in held if one.status in UNFINISHED]
    return max(unfinished, key=lambda one: (one.last_saved_at, one.id)) if unfinished else held[-1]


def by_person(standings: Iterable[Standing]) -> dict[int, list[Standing]]:
    """Each person's sittings, the oldest first."""
    found: dict[int, list[Standing]] = defaultdict(list)
    for one in standings:
        found[one.person_id].append(one)
    return found

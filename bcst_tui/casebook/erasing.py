"""Deleting a case that was opened by mistake: everything of it, and only where nothing has come of it."""

from __future__ import annotations

from collections.abc import Iterator

from bcst_tui.casebook.case_contents import held
from bcst_tui.casebook.case_values import Deleting
from bcst_tui.casebook.cases import Cases
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.interview.showing import day_words
from bcst_tui.text import one_line
from bcst_tui.vault.backup import KEPT
from bcst_tui.vault.records import Records
from bcst_tui.vault.values import Person

INSTEAD = (
    "So it is part of the record and can't be deleted. Close it instead, or, if it doubles another case, merge the two."
)


class Erasing(Cases):
    """The part of the casebook that deletes."""

    def before_deleting(self, case_id: int) -> Deleting | Rejection:
        """What would go, or why this case can't be deleted."""
        with self._vault.session() as records:
            person = records.people.get(case_id)
            if refused := _why_kept(records, person):
                return Rejection(f"{refused} {INSTEAD}")
            return Deleting(person.reference, tuple(_goes(records, person)), self._backups_that_go())

    def delete_case(self, case_id: int, typed: str) -> str | Rejection:
        """Delete it from every table in one transaction, if its reference was typed; a sentence on what remains.

        Only the reference is kept, in the log of who did what when, and it is never given again.
        """
        with self._vault.session() as records:
            person = records.people.get(case_id)
            if one_line(typed).upper() != person.reference:
                return Rejection(f"That is not {person.reference}, so nothing was deleted.")
            if refused := _why_kept(records, person):
                return Rejection(f"{refused} {INSTEAD}")
            records.private.forget_days(case_id)
            records.cases.erase(case_id)
            records.log("erased", person.reference, self._surroundings.now())
        told = f"{person.reference} is deleted."
        try:
            self._vault.clear_traces()
        except NotSaved:
            told = f"{told} The disk was too full to clear what lay beneath it: make room, then leave bcst once."
            return f"{told} {self._still_in_backups(person.reference)}" if self._vault.backups() else told
        try:
            self._vault.forget_in_backups()
        except NotSaved:
            return f"{told} {self._still_in_backups(person.reference)}"
        return f"{told} No backup holds it."

    def _backups_that_go(self) -> str:
        count = self._vault.backups()
        if not count:
            return "No backup holds it."
        made = "The backup made before now goes" if count == 1 else f"The {count} backups made before now go"
        return f"{made} as well, once a fresh one without this case has been made and checked."

    def _still_in_backups(self, reference: str) -> str:
        return (
            f"There was no room for a fresh backup, so earlier ones may still hold {reference}. Make room: bcst makes "
            f"one each time it closes after a change, and after {KEPT} of them none has it."
        )


def _why_kept(records: Records, person: Person) -> str:
    """What has come of the case that stands against deleting it, or empty."""
    if records.cases.has_agreed_plan(person.id):
        return f"{person.reference} has a plan that was agreed."
    references = (person.reference, *records.cases.former_references(person.id))
    for event in records.access_events():
        if event.what in ("exported", "handed_over") and event.record.split(" ")[0] in references:
            return f"A paper was written from {person.reference} on {day_words(event.at.astimezone().date())}."
    for kind, _ in held(records, person.id):
        if kind.stands_against_deleting:
            return kind.stands_against_deleting
    if references[1:]:
        return f"{' and '.join(references[1:])} was merged into {person.reference}."
    return ""


def _goes(records: Records, person: Person) -> Iterator[str]:
    yield "The name, and whatever else was written to open it."
    for sitting in records.sittings.of(person.id):
        entries = "nothing answered" if not sitting.moves else _counted(sitting.moves, "entry", "entries")
        yield f"The interview of {day_words(sitting.today)}: {entries}."
    for kind, count in held(records, person.id):
        yield f"{kind.counted(count)}."


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"

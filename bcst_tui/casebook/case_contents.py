"""What a case holds beside its interviews, kind by kind, in words: told before one is deleted or two become one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bcst_tui.vault.records import Records


@dataclass(frozen=True)
class Kind:
    """One sort of record: its heading beside another case, and how one and several are told."""

    heading: str
    one: str
    many: str
    stands_against_deleting: str = ""

    def counted(self, count: int) -> str:
        return f"{count} {self.one if count == 1 else self.many}"


KINDS: Mapping[str, Kind] = {
    "plan": Kind("Plans, all", "plan as it stood", "plans, each as it stood"),
    "plan_edit": Kind("Plan changes", "change to the plan in its log", "changes to the plan in its log"),
    "consent": Kind("Agreed or refused", "answer on who may be told", "answers on who may be told"),
    "never_told": Kind("Told nothing", "word on who is told nothing", "words on who is told nothing"),
    "safe_contact": Kind("Safe contact", "word on safe contact", "words on safe contact"),
    "gateway_record": Kind(
        "Shared unasked",
        "decision to share without consent",
        "decisions to share without consent",
        "It holds a decision to share without consent.",
    ),
    "share": Kind("Papers sent", "note of a paper sent", "notes of papers sent", "It holds a note of a paper sent."),
    "record_request": Kind(
        "Asked to see it",
        "request to see the record",
        "requests to see the record",
        "The person asked to see what is kept about them.",
    ),
    "statement": Kind("Statements", "statement in their own words", "statements in their own words"),
    "part_one": Kind("From part 1", "answer from part 1", "answers from part 1"),
    "hand_off": Kind(
        "Told to staff", "thing told to staff", "things told to staff", "Something in it was told to staff."
    ),
    "landlord": Kind("Landlords", "kind of landlord tried or ruled out", "kinds of landlord tried or ruled out"),
    "not_held": Kind("Not held", "interview that was not held", "interviews that were not held"),
    "stay": Kind("Came back", "return to prison", "returns to prison"),
    "case_event": Kind("Closed, opened", "closing, reopening or merge", "closings, reopenings and merges"),
    "case_note": Kind("Notes", "note", "notes"),
    "former_reference": Kind("Old references", "reference from before", "references from before"),
}
TOLD_APART = frozenset({"sitting"})
"""Interviews are told one by one, with their days."""


def held(records: Records, person_id: int) -> Iterator[tuple[Kind, int]]:
    """Each kind the case holds any of, and how many."""
    counts = records.cases.counts(person_id)
    yield from ((kind, counts[table]) for table, kind in KINDS.items() if counts.get(table))

"""What lists say of each case, and what working it all out would say."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.vault.list_values import CaseInShort


def worked_out(book: Casebook) -> dict[int, CaseInShort]:
    """Every case as it would be worked out from all that is kept."""
    with book._vault.session() as records:
        return {one.person_id: one for one in book._in_short(records, records.people.all())}


def as_listed(book: Casebook) -> dict[int, CaseInShort]:
    book.cases()
    with book._vault.session() as records:
        return records.lists.in_short([person.id for person in records.people.all()])

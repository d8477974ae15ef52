"""The tables of the private part, readable with a key of its own: a row a person, each of one size, and their days.

Like `tables`, without `from __future__ import annotations`.
"""

from bcst_tui.vault.columns import only_row, part_of, sealed_bytes
from bcst_tui.vault.tables import Row


class PrivatePart(Row, table=True):
    """One person's. There is one for everybody, whether or not anything was ever offered."""

    __tablename__ = "private_part"
    person_id: int = part_of("person", primary=True)
    sealed: bytes = sealed_bytes()


class PrivateDiaryRow(Row, table=True):
    """Who is to be met on which day, of all of them in one."""

    __tablename__ = "private_diary"
    id: int | None = only_row()
    sealed: bytes = sealed_bytes()

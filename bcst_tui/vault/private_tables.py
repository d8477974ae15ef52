"""The one table of the private part: a row a person, each of one size, readable with a key of its own.

Like `tables`, without `from __future__ import annotations`.
"""

from bcst_tui.vault.columns import part_of, sealed_bytes
from bcst_tui.vault.tables import Row


class PrivatePart(Row, table=True):
    """One person's. There is one for everybody, whether or not anything was ever offered."""

    __tablename__ = "private_part"
    person_id: int = part_of("person", primary=True)
    sealed: bytes = sealed_bytes()

"""The table of forms that were begun and are not saved yet.

Like `tables`, without `from __future__ import annotations`.
"""

from datetime import datetime

from bcst_tui.vault.columns import key, moment, part_of, text
from bcst_tui.vault.tables import Row


class FormDraftRow(Row, table=True):
    """What stands in one form about one thing; the words are its fields, as JSON.

    It has a number of its own so that a merge can leave two people's beside each other.
    """

    __tablename__ = "form_draft"
    id: int | None = key()
    person_id: int | None = part_of("person", optional=True)
    form: str = text()
    subject: str = text()
    words: str = text()
    at: datetime = moment()

"""Rows that go into the file together: one statement a table, however many rows it takes."""

from __future__ import annotations

from typing import Any, cast

import sqlalchemy as sa
from sqlmodel import Session

from bcst_tui.vault.tables import Row


class BulkRows:
    """Rows waiting to be written, parents before what hangs on them; a row knows its id before it is written."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting: dict[type[Row], list[dict[str, Any]]] = {}
        self._last_ids: dict[type[Row], int] = {}

    def add(self, table: type[Row], **values: Any) -> None:
        """A row nothing hangs on; every row of a table names the same columns."""
        self._waiting.setdefault(table, []).append(values)

    def numbered(self, table: type[Row], **values: Any) -> int:
        """A row others hang on, and its id."""
        if table not in self._last_ids:
            highest = sa.select(sa.func.max(cast(Any, table).id))
            self._last_ids[table] = self._session.connection().execute(highest).scalar() or 0
        self._last_ids[table] += 1
        self.add(table, id=self._last_ids[table], **values)
        return self._last_ids[table]

    def write(self) -> None:
        """All of them, in the order their tables came up; rows read before are read anew when next looked at."""
        self._session.flush()
        connection = self._session.connection()
        for table, rows in self._waiting.items():
            connection.execute(sa.insert(cast(Any, table).__table__), rows)
        self._waiting.clear()
        self._session.expire_all()

"""SQLAlchemy over the one connection: one writer, no second, no parameters in any error text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as driver  # type: ignore[import-untyped]

from bcst_tui.vault.cipher import connect, told

POOL_WAIT_SECONDS = 2


def engine_for(database: Path, data_key: bytes) -> sqlalchemy.Engine:
    """The only engine on this file. A session inside a session waits two seconds, then fails: it is a bug."""
    engine = sqlalchemy.create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connect(database, data_key),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=POOL_WAIT_SECONDS,
        hide_parameters=True,
        echo=False,
    )
    event.listen(engine, "begin", _begin_writing)
    return engine


@contextmanager
def told_plainly(database: Path) -> Iterator[None]:
    """Turn a full disk or a damaged page into a mishap with a remedy; bugs pass as they are."""
    try:
        yield
    except DBAPIError as error:
        if error.orig is not None and (mishap := told(error.orig, database)) is not None:
            raise mishap from None
        raise


def _begin_writing(connection: sqlalchemy.Connection) -> None:
    """Take the write lock at once, so that no save can fail half-way for want of it."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")

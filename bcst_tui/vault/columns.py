"""The few kinds of column the vault's tables are made of.

Tables are STRICT, so every type here is one of SQLite's own; times are kept in UTC and come back with their zone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlmodel import Field


class UtcTime(sa.TypeDecorator[datetime]):
    """A moment. Refuses one without a zone: it would mean something else on another machine."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time needs its zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Day(sa.TypeDecorator[date]):
    """A day in the calendar."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Flag(sa.TypeDecorator[bool]):
    """Yes or no."""

    impl = sa.Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


def key() -> Any:
    """The row's own number."""
    return Field(default=None, sa_column=sa.Column(sa.Integer, primary_key=True))


def only_row() -> Any:
    """The number of the one row a table may have."""
    return Field(default=1, sa_column=sa.Column(sa.Integer, sa.CheckConstraint("id = 1"), primary_key=True))


def part_of(table: str, *, primary: bool = False, unique: bool = False, optional: bool = False) -> Any:
    """The row this one belongs to and is erased with."""
    reference = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    column = sa.Column(
        sa.Integer,
        reference,
        primary_key=primary,
        nullable=optional,
        unique=unique or None,
        index=not (primary or unique),
    )
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def number(*, optional: bool = False, primary: bool = False) -> Any:
    column = sa.Column(sa.Integer, primary_key=primary, nullable=optional)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def text(
    *, optional: bool = False, unique: bool = False, primary: bool = False, references: str = "", added: bool = False
) -> Any:
    """Words; `added` to a table by a later step, so that rows from before have none."""
    foreign = (sa.ForeignKey(references),) if references else ()
    before = sa.text("''") if added else None
    column = sa.Column(
        sa.Text, *foreign, nullable=optional, unique=unique or None, primary_key=primary, server_default=before
    )
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def sealed_bytes() -> Any:
    """Bytes that only a key of their own opens."""
    return Field(sa_column=sa.Column(sa.LargeBinary, nullable=False))


def moment(*, optional: bool = False) -> Any:
    column = sa.Column(UtcTime, nullable=optional)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def day(*, optional: bool = False) -> Any:
    column = sa.Column(Day, nullable=optional)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def score(name: str) -> Any:
    """1 to 5, or nothing said."""
    rule = sa.CheckConstraint(f"{name} BETWEEN 1 AND 5")
    return Field(default=None, sa_column=sa.Column(name, sa.Integer, rule, nullable=True))


def flag(name: str, *, optional: bool = False) -> Any:
    column = sa.Column(name, Flag, sa.CheckConstraint(f"{name} IN (0, 1)"), nullable=optional)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def one_of(
    name: str, codes: Iterable[str], *, optional: bool = False, primary: bool = False, before: str | None = None
) -> Any:
    """One word of a closed vocabulary, which the database holds to as well; `before` a later step added it, this."""
    allowed = ", ".join(f"'{word}'" for word in codes)
    column = sa.Column(
        name,
        sa.Text,
        sa.CheckConstraint(f'"{name}" IN ({allowed})'),
        nullable=optional,
        primary_key=primary,
        server_default=None if before is None else sa.text(f"'{before}'"),
    )
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)

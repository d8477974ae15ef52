"""No row, no export: every field that a document is made from has its audience row, or nothing is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from bcst_tui.errors import ExportRefused

REMEDY = "Decide who may see it, and give it a row in data/document_fields.yaml."


def refuse_undecided_fields(rows: Mapping[str, str], *values: object) -> None:
    """Raise ExportRefused naming the first field, at any depth, that nobody has given an audience row.

    Both the types the fields are declared with and the values found in them are looked at, so that a new field
    is found on the first export, filled or not.
    """
    seen: set[type] = set()
    for value in values:
        made: Any = type(value)
        for kind in (*_declared(made), *_found(value)):
            if kind in seen:
                continue
            seen.add(kind)
            for name in names_of(kind):
                if name not in rows:
                    raise ExportRefused(f"`{name}` has no audience row, so nothing was written.", REMEDY)


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """The fields of a type as the data names them: `need.title`."""
    return tuple(f"{_snake(kind.__name__)}.{field.name}" for field in fields(kind))


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


@cache
def _declared(kind: type) -> tuple[type, ...]:
    """A type and all it is declared with, at any depth; what a type is made of never changes while bcst runs."""
    found: dict[Any, None] = {}
    waiting: list[Any] = [kind]
    while waiting:
        if (one := waiting.pop()) not in found:
            found[one] = None
            is_made_of_fields = isinstance(one, type) and is_dataclass(one)
            waiting += get_type_hints(one).values() if is_made_of_fields else get_args(one)
    return tuple(one for one in found if isinstance(one, type) and is_dataclass(one))


def _found(value: object) -> Iterator[type]:
    if is_dataclass(value) and not isinstance(value, type):
        yield type(value)
        for field in fields(value):
            yield from _found(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _found(part)

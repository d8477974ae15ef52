"""Marks on a list that are no answer yet, as a line of text that can be kept and read again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any


def marks_kept(chosen: Sequence[str], other: str = "") -> str:
    """Marks, and the words begun for "something else"."""
    return json.dumps({"chosen": list(chosen), "other": other}, ensure_ascii=False)


def marks_read(half: str, known: Sequence[str]) -> tuple[list[str], str] | None:
    """What `marks_kept` kept, of those options there are; None if nothing was."""
    told = _told(half)
    chosen, other = told.get("chosen"), told.get("other", "")
    if not isinstance(chosen, list) or not isinstance(other, str):
        return None
    return [code for code in chosen if code in known], other


def rows_kept(chosen: Mapping[str, str]) -> str:
    """The rows that have their answer."""
    return json.dumps(dict(chosen), ensure_ascii=False)


def rows_read(half: str, rows: Sequence[str], options: Sequence[str]) -> dict[str, str]:
    """What `rows_kept` kept, of those rows and options there are."""
    return {row: code for row, code in _told(half).items() if row in rows and code in options}


def _told(half: str) -> dict[str, Any]:
    try:
        told = json.loads(half or "{}")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}

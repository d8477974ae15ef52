"""In a training vault nothing is kept that has the shape of somebody real, whichever screen or file it came from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy
from sqlalchemy import event

from bcst_tui.errors import NotSaved
from bcst_tui.training.real_looking import looks_real

INVENTED_ONLY = "invented only"
"""What a session of a training vault knows of itself."""
_WRITING = ("INSERT", "UPDATE")
_OWN_TEXTS = "INSERT INTO script_version"


class LooksReal(NotSaved):
    """What was typed could be somebody's; nothing of it was kept."""

    title = "Nobody real belongs in training"


def refuse_real(text: str) -> None:
    """Raises LooksReal, which says what it looks like and never what it was."""
    if kind := looks_real(text):
        raise LooksReal(
            f"There is something in it with the shape of {kind}, and nobody real belongs in training.",
            "Write something invented, such as TRN-001, HMP Nowhere or 07700 900 and three figures.",
        )


def keep_invented_only(engine: sqlalchemy.Engine) -> None:
    """From now on every text that would be written to this database is looked at first."""
    event.listen(engine, "before_cursor_execute", _look)


def _look(_: Any, __: Any, statement: str, parameters: Any, ___: Any, is_many: bool) -> None:
    if not statement.startswith(_WRITING) or statement.startswith(_OWN_TEXTS):
        return
    for row in parameters if is_many else [parameters]:
        for text in _texts(row):
            refuse_real(text)


def _texts(row: Any) -> Iterable[str]:
    return (value for value in (row.values() if isinstance(row, dict) else row) if isinstance(value, str))

"""A tick as it is typed at a command: `7=2:thank you for telling me`, `8=1:T14`."""

from __future__ import annotations

import re

from bcst_tui.errors import UsageError
from bcst_tui.training.observing import Tick, ticked

_ROW = re.compile(r"(?P<row>\d{1,2})=(?P<points>\d)(?::(?P<why>.*))?", re.DOTALL)


def tick_typed(typed: str) -> Tick:
    """Row, points, and what they rest on: a quoted phrase or a turn. Raises UsageError."""
    found = _ROW.fullmatch(typed)
    if found is None:
        raise UsageError(
            f"{typed!r} can't be read.", "Write row, points and why: 7=2:thank you for telling me, or 8=1:T14."
        )
    why = (found["why"] or "").strip()
    turn = re.fullmatch(r"[Tt](\d{1,3})", why)
    try:
        return ticked(int(found["row"]), int(found["points"]), "" if turn else why, int(turn[1]) if turn else None)
    except ValueError as refused:
        raise UsageError(f"{typed!r}: {refused}.", "Rows 4, 7, 8, 9, 12, 15 and 16 are for those who watch.") from None

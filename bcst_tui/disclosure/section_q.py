"""Section Q as the rest of the program may see it: whether it has been opened or dated, never what was said.

Nothing in the ordinary interview asks what belongs to it, and nothing of it shows there but this.
"""

from __future__ import annotations

from typing import Literal

QState = Literal["not_opened", "opened", "dated"]

_LINES: dict[QState, str] = {
    "not_opened": "People and safety: not opened",
    "opened": "People and safety: opened",
    "dated": "People and safety: done",
}


def neutral_line(state: QState) -> str:
    """The one line of the section list, the same for everybody in that state; never a count or a colour."""
    return _LINES[state]

"""One case in the list, in words: how far it has come, and what stands beside the list about it."""

from __future__ import annotations

from datetime import date

from bcst_tui.casebook.values import CaseLine
from bcst_tui.text import one_line
from bcst_tui.tui.widgets.saying_when import day, how_soon

_STATUS = {
    None: "○ No interview yet",
    "planned": "○ Planned",
    "open": "◐ Open",
    "paused": "◐ Stopped, not finished",
    "completed": "● Completed",
    "not_held": "– Not held",
}
CLOSED = "– Closed"


def standing(line: CaseLine) -> str:
    """How far a case has come, in a few words; of a closed one only that it is."""
    return CLOSED if line.closed else _STATUS[line.sitting_status]


def about_case(line: CaseLine, today: date) -> str:
    """What the wide screen adds about the marked case, with no name in it."""
    also = [f"Took over {' and '.join(line.formerly)}"] if line.formerly else []
    told = [line.reference, *also, "", line.closed or _STATUS[line.sitting_status]]
    if line.asked:
        told.append(f"{line.answered} of about {line.asked} questions answered")
    if line.saved_at:
        told.append(f"Saved {day(line.saved_at.astimezone().date())}, {line.saved_at.astimezone():%H:%M}")
    if line.next_due:
        told += ["", f"Due {how_soon(line.next_due, today)}", one_line(line.next_due_title)]
    return "\n".join(told)

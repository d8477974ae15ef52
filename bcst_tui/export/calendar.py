"""A calendar file of meetings (RFC 5545): the day, the neutral label every meeting has, and the reference.

Whole days without a time zone, at most one event a case and day: how many things fall on it is told to nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from bcst_tui.errors import ExportRefused
from bcst_tui.export.audience import Sight, may_see
from bcst_tui.reference.reference import Reference

ROW, LABEL = "meetings", "resettlement_appointment"
SCALE = "CALSCALE:GREGORIAN"
LONGEST_LINE = 75
"""Octets of a line, the line break not counted."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, order=True)
class Meeting:
    """A day on which a case wants somebody's time."""

    on: date
    reference: str


def calendar(meetings: Iterable[Meeting], vault_id: str, now: datetime, reference: Reference) -> str:
    """The file. The same meeting in the same vault has the same UID, which tells nothing of the person.

    Raises ExportRefused where the matrix gives the worker no meetings, and where there are none to write.
    """
    ahead = sorted(set(meetings))
    if may_see(reference.matrix.rows[ROW], "WK") is not Sight.SHOWN:
        raise ExportRefused("The audience matrix keeps meetings from the worker.", "See data/audiences.yaml.")
    if not ahead:
        raise ExportRefused("No follow-up and no review lies ahead, so there is no calendar to write.")
    label = reference.neutral_labels[LABEL]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bcst//bcst//EN", SCALE]
    for meeting in ahead:
        lines += _event(meeting, vault_id, now, label)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def named_calendar(text: str, name: str) -> str:
    """The file with a name that calendar programs show above its days, and before every appointment."""
    under = "".join(f"{part}\r\n" for part in _folded(f"X-WR-CALNAME:{_text(name)}"))
    return text.replace(f"{SCALE}\r\n", f"{SCALE}\r\n{under}").replace("SUMMARY:", f"SUMMARY:{_text(name)}\r\n : ")


def _event(meeting: Meeting, vault_id: str, now: datetime, label: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(meeting, vault_id)}"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(meeting.on)}"
    yield f"DTEND;VALUE=DATE:{_day(meeting.on + timedelta(days=1))}"
    yield f"SUMMARY:{_text(f'{label}, {meeting.reference}')}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _uid(meeting: Meeting, vault_id: str) -> str:
    told = "\n".join((vault_id, meeting.reference, meeting.on.isoformat()))
    return f"{sha256(told.encode()).hexdigest()[:32]}@bcst.invalid"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    return words.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, no letter torn apart; what goes on begins with a space."""
    part, room = "", LONGEST_LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield part
            part, room = " ", LONGEST_LINE - 1
        part, room = part + letter, room - size
    yield part

"""The own copy that is safe in a shared, searched cell (R90): one shape for everyone, whatever was answered.

Eight fixed headings, a fixed number of lines under each. What the matrix opens fills a slot; everything else
leaves a blank to write on, so nothing can be read from what is missing. No free text but goals the person ticked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bcst_tui.export.audience import NO_PERMISSIONS, Permissions, Sight, may_see
from bcst_tui.export.case import CaseHeader, Meeting
from bcst_tui.export.dates import in_words
from bcst_tui.export.document import Copy, CopySection, ListLine
from bcst_tui.reference.labels import OwnCopyHeading, OwnCopyShape
from bcst_tui.reference.reference import Reference
from bcst_tui.text import one_line
from bcst_tui.training.invented import WATERMARK

LONGEST_SLOT = 70
_CLOCK_TIME = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")


def own_copy(header: CaseHeader, reference: Reference, permissions: Permissions = NO_PERMISSIONS) -> Copy:
    """The own copy; it is told nothing of the plan but meetings and ticked goals, and so cannot tell it."""
    shape = reference.own_copy
    name = header.name_used if _opens("name_used", reference, permissions) else ""
    return Copy(
        audience="CELL",
        title=shape.title,
        opening=(),
        facts=(
            ListLine(f"{shape.name_line}: {_cut(name) or shape.blank}"),
            ListLine(f"{shape.date_line}: {in_words(header.made_on)}"),
        ),
        sections=tuple(
            _section(heading, _filling(heading, header, reference, permissions), shape.blank, header.easy_words)
            for heading in shape.headings
        ),
        banner=WATERMARK if header.invented else "",
    )


def _section(heading: OwnCopyHeading, filling: Sequence[str], blank: str, easy: bool) -> CopySection:
    slots = [*filling, *[blank] * heading.slots][: heading.slots]
    title, lines = heading.in_words(easy)
    return CopySection(title, lines=tuple(ListLine(line) for line in (*slots, *lines)))


def _filling(heading: OwnCopyHeading, header: CaseHeader, reference: Reference, permissions: Permissions) -> list[str]:
    fillers: Mapping[str, tuple[str, Callable[[], list[str]]]] = {
        "want": ("goals_strengths", lambda: _goals(header, reference.own_copy)),
        "meetings": ("meetings", lambda: _meetings(header, reference, "")),
        "who": ("meetings", lambda: [_cut(header.worker)] if header.worker else []),
        "next": ("meetings", lambda: _meetings(header, reference, "Next: ")),
    }
    if heading.id not in fillers:
        return []
    row, fill = fillers[heading.id]
    return fill() if _opens(row, reference, permissions) else []


def _opens(row: str, reference: Reference, permissions: Permissions) -> bool:
    return may_see(reference.matrix.rows[row], "CELL", permissions) is Sight.SHOWN


def _goals(header: CaseHeader, shape: OwnCopyShape) -> list[str]:
    return [_cut(goal.words) for goal in header.goals if _is_safe_in_a_cell(goal.words, shape.forbidden)]


def _is_safe_in_a_cell(words: str, forbidden: Sequence[str]) -> bool:
    """Whether the words hold none of the forbidden ones, no figure and no sum of money."""
    spoken = f" {_bare(words)} "
    if re.search(r"[\d£$€@]", words) or not spoken.strip():
        return False
    return not any(f" {word} " in spoken or f" {word}s " in spoken for word in map(_bare, forbidden))


def _bare(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", words.casefold()))


def _meetings(header: CaseHeader, reference: Reference, lead: str) -> list[str]:
    coming = sorted(_dated(header.meetings, header.made_on), key=lambda dated: (dated[0], dated[1].at))
    return [
        f"{lead}{reference.neutral_labels[meeting.label]}, {in_words(on)}{_at(meeting.at)}" for on, meeting in coming
    ]


def _dated(meetings: Sequence[Meeting], made_on: date) -> list[tuple[date, Meeting]]:
    return [(meeting.on, meeting) for meeting in meetings if meeting.on is not None and meeting.on >= made_on]


def _at(time: str) -> str:
    return f", {time}" if _CLOCK_TIME.fullmatch(time) else ""


def _cut(words: str) -> str:
    line = one_line(words)
    if len(line) <= LONGEST_SLOT:
        return line
    return line[: LONGEST_SLOT - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"

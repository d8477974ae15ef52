"""The list for today in lines that can be read aloud, and for programs; references and initials, never names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bcst_tui.casebook.values import initials
from bcst_tui.interview.showing import day_words
from bcst_tui.plan.todays import BANDS, Band, DueLine
from bcst_tui.text import one_line

NOTHING = "Nothing is due."
Bands = Mapping[Band, Sequence[DueLine]]


def spoken(bands: Bands) -> Iterator[str]:
    """Each heading with its count, and its lines set in under it."""
    if not bands:
        yield NOTHING
    for band, lines in bands.items():
        yield f"{BANDS[band]}: {len(lines)}"
        yield from (f"  {spoken_line(line)}" for line in lines)


def spoken_line(line: DueLine) -> str:
    """`24 November 2026, BC-0001, R I: what falls on it; and what else. First screening, 20 November 2026`."""
    day = day_words(line.on) if line.on and line.thing != "interview" else ""
    head = ", ".join(told for told in (day, line.case.reference, initials(line.case.name_used)) if told)
    what = "; ".join(one_line(title) for title in line.titles)
    return f"{head}: {what}. {line.sitting_words}".rstrip(" .")


def for_programs(bands: Bands, today: date) -> dict[str, object]:
    """The same as plain values: the references of cases and nothing else of anybody."""
    groups = [
        {"code": band, "title": BANDS[band], "lines": [_plain(line) for line in lines]} for band, lines in bands.items()
    ]
    return {"today": today.isoformat(), "groups": groups}


def _plain(line: DueLine) -> dict[str, object]:
    due = None if line.on is None or line.thing == "interview" else line.on.isoformat()
    sitting = line.sitting and {"kind": line.sitting.kind, "held_on": line.sitting.on.isoformat()}
    return {
        "due": due,
        "case": line.case.reference,
        "kind": line.thing,
        "codes": list(line.codes),
        "what": [one_line(title) for title in line.titles],
        "interview": sitting,
    }

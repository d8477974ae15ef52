"""The slip with the next appointment: the same shape for everybody, and nothing on it tells what it is about.

No reference, no prison, no part of the plan; an office is not named where its name would tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bcst_tui.errors import ExportRefused
from bcst_tui.export.audience import Sight, may_see
from bcst_tui.export.dates import in_words
from bcst_tui.export.document import Copy, ListLine
from bcst_tui.reference.reference import Reference
from bcst_tui.text import one_line

ROW, LABEL = "meetings", "resettlement_appointment"
LONGEST = 60
BRING = "Bring nothing. You can ask to change the day."
_CLOCK_TIME = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True)
class Slip:
    """An appointment as somebody wrote it down; what is left empty stays a blank to write on."""

    on: date
    name: str = field(default="", repr=False)
    at: str = ""
    place: str = field(default="", repr=False)
    with_whom: str = field(default="", repr=False)


def slip_copy(slip: Slip, reference: Reference) -> Copy:
    """The slip as a copy like any other. Raises ExportRefused where the matrix gives the person no meetings."""
    if may_see(reference.matrix.rows[ROW], "CELL") is not Sight.SHOWN:
        raise ExportRefused("The audience matrix keeps meetings from the own copy.", "See data/audiences.yaml.")
    blank = reference.own_copy.blank
    lines = {
        reference.own_copy.name_line: slip.name,
        "Day": in_words(slip.on),
        "Time": slip.at,
        "Place": slip.place,
        "With": slip.with_whom,
    }
    return Copy(
        audience="CELL",
        title=reference.neutral_labels[LABEL],
        opening=(),
        facts=tuple(ListLine(f"{what}: {one_line(said) or blank}") for what, said in lines.items())
        + (ListLine(BRING),),
        sections=(),
    )


def why_unfit(slip: Slip, today: date, reference: Reference) -> str:
    """What to mend before this can go on a slip, or empty."""
    if slip.on < today:
        return f"{in_words(slip.on)} is over. Write a day to come."
    if slip.at and not _CLOCK_TIME.fullmatch(slip.at):
        return "Write the time by the clock, such as 14:30, or leave it blank."
    told: Mapping[str, str] = {"The name": slip.name, "The place": slip.place, "With whom": slip.with_whom}
    for what, words in told.items():
        if len(words) > LONGEST:
            return f"{what} is too long for a slip: {LONGEST} letters at most. Write less, or leave it blank."
        if telling := _telling_word(words, reference.own_copy.forbidden) if what != "The name" else "":
            remedy = "Write a room or a first name, or leave it blank."
            return f"{what} says “{telling}”, which tells others too much. {remedy}"
    return ""


def _telling_word(words: str, forbidden: tuple[str, ...]) -> str:
    spoken = f" {_bare(words)} "
    return next((word for word in forbidden if f" {_bare(word)} " in spoken or f" {_bare(word)}s " in spoken), "")


def _bare(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", words.casefold()))
